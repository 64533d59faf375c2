using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Incidents;

/// <summary>What is asked about files that somebody sent, before anybody looks at them.</summary>
public static class FileQuestionCards
{
    /// <summary>The question that comes first, always: an answer can be taken back, a look cannot.</summary>
    /// <param name="keptWith">What they are kept with: "report" or "draft".</param>
    public static Message Question(string offer, int files, string keptWith = "report")
    {
        var (it, has) = files == 1 ? ("it", "has") : ("any of them", "has");
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading("One question before I look"),
                    Lines.Answer($"Could {it} show a child undressed, or anything sexual?"),
                    Lines.Plain($"I have not opened what you sent, and nobody {has} seen it. If you are not sure, say so: that is a good answer."),
                    .. Lines.Buttons(Answer("No", Verbs.EvidenceNo, offer), Answer("Yes", Verbs.EvidenceYes, offer), Answer("Not sure", Verbs.EvidenceUnsure, offer)),
                    Lines.Quiet($"With No, I fetch it and keep it with your {keptWith}."),
                ],
                "One question before I look at what you sent: could it show a child undressed, or anything sexual?"),
            "One question before I look at what you sent");
    }

    /// <summary>Several reports are open.</summary>
    /// <param name="incidents">Those that it may belong to, newest first.</param>
    public static Message WhichReport(string offer, ImmutableArray<Incident> incidents, Trust trust) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("Which report is it for?"),
                .. incidents.Take(Offered).Select(incident => Lines.Plain($"**{incident.Reference}**, sent on {When.Full(incident.ReportedAt, trust)}")),
                .. Lines.Buttons([.. incidents.Take(Offered).Select(incident =>
                    new ExecuteAction(incident.Reference.ToString(), new CardData(Verbs.EvidenceFor) { Ref = incident.Reference.ToString(), Offer = offer }))]),
                .. incidents.Length > Offered ? (ImmutableArray<CardElement>)[Lines.Quiet("These are the newest. For an older one, please speak with whoever handles it.")] : [],
            ],
            "Which of your reports is it for?"),
        "Which of your reports is it for?");

    public static Message NoReport() => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("There is no report to keep this with"),
                Lines.Plain("I have not opened what you sent, and I have not kept it. Please start a report, or type check where it is for a draft, and send it again then."),
                Lines.Urgent(Lines.Plain("**If it could show a child undressed, or anything sexual, do not send it again.** Do not copy or delete it, and speak with the safeguarding lead now.")),
                .. Lines.Buttons(Press.Report),
            ],
            "There is no report to keep this with. Please start one first."),
        "There is no report to keep this with");

    /// <summary>The question was answered before.</summary>
    public static Message Gone() => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("This was answered already"),
                Lines.Plain("Nothing has changed. If you want to send another file, just send it."),
                .. Lines.Buttons(Press.MyReports),
            ],
            "This was answered already. Nothing has changed."),
        "This was answered already");

    /// <inheritdoc cref="Question"/>
    public static Message TooMany(string keptWith = "report") => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("That is too many files"),
                Lines.Plain($"One {keptWith} takes {EvidencePieces.Most} files. I have not fetched these. Please send the ones that show it best, or tell whoever {(keptWith == "draft" ? "reads it" : "handles the report")}."),
                .. Lines.Buttons(Press.MyReports),
            ],
            $"One {keptWith} takes {EvidencePieces.Most} files. These were not fetched."),
        "That is too many files");

    // As many as fit on one card.
    private const int Offered = 6;

    private static ExecuteAction Answer(string title, string verb, string offer) => new(title, new CardData(verb) { Offer = offer });
}
