using System.Globalization;
using PolicyBot.Bot.Commands;
using PolicyBot.Cases.Records;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Fakes.Graph;

namespace PolicyBot.Tests.Records;

/// <summary>
/// The whole product with Graph: every kind of case is walked to its end in conversation with a bot that is a process of its own, before a Graph that fails one call in five, and
/// three times in the midst of a call the process is killed. Each record, each line in a feed and each file is there once.
/// </summary>
public sealed class WholeProductTests : IAsyncLifetime
{
    private const int Seed = 20261123;

    // A picture that goes up in slices.
    private static readonly byte[] Large = [.. SampleFiles.Png("large"), .. new byte[5_000_000]];
    private static readonly byte[] Small = SampleFiles.Png("small");
    private static readonly byte[] Cup = SampleFiles.Png("cup");

    private readonly List<string> feed = [];
    private readonly DirectorySchool tenant = new() { Whole = true, Apart = true };
    private readonly Random random = new(Seed);
    private int kills;

    // In the midst of a line, of a create and of a large file, once each: what was sent has arrived, and nobody heard of it.
    private Func<GraphRequest, bool>[] fatal =
    [
        call => call.Path.EndsWith("sendActivityNotification", StringComparison.Ordinal),
        call => call is { Method: "POST", Segments: [.., "items"] },
        call => call is { Method: "PUT", Segments: ["upload", _] } && call.Header("Content-Range")?.StartsWith("bytes 0-", StringComparison.Ordinal) is false,
    ];

    private int faults;

    private School School => tenant.School;

    private Participant Sam => School.InChat(Cast.Sam);

    private GraphSite Site => tenant.Graph.Sites[0];

    private GraphSite Restricted => tenant.Graph.Sites[1];

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => tenant.InitializeAsync();

    public ValueTask DisposeAsync() => tenant.DisposeAsync();

