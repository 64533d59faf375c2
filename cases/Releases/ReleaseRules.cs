using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Secrets;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Releases;

/// <summary>How somebody gets to see the sign-in details of an account. Pure: the old record and a command in, the new record and its trail entry out, or a refusal.</summary>
public static class ReleaseRules
{
    /// <summary>The longest time in which it may be opened.</summary>
    public const int LongestDays = 14;

    public const string NotYours = "Only the people whom this concerns can do that. Nothing has changed.";

    public const string NotYourself = "You cannot approve what you would receive yourself. Nothing has changed.";

    public const string Nobody = "There are not two people who could approve this: it needs the Social Media Manager and a second person, and neither may be who receives it. Please talk to the chief executive.";

    public const string Secret = "That looks like a password or a code. Please leave it out, and change it where it is used: it has been in a form now.";

    public static Ruling<Release> Ask(Release asked, Trust trust, DateTimeOffset now)
    {
        if (asked.Why.Length == 0)
            return No("Please say why they need it.");
        if (LooksSecret.In(asked.Why))
            return No(Secret);
        if (asked.To <= now || asked.To <= asked.From)
            return No("The last day must not be over, nor before the first.");
        if (asked.To > now.AddDays(LongestDays + 1))
            return No($"Please choose a last day within {LongestDays} days. It can be asked for again.");
        var approvers = ReleaseApprovers.Of(trust, asked.Academy, asked.Recipient.Id);
        return approvers.IsEmpty
            ? No(Nobody)
            : Record(asked with { Approvers = approvers, Status = ReleaseStatus.Asked, Since = now }, now, asked.Requester, "release.asked",
                Json(new ReleaseAsked(asked.Account, asked.Requester, asked.Recipient, asked.Why, asked.Handover, asked.From, asked.To, approvers), StoredJson.Default.ReleaseAsked));
    }

    public static Ruling<Release> Approve(Release release, PersonRef by, Trust trust, DateTimeOffset now)
    {
        if (Barred(release, by, trust, now) is { } sentence)
            return No(sentence);
        if (release.Approvals.Any(each => Release.Same(each.By.Id, by.Id)))
            return No("You have approved this already. It waits for somebody else.");
        var said = new Approval(by, now, null);
        var after = release with { Approvals = release.Approvals.Add(said), Reminders = 0 };
        if (ReleaseApprovers.IsSettled(after, trust))
            after = after with { Status = ReleaseStatus.Approved, Since = now };
        else if (release.Approvals.Length >= 1 && !ReleaseApprovers.Missing(release, trust).Any(person => Release.Same(person.Id, by.Id)))
            return No("Somebody with your part has approved it already. It needs one person who keeps the accounts and one from the academy or the Trust's head.");
        return Record(after, now, by, after.Status is ReleaseStatus.Approved ? "release.approved" : "release.first_approval", Json(said, StoredJson.Default.Approval));
    }

    public static Ruling<Release> Refuse(Release release, PersonRef by, string because, Trust trust, DateTimeOffset now)
    {
        if (Barred(release, by, trust, now) is { } sentence)
            return No(sentence);
        if (because.Length == 0)
            return No("Please say why not.");
        if (LooksSecret.In(because))
            return No(Secret);
        var said = new Approval(by, now, because);
        return Record(Ended(release with { Refusal = said }, ReleaseStatus.Refused, now), now, by, "release.refused", Json(said, StoredJson.Default.Approval));
    }

    public static Ruling<Release> Withdraw(Release release, PersonRef by, DateTimeOffset now) =>
        !release.IsRequester(by.Id) ? No(NotYours)
        : release.Status is not (ReleaseStatus.Asked or ReleaseStatus.Approved) ? No(Standing(release))
        : Record(Ended(release, ReleaseStatus.Withdrawn, now), now, by, "release.withdrawn", Step(null));

    /// <summary>
    /// The recipient opens it. The record says so before the vault is read, whatever comes of it: two presses, a repeat or a crash find it taken.
    /// </summary>
    /// <param name="opening">Names this opening.</param>
    /// <param name="entry">Which version of the vault's entry will be read.</param>
    public static Ruling<Release> Open(Release release, PersonRef by, string opening, string entry, Trust trust, DateTimeOffset now)
    {
        if (!release.IsRecipient(by.Id))
            return No("This is for somebody else. Nothing was opened.");
        if (release.Status is not ReleaseStatus.Approved)
            return No(Standing(release));
        if (!ReleaseApprovers.IsSettled(release, trust))
            return No("One of those who approved it no longer may. Please ask for it again. Nothing was opened.");
        if (now < release.From)
            return No("Its time has not come yet. Nothing was opened.");
        if (now >= release.To)
            return No("Its time is over. Please ask for it again. Nothing was opened.");
        return Record(
            release with { Status = ReleaseStatus.Revealing, Opening = opening, Opened = entry, Since = now, Reminders = 0 }, now, by, "release.opening", Step(entry));
    }

