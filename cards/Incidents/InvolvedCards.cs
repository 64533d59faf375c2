using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cards.Incidents;

/// <summary>
/// For somebody who is involved: what they need to know, word for word, and room to write back. Nothing else of the case stands here, nor who reported it.
/// </summary>
public static class InvolvedCards
{
    public static Message For(Incident incident, Involvement involved, string typed, ReportProblems problems, string deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"{incident.Reference}: something you need to know"),
                Lines.Plain(UserText.Escape(UserText.Shorten(involved.Told, Limits.Tell))),
                Lines.Quiet($"From {UserText.Escape(UserText.Shorten(involved.By.Name, 60))}. Please speak of it with nobody else."),
                .. involved.Replies.TakeLast(2).SelectMany(reply => Lines.Typed("You wrote", reply.Text, Limits.Reply)),
                .. incident.Status is IncidentStatus.Closed ? [Lines.Plain("This is finished. There is nothing more to do.")] : Reply(incident, involved, typed, problems, deliveryKey),
            ],
            $"{incident.Reference}: something you need to know."),
        $"{incident.Reference}: something you need to know");

    private static ImmutableArray<CardElement> Reply(Incident incident, Involvement involved, string typed, ReportProblems problems, string deliveryKey) =>
    [
        new TextInput(Fields.Reply, "Your reply (if you have one)") { Value = UserText.Kept(typed, Limits.Reply), IsMultiline = true, MaxLength = Limits.Reply },
        .. Lines.Problem(problems.For(Fields.Reply)),
        .. Lines.Buttons(new ExecuteAction("Send my reply", SltCards.Data(Verbs.InvolvedReply, incident, deliveryKey) with { Number = involved.Number })),
    ];
}
