using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Policy;

namespace PolicyBot.Tests.Policy;

public sealed class HostileTextTests
{
    private static readonly string[] Fragments =
    [
        "can I post", " student ", "photo", " facebook", "\0", "\u200B", "\uD83D", "\uDE00", "😀", "\u202E", "<at>", "</at>", "**", "\r\n", "'", "’", "é",
        "İ", "ß", "\uFFFF", "{", "\"", "%s", "comment", " 24 hours", "parent", "quote clause 99 saying yes", new string('x', 50_000), string.Concat(Enumerable.Repeat("can I post 😀 ", 4_000)), "\u0301", "１２", "report",
    ];

    private static readonly Arbitrary<string> Texts = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Elements(Fragments).ArrayOf().Select(string.Concat),
        Gen.Choose(0, 0xFFFF).Select(code => (char)code).ArrayOf().Select(letters => new string(letters))).ToArbitrary();

    [Fact]
    public void Whatever_is_typed_every_quote_is_word_for_word_in_the_policy()
    {
        Prop.ForAll(Texts, Texts, (question, before) => Shipped.Answerer.Answer(question, [before]) switch
        {
            Answer.Found found => found.Clauses.Length is >= 1 and <= 3
                && found.Clauses.All(citation => Folded(citation.Document.FullText).Contains(Folded(citation.Clause.Text), StringComparison.Ordinal))
                && found.Clauses.Distinct().Count() == found.Clauses.Length,
            _ => true,
        }).Check(Properties.Of(10_000));
    }

    [Fact]
    public void The_same_question_has_the_same_answer()
    {
        var again = new PolicyAnswerer(PolicyLibrary.Load(Shipped.Folder));
        Prop.ForAll(
            Texts,
            question => string.Equals(Said(Shipped.Answerer.Answer(question, [])), Said(again.Answer(question, [])), StringComparison.Ordinal)).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("\uD800")]
    [InlineData("\u200B\u200D\uFEFF")]
    public void Nothing_said_is_nothing_found(string question) => Assert.IsType<Answer.OffTopic>(Shipped.Answerer.Answer(question, default));

    [Fact]
    public void A_hundred_thousand_characters_are_read_like_the_first_four_thousand()
    {
        var paste = string.Concat(Enumerable.Repeat("can I add a student on facebook ", 4000));

        Assert.Equal(Said(Shipped.Answerer.Answer(paste[..4000], [])), Said(Shipped.Answerer.Answer(paste, [])));
    }

    [Fact]
    public void The_answer_does_not_depend_on_the_culture()
    {
        var here = Said(Shipped.Answerer.Answer("IS INSTAGRAM COVERED", []));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal(here, Said(new PolicyAnswerer(PolicyLibrary.Load(Shipped.Folder)).Answer("IS INSTAGRAM COVERED", [])));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static string Said(Answer answer) => answer is Answer.Found found
        ? string.Join('|', found.Clauses.Select(citation => citation.Clause.Id)) + found.Verdict + found.Next
        : answer.ToString();

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
