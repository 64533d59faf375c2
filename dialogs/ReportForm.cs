using System.Globalization;
using PolicyBot.Cards;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Dialogs;

/// <summary>Reads the report's fields and says, field by field, what is wrong and what to do about it.</summary>
internal static class ReportForm
{
    private const int LongestList = 1000;

    /// <summary>What was typed, kept as it is. What is too long to keep stays out, and what was there before stays.</summary>
    /// <param name="draft">What was typed before.</param>
    /// <param name="data">What came with the press.</param>
    /// <param name="emptied">The fields of the card that was pressed: clients leave an emptied field out.</param>
    public static ReportDraft Keep(ReportDraft draft, PressedData data, params ReadOnlySpan<string> emptied)
    {
        return draft with
        {
            Risk = Enum.TryParse<Risk>(data.Text(Fields.Danger), out var risk) && Enum.IsDefined(risk) ? risk : draft.Risk,
            What = Field(Fields.What, draft.What, Limits.What, emptied),
            Platform = Field(Fields.Platform, draft.Platform, Limits.Account, emptied),
            Account = Field(Fields.Account, draft.Account, Limits.Account, emptied),
            Link = Field(Fields.Link, draft.Link, Limits.Link, emptied),
            Date = Field(Fields.Date, draft.Date, "2026-11-22".Length, emptied),
            Time = Field(Fields.Time, draft.Time, "10:32".Length, emptied),
            Confidential = Naming(draft, data).Confidential,
            Academy = Field(Fields.Academy, draft.Academy, Limits.Account, emptied),
            AboutOthers = Field(Fields.AboutOthers, draft.AboutOthers, Limits.AboutOthers, emptied),
            Told = Field(Fields.Told, draft.Told, Limits.Told, emptied),
            Affected = PressedData.Split(Field(Fields.Affected, string.Join(',', draft.Affected), LongestList, emptied)),
            AboutIds = PressedData.Split(Field(Fields.About, string.Join(',', draft.AboutIds), LongestList, emptied)),
        };

        string Field(string name, string before, int longest, ReadOnlySpan<string> emptied) =>
            data.Has(name) ? (data.Text(name) is { } typed && typed.Length <= longest ? typed : before)
            : emptied.Contains(name) ? "" : before;
    }

    /// <summary>Whether the reporter's name is to be kept confidential, as it stands on the review.</summary>
    public static ReportDraft Naming(ReportDraft draft, PressedData data) => data.Text(Fields.Naming) switch
    {
        Fields.Confidential => draft with { Confidential = true },
        Fields.Named => draft with { Confidential = false },
        _ => draft,
    };

    /// <summary>What one card brought, and what is wrong with it.</summary>
    public static (ReportDraft Draft, ReportProblems Problems) Read(ReportDraft draft, string verb, PressedData data, Trust trust, DateTimeOffset now)
    {
        switch (verb)
        {
            case Verbs.ReportDanger:
                var told = Keep(draft with { Step = ReportStep.Danger, Answered = SaidAtOnce(draft, data) }, data);
                return (told, Danger(told));
            case Verbs.ReportHelpContinue:
                return (draft with { Step = ReportStep.Help }, ReportProblems.None);
            case Verbs.ReportWhat:
                var what = Keep(draft with { Step = ReportStep.What }, data, Fields.What);
                return (what, TooLong(What(what), data, (Fields.What, Limits.What)));
            case Verbs.ReportWhere:
                var where = draft.IsShort
                    ? Keep(draft with { Step = ReportStep.Where }, data, Fields.Account, Fields.Date, Fields.Time)
                    : Keep(draft with { Step = ReportStep.Where }, data, Fields.Account, Fields.Link, Fields.Date, Fields.Time);
                return (where, TooLong(Where(where, trust, now), data, (Fields.Account, Limits.Account), (Fields.Link, Limits.Link)));
            default:
                var who = Keep(draft with { Step = ReportStep.Who }, data, Fields.Affected, Fields.About, Fields.AboutOthers, Fields.Told);
                return (who, TooLong(Who(who, trust), data, (Fields.About, LongestList), (Fields.AboutOthers, Limits.AboutOthers), (Fields.Told, Limits.Told)));
        }
    }

    /// <summary>
    /// The card after this one. Whoever came back from the review to change something returns to it, but never past the card with 999 on it.
    /// </summary>
    public static ReportStep After(ReportDraft draft, Trust trust, DateTimeOffset now) => draft.Step switch
    {
        ReportStep.Danger when draft.Risk is not Risk.None => ReportStep.Help,
        _ when Complete(draft, trust, now).Report is not null => ReportStep.Review,
        ReportStep.Danger or ReportStep.Help => draft.IsShort ? ReportStep.Where : ReportStep.What,
        ReportStep.What => ReportStep.Where,
        ReportStep.Where => ReportStep.Who,
        _ => ReportStep.Review,
    };

