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
    public const string Image =
        "Do not send, copy or screenshot it. Do not delete it or ask the child to. Leave the device with the child or secure it as your safeguarding lead says. "
        + "Speak to the safeguarding lead now. If you have already seen it by accident, tell the safeguarding lead.";

    public const string ImageReport =
        "Please report only the time, the platform, the account, who is involved and whom you told. I take no picture, and please give no link to it.";

    public const string Contact =
        "Do not reply to the adult, and do not look into it yourself. Leave the messages where they are. Speak to the safeguarding lead now. Do not promise the child to keep it secret.";

    public const string Child = "Speak to the safeguarding lead now, in person or by phone. Do not investigate, do not question the child, and do not promise to keep it secret.";

    public const string AllegationStaff = "Speak to the headteacher, and to nobody else: not to colleagues, and not to the person it is about. Do not look into it yourself.";

    public const string AllegationHead = "Speak to the chair of governors, and to nobody else: not to colleagues, and not to the headteacher. Do not look into it yourself.";

    public const string Breach = "The data protection officer is told at once. Do not wait until you know everything. Do not delete anything.";

    public const string Crime = "Keep the evidence: do not delete anything, and do not reply.";

    public const string Target =
        "This should not happen to anybody at work, and you do not have to deal with it alone. Do not reply. Keep what was posted. Tell your line manager how you are, and take the time you need.";

    public const string Parent =
        "Do not argue online. The Academy asks the parent or carer to remove the post and invites them to talk about it in person. If that does not settle it, they are referred to the Trust's complaints procedure.";

    /// <summary>What to do now; nothing where there is nothing special.</summary>
    public static ImmutableArray<CardElement> For(Route route, Trust trust)
    {
        var contacts = trust.Contacts;
        return route switch
        {
            Route.Danger => [Lines.Urgent(Lines.Plain("Ring **999** now. Then speak to the safeguarding lead."))],
            Route.IndecentImage =>
            [
                Lines.Urgent(Lines.Plain(Image)),
                Lines.Plain(ImageReport),
                Lines.Plain($"The Internet Watch Foundation takes reports of such images: {Say(contacts.InternetWatchFoundation)}. If somebody grooms or threatens the child, the police's CEOP: {Say(contacts.Ceop)}."),
            ],
            Route.AdultContactingChild =>
                [Lines.Urgent(Lines.Plain(Contact)), Lines.Plain($"The safeguarding lead turns to the police, or to CEOP: {Say(contacts.Ceop)}. In danger, ring **999**.")],
            Route.ChildAtRisk => [Lines.Urgent(Lines.Plain(Child))],
            Route.AllegationStaff => [Lines.Urgent(Lines.Plain(AllegationStaff))],
            Route.AllegationHead => [Lines.Urgent(Lines.Plain(AllegationHead))],
            Route.DataBreach => [Lines.Urgent(Lines.Plain(Breach))],
            Route.Crime =>
                [Lines.Urgent(Lines.Plain(Crime)), Lines.Plain($"The police can be told on **{Say(contacts.Police)}** or at {Say(contacts.PoliceOnline)}. If somebody is in danger, ring **999**.")],
            Route.StaffTarget =>
            [
                Lines.Plain(Target),
                Lines.Plain($"The Professionals Online Safety Helpline (POSH) helps people who work with children: **{Say(contacts.ProfessionalsHelpline)}** ({Say(contacts.ProfessionalsHelplineHours)})."),
            ],
            Route.ParentComment => [Lines.Plain(Parent), .. trust.Terms.TryGetValue("complaints-procedure", out var procedure) ? (ImmutableArray<CardElement>)[Lines.Plain(Say(procedure))] : []],
            _ => [],
        };
    }

    private static string Say(string configured) => UserText.Escape(configured);
}
