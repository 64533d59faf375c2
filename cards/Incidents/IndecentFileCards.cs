using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Incidents;

/// <summary>
/// When a file could show a child undressed. The words are fixed: to view, copy or pass on such a picture is a crime, also for somebody who means well, and
/// the policy's own rule to delete a compromising picture at once must not be followed before the safeguarding lead was asked.
/// </summary>
public static class IndecentFileCards
{
    public static readonly ImmutableArray<string> Script =
    [
        "Do not send, copy or screenshot it, and do not show it to anybody.",
        "Do not delete it, and do not ask the child to.",
        "Leave the device where it is, or with the child, until the safeguarding lead says what to do.",
        "If you have already seen it, tell the safeguarding lead.",
        "I have not opened what you sent, and I have forgotten where it lies. A copy may lie in your OneDrive. Leave it there: the safeguarding lead will say what to do.",
    ];

    /// <summary>What to do now, and what becomes of the report.</summary>
    /// <param name="draft">The report that is being written, if any: it goes on, in words.</param>
    /// <param name="incident">The case that was marked, if any: the safeguarding lead is told its reference.</param>
    public static Message For(ReportDraft? draft, Incident? incident, Trust trust, Academy? academy) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Urgent(
                    [
                        Lines.Heading($"Speak with {TurnTo.Whom(Route.IndecentImage, About(draft, incident), trust, academy)} now"),
                        Lines.Plain("In person or by phone. If someone is in danger, ring **999** first."),
                        .. TurnTo.Lead(Route.IndecentImage, About(draft, incident), trust, academy),
                    ]),
                .. Script.Select(Lines.Plain),
                .. After(draft, incident),
            ],
            "Speak with the safeguarding lead now. Do not send, copy, screenshot or delete it."),
        "Please read this now");

    private static ImmutableArray<string> About(ReportDraft? draft, Incident? incident) => incident is not null ? [.. incident.Report.About.Select(person => person.Id)] : draft?.AboutIds ?? [];

    /// <summary>To the safeguarding lead: of which report it was said, and nothing of what is in it.</summary>
    public static Message Note(Incident incident, Trust trust, string deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"{incident.Reference}: a file that may show a child undressed"),
                Lines.Urgent(Lines.Plain("**The reporter wanted to send a file, and said that it could show a child undressed or anything sexual, or was not sure.** They were told to speak with you now.")),
                Lines.Plain("Nobody here has opened it, and nothing of it is stored. A copy may lie in the reporter's OneDrive; they were told to leave it there, and that you will say what to do."),
                new FactSet(
                    [
                        .. Details.Bare(incident, trust),
                        .. incident.Report.Confidential ? (ImmutableArray<Fact>)[] : [new Fact("By", UserText.Escape(incident.Reporter.Name))],
                    ]),
                .. Lines.Buttons(Press.Help with { Data = Press.Help.Data with { Delivery = deliveryKey } }),
            ],
            $"{incident.Reference}: please speak with the reporter."),
        $"{incident.Reference}: a safeguarding note for you");

    private static ImmutableArray<CardElement> After(ReportDraft? draft, Incident? incident) => (draft, incident) switch
    {
        ({ } open, _) =>
        [
            Lines.Plain("Your report is still here. Please finish it: I take no file for it, and ask for no description."),
            .. Lines.Buttons(new ExecuteAction("Carry on", new CardData(Verbs.ReportResume) { Draft = open.Id })),
        ],
        (_, { } marked) => [Lines.Plain($"I take no file for **{marked.Reference}** any more. The safeguarding lead gets a note with this reference.")],
        _ => Lines.Buttons(Press.Report),
    };
}
