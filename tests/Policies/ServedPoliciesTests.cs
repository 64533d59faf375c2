using PolicyBot.Bot.Policies;
using PolicyBot.Policy;
using PolicyBot.Tests.Policy;

namespace PolicyBot.Tests.Policies;

/// <summary>Somebody changes the policy folder of a bot that is running.</summary>
public sealed class ServedPoliciesTests : IDisposable
{
    private const string Before = "they must delete it immediately.";
    private const string After = "they must delete it at once.";

    private readonly PolicyCopy copy = new();
    private readonly ServedPolicies served;
    private DateTimeOffset now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public ServedPoliciesTests() => served = new ServedPolicies(copy.Folder);

    private string Images => served.Current.Library.FindSection("Social Media", "images.compromising")!.Value.Section.Text;

    public void Dispose() => copy.Dispose();

    [Fact]
    public void Nothing_is_read_again_while_nothing_changes()
    {
        var edition = served.Current;

        Assert.False(served.Look(now));
        Assert.False(served.Look(now));

        Assert.Same(edition, served.Current);
    }

    [Fact]
    public void A_changed_policy_is_served_once_two_looks_have_found_it_the_same()
    {
        copy.Reword(Before, After);

        Assert.True(served.Look(now));
        Assert.EndsWith(Before, Images, StringComparison.Ordinal);
        Assert.False(served.Look(now));
        Assert.EndsWith(After, Images, StringComparison.Ordinal);
    }

    [Fact]
    public void A_save_that_is_half_done_is_not_read()
    {
        copy.Edit("policy.txt", Before, After);
        Assert.True(served.Look(now));
        copy.Edit("policy.json", Before, After);
        Assert.True(served.Look(now));
        Assert.False(served.Look(now));

        Assert.Null(served.Fault);
        Assert.EndsWith(After, Images, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_document_is_named_while_the_old_ones_go_on_serving_and_is_taken_when_it_is_mended()
    {
        copy.Edit("policy.txt", Before, After);
        Settle();
        Assert.StartsWith(Path.Combine("social-media", "policy.json") + ": the policy's text does not say", served.Fault, StringComparison.Ordinal);
        Assert.EndsWith(Before, Images, StringComparison.Ordinal);

        copy.Edit("policy.json", Before, After);
        Settle();
        Assert.Null(served.Fault);
        Assert.EndsWith(After, Images, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_broken_by_a_passing_fault_is_read_again_though_no_file_changes()
    {
        var json = copy.File("social-media/policy.json");
        var (text, written) = (File.ReadAllText(json), File.GetLastWriteTimeUtc(json));
        File.WriteAllText(json, new string(' ', text.Length));
        Settle();
        Assert.NotNull(served.Fault);

        // As a share that was away for a moment: the same name, size and time as when it failed, and another content.
        var failed = File.GetLastWriteTimeUtc(json);
        File.WriteAllText(json, text);
        File.SetLastWriteTimeUtc(json, failed);
        Settle();

        Assert.Null(served.Fault);
        Assert.NotEqual(written, failed);
    }

    [Fact]
    public void A_folder_that_is_gone_is_said_and_the_policies_stay_until_it_is_back()
    {
        var away = copy.Folder + "-away";
        Directory.Move(copy.Folder, away);
        Settle();
        Assert.Contains("does not exist", served.Fault, StringComparison.Ordinal);
        Assert.EndsWith(Before, Images, StringComparison.Ordinal);

        Directory.Move(away, copy.Folder);
        Settle();
        Assert.Null(served.Fault);
    }

    [Fact]
    public void A_document_is_added_and_taken_away_again()
    {
        copy.Add("acceptable-use", "Acceptable Use", "Lock the screen when you leave a device.");
        Settle();
        Assert.Equal(["Acceptable Use", "Social Media"], served.Current.Library.Documents.Select(document => document.Title));

        Directory.Delete(copy.File("acceptable-use"), recursive: true);
        Settle();
        Assert.Equal(["Social Media"], served.Current.Library.Documents.Select(document => document.Title));
    }

    [Fact]
    public void Two_policies_of_one_name_are_refused_for_cards_name_a_policy_by_its_title()
    {
        copy.Add("another", "Social Media", "Lock the screen when you leave a device.");
        Settle();
        Assert.Contains("two policies are called \"Social Media\"", served.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Thousands_of_small_changes_are_read_once_when_they_are_over()
    {
        var first = served.Current;
        for (var change = 0; change < 2000; change++)
        {
            File.WriteAllText(copy.File("social-media/notes.txt"), new string('x', change));
            Assert.True(served.Look(now));
        }
        copy.Reword(Before, After);
        Assert.True(served.Look(now));
        Assert.Same(first, served.Current);

        Assert.False(served.Look(now));
        Assert.EndsWith(After, Images, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_who_never_stops_saving_is_not_waited_for_without_end()
    {
        copy.Reword(Before, After);
        for (var save = 0; served.Look(now); save++)
        {
            now += TimeSpan.FromSeconds(1);
            File.WriteAllText(copy.File("social-media/notes.txt"), new string('x', save));
            Assert.InRange(save, 0, 60);
        }
        Assert.EndsWith(After, Images, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_folder_keeps_the_bot_from_starting()
    {
        copy.Edit("policy.txt", Before, After);
        Assert.Contains("does not say", Assert.Throws<PolicyException>(() => new ServedPolicies(copy.Folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_while_policies_are_exchanged_sees_one_edition_whole()
    {
        using var over = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var seen = 0;
            for (; !over.IsCancellationRequested || seen == 0; seen++)
            {
                var edition = served.Current;
                var found = Assert.IsType<Answer.Found>(edition.Answerer.Answer("I took a compromising picture by accident, what must I do?", []));
                Assert.Contains(found.Clauses[0].Document, edition.Library.Documents);
            }
            return seen;
        })).ToArray();

        for (var exchange = 0; exchange < 6; exchange++)
        {
            copy.Reword(exchange % 2 == 0 ? Before : After, exchange % 2 == 0 ? After : Before);
            Settle();
            Assert.Null(served.Fault);
        }
        await over.CancelAsync();

        Assert.All(await Task.WhenAll(readers), seen => Assert.True(seen > 0));
    }

    private void Settle()
    {
        Assert.True(served.Look(now));
        Assert.False(served.Look(now));
    }
}
