using PolicyBot.Cards;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Secrets;
using PolicyBot.Dialogs.Accounts;
using PolicyBot.Dialogs.Comments;
using PolicyBot.Dialogs.Handovers;
using PolicyBot.Dialogs.Opinions;
using PolicyBot.Dialogs.Releases;
using PolicyBot.Dialogs.Secrets;
using PolicyBot.Dialogs.Vault;

namespace PolicyBot.Dialogs;

/// <summary>What to load, and then how to decide.</summary>
public sealed record Step(Needs Needs, Func<Turn, Known, Decision> Decide)
{
    public static Step Of(Func<Turn, Known, Decision> decide) => new(Needs.Nothing, decide);
}

/// <summary>From what arrived to the one file that decides about it.</summary>
public static class Routing
{
    // Every message passes here; these steps need nothing of their own and are made once.
    private static readonly Step Outsider = Step.Of(MeetOutsider.Decide);
    private static readonly Step Unconfirmed = Step.Of(MeetUnconfirmed.Decide);
    private static readonly Step Unasked = Step.Of(UnknownVerb.Decide);
    private static readonly Step Welcome = Step.Of(BeAdded.Decide);
    private static readonly Step Goodbye = Step.Of(BeRemoved.Decide);
    private static readonly Step Greeting = Step.Of(Greet.Decide);
    private static readonly Step Thanking = Step.Of(Greet.Thank);
    private static readonly Step Helping = Step.Of(Help.Decide);
    private static readonly Step Cancelling = Step.Of(Cancel.Decide);
    private static readonly Step Starting = Step.Of(ReportIncident.Start);
    private static readonly Step Asking = new(new Needs { Wording = AskPolicy.ToWord }, AskPolicy.Decide);
    private static readonly Step Listing = new(new Needs { MyCases = true }, ListMyReports.Decide);
    private static readonly Step ListingAsked = new(new Needs { WhatIsAsked = true }, ListWhatIsAsked.Decide);
    private static readonly Step Reading = Step.Of(ReadPolicy.Decide);
    private static readonly Step Confirming = Step.Of(AcknowledgePolicy.Offer);
    private static readonly Step Checking = Step.Of(AskOpinion.Start);
    private static readonly Step Resuming = new(new Needs { MyCases = true }, AskOpinion.Resume);
    private static readonly Step Drilling = Step.Of(StartDrill.Offer);

    private static readonly Step RefuseTyped = Step.Of(RefuseSecret.Typed);
    private static readonly Step RefuseAsked = Step.Of(RefuseSecret.Asked);
    private static readonly Step ListingVault = new(new Needs { Accounts = true, OpenReleases = true }, VaultPages.List);

    public static Step Route(Turn turn) => (turn.Arrival, turn.Who.Standing) switch
    {
        (Arrival.Removed, _) => Goodbye,
        (_, Standing.Unconfirmed) => Unconfirmed,
        (Arrival.Added, _) => Welcome,
        (_, not Standing.Staff) => Outsider,
        // A client may draw a card again by itself; whatever else it asks for unpressed is not done (INV-03).
        (Arrival.Pressed { Automatic: true, Verb: not (Verbs.ReportView or Verbs.IncidentView or Verbs.QuestionView or Verbs.OpinionView or Verbs.OpinionDraft or Verbs.AccountView or Verbs.AccountCheckIn or Verbs.CommentView or Verbs.CommentDraft or Verbs.HandoverView or Verbs.ReleaseView) }, _) => Unasked,
        // Before anything is kept, recognised or worded: what looks like a password goes no further.
        (Arrival.Said said, _) when LooksSecret.In(said.Text) => RefuseTyped,
        (Arrival.Sent sent, _) when LooksSecret.In(sent.Text) => RefuseTyped,
        (Arrival.Pressed { Verb: Verbs.PolicyAsk } asked, _) when LooksSecret.In(asked.Data.Text(Fields.Asks)) => RefuseTyped,
        (Arrival.Pressed filled, _) when FormSecrets.Refusal(filled) is { } sentence => Step.Of((_, _) => Decision.Tell(sentence)),
        (Arrival.Said said, _) => OfWords(said.Text),
        (Arrival.Sent sent, _) => SendFiles.Step(sent),
        (Arrival.Pressed { ForDialog: true } pressed, _) => VaultPages.Dialog(pressed),
        (Arrival.Consented consented, _) => HandOutPicture.IsMeant(consented) ? HandOutPicture.Consented(consented) : HandOutEvidence.Consented(consented),
        (Arrival.Pressed pressed, _) => OfVerb(pressed),
        _ => Step.Of(static (_, _) => Decision.Nothing),
    };

