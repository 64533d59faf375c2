using PolicyBot.Cases.Opinions;

namespace PolicyBot.Tests.Opinions;

public sealed class WordDifferenceTests
{
    [Theory]
    [InlineData("one two three", "one two three", "")]
    [InlineData("one two three", "one 2 three", "two>2")]
    [InlineData("one three", "one two three", ">two")]
    [InlineData("one two three", "one three", "two>")]
    [InlineData("a b c d e", "a x c y e", "b>x|d>y")]
    [InlineData("", "one", ">one")]
    [InlineData("one", "", "one>")]
    [InlineData("one two", "two one", "one>|>one")]
    [InlineData("caf\u0435 opens", "cafe opens", "caf\u0435>cafe")]
    public void Each_word_that_changed_is_named(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join('|', WordDifferences.Of(before, after).Select(each => $"{each.Before}>{each.After}")));

    [Fact]
    public void Long_texts_are_compared_too()
    {
        var text = string.Join(' ', Enumerable.Range(1, 2000));
        Assert.Equal([new WordDifference("1000", "thousand")], WordDifferences.Of(text, text.Replace(" 1000 ", " thousand ", StringComparison.Ordinal)));
        Assert.Single(WordDifferences.Of(string.Join(' ', Enumerable.Repeat("a", 5000)), string.Join(' ', Enumerable.Repeat("b", 5000))));
    }
}
