using System.Collections.Immutable;
using PolicyBot.Cases;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Records;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Records;

/// <summary>What the record keeps of a case, and who may find it there: a table over every route.</summary>
public sealed class RecordEntryTests
{
    private static readonly Trust Trust = PolicyBot.Tests.Cards.Sample.Trust;

    [Theory]
    [InlineData(Route.Danger, true)]
    [InlineData(Route.AllegationHead, true)]
    [InlineData(Route.AllegationStaff, true)]
    [InlineData(Route.IndecentImage, true)]
    [InlineData(Route.AdultContactingChild, true)]
    [InlineData(Route.ChildAtRisk, true)]
    [InlineData(Route.DataBreach, false)]
    [InlineData(Route.Crime, false)]
    [InlineData(Route.StaffTarget, false)]
    [InlineData(Route.ParentComment, false)]
    [InlineData(Route.Other, false)]
    [InlineData(Route.Grievance, false)]
    public void A_route_that_safeguarding_hides_is_restricted(Route route, bool restricted) =>
        Assert.Equal(restricted, IncidentRecord.IsRestricted(Incident(Sample.Report with { Answered = route }), Trust));

    [Fact]
    public void A_report_about_anybody_who_acts_for_the_Trust_is_restricted_on_every_route()
    {
        foreach (var route in Enum.GetValues<Route>())
            foreach (var person in Trust.RoleHolders().Distinct(StringComparer.OrdinalIgnoreCase))
                Assert.True(IncidentRecord.IsRestricted(Incident(Sample.Report with { Answered = route, About = [new PersonRef(person.ToUpperInvariant(), "Somebody")] }), Trust), $"{route}, {person}");
    }

    [Fact]
    public void An_academy_that_is_no_longer_known_hides_its_cases() =>
        Assert.True(IncidentRecord.IsRestricted(Incident(Sample.Report), Trust with { Academies = [] }));

    [Fact]
    public void Marked_for_a_file_that_may_be_indecent_it_is_restricted_and_has_no_files()
    {
        var file = new EvidencePiece("00000001-1", "offer", Sample.Priya, Sample.Now, "x.png", null) { State = EvidenceState.Kept, Hash = new string('a', 64), Size = 3 };
        var incident = Incident(Sample.Report) with { Evidence = [file] };
        Assert.Single(IncidentRecord.FilesOf(incident));
        Assert.Empty(IncidentRecord.FilesOf(incident with { NoFiles = true }));
        Assert.True(IncidentRecord.IsRestricted(incident with { NoFiles = true }, Trust));
        Assert.Empty(IncidentRecord.FilesOf(incident with { Evidence = [file with { State = EvidenceState.NotTaken }] }));
    }

    [Fact]
    public void Practice_and_what_has_not_ended_are_not_in_the_record()
    {
        Assert.Null(IncidentRecord.Of(Sample.Incident(1), Trust));
        Assert.Null(IncidentRecord.Of(Incident(Sample.Report) with { Drill = true }, Trust));
        Assert.Empty(RecordErrands.Of(Sample.Incident(1)));
        Assert.Empty(RecordErrands.Of(Incident(Sample.Report) with { Drill = true }));
    }

    [Fact]
    public void An_errand_carries_nothing_of_the_case()
    {
        var errand = Assert.Single(RecordErrands.Of(Incident(Sample.Report)));
        Assert.Equal((DeliveryKind.GraphRecord, "INC-2026-0001/record", ""), (errand.Kind, errand.Target, errand.Payload.ToString()));
        Assert.True(RecordErrands.TryRead(errand, out var reference));
        Assert.Equal(Sample.Reference(1), reference);
    }

    [Fact]
    public void A_line_of_ids_is_cut_between_two_of_them()
    {
        var entry = IncidentRecord.Of(Incident(Sample.Report), Trust)! with { Clauses = [.. Enumerable.Range(0, 50).Select(n => $"a-long-clause-name-{n}")] };
        var line = RecordColumns.All.Single(column => column.Name == "Clauses").Value(entry)!;
        Assert.InRange(line.Length, 200, 255);
        Assert.All(line.Split(' '), id => Assert.Contains(id, entry.Clauses));
    }

