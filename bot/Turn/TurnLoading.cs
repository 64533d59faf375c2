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

/// <summary>What a step wants known before it decides, read as it is now. Nothing is read that no step asked for.</summary>
internal sealed class TurnLoading(CaseStore store, ServedPolicies policies, EvidenceReading evidence, IReportReader reader, IDraftChecker drafts, VaultDoor? door = null)
{
    public async ValueTask<Known> LoadAsync(Needs needs, Dialogs.Turn turn, Trust trust, CancellationToken cancellationToken)
    {
        var edition = policies.Current;
        var known = new Known(trust, edition.Library, edition.Answerer, reader, drafts)
        {
            Pages = door?.ForDialogs ?? new PagesDoor(null, Local: false),
            PageCode = needs.PageCode && door is { Local: true } ? PageCode.New() : null,
        };
        if (needs == Needs.Nothing)
            return known;
        known = known with
        {
            Case = needs.Case is { } reference ? await store.Incidents.FindAsync(reference, cancellationToken)
                : needs.CaseOfDraft is { } draft ? await store.Incidents.FindByDraftAsync(draft, cancellationToken)
                : null,
            Question = needs.Question is { } question ? await store.Questions.FindAsync(question, cancellationToken)
                : needs.QuestionOf is { } asked ? await store.Questions.FindByDraftAsync(asked, cancellationToken)
                : null,
            Opinion = needs.Opinion is { } opinion ? await store.Opinions.FindAsync(opinion, cancellationToken)
                : needs.OpinionOf is { } described ? await store.Opinions.FindByDraftAsync(described, cancellationToken)
                : null,
            MyOpinions = needs.MyCases ? await store.Opinions.OpenedByAsync(turn.Who.Id, cancellationToken) : [],
            ToRead = needs.MyCases
                ? [.. (await store.Opinions.StandingAsync([nameof(OpinionStatus.Asked)], cancellationToken)).Where(waiting => waiting.WaitsFor(turn.Who.Id))]
                : [],
            DraftCounts = needs.WhatIsAsked ? await CountDraftsAsync(turn, cancellationToken) : ClauseCounts.None,
            MyQuestions = needs.MyCases ? await store.Questions.OpenedByAsync(turn.Who.Id, cancellationToken) : [],
            OpenQuestions = needs.WhatIsAsked ? await store.Questions.StandingAsync(Question.Waiting, cancellationToken) : [],
            Unmet = needs.WhatIsAsked
                ? await store.UnmetSinceAsync(DateOnly.FromDateTime(trust.Local(turn.When).DateTime).AddDays(1 - Needs.UnmetDays), cancellationToken)
                : [],
            MyReports = needs.MyCases ? await store.Incidents.OpenedByAsync(turn.Who.Id, cancellationToken) : [],
            Reading = needs.Reading is { } text
                ? await store.FindReadingAsync(turn.Who.Id, text.Document, text.Edition, cancellationToken)
                : null,
            File = needs.File is { } file ? await evidence.FindAsync(file, cancellationToken) : null,
            Handling = needs.Handling is { } standings
                ? await store.Incidents.OfAcademiesAsync(trust.AcademiesOf(turn.Who.Id), standings, cancellationToken)
                : [],
            Trail = needs is { Trail: true, Case: { } traced } ? await store.TrailOfAsync(traced, cancellationToken) : [],
            NextReference = needs.NextReference is { } kind
                ? await store.NextReferenceAsync(kind, trust.Local(turn.When).Year, cancellationToken)
                : null,
        };
        known = await WithAccountsAsync(known, needs, cancellationToken);
        known = await WithCommentsAsync(known, needs, turn, cancellationToken);
        return known.Case is { Drill: true } drill ? known with { Arrived = await store.FindArrivalAsync(drill.Reference, cancellationToken) } : known;
    }

    private async ValueTask<Known> WithAccountsAsync(Known known, Needs needs, CancellationToken cancellationToken)
    {
        // After the next number: whoever added the same account before us has one that we see, or takes the number from us.
        if (needs.Account is not null || needs.Accounts)
            known = known with
            {
                Account = needs.Account is { } account ? await store.Accounts.FindAsync(account, cancellationToken) : null,
                Accounts = needs.Accounts ? await store.Accounts.StandingAsync([.. Enum.GetNames<AccountStatus>()], cancellationToken) : [],
            };
        if (needs is { Handover: null, HandoverOf: null, Handovers: false, Release: null, ReleaseOf: null, OpenReleases: false, MyCases: false })
            return known;
        return known with
        {
            Handover = needs.Handover is { } handover ? await store.Handovers.FindAsync(handover, cancellationToken)
                : needs.HandoverOf is { } begun ? await store.Handovers.FindByDraftAsync(begun, cancellationToken)
                : null,
            Handovers = needs.Handovers || needs.MyCases ? await store.Handovers.StandingAsync([.. Enum.GetNames<HandoverStatus>()], cancellationToken) : [],
            Release = needs.Release is { } release ? await store.Releases.FindAsync(release, cancellationToken)
                : needs.ReleaseOf is { } form ? await store.Releases.FindByDraftAsync(form, cancellationToken)
                : null,
            OpenReleases = needs.OpenReleases || needs.MyCases ? await store.Releases.StandingAsync(Release.Waiting, cancellationToken) : [],
        };
    }

    private async ValueTask<Known> WithCommentsAsync(Known known, Needs needs, Dialogs.Turn turn, CancellationToken cancellationToken)
    {
        if (needs is { Comment: null, CommentOf: null, Comments: false, MyCases: false })
            return known;
        var comment = needs.Comment is { } reference ? await store.Comments.FindAsync(reference, cancellationToken)
            : needs.CommentOf is { } draft ? await store.Comments.FindByDraftAsync(draft, cancellationToken)
            : null;
        return known with
        {
            Comment = comment,
            CommentAccount = CaseReference.TryParse(comment?.What.Account.Register, out var account) ? await store.Accounts.FindAsync(account, cancellationToken) : null,
            Comments = needs.Comments ? await store.Comments.StandingAsync([.. Enum.GetNames<CommentStatus>()], cancellationToken) : [],
            MyComments = needs.MyCases
                ? [.. (await store.Comments.StandingAsync(ReceivedComment.Open, cancellationToken)).Where(open => open.IsOwn(turn.Who.Id))]
                : [],
        };
    }

    private async Task<ClauseCounts> CountDraftsAsync(Dialogs.Turn turn, CancellationToken cancellationToken) => ClauseCounts.Of(
        [.. (await store.Opinions.StandingAsync([.. Enum.GetNames<OpinionStatus>()], cancellationToken)).Where(opinion => opinion.AskedAt > turn.When.AddDays(-Needs.UnmetDays))]);
}
