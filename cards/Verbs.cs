namespace PolicyBot.Cards;

/// <summary>What a press asks for. The names are stable: cards that were sent last year still carry them.</summary>
public static class Verbs
{
    public const string ReportStart = "report.start";
    public const string ReportRestart = "report.restart";
    public const string ReportResume = "report.resume";
    public const string ReportDanger = "report.danger";
    public const string ReportHelpContinue = "report.help.continue";
    public const string ReportWhat = "report.what";
    public const string ReportWhere = "report.where";
    public const string ReportWho = "report.who";

    /// <summary>Back to the step in the data, keeping what was typed.</summary>
    public const string ReportBack = "report.back";

    /// <summary>From the review to the step in the data.</summary>
    public const string ReportEdit = "report.edit";
    public const string ReportSubmit = "report.submit";
    public const string ReportCancel = "report.cancel";

    /// <summary>The refresh of a report's card: draws the current step, changes nothing.</summary>
    public const string ReportView = "report.view";

    /// <summary>The refresh of an incident's card: draws it as it is now, changes nothing.</summary>
    public const string IncidentView = "incident.view";
    public const string IncidentAcknowledge = "incident.acknowledge";

    /// <summary>Opens the form for the outcome.</summary>
    public const string IncidentOutcome = "incident.outcome";
    public const string IncidentClose = "incident.close";

    /// <summary>From the form back to the card.</summary>
    public const string IncidentCard = "incident.card";

    /// <summary>Asks what to do about an incident.</summary>
    public const string IncidentMore = "incident.more";

    /// <summary>Opens the form for what was chosen.</summary>
    public const string IncidentDo = "incident.do";
    public const string IncidentTakeOver = "incident.takeover";
    public const string IncidentHandOn = "incident.handon";
    public const string IncidentAssess = "incident.assess";
    public const string IncidentInvolve = "incident.involve";
    public const string IncidentRefer = "incident.refer";
    public const string IncidentAskReporter = "incident.askreporter";
    public const string IncidentNote = "incident.note";
    public const string IncidentCommentStep = "incident.commentstep";
    public const string IncidentBreach = "incident.breach";
    public const string IncidentReopen = "incident.reopen";

    /// <summary>Somebody who was involved writes back.</summary>
    public const string InvolvedReply = "involved.reply";

    /// <summary>The reporter answers what they were asked.</summary>
    public const string ReporterAnswer = "reporter.answer";

    /// <summary>Sends the question under whose answer it stands on to a person.</summary>
    public const string QuestionSend = "question.send";

    /// <summary>The answer did not help: offers to send the question on.</summary>
    public const string QuestionDislike = "question.dislike";

    /// <summary>The asker takes a question back that nobody has answered.</summary>
    public const string QuestionWithdraw = "question.withdraw";

    /// <summary>The refresh of a question's card: draws it as it is now, changes nothing.</summary>
    public const string QuestionView = "question.view";

    /// <summary>From the form back to the card.</summary>
    public const string QuestionCard = "question.card";

    /// <summary>From the list to a question's card.</summary>
    public const string QuestionOpen = "question.open";

    /// <summary>Opens the form for an answer, a first one or another.</summary>
    public const string QuestionForm = "question.form";
    public const string QuestionAnswer = "question.answer";
    public const string QuestionChange = "question.change";
    public const string QuestionPass = "question.pass";

    /// <summary>The answer to what the words of a report sound like.</summary>
    public const string ReportCheck = "report.check";

    /// <summary>From a list to the reporter's own card of one report.</summary>
    public const string IncidentMine = "incident.mine";

    /// <summary>The reporter opens the form again with what was sent.</summary>
    public const string IncidentEdit = "incident.edit";

    /// <summary>Asks the reporter once before a report is withdrawn.</summary>
    public const string IncidentWithdraw = "incident.withdraw";
    public const string IncidentWithdrawn = "incident.withdrawn";

    /// <summary>Shows whoever handles a confidential report who sent it, and records that they looked.</summary>
    public const string IncidentReveal = "incident.reveal";

    public const string CaseMine = "case.mine";

    /// <summary>Asks the question in the data, as if it had been typed.</summary>
    public const string PolicyAsk = "policy.ask";

    /// <summary>Lists the sections of a policy.</summary>
    public const string PolicyContents = "policy.contents";
    public const string PolicySection = "policy.section";

    /// <summary>Shows what one confirms to have read.</summary>
    public const string PolicyReading = "policy.reading";

