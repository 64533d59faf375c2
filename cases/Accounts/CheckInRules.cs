using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Accounts;

/// <summary>What those who are asked whether all is well may answer. Pure.</summary>
public static class CheckInRules
{
    public const string NotAsked = "Only the people who were asked can answer this. Nothing has changed.";

    public const string PassedOn = "Somebody else has been asked already. There is nothing more for you to do.";

    public const string NobodyLeft = "There is nobody else whom I could ask. Please look as soon as you can.";

    public const string NothingAsked = "This check-in is over. Nothing has changed.";

    public static Ruling<Account> Answer(Account account, CheckInSays says, PersonRef by, Trust trust, DateTimeOffset now)
    {
        if (account.CheckIn is not { } open)
            return new Ruling<Account>.Refused(NothingAsked);
        if (!CheckInLine.Has(open.Asked, by.Id))
            return new Ruling<Account>.Refused(NotAsked);
        var answer = new CheckInAnswer(says, by, now, open.StartedAt);
        if (says is not CheckInSays.CannotLook)
            return AccountTrail.Record(account with { CheckIn = null, LastCheckIn = answer }, now, by, "account.checked_in", AccountJson.Write(answer));

        if (!CheckInLine.Has(open.With, by.Id))
            return new Ruling<Account>.Refused(PassedOn);
        ImmutableArray<PersonRef> left = [.. open.With.Where(person => !person.Id.Equals(by.Id, StringComparison.OrdinalIgnoreCase))];
        if (!left.IsEmpty)
            return AccountTrail.Record(account with { CheckIn = open with { With = left } }, now, by, "account.cannot_look", AccountJson.Write(answer));
        return CheckInLine.After(account, trust, open.Stage, open.Asked, now) is { } next
            ? AccountTrail.Record(account with { CheckIn = Next(open, next.Stage, next.People, now) }, now, by, "account.cannot_look", AccountJson.Write(answer))
            : new Ruling<Account>.Refused(NobodyLeft);
    }

    internal static OpenCheckIn Next(OpenCheckIn open, CheckInStage stage, ImmutableArray<PersonRef> people, DateTimeOffset now) =>
        open with { Stage = stage, AskedAt = now, With = people, Asked = [.. open.Asked, .. people] };
}
