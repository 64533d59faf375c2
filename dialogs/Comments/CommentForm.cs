using System.Globalization;
using PolicyBot.Cards;
using PolicyBot.Cards.Comments;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using PolicyBot.Dialogs.Times;

namespace PolicyBot.Dialogs.Comments;

/// <summary>Reads the fields of a comment that is being logged and says, field by field, what is wrong and what to do about it.</summary>
internal static class CommentForm
{
    private const int LongestList = 1000;

    /// <summary>What was typed, kept as it is. What is too long to keep stays out, and what was there before stays.</summary>
    /// <param name="data">What came with a press on the form: clients leave an emptied field out.</param>
    public static CommentDraft Keep(CommentDraft draft, PressedData data, DateTimeOffset now)
    {
        var said = Field(Fields.CameIn, draft.WhenSaid, Limits.CameIn);
        return draft with
        {
            Register = data.Has(Fields.Register) ? Field(Fields.Register, draft.Register, 20) : draft.Register,
            Platform = Field(Fields.Platform, draft.Platform, 50),
            Account = Field(Fields.Account, draft.Account, Limits.Account),
            Kind = data.Has(Fields.CommentKind) ? Field(Fields.CommentKind, draft.Kind, 20) : draft.Kind,
            WhenSaid = said,
            SaidAt = said == draft.WhenSaid ? draft.SaidAt : now,
            Date = Field(Fields.Date, draft.Date, 10),
            Time = Field(Fields.Time, draft.Time, 5),
            Text = Field(Fields.Comment, draft.Text, Limits.Comment),
            Link = Field(Fields.Link, draft.Link, Limits.Link),
            AboutIds = PressedData.Split(Field(Fields.About, string.Join(',', draft.AboutIds), LongestList)),
        };

        string Field(string name, string before, int longest) =>
            data.Has(name) ? (data.Text(name) is { } typed && typed.Length <= longest ? typed : before) : "";
    }

    public static ReportProblems TooLong(ReportProblems problems, PressedData data)
    {
        foreach (var (field, longest) in (ReadOnlySpan<(string, int)>)
            [(Fields.Account, Limits.Account), (Fields.CameIn, Limits.CameIn), (Fields.Comment, Limits.Comment), (Fields.Link, Limits.Link), (Fields.About, LongestList)])
            if (data.Text(field).Length > longest)
                problems = problems.With(field, string.Create(CultureInfo.InvariantCulture, $"Please keep this under {longest:N0} characters."));
        return problems;
    }

    /// <summary>What would be logged, and what is wrong; nothing while something is.</summary>
    public static (LoggedComment? What, Account? Account, ReportProblems Problems) Complete(CommentDraft draft, ImmutableArray<Account> accounts, Trust trust, DateTimeOffset now)
    {
        var problems = ReportProblems.None;
        var account = accounts.FirstOrDefault(each => each.IsInUse && each.Reference.ToString() == draft.Register)
            ?? accounts.FirstOrDefault(each => each.IsInUse && draft.Account.Length > 0 && AccountFacts.KeyOf(draft.Platform, draft.Account) == AccountFacts.KeyOf(each.Platform, each.Handle));
        if (account is null && ReportChoices.Platforms.All(platform => platform.Value != draft.Platform))
            problems = draft.Register.Length > 0 || accounts.IsEmpty || draft.Account.Length > 0
                ? problems.With(Fields.Platform, "Please choose the platform.")
                : problems.With(Fields.Register, "Please choose the account that it came in on.");
        else if (account is null && draft.Account.Length == 0)
            problems = problems.With(Fields.Account, "Please say which account or page it is.");
        if (CommentChoices.Kinds.All(kind => kind.Value != draft.Kind))
            problems = problems.With(Fields.CommentKind, "Please choose what it is.");
        var (received, untimely) = Received(draft, trust, now);
        problems = untimely is { } wrong ? problems.With(wrong.Field, wrong.Sentence) : problems;
        if (draft.Text.Length == 0)
            problems = problems.With(Fields.Comment, "Please say in short what it says.");
        if (draft.Link.Length > 0 && !IsLink(draft.Link))
            problems = problems.With(Fields.Link, "Please paste the whole link, beginning with https://, or leave it empty.");
        if (draft.AboutIds.Length > Limits.People || draft.AboutIds.Any(id => !Guid.TryParseExact(id, "D", out _)))
            problems = problems.With(Fields.About, $"Please choose people from the list, at most {Limits.People}.");
        if (problems.Any)
            return (null, null, problems);
        return (new LoggedComment(
            account is null ? new CommentedAccount(null, draft.Platform, draft.Account) : new CommentedAccount(account.Reference.ToString(), account.Platform, account.Name.Length > 0 ? account.Name : account.Handle),
            Enum.Parse<CommentKind>(draft.Kind), received!, draft.Text, draft.Link.Length == 0 ? null : draft.Link,
            [.. draft.AboutIds.Select(id => trust.FindPerson(id)?.Ref ?? new PersonRef(id.ToLowerInvariant(), "somebody from the directory"))]), account, problems);
    }

    public static bool IsLink(string text) => text.Length <= Limits.Link && Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "https" or "http";

    public static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    public static bool IsTime(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    public static DateTimeOffset? Moment(string date, string time, Trust trust) =>
        DateTime.TryParseExact($"{date} {time}", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? trust.Moment(local) : null;

    // A day that is chosen counts before words, which may have been read wrongly.
    private static (ReceivedTime? At, (string Field, string Sentence)? Wrong) Received(CommentDraft draft, Trust trust, DateTimeOffset now)
    {
        if (draft.Date.Length > 0 && !IsDay(draft.Date))
            return (null, (Fields.Date, "Please choose the day from the calendar."));
        if (draft.Time.Length > 0 && !IsTime(draft.Time))
            return (null, (Fields.Time, "Please write the time like 09:30."));
        if (draft.Date.Length == 0 && draft.Time.Length > 0)
            return (null, (Fields.Date, "Please choose the day too, or leave the time empty."));
        var received = draft.Date.Length == 0 ? SpokenMoment.Read(draft.WhenSaid, draft.SaidAt, trust)
            : draft.Time.Length == 0 ? new ReceivedTime(Moment(draft.Date, "00:00", trust)!.Value, TimeReading.DayAlone)
            : new ReceivedTime(Moment(draft.Date, draft.Time, trust)!.Value, TimeReading.AsSaid);
        if (received is null)
            return (null, (Fields.CameIn, draft.WhenSaid.Length == 0 ? "Please say when it came in, for example: Saturday at six." : "I cannot read a time in that. Please say it like this: Saturday at 18:00. Or choose the day below."));
        return received.At > now
            ? (null, (draft.Date.Length == 0 ? Fields.CameIn : Fields.Date, $"I understood {CommentTimes.Said(received, trust)}. That is still to come. Please say when it came in."))
            : (received, null);
    }
}
