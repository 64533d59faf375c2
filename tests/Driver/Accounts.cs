using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Tests.Driver;

/// <summary>The way of an account into the register, for tests that are about what comes after.</summary>
internal static class Accounts
{
    /// <summary>Adds an account on Instagram.</summary>
    /// <returns>The reference.</returns>
    public static async Task<string> AddsAccountAsync(this Participant keeper, string handle, Member? lead = null, string whose = "North Academy")
    {
        await keeper.SaysAsync("add an account");
        keeper.Chooses("Which platform?", "Instagram").Fills("Its name there", handle).Fills("What people call it", $"{handle} on Instagram").Chooses("Whose is it?", whose);
        if (lead is not null)
            keeper.Picks("Who leads it (if somebody does)?", lead);
        await keeper.PressesAsync("Add it");
        keeper.Sees("It is in the register.", $"@{handle.Replace("_", "\\_", StringComparison.Ordinal)}");
        return keeper.Reference;
    }

    public static async Task<Account> AccountAsync(this School school, string reference)
    {
        Assert.True(CaseReference.TryParse(reference, out var known));
        return (await school.Store.Accounts.FindAsync(known, TestContext.Current.CancellationToken))!;
    }

    public static async Task<List<string>> TrailOfAccountAsync(this School school, string reference)
    {
        Assert.True(CaseReference.TryParse(reference, out var known));
        return [.. (await school.Store.TrailOfAsync(known, TestContext.Current.CancellationToken)).Select(entry => entry.Type)];
    }
}
