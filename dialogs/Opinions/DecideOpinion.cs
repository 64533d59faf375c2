using PolicyBot.Cards;
using PolicyBot.Cards.Opinions;
using PolicyBot.Cases;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs.Opinions;

/// <summary>A reader decides on a draft, or hands it on to another.</summary>
internal static class DecideOpinion
{
    public static Step Open(Arrival.Pressed pressed) => pressed.Data.Text(Fields.Step) == nameof(OpinionAct.Posted)
        ? MyOpinion.PostedForm(pressed)
        : HandleOpinion.AsReader(pressed, (opinion, turn, known) =>
            opinion.Status is OpinionStatus.Asked && Enum.TryParse<OpinionAct>(pressed.Data.Text(Fields.Step), out var act) && Enum.IsDefined(act) && opinion.Seal == pressed.Data.Text(Fields.Seal)
                ? Form(act, opinion, OpinionTyped.Nothing, ReportProblems.None, turn, known)
                : HandleOpinion.Show(opinion, turn, known));

    public static Step Agree(Arrival.Pressed pressed) => HandleOpinion.AsReader(pressed, (opinion, turn, known) =>
        Decided(opinion, ReaderRules.Agree(opinion, turn.Who.Ref, pressed.Data.Text(Fields.Seal), turn.When), turn, known));

    public static Step Reword(Arrival.Pressed pressed) => OnForm(pressed, OpinionAct.Reword, (opinion, typed, problems, turn, known) =>
    {
        var wording = OpinionForm.Seen(typed.Wording);
        if (pressed.Data.Text(Fields.Wording).Length > Limits.PostPage)
            problems = problems.With(Fields.Wording, $"Please keep this under {Limits.PostPage:N0} characters.");
        var ruling = ReaderRules.AgreeWith(
            opinion, turn.Who.Ref, pressed.Data.Text(Fields.Seal), wording, OpinionFindings.Of(opinion.Post with { Text = wording }, turn, known), typed.Because.Length == 0 ? null : typed.Because, turn.When);
        return problems.Any ? (problems, null) : wording.Length == 0 || wording == opinion.Post.Text ? (problems.With(Fields.Wording, Sentence(ruling)), null) : (problems, ruling);
    });

    public static Step AskForChange(Arrival.Pressed pressed) => OnForm(pressed, OpinionAct.Change, (opinion, typed, problems, turn, known) =>
    {
        if (typed.Because.Length == 0)
            problems = problems.With(Fields.Reason, "Please say what should change.");
        return (problems, problems.Any
            ? null
            : ReaderRules.AskForChange(opinion, turn.Who.Ref, pressed.Data.Text(Fields.Seal), typed.Because, QuestionClauses.Read(typed.Clause, known.Library), turn.When));
    });

    public static Step Advise(Arrival.Pressed pressed) => OnForm(pressed, OpinionAct.Advise, (opinion, typed, problems, turn, known) =>
    {
        if (typed.Because.Length == 0)
            problems = problems.With(Fields.Reason, "Please say why it should not be posted.");
        var clause = QuestionClauses.Read(typed.Clause, known.Library);
        if (clause is null)
            problems = problems.With(Fields.Clause, "Please choose the clause that speaks against it.");
        return (problems, problems.Any ? null : ReaderRules.AdviseAgainst(opinion, turn.Who.Ref, pressed.Data.Text(Fields.Seal), typed.Because, clause, turn.When));
    });

    public static Step HandOn(Arrival.Pressed pressed) => HandleOpinion.AsReader(pressed, (opinion, turn, known) =>
    {
        var typed = Typed(pressed.Data);
        if (opinion.Status is not OpinionStatus.Asked)
            return HandleOpinion.Show(opinion, turn, known);
        if (Others(opinion, turn, known).FirstOrDefault(person => person.Id == typed.HandTo) is not { } to)
            return Form(OpinionAct.HandOn, opinion, typed, ReportProblems.None.With(Fields.HandTo, "Please choose who should have it."), turn, known);
        var ruling = ReaderRules.HandOn(opinion, turn.Who.Ref, to, turn.When);
        if (ruling is not Ruling<SecondOpinion>.Allowed allowed)
            return Form(OpinionAct.HandOn, opinion, typed, ReportProblems.None.With(Fields.HandTo, Sentence(ruling)), turn, known);
        var (after, hadIt) = (allowed.After, opinion.HasSeen(to.Id));
        return HandleOpinion.Show(after, turn, known) with
        {
            Case = new CaseChange(opinion.Version, after, allowed.Entries),
            Sends = [
                .. OpinionSends.Changed(after, known.Trust, known.Library),
                .. hadIt ? OpinionSends.Notes(after, [to], reminder: false, known.Trust) : OpinionSends.ToReaders(after, [to], known.Trust, known.Library),
                .. OpinionSends.ToAuthor(after, known.Trust, known.Library)],
        };
    });

