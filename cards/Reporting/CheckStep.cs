using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;
using PolicyBot.Policy;

namespace PolicyBot.Cards.Reporting;

/// <summary>What the words sound like, as a question: the way that a report takes is never decided in silence.</summary>
internal static class CheckStep
{
    public static ImmutableArray<CardElement> Body(ReportView view, Route suggested) => suggested is Route.Grievance ? GrievanceStep.Body(view) :
    [
        Lines.Heading("One question before you send it"),
        Lines.Plain($"What you wrote sounds as if {Sounds(suggested)}. Is that so?"),
        .. view.OtherProblems(Fields.Told),
        .. RouteScripts.For(suggested, view.Draft.AboutIds, view.Trust, view.Academy),
        .. suggested.IsSafeguarding() && !suggested.IsAllegation() ? TurnTo.Lead(suggested, view.Draft.AboutIds, view.Trust, view.Academy) : [],
        .. suggested is Route.ParentComment ? Policy(view.Library) : [],
        .. ToldField.For(view, suggested),
        Lines.Quiet(suggested.IsSafeguarding()
            ? "Whatever you answer, it goes to those who keep people safe. They decide what it is; I do not."
            : "Your answer helps those who read it. They decide what it is; I do not."),
        .. Lines.Buttons(Answer(view, "Yes", RouteAnswer.Yes), Answer(view, "No", RouteAnswer.No), Answer(view, "Not sure", RouteAnswer.NotSure), view.BackTo(ReportStep.Who), view.Cancel()),
    ];

    internal static ExecuteAction Answer(ReportView view, string title, RouteAnswer answer) => new(title, view.Data(Verbs.ReportCheck) with { Answered = answer.ToString() });

    private static string Sounds(Route route) => route switch
    {
        Route.Danger => "somebody may be in danger now",
        Route.AllegationHead => "it may be about what the headteacher did to a child",
        Route.AllegationStaff => "it may be about what an adult who works with children did",
        Route.IndecentImage => "there may be a nude or indecent image of somebody under 18",
        Route.AdultContactingChild => "an adult may be contacting a child online",
        Route.ChildAtRisk => "a child may be at risk",
        Route.DataBreach => "personal data may have been lost, or seen by people who should not see it",
        Route.Crime => "it may be a crime, such as a threat, hate, harassment or extortion",
        Route.StaffTarget => "a member of staff is being abused online",
        Route.ParentComment => "a parent or carer commented online",
        _ => "it may need particular care",
    };

    private static IEnumerable<CardElement> Policy(PolicyLibrary? library)
    {
        foreach (var id in (string[])["parents.ask-to-remove", "parents.complaints"])
            if (library?.Documents.Select(document => document.Clause(id) is { } clause ? new Citation(document, clause) : null).FirstOrDefault(found => found is not null) is { } citation)
                yield return Quote.Of(citation);
    }
}

/// <summary>What the reporter says to it.</summary>
public enum RouteAnswer
{
    Yes,
    No,
    NotSure,
}