    private static Step OfWords(string text) => Phrases.Understand(text) switch
    {
        Phrase.Greeting => Greeting,
        Phrase.Thanks => Thanking,
        Phrase.Help => Helping,
        Phrase.Cancel => Cancelling,
        Phrase.Report => Starting,
        Phrase.MyReports => Listing,
        Phrase.WhatIsAsked => ListingAsked,
        Phrase.ReadPolicy => Reading,
        Phrase.HaveRead => Confirming,
        Phrase.Drill => Drilling,
        Phrase.Cases => ListCases.Step(text),
        Phrase.Check => Checking,
        Phrase.Handover => AskHandover.Start,
        Phrase.Handovers => HandleHandover.List,
        Phrase.Accounts => ListAccounts.Register,
        Phrase.MyAccounts => ListAccounts.Mine,
        Phrase.AddAccount => AddAccount.Start,
        Phrase.LogComment => LogComment.Asked,
        Phrase.Comments => ListComments.Typed(CommentFilter.Open),
        Phrase.OverdueComments => ListComments.Typed(CommentFilter.Overdue),
        Phrase.Vault => ListingVault,
        _ => AsksForSecret.In(text) ? RefuseAsked
            : ListCases.Asks(text) ? ListCases.Step(text)
            : CheckedDraft.In(text) is { } draft ? AskOpinion.Pasted(draft)
            : MyOpinion.SaysPosted(text) ? MyOpinion.Posted(text)
            : SaidComment.Behind(text) is { } words ? LogComment.Said(words, asked: true)
            : SaidComment.Tells(text) ? LogComment.Said(text, asked: false)
            : HandoverWords.Account(text) is { } account ? AskHandover.For(account)
            : Asking,
    };

    private static Step OfVerb(Arrival.Pressed pressed) => pressed.Verb switch
    {
        Verbs.HelpShow => Helping,
        Verbs.PolicyAsk => Asking,
        Verbs.PolicyContents => Reading,
        Verbs.PolicyReading => Confirming,
        Verbs.PolicyAcknowledge => AcknowledgePolicy.Step(pressed),
        Verbs.PolicySection => Step.Of(ReadSection.Decide),
        Verbs.PersonAsk => Step.Of(AskPerson.Decide),
        Verbs.HandoverStart => AskHandover.Start,
        Verbs.CommentLog => LogComment.Pressed(pressed),
        Verbs.CaseMine => Listing,
        Verbs.ReportStart => Starting,
        Verbs.ReportRestart => Step.Of(ReportIncident.Restart),
        Verbs.ReportResume => Step.Of(ReportIncident.Resume),
        Verbs.ReportDanger or Verbs.ReportHelpContinue or Verbs.ReportWhat or Verbs.ReportWhere or Verbs.ReportWho => ReportIncident.Forward(pressed),
        Verbs.ReportBack or Verbs.ReportEdit => ReportIncident.GoTo(pressed),
        Verbs.ReportView => ReportIncident.View(pressed),
        Verbs.ReportCancel => Cancelling,
        Verbs.ReportSubmit => SubmitReport.Step(pressed),
        Verbs.ReportCheck => CheckRoute.Answer(pressed),
        Verbs.QuestionDislike => Step.Of(DislikeAnswer.Decide),
        Verbs.QuestionSend => SendQuestion.Step(pressed),
        Verbs.QuestionWithdraw => WithdrawQuestion.Step(pressed),
        Verbs.QuestionView or Verbs.QuestionCard => HandleQuestion.View(pressed),
        Verbs.QuestionOpen => HandleQuestion.Open(pressed),
        Verbs.QuestionForm => AnswerQuestion.Open(pressed),
        Verbs.QuestionAnswer => AnswerQuestion.Answer(pressed),
        Verbs.QuestionChange => AnswerQuestion.Change(pressed),
        Verbs.QuestionPass => AnswerQuestion.PassOn(pressed),
        _ => OfAccount(pressed),
    };

    private static Step OfAccount(Arrival.Pressed pressed) => pressed.Verb switch
    {
        Verbs.AccountList => ListAccounts.Step(pressed),
        Verbs.AccountMine => ListAccounts.Mine,
        Verbs.AccountOpen => HandleAccount.Open(pressed),
        Verbs.AccountCard or Verbs.AccountView => HandleAccount.View(pressed),
        Verbs.AccountAdd => AddAccount.Start,
        Verbs.AccountCreate => AddAccount.Step(pressed),
        Verbs.AccountForm => EditAccount.Open(pressed),
        Verbs.AccountSave => EditAccount.Save(pressed),
        Verbs.AccountConfirm => EditAccount.Confirm(pressed),
        Verbs.AccountWell or Verbs.AccountCame or Verbs.AccountCannot => AnswerCheckIn.Step(pressed),
        Verbs.AccountCheckIn => AnswerCheckIn.View(pressed),
        _ => OfOpinion(pressed),
    };

