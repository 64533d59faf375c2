using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Tests.Driver;

/// <summary>Accounts in the register, and the way to a logged comment, for tests that are about what comes after.</summary>
internal static class Commenting
{
    /// <summary>An account is in the register.</summary>
    /// <returns>Its reference.</returns>
    public static async Task<string> RegistersAsync(this School school, string name, Member? lead, Member? deputy = null, string academy = "north", string platform = "facebook", params Member[] administrators)
    {
        var store = school.Store;
        var now = school.Clock.GetUtcNow();
        var reference = await store.NextReferenceAsync(CaseReference.Account, 2026, TestContext.Current.CancellationToken);
        var facts = new AccountFacts(academy, platform, name.Replace(' ', '.').ToLowerInvariant(), name) { Deputy = Ref(deputy), Administrators = [.. administrators.Select(member => Ref(member)!)] };
        var added = Assert.IsType<Ruling<Account>.Allowed>(AccountRules.Add(reference, facts, Ref(lead), [], Ref(Cast.Sam)!, $"register-{reference}", now));
        await store.CommitAsync(new TurnCommit("register", $"{reference}", now, null) { Case = new CaseChange(0, added.After, added.Entries) });
        return reference.ToString();
    }

    /// <summary>The register's account gets another lead.</summary>
    public static async Task HandsToAsync(this School school, string account, Member lead)
    {
        var store = school.Store;
        Assert.True(CaseReference.TryParse(account, out var reference));
        var before = (await store.Accounts.FindAsync(reference, TestContext.Current.CancellationToken))!;
        var handed = Assert.IsType<Ruling<Account>.Allowed>(AccountRules.HandTo(before, Ref(lead)!, "HDO-2026-0001", Ref(Cast.Sam)!, school.Clock.GetUtcNow()));
        await store.CommitAsync(new TurnCommit("hand", $"{reference}/{before.Version}", school.Clock.GetUtcNow(), null) { Case = new CaseChange(before.Version, handed.After, handed.Entries) });
    }

    /// <summary>Fills in the form for a comment on an account of the register, and logs it.</summary>
    /// <returns>The reference.</returns>
    public static async Task<string> LogsAsync(this Participant person, string account, string when, string text, string kind = "A comment", Member? about = null, string? link = null)
    {
        await person.SaysAsync("log a comment");
        person.Chooses("On which account?", account).Chooses("What is it?", kind).Fills("When did it come in?", when).Fills("What does it say, in short?", text);
        if (link is not null)
            person.Fills("Link to it (if you have one)", link);
        if (about is not null)
            person.Picks("Is it about somebody who works here?", about);
        await person.PressesAsync("Next");
        person.Sees("I understood that it came in on", text);
        await person.PressesAsync("Log it");
        if (about?.DirectoryId != person.Member.DirectoryId)
        {
            person.Sees("Logged by");
            await person.GetsAsync("Logged by", text);
        }
        return person.Reference;
    }

    /// <summary>Somebody has the comment's card.</summary>
    public static Task HasCommentAsync(this Participant person, string reference, params string[] words) => person.GetsAsync([$"{reference}: ", "Came in", .. words]);

    public static async Task<List<string>> TrailOfAsync(this School school, string reference)
    {
        Assert.True(CaseReference.TryParse(reference, out var known));
        return [.. (await school.Store.TrailOfAsync(known, TestContext.Current.CancellationToken)).Select(entry => entry.Type)];
    }

    private static PersonRef? Ref(Member? member) => member is null ? null : new PersonRef(member.DirectoryId!, member.Name);
}
