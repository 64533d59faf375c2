using System.Text.Json;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Releases;

/// <summary>What an account's record learns of the vault: that there is an entry, which version, who put it in and when. Never what it is.</summary>
public static class AccountVault
{
    /// <summary>Its lead, its deputy, its administrators and the Social Media Manager, and whoever was shown the old details and has to change them.</summary>
    /// <param name="releases">Releases of this account that its recipients have seen.</param>
    public static bool MayPutIn(Account account, string personId, IEnumerable<Release> releases, Trust trust) =>
        account.Status is not AccountStatus.Closed
        && (account.IsOf(personId) || trust.SocialMediaManager.People.Contains(personId, StringComparer.OrdinalIgnoreCase)
            || releases.Any(release => release.Account == account.Reference.ToString() && release.IsRecipient(personId) && release.Status is ReleaseStatus.Shown or ReleaseStatus.Confirmed));

    /// <summary>A new version lies in the vault.</summary>
    public static Ruling<Account>.Allowed PutIn(Account account, VaultEntry entry, PersonRef by, DateTimeOffset now)
    {
        var (head, step) = account.Trail.Append(
            account.Reference, now, by.Id, "account.vaulted", JsonSerializer.Serialize(new AccountVaulted(entry.ToString(), by), StoredJson.Default.AccountVaulted));
        return new Ruling<Account>.Allowed(account with { Facts = account.Facts with { VaultEntry = entry.ToString() }, Trail = head }, [step]);
    }
}

internal sealed record AccountVaulted(string Entry, PersonRef By);
