using System.Text.Json;
using PolicyBot.Cards;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Storage;
using PolicyBot.Dialogs;
using PolicyBot.Policy;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Storage;
using Pictures = PolicyBot.Tests.Cards.Sample;

namespace PolicyBot.Tests.Evidence;

/// <summary>What may happen to a case's files, and that records of before there were any still read.</summary>
public sealed class EvidenceRulesTests
{
    private static readonly ImmutableArray<EvidencePiece> Sent = [new("00000001-1", "00000001", Sample.Priya, Sample.Now, "one.png", null)];
    private static readonly string Hash = new('a', 64);
    private static readonly EvidenceReceipt Received = new(null, "image/png", 11, Hash);

    [Fact]
    public void A_closed_case_takes_no_file_and_none_too_many_and_none_once_it_is_marked()
    {
        var incident = Sample.Incident(1);
        Assert.IsType<Ruling<Incident>.Allowed>(EvidenceRules.Send(incident, Sent, Sample.Priya, Sample.Now));
        Refused("finished", EvidenceRules.Send(incident with { Status = IncidentStatus.Closed }, Sent, Sample.Priya, Sample.Now));
        Refused("20 files", EvidenceRules.Send(incident with { Evidence = Pictures.Files(20, "x", EvidenceState.Kept) }, Sent, Sample.Priya, Sample.Now));
        var marked = After(EvidenceRules.Mark(incident, Sample.Priya, Sample.Now));
        Refused("no file", EvidenceRules.Send(marked, Sent, Sample.Priya, Sample.Now));
        Refused("already", EvidenceRules.Mark(marked, Sample.Priya, Sample.Now));
    }

    [Fact]
    public void A_file_is_settled_once()
    {
        var sent = After(EvidenceRules.Send(Sample.Incident(1), Sent, Sample.Priya, Sample.Now));
        var kept = After(EvidenceRules.Settle(sent, "00000001-1", Received, Sample.Now));
        Assert.Equal((EvidenceState.Kept, Hash, (DateTimeOffset?)Sample.Now), (kept.Evidence[0].State, kept.Evidence[0].Hash, kept.Evidence[0].ReceivedAt));
        Refused("already", EvidenceRules.Settle(kept, "00000001-1", Received, Sample.Now));
        Refused("already", EvidenceRules.Settle(kept, "00000001-2", Received, Sample.Now));
    }

    [Theory, OnBoth]
    public async Task Files_are_stored_with_their_case_and_its_trail(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Opening(1));
        var loaded = (await memory.Store.Incidents.FindAsync(Sample.Reference(1), TestContext.Current.CancellationToken))!;
        Assert.Equal((0, true), (loaded.Evidence.Length, loaded.TakesFiles));
        var sent = Assert.IsType<Ruling<Incident>.Allowed>(EvidenceRules.Send(loaded, Sent, Sample.Priya, Sample.Now));
        await memory.Store.CommitAsync(Sample.Turn("send") with { Case = new CaseChange(loaded.Version, sent.After, sent.Entries) });
        var after = (await memory.Store.Incidents.FindAsync(Sample.Reference(1), TestContext.Current.CancellationToken))!;
        Assert.Equal(Sent[0], Assert.Single(after.Evidence));
        Assert.Null(after.Trail.FaultIn(after.Reference, await memory.Store.TrailOfAsync(after.Reference, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void A_case_and_a_chat_that_were_stored_before_there_were_files_still_read()
    {
        var incident = Sample.Incident(1);
        var json = JsonSerializer.Serialize(incident, StoredJson.Default.Incident).Replace(",\"evidence\":[]", "", StringComparison.Ordinal).Replace(",\"noFiles\":false", "", StringComparison.Ordinal);
        Assert.DoesNotContain("vidence", json, StringComparison.Ordinal);
        var read = JsonSerializer.Deserialize(json, StoredJson.Default.Incident)!;
        Assert.Equal((0, false, 20), (read.Evidence.Length, read.NoFiles, EvidencePieces.Room(read.Evidence)));

        var chat = ConversationCodec.Read("""{"greeted":true,"draft":{"id":"d","startedAt":"2026-11-23T09:00:00+00:00","step":"What"},"asked":[]}""");
        Assert.Empty(chat.Offers);
        Assert.Empty(chat.Draft!.Evidence);
    }

    [Fact]
    public void In_Teams_a_leader_is_asked_first_and_nothing_is_noted_before_they_agree()
    {
        var incident = After(EvidenceRules.Settle(After(EvidenceRules.Send(Pictures.Reported, Sent, Sample.Priya, Sample.Now)), "00000001-1", Received, Sample.Now));
        var decision = Get(incident, new FoundFile(Hash, null));
        var offered = Assert.IsType<Send.ToPerson>(Assert.Single(decision.Sends));
        Assert.Equal(("id-ann", "INC-2026-0042-1.png"), (offered.PersonId, offered.Message.File!.Name));
        Assert.Null(decision.Case);
        Assert.Equal("incident.evidence.altered", Assert.Single(Get(incident, new FoundFile(new string('b', 64), null)).Case!.Entries).Type);
        Assert.Equal("incident.evidence.altered", Assert.Single(Get(incident, new FoundFile(null, null)).Case!.Entries).Type);
    }

    private static Decision Get(Incident incident, FoundFile found)
    {
        var pressed = new Arrival.Pressed(Verbs.EvidenceGet, new PressedData(JsonElement.Parse("""{"ref":"INC-2026-0042","chosen":"00000001-1"}""")), Automatic: false);
        var where = new Conversation("19:n@thread.tacv2", "tenant", ConversationKind.Channel, null, "{}", Active: true, ConversationState.Fresh, 1);
        var step = HandOutEvidence.Step(pressed);
        Assert.Equal("00000001-1", step.Needs.File);
        return step.Decide(
            new Turn("turn", pressed, new Asker("id-ann", "Ann Lee", Standing.Staff, "north"), where, null, Sample.Now),
            new Known(Pictures.Trust, Pictures.Library, new PolicyAnswerer(Pictures.Library), new ScriptedReader(), new ScriptedDrafts()) { Case = incident, File = found });
    }

    private static Incident After(Ruling<Incident> ruling) => Assert.IsType<Ruling<Incident>.Allowed>(ruling).After;

    private static void Refused(string words, Ruling<Incident> ruling) =>
        Assert.Contains(words, Assert.IsType<Ruling<Incident>.Refused>(ruling).Sentence, StringComparison.Ordinal);
}
