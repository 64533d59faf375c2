using PolicyBot.Dialogs.Comments;

namespace PolicyBot.Tests.Comments;

/// <summary>What tells of a comment that came in, and what only asks about one, or is a report.</summary>
public sealed class SaidCommentTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Someone complained on our page on Saturday at six")]
    [InlineData("someone has complained on our facebook page on saturday at six")]
    [InlineData("A parent asked on our Instagram yesterday whether the concert is free")]
    [InlineData("we got a complaint on the North Academy page last night")]
    [InlineData("I've had a message on our Facebook page this morning asking about uniform")]
    [InlineData("Just had a complaint on our insta, yesterday at 5pm")]
    [InlineData("Got another complaint on our page this morning")]
    [InlineData("Parents are complaining on our facebook page since Saturday")]
    [InlineData("There's a query on our page from Friday about uniform")]
    [InlineData("Somebody left a comment under our account on Friday at 4pm about parking")]
    public void A_comment_is_told(string text) => Assert.True(SaidComment.Tells(text));

    [Theory]
    [InlineData("Someone complained on our page on Saturday at six, when must we answer?")]
    [InlineData("when do we have to answer a comment on our page")]
    [InlineData("if someone complains on our page on Saturday, do we answer on Monday")]
    [InlineData("comment posted fri 4pm")]
    [InlineData("it came in on Thursday")]
    [InlineData("someone posted a racist comment on our page last night")]
    [InlineData("a parent left an abusive comment on our page about a teacher")]
    [InlineData("someone is threatening a teacher in a comment on our page")]
    [InlineData("can I comment on a parent's post")]
    [InlineData("Parents can comment on our page")]
    [InlineData("got a colleague who comments on our page")]
    [InlineData("a pupil messaged me")]
    [InlineData("How do I complain about my manager")]
    [InlineData("")]
    public void A_question_and_a_report_stay_what_they_are(string text) => Assert.False(SaidComment.Tells(text));

    [Theory]
    [InlineData("log a comment: the gate is broken", "the gate is broken")]
    [InlineData("Please log a complaint: the bus was late", "the bus was late")]
    [InlineData("record a query - when is the fair", "when is the fair")]
    [InlineData("log a comment", null)]
    [InlineData("can you log a comment: x", null)]
    public void What_stands_behind_the_word_is_the_comment(string text, string? words) => Assert.Equal(words, SaidComment.Behind(text));

    [Theory]
    [InlineData("Someone complained on our page on Saturday at six", "Saturday at six")]
    [InlineData("the gate is broken, today at 9am", "9am")]
    [InlineData("A parent asked yesterday whether the concert is free", "yesterday")]
    [InlineData("nothing is said", null)]
    public void The_words_for_the_time_are_found(string text, string? words) => Assert.Equal(words, SaidComment.TimeIn(text, Now, Cards.Sample.Trust));

    [Theory]
    [InlineData(" on our page on Saturday at six ")]
    [InlineData("someone complained on our our our ")]
    [InlineData("a parent a comment ")]
    [InlineData("\ud83d\u200b12:")]
    public void The_longest_and_oddest_text_is_read_without_a_fault(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 4000 / piece.Length));
        _ = SaidComment.Tells(text);
        _ = SaidComment.Behind(text);
        _ = SaidComment.TimeIn(text, Now, Cards.Sample.Trust);
    }
}
