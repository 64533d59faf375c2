using PolicyBot.Cards;
using PolicyBot.Cards.Elements;
using PolicyBot.Policy;
using PolicyBot.Tests.Cards;
using PolicyBot.Tests.Policy;

namespace PolicyBot.Tests.Policies;

/// <summary>Two policies speak to one question.</summary>
public sealed class TwoPoliciesTests
{
    [Fact]
    public void Each_clause_is_quoted_with_the_document_that_it_stands_in_and_its_standing()
    {
        using var copy = new PolicyCopy();
        copy.Add("acceptable-use", "Acceptable Use", "Lock the screen when you leave a device.");
        var library = PolicyLibrary.Load(copy.Folder);
        var cited = library.Documents.Select(document => new Citation(document, document.Clauses[^1])).ToImmutableArray();

        var card = CardJson.Write(AnswerCards.For(new Answer.Found(cited, Verdict.None, NextStep.None), Sample.Trust, null).Card!);

        foreach (var words in (string[])["Lock the screen when you leave a device.", "Acceptable Use policy, issue 003: approved by The Board", "air internal grievances", "Social Media policy, issue 001: DRAFT, not yet approved"])
            Assert.Contains(words, card, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_is_found_in_the_document_that_the_card_names()
    {
        using var copy = new PolicyCopy();
        copy.Add("acceptable-use", "Acceptable Use", "Lock the screen when you leave a device.");
        var library = PolicyLibrary.Load(copy.Folder);

        Assert.Equal("Acceptable Use", library.FindSection("Acceptable Use", "devices.first")?.Document.Title);
        Assert.Null(library.FindSection("Social Media", "devices.first"));
    }
}
