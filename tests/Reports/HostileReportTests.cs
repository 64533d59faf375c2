using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Policy.Reports;

namespace PolicyBot.Tests.Reports;

public sealed class HostileReportTests
{
    private static readonly ReportReader Reader = ReportReader.Load();

    private static readonly string[] Fragments =
    [
        "a pupil ", "the head ", "naked", "\0", "\u200B", "\uD83D", "\uDE00", "😀", "\u202E", "</at>", "\r\n", "'", "’", "İ", "ß", "\uFFFF", "{", "\"", "year 9 ",
        new string('x', 50_000), string.Concat(Enumerable.Repeat("a teacher texts a girl 😀 ", 4_000)), "１２", "knife", "#", "[danger]",
    ];

    private static readonly Arbitrary<string> Texts = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Elements(Fragments).ArrayOf().Select(string.Concat),
        Gen.Choose(0, 0xFFFF).Select(code => (char)code).ArrayOf().Select(letters => new string(letters))).ToArbitrary();

    [Fact]
    public void Whatever_is_typed_it_goes_some_way_and_twice_the_same() =>
        Prop.ForAll(Texts, Texts, (text, about) =>
        {
            var words = new ReportWords(text, About: about);
            var once = Reader.Read(words);
            return Enum.IsDefined(once.Route) && once == Reader.Read(words);
        }).Check(Properties.Of(10_000));

    [Fact]
    public void Many_may_read_at_a_time()
    {
        string[] texts = ["a teacher texts a girl at night", "there is a typo", "the head hit a child", "someone sells stolen laptops"];
        var alone = texts.Select(text => Reader.Read(new ReportWords(text))).ToArray();

        Parallel.For(0, 2_000, at => Assert.Equal(alone[at % texts.Length], Reader.Read(new ReportWords(texts[at % texts.Length]))));
    }
}
