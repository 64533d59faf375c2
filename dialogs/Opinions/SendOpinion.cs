using PolicyBot.Cards;
using PolicyBot.Cards.Opinions;
using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs.Opinions;

/// <summary>Send: the draft becomes a request, or changes one, and its readers get it, all in one commit.</summary>
internal static class SendOpinion
{
    public static Step Step(Arrival.Pressed pressed)
    {
        var onDraft = AskOpinion.OnDraft(pressed, (draft, turn, known) => Decide(OpinionForm.Keep(draft, pressed.Data, Fields.Reader), pressed.Data.Text(Fields.Seal), turn, known));
        return onDraft with { Needs = onDraft.Needs with { NextReference = CaseReference.Opinion } };
    }

    private static Decision Decide(OpinionDraft draft, string seal, Turn turn, Known known)
    {
        var (post, at, problems) = OpinionForm.Complete(draft, known.Trust, turn.When);
        if (post is null)
            return AskOpinion.Keep(draft with { Page = at }, problems, turn, known);
        var review = draft with { Page = OpinionPage.Review };
        // The card is an old one, or a picture is on its way: what goes out is what its author had in front of them.
        if (seal != TextSeal.Of(post) || draft.Files.Any(picture => picture.State is EvidenceState.UnderWay))
            return AskOpinion.Keep(review, ReportProblems.None, turn, known);

        ImmutableArray<PersonRef> readers;
        if (draft.Reader.Length == 0)
            readers = AskOpinion.Readers(post, turn, known);
        else if (OpinionReaders.Chosen(draft.Reader, known.Trust, turn.Who.Id, post) is { } chosen)
            readers = AskOpinion.Readers(post, chosen, turn, known);
        else
            return AskOpinion.Keep(review, ReportProblems.None.With(Fields.Reader, "They cannot read it: an author cannot read their own, nor can anybody that it is about, nor who is not of the staff."), turn, known);

        var (trust, found) = (known.Trust, OpinionFindings.Of(post, turn, known));
        var before = draft.Case.Length > 0 ? known.Opinion : null;
        if (draft.Case.Length > 0 && (before is null || before.Reference.ToString() != draft.Case || before.Asker.Id != turn.Who.Id))
            return Decision.Show(OpinionDraftCards.Gone());
        var ruling = before is null
            ? OpinionRules.Ask(known.NextReference!, post, found, readers, trust.Opinions.Readers is ReadersWanted.All, turn.Who.Ref, turn.Who.Academy ?? "", draft.Id, turn.When)
            : OpinionRules.SendAgain(before, post, found, readers, turn.When);
        if (ruling is not Ruling<SecondOpinion>.Allowed allowed)
            return AskOpinion.Keep(review, ReportProblems.None.With(Fields.Reader, ((Ruling<SecondOpinion>.Refused)ruling).Sentence), turn, known);

        var after = allowed.After;
        var card = OpinionAuthorCards.Card(after, trust, known.Library, null);
        return new Decision
        {
            State = turn.Where.State with { Opinion = null },
            Case = new CaseChange(before?.Version ?? 0, after, allowed.Entries),
            Shown = card,
            AdoptedAs = CardKeys.Reporter(after.Reference),
            Sends = before is null
                ? [new Send.Update(CardKeys.Reporter(after.Reference), after.Version, card), .. OpinionSends.ToReaders(after, after.Readers, trust, known.Library)]
                : [
                    .. OpinionSends.Changed(before, after, trust, known.Library),
                    .. OpinionSends.ToReaders(after, after.Readers.Where(reader => !before.HasSeen(reader.Id)), trust, known.Library),
                    .. OpinionSends.Notes(after, after.Readers.Where(reader => before.HasSeen(reader.Id)), reminder: false, trust)],
        };
    }
}
