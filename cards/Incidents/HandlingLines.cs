using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Incidents;

/// <summary>What has been done about an incident, as short as its card must be on a phone.</summary>
internal static class HandlingLines
{
    public static IEnumerable<Fact> Facts(Incident incident, Trust trust)
    {
        var handling = incident.Handling;
        if (handling.HandOvers is [.., var way] || incident.Owner?.Id != incident.Acknowledged?.By.Id)
            yield return new Fact("With", handling.HandOvers is [.., var last] && last.To == incident.Owner ? $"{Name(last.To)}, {When.Full(last.At, trust)}" : Name(incident.Owner!));
        if (handling.Assessment is { } assessment)
            yield return new Fact("Assessed", $"{ReportChoices.TitleOf(HandlingChoices.Severities, assessment.Severity)}: {ReportChoices.TitleOf(HandlingChoices.Categories, assessment.Category)}, by {Name(assessment.By)}");
        if (!handling.Involved.IsEmpty)
            yield return new Fact("Involved", string.Join(", ", handling.Involved.Select(each => Name(each.Person)).Distinct(StringComparer.Ordinal).Take(Limits.People)));
        foreach (var referral in handling.Referrals.TakeLast(6))
            yield return new Fact("Referred", $"{ReportChoices.TitleOf(HandlingChoices.Agencies, referral.To)}, {Days.Say(referral.On)}{(referral.Number is { } number ? $", {UserText.Escape(UserText.Shorten(number, 50))}" : "")}");
        foreach (var step in handling.CommentSteps)
            yield return new Fact("The parent", $"{ReportChoices.TitleOf(HandlingChoices.CommentSteps, step.Step)}, {Days.Say(step.On)}");
        if (incident.Breach is { } breach)
            yield return new Fact("ICO", $"{ReportChoices.TitleOf(HandlingChoices.BreachDecisions, breach.Result).Replace(", because", "", StringComparison.Ordinal)}, by {Name(breach.By)}, {When.Full(breach.At, trust)}");
        foreach (var reopening in handling.Reopenings.TakeLast(1))
            yield return new Fact("Opened again", $"{Name(reopening.By)}, {When.Full(reopening.At, trust)}");
    }

    /// <summary>Until when the local authority's designated officer is to hear of it; null where it is no allegation, or they have.</summary>
    public static string? Lado(Incident incident, Trust trust) =>
        incident.Status is not IncidentStatus.Closed && IncidentClock.LadoBy(incident, trust) is { } by
            ? $"Ring the local authority's designated officer by {When.Full(by, trust)}."
            : null;

    /// <summary>The newest of what was written; all of it is in the trail.</summary>
    public static ImmutableArray<CardElement> Newest(Incident incident, Trust trust)
    {
        var handling = incident.Handling;
        var reply = handling.Involved.SelectMany(each => each.Replies).MaxBy(each => each.At);
        return
        [
            .. handling.Assessment is { } assessment ? Lines.Typed("What is affected", assessment.Harm, Limits.Newest) : [],
            .. handling.Questions is [.., var question] ? Asked(question, handling.Questions.Length, trust) : [],
            .. reply is not null ? Lines.Typed($"{UserText.Escape(UserText.Shorten(reply.By.Name, 60))} wrote back", reply.Text, Limits.Newest) : [],
            .. handling.Notes is [.., var note] ? Lines.Typed($"Note by {UserText.Escape(UserText.Shorten(note.By.Name, 60))}", note.Text, Limits.Newest) : [],
            .. handling.EarlierOutcomes is [.., var before] && incident.Outcome is null
                ? Lines.Typed($"It was closed before: {ReportChoices.TitleOf(OutcomeChoices.Results, before.Result)}", before.Reason, Limits.Newest) : [],
        ];
    }

    private static ImmutableArray<CardElement> Asked(ReporterQuestion question, int count, Trust trust) =>
    [
        .. Lines.Typed(count == 1 ? "A question to the reporter" : $"Question {count} to the reporter", question.Text, Limits.Newest),
        question.Answer is { } answer
            ? Lines.Named($"Answered, {When.Full(answer.At, trust)}", answer.Text, Limits.Newest)
            : Lines.Quiet($"Open. {UserText.Escape(UserText.Shorten(question.By.Name, 60))} asked it, {When.Full(question.At, trust)}."),
    ];

    private static string Name(PersonRef person) => UserText.Escape(UserText.Shorten(person.Name, 60));
}
