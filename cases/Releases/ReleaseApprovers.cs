using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Releases;

/// <summary>
/// Who approves that somebody sees the sign-in details of an account: the Social Media Manager, who stores them (manager.passwords), and a second person: the academy's
/// deputy for social media, its headteacher or the chief executive. Never the recipient; a requester is one of the two at most.
/// </summary>
public static class ReleaseApprovers
{
    public const int Needed = 2;

    /// <summary>The Social Media Managers who may; where there is none but the recipient, those of the second circle take their place.</summary>
    public static ImmutableArray<string> Managers(Trust trust, string academy, string recipientId)
    {
        ImmutableArray<string> managers = [.. trust.SocialMediaManager.People.Where(id => !Release.Same(id, recipientId))];
        return managers.IsEmpty ? Seconds(trust, academy, recipientId) : managers;
    }

    public static ImmutableArray<string> Seconds(Trust trust, string academy, string recipientId)
    {
        var deputies = trust.Opinions.Academies.GetValueOrDefault(academy)?.Deputy.People ?? ImmutableArray<string>.Empty;
        var heads = trust.FindAcademy(academy)?.Headteacher.People ?? ImmutableArray<string>.Empty;
        return [.. deputies.Concat(heads).Concat(trust.ChiefExecutive.People).Distinct(StringComparer.OrdinalIgnoreCase).Where(id => !Release.Same(id, recipientId))];
    }

    /// <summary>Everybody who may approve, each once; empty when no two different people could.</summary>
    public static ImmutableArray<PersonRef> Of(Trust trust, string academy, string recipientId)
    {
        var (managers, seconds) = (Managers(trust, academy, recipientId), Seconds(trust, academy, recipientId));
        return managers.Any(manager => seconds.Any(second => !Release.Same(manager, second)))
            ? [.. managers.Concat(seconds).Distinct(StringComparer.OrdinalIgnoreCase).Select(id => trust.FindPerson(id)?.Ref ?? new PersonRef(id, "a colleague"))]
            : [];
    }

    /// <summary>Asked at every press: who holds which role is read from the Trust as it is now, never from the card.</summary>
    public static bool May(Release release, string personId, Trust trust) =>
        !release.IsRecipient(personId)
        && Managers(trust, release.Academy, release.Recipient.Id).Concat(Seconds(trust, release.Academy, release.Recipient.Id)).Contains(personId, StringComparer.OrdinalIgnoreCase);

    /// <summary>True when two different people have said yes, of whom one is a manager and the other of the second circle, as the Trust is now.</summary>
    public static bool IsSettled(Release release, Trust trust)
    {
        var (managers, seconds) = (Managers(trust, release.Academy, release.Recipient.Id), Seconds(trust, release.Academy, release.Recipient.Id));
        return release.Approvals.Any(first => managers.Contains(first.By.Id, StringComparer.OrdinalIgnoreCase)
            && release.Approvals.Any(second => !Release.Same(first.By.Id, second.By.Id) && seconds.Contains(second.By.Id, StringComparer.OrdinalIgnoreCase)));
    }

    /// <summary>Those whose yes could still settle it, with those who have said theirs left out.</summary>
    public static IEnumerable<PersonRef> Missing(Release release, Trust trust) =>
        Of(trust, release.Academy, release.Recipient.Id)
            .Where(person => release.Approvals.All(each => !Release.Same(each.By.Id, person.Id)) && Helps(release, person, trust));

    private static bool Helps(Release release, PersonRef person, Trust trust) =>
        release.Approvals.IsEmpty || IsSettled(release with { Approvals = release.Approvals.Add(new Approval(person, release.AskedAt, null)) }, trust);
}