    /// <summary>The whole report, or the first card on which something is missing.</summary>
    public static (Report? Report, ReportStep At, ReportProblems Problems) Complete(ReportDraft draft, Trust trust, DateTimeOffset now)
    {
        foreach (var (step, problems) in (ReadOnlySpan<(ReportStep, ReportProblems)>)
            [(ReportStep.Danger, Danger(draft)), (ReportStep.What, What(draft)), (ReportStep.Where, Where(draft, trust, now)), (ReportStep.Who, Who(draft, trust))])
            if (problems.Any)
                return (null, step, problems);

        var seen = Seen(draft, trust)!.Value;
        return (new Report(
            draft.Risk!.Value, draft.IsShort ? Report.Image : draft.What, draft.Platform, OrNull(draft.Account), draft.IsShort ? null : OrNull(draft.Link), seen, draft.Time.Length > 0, draft.Affected,
            [.. draft.AboutIds.Select(id => trust.FindPerson(id)?.Ref ?? new PersonRef(id, "somebody from the directory"))],
            OrNull(draft.AboutOthers))
        {
            Answered = draft.Answered,
            Suggested = draft.Suggested,
            Confidential = draft.Confidential,
            Told = OrNull(draft.Told),
        }, ReportStep.Review, ReportProblems.None);
    }

    private static ReportProblems Danger(ReportDraft draft) =>
        draft.Risk is null ? ReportProblems.None.With(Fields.Danger, "Please choose an answer. If you are not sure, say so.") : ReportProblems.None;

    // The first card asks for it too: then nothing has been typed yet that describes it. A file that was said to show it stays one, whatever is pressed there.
    private static Route? SaidAtOnce(ReportDraft draft, PressedData data) =>
        draft.NoFiles || data.Text(Fields.Answered) == nameof(Route.IndecentImage) ? RouteRules.Safest(Route.IndecentImage, draft.Answered ?? Route.Grievance)
        : draft.IsShort ? null
        : draft.Answered;

    private static ReportProblems What(ReportDraft draft) =>
        draft.What.Length == 0 && !draft.IsShort ? ReportProblems.None.With(Fields.What, "Please say in a few words what happened.") : ReportProblems.None;

    private static ReportProblems Where(ReportDraft draft, Trust trust, DateTimeOffset now)
    {
        var problems = ReportProblems.None;
        if (ReportChoices.Platforms.All(platform => platform.Value != draft.Platform))
            problems = problems.With(Fields.Platform, "Please choose where it happened.");
        if (draft.Link.Length > 0 && !draft.IsShort && !(Uri.TryCreate(draft.Link, UriKind.Absolute, out var link) && link.Scheme is "https" or "http"))
            problems = problems.With(Fields.Link, "Please paste the whole link, beginning with https://, or leave this empty.");
        if (draft.Date.Length == 0)
            problems = problems.With(Fields.Date, "Please choose the day. If you are not sure, choose the day you saw it.");
        else if (!DateOnly.TryParseExact(draft.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            problems = problems.With(Fields.Date, "Please choose the day from the calendar.");
        else if (day > DateOnly.FromDateTime(trust.Local(now).DateTime))
            problems = problems.With(Fields.Date, "This day is still to come. Please choose the day you saw it.");
        if (draft.Time.Length > 0 && !TimeOnly.TryParseExact(draft.Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            problems = problems.With(Fields.Time, "Please write the time like 09:30, or leave it empty.");
        else if (!problems.Any && Seen(draft, trust) > now)
            problems = problems.With(Fields.Time, "This time is still to come. Please choose when you saw it, or leave it empty.");
        if (trust.FindAcademy(draft.Academy) is null)
            problems = problems.With(Fields.Academy, "Please choose the academy that this is about.");
        return problems;
    }

    private static ReportProblems Who(ReportDraft draft, Trust trust)
    {
        var problems = ReportProblems.None;
        if (draft.Affected.IsEmpty || draft.Affected.Any(value => ReportChoices.Affected.All(choice => choice.Value != value)))
            problems = problems.With(Fields.Affected, "Please choose who is affected.");
        if (draft.AboutIds.Length > Limits.People || draft.AboutIds.Any(id => !Guid.TryParseExact(id, "D", out _)))
            problems = problems.With(Fields.About, $"Please choose people from the list, {Limits.People} at most.");
        else if (trust.FindAcademy(draft.Academy) is { } academy && !IncidentAudience.Of(draft.Route, draft.AboutIds, academy, trust).ReachesSomebody)
            problems = problems.With(Fields.About,
                "Everybody who could deal with this is among these people, so nobody would read it. Please take it to the local authority's designated officer (LADO), in danger to 999, or choose fewer people.");

        // Only a person from the list is kept from reading about themselves. A leader whose name was typed would otherwise get the report.
        var typed = trust.People.FirstOrDefault(person =>
            draft.AboutOthers.Contains(person.Name, StringComparison.OrdinalIgnoreCase) && !draft.AboutIds.Contains(person.Id, StringComparer.OrdinalIgnoreCase));
        if (typed is not null)
            problems = problems.With(Fields.AboutOthers, $"{typed.Name} is in the list above. Please choose them there instead, so that this does not reach them.");
        return problems;
    }

    private static ReportProblems TooLong(ReportProblems problems, PressedData data, params ReadOnlySpan<(string Field, int Longest)> limits)
    {
        foreach (var (field, longest) in limits)
            if (data.Text(field).Length > longest)
                problems = problems.With(field, string.Create(CultureInfo.InvariantCulture, $"This is too long for one report. Please keep it under {longest:N0} characters."));
        return problems;
    }

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
