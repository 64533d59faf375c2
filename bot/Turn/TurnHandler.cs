using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Clocks;
using PolicyBot.Bot.Delivery;
using PolicyBot.Bot.Evidence;
using PolicyBot.Bot.People;
using PolicyBot.Bot.Policies;
using PolicyBot.Bot.Vault;
using PolicyBot.Bot.Wording;
using PolicyBot.Cards;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Releases;
using PolicyBot.Cases.Storage;
using PolicyBot.Dialogs;
using PolicyBot.Dialogs.Vault;
using PolicyBot.Policy.Drafts;
using PolicyBot.Policy.Reports;

namespace PolicyBot.Bot.Turn;

/// <summary>One turn, in one order: load, decide, commit, send.</summary>
internal sealed class TurnHandler(CaseStore store, IPeople people, TurnLoading loading, Postman postman, TimeProvider time, TurnWording? wording = null, VaultDoor? door = null)
{
    private const int MostTries = 20;

    // Cases are numbered without gaps, and each is changed by one at a time: within this process they line up, between processes the slower tries again.
    private readonly CaseLines lines = new();

    public async Task<TurnAnswer> HandleAsync(Activity activity, Arrival arrival, CancellationToken cancellationToken)
    {
        var now = await people.LookAsync(cancellationToken);
        var who = await people.WhoIsAsync(activity.From!, now, cancellationToken);
        await using var words = wording?.Begin(activity);
        using var seat = await store.EnterAsync(cancellationToken);
        using var standing = lines.Begin();
        for (var tries = 1; tries <= MostTries; tries++)
        {
            if (await DecideAsync(activity, arrival, who, now.Trust, seat, standing, words, cancellationToken) is { } decided
                && await CommitAsync(decided, activity, words, cancellationToken) is { } answer)
                return answer;
        }
        throw new TimeoutException("Too many others changed the same record at once.");
    }

    /// <summary>What is to be stored and answered; null when somebody else was changing the same case, and everything must be loaded again.</summary>
    /// <remarks>Cards and all that was known for them end here: while the disk is waited for, only what is stored and sent is kept.</remarks>
    private async ValueTask<Decided?> DecideAsync(
        Activity activity, Arrival arrival, Asker who, Trust trust, Seat? seat, CaseLines.Standing standing, WordingOfTurn? words, CancellationToken cancellationToken)
    {
        var turn = await LoadAsync(activity, arrival, who, cancellationToken);
        var decision = new Decision { Rather = Routing.Route(turn) };
        while (decision.Rather is { } step)
        {
            if (step.Needs.NextReference is { } kind)
                await standing.ReachAsync(kind);
            var known = await loading.LoadAsync(step.Needs, turn, trust, cancellationToken);
            if (words is not null && step.Needs.Wording is { } toWord)
            {
                seat?.Dispose(); // a model takes its time, and needs nothing of the database
                known = known with { Words = await words.AskAsync(() => toWord(turn, known), turn) };
            }
            decision = step.Decide(turn, known);
        }
        if (decision.Case is { } change && !await standing.ReachAsync(change.After.Reference.ToString()))
            return null; // somebody else was changing this case, and has done so by now
        return Conclude(activity, turn, decision, trust, words?.Stream);
    }

    private Decided Conclude(Activity activity, Dialogs.Turn turn, Decision decision, Trust trust, string? stream)
    {
        var answer = AnswerOf(decision, activity);
        var (deliveries, posted) = Consequences.Of(decision, turn, activity, stream);
        var conversation = Changed(turn.Where, decision);
        var address = (conversation ?? turn.Where).Address;
        if (conversation is null && decision is { Case: null, Reading: null, Unmet: null, Ticket: null } && deliveries.IsEmpty && posted.IsEmpty)
            return new Decided(null, answer, address);

        // What was for one look is not kept for a second delivery of the press.
        var kept = decision.Kept is { } instead ? AnswerOf(decision with { Shown = instead }, activity).Body : answer.Body;
        return new Decided(
            new TurnCommit(activity.Conversation!.Id!, ActivityReader.KnownAs(activity), turn.When, kept)
            {
                Ticket = decision.Ticket,
                Conversation = conversation,
                Reachable = conversation is { Active: true, Kind: ConversationKind.Personal } && !turn.Where.Active,
                Case = decision.Case is { } change ? CaseClock.Set(change, trust, turn.When) : null,
                Also = decision.Also is { } also ? CaseClock.Set(also, trust, turn.When) : null,
                Forgotten = decision.Forgets is { } draft ? new ForgottenAnswers(draft, TurnAnswer.Card(ReportCards.Gone().Card!).Body!) : null,
                Unmet = decision.Unmet,
                Reading = decision.Reading,
                Deliveries = deliveries,
                PostedCards = posted,
            },
            answer,
            address);
    }

