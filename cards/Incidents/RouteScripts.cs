using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Incidents;

/// <summary>
/// What somebody who reports this must do and leave, in the words that UK practice gives them. The same on the question about their words and on the
/// confirmation: it is read twice because the first time people are upset.
/// </summary>
public static class RouteScripts
{
    public static readonly ImmutableArray<string> Image =
    [
        "Do not send, copy or screenshot it, and do not show it to anybody.", "Do not delete it, and do not ask the child to.",
        "Leave the device with the child, or secure it as you are told.", "If you have already seen it by accident, say so.",
    ];

    public const string ImageReport =
        "Please report only the time, the platform, the account, who is involved and whom you told. I take no picture, and please give no link to it.";

    public const string Contact = "Do not reply to the adult, and do not look into it yourself. Leave the messages where they are. Do not promise the child to keep it secret.";

    public const string Child = "Do not investigate, do not question the child, and do not promise to keep it secret.";

    public const string Allegation = "Do not speak of it with colleagues or with the person it is about, and do not look into it yourself.";

    public const string Breach = "Do not wait until you know everything. Do not delete anything.";

    public const string Crime = "Keep the evidence: do not delete anything, and do not reply.";

    public const string Target =
        "I am sorry that this happened. Nobody has to put up with it at work, or to deal with it alone. Do not reply. Keep what was posted. "
        + "Please tell your line manager, or somebody you trust, how you are.";

    public static readonly ImmutableArray<string> Parent =
    [
        "Please do not argue online. The policy's way is this:", "1. The academy asks the parent or carer to remove the post.", "2. It invites them to talk about it in person.",
        "3. If that does not settle it, they are referred to the Trust's complaints procedure.",
    ];

    /// <summary>What to do now; nothing where there is nothing special.</summary>
    /// <param name="about">Whom it is about: nobody is told to speak with them.</param>
    public static ImmutableArray<CardElement> For(Route route, ImmutableArray<string> about, Trust trust, Academy? academy)
    {
        var (contacts, whom) = (trust.Contacts, TurnTo.Whom(route, about, trust, academy));
        var now = $"**Speak to {whom} now, in person or by phone.**";
        return route switch
        {
            Route.Danger => [Lines.Urgent(Lines.Plain($"Ring **999** now. Then speak to {whom}."))],
            Route.IndecentImage =>
            [
                Lines.Urgent([Lines.Plain(now), .. Image.Select(Lines.Plain)]),
                Lines.Plain(ImageReport),
                Lines.Plain($"The Internet Watch Foundation takes reports of such images: {Say(contacts.InternetWatchFoundation)}. If somebody grooms or threatens the child, the police take reports of it here: {Say(contacts.Ceop)}."),
            ],
            Route.AdultContactingChild =>
                [Lines.Urgent(Lines.Plain(now), Lines.Plain(Contact)), Lines.Plain($"The police take reports of this here, too: {Say(contacts.Ceop)}. In danger, ring **999**.")],
            Route.ChildAtRisk => [Lines.Urgent(Lines.Plain(now), Lines.Plain(Child))],
            Route.AllegationStaff or Route.AllegationHead => [Lines.Urgent(Lines.Plain($"**Speak to {whom} and to nobody else.**"), Lines.Plain(Allegation))],
            Route.DataBreach => [Lines.Urgent(Lines.Plain($"{Officer(about, trust, academy)}{Breach}"))],
            Route.Crime =>
            [
                Lines.Urgent(Lines.Plain(Crime)),
                Lines.Plain($"If somebody is in danger, ring **999**. Otherwise the headteacher or the safeguarding lead tells the police, on **{Say(contacts.Police)}** or at {Say(contacts.PoliceOnline)}."),
            ],
            Route.StaffTarget =>
            [
                Lines.Plain(Target),
                Lines.Plain($"The Professionals Online Safety Helpline (POSH) helps people who work with children: **{Say(contacts.ProfessionalsHelpline)}** ({Say(contacts.ProfessionalsHelplineHours)})."),
            ],
            Route.ParentComment =>
            [
                .. Parent.Select(Lines.Plain),
                .. trust.Terms.TryGetValue("complaints-procedure", out var procedure) ? (ImmutableArray<CardElement>)[Lines.Plain(Say(procedure))] : [],
                Lines.Plain("If the academy hides or removes it, tell the audience why. You can copy this:"),
                EvidenceOrder.Audience,
            ],
            _ => [],
        };
    }

    // Not promised where there is nobody, or where it is about them.
    private static string Officer(ImmutableArray<string> about, Trust trust, Academy? academy) =>
        academy is not null && IncidentAudience.Of(Route.DataBreach, about, academy, trust).Handlers.Intersect(trust.DataProtectionOfficer.People, StringComparer.OrdinalIgnoreCase).Any()
            ? "The data protection officer is told as soon as this is sent. "
            : "";

    private static string Say(string configured) => UserText.Escape(configured);
}
