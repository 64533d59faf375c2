using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Driver;

/// <summary>An academy's SLT channel, as everyone in it sees it.</summary>
internal sealed class SltChannel(School school, string id)
{
    public Place Place => new(id, "channel");

    /// <summary>A thread that somebody begins in it.</summary>
    public Place NewThread() => new($"{id};messageid={Sent.NewId()[2..]}", "channel");

    /// <summary>Waits for a post that says all of this; the words may come with an update.</summary>
    public async Task<PostedMessage> ShowsAsync(params string[] words)
    {
        await school.Teams.WaitForAsync(_ => Find(words) is not null, TestContext.Current.CancellationToken);
        return Find(words)!;
    }

    public int PostsAbout(string words) => Posts.Count(post => post.Activity.GetRawText().Contains(words, StringComparison.Ordinal));

    /// <summary>Neither a post nor an update nor the answer to anyone's press in this channel ever held the word.</summary>
    public void NeverHeldOf(string word)
    {
        Assert.DoesNotContain(school.Teams.Calls, call => Uri.UnescapeDataString(call.RawPath).Contains(id, StringComparison.Ordinal) && Holds(call, word));
        Assert.DoesNotContain(school.Teams.Calls, call => call.Body?.GetRawText().Contains(id, StringComparison.Ordinal) is true && Holds(call, word));
        Assert.DoesNotContain(school.Answers, answer => answer.Place.StartsWith(id, StringComparison.Ordinal) && answer.Body.Contains(word, StringComparison.Ordinal));
    }

    public IEnumerable<PostedMessage> Posts => school.Teams.AllMessages.Where(post => post.ConversationId.StartsWith(id, StringComparison.Ordinal) && !post.Deleted);

    private PostedMessage? Find(string[] words) => Posts.FirstOrDefault(post => Array.TrueForAll(words, Screen.WordsOf(post).Contains));

    private static bool Holds(ConnectorCall call, string word) => call.Body?.GetRawText().Contains(word, StringComparison.Ordinal) is true;
}
