using System.Globalization;
using PolicyBot.Cards;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;

namespace PolicyBot.Dialogs.Opinions;

/// <summary>Reads the fields of a request for a second opinion and says, field by field, what is wrong and what to do about it.</summary>
internal static class OpinionForm
{
    private const int LongestList = 1000;

    /// <summary>What was typed, kept as it is. What is too long to keep stays out, and what was there before stays.</summary>
    /// <param name="draft">What was typed before.</param>
    /// <param name="data">What came with the press.</param>
    /// <param name="emptied">The fields of the card that was pressed: clients leave an emptied field out.</param>
    public static OpinionDraft Keep(OpinionDraft draft, PressedData data, params ReadOnlySpan<string> emptied)
    {
        var text = Field(Fields.Post, draft.Text, Limits.Post, emptied);
        return (text == draft.Text ? draft : WithText(draft, text)) with
        {
            Kind = Field(Fields.Written, draft.Kind, 20, emptied),
            Platform = Field(Fields.Platform, draft.Platform, 50, emptied),
            For = Field(Fields.PostFor, draft.For, 20, emptied),
            Account = Field(Fields.Account, draft.Account, Limits.Account, emptied),
            Comment = Field(Fields.Comment, draft.Comment, Limits.Comment, emptied),
            CommentDate = Field(Fields.Date, draft.CommentDate, 10, emptied),
            CommentTime = Field(Fields.Time, draft.CommentTime, 5, emptied),
            Audience = Field(Fields.Audience, draft.Audience, 50, emptied),
            Date = Field(Fields.OutDate, draft.Date, 10, emptied),
            Time = Field(Fields.OutTime, draft.Time, 5, emptied),
            Pictures = Field(Fields.Pictures, draft.Pictures, Limits.Pictures, emptied),
            PictureChecks = PressedData.Split(Field(Fields.PictureChecks, string.Join(',', draft.PictureChecks), LongestList, emptied)),
            Material = Field(Fields.Material, draft.Material, Limits.Material, emptied),
            AboutIds = PressedData.Split(Field(Fields.About, string.Join(',', draft.AboutIds), LongestList, emptied)),
            Reader = Field(Fields.Reader, draft.Reader, 100, emptied),
        };

        string Field(string name, string before, int longest, ReadOnlySpan<string> emptied) =>
            data.Has(name) ? (data.Text(name) is { } typed && typed.Length <= longest ? typed : before)
            : emptied.Contains(name) ? "" : before;
    }

    /// <summary>With this text. Characters that nobody can see go: what a reader agrees to is what they see. Their number is told.</summary>
    public static OpinionDraft WithText(OpinionDraft draft, string typed)
    {
        var (whole, seen) = (typed.ReplaceLineEndings("\n").Trim(), Seen(typed));
        return draft with { Text = seen, Unseen = whole == seen ? 0 : Math.Max(0, whole.EnumerateRunes().Count() - seen.EnumerateRunes().Count()) };
    }

    /// <summary>A text as everybody sees it.</summary>
    public static string Seen(string typed) => UserText.Plain(typed).Trim();

    /// <summary>What one card brought, and what is wrong with it.</summary>
    public static (OpinionDraft Draft, ReportProblems Problems) Read(OpinionDraft draft, string verb, PressedData data, Trust trust, DateTimeOffset now)
    {
        switch (verb)
        {
            case Verbs.OpinionText:
                // A text that is too long for a field has none to be emptied.
                var text = draft.Text.Length > Limits.PostPage
                    ? Keep(draft with { Page = OpinionPage.Text }, data, Fields.Account)
                    : Keep(draft with { Page = OpinionPage.Text }, data, Fields.Post, Fields.Account);
                return (text, TooLong(Text(text), data, (Fields.Post, Limits.Post), (Fields.Account, Limits.Account)));
            case Verbs.OpinionComment:
                var comment = Keep(draft with { Page = OpinionPage.Comment }, data, Fields.Comment, Fields.Date, Fields.Time);
                return (comment, TooLong(Comment(comment, trust, now), data, (Fields.Comment, Limits.Comment)));
            default:
                var around = Keep(draft with { Page = OpinionPage.Around }, data, Fields.OutDate, Fields.OutTime, Fields.Pictures, Fields.PictureChecks, Fields.Material, Fields.About);
                return (around, TooLong(Around(around, trust, now), data, (Fields.Pictures, Limits.Pictures), (Fields.Material, Limits.Material), (Fields.About, LongestList)));
        }
    }

    /// <summary>The page after this one. Whoever came back from the review to change something returns to it.</summary>
    public static OpinionPage After(OpinionDraft draft, Trust trust, DateTimeOffset now) => draft.Page switch
    {
        _ when Complete(draft, trust, now).Post is not null => OpinionPage.Review,
        OpinionPage.Text when draft.Kind == nameof(WrittenAs.Reply) => OpinionPage.Comment,
        _ => OpinionPage.Around,
    };