    private static Step OfOpinion(Arrival.Pressed pressed) => pressed.Verb switch
    {
        Verbs.OpinionAsk => Checking,
        Verbs.OpinionRestart => Step.Of(AskOpinion.Restart),
        Verbs.OpinionResume => Resuming,
        Verbs.OpinionText or Verbs.OpinionComment or Verbs.OpinionAround => AskOpinion.Forward(pressed),
        Verbs.OpinionGoTo => AskOpinion.GoTo(pressed),
        Verbs.OpinionDraft => AskOpinion.View(pressed),
        Verbs.OpinionCancel => AskOpinion.Cancel(pressed),
        Verbs.OpinionSend => SendOpinion.Step(pressed),
        Verbs.OpinionRead => HandleOpinion.Read(pressed),
        Verbs.OpinionView or Verbs.OpinionCard => HandleOpinion.View(pressed),
        Verbs.OpinionOpen => HandleOpinion.Open(pressed),
        Verbs.OpinionForm => DecideOpinion.Open(pressed),
        Verbs.OpinionAgree => DecideOpinion.Agree(pressed),
        Verbs.OpinionReword => DecideOpinion.Reword(pressed),
        Verbs.OpinionChange => DecideOpinion.AskForChange(pressed),
        Verbs.OpinionAdvise => DecideOpinion.Advise(pressed),
        Verbs.OpinionHandOn => DecideOpinion.HandOn(pressed),
        Verbs.OpinionWithdraw => MyOpinion.Withdraw(pressed),
        Verbs.OpinionEdit => MyOpinion.Edit(pressed),
        Verbs.OpinionCopy => MyOpinion.Copy(pressed),
        Verbs.OpinionRecord => MyOpinion.Record(pressed),
        Verbs.OpinionPosted => MyOpinion.Posted(pressed),
        Verbs.OpinionUnpicture => TakePictures.Remove(pressed),
        Verbs.OpinionPictures => HandOutPicture.List(pressed),
        Verbs.OpinionPicture => HandOutPicture.Step(pressed),
        _ => OfComment(pressed),
    };

    private static Step OfComment(Arrival.Pressed pressed) => pressed.Verb switch
    {
        Verbs.CommentNext => LogComment.Forward(pressed),
        Verbs.CommentGoTo => LogComment.GoBack(pressed),
        Verbs.CommentDraft => LogComment.View(pressed),
        Verbs.CommentSave => LogComment.Save(pressed),
        Verbs.CommentCancel => LogComment.Cancel(pressed),
        Verbs.CommentRestart => LogComment.Restart,
        Verbs.CommentResume => LogComment.Resume,
        Verbs.CommentView or Verbs.CommentCard => HandleComment.View(pressed),
        Verbs.CommentOpen => HandleComment.Open(pressed),
        Verbs.CommentForm => SettleComment.Open(pressed),
        Verbs.CommentReply => SettleComment.Reply(pressed),
        Verbs.CommentRemove => SettleComment.Remove(pressed),
        Verbs.CommentTakeOut => SettleComment.TakeOut(pressed),
        Verbs.CommentTake => HandleComment.TakeOver(pressed),
        Verbs.CommentReport => HandleComment.Report(pressed),
        Verbs.CommentOpinion => HandleComment.Opinion(pressed),
        Verbs.CommentList => ListComments.Pressed(pressed),
        Verbs.CommentCounts => ListComments.Counts(pressed),
        _ => OfHandover(pressed),
    };

    private static Step OfHandover(Arrival.Pressed pressed) => pressed.Verb switch
    {
        Verbs.HandoverOpen => AskHandover.For(pressed),
        Verbs.HandoverSend => AskHandover.Send(pressed),
        Verbs.HandoverCancel => Step.Of(AskHandover.Cancel),
        Verbs.HandoverView or Verbs.HandoverCard => HandleHandover.View(pressed),
        Verbs.HandoverShow => HandleHandover.Open(pressed),
        Verbs.HandoverList => HandleHandover.List,
        Verbs.HandoverForm => HandleHandover.Form(pressed),
        Verbs.HandoverDecide => WalkHandover.Decide(pressed),
        Verbs.HandoverName => WalkHandover.Name(pressed),
        Verbs.HandoverStep => WalkHandover.Done(pressed),
        Verbs.HandoverSkip => WalkHandover.NotApplying(pressed),
        Verbs.HandoverReturn => WalkHandover.Return(pressed),
        Verbs.HandoverConfirm => WalkHandover.Confirm(pressed),
        Verbs.HandoverChange => WalkHandover.Change(pressed),
        Verbs.HandoverWithdraw => WalkHandover.Withdraw(pressed),
        Verbs.HandoverFinish => HandleHandover.Finish(pressed),
        _ => OfRelease(pressed),
    };

