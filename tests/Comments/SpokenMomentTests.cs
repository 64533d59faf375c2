using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.People;
using PolicyBot.Dialogs.Times;

namespace PolicyBot.Tests.Comments;

/// <summary>When something came in, in the words of people in a hurry. It is Monday 23 November 2026, half past nine.</summary>
public sealed class SpokenMomentTests
{
    private static readonly Trust Trust = Cards.Sample.Trust;
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("comment posted fri 4pm", "Fri 20 Nov 16:00")]
    [InlineData("Comment posted Fri 4.30 PM, when do we have to answer?", "Fri 20 Nov 16:30")]
    [InlineData("a parent wrote on Friday at 16:30", "Fri 20 Nov 16:30")]
    [InlineData("it came in on Saturday morning at 9", "Sat 21 Nov 09:00")]
    [InlineData("it came in yesterday evening at six", "Sun 22 Nov 18:00")]
    [InlineData("got one yesterday at half past six in the evening", "Sun 22 Nov 18:30")]
    [InlineData("got one on 2 May at 4pm", "Sat 2 May 16:00")]
    [InlineData("received today at 8.15am", "Mon 23 Nov 08:15")]
    [InlineData("received this morning at 8", "Mon 23 Nov 08:00")]
    [InlineData("it came in last night at 11", "Sun 22 Nov 23:00")]
    [InlineData("it came in last night at 2am", "Mon 23 Nov 02:00")]
    [InlineData("complaint received 20 Nov at 4pm", "Fri 20 Nov 16:00")]
    [InlineData("complaint received on the 20th of November, 16:00", "Fri 20 Nov 16:00")]
    [InlineData("complaint received Nov 20 16:00", "Fri 20 Nov 16:00")]
    [InlineData("complaint received 20/11/2026 at 4 p.m.", "Fri 20 Nov 16:00")]
    [InlineData("complaint received 2026-11-20 at 16:00", "Fri 20 Nov 16:00")]
    [InlineData("complaint received Saturday 14 November at noon", "Sat 14 Nov 12:00")]
    [InlineData("it came in at 8.20am", "Mon 23 Nov 08:20")]
    [InlineData("it came in at 4pm", "Sun 22 Nov 16:00")]
    [InlineData("a message arrived 3 hours ago", "Mon 23 Nov 06:30")]
    [InlineData("a message arrived half an hour ago", "Mon 23 Nov 09:00")]
    [InlineData("a message arrived ３ hours ago", "Mon 23 Nov 06:30")]
    [InlineData("a comment came in ３ days ago, at ４pm", "Fri 20 Nov 16:00")]
    [InlineData("a message arrived two days ago at 10am", "Sat 21 Nov 10:00")]
    [InlineData("posted Christmas Day at 10am", "Thu 25 Dec 10:00")] // last year's: it has been posted
    [InlineData("it came in on Saturday at 6pm, what happens next", "Sat 21 Nov 18:00")]
    [InlineData("[posted Fri 4 pm; it is now Mon 4.30 pm]", "Fri 20 Nov 16:00")]
    [InlineData("it came in Friday 4pm, can I answer Monday 9am?", "Fri 20 Nov 16:00")]
    [InlineData("Must we answer by 9am when a complaint was posted on Saturday at 18:00?", "Sat 21 Nov 18:00")]
    [InlineData("it\u2019s 9am on monday and a complaint came in saturday at 18:00", "Sat 21 Nov 18:00")]
    public void What_is_said_is_read(string text, string moment) => Assert.Equal((moment, TimeReading.AsSaid), Read(text));

    [Theory]
    [InlineData("a complaint came in on Saturday at six, when must we answer?", "Sat 21 Nov 18:00")]
    [InlineData("a complaint came in on Saturday at 6", "Sat 21 Nov 18:00")]
    [InlineData("a complaint came in on Friday at half past 7", "Fri 20 Nov 07:30")]
    [InlineData("a complaint came in on Friday at 8 o'clock", "Fri 20 Nov 08:00")]
    [InlineData("a complaint came in on Friday at quarter to one", "Fri 20 Nov 12:45")]
    [InlineData("a complaint came in today at 3", "Mon 23 Nov 03:00")] // three in the afternoon is still to come
    [InlineData("a complaint came in at 9", "Mon 23 Nov 09:00")]
    public void Where_the_half_of_the_day_is_open_the_likelier_is_taken(string text, string moment) => Assert.Equal((moment, TimeReading.GuessedHalf), Read(text));

    [Theory]
    [InlineData("it came in yesterday evening", "Sun 22 Nov 18:00")]
    [InlineData("it came in this morning", "Mon 23 Nov 06:00")]
    [InlineData("it came in last night", "Sun 22 Nov 18:00")]
    [InlineData("it came in on Friday afternoon", "Fri 20 Nov 12:00")]
    public void Of_a_part_of_a_day_the_start_is_taken(string text, string moment) => Assert.Equal((moment, TimeReading.StartOfPart), Read(text));

    [Theory]
    [InlineData("it came in on Friday", "Fri 20 Nov 00:00")]
    [InlineData("it came in over the weekend", "Sun 22 Nov 00:00")]
    [InlineData("it came in the day before yesterday", "Sat 21 Nov 00:00")]
    [InlineData("it came in today", "Mon 23 Nov 00:00")]
    [InlineData("it came in on Monday", "Mon 23 Nov 00:00")]
    [InlineData("a comment posted on Tuesday", "Tue 17 Nov 00:00")]
    public void A_day_may_come_without_a_time(string text, string moment) => Assert.Equal((moment, TimeReading.DayAlone), Read(text));

    [Theory]
    [InlineData("if a complaint comes in on Saturday at 6pm, when must we answer?", "Sat 28 Nov 18:00")]
    [InlineData("if one comes in tomorrow at 8am", "Tue 24 Nov 08:00")]
    [InlineData("if one comes in next monday at 8am", "Mon 30 Nov 08:00")]
    [InlineData("what if one arrives on Christmas Day at 8am", "Fri 25 Dec 08:00")]
    public void What_is_to_come_is_still_to_come(string text, string moment) => Assert.Equal((moment, TimeReading.AsSaid), Read(text));

    [Theory]
    [InlineData("how quickly must we answer comments?")]
    [InlineData("must we answer within 24 hours, at weekends too?")]
    [InlineData("are we watching the page 24/7?")]
    [InlineData("a complaint came in at one of our academies")]
    [InlineData("comments posted at 3 schools")]
    [InlineData("we got it in The Sun, and it sat there")]
    [InlineData("do I need to answer today?")]
    [InlineData("a comment came in on 45/13 at 27:80")]
    [InlineData("it may have come in, 2 may know")]
    [InlineData("")]
    public void What_is_no_time_is_not_read_as_one(string text) => Assert.Null(SpokenMoment.Read(text, Now, Trust));

    [Fact]
    public void A_weekday_with_a_time_that_is_still_to_come_today_was_a_week_ago() =>
        Assert.Equal(("Mon 16 Nov 16:00", TimeReading.AsSaid), Read("it came in Monday 4pm"));

    [Fact]
    public void On_a_summer_evening_the_clock_here_counts()
    {
        var read = SpokenMoment.Read("it came in today at 00:10", new DateTimeOffset(2026, 6, 30, 23, 30, 0, TimeSpan.Zero), Trust)!;
        Assert.Equal(new DateTimeOffset(2026, 6, 30, 23, 10, 0, TimeSpan.Zero), read.At);
    }

    [Fact]
    public void The_hour_that_autumn_has_twice_is_taken_the_first_time()
    {
        var read = SpokenMoment.Read("it came in today at 1:30am", new DateTimeOffset(2026, 10, 25, 9, 0, 0, TimeSpan.Zero), Trust)!;
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), read.At);
    }

    [Fact]
    public void The_longest_and_oddest_text_is_read_without_a_fault()
    {
        foreach (var piece in (string[])["saturday at six ", "20/11 ", "at ", "99 hours ago ", "29 feb ", "\u200b\ud800 ", "12:", "0 am "])
            _ = SpokenMoment.Read(string.Concat(Enumerable.Repeat(piece, 4000 / piece.Length)), Now, Trust);
    }

    [Theory]
    [InlineData("a comment came in ３ days ago")]
    [InlineData("a comment came in ٣ days ago")]
    [InlineData("a comment came in ३ hours ago")]
    [InlineData("a comment came in half an min ago")]
    [InlineData("a comment came in \ud835 3 days ago \udfd1")]
    [InlineData("a comment came in on ２０/１１ at १२:३०")]
    public void Digits_of_any_script_are_no_fault(string text) => Assert.Null(Record.Exception(() => SpokenMoment.Read(text, Now, Trust)));

    private static readonly string[] Pieces =
    [
        "it came in", "posted", "reply", "must we", "at", "on", "in the", "last", "next", "half an", "half past", "quarter to", "a", "one", "twelve", "0", "3", "12", "24", "29", "31", "99", "2026", "３", "٣", "३", "𝟛",
        "hours ago", "mins ago", "days ago", "day ago", "fri", "saturday", "weekend", "feb", "november", "christmas eve", "yesterday", "tonight", "noon", "midnight", "pm", "a.m.", "o'clock", "morning", "night", "/", ":", ".", "-", "th",
        ",", "?", "\n", "\ud83d", "\udfd1", "\uffff", "İ", "½", "’",
    ];

    [Fact]
    public void No_text_is_a_fault()
    {
        var pieces = Gen.Elements(Pieces).ArrayOf();
        var texts = Gen.OneOf(pieces.Select(each => string.Join(' ', each)), pieces.Select(string.Concat), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));
        Prop.ForAll(texts.ToArbitrary(), text => SpokenMoment.Read(text, Now, Trust) is null or { At.Year: > 2000 }).Check(Properties.Of(5000));
    }

    private static (string, TimeReading)? Read(string text) => SpokenMoment.Read(text, Now, Trust) is { } read
        ? (Trust.Local(read.At).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture), read.Reading)
        : null;
}
