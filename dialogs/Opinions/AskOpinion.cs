using PolicyBot.Cards;
using PolicyBot.Cards.Opinions;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;

namespace PolicyBot.Dialogs.Opinions;

/// <summary>
/// "Can someone check this before I post": walking through the cards that describe a draft. Each press keeps what was typed in the conversation, so a restart or a
/// second device finds it again. <see cref="SendOpinion"/> makes a case of it.
/// </summary>
internal static class AskOpinion
{
    private const string InPrivate = "Please do this in your own chat with me.";

    public static Decision Start(Turn turn, Known known)
    {
        if (turn.Where.Kind is not ConversationKind.Personal)
            return Decision.Say(NoticeCards.Sentence(InPrivate));
        return turn.Where.State.Opinion is { } draft
            ? Decision.Say(OpinionDraftCards.Resume(draft, known.Trust))
            : Say(Fresh(turn), turn, known);
    }

    /// <summary>"Check: our new library is open", with the draft behind it. A text that was read before finds its decision again.</summary>
    public static Step Pasted(string typed) => new(new Needs { MyCases = true }, (turn, known) =>
    {
        if (turn.Where.Kind is not ConversationKind.Personal)
            return Decision.Say(NoticeCards.Sentence(InPrivate));
        var match = TextMatch.Find(typed.ReplaceLineEndings("\n").Trim(), known.MyOpinions);
        if (match is { Exact: true })
            return Decision.Say(OpinionAuthorCards.Found(match, typed, known.Trust));
        if (typed.Length > Limits.Post)
            return Decision.Say(NoticeCards.Sentence($"This is longer than {Limits.Post:N0} characters. Please send me a shorter text, or a part of it."));

        // A draft without a text takes this one, and so does one whose text is too long for a field: its card says to change it like this. Any other stays as it is.
        var form = turn.Where.State.Opinion is { Text.Length: > 0 and <= Limits.PostPage } open
            ? Decision.Say(OpinionDraftCards.Resume(open, known.Trust))
            : Say(OpinionForm.WithText(turn.Where.State.Opinion ?? Fresh(turn), typed) with { Page = OpinionPage.Text }, turn, known);
        return match is null ? form : form with { Replies = [new Reply(OpinionAuthorCards.Found(match, typed.ReplaceLineEndings("\n").Trim(), known.Trust)), .. form.Replies] };
    });

    public static Decision Restart(Turn turn, Known known)
    {
        if (turn.Where.Kind is not ConversationKind.Personal)
            return Decision.Tell(InPrivate);
        if (turn.Where.State.Opinion is not { } old || turn.Arrival is not Arrival.Pressed pressed || pressed.Data.Text(Fields.Draft) != old.Id)
            return Decision.Show(OpinionDraftCards.Gone()); // the button of an older draft must not throw away the new one
        return Say(Fresh(turn), turn, known) with { Sends = [Closed(old), .. TakePictures.Disposal(old)] };
    }

    public static Decision Resume(Turn turn, Known known) =>
        turn.Where.State.Opinion is { } draft ? Say(draft, turn, known) : Decision.Show(OpinionDraftCards.Gone());

    public static Step Cancel(Arrival.Pressed pressed) => OnDraft(pressed, (draft, turn, _) => new Decision
    {
        State = turn.Where.State with { Opinion = null },
        Shown = OpinionDraftCards.Cancelled(),
        Sends = [Closed(draft), .. TakePictures.Disposal(draft)],
    });

    /// <summary>"Cancel", typed.</summary>
    public static Decision Cancel(OpinionDraft draft, Turn turn) => new()
    {
        State = turn.Where.State with { Opinion = null },
        Replies = [new Reply(OpinionDraftCards.Cancelled())],
        Sends = [Closed(draft), .. TakePictures.Disposal(draft)],
    };

    /// <summary>The button under a form: its fields are read, and either the next card comes or the same with what is wrong.</summary>
    public static Step Forward(Arrival.Pressed pressed) => OnDraft(pressed, (draft, turn, known) =>
    {
        var (read, problems) = OpinionForm.Read(draft, pressed.Verb, pressed.Data, known.Trust, turn.When);
        return Keep(problems.Any ? read : read with { Page = OpinionForm.After(read, known.Trust, turn.When) }, problems, turn, known);
    });

    /// <summary>Back, or Change on the review: nothing that was typed is judged, and nothing is lost.</summary>
    public static Step GoTo(Arrival.Pressed pressed) => OnDraft(pressed, (draft, turn, known) =>
        Enum.TryParse<OpinionPage>(pressed.Data.Text(Fields.Step), ignoreCase: true, out var page) && Enum.IsDefined(page)
            ? Keep(OpinionForm.Keep(draft, pressed.Data) with { Page = page }, ReportProblems.None, turn, known)
            : Decision.Tell("This button no longer works. Nothing has changed."));

    /// <summary>The client draws the card again by itself.</summary>
    public static Step View(Arrival.Pressed pressed) => OnDraft(pressed, (draft, turn, known) => Decision.Show(Card(draft, ReportProblems.None, turn, known)));

