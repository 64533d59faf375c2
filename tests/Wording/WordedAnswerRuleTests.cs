using PolicyBot.Bot.People;
using PolicyBot.Cases.Conversations;
using PolicyBot.Dialogs;
using PolicyBot.Dialogs.Wording;
using PolicyBot.Policy;
using PolicyBot.Policy.Reports;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Policy;
using Answer = PolicyBot.Policy.Answer;

namespace PolicyBot.Tests.Wording;

/// <summary>Which answers a model may word, and how far.</summary>
public sealed class WordedAnswerRuleTests
{
    private static readonly PolicyDocument Document = Shipped.Library.Documents[0];
    private static readonly Known Known = new(TrustFile.Parse(Cast.TrustJson(), "trust.json"), Shipped.Library, new PolicyAnswerer(Shipped.Library), new ScriptedReader(), new ScriptedDrafts());
    private static readonly Turn Turn = new(
        "turn", new Arrival.Said("x"), new Asker("id", "Priya Nair", Standing.Staff, null),
        new Conversation("a:1", "tenant", ConversationKind.Personal, "id", "", true, ConversationState.Fresh, 1), null, new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    private static Citation Cite(string id) => new(Document, Document.Clause(id)!);

    private static ImmutableArray<string> Quoted(Answer answer) => [.. Assert.IsType<Answer.Found>(answer).Clauses.Select(citation => citation.Clause.Id)];

    public static TheoryData<string> NeverWorded => ["urgent", "refused", "refused with the truth", "errand", "chatter", "choice", "listed topic", "likelier place"];

    [Theory]
    [MemberData(nameof(NeverWorded))]
    public void Some_answers_never_reach_the_model_and_nothing_that_it_says_changes_them(string kind)
    {
        Answer answer = kind switch
        {
            "urgent" => new Answer.Urgent(UrgentKind.SelfHarm),
            "refused" => new Answer.Refused(null),
            "refused with the truth" => new Answer.Refused(new Answer.Found([Cite("students.no-following")], Verdict.No, NextStep.None)),
            "errand" => new Answer.Wanted(NextStep.Report),
            "chatter" => new Answer.OffTopic(),
            "choice" => new Answer.Unclear([new Choice("A", "a"), new Choice("B", "b")]),
            "listed topic" => new Answer.NotCovered(null, NextStep.AskManager) { Topic = "pay" },
            _ => new Answer.NotCovered("payroll", NextStep.AskManager),
        };
        Assert.Null(AskToWord.For("x", [], answer, Turn, Known));
        Assert.Same(answer, WordedAnswer.Of(answer, new ModelWords(["students.no-following"], Verdict.No, "You may not.", Settles: true), Known));
    }

    [Fact]
    public void What_was_not_found_may_be_found_by_the_model_and_is_quoted_from_the_policy()
    {
        var answer = new Answer.NotCovered(null, NextStep.AskManager);
        Assert.NotNull(AskToWord.For("x", [], answer, Turn, Known));
        var worded = Assert.IsType<Answer.Found>(WordedAnswer.Of(answer, new ModelWords(["images.asks-not-to-be"], Verdict.Conditional, "It depends. Ask first.", Settles: true), Known));
        Assert.Equal(("It depends. Ask first.", true), (worded.Says, worded.Generated));
        Assert.Same(Document.Clause("images.asks-not-to-be"), worded.Clauses[0].Clause);
    }

    [Fact]
    public void The_clause_that_people_chose_stays_first()
    {
        var answer = new Answer.Found([Cite("students.no-following")], Verdict.No, NextStep.None) { Situation = "following" };
        Assert.Equal(["students.no-following", "behaviour.professional"],
            Quoted(WordedAnswer.Of(answer, new ModelWords(["behaviour.professional", "students.no-following"], Verdict.No, "You may not.", Settles: true), Known)));
    }

    [Fact]
    public void Where_nobody_reviewed_the_answer_the_model_may_pick_other_clauses_and_a_verdict()
    {
        var answer = new Answer.Found([Cite("dos.tone")], Verdict.None, NextStep.Report);
        var worded = Assert.IsType<Answer.Found>(WordedAnswer.Of(answer, new ModelWords(["students.no-following"], Verdict.No, "you may not do that", Settles: true), Known));
        Assert.Equal(("No. You may not do that", Verdict.No, NextStep.Report), (worded.Says, worded.Verdict, worded.Next));
        Assert.Equal(["students.no-following"], Quoted(worded));
    }

    [Fact]
    public void A_situation_that_people_left_without_a_verdict_gets_none_from_the_model()
    {
        var answer = new Answer.Found([Cite("dos.tone")], Verdict.None, NextStep.None) { Situation = "tone", Says = "The policy asks for a friendly tone." };
        Assert.Same(answer, WordedAnswer.Of(answer, new ModelWords(["dos.tone"], Verdict.Yes, "Yes. You may.", Settles: true), Known));
    }

    [Fact]
    public void An_undefined_term_is_explained_only_beside_the_clause_that_has_it()
    {
        var answer = new Answer.Found([Cite("students.no-following"), Cite("abuse.by-colleagues")], Verdict.No, NextStep.None) { Undefined = [new UndefinedTerm("agreed-protocols", "agreed Trust protocols")] };
        var worded = Assert.IsType<Answer.Found>(WordedAnswer.Of(answer, new ModelWords(["students.no-following"], Verdict.No, "You may not.", Settles: true), Known));
        Assert.Empty(worded.Undefined);
    }

    [Theory]
    [InlineData("No. Staff are “not permitted” to follow pupils.")]
    [InlineData("No. It's the students' own choice, and the parents' too, not yours.")]
    [InlineData("No. The policy says “Staff are not permitted to follow or engage with current or prior students of their Academy”.")]
    [InlineData("No. Reply within 24 hours, e.g. to say that you have seen it.")]
    public void Ordinary_words_and_true_quotations_pass(string says)
    {
        var answer = new Answer.Found([Cite("students.no-following")], Verdict.No, NextStep.None);
        Assert.Equal(says, Assert.IsType<Answer.Found>(WordedAnswer.Of(answer, new ModelWords(["students.no-following"], Verdict.No, says, Settles: true), Known)).Says);
    }

    [Fact]
    public void The_policy_is_made_nameless_once_for_a_library_and_a_trust()
    {
        var made = NamelessPolicy.Of(Known);
        Assert.Same(made, NamelessPolicy.Of(Known with { NextReference = null }));
        Assert.Same(made, made.Without("Sam Keane"));
        Assert.NotSame(made, NamelessPolicy.Of(Known with { Trust = Known.Trust with { Name = "Another" } }));
    }

    [Fact]
    public void A_policy_that_names_the_asker_is_told_without_them()
    {
        var clause = Cite("students.no-following").Clause;
        Assert.Contains("of their Academy on", NamelessPolicy.Of(Known).Text(clause), StringComparison.Ordinal);
        Assert.Contains("of their a person on", NamelessPolicy.Of(Known).Without("Ada Academy").Text(clause), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_model_is_told_names_neither_the_asker_nor_anybody_in_the_policys_text()
    {
        var answer = new Answer.Found([Cite("students.no-following")], Verdict.No, NextStep.None) { Says = "No. Ask Sam Keane." };
        var told = AskToWord.For("I am Priya, can Sam Keane follow me?", ["what did gita rao say"], answer, Turn with { Who = Turn.Who with { Name = "Quentin Zed" } }, Known)!;
        Assert.Equal("I am a person, can a person follow me?", told.Question);
        Assert.Equal(["what did a person say"], told.Earlier);
        Assert.Equal("No. Ask a person.", told.Says);
        Assert.Equal(["students.no-following"], told.Candidates);
        Assert.Equal("is a person allowed", AskToWord.For("is quentin zed allowed", [], answer, Turn with { Who = Turn.Who with { Name = "Quentin Zed" } }, Known)!.Question);
    }
}
