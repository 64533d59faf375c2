using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cards.Reporting;

/// <summary>Whom the reporter has told already: what a safeguarding lead asks first, and nothing that needs the details again.</summary>
internal static class ToldField
{
    /// <summary>Nothing on the other routes: where an adult is accused, whom somebody told is for whoever handles it to ask.</summary>
    public static ImmutableArray<CardElement> For(ReportView view, Route route) => route is not (Route.IndecentImage or Route.AdultContactingChild or Route.ChildAtRisk)
        ? []
        :
        [
            new TextInput(Fields.Told, "Whom have you told (if anybody)?")
            {
                Value = UserText.Kept(view.Draft.Told, Limits.Told),
                Placeholder = "For example: my line manager",
                MaxLength = Limits.Told,
            },
            .. view.Problem(Fields.Told),
        ];
}
