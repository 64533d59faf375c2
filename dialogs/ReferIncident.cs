using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Dialogs;

/// <summary>"External agencies as required": who it was taken to, on which day, under which reference.</summary>
internal static class ReferIncident
{
    public static readonly HandlersForm Form = new(
        HandlingAct.Refer, [(Fields.Agency, 50), (Fields.Date, 10), (Fields.AgencyNumber, Limits.AgencyNumber), (Fields.Note, Limits.Note)],
        view => HandlingChoices.Has(HandlingChoices.Agencies, view.Typed[Fields.Agency])
            ? HandledDay.Judge(view)
            : HandledDay.Judge(view).With(Fields.Agency, "Please choose who it was referred to."),
        (view, by) => ReferralRules.Refer(view.Incident, new ExternalReferral(
            view.Typed[Fields.Agency], HandledDay.Of(view), HandledDay.OrNull(view.Typed[Fields.AgencyNumber]), HandledDay.OrNull(view.Typed[Fields.Note]), by, view.Now)),
        HandlersForm.Nobody);
}
