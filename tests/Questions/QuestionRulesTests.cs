using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Cases;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Trail;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Questions;

/// <summary>Whatever people press, in whatever order, a question is never in a state that it may not be in.</summary>
public sealed class QuestionRulesTests
{
    private static readonly PersonRef[] People = [Sample.Martin, new("00000000-0000-4000-8000-0000000000b2", "Grace Okafor")];
    private static readonly string[] Texts = ["", "Yes.", "No."];

    [Fact]
    public void No_order_of_presses_leads_to_a_forbidden_state() => Check.One(Properties.Of(), Prop.ForAll(Presses, presses =>
    {
        var asked = Sample.Asking(1);
        var question = asked.After;
        List<TrailEntry> trail = [.. asked.Entries];
        foreach (var press in presses)
        {
            if (press(question) is not Ruling<Question>.Allowed allowed)
                continue;
            if (allowed.After.Version != question.Version + 1 || question.Status is QuestionStatus.Withdrawn || (question.Answer is not null && allowed.After.Answer is null))
                return false; // each change is one version, nothing follows a withdrawal, and no answer is lost
            question = allowed.After;
            trail.AddRange(allowed.Entries);
        }
        return IsSound(question) && question.Trail.FaultIn(question.Reference, trail) is null;
    }));

    [Fact]
    public void Who_is_second_reads_who_was_first()
    {
        var first = After(QuestionRules.Answer(Sample.Asking(1).After, By(Sample.Martin, "Yes.")));
        Assert.Equal("Martin Hughes answered this already. Yours was not sent.", Refusal(QuestionRules.Answer(first, By(People[1], "No."))));
        Assert.Equal("Martin Hughes answered this already. It was not passed on.", Refusal(QuestionRules.PassOn(first, Desk.ChiefExecutive, People[1], Sample.Now)));
        Assert.Equal("Martin Hughes has answered it already, so it cannot be taken back.", Refusal(QuestionRules.Withdraw(first, Sample.Now)));
        var second = After(QuestionRules.Change(first, By(Sample.Martin, "No."), first.Version));
        Assert.Equal("Martin Hughes changed the answer in the meantime. Yours was not sent.", Refusal(QuestionRules.Change(second, By(People[1], "Perhaps."), first.Version)));
    }

    [Fact]
    public void Nobody_sits_at_a_desk_to_answer_themselves()
    {
        var trust = Trust("martin", "grace");
        Assert.Equal(["grace"], trust.PeopleAt(Desk.SocialMediaManager, "MARTIN"));
        Assert.Equal(["martin", "grace"], trust.PeopleAt(Desk.SocialMediaManager, "priya"));
        Assert.Empty(Trust("martin").PeopleAt(Desk.SocialMediaManager, "martin"));
        Assert.Empty(trust.Others(Desk.SocialMediaManager, "priya"));
    }

    [Fact]
    public void Where_the_asker_has_left_and_so_has_no_line_manager_it_is_the_Social_Media_Managers_again()
    {
        var asked = Sample.Asking(1).After;
        var passed = After(QuestionRules.PassOn(asked, Desk.LineManager, Sample.Martin, Sample.Now));
        var gone = Trust("sam");
        var here = gone with { People = [new Person(Sample.Priya.Id, Sample.Priya.Name, null, "north", "martin")] };

        Assert.Equal((true, false), (passed.MayBeAnsweredBy("martin", here), passed.MayBeAnsweredBy("sam", here)));
        Assert.Equal((false, true), (passed.MayBeAnsweredBy("martin", gone), passed.MayBeAnsweredBy("sam", gone)));
    }

    private static Trust Trust(params ImmutableArray<string> managers) =>
        new("A Trust", TimeZoneInfo.Utc, [], Role.Empty with { People = managers }, Role.Empty, Role.Empty, null, []);

    private static bool IsSound(Question question) => question.Status switch
    {
        QuestionStatus.Answered => question.Answer is { Text.Length: > 0 } answer && answer.Desk == question.Desk,
        QuestionStatus.PassedOn => question is { Answer: null, Passed: [.., var way] } && way.To == question.Desk && way.From != way.To,
        QuestionStatus.Asked => question is { Answer: null, Passed.IsEmpty: true, Desk: Desk.SocialMediaManager },
        _ => question.Answer is null,
    };

    private static PersonsAnswer By(PersonRef person, string text, Desk desk = Desk.SocialMediaManager) => new(text, null, person, desk, Sample.Now);

    private static Question After(Ruling<Question> ruling) => Assert.IsType<Ruling<Question>.Allowed>(ruling).After;

    private static string Refusal(Ruling<Question> ruling) => Assert.IsType<Ruling<Question>.Refused>(ruling).Sentence;

    private static Arbitrary<Func<Question, Ruling<Question>>[]> Presses
    {
        get
        {
            var answer =
                from person in Gen.Elements(People)
                from text in Gen.Elements(Texts)
                select (Func<Question, Ruling<Question>>)(question => QuestionRules.Answer(question, By(person, text, question.Desk)));
            var change =
                from person in Gen.Elements(People)
                from text in Gen.Elements(Texts)
                from seen in Gen.Choose(1, 4)
                select (Func<Question, Ruling<Question>>)(question => QuestionRules.Change(question, By(person, text, question.Desk), seen));
            var pass =
                from person in Gen.Elements(People)
                from desk in Gen.Elements(Enum.GetValues<Desk>())
                select (Func<Question, Ruling<Question>>)(question => QuestionRules.PassOn(question, desk, person, Sample.Now));
            var withdraw = Gen.Constant<Func<Question, Ruling<Question>>>(question => QuestionRules.Withdraw(question, Sample.Now));
            return Gen.OneOf(answer, change, pass, withdraw).ListOf().Select(presses => presses.ToArray()).ToArbitrary();
        }
    }
}
