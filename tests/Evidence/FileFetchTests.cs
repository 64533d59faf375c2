using PolicyBot.Bot.Evidence;
using PolicyBot.Bot.Turn;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Storage;
using PolicyBot.Dialogs;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Outbox;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Evidence;

/// <summary>What a worker does with a file that Priya sent for the report she is writing, whatever happens on the way.</summary>
public sealed class FileFetchTests : IAsyncLifetime
{
    private const string Offer = "00000000000000000000000000000001";
    private const string Draft = "draft-1";
    private DeliveryRig? rig;
    private FakeFileHost? files;

    private DeliveryRig Rig => rig!;

    private FakeFileHost Files => files!;

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => (rig, files) = (await DeliveryRig.StartAsync(), await FakeFileHost.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await Rig.DisposeAsync();
        await Files.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_kept_under_our_name_as_it_came_and_known_by_its_hash()
    {
        var picture = SampleFiles.Png("Zorkmidian");
        await SendAsync(Files.Shows(picture));
        await Rig.WorkAsync();
        var piece = Assert.Single(await PiecesAsync());
        Assert.Equal((EvidenceState.Kept, "image/png", (long)picture.Length, EvidenceHash.Of(picture)), (piece.State, piece.ContentType, piece.Size, piece.Hash));
        Assert.Equal(picture, await File.ReadAllBytesAsync(Path.Combine(Rig.EvidenceFolder, $"{Offer}-1"), Ended));
        Assert.Equal([$"{Offer}-1"], Directory.GetFiles(Rig.EvidenceFolder).Select(Path.GetFileName));
        Assert.Equal(0, (await Rig.BacklogAsync()).Waiting);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(408)]
    public async Task What_fails_for_a_moment_is_tried_again(int status)
    {
        Files.Misbehave = _ => Files.Calls.Count == 1 ? (status, null) : null;
        await SendAsync(Files.Shows(SampleFiles.Png("Zorkmidian")));
        await Rig.WorkAsync();
        Assert.Equal(EvidenceState.UnderWay, Assert.Single(await PiecesAsync()).State);
        await Rig.WorkAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((EvidenceState.Kept, 2), (Assert.Single(await PiecesAsync()).State, Files.Calls.Count));
    }

    [Fact]
    public async Task What_cannot_be_had_after_several_tries_is_given_up()
    {
        Files.Misbehave = _ => (503, null);
        await SendAsync(Files.Shows(SampleFiles.Png("Zorkmidian")));
        for (var round = 0; round < 5; round++)
            await Rig.WorkAfterAsync(TimeSpan.FromMinutes(10));
        Assert.Equal((EvidenceFault.NotReached, 3), (Assert.Single(await PiecesAsync()).Fault, Files.Calls.Count));
    }

    [Theory]
    [InlineData(302, EvidenceFault.Elsewhere)]
    [InlineData(307, EvidenceFault.Elsewhere)]
    [InlineData(401, EvidenceFault.NotReached)]
    [InlineData(404, EvidenceFault.NotReached)]
    [InlineData(410, EvidenceFault.NotReached)]
    public async Task What_leads_elsewhere_or_is_gone_is_asked_for_once(int status, EvidenceFault fault)
    {
        var elsewhere = Files.Shows(SampleFiles.Png("Elsewhere"));
        Files.Misbehave = call => elsewhere.EndsWith(call.Path, StringComparison.Ordinal) ? null : (status, elsewhere);
        await SendAsync(Files.Shows(SampleFiles.Png("Zorkmidian")));
        await Rig.WorkAfterAsync(TimeSpan.FromMinutes(10));
        Assert.Equal((EvidenceFault?)fault, Assert.Single(await PiecesAsync()).Fault);
        Assert.Single(Files.Calls);
        Assert.False(Directory.Exists(Rig.EvidenceFolder));
    }

    [Fact]
    public async Task What_is_too_large_or_of_no_kind_that_is_taken_is_not_kept_whatever_it_is_called()
    {
        await SendAsync(Files.Shows(SampleFiles.Png(new string('z', 1000))), Files.Shows(SampleFiles.Program("Zorkmidian")), Files.Shows([]));
        await Rig.WorkAsync();
        Assert.Equal([EvidenceFault.TooLarge, EvidenceFault.WrongKind, EvidenceFault.WrongKind], (await PiecesAsync()).Select(piece => piece.Fault));
        Assert.False(Directory.Exists(Rig.EvidenceFolder));
    }

    [Fact]
    public async Task The_same_bytes_are_kept_once()
    {
        await SendAsync(Files.Shows(SampleFiles.Png("Zorkmidian")), Files.Shows(SampleFiles.Png("Zorkmidian")), Files.Shows(SampleFiles.Png("Blivetine")));
        await Rig.WorkAsync();
        var pieces = await PiecesAsync();
        Assert.Equal(2, pieces.Count(piece => piece.IsKept));
        Assert.Equal(2, Directory.GetFiles(Rig.EvidenceFolder).Length);
        Assert.All(pieces.Where(piece => piece.IsKept), piece => Assert.True(File.Exists(Path.Combine(Rig.EvidenceFolder, piece.Id))));
    }

    [Fact]
    public async Task Stopped_between_keeping_and_noting_it_is_noted_once_and_not_fetched_again()
    {
        var picture = SampleFiles.Png("Zorkmidian");
        await SendAsync(Files.Shows(picture));
        await Rig.Evidence.KeepAsync($"{Offer}-1", picture, Ended);
        await Rig.WorkAsync();
        Assert.Empty(Files.Calls);
        Assert.Equal((EvidenceState.Kept, EvidenceHash.Of(picture)), (Assert.Single(await PiecesAsync()).State, Assert.Single(await PiecesAsync()).Hash));
        Assert.Single(Directory.GetFiles(Rig.EvidenceFolder));
    }

    [Fact]
    public async Task Stopped_after_noting_it_nothing_is_counted_twice()
    {
        await SendAsync(Files.Shows(SampleFiles.Png("Zorkmidian")));
        await Rig.WorkAsync();
        await QueueAsync(Files.Shows(SampleFiles.Png("Blivetine")), 0, "again"); // the row as it was, carried by somebody who did not hear of the end
        await Rig.WorkAsync();
        Assert.True(Assert.Single(await PiecesAsync()).IsKept);
        Assert.Single(Files.Calls);
        Assert.Equal(SampleFiles.Png("Zorkmidian"), await Rig.Evidence.FindAsync($"{Offer}-1", Ended));
    }

    [Fact]
    public async Task A_report_that_was_thrown_away_meanwhile_leaves_no_file()
    {
        await SendAsync(Files.Shows(SampleFiles.Png("Zorkmidian")));
        await Rig.Evidence.KeepAsync($"{Offer}-1", SampleFiles.Png("Zorkmidian"), Ended);
        await ChangeAsync(state => state with { Draft = null });
        await Rig.WorkAsync();
        Assert.Empty(Files.Calls);
        Assert.Empty(Directory.GetFiles(Rig.EvidenceFolder));
    }

    [Fact]
    public async Task A_report_that_was_marked_meanwhile_is_fetched_nothing_for()
    {
        await SendAsync(Files.Shows(SampleFiles.Png("Zorkmidian")));
        await ChangeAsync(state => state with { Draft = state.Draft! with { NoFiles = true } });
        await Rig.WorkAsync();
        Assert.Empty(Files.Calls);
        Assert.Equal(EvidenceFault.NoFiles, Assert.Single(await PiecesAsync()).Fault);
    }

    [Fact]
    public async Task A_report_that_was_sent_meanwhile_has_the_file_in_its_case_with_an_entry_in_its_trail()
    {
        await SendAsync(Files.Shows(SampleFiles.Png("Zorkmidian")));
        var draft = (await Rig.ChatAsync()).State.Draft!;
        var opened = IncidentRules.Open(Sample.Reference(1), Sample.Report, Sample.Priya, "north", Draft, Sample.Now);
        var brought = EvidenceRules.Bring(opened.After, draft, Sample.Now)!;
        await Rig.CommitAsync(Sample.Turn("submit") with
        {
            Conversation = await Rig.ChatAsync() with { State = ConversationState.Fresh },
            Case = new CaseChange(0, brought.After, [.. opened.Entries, .. brought.Entries]),
        });

        await Rig.WorkAsync();
        var incident = (await Rig.Store.Incidents.FindAsync(Sample.Reference(1), Ended))!;
        Assert.True(Assert.Single(incident.Evidence).IsKept);
        var trail = await Rig.Store.TrailOfAsync(incident.Reference, Ended);
        Assert.Equal(["incident.reported", "incident.evidence.brought", "incident.evidence.kept"], trail.Select(entry => entry.Type));
        Assert.Contains(EvidenceHash.Of(SampleFiles.Png("Zorkmidian")), trail[^1].Data, StringComparison.Ordinal);
        Assert.Null(incident.Trail.FaultIn(incident.Reference, trail));
    }

    [Fact]
    public async Task While_the_folder_cannot_be_written_the_file_waits()
    {
        await File.WriteAllTextAsync(Rig.EvidenceFolder, "in the way", Ended);
        await SendAsync(Files.Shows(SampleFiles.Png("Zorkmidian")));
        await Rig.WorkAsync();
        Assert.Equal(EvidenceState.UnderWay, Assert.Single(await PiecesAsync()).State);
        File.Delete(Rig.EvidenceFolder);
        await Rig.WorkAfterAsync(TimeSpan.FromMinutes(10));
        Assert.True(Assert.Single(await PiecesAsync()).IsKept);
    }

    [Fact]
    public async Task No_word_of_a_file_is_logged()
    {
        await SendAsync(Files.Shows(SampleFiles.Png("Zorkmidian")), "https://evil.test/Grufalinda");
        await Rig.WorkAsync();
        Assert.DoesNotContain(Rig.Log.Lines, line => line.Contains("Blivetine", StringComparison.Ordinal) || line.Contains("Grufalinda", StringComparison.Ordinal));
    }

    private async Task SendAsync(params string[] addresses)
    {
        ImmutableArray<EvidencePiece> pieces = [.. addresses.Select((_, number) => new EvidencePiece($"{Offer}-{number + 1}", Offer, Sample.Priya, Sample.Now, "Blivetine.png", null))];
        await ChangeAsync(state => state with { Draft = new ReportDraft(Draft, Sample.Now, ReportStep.What) { Academy = "north", Evidence = pieces } });
        foreach (var (number, address) in addresses.Index())
            await QueueAsync(address, number, "");
    }

    private Task QueueAsync(string address, int number, string again) =>
        Rig.QueueAsync(Consequences.Of([new Send.File($"{CardKeys.File($"{Offer}-{number + 1}")}{again}", new FileErrand.Fetch($"{Offer}-{number + 1}", Draft, Sample.Chat, address, Picture: true))]));

    private async Task ChangeAsync(Func<ConversationState, ConversationState> change)
    {
        var chat = await Rig.ChatAsync();
        await Rig.CommitAsync(Sample.Turn($"change-{chat.Version}") with { Conversation = chat with { State = change(chat.State) } });
    }

    private async Task<ImmutableArray<EvidencePiece>> PiecesAsync() => (await Rig.ChatAsync()).State.Draft!.Evidence;
}