    /// <summary>Confirms that one has read the text that the card was made for.</summary>
    public const string PolicyAcknowledge = "policy.acknowledge";

    public const string HandoverStart = "handover.start";
    public const string CommentLog = "comment.log";
    public const string PersonAsk = "person.ask";
    public const string OpinionAsk = "opinion.ask";

    /// <summary>What is typed on each card of a request for a second opinion.</summary>
    public const string OpinionText = "opinion.text";
    public const string OpinionComment = "opinion.comment";
    public const string OpinionAround = "opinion.around";

    /// <summary>To the page in the data, keeping what was typed.</summary>
    public const string OpinionGoTo = "opinion.goto";
    public const string OpinionSend = "opinion.send";
    public const string OpinionCancel = "opinion.cancel";
    public const string OpinionRestart = "opinion.restart";
    public const string OpinionResume = "opinion.resume";

    /// <summary>The refresh of a draft's card: draws the current page, changes nothing.</summary>
    public const string OpinionDraft = "opinion.draft";

    /// <summary>All of a draft or of a request, a page at a time.</summary>
    public const string OpinionRead = "opinion.read";

    /// <summary>The refresh of a second opinion's card: draws it as it is now, changes nothing.</summary>
    public const string OpinionView = "opinion.view";

    /// <summary>From a form or a page back to the card.</summary>
    public const string OpinionCard = "opinion.card";

    /// <summary>From a note or a list to a second opinion's card.</summary>
    public const string OpinionOpen = "opinion.open";

    /// <summary>Opens the form for the act in the data.</summary>
    public const string OpinionForm = "opinion.form";
    public const string OpinionAgree = "opinion.agree";
    public const string OpinionReword = "opinion.reword";
    public const string OpinionChange = "opinion.change";
    public const string OpinionAdvise = "opinion.advise";
    public const string OpinionHandOn = "opinion.handon";

    /// <summary>The author takes it back, or opens the form again with what was sent.</summary>
    public const string OpinionWithdraw = "opinion.withdraw";
    public const string OpinionEdit = "opinion.edit";

    /// <summary>The agreed text, to be copied, and a record of it, to be passed on.</summary>
    public const string OpinionCopy = "opinion.copy";
    public const string OpinionRecord = "opinion.record";
    public const string OpinionPosted = "opinion.posted";

    /// <summary>The draft goes without the pictures that were sent for it.</summary>
    public const string OpinionUnpicture = "opinion.unpicture";

    /// <summary>Lists a draft's pictures for those who read it, and asks for one of them.</summary>
    public const string OpinionPictures = "opinion.pictures";
    public const string OpinionPicture = "opinion.picture";
    /// <summary>The form of a comment that is being logged is filled in; back to it; the refresh of its card; and it is logged.</summary>
    public const string CommentNext = "comment.next";
    public const string CommentGoTo = "comment.goto";
    public const string CommentDraft = "comment.draft";
    public const string CommentSave = "comment.save";
    public const string CommentCancel = "comment.cancel";
    public const string CommentRestart = "comment.restart";
    public const string CommentResume = "comment.resume";

    /// <summary>The refresh of a comment's card: draws it as it is now, changes nothing.</summary>
    public const string CommentView = "comment.view";

    /// <summary>From a form back to the card, and from a note or a list to it.</summary>
    public const string CommentCard = "comment.card";
    public const string CommentOpen = "comment.open";

    /// <summary>Opens the form for the act in the data.</summary>
    public const string CommentForm = "comment.form";
    public const string CommentReply = "comment.reply";
    public const string CommentRemove = "comment.remove";
    public const string CommentTakeOut = "comment.takeout";
    public const string CommentTake = "comment.take";

    /// <summary>Opens a report about it, or a second opinion on a reply to it.</summary>
    public const string CommentReport = "comment.report";
    public const string CommentOpinion = "comment.opinion";
    public const string CommentList = "comment.list";
    public const string CommentCounts = "comment.counts";
    public const string HelpShow = "help.show";

    /// <summary>The register of accounts, with the page and what is looked for in the data; and the accounts that one looks after.</summary>
    public const string AccountList = "account.list";
    public const string AccountMine = "account.mine";

    /// <summary>From a list or a note to an account's card.</summary>
    public const string AccountOpen = "account.open";

    /// <summary>From a form back to the card, and the card's refresh.</summary>
    public const string AccountCard = "account.card";
    public const string AccountView = "account.view";