    private static Step OfRelease(Arrival.Pressed pressed) => pressed.Verb switch
    {
        Verbs.VaultShow => ListingVault,
        Verbs.VaultOpen => VaultPages.Open(pressed),
        Verbs.VaultPut => VaultPages.Put(pressed),
        Verbs.ReleaseOpen => AskRelease.Form(pressed),
        Verbs.ReleaseAsk => AskRelease.Send(pressed),
        Verbs.ReleaseView => HandleRelease.View(pressed),
        Verbs.ReleaseSee => HandleRelease.See(pressed),
        Verbs.ReleaseApprove => DecideRelease.Approve(pressed),
        Verbs.ReleaseRefuseForm => DecideRelease.RefuseForm(pressed),
        Verbs.ReleaseRefuse => DecideRelease.Refuse(pressed),
        Verbs.ReleaseWithdraw => DecideRelease.Withdraw(pressed),
        Verbs.ReleaseAgain => DecideRelease.GiveAgain(pressed),
        Verbs.ReleaseConfirm => DecideRelease.Confirm(pressed),
        _ => OfIncident(pressed),
    };

    private static Step OfIncident(Arrival.Pressed pressed) => pressed.Verb switch
    {
        Verbs.IncidentMine => MyIncident.Show(pressed),
        Verbs.IncidentEdit => EditIncident.Open(pressed),
        Verbs.IncidentWithdraw => WithdrawIncident.Ask(pressed),
        Verbs.IncidentWithdrawn => WithdrawIncident.Step(pressed),
        Verbs.IncidentReveal => RevealReporter.Step(pressed),
        Verbs.IncidentView or Verbs.IncidentCard => ViewIncident.Step(pressed),
        Verbs.IncidentAcknowledge => AcknowledgeIncident.Step(pressed),
        Verbs.IncidentOutcome => RecordOutcome.Open(pressed),
        Verbs.IncidentClose => RecordOutcome.Step(pressed),
        Verbs.IncidentMore => ChooseHandling.Open(pressed),
        Verbs.IncidentDo => ChooseHandling.Step(pressed),
        Verbs.IncidentTakeOver => TakeOverIncident.Form.Step(pressed),
        Verbs.IncidentHandOn => HandOnIncident.Form.Step(pressed),
        Verbs.IncidentAssess => AssessIncident.Form.Step(pressed),
        Verbs.IncidentInvolve => InvolvePeople.Form.Step(pressed),
        Verbs.IncidentRefer => ReferIncident.Form.Step(pressed),
        Verbs.IncidentAskReporter => AskReporter.Form.Step(pressed),
        Verbs.IncidentNote => NoteIncident.Form.Step(pressed),
        Verbs.IncidentCommentStep => RecordCommentStep.Form.Step(pressed),
        Verbs.IncidentBreach => DecideBreach.Form.Step(pressed),
        Verbs.IncidentReopen => ReopenIncident.Form.Step(pressed),
        Verbs.InvolvedReply => ReplyAsInvolved.Step(pressed),
        Verbs.ReporterAnswer => AnswerAsReporter.Step(pressed),
        Verbs.EvidenceNo => AnswerFileQuestion.No(pressed),
        Verbs.EvidenceYes or Verbs.EvidenceUnsure => AnswerFileQuestion.Stop(),
        Verbs.EvidenceFor => AnswerFileQuestion.For(pressed),
        Verbs.EvidenceList => ListEvidence.Step(pressed),
        Verbs.EvidenceGet => HandOutEvidence.Step(pressed),
        Verbs.CaseList => ListCases.Step(pressed),
        Verbs.CaseOpen => OpenCase.Step(pressed),
        Verbs.IncidentTimeline => ShowTimeline.Step(pressed),
        Verbs.HoldForm => HoldCase.Open(pressed),
        Verbs.HoldPlace => HoldCase.Place(pressed),
        Verbs.HoldLift => HoldCase.Lift(pressed),
        Verbs.DrillStart => StartDrill.Step(pressed),
        _ => Step.Of(UnknownVerb.Decide),
    };
}
