using System.Globalization;
using PolicyBot.Cards;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Dialogs;

/// <summary>Reads the report's fields and says, field by field, what is wrong and what to do about it.</summary>
internal static class ReportForm
{
    public const int LongestStory = 4000;
    public const int LongestLine = 300;
    public const int LongestLink = 2000;
    public const int MostPeople = 10;

    /// <summary>What was typed, kept as it is. What is too long to keep stays out: the card's own limits do not let it through.</summary>
    public static ReportDraft Keep(ReportDraft draft, PressedData data)
    {
        string Field(string name, string before, int longest) => data.Has(name) && data.Text(name) is { } typed && typed.Length <= longest ? typed : before;
        return draft with
        {
            Risk = Enum.TryParse<Risk>(data.Text(Fields.Danger), out var risk) && Enum.IsDefined(risk) ? risk : draft.Risk,
            What = Field(Fields.What, draft.What, LongestStory),
            Platform = Field(Fields.Platform, draft.Platform, LongestLine),
            Account = Field(Fields.Account, draft.Account, LongestLine),
            Link = Field(Fields.Link, draft.Link, LongestLink),
            Date = Field(Fields.Date, draft.Date, 10),
            Time = Field(Fields.Time, draft.Time, 5),
            Academy = Field(Fields.Academy, draft.Academy, 50),
            AboutOthers = Field(Fields.AboutOthers, draft.AboutOthers, LongestLine),
            Affected = data.Has(Fields.Affected) && data.Text(Fields.Affected).Length <= LongestLine ? data.Choices(Fields.Affected) : draft.Affected,
            AboutIds = data.Has(Fields.About) && data.Text(Fields.About).Length <= LongestLink ? data.Choices(Fields.About) : draft.AboutIds,
        };
    }

    /// <summary>What one card brought. An optional field that was emptied is empty: clients leave empty fields out.</summary>
    public static (ReportDraft Draft, ReportProblems Problems) Read(ReportDraft draft, string verb, PressedData data, Trust trust, DateTimeOffset now)
    {
        var typed = Keep(Emptied(draft, verb), data);
        return verb switch
        {
            Verbs.ReportDanger => (typed with { Step = ReportStep.Danger }, Danger(typed)),
            Verbs.ReportHelpContinue => (typed with { Step = ReportStep.Help }, ReportProblems.None),
            Verbs.ReportWhat => (typed with { Step = ReportStep.What }, TooLong(What(typed), data, Fields.What, LongestStory)),
            Verbs.ReportWhere => (typed with { Step = ReportStep.Where }, TooLong(TooLong(Where(typed, trust, now), data, Fields.Account, LongestLine), data, Fields.Link, LongestLink)),
            _ => (typed with { Step = ReportStep.Who }, TooLong(Who(typed), data, Fields.AboutOthers, LongestLine)),
        };
    }

    /// <summary>The card after this one. Whoever came from the review goes back to it once everything is in order.</summary>
    public static ReportStep After(ReportDraft draft) => draft.Step switch
    {
        ReportStep.Danger => draft.Risk is Risk.None ? ReportStep.What : ReportStep.Help,
        ReportStep.Help => ReportStep.What,
        ReportStep.What => ReportStep.Where,
        ReportStep.Where => ReportStep.Who,
        _ => ReportStep.Review,
    };

    /// <summary>The whole report, or the first card on which something is missing.</summary>
    public static (Report? Report, ReportStep At, ReportProblems Problems) Complete(ReportDraft draft, Trust trust, DateTimeOffset now)
    {
        foreach (var (step, problems) in (ReadOnlySpan<(ReportStep, ReportProblems)>)
            [(ReportStep.Danger, Danger(draft)), (ReportStep.What, What(draft)), (ReportStep.Where, Where(draft, trust, now)), (ReportStep.Who, Who(draft))])
            if (problems.Any)
                return (null, step, problems);

        var seen = Seen(draft, trust)!.Value;
        return (new Report(
            draft.Risk!.Value, draft.What, draft.Platform, OrNull(draft.Account), OrNull(draft.Link), seen, draft.Time.Length > 0, draft.Affected,
            [.. draft.AboutIds.Select(id => trust.FindPerson(id)?.Ref ?? new PersonRef(id, "somebody from the directory"))],
            OrNull(draft.AboutOthers)), ReportStep.Review, ReportProblems.None);
    }

    private static ReportDraft Emptied(ReportDraft draft, string verb) => verb switch
    {
        Verbs.ReportWhat => draft with { What = "" },
        Verbs.ReportWhere => draft with { Account = "", Link = "", Date = "", Time = "" },
        Verbs.ReportWho => draft with { Affected = [], AboutIds = [], AboutOthers = "" },
        _ => draft,
    };

    private static ReportProblems Danger(ReportDraft draft) =>
        draft.Risk is null ? ReportProblems.None.With(Fields.Danger, "Please choose an answer. If you are not sure, say so.") : ReportProblems.None;

    private static ReportProblems What(ReportDraft draft) =>
        draft.What.Length == 0 ? ReportProblems.None.With(Fields.What, "Please say in a few words what happened.") : ReportProblems.None;

    private static ReportProblems Where(ReportDraft draft, Trust trust, DateTimeOffset now)
    {
        var problems = ReportProblems.None;
        if (ReportChoices.Platforms.All(platform => platform.Value != draft.Platform))
            problems = problems.With(Fields.Platform, "Please choose where it happened.");
        if (draft.Link.Length > 0 && !(Uri.TryCreate(draft.Link, UriKind.Absolute, out var link) && link.Scheme is "https" or "http"))
            problems = problems.With(Fields.Link, "Please paste the whole link, beginning with https://, or leave this empty.");
        if (draft.Date.Length == 0)
            problems = problems.With(Fields.Date, "Please choose the day. If you are not sure, choose the day you saw it.");
        else if (!DateOnly.TryParseExact(draft.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            problems = problems.With(Fields.Date, "Please choose the day from the calendar.");
        else if (day > DateOnly.FromDateTime(trust.Local(now).DateTime))
            problems = problems.With(Fields.Date, "This day is still to come. Please choose the day you saw it.");
        if (draft.Time.Length > 0 && !TimeOnly.TryParseExact(draft.Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            problems = problems.With(Fields.Time, "Please write the time like 09:30, or leave it empty.");
        if (trust.FindAcademy(draft.Academy) is null)
            problems = problems.With(Fields.Academy, "Please choose the academy that this is about.");
        return problems;
    }

    private static ReportProblems Who(ReportDraft draft)
    {
        var problems = ReportProblems.None;
        if (draft.Affected.IsEmpty || draft.Affected.Any(value => ReportChoices.Affected.All(choice => choice.Value != value)))
            problems = problems.With(Fields.Affected, "Please choose who is affected.");
        if (draft.AboutIds.Length > MostPeople || draft.AboutIds.Any(id => !Guid.TryParse(id, out _)))
            problems = problems.With(Fields.About, "Please choose people from the list, ten at most.");
        return problems;
    }

    private static ReportProblems TooLong(ReportProblems problems, PressedData data, string field, int longest) =>
        data.Text(field).Length <= longest ? problems
        : problems.With(field, string.Create(CultureInfo.InvariantCulture, $"This is too long for one report. Please keep it under {longest:N0} characters."));

    private static DateTimeOffset? Seen(ReportDraft draft, Trust trust)
    {
        if (!DateOnly.TryParseExact(draft.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return null;
        var time = TimeOnly.TryParseExact(draft.Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact) ? exact : TimeOnly.MinValue;
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, trust.TimeZone.GetUtcOffset(local));
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