    /// <summary>Opens the form for a new account, and adds it.</summary>
    public const string AccountAdd = "account.add";
    public const string AccountCreate = "account.create";

    /// <summary>Opens the page in the data, and saves it.</summary>
    public const string AccountForm = "account.form";
    public const string AccountSave = "account.save";
    public const string AccountConfirm = "account.confirm";

    /// <summary>The answers to a check-in, and the refresh of its card.</summary>
    public const string AccountWell = "account.well";
    public const string AccountCame = "account.came";
    public const string AccountCannot = "account.cannot";
    public const string AccountCheckIn = "account.checkin";

    /// <summary>Begins the handover of the account in the data.</summary>
    public const string HandoverOpen = "handover.open";
    /// <summary>Opens the form by which somebody asks to see the sign-in details of an account, of the account and for the handover in the data.</summary>
    public const string ReleaseOpen = "release.open";
    public const string ReleaseAsk = "release.ask";

    /// <summary>The refresh of a release's card: draws it as it is now, changes nothing.</summary>
    public const string ReleaseView = "release.view";

    /// <summary>From a note or a list to a release's card.</summary>
    public const string ReleaseSee = "release.see";
    public const string ReleaseApprove = "release.approve";

    /// <summary>Opens the form for a refusal.</summary>
    public const string ReleaseRefuseForm = "release.refuse.form";
    public const string ReleaseRefuse = "release.refuse";
    public const string ReleaseWithdraw = "release.withdraw";

    /// <summary>Gives it out again after it could not be opened.</summary>
    public const string ReleaseAgain = "release.again";

    /// <summary>The recipient has changed what they saw.</summary>
    public const string ReleaseConfirm = "release.confirm";

    /// <summary>The vault, as far as it concerns whoever asks.</summary>
    public const string VaultShow = "vault.show";

    /// <summary>The way to the page on which a release is opened.</summary>
    public const string VaultOpen = "vault.open";

    /// <summary>The way to the page on which an account's details are put in.</summary>
    public const string VaultPut = "vault.put";

    /// <summary>Teams asks for the page itself, to show it as a dialog.</summary>
    public const string VaultPage = "vault.page";

    /// <summary>The answers to what a file could show. Nothing of it is fetched before the first of them.</summary>
    public const string EvidenceNo = "evidence.no";
    public const string EvidenceYes = "evidence.yes";
    public const string EvidenceUnsure = "evidence.unsure";

    /// <summary>Keeps files with the report in the data, where several are open.</summary>
    public const string EvidenceFor = "evidence.for";

    /// <summary>Lists a case's files for those who handle it.</summary>
    public const string EvidenceList = "evidence.list";

    /// <summary>Asks for one of them.</summary>
    public const string EvidenceGet = "evidence.get";

    /// <summary>The cases that this person handles, with the filter and the page in the data.</summary>
    public const string CaseList = "case.list";

    /// <summary>From the list to a case's card.</summary>
    public const string CaseOpen = "case.open";

    /// <summary>All that happened to an incident, a page at a time.</summary>
    public const string IncidentTimeline = "incident.timeline";

    /// <summary>Opens the form for a legal hold.</summary>
    public const string HoldForm = "incident.hold.form";
    public const string HoldPlace = "incident.hold";
    public const string HoldLift = "incident.hold.lift";

    /// <summary>Starts a drill as chosen on the card.</summary>
    public const string DrillStart = "drill.start";

    public const string HandoverSend = "handover.send";
    public const string HandoverCancel = "handover.cancel";

    /// <summary>The refresh of a handover's card: draws it as it is now, changes nothing.</summary>
    public const string HandoverView = "handover.view";

    /// <summary>From a form back to the card.</summary>
    public const string HandoverCard = "handover.card";

    /// <summary>From a note or a list to a handover's card.</summary>
    public const string HandoverShow = "handover.show";
    public const string HandoverList = "handover.list";

    /// <summary>Opens the form for the act in the data.</summary>
    public const string HandoverForm = "handover.form";
    public const string HandoverDecide = "handover.decide";
    public const string HandoverName = "handover.name";
    public const string HandoverStep = "handover.step";
    public const string HandoverSkip = "handover.skip";
    public const string HandoverReturn = "handover.return";
    public const string HandoverConfirm = "handover.confirm";
    public const string HandoverChange = "handover.change";
    public const string HandoverWithdraw = "handover.withdraw";
    public const string HandoverFinish = "handover.finish";
}
