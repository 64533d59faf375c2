using System.Text;
using PolicyBot.Cards;
using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Questions;
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
    public void The_clauses_to_choose_from_name_their_document_and_those_of_the_quoted_one_come_first()
    {
        using var copy = new PolicyCopy();
        copy.Add("acceptable-use", "Acceptable Use", "Lock the screen when you leave a device.");
        copy.Add("zoom", "Zoom", "Mute your microphone.");
        var library = PolicyLibrary.Load(copy.Folder);
        var quoted = new ClauseRef("Social Media", "dos.tone");
        var given = Sample.Covered with { Clauses = [quoted] };

        var form = QuestionForms.Form(Sample.Ask("May I?", given), new AnswerTyped("", "", ""), ReportProblems.None, null, Sample.Trust, library, null);
        var choices = form.Card!.Body.OfType<ChoiceInput>().First(input => input.Id == Fields.Clause).Choices;

        Assert.Equal(QuestionClauses.Write(quoted, library), choices[0].Value);
        Assert.All(choices.Take(40), choice => Assert.StartsWith("Social Media: ", choice.Title, StringComparison.Ordinal));
        Assert.Contains(choices, choice => choice.Title == "Zoom: Devices: Mute your microphone.");
        Assert.All(choices, choice => Assert.Equal(choice.Value, QuestionClauses.Write(QuestionClauses.Read(choice.Value, library), library)));
    }

    [Fact]
    public void A_choice_means_the_same_clause_after_another_policy_was_added()
    {
        using var copy = new PolicyCopy();
        var clause = new ClauseRef("Social Media", "dos.tone");
        var value = QuestionClauses.Write(clause, PolicyLibrary.Load(copy.Folder));
        copy.Add("acceptable-use", "Acceptable Use", "Lock the screen when you leave a device.");

        Assert.Equal(clause, QuestionClauses.Read(value, PolicyLibrary.Load(copy.Folder)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(25)]
    public void Every_policy_can_be_confirmed_on_one_card(int policies)
    {
        var documents = Enumerable.Range(1, policies).Select(number => Sample.Policy with { Title = $"Policy of the Trust number {number}" }).ToImmutableArray();

        var card = CardJson.Write(AcknowledgeCards.Offer(documents).Card!);

        Assert.All(documents, document => Assert.Contains($"\"document\":\"{document.Title}\"", card, StringComparison.Ordinal));
        Assert.InRange(Encoding.UTF8.GetByteCount(card), 1, 28_000);
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
