using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Accounts;

/// <summary>Every step of an account leaves one entry in its trail, and the record carries the trail's end.</summary>
internal static class AccountTrail
{
    public static Ruling<Account>.Allowed Record(Account changed, DateTimeOffset at, PersonRef by, string type, string data)
    {
        var (head, entry) = changed.Trail.Append(changed.Reference, at, by.Id, type, data);
        return new Ruling<Account>.Allowed(changed with { Trail = head }, [entry]);
    }
}
