using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Dialogs;

/// <summary>An incident goes on to another of those who may handle it, who is told.</summary>
internal static class HandOnIncident
{
    public static readonly HandlersForm Form = new(
        HandlingAct.HandOn, [(Fields.HandTo, 100)],
        view => To(view) is null ? ReportProblems.None.With(Fields.HandTo, "Please choose who should have it.") : ReportProblems.None,
        (view, by) => OwnershipRules.HandOn(view.Incident, view.Trust.FindPerson(To(view))!.Ref, by, view.Now),
        (view, after) =>
        [
            new Send.ToPerson(
                after.Owner!.Id, CardKeys.Back(after.Reference, after.Version, after.Owner.Id), after.Version,
                HandedOnCards.For(after, !IncidentAudience.Of(after.Report, view.Academy, view.Trust).InTheirChats.Contains(after.Owner.Id, StringComparer.OrdinalIgnoreCase))),
            Nudges.ToNewOwner(after.Reference, after.Version, after.Owner.Id, CardKeys.Back(after.Reference, after.Version, after.Owner.Id)),
            .. IncidentSends.ToReporter(after, view.Trust, told => ReporterCards.HandedOver(after, told)),
        ]);

    // By the record and the Trust as they are: a form says whom somebody wants, not who may have it.
    private static string? To(CaseView view) =>
        IncidentAudience.Of(view.Incident.Report, view.Academy, view.Trust) is var audience && view.Typed[Fields.HandTo] is var chosen
        && audience.MayHandle(chosen) && view.Trust.FindPerson(chosen) is { } person
            ? person.Id
            : null;
}