    /// <summary>The whole draft, or the first page on which something is missing.</summary>
    public static (WantedPost? Post, OpinionPage At, ReportProblems Problems) Complete(OpinionDraft draft, Trust trust, DateTimeOffset now)
    {
        foreach (var (page, problems) in (ReadOnlySpan<(OpinionPage, ReportProblems)>)
            [(OpinionPage.Text, Text(draft)), (OpinionPage.Comment, Comment(draft, trust, now)), (OpinionPage.Around, Around(draft, trust, now))])
            if (problems.Any)
                return (null, page, problems);

        var reply = draft.Kind == nameof(WrittenAs.Reply);
        return (new WantedPost(
            reply ? WrittenAs.Reply : WrittenAs.Post, draft.Platform, draft.For == nameof(WrittenFor.Trust) ? WrittenFor.Trust : WrittenFor.Personal, OrNull(draft.Account), draft.Audience, draft.Text)
        {
            Comment = reply ? draft.Comment : null,
            CommentAt = reply ? Moment(draft.CommentDate, draft.CommentTime, trust) : null,
            PlannedAt = Moment(draft.Date, draft.Time, trust),
            Pictures = OrNull(draft.Pictures),
            PictureFiles = [.. draft.Files.Where(picture => picture.IsKept)],
            PictureChecks = draft.Pictures.Length == 0 ? [] : [.. draft.PictureChecks.Where(check => OpinionChoices.PictureChecks.Any(choice => choice.Value == check))],
            Material = OrNull(draft.Material),
            About = [.. draft.AboutIds.Select(id => trust.FindPerson(id)?.Ref ?? new PersonRef(id.ToLowerInvariant(), "somebody from the directory"))],
        }, OpinionPage.Review, ReportProblems.None);
    }

    private static ReportProblems Text(OpinionDraft draft)
    {
        var problems = ReportProblems.None;
        if (OpinionChoices.Kinds.All(kind => kind.Value != draft.Kind))
            problems = problems.With(Fields.Written, "Please choose what it is.");
        if (draft.Text.Length == 0)
            problems = problems.With(Fields.Post, "Please paste the text as it should go out.");
        if (ReportChoices.Platforms.All(platform => platform.Value != draft.Platform))
            problems = problems.With(Fields.Platform, "Please choose where it should go out.");
        if (OpinionChoices.Accounts.All(account => account.Value != draft.For))
            problems = problems.With(Fields.PostFor, "Please choose the account. If it is not the Trust's, it is a personal one.");
        return problems;
    }

    private static ReportProblems Comment(OpinionDraft draft, Trust trust, DateTimeOffset now)
    {
        var problems = ReportProblems.None;
        if (draft.Kind != nameof(WrittenAs.Reply))
            return problems;
        if (draft.Comment.Length == 0)
            problems = problems.With(Fields.Comment, "Please paste the comment: nobody can judge a reply without it.");
        if (draft.CommentDate.Length > 0 && !IsDay(draft.CommentDate))
            problems = problems.With(Fields.Date, "Please choose the day from the calendar.");
        if (draft.CommentTime.Length > 0 && !IsTime(draft.CommentTime))
            problems = problems.With(Fields.Time, "Please write the time like 09:30, or leave it empty.");
        else if (draft.CommentDate.Length > 0 != draft.CommentTime.Length > 0)
            problems = problems.With(draft.CommentDate.Length > 0 ? Fields.Time : Fields.Date, "Please give both the day and the time, or neither.");
        else if (Moment(draft.CommentDate, draft.CommentTime, trust) > now)
            problems = problems.With(Fields.Time, "This time is still to come. Please choose when the comment came in.");
        return problems;
    }

    private static ReportProblems Around(OpinionDraft draft, Trust trust, DateTimeOffset now)
    {
        var problems = ReportProblems.None;
        if (OpinionChoices.Audiences.All(audience => audience.Value != draft.Audience))
            problems = problems.With(Fields.Audience, "Please choose who it is for.");
        if (draft.Date.Length > 0 && !IsDay(draft.Date))
            problems = problems.With(Fields.OutDate, "Please choose the day from the calendar.");
        if (draft.Time.Length > 0 && !IsTime(draft.Time))
            problems = problems.With(Fields.OutTime, "Please write the time like 09:30.");
        else if (draft.Date.Length > 0 != draft.Time.Length > 0)
            problems = problems.With(draft.Date.Length > 0 ? Fields.OutTime : Fields.OutDate, "Please give both the day and the time, or neither.");
        else if (Moment(draft.Date, draft.Time, trust) <= now)
            problems = problems.With(Fields.OutTime, "This time is past. Please choose when it should go out, or leave both empty.");
        if (draft.Files.Any(picture => picture.IsKept) && draft.Pictures.Length == 0)
            problems = problems.With(Fields.Pictures, "Please say what the picture that you sent shows, and whom.");
        if (draft.AboutIds.Length > Limits.People || draft.AboutIds.Any(id => !Guid.TryParseExact(id, "D", out _)))
            problems = problems.With(Fields.About, $"Please choose people from the list, at most {Limits.People}.");
        return problems;
    }

    private static ReportProblems TooLong(ReportProblems problems, PressedData data, params ReadOnlySpan<(string Field, int Longest)> limits)
    {
        foreach (var (field, longest) in limits)
            if (data.Text(field).Length > longest)
                problems = problems.With(field, string.Create(CultureInfo.InvariantCulture, $"Please keep this under {longest:N0} characters."));
        return problems;
    }

    private static DateTimeOffset? Moment(string date, string time, Trust trust) =>
        DateTime.TryParseExact($"{date} {time}", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? trust.Moment(local) : null;

    private static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsTime(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
