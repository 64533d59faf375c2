using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.Cases.Records;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Records;

/// <summary><c>reconcile</c>: every difference is named, and the record is brought back to what the database says; never the other way, and never from what was altered.</summary>
public sealed class ReconcileTests
{
    [Theory, OnBoth]
    public async Task What_was_altered_in_the_lists_is_named_and_repaired(Engine engine)
    {
        await using var rig = await FilledAsync(engine);
        Assert.Equal((0, true), (await rig.ReconcileAsync()) is var (none, nothing) ? (none, nothing.Contains("say the same", StringComparison.Ordinal)) : default);

        rig.Incidents.Of("INC-2026-0001")[0].Set("Outcome", "canary-by-hand");
        rig.Incidents.Items.RemoveAll(item => item.Text("CaseKey") == "INC-2026-0002");
        rig.Incidents.Add(rig.Restricted.Items[0].Fields.DeepClone().AsObject());
        rig.Site.List(RecordLists.Questions).Add(rig.Incidents.Of("INC-2026-0001")[0].Fields.DeepClone().AsObject());
        rig.Site.List(RecordLists.Questions).Of("QST-2026-0001")[0].Set("CaseVersion", 99);
        rig.Evidence.Files.Clear();
        rig.Site.List(RecordLists.Comments).Items.Clear();
        rig.Site.List(RecordLists.Handovers).Items[0].Set("DecidedBy", "canary-by-hand");
        rig.Site.List(RecordLists.Comments).Add(rig.Restricted.Of("HOV-2026-0002")[0].Fields.DeepClone().AsObject());

        var (code, said) = await rig.ReconcileAsync();
        Assert.Equal(1, code);
        foreach (var line in (string[])
        [
            "INC-2026-0001, PolicyBot incidents: differs in Outcome", "INC-2026-0002, PolicyBot incidents: is missing",
            "INC-2026-0003, PolicyBot incidents: a restricted case stands in an open list", "INC-2026-0001, PolicyBot questions: stands in another kind's list",
            "CMT-2026-0001, PolicyBot comments: is missing", "HOV-2026-0001, PolicyBot handovers: differs in DecidedBy",
            "HOV-2026-0002, PolicyBot comments: ", "QST-2026-0001, PolicyBot questions: differs in CaseVersion", "INC-2026-0001, PolicyBot evidence: the file",
        ])
            Assert.Contains(line, said, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", said, StringComparison.Ordinal);

        (code, said) = await rig.ReconcileAsync("--repair");
        Assert.Equal((0, true), (code, said.Contains("all repaired", StringComparison.Ordinal)));
        Assert.Equal("advice", rig.Incidents.Of("INC-2026-0001")[0].Text("Outcome"));
        Assert.Empty(rig.Incidents.Of("INC-2026-0003"));
        Assert.Equal("CMT-2026-0001", Assert.Single(rig.Site.List(RecordLists.Comments).Items).Text("CaseKey"));
        Assert.Equal(Cast.Sam.DirectoryId, Assert.Single(rig.Site.List(RecordLists.Handovers).Items).Text("DecidedBy"));
        Assert.Single(rig.Evidence.Files);
        Assert.Equal(0, (await rig.ReconcileAsync()).Code);
    }

    [Fact]
    public async Task What_was_altered_in_the_database_is_named_and_the_list_is_left_as_the_only_witness()
    {
        await using var rig = await FilledAsync(Engine.Sqlite);
        rig.Memory.Tamper("UPDATE cases SET record = REPLACE(record, 'advice', 'no_action') WHERE reference = 'INC-2026-0001'");
        rig.Memory.Tamper("DELETE FROM cases WHERE reference = 'INC-2026-0002'");
        var (code, said) = await rig.ReconcileAsync("--repair");
        Assert.Equal(1, code);
        Assert.Contains("INC-2026-0001, the database: the case was altered there", said, StringComparison.Ordinal);
        Assert.Contains("INC-2026-0002, PolicyBot incidents: neither the database nor its log of disposals knows it", said, StringComparison.Ordinal);
        Assert.Equal("advice", rig.Incidents.Of("INC-2026-0001")[0].Text("Outcome"));
        Assert.Single(rig.Incidents.Of("INC-2026-0002"));
        Assert.Single(rig.Evidence.Files);
    }

    [Fact]
    public async Task An_errand_that_was_deleted_from_the_outbox_is_found_missing_and_made_good()
    {
        await using var rig = await FilledAsync(Engine.Sqlite);
        await Ended.IncidentAsync(rig.Store, 9);
        rig.Memory.Tamper("DELETE FROM outbox");
        Assert.Contains("INC-2026-0009, PolicyBot incidents: is missing", (await rig.ReconcileAsync("--repair")).Said, StringComparison.Ordinal);
        Assert.Single(rig.Incidents.Of("INC-2026-0009"));
    }

    [Fact]
    public async Task What_somebody_put_in_by_hand_is_named_and_stays()
    {
        await using var rig = await FilledAsync(Engine.Sqlite);
        rig.Incidents.Add(new JsonObject { ["Title"] = "Ours" });
        rig.Incidents.Add(new JsonObject { ["CaseKey"] = "canary-key" });
        var (code, said) = await rig.ReconcileAsync("--repair");
        Assert.Equal(1, code);
        Assert.Contains("has no reference", said, StringComparison.Ordinal);
        Assert.Contains("an item that is no case of ours", said, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disposed_case_that_came_back_is_taken_out_again()
    {
        await using var rig = await FilledAsync(Engine.Sqlite);
        var item = rig.Incidents.Of("INC-2026-0001")[0].Fields.DeepClone().AsObject();
        var later = Sample.Now.AddYears(9);
        foreach (var due in await rig.Store.Disposals.DueAsync(new(), later, TestContext.Current.CancellationToken))
            await rig.Store.Disposals.TakeAwayAsync(due, later, []);
        rig.Time.Leap(TimeSpan.FromDays(9 * 366));
        await rig.DrainAsync();
        rig.Incidents.Add(item);
        Assert.Contains("was disposed of and is still there", (await rig.ReconcileAsync("--repair")).Said, StringComparison.Ordinal);
        Assert.Empty(rig.Incidents.Items);
    }

    [Fact]
    public async Task Machines_read_it_as_JSON_and_without_a_record_it_says_what_to_set()
    {
        await using var rig = await FilledAsync(Engine.Sqlite);
        rig.Incidents.Items.Clear();
        var (code, said) = await rig.ReconcileAsync("--repair", "--json");
        var result = JsonElement.Parse(said);
        Assert.Equal((0, 2, 0), (code, result.GetProperty("found").GetArrayLength(), result.GetProperty("left").GetArrayLength()));

        Assert.Equal(1, (await rig.ReconcileAsync("--now")).Code);
        rig.Incidents.Grants.Clear();
        Assert.Equal(1, (await rig.ReconcileAsync()).Code);
        Assert.Contains("403 accessDenied", rig.Errors.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Two incidents in the open list, the first with a file, one in the restricted list, and an answered question, an answered comment and two handovers, one of them urgent.</summary>
    private static async Task<RecordRig> FilledAsync(Engine engine)
    {
        var rig = await RecordRig.StartAsync(engine);
        var file = Ended.File(5000, 1);
        await rig.KeepAsync(Ended.PieceOf(1, 0), file);
        await Ended.IncidentAsync(rig.Store, 1, file);
        await Ended.IncidentAsync(rig.Store, 2);
        await Ended.IncidentAsync(rig.Store, 3, Sample.Report with { About = [Sample.Martin] });
        await Ended.QuestionAsync(rig.Store, 1);
        await Ended.CommentAsync(rig.Store, 1);
        await Ended.HandoverAsync(rig.Store, 1);
        await Ended.HandoverAsync(rig.Store, 2, urgent: true);
        await rig.DrainAsync();
        return rig;
    }
}
