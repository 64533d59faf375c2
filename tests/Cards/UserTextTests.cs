using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Cards;

namespace PolicyBot.Tests.Cards;

public sealed partial class UserTextTests
{
    [Theory]
    [InlineData("plain words, nothing else.", "plain words, nothing else.")]
    [InlineData("[win](https://evil.example)", @"\[win\]\(https://evil.example\)")]
    [InlineData("**bold** _it_ `code` ~~no~~ a|b", @"\*\*bold\*\* \_it\_ \`code\` \~\~no\~\~ a\|b")]
    [InlineData("<at>Ann</at>", "&lt;at&gt;Ann&lt;/at&gt;")]
    [InlineData("Smith & Co &lt;", "Smith & Co &amp;lt;")]
    [InlineData("# no heading", @"\# no heading")]
    [InlineData("- no item", @"\- no item")]
    [InlineData("a - b # c + d", "a - b # c + d")]
    [InlineData("12. no list", @"12\. no list")]
    [InlineData("at 12.30", "at 12.30")]
    [InlineData("C:\\temp", @"C:\\temp")]
    [InlineData("    not code", "not code")]
    [InlineData("one\r\ntwo\n\n\nthree", "one\n\ntwo\n\nthree")]
    [InlineData("\u202Ereversed\u202C zero\u200Bwidth\0", "reversed zerowidth")]
    [InlineData("family 👩\u200D👧 naïve Łódź", "family 👩\u200D👧 naïve Łódź")]
    [InlineData("Come on \U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F Wales", "Come on \U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F Wales")]
    [InlineData("a black flag \U0001F3F4\U000E0067 and tags \U000E0062\U000E007F alone", "a black flag \U0001F3F4 and tags  alone")]
    [InlineData("rainbow 🏳️\u200D🌈 क्\u200Dष", "rainbow 🏳️\u200D🌈 क्\u200Dष")]
    [InlineData("no\u200Dthing he\u034Fre \u3164\u2800\uFFA0end", "nothing here end")]
    public void CARD_03_typed_text_shows_as_typed(string typed, string escaped) => Assert.Equal(escaped, UserText.Escape(typed));

    [Fact]
    public void CARD_03_whatever_is_typed_can_be_read_back_from_its_escaped_form() =>
        Prop.ForAll<string?>(typed => Unescape(UserText.Escape(typed ?? "")) == Lines(typed ?? "")).Check(Properties.Of());

    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("too long", 5, "too …")]
    [InlineData("ab😀cd", 4, "ab…")]
    public void What_is_too_long_ends_in_an_ellipsis(string typed, int length, string shown) => Assert.Equal(shown, UserText.Shorten(typed, length));

    private static string Lines(string typed) =>
        string.Join("\n\n", UserText.Plain(typed).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string Unescape(string escaped) => Escape().Replace(escaped, match => match.Value switch
    {
        "&lt;" => "<",
        "&gt;" => ">",
        "&amp;" => "&",
        var pair => pair[1..],
    });

    [GeneratedRegex(@"\\[\\`*_\[\]()~|#+\-=.]|&lt;|&gt;|&amp;", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
