using System.Text.Json.Nodes;
using PolicyBot.Cases;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.Records;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Records;

/// <summary>What ended is in the Trust's own record, once, in the right list, and without anybody's words.</summary>
public sealed class RecordKeeperTests
{
    [Theory, OnBoth]
    public async Task Each_kind_goes_to_its_own_list(Engine engine)
    {
        await using var rig = await RecordRig.StartAsync(engine);
        await Ended.IncidentAsync(rig.Store, 1);
        await Ended.QuestionAsync(rig.Store, 1);
        await Ended.OpinionAsync(rig.Store, 1);
        await Ended.CommentAsync(rig.Store, 1);
        await Ended.HandoverAsync(rig.Store, 1);
        await rig.DrainAsync();

        var incident = Assert.Single(rig.Incidents.Items);
        Assert.Equal(("INC-2026-0001", "Closed", "advice", "hr", Sample.Martin.Id, "north"),
            (incident.Text("Title"), incident.Text("CaseStatus"), incident.Text("Outcome"), incident.Text("Referrals"), incident.Text("DecidedBy"), incident.Text("Academy")));
        Assert.Equal("QST-2026-0001", Assert.Single(rig.Site.List(RecordLists.Questions).Items).Text("CaseKey"));
        Assert.Equal("Agreed", Assert.Single(rig.Site.List(RecordLists.Opinions).Items).Text("Outcome"));
        var comment = Assert.Single(rig.Site.List(RecordLists.Comments).Items);
        Assert.Equal(("CMT-2026-0001", "Answered", "InTime", "Complaint, facebook, ACC-2026-0001", Sample.Martin.Id),
            (comment.Text("CaseKey"), comment.Text("CaseStatus"), comment.Text("Outcome"), comment.Text("Category"), comment.Text("DecidedBy")));
        var handover = Assert.Single(rig.Site.List(RecordLists.Handovers).Items);
        Assert.Equal(("HOV-2026-0001", "Refused", "Refuse", "Leaving, Transfer, youtube, ACC-2026-0001", Cast.Sam.DirectoryId),
            (handover.Text("CaseKey"), handover.Text("CaseStatus"), handover.Text("Outcome"), handover.Text("Category"), handover.Text("DecidedBy")));
        Assert.Empty(rig.Restricted.Items);

        var all = rig.Site.Lists.SelectMany(list => list.Items).Select(item => item.Fields.ToJsonString()).ToList();
        Assert.DoesNotContain(all, text => text.Contains(Ended.Word, StringComparison.Ordinal) || text.Contains("Priya", StringComparison.Ordinal) || text.Contains("Martin", StringComparison.Ordinal) || text.Contains(Sample.Priya.Id, StringComparison.Ordinal));
        Assert.DoesNotContain(all, text => ((Member[])[Cast.Teachers[0], Cast.Teachers[1], Cast.Sam]).Any(member => text.Contains(member.Name, StringComparison.Ordinal)));
        Assert.DoesNotContain(all, text => Cast.Teachers.Take(2).Any(member => text.Contains(member.DirectoryId!, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_hidden_from_the_channel_is_hidden_from_the_open_lists_too()
    {
        await using var rig = await RecordRig.StartAsync();
        await Ended.IncidentAsync(rig.Store, 1, Sample.Report with { About = [Sample.Martin] });
        await Ended.IncidentAsync(rig.Store, 2, Sample.Report with { Risk = Risk.ChildAtRisk });
        await Ended.OpinionAsync(rig.Store, 1, Sample.Martin);
        await Ended.CommentAsync(rig.Store, 1, Sample.Martin);
        await Ended.HandoverAsync(rig.Store, 1, urgent: true);
        await rig.DrainAsync();
        Assert.Equal(["CMT-2026-0001", "HOV-2026-0001", "INC-2026-0001", "INC-2026-0002", "OPN-2026-0001"], rig.Restricted.Items.Select(item => item.Text("CaseKey")).Order(StringComparer.Ordinal));
        Assert.All(rig.Site.Lists, list => Assert.Empty(list.Items));
    }

    [Fact]
    public async Task Opened_again_the_item_says_so_and_an_older_errand_brings_nothing_back()
    {
        await using var rig = await RecordRig.StartAsync();
        var closed = await Ended.IncidentAsync(rig.Store, 1);
        await rig.DrainAsync();
        await Ended.ReopenedAsync(rig.Store, closed);
        await rig.DrainAsync();
        var item = Assert.Single(rig.Incidents.Items);
        Assert.Equal(("Acknowledged", null, "4"), (item.Text("CaseStatus"), item.Text("Outcome"), item.Text("CaseVersion")));

        // An errand of before, delivered once more, finds the case as it is now.
        item.Set("CaseVersion", 9);
        item.Set("CaseStatus", "Closed");
        await rig.Store.CommitAsync(Sample.Turn("late", RecordErrands.Of(closed)[0] with { Lane = "late" }));
        await rig.DrainAsync();
        Assert.Equal("Closed", Assert.Single(rig.Incidents.Items).Text("CaseStatus"));
    }

    [Fact]
    public async Task A_comment_stands_there_once_its_clock_has_stopped_and_no_more_when_it_is_taken_out()
    {
        await using var rig = await RecordRig.StartAsync();
        var list = rig.Site.List(RecordLists.Comments);
        var logged = Ended.Logged(1);
        await rig.Store.CommitAsync(Sample.Turn("log") with { Case = new CaseChange(0, logged.After, logged.Entries) });
        await rig.DrainAsync();
        Assert.DoesNotContain(rig.Graph.Requests, call => call.Segments is [.., "items"]);

        var acknowledged = (Ruling<ReceivedComment>.Allowed)ReceivedCommentRules.Reply(logged.After, Ended.Said(ReplyKind.Acknowledgement));
        await rig.Store.CommitAsync(Sample.Turn("acknowledge") with { Case = new CaseChange(1, acknowledged.After, acknowledged.Entries) });
        await rig.DrainAsync();
        Assert.Equal(("Acknowledged", null), (Assert.Single(list.Items).Text("CaseStatus"), list.Items[0].Text("EndedAt")));

        var gone = (Ruling<ReceivedComment>.Allowed)ReceivedCommentRules.TakeOut(acknowledged.After, "Logged twice", Sample.Martin, Sample.Now);
        await rig.Store.CommitAsync(Sample.Turn("take-out") with { Case = new CaseChange(2, gone.After, gone.Entries) });
        await rig.DrainAsync();
        Assert.Empty(list.Items);
    }

    [Fact]
    public async Task What_was_restricted_once_stays_so_when_the_person_has_left_the_team()
    {
        await using var rig = await RecordRig.StartAsync();
        rig.Restricted.Add(new JsonObject { ["CaseKey"] = "INC-2026-0001", ["CaseVersion"] = 1 });
        await Ended.IncidentAsync(rig.Store, 1);
        await rig.DrainAsync();
        Assert.Equal("3", Assert.Single(rig.Restricted.Items).Text("CaseVersion"));
        Assert.Empty(rig.Incidents.Items);
    }

    [Fact]
    public async Task What_becomes_restricted_leaves_the_open_list_with_its_files()
    {
        await using var rig = await RecordRig.StartAsync();
        var file = Ended.File(5000, 1);
        await rig.KeepAsync(Ended.PieceOf(1, 0), file);
        rig.Incidents.Add(new JsonObject { ["CaseKey"] = "INC-2026-0001", ["CaseVersion"] = 1 });
        rig.Evidence.Files["INC-2026-0001/old.txt"] = file;
        await Ended.IncidentAsync(rig.Store, 1, Sample.Report with { About = [Sample.Martin] }, file);
        await rig.DrainAsync();
        Assert.Empty(rig.Incidents.Items);
        Assert.Empty(rig.Evidence.Files);
        Assert.Single(rig.Restricted.Items);
        Assert.Equal(file, Assert.Single(rig.RestrictedEvidence.Files).Value);
    }

    [Fact]
    public async Task What_was_disposed_of_is_taken_out_with_its_files()
    {
        await using var rig = await RecordRig.StartAsync();
        var file = Ended.File(5000, 1);
        await rig.KeepAsync(Ended.PieceOf(1, 0), file);
        await Ended.IncidentAsync(rig.Store, 1, file);
        await rig.DrainAsync();
        Assert.Single(rig.Evidence.Files);

        var later = Sample.Now.AddYears(9);
        rig.Time.Leap(TimeSpan.FromDays(9 * 366));
        Assert.True(await rig.Store.Disposals.TakeAwayAsync(Assert.Single(await rig.Store.Disposals.DueAsync(new(), later, TestContext.Current.CancellationToken)), later, []));
        await rig.DrainAsync();
        Assert.Empty(rig.Incidents.Items);
        Assert.Empty(rig.Evidence.Files);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_create_that_broke_off_is_looked_up_before_it_is_repeated(bool arrived)
    {
        await using var rig = await RecordRig.StartAsync();
        await Ended.IncidentAsync(rig.Store, 1);
        var broken = 0;
        rig.Graph.Misbehave = call => call is { Method: "POST", Segments: [.., "items"] } && broken++ == 0 ? Fault.Gateway(503, arrived) : null;
        await rig.DrainAsync();
        Assert.Single(rig.Incidents.Items);
        Assert.Equal(1, rig.Graph.Requests.Count(call => call is { Method: "POST", Segments: [.., "items"] } && call.Body!["fields"]!["CaseKey"]!.ToString() == "INC-2026-0001") - (arrived ? 0 : 1));
    }

    [Fact]
    public async Task A_create_that_was_carried_out_twice_leaves_one_item()
    {
        await using var rig = await RecordRig.StartAsync();
        rig.Graph.DuplicatesSlipIn = true;
        rig.Graph.Duplicates = call => call is { Method: "POST", Segments: [.., "items"] };
        var closed = await Ended.IncidentAsync(rig.Store, 1);
        await rig.DrainAsync();
        Assert.Equal(2, rig.Incidents.Items.Count);
        rig.Graph.Duplicates = _ => false;
        await Ended.ReopenedAsync(rig.Store, closed);
        await rig.DrainAsync();
        Assert.Equal((1, "Acknowledged"), (Assert.Single(rig.Incidents.Items).Id, rig.Incidents.Items[0].Text("CaseStatus")));
    }

    [Fact]
    public async Task Somebody_who_works_in_the_list_at_the_same_moment_is_read_and_then_overwritten()
    {
        await using var rig = await RecordRig.StartAsync();
        var closed = await Ended.IncidentAsync(rig.Store, 1);
        await rig.DrainAsync();
        await Ended.ReopenedAsync(rig.Store, closed);
        var changed = 0;
        rig.Graph.Misbehave = call =>
        {
            if (call.Method == "PATCH" && changed++ == 0)
                rig.Incidents.Items[0].Set("Category", "changed by hand");
            return null;
        };
        await rig.DrainAsync();
        Assert.Equal(("Acknowledged", "Other"), (rig.Incidents.Items[0].Text("CaseStatus"), rig.Incidents.Items[0].Text("Category")));
        Assert.Equal(2, changed);
    }

    [Fact]
    public async Task What_was_altered_in_the_database_never_gets_into_the_record()
    {
        await using var rig = await RecordRig.StartAsync();
        await Ended.IncidentAsync(rig.Store, 1);
        rig.Memory.Tamper("UPDATE cases SET record = REPLACE(record, 'advice', 'no_action')");
        Assert.Equal("CaseAltered", Assert.IsType<Settlement.Parked>(Assert.Single(await rig.AttemptAsync())).Reason);
        Assert.Empty(rig.Incidents.Items);
    }

    [Fact]
    public async Task Without_the_right_to_write_it_is_parked_and_goes_out_when_an_administrator_has_given_it()
    {
        await using var rig = await RecordRig.StartAsync();
        rig.Incidents.Grants.Clear();
        await Ended.IncidentAsync(rig.Store, 1);
        await rig.DrainAsync();
        Assert.Equal(1, (await rig.Store.BacklogAsync(TestContext.Current.CancellationToken)).Parked);
        Assert.Equal(0, await rig.ProvisionAsync(RecordRig.Provisioning));
        await rig.Store.TryParkedAgainAsync(rig.Time.GetUtcNow());
        await rig.DrainAsync();
        Assert.Single(rig.Incidents.Items);
    }
}
