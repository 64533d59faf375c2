using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Dialogs;

/// <summary>"Involving appropriate staff": each is told what they need to know and nothing else; never somebody whom it is about.</summary>
internal static class InvolvePeople
{
    public static readonly HandlersForm Form = new(
        HandlingAct.Involve, [(Fields.Involve, 1000), (Fields.Tell, Limits.Tell)], Judge,
        (view, by) => InvolvementRules.Involve(
            view.Incident, [.. Chosen(view).Select(id => view.Trust.FindPerson(id)?.Ref ?? new PersonRef(id, "somebody from the directory"))], view.Typed[Fields.Tell], view.Academy, by, view.Now),
        (view, after) => after.Handling.Involved.Skip(view.Incident.Handling.Involved.Length).Select(involved => HandlingSends.ToInvolved(after, involved)));

    private static ImmutableArray<string> Chosen(CaseView view) => [.. PressedData.Split(view.Typed[Fields.Involve]).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static ReportProblems Judge(CaseView view)
    {
        var (problems, people) = (ReportProblems.None, Chosen(view));
        if (people.IsEmpty || people.Length > Limits.People || people.Any(id => !Guid.TryParseExact(id, "D", out _)))
            problems = problems.With(Fields.Involve, $"Please choose people from the list, {Limits.People} at most.");
        else if (people.Any(id => IncidentSubjects.Include(view.Incident.Report, view.Academy, id)))
            problems = problems.With(Fields.Involve, "It is about one of these people: they must not be told of it. Please choose others.");
        else if (people.Any(id => !IsStaff(id, view.Trust)))
            problems = problems.With(Fields.Involve, "One of these people is not a member of staff. Please choose others.");
        return view.Typed[Fields.Tell].Length == 0 ? problems.With(Fields.Tell, "Please write what they need to know.") : problems;
    }

    // A school's directory holds pupils too.
    private static bool IsStaff(string id, Trust trust) =>
        trust.Staff is not { } staff || staff.People.Concat(trust.RoleHolders()).Contains(id, StringComparer.OrdinalIgnoreCase);
}