    private delegate (ReportProblems Problems, Ruling<SecondOpinion>? Ruling) Judge(SecondOpinion opinion, OpinionTyped typed, ReportProblems problems, Turn turn, Known known);

    private static Step OnForm(Arrival.Pressed pressed, OpinionAct act, Judge judge)
    {
        return HandleOpinion.AsReader(pressed, Judged, past: Judged);

        Decision Judged(SecondOpinion opinion, Turn turn, Known known)
        {
            var typed = Typed(pressed.Data);
            // What bars a reader from agreeing bars them from everything else.
            if (ReaderRules.Agree(opinion, turn.Who.Ref, pressed.Data.Text(Fields.Seal), turn.When) is Ruling<SecondOpinion>.Refused barred)
                return TooLate(act, opinion, typed, barred.Sentence, turn, known);
            var tooLong = pressed.Data.Text(Fields.Reason).Length > Limits.Because
                ? ReportProblems.None.With(Fields.Reason, $"Please keep this under {Limits.Because:N0} characters.")
                : ReportProblems.None;
            var (problems, ruling) = judge(opinion, typed, tooLong, turn, known);
            return ruling is null ? Form(act, opinion, typed, problems, turn, known) : Decided(opinion, ruling, turn, known);
        }
    }

    // Nobody writes a reason twice because somebody was faster. To another text it can still be sent; an agreement is to what was read, and is not carried over.
    private static Decision TooLate(OpinionAct act, SecondOpinion opinion, OpinionTyped typed, string sentence, Turn turn, Known known) =>
        sentence == ReaderRules.Changed && act is not OpinionAct.Reword
            ? Form(act, opinion, typed, ReportProblems.None.With(Fields.Reason, sentence), turn, known)
            : Decision.Show(OpinionForms.TooLate(act, opinion, typed, sentence, HandleOpinion.DeliveryOf(turn, opinion)));

    private static Decision Decided(SecondOpinion before, Ruling<SecondOpinion> ruling, Turn turn, Known known)
    {
        // Somebody was faster, or the text is another by now: the card as it is says so.
        if (ruling is not Ruling<SecondOpinion>.Allowed allowed)
            return HandleOpinion.Show(before, turn, known) with { Replies = before.Status is OpinionStatus.Asked ? [new Reply(NoticeCards.Sentence(Sentence(ruling)))] : [] };
        var after = allowed.After;
        return HandleOpinion.Show(after, turn, known) with
        {
            Case = new CaseChange(before.Version, after, allowed.Entries),
            Sends = [
                .. OpinionSends.Changed(before, after, known.Trust, known.Library),
                // The others have agreed to words that are no more.
                .. after.Status is OpinionStatus.Asked && after.Seal != before.Seal ? OpinionSends.Notes(after, after.Silent(), reminder: false, known.Trust) : [],
                .. after.Status is OpinionStatus.Asked ? [] : OpinionSends.ToAuthor(after, known.Trust, known.Library)],
        };
    }

    private static Decision Form(OpinionAct act, SecondOpinion opinion, OpinionTyped typed, ReportProblems problems, Turn turn, Known known) =>
        Decision.Show(OpinionForms.Form(act, opinion, typed, problems, Others(opinion, turn, known), known.Library, HandleOpinion.DeliveryOf(turn, opinion)));

    private static ImmutableArray<PersonRef> Others(SecondOpinion opinion, Turn turn, Known known) =>
    [
        .. OpinionReaders.Rota(known.Trust, opinion.Academy, opinion.Asker.Id, opinion.Post, DateOnly.FromDateTime(known.Trust.Local(turn.When).DateTime))
            .Where(person => opinion.Readers.All(reader => !reader.Id.Equals(person.Id, StringComparison.OrdinalIgnoreCase))),
    ];

    private static OpinionTyped Typed(PressedData data) => new(
        Short(data.Text(Fields.Wording), Limits.PostPage), Short(data.Text(Fields.Reason), Limits.Because), Short(data.Text(Fields.Clause), 200), Short(data.Text(Fields.HandTo), 100), "");

    private static string Sentence(Ruling<SecondOpinion> ruling) => ruling is Ruling<SecondOpinion>.Refused refused ? refused.Sentence : "";

    private static string Short(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
