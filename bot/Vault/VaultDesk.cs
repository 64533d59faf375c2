using PolicyBot.Bot.Clocks;
using PolicyBot.Bot.Delivery;
using PolicyBot.Bot.People;
using PolicyBot.Bot.Turn;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Releases;
using PolicyBot.Cases.Secrets;
using PolicyBot.Cases.Storage;
using PolicyBot.Dialogs;
using PolicyBot.Dialogs.Releases;

namespace PolicyBot.Bot.Vault;

/// <summary>What came of a page: a value that is shown now and never again, or a sentence.</summary>
/// <param name="Value">Null when there is nothing to show.</param>
internal sealed record DeskAnswer(int Status, string Sentence, string? Value = null)
{
    public override string ToString() => $"{Status}"; // a record prints its members, and nothing prints this one
}

/// <summary>
/// Behind the pages: puts details into the vault and takes them out, each step of it stored before the next. The vault is the one slow and uncertain part, and whatever it
/// does, the record was written first.
/// </summary>
internal sealed partial class VaultDesk(
    CaseStore store, IVault vault, Postman postman, TimeProvider time, ILogger<VaultDesk> logger)
{
    public const int LongestSecret = 2000;

    private const int MostTries = 20;

    private const string NotYours = "This page is for somebody else, or there is nothing here. Nothing was opened and nothing was changed.";

    /// <summary>Puts new details into the vault; the account's record learns that it has them.</summary>
    public async Task<DeskAnswer> PutAsync(PersonRef who, Trust trust, CaseReference reference, string secret, CancellationToken cancellationToken)
    {
        if (secret.Length is 0 or > LongestSecret)
            return new DeskAnswer(StatusCodes.Status400BadRequest, secret.Length == 0 ? "Please type the sign-in details." : $"Please keep this under {LongestSecret:N0} characters. Nothing was kept.");
        var releases = await SeenAsync(reference, cancellationToken);
        if (await store.Accounts.FindAsync(reference, cancellationToken) is not { } account || !AccountVault.MayPutIn(account, who.Id, releases, trust))
            return new DeskAnswer(StatusCodes.Status403Forbidden, NotYours);
        try
        {
            var entry = new VaultEntry(VaultEntry.NameOf(reference), await vault.PutAsync(VaultEntry.NameOf(reference), secret, cancellationToken));
            await NoteAsync(account, entry, who, trust);
            foreach (var release in releases)
                await ChangeAsync(release.Reference, trust, now => ReleaseRules.Replaced(now, who, entry.ToString(), time.GetUtcNow()), ReleaseSends.Changed, cancellationToken);
            await ForgetAsync(entry, cancellationToken);
            return new DeskAnswer(StatusCodes.Status200OK, "It is in the vault. What was there before can be read no more. You can close this page.");
        }
        catch (VaultException fault)
        {
            NotKept(fault.Message);
            return new DeskAnswer(StatusCodes.Status503ServiceUnavailable, $"It was not kept. {fault.Message}");
        }
    }

    /// <summary>
    /// Shows the details of a release to its recipient. The record says that it is being opened before the vault is read, and that it was shown before it is: of many at once
    /// one gets it, and after a crash nobody does.
    /// </summary>
    public async Task<DeskAnswer> ShowAsync(PersonRef who, Trust trust, CaseReference reference, CancellationToken cancellationToken)
    {
        var opening = Guid.NewGuid().ToString("N");
        if (await store.Releases.FindAsync(reference, cancellationToken) is not { } release || !release.IsRecipient(who.Id))
            return new DeskAnswer(StatusCodes.Status403Forbidden, NotYours);
        if (!CaseReference.TryParse(release.Account, out var of) || await store.Accounts.FindAsync(of, cancellationToken) is not { } account
            || VaultEntry.Of(of, account.VaultEntry) is not { } entry)
            return new DeskAnswer(StatusCodes.Status409Conflict, "There is nothing in the vault for this account yet. Nothing was opened; you can open it when its lead has put the details in.");

        var opened = await ChangeAsync(reference, trust, now => ReleaseRules.Open(now, who, opening, entry.ToString(), trust, time.GetUtcNow()), static (_, _) => [], cancellationToken);
        if (opened is Ruling<Release>.Refused refused)
            return new DeskAnswer(StatusCodes.Status409Conflict, refused.Sentence);
        // From here on it is theirs or nobody's: a page that is closed now must not leave it open.
        try
        {
            var value = await vault.ReadAsync(entry.Name, entry.Version, CancellationToken.None);
            var shown = await ChangeAsync(reference, trust, now => ReleaseRules.Shown(now, opening, time.GetUtcNow()), ReleaseSends.Changed, CancellationToken.None);
            return shown is Ruling<Release>.Refused late
                ? new DeskAnswer(StatusCodes.Status409Conflict, late.Sentence)
                : new DeskAnswer(StatusCodes.Status200OK, "This is shown once. Change it where it is used as soon as you have signed in, and then put the new one into the vault.", value);
        }
        catch (VaultException fault)
        {
            NotRead(reference.ToString(), fault.Message);
            await ChangeAsync(reference, trust, now => ReleaseRules.Fail(now, opening, who, time.GetUtcNow()), ReleaseSends.Failed, CancellationToken.None);
            return new DeskAnswer(StatusCodes.Status503ServiceUnavailable, $"{fault.Message} Nothing was shown. Those who approved it can give it out again.");
        }
    }

    private async Task<ImmutableArray<Release>> SeenAsync(CaseReference account, CancellationToken cancellationToken) =>
    [
        .. (await store.Releases.StandingAsync([nameof(ReleaseStatus.Shown), nameof(ReleaseStatus.Confirmed)], cancellationToken))
            .Where(release => release.Account == account.ToString()),
    ];

    private async Task NoteAsync(Account loaded, VaultEntry entry, PersonRef who, Trust trust)
    {
        for (var (account, tries) = ((Account?)loaded, 1); account is not null && tries <= MostTries; tries++)
        {
            var noted = AccountVault.PutIn(account, entry, who, time.GetUtcNow());
            if (await CommitAsync(new CaseChange(account.Version, noted.After, noted.Entries), [], $"{entry}", trust))
                return;
            account = await store.Accounts.FindAsync(loaded.Reference, CancellationToken.None);
        }
        throw new VaultException("The account was being changed by somebody else. Please put it in again.");
    }

    private async Task<Ruling<Release>> ChangeAsync(
        CaseReference reference, Trust trust, Func<Release, Ruling<Release>> decide, Func<Release, Trust, IEnumerable<Send>> sends, CancellationToken cancellationToken)
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            if (await store.Releases.FindAsync(reference, cancellationToken) is not { } before)
                break;
            if (decide(before) is not Ruling<Release>.Allowed allowed)
                return decide(before);
            if (await CommitAsync(new CaseChange(before.Version, allowed.After, allowed.Entries), [.. sends(allowed.After, trust)], Guid.NewGuid().ToString("N"), trust))
                return allowed;
        }
        return new Ruling<Release>.Refused("Others changed it at the same moment. Please look at it again.");
    }

    private async Task<bool> CommitAsync(CaseChange change, ImmutableArray<Send> sends, string name, Trust trust)
    {
        var now = time.GetUtcNow();
        var committed = await store.CommitAsync(new TurnCommit("vault", $"{change.After.Reference}/{change.Loaded}/{name}", now, null)
        {
            Case = CaseClock.Set(change, trust, now),
            Deliveries = Consequences.Of(sends),
        }) is CommitResult.Committed;
        if (committed)
            postman.Wake();
        return committed;
    }

    // The new one counts already. What is left of the old one goes with the next.
    private async Task ForgetAsync(VaultEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await vault.ForgetBeforeAsync(entry.Name, entry.Version, cancellationToken);
        }
        catch (VaultException fault)
        {
            NotForgotten(fault.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in details were not kept: {Why}")]
    private partial void NotKept(string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Reference} could not be opened: {Why}")]
    private partial void NotRead(string reference, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was in the vault before could not be taken away: {Why}")]
    private partial void NotForgotten(string why);
}
