using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using PolicyBot.Bot.Commands;
using PolicyBot.Cards;
using PolicyBot.Dialogs;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Conversations;

/// <summary>People and roles from Entra, with groups in place of lists: what is taken away there is gone here, and what cannot be asked there grants nothing.</summary>
public sealed class DirectoryTests
{
    private const string Canary = "Quincewort";

    /// <summary>By what a person may do each thing. A new verb is a row here, or the tests below fail.</summary>
    private enum By
    {
        /// <summary>Being staff.</summary>
        Staff,

        /// <summary>Being one of those who handle this case.</summary>
        Handler,
    }

    private static readonly Dictionary<string, By> Table =
        Rows(
            "report.start report.restart report.resume report.danger report.help.continue report.what report.where report.who report.back "
            + "report.edit report.submit report.cancel report.view involved.reply reporter.answer question.send question.dislike "
            + "question.withdraw question.view question.card question.open question.form question.answer question.change question.pass "
            + "report.check incident.mine incident.edit incident.withdraw incident.withdrawn case.mine policy.ask policy.contents policy.section "
            + "policy.reading policy.acknowledge handover.start comment.log person.ask opinion.ask opinion.text opinion.comment opinion.around "
            + "opinion.goto opinion.send opinion.cancel opinion.restart opinion.resume opinion.draft opinion.read opinion.view opinion.card "
            + "opinion.open opinion.form opinion.agree opinion.reword opinion.change opinion.advise opinion.handon opinion.withdraw opinion.edit "
            + "opinion.copy opinion.record opinion.posted help.show evidence.no evidence.yes evidence.unsure evidence.for case.list drill.start"
            + " opinion.unpicture opinion.pictures opinion.picture comment.next comment.goto comment.draft comment.save comment.cancel"
            + " comment.restart comment.resume comment.view comment.card comment.open comment.form comment.reply comment.remove"
            + " comment.takeout comment.take comment.report comment.opinion comment.list comment.counts account.list account.mine account.open"
            + " account.card account.view account.add account.create account.form account.save account.confirm account.well account.came"
            + " account.cannot account.checkin handover.open release.open release.ask release.view release.see release.approve"
            + " release.refuse.form release.refuse release.withdraw release.again release.confirm vault.show vault.open vault.put vault.page"
            + " handover.send handover.cancel handover.view handover.card handover.show handover.list handover.form handover.decide"
            + " handover.name handover.step handover.skip handover.return handover.confirm handover.change handover.withdraw handover.finish", By.Staff)
        .Concat(Rows(
            "incident.view incident.acknowledge incident.outcome incident.close incident.card incident.more incident.do incident.takeover "
            + "incident.handon incident.assess incident.involve incident.refer incident.askreporter incident.note incident.commentstep "
            + "incident.breach incident.reopen incident.reveal incident.timeline incident.hold.form incident.hold incident.hold.lift "
            + "evidence.list evidence.get case.open", By.Handler))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>A way of saying each thing that means the same wherever it is typed.</summary>
    private static readonly Dictionary<Phrase, string> Typed = new()
    {
        [Phrase.Question] = "Can I follow a former pupil on Instagram?",
        [Phrase.Greeting] = "hello",
        [Phrase.Thanks] = "thanks",
        [Phrase.Help] = "help",
        [Phrase.Cancel] = "cancel",
        [Phrase.Report] = "report",
        [Phrase.MyReports] = "my reports",
        [Phrase.WhatIsAsked] = "what is asked",
        [Phrase.ReadPolicy] = "read the policy",
        [Phrase.HaveRead] = "i have read the policy",
        [Phrase.Cases] = "cases",
        [Phrase.Drill] = "drill",
        [Phrase.Check] = "check",
        [Phrase.Handover] = "handover",
        [Phrase.Handovers] = "handovers",
        [Phrase.Accounts] = "accounts",
        [Phrase.MyAccounts] = "my accounts",
        [Phrase.AddAccount] = "add an account",
        [Phrase.LogComment] = "log a comment",
        [Phrase.Comments] = "comments",
        [Phrase.OverdueComments] = "overdue comments",
        [Phrase.Vault] = "vault",
    };

