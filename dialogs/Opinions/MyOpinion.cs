using System.Globalization;
using System.Text.RegularExpressions;
using PolicyBot.Cards;
using PolicyBot.Cards.Opinions;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs.Opinions;

/// <summary>What an author does with their own request: take it back, change it, copy what was agreed, pass on a record of it, and say where it stands.</summary>
internal static partial class MyOpinion
{
    private const int WaitMs = 1000;
    private const int MostNamed = 5;

    public static Step Withdraw(Arrival.Pressed pressed) => HandleOpinion.AsAuthor(pressed, (opinion, turn, known) =>
        OpinionRules.Withdraw(opinion, turn.When) is Ruling<SecondOpinion>.Allowed allowed
            ? HandleOpinion.Show(allowed.After, turn, known) with
            {
                Case = new CaseChange(opinion.Version, allowed.After, allowed.Entries),
                Sends = [.. OpinionSends.Changed(allowed.After, known.Trust, known.Library)],
            }
            : HandleOpinion.Show(opinion, turn, known));

    /// <summary>The form opens again with what was sent, unless another is open: what was typed there is not lost. Until it is sent anew, nothing changes.</summary>
    public static Step Edit(Arrival.Pressed pressed) => HandleOpinion.AsAuthor(pressed, (opinion, turn, known) =>
        opinion.Status is OpinionStatus.Withdrawn or OpinionStatus.Posted ? HandleOpinion.Show(opinion, turn, known)
        : turn.Where.State.Opinion is { } open ? Decision.Say(OpinionDraftCards.Resume(open, known.Trust))
        : AskOpinion.Say(DraftOf(opinion, turn, known.Trust), turn, known));

    public static Step Copy(Arrival.Pressed pressed) => HandleOpinion.AsAuthor(pressed, (opinion, turn, known) => opinion.IsAgreed
        ? Decision.Show(OpinionPages.Copy(opinion, HandleOpinion.PageOf(pressed), HandleOpinion.Data(Verbs.OpinionCopy, opinion, turn), HandleOpinion.Data(Verbs.OpinionCard, opinion, turn)))
        : HandleOpinion.Show(opinion, turn, known));

    public static Step Record(Arrival.Pressed pressed) => HandleOpinion.AsAuthor(pressed, (opinion, turn, known) =>
        opinion.IsAgreed ? Decision.Say(OpinionAuthorCards.Record(opinion, known.Trust)) : HandleOpinion.Show(opinion, turn, known));

    public static Step PostedForm(Arrival.Pressed pressed) => HandleOpinion.AsAuthor(pressed, (opinion, turn, known) =>
        opinion.IsAgreed ? Form(opinion, "", ReportProblems.None, turn, known) : HandleOpinion.Show(opinion, turn, known));

    public static Step Posted(Arrival.Pressed pressed) => HandleOpinion.AsAuthor(pressed, (opinion, turn, known) =>
    {
        var typed = pressed.Data.Text(Fields.Link);
        if (!IsLink(typed))
            return Form(opinion, typed.Length <= Limits.Link ? typed : "", ReportProblems.None.With(Fields.Link, "Please paste the whole link, beginning with https://."), turn, known);
        return OpinionRules.Posted(opinion, typed, turn.When) is Ruling<SecondOpinion>.Allowed allowed
            ? Noted(opinion, allowed, known) with { Shown = OpinionAuthorCards.Card(allowed.After, known.Trust, known.Library, HandleOpinion.DeliveryOf(turn, allowed.After)) }
            : HandleOpinion.Show(opinion, turn, known);
    });

    /// <summary>"posted https://…", perhaps with the reference before it.</summary>
    public static bool SaysPosted(string text) => PostedAt().IsMatch(text.Trim());