    [Fact(Timeout = 5 * 60 * 1000)]
    public async Task Every_flows_record_line_and_file_arrives_once_through_faults_and_three_kills_and_reconcile_mends_what_hands_altered()
    {
        tenant.Graph.Misbehave = Misbehave;
        tenant.Graph.Duplicates = call => call is { Method: "POST", Segments: [.., "items"] } && call.Number % 10 == 0;

        var incident = await IncidentAsync();
        var child = await ChildAtRiskAsync();
        var opinion = await OpinionAsync();
        var comment = await CommentAsync();
        var handover = await HandoverAsync();
        var question = await QuestionAsync();
        await NewLeadAsync();
        await DrainAsync();

        Assert.Equal(3, kills);
        var (calls, parts) = (tenant.Graph.Requests.Count, faults);
        tenant.Graph.Misbehave = _ => null;
        tenant.Graph.Duplicates = _ => false;
        foreach (var (list, key) in ((string, string)[])[
            (RecordLists.Incidents, incident), (RecordLists.Opinions, opinion), (RecordLists.Comments, comment), (RecordLists.Handovers, handover), (RecordLists.Questions, question)])
            Assert.Equal([key], Site.List(list).Items.Select(item => item.Text("CaseKey")));
        Assert.Equal([child], Restricted.List(RecordLists.Restricted).Items.Select(item => item.Text("CaseKey")));
        Assert.Equal([Large, Small, Cup], Site.List(RecordLists.Evidence).Files.OrderBy(file => file.Key.Split('/')[0], StringComparer.Ordinal).ThenByDescending(file => file.Value.Length).Select(file => file.Value));
        Assert.Equal([Small], Restricted.List(RecordLists.RestrictedEvidence).Files.Values);
        Assert.Equal(
            feed.Order(StringComparer.Ordinal),
            tenant.Graph.People.Keys.SelectMany(person => tenant.Graph.FeedOf(person).Select(line => $"{person} {line.Reference} {line.Type}")).Order(StringComparer.Ordinal));
        Assert.Equal((0, "The record and the database say the same."), await ReconcileAsync());

        await InListsAsync(incident, child, question);
        await InTheDatabaseAsync(opinion, comment, question);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"6 records, 4 files, {feed.Count} lines; {parts} of {calls} calls went wrong, {kills} kills"));
    }

    /// <summary>One call in five goes wrong, in every way there is; and three that are well on their way take the process with them.</summary>
    private Fault? Misbehave(GraphRequest call)
    {
        lock (random)
        {
            if (Array.Find(fatal, each => each(call)) is { } deadly && School.Process.Bot.Kill())
            {
                fatal = [.. fatal.Where(each => each != deadly)];
                kills++;
                return Fault.Reset(accepted: true);
            }
            var accepted = random.Next(2) == 0;
            var fault = random.Next(200) switch
            {
                < 5 => Fault.Throttled(1),
                < 7 => Fault.ThrottledUntil(TimeProvider.System.GetUtcNow().AddSeconds(1)),
                < 13 => Fault.Gateway(503, accepted),
                < 17 => Fault.Gateway(502, accepted),
                < 22 => Fault.Reset(accepted),
                < 24 => Fault.Silence(accepted),
                < 28 => Fault.Coded(401, "InvalidAuthenticationToken"),
                < 32 => Fault.Coded(403, "accessDenied"),
                < 36 => Fault.Coded(409, "resourceModified"),
                < 40 => Fault.Coded(412, "preconditionFailed"),
                _ => null,
            };
            // A part of a batch has no connection of its own; and where people may not be read, nobody may do anything for a quarter of a minute, as other tests show.
            if (call is { Segments: ["$batch"] } or { Method: "GET", Segments: ["users" or "groups", ..] })
                fault = fault?.Status is 429 or 502 or 503 ? Fault.Coded(503, "serviceNotAvailable") : null;
            faults += fault is null ? 0 : 1;
            return fault;
        }
    }

    private async Task<string> IncidentAsync()
    {
        var (priya, martin) = (School.Teacher(), School.InChat(Cast.Martin).In(School.North.Place));
        var reference = await priya.ReportsAsync("Spam adverts for sunglasses under our post");
        await SendsFileAsync(priya, "small.png", Small);
        await SendsFileAsync(priya, "large.png", Large);
        await martin.AcknowledgesAsync(reference);
        await priya.GetsAsync(reference, "Martin Hughes");
        await martin.PressesAsync("Record outcome", on: reference);
        await martin.RecordsAsync("They were removed", on: reference);
        await School.North.ShowsAsync($"{reference}: closed");
        await priya.GetsAsync("Your report is finished", reference);
        Hear(reference, "caseWaiting", Cast.Martin, Cast.Grace);
        Hear(reference, "caseChanged", priya.Member);
        return reference;
    }

    private async Task<string> ChildAtRiskAsync()
    {
        var (tom, dina) = (School.Teacher(), School.InChat(Cast.Dina));
        var reference = await tom.ReportsAsync("Spam adverts for sunglasses, and a pupil answered", "A child may be at risk");
        await SendsFileAsync(tom, "one.png", Small);
        await dina.AcknowledgesAsync(reference);
        await dina.PressesAsync("Record outcome", on: reference);
        await dina.RecordsAsync("It was looked into", on: reference);
        await tom.GetsAsync("Your report is finished", reference);
        Hear(reference, "caseWaiting", Cast.Dina);
        Hear(reference, "caseChanged", tom.Member);
        return reference;
    }

    private async Task<string> OpinionAsync()
    {
        var (amy, sam) = (School.Teacher(), Sam);
        await amy.DescribesAsync("The netball team won on Saturday");
        await amy.PressesAsync("Change the rest");
        await SendsFileAsync(amy, "cup.png", Cup, "Saved with your draft");
        await amy.PressesAsync("Carry on with the draft");
        await amy.Fills("Pictures or video: what do they show, and whom?", "A silver cup on a table, nobody in it").PressesAsync("Next");
        await amy.PressesAsync("Send it to them");
        var reference = amy.Reference;
        await sam.HasToReadAsync(reference);
        await sam.PressesAsync("Agree", on: $"{reference}: please read this");
        await amy.GetsAsync("Agreed: you can post it");
        Hear(reference, "draftWaiting", Cast.Sam);
        Hear(reference, "caseChanged", amy.Member);
        return reference;
    }

    private async Task<string> CommentAsync()
    {
        var (ben, cara) = (School.Teacher(), School.Teacher());
        await ben.SaysAsync("hello");
        await School.RegistersAsync("Harvest page", ben.Member);
        var reference = await cara.LogsAsync("Facebook: Harvest page", "half an hour ago", "Is the fair on?", "A query");
        await ben.HasCommentAsync(reference);
        await ben.PressesAsync("Record a reply", on: reference);
        await ben.Chooses("What was sent?", "A full answer").PressesAsync("Record it");
        await cara.GetsAsync($"{reference}: answered");
        return reference;
    }

    private async Task<string> HandoverAsync()
    {
        var (dev, ella, sam) = (School.Teacher(), School.Teacher(), Sam);
        await ella.SaysAsync("hello");
        var account = await School.HasAccountAsync("Drama club", "x", dev.Member);
        var lastDay = TimeProvider.System.GetUtcNow().AddDays(25).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var reference = await dev.AsksToHandOverAsync(account, ella.Member, lastDay);
        await sam.DecidesAsync(reference);
        await ella.GetsAsync($"{reference}: under way");
        await School.WalksAsync(dev, ella, sam, reference);
        await ella.GetsAsync("The handover of an account: it is your turn", reference);
        await ella.ConfirmsAsync(School, reference);
        await sam.GetsAsync("ready to be finished", reference);
        await sam.PressesAsync("Finish the handover", on: $"{reference}: ready");
        await dev.GetsAsync($"{reference}: finished");
        Hear(reference, "caseYours", ella.Member);
        return reference;
    }

    private async Task<string> QuestionAsync()
    {
        var (finn, sam) = (School.Teacher(), Sam);
        var reference = await finn.SendsOnAsync();
        await sam.GetsAsync(reference);
        await sam.AnswersAsync(reference, "Please ask your line manager.");
        await finn.GetsAsync("Please ask your line manager.");
        Hear(reference, "caseChanged", finn.Member);
        return reference;
    }

    private async Task NewLeadAsync()
    {
        var gita = School.Teacher();
        var account = await Sam.AddsAccountAsync("reading_group", gita.Member);
        await gita.GetsAsync(account);
        Hear(account, "caseYours", gita.Member);
    }

    /// <summary>What hands altered in SharePoint: changed, deleted, added, and a restricted case put where everybody reads.</summary>
    private async Task InListsAsync(string incident, string child, string question)
    {
        Site.List(RecordLists.Incidents).Of(incident)[0].Set("Outcome", "by hand");
        Site.List(RecordLists.Questions).Items.Clear();
        Site.List(RecordLists.Comments).Add(Site.List(RecordLists.Incidents).Items[0].Fields.DeepClone().AsObject());
        Site.List(RecordLists.Incidents).Add(Restricted.List(RecordLists.Restricted).Items[0].Fields.DeepClone().AsObject());
        var files = Site.List(RecordLists.Evidence).Files;
        files.Remove(files.First(file => file.Value.Length == Large.Length).Key);
        files[files.First(file => file.Value.SequenceEqual(Cup)).Key] = Small;

        await NamesAsync(
            $"{incident}, PolicyBot incidents: differs in Outcome", $"{question}, PolicyBot questions: is missing", $"{incident}, PolicyBot comments: stands in another kind's list",
            $"{child}, PolicyBot incidents: a restricted case stands in an open list", $"{incident}, PolicyBot evidence: the file", "was altered");
        Assert.Equal(0, (await ReconcileAsync("--repair")).Code);
        Assert.Equal((0, "The record and the database say the same."), await ReconcileAsync());
        Assert.Equal(3, files.Count);
    }

    /// <summary>What hands altered in the database: there the lists are the witness, and nothing is repaired from what is false. Put right again, nothing is missing.</summary>
    private async Task InTheDatabaseAsync(string opinion, string comment, string question)
    {
        School.Tamper($"CREATE TABLE kept AS SELECT * FROM cases WHERE reference IN ('{opinion}', '{comment}')");
        School.Tamper($"UPDATE cases SET record = REPLACE(record, 'instagram', 'facebook') WHERE reference = '{opinion}'");
        School.Tamper($"DELETE FROM cases WHERE reference = '{comment}'");
        School.Tamper($"CREATE TABLE more AS SELECT * FROM cases WHERE reference = '{question}'");
        School.Tamper("UPDATE more SET reference = 'QST-2026-9999', number = 9999, draft = 'by-hand'");
        School.Tamper("INSERT INTO cases SELECT * FROM more");

        var lines = (string[])[
            $"{opinion}, the database: the case was altered there", $"{comment}, PolicyBot comments: neither the database nor its log of disposals knows it", "QST-2026-9999, the database: the case was altered there"];
        await NamesAsync(lines);
        Assert.Equal(1, (await ReconcileAsync("--repair")).Code);
        await NamesAsync(lines);
        Assert.Equal([comment], Site.List(RecordLists.Comments).Items.Select(item => item.Text("CaseKey")));

        School.Tamper($"DELETE FROM cases WHERE reference IN ('QST-2026-9999', '{opinion}')");
        School.Tamper("INSERT INTO cases SELECT * FROM kept");
        Assert.Equal((0, "The record and the database say the same."), await ReconcileAsync());
    }

    private async Task NamesAsync(params string[] lines)
    {
        var (code, said) = await ReconcileAsync();
        Assert.Equal(1, code);
        Assert.All(lines, line => Assert.Contains(line, said, StringComparison.Ordinal));
    }

    private async Task SendsFileAsync(Participant person, string name, byte[] file, string saved = "Saved with your report")
    {
        await person.AttachesAsync("", new SentFile(name, School.Files.Shows(file), Picture: true));
        await person.PressesAsync("No");
        await person.GetsAsync(saved, name);
    }

    /// <summary>Everything goes out; what was refused too often an administrator sends again.</summary>
    private async Task DrainAsync()
    {
        await School.Process.DrainsAsync();
        while (await School.Process.ParkedAsync() > 0)
        {
            using var said = new StringWriter();
            Assert.Equal(0, await OutboxCommand.RunAsync(["--resend-all"], tenant.Configuration, TimeProvider.System, said, said));
            await School.Process.DrainsAsync();
        }
    }

    private async Task<(int Code, string Said)> ReconcileAsync(params string[] args)
    {
        using var said = new StringWriter();
        var code = await ReconcileCommand.RunAsync(args, tenant.Configuration, said, said);
        return (code, said.ToString().ReplaceLineEndings("\n").TrimEnd('\n'));
    }

    /// <summary>Of all lines of a case one stands in somebody's feed, and it is this one.</summary>
    private void Hear(string reference, string type, params Member[] people) => feed.AddRange(people.Select(person => $"{person.DirectoryId} {reference} {type}"));
}
