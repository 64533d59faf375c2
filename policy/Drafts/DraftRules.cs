using PolicyBot.Policy.Drafts.Rules;

namespace PolicyBot.Policy.Drafts;

/// <summary>The rules that go by a draft's form: its clock, its signature, whose account, what the pictures show.</summary>
internal static class DraftRules
{
    public static IEnumerable<Raised> In(Draft draft) =>
        [.. OverdueReply.In(draft), .. Speaker.In(draft), .. Disclaimer.In(draft), .. ExposedData.In(draft), .. Pictures.In(draft)];

    /// <summary>Whether ways of saying it may raise a rule in such a draft. Some rules go by form alone, and some cannot apply.</summary>
    public static bool MayBeRead(string rule, Draft draft) => rule switch
    {
        OverdueReply.Rule or Disclaimer.Rule => false,
        Speaker.Rule => draft.Account is DraftAccount.Personal || Speaker.SpeaksForAll(draft.Text),
        Pictures.OfPupils or Pictures.Consent => draft.Images is not null,
        HideAndReport.Rule => draft.Comment is not null && !HideAndReport.IsDone(draft.Text),
        BorrowedWork.Permission => !BorrowedWork.IsPermitted(draft),
        BorrowedWork.Credit => !BorrowedWork.IsCredited(draft),
        _ => true,
    };
}