    /// <summary>Typed.</summary>
    public static Step Posted(string text)
    {
        var said = PostedAt().Match(text.Trim());
        var (link, reference) = (said.Groups["link"].Value, said.Groups["ref"].Value.ToUpperInvariant());
        return new Step(new Needs { MyCases = true }, (turn, known) =>
        {
            if (turn.Where.Kind is not ConversationKind.Personal)
                return Decision.Say(NoticeCards.Sentence("Please tell me that in your own chat with me."));
            var meant = known.MyOpinions.Where(each => reference.Length > 0 ? each.Reference.ToString() == reference : each.Status is OpinionStatus.Agreed).ToImmutableArray();
            if (meant.IsEmpty || !IsLink(link))
                return Decision.Say(NoticeCards.Sentence("I know of nothing that was agreed and is not posted yet, so I have not noted the link."));
            if (meant is not [var opinion])
                return Decision.Say(NoticeCards.Sentence(WhichOne(meant)));
            return OpinionRules.Posted(opinion, link, turn.When) switch
            {
                Ruling<SecondOpinion>.Allowed allowed => Noted(opinion, allowed, known) with
                {
                    Replies = [new Reply(NoticeCards.Sentence($"I have noted where {opinion.Reference} was posted."))],
                },
                Ruling<SecondOpinion>.Refused refused => Decision.Say(NoticeCards.Sentence(refused.Sentence)),
                var other => throw new System.Diagnostics.UnreachableException(other.ToString()),
            };
        });
    }

    // A link at the wrong request would say that a text was posted which was not.
    private static string WhichOne(ImmutableArray<SecondOpinion> agreed)
    {
        var references = string.Join(", ", agreed.Take(MostNamed).Select(opinion => opinion.Reference));
        return $"Several of yours are agreed and not posted yet: {references}{(agreed.Length > MostNamed ? " and others" : "")}. "
            + $"Nothing was noted. Please write it with its reference, like this: posted {agreed[0].Reference} and the link.";
    }

    private static Decision Noted(SecondOpinion before, Ruling<SecondOpinion>.Allowed allowed, Known known) => new()
    {
        Case = new CaseChange(before.Version, allowed.After, allowed.Entries),
        Sends = [.. OpinionSends.Changed(allowed.After, known.Trust, known.Library)],
    };

    private static Decision Form(SecondOpinion opinion, string link, ReportProblems problems, Turn turn, Known known) =>
        Decision.Show(OpinionForms.Form(OpinionAct.Posted, opinion, OpinionTyped.Nothing with { Link = link }, problems, [], known.Library, HandleOpinion.DeliveryOf(turn, opinion)));

    private static OpinionDraft DraftOf(SecondOpinion opinion, Turn turn, Trust trust)
    {
        var post = opinion.Post;
        // A time that is past would have to be mended before anything else.
        var planned = post.PlannedAt > turn.When ? post.PlannedAt : null;
        return new OpinionDraft(turn.Id, turn.When, OpinionPage.Text)
        {
            Case = opinion.Reference.ToString(),
            Kind = post.Kind.ToString(),
            Text = post.Text,
            Platform = post.Platform,
            For = post.For.ToString(),
            Account = post.Account ?? "",
            Comment = post.Comment ?? "",
            CommentDate = Date(post.CommentAt),
            CommentTime = Time(post.CommentAt),
            Audience = post.Audience,
            Date = Date(planned),
            Time = Time(planned),
            Pictures = post.Pictures ?? "",
            PictureChecks = post.PictureChecks,
            Files = post.PictureFiles,
            Decided = [.. post.PictureFiles.Select(picture => picture.Id)],
            Material = post.Material ?? "",
            AboutIds = [.. post.About.Select(person => person.Id)],
        };

        string Date(DateTimeOffset? at) => at is { } moment ? trust.Local(moment).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
        string Time(DateTimeOffset? at) => at is { } moment ? trust.Local(moment).ToString("HH:mm", CultureInfo.InvariantCulture) : "";
    }

    private static bool IsLink(string text) => text.Length <= Limits.Link && Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "https" or "http";

    [GeneratedRegex(@"^(?:i(?:'ve| have)? )?posted(?: it)?(?: (?<ref>OPN-\d{4}-\d{4,7}))?(?: (?:at|here|on))?:? (?<link>https?://\S+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, WaitMs)]
    private static partial Regex PostedAt();
}