    /// <summary>The vault was read by this opening; it is shown after this is stored, or never.</summary>
    public static Ruling<Release> Shown(Release release, string opening, DateTimeOffset now) =>
        release.Status is not ReleaseStatus.Revealing || release.Opening != opening
            ? No(Standing(release))
            : Record(release with { Status = ReleaseStatus.Shown, Since = now }, now, release.Recipient, "release.shown", Step(release.Opened));

    /// <summary>The vault could not be read, or the opening never said how it ended.</summary>
    public static Ruling<Release> Fail(Release release, string? opening, PersonRef by, DateTimeOffset now) =>
        release.Status is not ReleaseStatus.Revealing || release.Opening != opening
            ? No(Standing(release))
            : Record(release with { Status = ReleaseStatus.Failed, Since = now }, now, by, "release.failed", Step(release.Opened));

    /// <summary>After a failed opening somebody who may approve gives it out again; the machine never does.</summary>
    public static Ruling<Release> GiveAgain(Release release, PersonRef by, Trust trust, DateTimeOffset now) =>
        release.IsRecipient(by.Id) ? No(NotYourself)
        : !ReleaseApprovers.May(release, by.Id, trust) ? No(NotYours)
        : release.Status is not ReleaseStatus.Failed ? No(Standing(release))
        : now >= release.To ? No("Its time is over. Please ask for it again.")
        : Record(release with { Status = ReleaseStatus.Approved, Opening = null, Opened = null, Since = now, Reminders = 0, Again = release.Again + 1 }, now, by, "release.given_again", Step(null));

    /// <summary>The recipient says that it was changed where it is used.</summary>
    public static Ruling<Release> Confirm(Release release, PersonRef by, DateTimeOffset now) =>
        !release.IsRecipient(by.Id) ? No(NotYours)
        : release.Status is not ReleaseStatus.Shown ? No(Standing(release))
        : Record(release with { Status = ReleaseStatus.Confirmed, Since = now, Reminders = 0 }, now, by, "release.confirmed", Step(null));

    /// <summary>The new one lies in the vault. Whoever puts it in says thereby that it was changed.</summary>
    public static Ruling<Release> Replaced(Release release, PersonRef by, string entry, DateTimeOffset now) =>
        release.Status is not (ReleaseStatus.Shown or ReleaseStatus.Confirmed)
            ? No(Standing(release))
            : Record(Ended(release, ReleaseStatus.Replaced, now), now, by, "release.replaced", Step(entry));

    /// <summary>Where it stands, for somebody whose press came too late.</summary>
    public static string Standing(Release release) => release.Status switch
    {
        ReleaseStatus.Asked => "It waits to be approved. Nothing has changed.",
        ReleaseStatus.Approved => "It is approved, and waits to be opened. Nothing has changed.",
        ReleaseStatus.Revealing => "It is being opened at this moment. It opens once only.",
        ReleaseStatus.Failed => "It could not be opened. Somebody who approves has to give it out again.",
        ReleaseStatus.Shown => "It was opened already, and opens once only.",
        ReleaseStatus.Confirmed => "It was opened, and changed since.",
        ReleaseStatus.Replaced => "It was opened, and the new one is in the vault.",
        ReleaseStatus.Refused when release.Refusal is { } refusal => $"{refusal.By.Name} has refused it.",
        ReleaseStatus.Withdrawn => $"{release.Requester.Name} took it back.",
        _ => "Its time is over.",
    };

    private static string? Barred(Release release, PersonRef by, Trust trust, DateTimeOffset now) =>
        release.IsRecipient(by.Id) ? NotYourself
        : !ReleaseApprovers.May(release, by.Id, trust) ? NotYours
        : release.Status is not ReleaseStatus.Asked ? Standing(release)
        : now >= release.To ? "Its time is over. Nothing has changed."
        : null;

    internal static Release Ended(Release release, ReleaseStatus status, DateTimeOffset now) => release with { Status = status, Since = now, EndedAt = now, Reminders = 0 };

    internal static Ruling<Release>.Allowed Record(Release changed, DateTimeOffset at, PersonRef by, string type, string data)
    {
        var (head, entry) = changed.Trail.Append(changed.Reference, at, by.Id, type, data);
        return new Ruling<Release>.Allowed(changed with { Trail = head }, [entry]);
    }

    internal static string Step(string? entry) => Json(new ReleaseStep(entry), StoredJson.Default.ReleaseStep);

    private static string Json<TData>(TData data, JsonTypeInfo<TData> shape) => JsonSerializer.Serialize(data, shape);

    private static Ruling<Release>.Refused No(string sentence) => new(sentence);
}

/// <summary>What the first trail entry of a release says.</summary>
internal sealed record ReleaseAsked(
    string Account, PersonRef Requester, PersonRef Recipient, string Why, string? Handover, DateTimeOffset From, DateTimeOffset To, ImmutableArray<PersonRef> Approvers);

/// <summary>A step that needs no words; <paramref name="Entry"/> is which version of the vault's entry it was about.</summary>
internal sealed record ReleaseStep(string? Entry);
