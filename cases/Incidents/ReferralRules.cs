namespace PolicyBot.Cases.Incidents;

/// <summary>An incident is taken to somebody outside the Trust, as often as needed.</summary>
public static class ReferralRules
{
    public static Ruling<Incident> Refer(Incident incident, ExternalReferral referral) =>
        HandlingTrail.Obstacle(incident) is { } obstacle ? obstacle
        : !HandlingChoices.Has(HandlingChoices.Agencies, referral.To) ? new Ruling<Incident>.Refused("Please choose who it was referred to.")
        : HandlingTrail.Record(
            // The first time counts: it is what the officer was to be told by.
            incident with { LadoTold = referral.To == HandlingChoices.Lado ? incident.LadoTold ?? referral.At : incident.LadoTold },
            incident.Handling with { Referrals = incident.Handling.Referrals.Add(referral) },
            referral.By, referral.At, "incident.referred", referral, StoredJson.Default.ExternalReferral);
}
