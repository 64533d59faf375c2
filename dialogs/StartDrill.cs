using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs;

/// <summary>Somebody who leads an academy, or guards its children, practises with it what happens when a report comes in.</summary>
internal static class StartDrill
{
    private const string InPrivate = "Please do this in your own chat with me. Nothing was started.";
    private const string NotYours = "A drill can be held by SLT, headteachers, safeguarding leads and the Social Media Manager. Nothing was started.";

    public static Decision Offer(Turn turn, Known known) =>
        turn.Where.Kind is not ConversationKind.Personal ? Decision.Say(NoticeCards.Sentence(InPrivate))
        : DrillRules.Academies(turn.Who.Id, known.Trust) is { IsEmpty: false } academies
            ? Decision.Say(DrillCards.Offer(academies, turn.Who.Academy, turn.Id, ReportProblems.None))
            : Decision.Say(NoticeCards.Sentence(NotYours));

    public static Step Step(Arrival.Pressed pressed)
    {
        var id = pressed.Data.Text(Fields.Draft);
        var usable = id.Length is > 0 and <= 100;
        return new Step(
            new Needs { CaseOfDraft = usable ? id : null, NextReference = usable ? CaseReference.Incident : null },
            (turn, known) => usable ? Decide(id, pressed.Data, turn, known) : UnknownVerb.Decide(turn, known));
    }

    private static Decision Decide(string id, PressedData data, Turn turn, Known known)
    {
        if (turn.Where.Kind is not ConversationKind.Personal)
            return Decision.Tell(InPrivate);
        var academies = DrillRules.Academies(turn.Who.Id, known.Trust);
        if (academies.IsEmpty)
            return Decision.Tell(NotYours);
        if (known.Case is { } before)
            return before.Reporter.Id == turn.Who.Id ? Decision.Show(ConfirmationCards.For(before, known.Trust)) : UnknownVerb.Decide(turn, known);

        var kind = data.Text(Fields.DrillKind);
        var academy = academies is [var only] ? only : academies.FirstOrDefault(each => each.Key == data.Text(Fields.Academy));
        if (academy is null || DrillRules.Kinds.All(each => each.Value != kind))
            return Decision.Show(DrillCards.Offer(academies, data.Text(Fields.Academy), id, academy is null
                ? ReportProblems.None.With(Fields.Academy, "Please choose the academy.")
                : ReportProblems.None.With(Fields.DrillKind, "Please choose the kind of report.")));

        var started = DrillRules.Start(known.NextReference!, kind, turn.Who.Ref, academy.Key, id, turn.When);
        var drill = started.After;
        var running = ConfirmationCards.For(drill, known.Trust);
        return new Decision
        {
            Case = new CaseChange(0, drill, started.Entries),
            Shown = running,
            AdoptedAs = CardKeys.Reporter(drill.Reference),
            Sends = [
                new Send.Update(CardKeys.Reporter(drill.Reference), drill.Version, running),
                .. IncidentSends.Opened(drill, academy, known.Trust)],
        };
    }
}
