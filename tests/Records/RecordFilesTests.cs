using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.Records;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Records;

/// <summary>The files of a case lie in the library under their hash, whole, and never one that may be indecent.</summary>
public sealed class RecordFilesTests
{
    private const int Large = 5 * 1024 * 1024;
    private static readonly KeyValuePair<string, string?> OneUnitAtATime = new("Graph:Records:Slice", "1310720");

    [Fact]
    public async Task Small_and_large_files_arrive_under_their_hash_and_no_token_goes_with_the_slices()
    {
        await using var rig = await RecordRig.StartAsync(OneUnitAtATime);
        var (small, large) = (Ended.File(5000, 1), Ended.File(Large, 2));
        await rig.KeepAsync(Ended.PieceOf(1, 0), small);
        await rig.KeepAsync(Ended.PieceOf(1, 1), large);
        var incident = await Ended.IncidentAsync(rig.Store, 1, small, large);
        await rig.DrainAsync();
        Assert.Equal(
            incident.Evidence.Select(piece => $"INC-2026-0001/{piece.Hash}.txt").Order(StringComparer.Ordinal), rig.Evidence.Files.Keys);
        Assert.Contains(rig.Evidence.Files.Values, file => file.SequenceEqual(small));
        Assert.Contains(rig.Evidence.Files.Values, file => file.SequenceEqual(large));
        Assert.Equal("2", Assert.Single(rig.Incidents.Items).Text("Files"));
        Assert.DoesNotContain(rig.Evidence.Files.Keys, name => name.Contains(Ended.Word, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_large_upload_goes_on_after_a_kill_where_it_was()
    {
        await using var rig = await RecordRig.StartAsync(OneUnitAtATime);
        var large = Ended.File(Large, 2);
        await rig.KeepAsync(Ended.PieceOf(1, 0), large);
        await Ended.IncidentAsync(rig.Store, 1, large);
        var slices = 0;
        rig.Graph.Misbehave = call => call is { Method: "PUT", Segments: ["upload", _] } && ++slices == 3 ? Fault.Reset() : null;
        Assert.IsType<Settlement.Later>(Assert.Single(await rig.AttemptAsync()));
        Assert.Equal(2 * 1310720, Assert.Single(rig.Graph.Uploads).Value.Bytes.Count);

        await rig.RestartAsync();
        rig.Time.Advance(TimeSpan.FromMinutes(10));
        await rig.DrainAsync();
        Assert.Equal(large, Assert.Single(rig.Evidence.Files).Value);
        Assert.Single(rig.Graph.Requests, call => call.Segments is [.., "createUploadSession"]);
        Assert.Equal(1 + (Large / 1310720), slices);
    }

    [Fact]
    public async Task An_upload_whose_address_has_run_out_begins_anew()
    {
        await using var rig = await RecordRig.StartAsync(OneUnitAtATime);
        var large = Ended.File(Large, 2);
        await rig.KeepAsync(Ended.PieceOf(1, 0), large);
        await Ended.IncidentAsync(rig.Store, 1, large);
        var slices = 0;
        rig.Graph.Misbehave = call => call is { Method: "PUT", Segments: ["upload", _] } && ++slices == 3 ? Fault.Reset() : null;
        await rig.AttemptAsync();
        rig.Graph.Uploads.Clear();
        await rig.DrainAsync();
        Assert.Equal(large, Assert.Single(rig.Evidence.Files).Value);
    }

    [Fact]
    public async Task What_lies_there_with_another_hash_is_taken_away_and_put_again()
    {
        await using var rig = await RecordRig.StartAsync();
        var small = Ended.File(5000, 1);
        await rig.KeepAsync(Ended.PieceOf(1, 0), small);
        await Ended.IncidentAsync(rig.Store, 1, small);
        rig.Graph.Garbles = file => [.. file.Reverse()];
        Assert.Equal("AnotherHash", Assert.IsType<Settlement.Later>(Assert.Single(await rig.AttemptAsync())).Reason);
        Assert.Empty(rig.Evidence.Files);
        rig.Graph.Garbles = null;
        await rig.DrainAsync();
        rig.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(small, Assert.Single(rig.Evidence.Files).Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_may_be_indecent_never_leaves_the_bots_own_store(bool answered)
    {
        await using var rig = await RecordRig.StartAsync();
        var file = Ended.File(5000, 1);
        await rig.KeepAsync(Ended.PieceOf(1, 0), file);
        await Ended.IncidentAsync(
            rig.Store, 1, answered ? Sample.Report with { Answered = Route.IndecentImage } : Sample.Report with { Answered = Route.ChildAtRisk, Suggested = Route.IndecentImage }, file);
        await rig.DrainAsync();
        Assert.Equal("0", Assert.Single(rig.Restricted.Items).Text("Files"));
        Assert.Empty(rig.Evidence.Files);
        Assert.Empty(rig.RestrictedEvidence.Files);
        Assert.DoesNotContain(rig.Graph.Requests, call => call.Method == "PUT" || call.Segments is [.., "createUploadSession"]);
    }

    [Fact]
    public async Task Pictures_of_a_second_opinion_lie_beside_it_and_go_with_its_decision()
    {
        await using var rig = await RecordRig.StartAsync();
        var (open, hidden) = (Ended.File(5000, 1), Ended.File(5000, 2));
        await rig.KeepAsync(Ended.PieceOf(0x1001, 0), open);
        await rig.KeepAsync(Ended.PieceOf(0x1002, 0), hidden);
        var agreed = await Ended.OpinionAsync(rig.Store, 1, [open]);
        await Ended.OpinionAsync(rig.Store, 2, [hidden], Sample.Martin);
        await rig.DrainAsync();
        var (name, lies) = Assert.Single(rig.Evidence.Files);
        Assert.Equal($"OPN-2026-0001/{agreed.Post.PictureFiles[0].Hash}.txt", name);
        Assert.Equal(open, lies);
        Assert.Equal(hidden, Assert.Single(rig.RestrictedEvidence.Files).Value);
        Assert.Equal((0, "The record and the database say the same.\n"), await rig.ReconcileAsync() is var (code, said) ? (code, said.ReplaceLineEndings("\n")) : default);

        var changed = (Ruling<SecondOpinion>.Allowed)OpinionRules.SendAgain(agreed, agreed.Post with { Text = "Another text" }, [], agreed.Readers, Sample.Now);
        await rig.Store.CommitAsync(Sample.Turn("change") with { Case = new CaseChange(agreed.Version, changed.After, changed.Entries) });
        await rig.DrainAsync();
        Assert.Empty(rig.Evidence.Files);
        Assert.Empty(rig.Site.List(RecordLists.Opinions).Items);
    }

    [Fact]
    public async Task A_file_that_is_gone_or_was_altered_in_the_bots_own_store_is_said_and_nothing_is_put_in_its_place()
    {
        await using var rig = await RecordRig.StartAsync();
        await rig.KeepAsync(Ended.PieceOf(1, 0), Ended.File(5000, 9));
        await Ended.IncidentAsync(rig.Store, 1, Ended.File(5000, 1));
        Assert.Equal("EvidenceLost", Assert.IsType<Settlement.Parked>(Assert.Single(await rig.AttemptAsync())).Reason);
        Assert.Single(rig.Incidents.Items);
        Assert.Empty(rig.Evidence.Files);
    }
}
