using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Tests.Driver;

/// <summary>The way through the handover of an account, for tests that are about one part of it.</summary>
internal static class Handovers
{
    private static int last;

    public static PersonRef Ref(this Member member) => new(member.DirectoryId!, member.Name);

    /// <summary>Puts an account into the register.</summary>
    /// <returns>The reference.</returns>
    public static async Task<string> HasAccountAsync(this School school, string name, string platform, Member lead, string? vaultEntry = null)
    {
        var store = school.Store;
        var number = Interlocked.Increment(ref last);
        while (true)
        {
            var reference = await store.NextReferenceAsync(CaseReference.Account, 2026, TestContext.Current.CancellationToken);
            var added = (Ruling<Account>.Allowed)AccountRules.Add(
                reference, new AccountFacts("north", platform, $"handle{number}", name) { VaultEntry = vaultEntry }, lead.Ref(), [], Cast.Sam.Ref(), $"account-{number}", school.Clock.GetUtcNow());
            if (await store.CommitAsync(new TurnCommit("test", $"account-{number}-{reference}", school.Clock.GetUtcNow(), null) { Case = new CaseChange(0, added.After, added.Entries) }) is CommitResult.Committed)
                return reference.ToString();
        }
    }

    public static async Task<string[]> TrailAsync(this School school, string reference) =>
        [.. (await school.Store.TrailOfAsync(Named(reference), TestContext.Current.CancellationToken)).Select(entry => entry.Type)];

    /// <summary>Fills in the form and sends it.</summary>
    /// <returns>The reference.</returns>
    public static async Task<string> AsksToHandOverAsync(this Participant asker, string account, Member? to, string lastDay = "2026-12-18", string why = "They leave the Trust")
    {
        await asker.SaysAsync($"handover {account}");
        await asker.GetsAsync("Hand over an account", "Who takes it over?");
        asker.Chooses("Why?", why).Fills("Last day of the person handing it over", lastDay);
        if (to is null)
            asker.Chooses("What should happen with it?", "It is closed, and its name is kept");
        else
            asker.Picks("Who takes it over?", to);
        await asker.PressesAsync("Ask for it");
        asker.Sees("waits for a decision");
        return asker.Reference;
    }

    public static async Task DecidesAsync(this Participant decider, string reference, string says = "Approve it as it was asked", string because = "It fits")
    {
        await decider.GetsAsync($"{reference}: please decide");
        await decider.PressesAsync("Decide", on: $"{reference}: please decide");
        decider.Chooses("What do you decide?", says).Fills("Why?", because);
        await decider.PressesAsync("Decide", on: $"{reference}: your decision");
    }

    /// <summary>Notes one step, which must be one of those that this person has in front of them.</summary>
    public static async Task NotesAsync(this Participant doer, School school, string reference, string step, string note = "I looked at it", string press = "It is done")
    {
        await doer.IsUpToDateAsync(school, reference);
        await doer.PressesAsync("Note a step", on: $"{reference}:");
        doer.Chooses("Which step?", step).Fills("How do you know that it is done, or why does it not apply?", note);
        await doer.PressesAsync(press, on: $"{reference}: note a step");
    }

    /// <summary>Everybody does what is theirs until nothing is left: the leaver's, the new lead's and, for the manager, the rest.</summary>
    public static async Task WalksAsync(this School school, Participant leaver, Participant? lead, Participant manager, string reference)
    {
        foreach (var step in (string[])["Everyone and everything with access is listed", "Payment methods and advertising accounts", "Planned posts and drafts"])
            await leaver.NotesAsync(school, reference, step);
        await manager.GetsAsync($"{reference}: it is your turn");
        await manager.NotesAsync(school, reference, "The account belongs to the Trust");
        await manager.NotesAsync(school, reference, "Profile, links and messages are looked through");
        if (lead is not null)
        {
            await leaver.GetsAsync("The handover of an account: it is your turn", reference);
            await leaver.NotesAsync(school, reference, "The new lead is a delegate");
            await lead.GetsAsync("The handover of an account: it is your turn", reference);
            await lead.NotesAsync(school, reference, "The new lead has tried it", "I am in, with my own sign-in");
        }
        var handover = await school.HandoverAsync(reference);
        while (handover.Next is [var next, ..])
        {
            await manager.NotesAsync(school, reference, next.Title, press: next.Id == "apps" ? "It does not apply" : "It is done");
            handover = await school.HandoverAsync(reference);
        }
    }

    /// <summary>A second person has seen all of it.</summary>
    public static async Task ConfirmsAsync(this Participant second, School school, string reference)
    {
        await second.IsUpToDateAsync(school, reference);
        await second.PressesAsync("Confirm as second person", on: $"{reference}: it is your turn");
        second.Sees("Please look for yourself on the platform.", "I looked at it").Fills("What did you look at?", "The settings of the account");
        second.Fills("What have you seen yourself?", string.Join(',', second.Card.Input("What have you seen yourself?").GetProperty("choices").EnumerateArray().Select(choice => CardFace.Of(choice, "value"))));
        await second.PressesAsync("I have seen it", on: $"{reference}: confirm as second person");
        second.Sees("✓ Every device is signed out");
    }

    /// <summary>The person's card shows every step that was noted: a form that is opened before that is wiped when it comes.</summary>
    public static async Task IsUpToDateAsync(this Participant person, School school, string reference)
    {
        var handover = await school.HandoverAsync(reference);
        await person.GetsAsync($"{reference}: ", $"The steps: {handover.Steps.Count(step => step.IsSettled)} of {handover.Steps.Length} done");
    }

    public static async Task<Cases.Handovers.Handover> HandoverAsync(this School school, string reference) =>
        (await school.Store.Handovers.FindAsync(Named(reference), TestContext.Current.CancellationToken))!;

    private static CaseReference Named(string reference) => CaseReference.TryParse(reference, out var named) ? named : throw new ArgumentException(reference, nameof(reference));
}