    /// <summary>Null when somebody else was faster and everything must be loaded again.</summary>
    private async ValueTask<TurnAnswer?> CommitAsync(Decided decided, Activity activity, WordingOfTurn? words, CancellationToken cancellationToken)
    {
        if (decided.Commit is not { } commit)
            return await BeforeAsync(activity, cancellationToken) ?? decided.Answer;
        switch (await store.CommitAsync(commit))
        {
            case CommitResult.Duplicate before:
                return decided.Answer with { Body = before.Answer };
            case CommitResult.Conflict:
                return null;
            default:
                words?.Committed();
                postman.Send(commit.Deliveries, Addresses.Read(decided.Address));
                if (commit.Reachable)
                    postman.Wake();
                return decided.Answer;
        }
    }

    // A press that was done already looks as if there were nothing to do: a duplicate gets the answer that the first one got (INV-04).
    private async ValueTask<TurnAnswer?> BeforeAsync(Activity activity, CancellationToken cancellationToken) =>
        activity.Type == ActivityTypes.Invoke && await store.FindAnswerAsync(activity.Conversation!.Id!, ActivityReader.KnownAs(activity), cancellationToken) is { } before
            ? new TurnAnswer(StatusCodes.Status200OK, before)
            : null;

    private async ValueTask<Dialogs.Turn> LoadAsync(Activity activity, Arrival arrival, Asker who, CancellationToken cancellationToken)
    {
        var id = activity.Conversation!.Id!;
        var key = ChannelThread.ChannelOf(id);
        var kind = ActivityReader.KindOf(activity);
        var stored = await store.FindConversationAsync(key, cancellationToken);
        var address = Addresses.Of(activity, key, kind, stored?.Address);

        // The latest authenticated address is the right one: tenants move between service hosts (ACT-06).
        var where = stored ?? new Conversation(key, activity.TenantId ?? "", kind, null, "", Active: false, ConversationState.Fresh, 0);
        return new Dialogs.Turn(
            ActivityReader.TurnId(id, ActivityReader.KnownAs(activity)),
            arrival,
            who,
            where with { Address = address, PersonId = kind is ConversationKind.Personal ? who.Id : null, Active = where.Active && where.Address == address },
            activity.ReplyToId,
            time.GetUtcNow());
    }

    // What arrived from a conversation shows that we are in it; a new or changed address was marked inactive when it was loaded.
    private static Conversation? Changed(Conversation loaded, Decision decision)
    {
        var active = decision.Active ?? true;
        return decision.State is null && active == loaded.Active ? null : loaded with { Active = active, State = decision.State ?? loaded.State };
    }

    private TurnAnswer AnswerOf(Decision decision, Activity activity) =>
        activity.Name == ActivityReader.Dialog
            ? decision.Page is { } page ? TurnAnswer.Dialog(new Uri($"{door?.Address}{page.Path}")) : TurnAnswer.DialogSentence(decision.Told ?? "Nothing has changed.")
        : !ActivityReader.ShowsItsAnswer(activity) ? TurnAnswer.Accepted
        : decision.Shown?.Card is { } card ? TurnAnswer.Card(card)
        : TurnAnswer.Sentence(decision.Told ?? (decision.Replies.IsEmpty ? "Nothing has changed." : "My answer is below."));
}