    /// <summary>
    /// A press on a draft's card. Pressing an old card after it was sent shows the request that it became; after it was thrown away, that it is gone.
    /// </summary>
    internal static Step OnDraft(Arrival.Pressed pressed, Func<OpinionDraft, Turn, Known, Decision> decide)
    {
        var id = pressed.Data.Text(Fields.Draft);
        var changes = CaseReference.TryParse(pressed.Data.Text(Fields.Ref), out var reference) ? reference : null;
        return new Step(new Needs { Opinion = changes, OpinionOf = id.Length is > 0 and <= 100 ? id : null, MyCases = true }, (turn, known) =>
            turn.Where.Kind is not ConversationKind.Personal ? Decision.Tell(InPrivate)
            : turn.Where.State.Opinion is { } draft && draft.Id == id ? decide(draft, turn, Of(draft, known))
            : known.Opinion is { } opinion && opinion.Asker.Id == turn.Who.Id ? Decision.Show(OpinionAuthorCards.Card(opinion, known.Trust, known.Library, null))
            : Decision.Show(OpinionDraftCards.Gone()));
    }

    internal static Decision Say(OpinionDraft draft, Turn turn, Known known) => new()
    {
        State = turn.Where.State with { Opinion = draft },
        Replies = [new Reply(Card(draft, ReportProblems.None, turn, Of(draft, known)), CardKeys.Draft(draft.Id))],
    };

    internal static Decision Keep(OpinionDraft draft, ReportProblems problems, Turn turn, Known known) => new()
    {
        State = turn.Where.State with { Opinion = draft },
        Shown = Card(draft, problems, turn, known),
    };

    /// <summary>Whom it goes to where the author names nobody: those who have it already, as far as they may still read it.</summary>
    internal static ImmutableArray<PersonRef> Readers(WantedPost post, Turn turn, Known known) => Readers(post, null, turn, known);

    /// <summary>The same where the author names somebody: they come first, and are alone only where one is enough.</summary>
    internal static ImmutableArray<PersonRef> Readers(WantedPost post, PersonRef? chosen, Turn turn, Known known)
    {
        var (academy, day) = (turn.Who.Academy ?? "", DateOnly.FromDateTime(known.Trust.Local(turn.When).DateTime));
        ImmutableArray<PersonRef> had = known.Opinion is { } before ? [.. before.Readers.Where(reader => OpinionReaders.MayRead(reader.Id, turn.Who.Id, post))] : [];
        if (known.Opinion?.All ?? known.Trust.Opinions.Readers is ReadersWanted.All)
            return OpinionReaders.Filled(chosen is null ? had : [chosen, .. had], known.Trust, academy, turn.Who.Id, post, day);
        return chosen is not null ? [chosen] : had.IsEmpty ? OpinionReaders.First(known.Trust, academy, turn.Who.Id, post, day) : had;
    }

    private static Message Card(OpinionDraft draft, ReportProblems problems, Turn turn, Known known)
    {
        var post = draft.Page is OpinionPage.Review ? OpinionForm.Complete(draft, known.Trust, turn.When).Post : null;
        return OpinionDraftCards.Card(new OpinionDraftView(
            draft, problems, post, post is null ? [] : OpinionFindings.Of(post, turn, known), post is null ? [] : Readers(post, turn, known), known.Trust, known.Library, turn.When)
        {
            Notice = post is null ? null : Notice(draft, post, known),
        });
    }

    // A press says what it likes: the request that a draft changes is the author's own, and the one that the draft itself names. Of any other nothing is used or shown.
    private static Known Of(OpinionDraft draft, Known known) =>
        known with { Opinion = known.MyOpinions.FirstOrDefault(mine => mine.Reference.ToString() == draft.Case) };

    // A decision is for one text in one place. Whoever relies on it elsewhere is told, before anything is sent.
    private static string? Notice(OpinionDraft draft, WantedPost post, Known known)
    {
        if (draft.Files.Any(picture => picture.State is EvidenceState.UnderWay))
            return "A picture is still being fetched. Please wait a moment before you send this.";
        var seal = TextSeal.Of(post);
        if (known.MyOpinions.FirstOrDefault(opinion => opinion.IsAgreed && opinion.Seal == seal) is { } same)
            return $"Exactly this was agreed already: {same.Reference}. You need not ask again.";
        if (known.Opinion is { IsAgreed: true } changed)
            return $"This is another text than the one that was agreed. When you send it, the decision in {changed.Reference} counts no more.";
        return known.MyOpinions.FirstOrDefault(opinion => opinion.IsAgreed && opinion.Post.Text == post.Text) is { } elsewhere
            ? $"{elsewhere.Reference} agreed to this text, but for another place, comment or picture. It does not cover this."
            : null;
    }

    private static OpinionDraft Fresh(Turn turn) => new(turn.Id, turn.When, OpinionPage.Text);

    private static Send.Update Closed(OpinionDraft draft) => new(CardKeys.Draft(draft.Id), (int)OpinionPage.Review + 1, OpinionDraftCards.Cancelled());
}
