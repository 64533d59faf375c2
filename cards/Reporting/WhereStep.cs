using System.Globalization;
using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cards.Reporting;

internal static class WhereStep
{
    public static ImmutableArray<CardElement> Body(ReportView view) =>
    [
        Lines.Heading("Where and when?"),
        .. view.Draft.IsShort ? (ImmutableArray<CardElement>)[Lines.Plain("Please do not describe the picture, and give no link to it.")] : [],
        .. view.OtherProblems(Fields.Academy, Fields.Platform, Fields.Account, Fields.Link, Fields.Date, Fields.Time),
        .. view.Trust.Academies.Length > 1 ? Academy(view) : [],
        new ChoiceInput(Fields.Platform, "Which platform?", Choices.Of(ReportChoices.Platforms))
        {
            Value = Choices.Known(ReportChoices.Platforms, view.Draft.Platform),
            Placeholder = "Choose one",
            Style = ChoiceStyle.Compact,
        },
        .. view.Problem(Fields.Platform),
        new TextInput(Fields.Account, "Account or page (if you know it)")
        {
            Value = UserText.Kept(view.Draft.Account, Limits.Account),
            MaxLength = Limits.Account,
        },
        .. view.Problem(Fields.Account),
        .. view.Draft.IsShort ? [] : Link(view),
        // Most reports are of today, so today is proposed; the review shows it in words before anything is sent.
        new DateInput(Fields.Date, "On which day was it posted or seen?", Readable(view.Draft.Date, "yyyy-MM-dd") ?? When.Input(view.Now, view.Trust)),
        .. view.Problem(Fields.Date),
        new TimeInput(Fields.Time, "At what time (if you know it)?", Readable(view.Draft.Time, "HH:mm")),
        .. view.Problem(Fields.Time),
        .. Lines.Buttons(view.Next("Next", Verbs.ReportWhere), view.BackTo(view.Draft.IsShort ? ReportStep.Help : ReportStep.What), view.Cancel()),
    ];

    private static ImmutableArray<CardElement> Link(ReportView view) =>
    [
        new TextInput(Fields.Link, "Link to it (if you have one)")
        {
            Value = UserText.Kept(view.Draft.Link, Limits.Link),
            Placeholder = "https://",
            MaxLength = Limits.Link,
        },
        .. view.Problem(Fields.Link),
    ];

    private static ImmutableArray<CardElement> Academy(ReportView view) =>
    [
        new ChoiceInput(Fields.Academy, "Which academy is it about?", [.. view.Trust.Academies.Select(academy => new Choice(UserText.Plain(academy.Name), academy.Key))])
        {
            Value = view.Academy?.Key,
            Placeholder = "Choose one",
            Style = ChoiceStyle.Compact,
        },
        .. view.Problem(Fields.Academy),
    ];

    /// <summary>A client draws an unreadable date or time as an error of its own; the sentence beside the field says it better.</summary>
    private static string? Readable(string typed, string format) =>
        DateTime.TryParseExact(typed, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? typed : null;
}
