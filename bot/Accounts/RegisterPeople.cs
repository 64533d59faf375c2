using System.Collections.Frozen;
using PolicyBot.Cases.People;

namespace PolicyBot.Bot.Accounts;

/// <summary>Finds people as a file names them: by e-mail address, by Entra object id, or by a name that only one has.</summary>
internal sealed class RegisterPeople
{
    private readonly FrozenDictionary<string, Person> exact;
    private readonly ILookup<string, Person> names;
    private readonly bool knowsNobody;

    public RegisterPeople(Trust trust)
    {
        exact = trust.People.SelectMany(person => ((IEnumerable<string?>)[person.Id, person.Email]).OfType<string>(), (person, word) => (Word: word, Person: person))
            .DistinctBy(each => each.Word, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(each => each.Word, each => each.Person, StringComparer.OrdinalIgnoreCase);
        names = trust.People.ToLookup(person => person.Name, StringComparer.OrdinalIgnoreCase);
        knowsNobody = trust.People.IsEmpty;
    }

    /// <summary>The person, or what is wrong.</summary>
    public (PersonRef? Person, string? Wrong) Find(string word) =>
        exact.TryGetValue(word, out var person) ? (person.Ref, null)
        : knowsNobody && Guid.TryParseExact(word, "D", out _) ? (new PersonRef(word.ToLowerInvariant(), "a colleague"), null)
        : names[word].ToImmutableArray() switch
        {
            [var only] => (only.Ref, null),
            [] => (null, $"'{Cards.UserText.Shorten(word, 60)}' is not in the directory. Write the e-mail address as the directory has it."),
            _ => (null, $"there is more than one '{Cards.UserText.Shorten(word, 60)}'. Write the e-mail address."),
        };

    /// <summary>How a file names somebody, so that it is found again.</summary>
    public static string Name(PersonRef person, Trust trust) => trust.FindPerson(person.Id)?.Email ?? person.Id;
}
