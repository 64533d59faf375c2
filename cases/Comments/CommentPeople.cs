using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Comments;

/// <summary>
/// Who sees a comment and hears of it: who logged it, those who look after the account, the Social Media Manager and the academy's deputy; the chief executive only when
/// it is long overdue, or when there is nobody else. Whoever it is about never does. Whoever has left the Trust has nothing in hand any more.
/// </summary>
/// <param name="Team">Who looks after the account now.</param>
public sealed record CommentPeople(ReceivedComment Comment, AccountTeam Team, Trust Trust)
{
    private const int ShortestName = 3;

    private static readonly ImmutableArray<string> Titles = ["mr", "mrs", "ms", "miss", "mx", "dr", "sir", "head", "teacher"];

    public PersonRef? Lead => Free(Team.Lead);

    public PersonRef? Deputy => Free(Team.Deputy);

    /// <summary>Who has it in hand; null where nobody has, or whoever has it no longer looks after the account.</summary>
    public PersonRef? Holder => Comment.Holder is { } holder && MaySee(holder.Id) && !HasLeft(holder.Id, Trust) ? holder : null;

    /// <summary>The Social Media Manager, then the academy's deputy.</summary>
    public ImmutableArray<PersonRef> Office => OfficeOf(Trust, Comment.Academy, Comment.What.About);

    /// <summary>Who gets it when it is logged: the lead, or whoever comes next.</summary>
    public static PersonRef? First(LoggedComment what, string academy, AccountTeam team, Trust trust) =>
        ((IEnumerable<PersonRef?>)[team.Lead, team.Deputy, .. OfficeOf(trust, academy, what.About), .. Chief(trust, what.About)]).OfType<PersonRef>().FirstOrDefault(person => !Has(what.About, person.Id) && !HasLeft(person.Id, trust));

    /// <summary>
    /// Those who would see it and whose family name stands in what it says: it may be about them, and whoever logs it is asked. A word that is also a name counts only
    /// with a capital, or with a title before it.
    /// </summary>
    public static ImmutableArray<PersonRef> NamedIn(LoggedComment what, string academy, AccountTeam team, Trust trust)
    {
        var words = what.Text.Split([.. what.Text.Where(letter => !char.IsLetter(letter)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
        return [.. team.All().Concat(OfficeOf(trust, academy, what.About)).DistinctBy(person => person.Id, StringComparer.OrdinalIgnoreCase).Where(person => !Has(what.About, person.Id) && IsNamed(person, words))];
    }

    /// <summary>Asked again at every press: the record as it is now decides, never the card.</summary>
    public bool MaySee(string personId) =>
        !Has(Comment.What.About, personId)
        && (Same(Comment.Logger.Id, personId) || Has(Team.All(), personId) || IsOffice(personId)
            || (Has(Chief(Trust, Comment.What.About), personId) && (Office.IsEmpty || Comment.Reminded.Any(reminder => reminder.Step == CommentDue.LongOverdue))));

    /// <summary>True for the Social Media Manager and the academy's deputy.</summary>
    public bool IsOffice(string personId) => Has(Office, personId);

    /// <summary>Who is reminded at a step: who has it, then also the lead and the deputy, then also the Social Media Manager, and at last the chief executive.</summary>
    /// <param name="first">True for the first of the reminders.</param>
    public ImmutableArray<PersonRef> Reminded(int step, bool first)
    {
        var team = ((IEnumerable<PersonRef?>)[Holder, Lead, Deputy]).OfType<PersonRef>().Take(first ? 1 : int.MaxValue);
        var people = step switch
        {
            CommentDue.LongOverdue => team.Concat(Office).Concat(Chief(Trust, Comment.What.About)),
            CommentDue.Overdue => team.Concat(Office),
            _ => team,
        };
        ImmutableArray<PersonRef> told = [.. people.DistinctBy(person => person.Id, StringComparer.OrdinalIgnoreCase)];
        return told.IsEmpty ? Office.IsEmpty ? Chief(Trust, Comment.What.About) : Office : told;
    }

    private PersonRef? Free(PersonRef? person) => person is null || Has(Comment.What.About, person.Id) || HasLeft(person.Id, Trust) ? null : person;

    private static ImmutableArray<PersonRef> OfficeOf(Trust trust, string academy, ImmutableArray<PersonRef> about) =>
        Named(trust, [.. trust.SocialMediaManager.People, .. trust.Opinions.Academies.GetValueOrDefault(academy)?.Deputy.People ?? []], about);

    private static ImmutableArray<PersonRef> Chief(Trust trust, ImmutableArray<PersonRef> about) => Named(trust, trust.ChiefExecutive.People, about);

    private static ImmutableArray<PersonRef> Named(Trust trust, ImmutableArray<string> ids, ImmutableArray<PersonRef> about) =>
        [.. ids.Distinct(StringComparer.OrdinalIgnoreCase).Where(id => !Has(about, id) && !HasLeft(id, trust)).Select(id => trust.FindPerson(id)?.Ref ?? new PersonRef(id, "a colleague"))];

    private static bool IsNamed(PersonRef person, string[] words)
    {
        var name = person.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
        return name.Length >= ShortestName
            && words.Where((word, number) => word.Equals(name, StringComparison.OrdinalIgnoreCase) && (char.IsUpper(word[0]) || number > 0 && Titles.Contains(words[number - 1], StringComparer.OrdinalIgnoreCase))).Any();
    }

    private static bool HasLeft(string personId, Trust trust) => trust.FindPerson(personId) is { Left: true };

    private static bool Has(IEnumerable<PersonRef> people, string id) => people.Any(person => Same(person.Id, id));

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