    [Fact]
    public void Every_action_of_the_product_has_a_row() => Assert.Equal(AllVerbs().Order(StringComparer.Ordinal), Table.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task Names_academies_and_roles_come_from_Entra_and_a_report_goes_its_way()
    {
        await using var directory = await OpenAsync();
        var (priya, martin) = (directory.School.Teacher(), Martin(directory));
        var reference = await priya.ReportsAsync($"{Canary} was said");
        await directory.School.North.ShowsAsync(reference, Canary);
        await martin.AcknowledgesAsync(reference);
        await priya.GetsAsync("Martin Hughes");
    }

    [Fact]
    public async Task A_redacted_case_file_names_nobody_whom_only_Entra_knows()
    {
        await using var directory = await OpenAsync();
        var school = directory.School;
        var reference = await school.Teacher().ReportsAsync($"{Cast.Farah.Name} was laughed at in a post");
        using var files = new TemporaryFolder();
        using StringWriter output = new(), errors = new();
        string[] args = [reference, "--redact", "--out", files.Path];
        Assert.Equal(0, await ExportCases.RunAsync(args, school.Bot.Get<IConfiguration>(), school.Clock, output, errors));
        var text = await File.ReadAllTextAsync(Path.Combine(files.Path, $"{reference}-redacted.html"), TestContext.Current.CancellationToken);
        Assert.Contains("was laughed at", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.Farah.Name, text, StringComparison.Ordinal);

        await directory.LoseDirectoryAsync();
        Assert.Equal(1, await ExportCases.RunAsync(args, school.Bot.Get<IConfiguration>(), school.Clock, output, errors));
        Assert.Contains("The directory cannot be read", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_is_taken_away_in_the_directory_is_gone_at_the_next_press_after_five_minutes()
    {
        await using var directory = await OpenAsync();
        var school = directory.School;
        var (priya, martin) = (school.Teacher(), Martin(directory));
        var reference = await priya.ReportsAsync($"{Canary} was said");
        await school.North.ShowsAsync(reference, Canary);

        directory.Graph.Change(() => directory.Graph.Groups[DirectorySchool.NorthLeaders] = [Cast.Grace.DirectoryId!]);
        directory.Graph.Change(() => directory.Graph.Groups[DirectorySchool.Staff].Add(Cast.Martin.DirectoryId!));
        await school.PassAsync(TimeSpan.FromMinutes(5));

        foreach (var verb in Table.Where(row => row.Value is By.Handler).Select(row => row.Key))
        {
            var before = school.CaseRows(reference);
            var answer = await school.DeliverAsync(martin.Pressing(verb, Data(reference)));
            Assert.Equal(before, school.CaseRows(reference));
            Assert.DoesNotContain(Canary, answer.Body, StringComparison.Ordinal);
        }
        await school.InChat(Cast.Grace).In(school.North.Place).AcknowledgesAsync(reference);
    }

    [Theory]
    [InlineData("leader")]
    [InlineData("safeguarding lead")]
    [InlineData("Social Media Manager")]
    public async Task Whoever_has_lost_a_role_in_the_directory_does_nothing_by_any_action_and_reads_nothing(string role)
    {
        await using var directory = await OpenAsync();
        var (school, groups) = (directory.School, directory.Graph.Groups);
        var (who, group) = role switch { "leader" => (Cast.Grace, DirectorySchool.NorthLeaders), "safeguarding lead" => (Cast.Dina, DirectorySchool.NorthLead), _ => (Cast.Sam, DirectorySchool.Office) };
        var person = role == "leader" ? school.InChat(who).In(school.North.Place) : school.InChat(who);
        var references = role == "Social Media Manager" ? await OfTheManagerAsync(directory)
            : [await school.Teacher().ReportsAsync($"{Canary} was said", role == "leader" ? "No, nobody is in danger" : "A child may be at risk")];
        if (role == "leader")
            await school.North.ShowsAsync(references[0], Canary);
        else
            foreach (var reference in references)
                await person.GetsAsync(reference);
        directory.Graph.Change(() => groups[group] = [.. groups[group].Where(id => id != who.DirectoryId)]);
        directory.Graph.Change(() => groups[DirectorySchool.Staff].Add(who.DirectoryId!));
        await school.PassAsync(TimeSpan.FromMinutes(5));

        var wrong = new List<string>();
        foreach (var reference in references)
            foreach (var verb in Table.Keys)
            {
                var before = school.CaseRows(reference);
                var answer = await school.DeliverAsync(person.Pressing(verb, Everything(reference)));
                if (before != school.CaseRows(reference) || answer.Body.Contains(Canary, StringComparison.Ordinal) || answer.Body.Contains("**Last day:**", StringComparison.Ordinal))
                    wrong.Add($"{verb} on {reference}: {answer.Sentence}{answer.Card?.Text}");
            }
        Assert.Empty(wrong);
    }

    /// <summary>A question and a handover that lie with the Social Media Manager, and with nobody else.</summary>
    private static async Task<string[]> OfTheManagerAsync(DirectorySchool directory)
    {
        var (school, finn, dev, ella) = (directory.School, directory.School.Teacher(), directory.School.Teacher(), directory.School.Teacher());
        var question = await finn.SendsOnAsync($"How many days of leave for {Canary}land do I get?");
        var account = await school.HasAccountAsync("Yarrow House", "x", dev.Member);
        var handover = await dev.AsksToHandOverAsync(account, ella.Member);
        return [question, handover];
    }

    [Fact]
    public async Task While_the_directory_cannot_be_asked_no_action_does_anything_and_each_says_to_try_again()
    {
        await using var directory = await OpenAsync();
        var school = directory.School;
        var (priya, martin) = (school.Teacher(), Martin(directory));
        var reference = await priya.ReportsAsync($"{Canary} was said");
        await school.North.ShowsAsync(reference, Canary);
        await directory.LoseDirectoryAsync();
        await school.DeliverAsync(martin.Pressing("help.show", Data(reference))); // the channel's address becomes known
        foreach (var (verb, _) in Table)
        {
            var before = school.Remembered();
            var answer = await school.DeliverAsync(martin.Pressing(verb, Data(reference)));
            Assert.Equal(MeetUnconfirmed.Sentence, answer.Sentence);
            Assert.Equal(before, school.Remembered());
        }
        await priya.SaysAsync("my reports");
        priya.Sees("Please try again in a few minutes", "999").DoesNotSee(reference);
    }

    [Fact]
    public async Task Nor_does_anything_that_can_be_typed()
    {
        Assert.Equal(Enum.GetValues<Phrase>(), Typed.Keys.Order());
        Assert.All(Typed, typed => Assert.Equal(typed.Key, Phrases.Understand(typed.Value)));
        await using var directory = await OpenAsync();
        var (school, sam) = (directory.School, directory.School.InChat(Cast.Sam));
        var reference = await school.Teacher().ReportsAsync($"{Canary} was said");
        await directory.LoseDirectoryAsync();
        foreach (var typed in (string[])[.. Typed.Values, $"handover {reference}", "check: can I post this?", "posted https://www.facebook.com/north/1", reference])
        {
            await sam.SaysAsync(typed);
            sam.Sees("Please try again in a few minutes", "999").DoesNotSee(Canary);
        }
        Assert.Equal(["INC"], school.CaseRows("-2026-").Split('\n').Where(line => line.StartsWith("cases", StringComparison.Ordinal)).Select(line => line.Split('|')[1][..3]));
    }

    [Fact]
    public async Task A_report_that_was_being_typed_is_still_there_when_the_directory_is_back()
    {
        await using var directory = await OpenAsync();
        var priya = directory.School.Teacher();
        await priya.ReachesReviewAsync($"{Canary} was said");
        await directory.LoseDirectoryAsync();
        await priya.PressesAsync("Submit");
        priya.Sees(MeetUnconfirmed.Sentence);

        directory.Graph.Misbehave = _ => null;
        await directory.School.PassAsync(TimeSpan.FromMinutes(1));
        await priya.PressesAsync("Submit");
        priya.Sees("Your report is saved");
        await directory.School.North.ShowsAsync(priya.Reference, Canary);
    }

    [Fact]
    public async Task A_new_teacher_is_let_in_at_once_and_a_pupil_is_met_kindly()
    {
        await using var directory = await OpenAsync();
        var late = directory.School.InChat(Cast.Teachers[22]);
        await late.SaysAsync("hello");
        late.Sees("I am for staff, but you are not on your own");

        var joined = directory.School.InChat(Cast.Teachers[23]);
        directory.Graph.Change(() => directory.Graph.Groups[DirectorySchool.Staff].Add(Cast.Teachers[23].DirectoryId!));
        await joined.SaysAsync("help");
        joined.DoesNotSee("I am for staff, but");
    }

    [Fact]
    public async Task Whoever_is_switched_off_in_Entra_gets_no_more_reports()
    {
        await using var directory = await OpenAsync();
        var dina = Cast.Dina.DirectoryId!;
        directory.Graph.Change(() => directory.Graph.People[dina] = directory.Graph.People[dina] with { Enabled = false });
        await directory.School.PassAsync(TimeSpan.FromMinutes(5));
        var priya = directory.School.Teacher();
        await priya.ReportsAsync($"{Canary} was said", danger: "A child may be at risk");
        await directory.School.InChat(Cast.Martin).GetsAsync(priya.Reference);
        directory.School.InChat(Cast.Dina).NeverGot(priya.Reference);
    }

    [Fact]
    public async Task Reminders_wait_for_the_directory_and_are_not_lost()
    {
        await using var directory = await OpenAsync();
        var school = directory.School;
        var priya = school.Teacher();
        var reference = await priya.ReportsAsync($"{Canary} was said");
        await school.North.ShowsAsync(reference, Canary);
        directory.Graph.Misbehave = _ => Fault.Coded(503, "serviceNotAvailable");
        await school.PassAsync(TimeSpan.FromHours(7));
        Assert.Equal(1, school.North.PostsAbout(reference));

        directory.Graph.Misbehave = _ => null;
        await school.PassAsync(TimeSpan.FromMinutes(5));
        await school.North.ShowsAsync(reference, "Nobody has acknowledged it yet");
    }

    private static Participant Martin(DirectorySchool directory) => directory.School.InChat(Cast.Martin).In(directory.School.North.Place);

    private static JsonObject Data(string reference) => new() { ["ref"] = reference, ["draft"] = "d", ["seen"] = "1", ["note"] = "something", ["asks"] = "can I post this?" };

    /// <summary>A press with something in every field that there is.</summary>
    private static JsonObject Everything(string reference)
    {
        var data = Data(reference);
        foreach (var field in typeof(Fields).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!))
            data.TryAdd(field, field switch
            {
                "says" => "Approve",
                "result" => "advice",
                "referrals" => "hr",
                "passTo" => "ChiefExecutive",
                "handTo" => Cast.Martin.DirectoryId,
                "platform" => "facebook",
                "replyKind" => "Answer",
                _ => "something",
            });
        return data;
    }

    private static async Task<DirectorySchool> OpenAsync()
    {
        var directory = new DirectorySchool();
        await directory.InitializeAsync();
        return directory;
    }

    private static IEnumerable<KeyValuePair<string, By>> Rows(string verbs, By by) => verbs.Split(' ').Select(verb => KeyValuePair.Create(verb, by));

    private static IEnumerable<string> AllVerbs() => typeof(Verbs).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
}