    [Fact]
    public void Every_kind_has_a_list_of_its_own_and_every_column_a_name_of_its_own()
    {
        Assert.Equal(RecordKinds.All.Length, RecordKinds.All.Select(kind => kind.List).Distinct(StringComparer.Ordinal).Count());
        Assert.All(RecordKinds.All, kind => Assert.Contains(kind.List, RecordLists.Open));
        Assert.Equal(RecordColumns.All.Length, RecordColumns.All.Select(column => column.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_comment_about_whoever_may_read_the_list_is_restricted_and_so_is_one_about_who_looks_after_the_account()
    {
        var other = new PersonRef("00000000-0000-4000-8000-0000000000c9", "Somebody");
        foreach (var person in Trust.RoleHolders().Distinct(StringComparer.OrdinalIgnoreCase))
            Assert.True(CommentRecord.IsRestricted(Ended.Logged(1, new PersonRef(person.ToUpperInvariant(), "Somebody")).After, Trust), person);
        Assert.False(CommentRecord.IsRestricted(Ended.Logged(1).After, Trust));
        Assert.False(CommentRecord.IsRestricted(Ended.Logged(1, other).After, Trust));
        foreach (var team in (AccountTeam[])[new(other, null, []), new(null, other, []), new(null, null, [other])])
            Assert.True(CommentRecord.IsRestricted(Ended.Logged(1, other).After with { Team = team }, Trust));
    }

    [Fact]
    public void A_late_comment_says_so_and_an_open_one_is_not_there()
    {
        var logged = Ended.Logged(1).After;
        Assert.Null(CommentRecord.Of(logged, Trust));
        Assert.Empty(RecordErrands.Of(logged));
        var late = Assert.IsType<Ruling<ReceivedComment>.Allowed>(ReceivedCommentRules.Reply(logged, Ended.Said(ReplyKind.Answer) with { SentAt = Sample.Now.AddDays(4), RecordedAt = Sample.Now.AddDays(4) })).After;
        Assert.Equal(("Late", Sample.Now.AddHours(-1), Sample.Now.AddDays(4), Sample.Now.AddDays(4).AddYears(6)),
            CommentRecord.Of(late, Trust) is { } entry ? (entry.Outcome, entry.OpenedAt, entry.EndedAt, entry.RetainUntil) : default);
        Assert.Single(RecordErrands.Of(late));
    }

    [Fact]
    public void A_handover_that_its_leaver_was_not_told_of_is_restricted_and_so_is_every_urgent_one()
    {
        var (priya, martin) = (Cast.Teachers[0].Ref(), Cast.Martin.Ref());
        Assert.False(HandoverRecord.IsRestricted(Ended.Refused(Ended.Asked(1, HandoverWhy.Leaving, priya).After).After, Ended.Trust));
        Assert.True(HandoverRecord.IsRestricted(Ended.Refused(Ended.Asked(1, HandoverWhy.Leaving, martin).After).After, Ended.Trust));
        Assert.True(HandoverRecord.IsRestricted(Ended.Asked(1, HandoverWhy.Urgent, martin).After with { LeaverKnows = true }, Ended.Trust));
    }

    [Fact]
    public void A_handover_that_was_carried_out_is_kept_as_long_as_its_account_and_an_open_one_is_not_there()
    {
        var asked = Ended.Asked(1, HandoverWhy.Leaving, Cast.Teachers[0].Ref()).After;
        Assert.Null(HandoverRecord.Of(asked, Ended.Trust));
        Assert.Empty(RecordErrands.Of(asked));
        var refused = Ended.Refused(asked).After;
        Assert.Equal(Sample.Now.AddYears(1), HandoverRecord.Of(refused, Ended.Trust)!.RetainUntil);
        var completed = refused with { Status = HandoverStatus.Completed, Confirmations = [new Confirmed(EndState.Sessions, Cast.Nora.Ref(), Sample.Now, "Seen"), new Confirmed(EndState.Rotation, Cast.Nora.Ref(), Sample.Now, "Seen")] };
        Assert.Null(HandoverRecord.Of(completed, Ended.Trust)!.RetainUntil);
        Assert.Equal([Cast.Sam.DirectoryId!, Cast.Nora.DirectoryId!], HandoverRecord.Of(completed, Ended.Trust)!.DecidedBy);
    }

    [Fact]
    public void Releases_of_sign_in_details_and_the_register_of_accounts_are_no_part_of_the_record() =>
        Assert.All((string[])[CaseReference.Release, CaseReference.Account], kind => Assert.Null(RecordKinds.Find(kind)));

    private static Incident Incident(Report report)
    {
        var opened = IncidentRules.Open(Sample.Reference(1), report, Sample.Priya, "north", "draft", Sample.Now).After;
        return opened with { Status = IncidentStatus.Closed, Outcome = Ended.Outcome };
    }
}
