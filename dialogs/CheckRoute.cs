using PolicyBot.Cards;
using PolicyBot.Cards.Reporting;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Questions;
using PolicyBot.Policy.Reports;

namespace PolicyBot.Dialogs;

/// <summary>
/// The words of a report may say more than its answers. What they sound like is put to the reporter as a question; the safest of all that was answered
/// and read is what counts (<see cref="Report.Route"/>), so that no answer takes a report away from those who keep people safe.
/// </summary>
internal static class CheckRoute
{
    private const string OwnGrievance = "own grievance";

    /// <summary>A complete draft with its words read: at the question where there is one to ask, else at the review.</summary>
    public static ReportDraft Read(ReportDraft draft, Known known)
    {
        var suggested = draft.What.Length == 0 ? draft.Suggested : Suggest(draft, known);
        // Asked once for what was read: the same words read again are answered already.
        var again = suggested == draft.Suggested;
        // That it is about an indecent image was said by a person. Other words take that back no more than no words do.
        var answered = draft.IsShort || draft.NoFiles ? RouteRules.Safest(Route.IndecentImage, draft.Answered ?? Route.Grievance) : again ? draft.Answered : null;
        var read = draft with { Suggested = suggested, Answered = answered };
        return read with { Step = suggested is { } sounds && IsQuestion(sounds, answered ?? RouteRules.Of(draft.Risk!.Value)) && !(again && answered is not null) ? ReportStep.Check : ReportStep.Review };
    }

    public static Step Answer(Arrival.Pressed pressed) => ReportIncident.OnDraft(pressed, (draft, turn, known) =>
    {
        if (draft.Suggested is not { } suggested || !Enum.TryParse<RouteAnswer>(pressed.Data.Text(Fields.Answered), out var answer) || !Enum.IsDefined(answer))
            return Decision.Tell("This button no longer works. Nothing has changed.");
        if (suggested is Route.Grievance && answer is RouteAnswer.Yes)
            return Cancel.Decide(turn, known) with { Unmet = GivenAnswers.Count(UnmetKind.NotCovered, OwnGrievance, turn, known) };

        // Not being sure counts as yes: the safe side is the safeguarding side.
        var said = answer is RouteAnswer.No ? RouteRules.Of(draft.Risk ?? Risk.Unsure) : suggested;
        var answered = ReportForm.Keep(draft, pressed.Data, Fields.Told) with { Answered = draft.NoFiles ? RouteRules.Safest(Route.IndecentImage, said) : said };
        var (report, at, problems) = ReportForm.Complete(answered, known.Trust, turn.When);
        return ReportIncident.Keep(answered with { Step = report is null ? at : ReportStep.Review }, problems, turn, known);
    });

    private static bool IsQuestion(Route suggested, Route sofar) => suggested < sofar || (suggested is Route.Grievance && sofar is Route.Other);

    private static Route Suggest(ReportDraft draft, Known known)
    {
        var about = draft.AboutIds.Select(known.Trust.FindPerson).OfType<Cases.People.Person>().Select(person => person.Name).Append(draft.AboutOthers);
        var reading = known.Reader.Read(new ReportWords(
            draft.What, draft.Platform, OrNull(draft.Account), OrNull(draft.Link), OrNull(string.Join(", ", about.Where(words => words.Length > 0))), draft.Risk is Risk.DangerNow));
        return reading.Route switch
        {
            // Whom such a report reaches does not change; a question that is probably beside the point only holds people up.
            ReportRoute.Crime or ReportRoute.StaffTarget or ReportRoute.ParentComment or ReportRoute.Grievance when !reading.Sure => Route.Other,
            ReportRoute.Danger => Route.Danger,
            ReportRoute.ChildAtRisk => Route.ChildAtRisk,
            ReportRoute.IndecentImage => Route.IndecentImage,
            ReportRoute.AdultContactingChild => Route.AdultContactingChild,
            ReportRoute.AllegationHead => Route.AllegationHead,
            ReportRoute.AllegationStaff => NamesHead(draft, known) ? Route.AllegationHead : Route.AllegationStaff,
            ReportRoute.DataBreach => Route.DataBreach,
            ReportRoute.Crime => Route.Crime,
            ReportRoute.StaffTarget => Route.StaffTarget,
            ReportRoute.ParentComment => Route.ParentComment,
            ReportRoute.Grievance => Route.Grievance,
            _ => Route.Other,
        };
    }

    private static bool NamesHead(ReportDraft draft, Known known) =>
        known.Trust.FindAcademy(draft.Academy) is { } academy && academy.Headteacher.People.Intersect(draft.AboutIds, StringComparer.OrdinalIgnoreCase).Any();

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
