using PolicyBot.Cases.Clocks;
using PolicyBot.Cases.People;

namespace PolicyBot.Bot.People;

/// <summary>What the shape of <c>trust.json</c> does not say: that the people named in it exist, and that somebody is there to receive a report.</summary>
internal static class TrustFileCheck
{
    private const int LongestContact = 200;

    /// <summary>Each fault as a sentence, with the value in the file that it is about.</summary>
    public static IEnumerable<(string Sentence, string Value)> Faults(TrustJson file, bool directory)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(file.TimeZone, out _))
            yield return ($"'{file.TimeZone}' is not a time zone. Write an IANA name such as Europe/London.", file.TimeZone);
        if (file.Academies.Count == 0)
            yield return ("at least one academy is needed.", "academies");

        foreach (var twice in Twice(file.People.Select(person => person.Id)))
            yield return ($"the person id {twice} is listed twice.", twice);
        foreach (var person in file.People)
        {
            if (!IsObjectId(person.Id))
                yield return ($"'{person.Id}' is not an Entra object id.", person.Id);
            // Whoever types a listed name is asked to choose it from the list; every text holds an empty one.
            if (string.IsNullOrWhiteSpace(person.Name) && !(directory && person.Name is null))
                yield return ($"the person {person.Id} has no name.", person.Id);
        }
        foreach (var (key, text) in file.Terms)
        {
            if (!PolicyTerms.Keys.Contains(key, StringComparer.Ordinal))
                yield return ($"'{key}' is not a term that the policy leaves open. Those are: {string.Join(", ", PolicyTerms.Keys)}.", key);
            else if (string.IsNullOrWhiteSpace(text))
                yield return ($"the term '{key}' has no text.", key);
            else if (text.Length > PolicyTerms.Longest)
                yield return ($"the text of '{key}' is longer than {PolicyTerms.Longest} characters. Say it shorter, and name the document to read.", key);
        }
        foreach (var fault in RetentionFaults(file).Concat(ContactFaults(file)).Concat(TimeFaults(file)).Concat(OpinionFaults(file)).Concat(AccountFaults(file)).Concat(CommentFaults(file)).Concat(GroupFaults(file, directory)))
            yield return fault;
        foreach (var twice in Twice(file.Academies.Select(academy => academy.Key)))
            yield return ($"the academy key '{twice}' is used twice.", twice);
        foreach (var person in file.People)
            if (person.Academy is { } key && file.Academies.All(academy => academy.Key != key))
                yield return ($"there is no academy with the key '{key}'.", key);

        foreach (var academy in file.Academies)
        {
            if (academy.Slt.People.Count == 0 && !(directory && academy.Slt.Group is not null))
                yield return ($"the SLT of '{academy.Key}' has nobody in it, so nobody could act on a report.", academy.Key);
            if (academy.DesignatedSafeguardingLead is { People.Count: 0, Group: null })
                yield return ($"'{academy.Key}' has no designated safeguarding lead.", academy.Key);
        }

        var known = file.People.Select(person => person.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var id in Named(file))
        {
            if (!IsObjectId(id))
                yield return ($"'{id}' is not an Entra object id.", id);
            else if (!directory && known.Count > 0 && !known.Contains(id))
                yield return ($"{id} is not in the list of people.", id);
        }

    }

    // An empty role passes reports on to the next one: a safeguarding lead who is only in a group would never get any.
    private static IEnumerable<(string Sentence, string Value)> GroupFaults(TrustJson file, bool directory)
    {
        foreach (var (group, people, name) in Groups(file))
            if (directory && !IsObjectId(group))
                yield return ($"'{group}' is not the id of an Entra group ({name}).", group);
            else if (!directory && people == 0)
                yield return ($"{name} names an Entra group, and without Microsoft Graph nobody can be found in it. List the people.", group);
    }

    private static IEnumerable<(string Sentence, string Value)> RetentionFaults(TrustJson file) =>
        file.Retention is { } keep
        && ((int?[])[keep.OrdinaryYears, keep.ActionYears, keep.BreachYears, keep.SafeguardingDays, keep.DraftDays, keep.WithdrawnDays]).Any(length => length is < 1 or > 3650)
            ? [("retention: each length must be a whole number from 1 to 3650.", "retention")]
            : [];

    private static IEnumerable<(string Sentence, string Value)> ContactFaults(TrustJson file)
    {
        foreach (var (key, text) in file.Contacts?.All() ?? [])
        {
            if (text is { } empty && string.IsNullOrWhiteSpace(empty))
                yield return ($"the contact '{key}' has no text. Leave it out, or say whom to ring.", key);
            else if (text is { Length: > LongestContact })
                yield return ($"the contact '{key}' is longer than {LongestContact} characters.", key);
        }
    }

    // Each of these would make a clock stand still, or never stop.
    private static IEnumerable<(string Sentence, string Value)> TimeFaults(TrustJson file)
    {
        if (file.ClosingHour <= WorkingTime.Opening)
            yield return ("closingHour must be later than 08:00, when a working day begins.", "closingHour");
        foreach (var (within, name) in ((TimeSpan?, string)[])[(file.Chasing?.AcknowledgeWithin, "acknowledgeWithin"), (file.Chasing?.SafeguardingWithin, "safeguardingWithin")])
            if (within is { } time && (time < TimeSpan.FromMinutes(1) || time > TimeSpan.FromDays(7)))
                yield return ($"{name} must be from one minute to seven days. Write it as hours, minutes and seconds, for example 04:00:00.", name);
        if (file.Chasing?.QuietHours is { } quiet && quiet.From <= quiet.To)
            yield return ("quietHours go over midnight: from is in the evening, to in the morning.", "quietHours");
        foreach (var academy in file.Academies)
            foreach (var period in academy.Closures.Concat(academy.TermDates))
                if (period.To < period.From)
                    yield return ($"'{academy.Key}' has days that end before they begin ({period.Name}).", academy.Key);
    }

    private static IEnumerable<(string Sentence, string Value)> OpinionFaults(TrustJson file)
    {
        if (file.Opinions is not { } opinions)
            yield break;
        if (opinions.Readers is not (null or "any" or "all"))
            yield return ($"opinions.readers is '{opinions.Readers}'. Write any (the first who answers decides) or all (each must agree), or leave it out for one reader.", opinions.Readers);
        if (opinions.RemindAfter is { } after && (after < TimeSpan.FromMinutes(1) || after > TimeSpan.FromDays(7)))
            yield return ("opinions.remindAfter must be from one minute to seven days. Write it as hours, minutes and seconds, for example 02:00:00.", "remindAfter");
        foreach (var key in opinions.Academies.Keys.Where(key => file.Academies.All(academy => academy.Key != key)))
            yield return ($"opinions: there is no academy with the key '{key}'.", key);
    }

    private static IEnumerable<(string Sentence, string Value)> AccountFaults(TrustJson file)
    {
        if (file.Accounts is not { } accounts)
            yield break;
        if (accounts.CheckInEvery is { } every && every != TimeSpan.Zero && (every < TimeSpan.FromDays(1) || every > TimeSpan.FromDays(92)))
            yield return ("accounts.checkInEvery must be from one to 92 days, or 00:00:00 for never. Write seven days as 7.00:00:00.", "checkInEvery");
        if (accounts.AnswerWithin is { } within && (within < TimeSpan.FromHours(1) || within > TimeSpan.FromDays(7)))
            yield return ("accounts.answerWithin must be from one hour to seven days of working time. Write eight hours as 08:00:00.", "answerWithin");
        if (accounts.ReviewEvery is { } review && (review < TimeSpan.FromDays(7) || review > TimeSpan.FromDays(730)))
            yield return ("accounts.reviewEvery must be from seven to 730 days. Write half a year as 182.00:00:00.", "reviewEvery");
    }

    private static IEnumerable<(string Sentence, string Value)> CommentFaults(TrustJson file)
    {
        if (file.Comments is not { } comments)
            yield break;
        if (comments.WeekendRule is not (null or "literal" or "bankHolidays" or "roll"))
            yield return ($"comments.weekendRule is '{comments.WeekendRule}'. Write literal (as the policy says), bankHolidays or roll.", comments.WeekendRule);
        if (comments.RemindAt is { } shares && (shares.Count is 0 or > 4 || shares.Any(share => share is not (> 0 and < 0.995)) || shares.Zip(shares.Skip(1)).Any(pair => Math.Round(pair.First * 100) >= Math.Round(pair.Second * 100))))
            yield return ("comments.remindAt must be one to four shares of the time that grow, each more than 0 and less than 1, for example [0.5, 0.8].", "remindAt");
        if (comments.LongOverdueAfter is { } after && (after < TimeSpan.FromMinutes(1) || after > TimeSpan.FromDays(30)))
            yield return ("comments.longOverdueAfter must be from one minute to thirty days. Write one day as 1.00:00:00.", "longOverdueAfter");
        if (comments.OldestDays is < 1 or > 3650)
            yield return ("comments.oldestDays must be a whole number from 1 to 3650.", "oldestDays");
    }

    // As Teams and the people picker write it; any other spelling would never be recognised.
    private static bool IsObjectId(string id) => Guid.TryParseExact(id, "D", out _);

    private static IEnumerable<(string Group, int People, string Name)> Groups(TrustJson file) =>
    [
        .. Roles(file).Where(each => each.Role?.Group is not null).Select(each => (each.Role!.Group!, each.Role.People.Count, each.Name)),
        .. file.Academies.Where(academy => academy.Slt.Group is not null).Select(academy => (academy.Slt.Group!, academy.Slt.People.Count, $"the SLT of '{academy.Key}'")),
    ];

    private static IEnumerable<(RoleJson? Role, string Name)> Roles(TrustJson file) =>
    [
        (file.Roles.Staff, "roles.staff"), (file.Roles.SocialMediaManager, "roles.socialMediaManager"),
        (file.Roles.ChiefExecutive, "roles.chiefExecutive"), (file.Roles.DataProtectionOfficer, "roles.dataProtectionOfficer"), (file.Roles.ExternalRoute, "roles.externalRoute"),
        (file.Roles.Administrator, "roles.administrator"),
        .. file.Academies.SelectMany(academy => (IEnumerable<(RoleJson?, string)>)[
            (academy.Headteacher, $"the headteacher of '{academy.Key}'"), (academy.DesignatedSafeguardingLead, $"the safeguarding lead of '{academy.Key}'"),
            (academy.ChairOfGovernors, $"the chair of governors of '{academy.Key}'")]),
        .. file.Opinions?.Academies.SelectMany(each => (IEnumerable<(RoleJson?, string)>)[
            (each.Value.Deputy, $"the deputy of '{each.Key}' in opinions"), (each.Value.Pool, $"the pool of '{each.Key}' in opinions")]) ?? [],
    ];

    private static IEnumerable<string> Named(TrustJson file) =>
        file.Academies.SelectMany(academy => academy.Slt.People
                .Concat(academy.Headteacher?.People ?? []).Concat(academy.DesignatedSafeguardingLead.People).Concat(academy.ChairOfGovernors?.People ?? []))
            .Concat(file.Opinions?.Academies.Values.SelectMany(rota => (rota.Deputy?.People ?? []).Concat(rota.Pool?.People ?? [])) ?? [])
            .Concat(file.Roles.SocialMediaManager.People).Concat(file.Roles.ChiefExecutive?.People ?? [])
            .Concat(file.Roles.DataProtectionOfficer?.People ?? []).Concat(file.Roles.ExternalRoute?.People ?? []).Concat(file.Roles.Administrator?.People ?? []).Concat(file.Roles.Staff?.People ?? [])
            .Concat(file.People.Select(person => person.Manager).OfType<string>());

    private static IEnumerable<string> Twice(IEnumerable<string> values) =>
        values.GroupBy(value => value, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key);
}
