using System.Text.Json.Nodes;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>What somebody could try on another's question: nothing is found out, nothing is changed, and no text acts as more than text.</summary>
public sealed class QuestionAttackTests(OfficeSchool office) : IClassFixture<OfficeSchool>
{
    private static readonly string[] Verbs =
        ["question.form", "question.answer", "question.change", "question.pass", "question.view", "question.card", "question.open", "question.withdraw"];

    private School School => office.School;

    [Fact]
    public async Task INV_11_Nobody_but_those_who_were_asked_can_read_or_answer_it_wherever_they_press()
    {
        var priya = School.Teacher();
        var reference = await priya.SendsOnAsync("How many days of annual leave for Quaggaland do I get?");
        await office.Sam.GetsAsync(reference);
        var other = School.Teacher();
        await other.SaysAsync("hello");
        foreach (var member in (Member[])[Cast.Martin, Cast.Ruth, Cast.Owen, Cast.Dina])
            await School.InChat(member).SaysAsync("hello");
        var before = School.Remembered();
        foreach (var member in (Member[])[other.Member, Cast.Martin, Cast.Ruth, Cast.Owen, Cast.Dina])
        {
            var attacker = School.InChat(member);
            foreach (var verb in Verbs)
            {
                var real = await attacker.SendsAsync(attacker.Pressing(verb, Data(reference)));
                attacker.Sees("Only the people who were asked can do that. Nothing has changed.").DoesNotSee("Quaggaland");
                var madeUp = await attacker.SendsAsync(attacker.Pressing(verb, Data("QST-2026-9999")));
                Assert.Equal(madeUp, real);
            }
        }
        Assert.Equal(before, School.Remembered());
    }

    [Fact]
    public async Task The_asker_cannot_answer_and_the_answerers_cannot_take_back()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        var reference = await priya.SendsOnAsync();
        await sam.GetsAsync(reference);
        await sam.RefreshesAsync(reference);
        var before = School.Remembered();
        foreach (var verb in (string[])["question.form", "question.answer", "question.change", "question.pass", "question.open"])
        {
            await priya.SendsAsync(priya.Pressing(verb, Data(reference)));
            priya.Sees("Only the people who were asked can do that.");
        }
        await sam.SendsAsync(sam.Pressing("question.withdraw", Data(reference)));
        sam.Sees("Only the people who were asked can do that.");
        Assert.Equal(before, School.Remembered());
    }

    [Fact]
    public async Task A_channel_shows_no_question_even_to_those_who_may_answer_it()
    {
        var priya = School.Teacher();
        var reference = await priya.SendsOnAsync("How many days of annual leave for Narwhalia do I get?");
        var sam = office.Sam.In(School.North.Place);
        foreach (var verb in Verbs)
        {
            await sam.SendsAsync(sam.Pressing(verb, Data(reference)));
            sam.Sees("Only the people who were asked can do that.");
        }
        School.North.NeverHeldOf("Narwhalia");
    }

    [Fact]
    public async Task One_kinds_reference_opens_nothing_of_the_other()
    {
        var (priya, sam, martin) = (School.Teacher(), office.Sam, School.InChat(Cast.Martin).In(School.North.Place));
        var question = await priya.SendsOnAsync();
        var incident = await priya.ReportsAsync("A rude comment");
        await School.North.ShowsAsync($"{incident}: new report");
        foreach (var verb in (string[])["incident.acknowledge", "incident.view", "incident.outcome", "incident.close"])
        {
            await martin.SendsAsync(martin.Pressing(verb, Data(question)));
            martin.Sees("Only those who handle this can do that.");
        }
        foreach (var verb in Verbs)
        {
            await sam.SendsAsync(sam.Pressing(verb, Data(incident)));
            sam.Sees("Only the people who were asked can do that.");
        }
    }

    [Fact]
    public async Task Somebody_elses_question_cannot_be_sent_in_their_place()
    {
        var (priya, mallory) = (School.Teacher(), School.Teacher());
        await priya.SaysAsync(SendingOn.NotCovered);
        var data = (await priya.PressingAsync("Send my question on"))["value"]!["action"]!["data"]!;
        foreach (var verb in (string[])["question.send", "question.dislike"])
        {
            await mallory.SendsAsync(mallory.Pressing(verb, data.DeepClone()));
            mallory.Sees("I no longer have that question. Nothing was sent.");
        }
        await priya.PressesAsync("Send my question on");
        priya.Sees("Your question was sent");
        await mallory.SendsAsync(mallory.Pressing("question.send", data.DeepClone()));
        mallory.Sees("I no longer have that question. Nothing was sent.").DoesNotSee("QST-");
    }

    [Theory]
    [InlineData("chiefExecutive")]
    [InlineData("SocialMediaManager")]
    [InlineData("4")]
    [InlineData("ChiefExecutive,LineManager")]
    [InlineData("")]
    public async Task It_is_passed_on_only_to_a_desk_on_the_list(string desk)
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        var reference = await priya.SendsOnAsync();
        await sam.GetsAsync(reference);
        await sam.RefreshesAsync(reference);
        var before = School.Remembered();
        var data = Data(reference);
        data["passTo"] = desk;
        await sam.SendsAsync(sam.Pressing("question.pass", data));
        sam.Sees("Please choose who should have it.");
        Assert.Equal(before, School.Remembered());
    }

    [Theory]
    [InlineData("Another/dos.second-opinion")]
    [InlineData("Social Media/nothing")]
    [InlineData("0/dos.second-opinion")]
    [InlineData("/dos.second-opinion")]
    [InlineData("dos.second-opinion")]
    [InlineData("{{DATE(2026)}}")]
    public async Task A_clause_that_is_not_on_the_list_is_none(string clause)
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        var reference = await priya.SendsOnAsync();
        var data = Data(reference);
        data["clause"] = clause;
        await sam.SendsAsync(sam.Pressing("question.answer", data));
        sam.Sees("Please choose a clause from the list, or none.").DoesNotSee("DATE");
    }

    [Fact]
    public async Task Markup_mentions_and_invisible_letters_in_question_and_answer_stay_text()
    {
        const string Hostile = "How many days of annual leave do I get? [win](https://evil.example) <at>Everyone</at> **bold** \u202Eback {{DATE(2026)}}";
        var (priya, sam) = (School.Teacher(), office.Sam);
        var reference = await priya.SendsOnAsync(Hostile);
        await sam.GetsAsync(reference);
        AssertHarmless(sam, priya);
        await sam.PressesAsync("Answer", on: reference);
        await sam.Fills("Your answer", Hostile).PressesAsync("Send the answer", on: reference);
        AssertHarmless(sam);
        await priya.GetsAsync("Answered by Sam Keane", reference);
        AssertHarmless(priya);

        static void AssertHarmless(params ReadOnlySpan<Participant> people)
        {
            foreach (var person in people)
                person.Sees("&lt;at&gt;Everyone", "\\[win\\]", "\\*\\*bold").DoesNotSee("<at>", "[win](", "\u202E", "{{DATE(");
        }
    }

    [Fact]
    public async Task No_log_holds_a_word_of_question_or_answer()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        await sam.AnswersAsync(await priya.SendsOnAsync("How many days of annual leave in Quixotanium do I get?"), "Zanzibarella");
        await priya.GetsAsync("Zanzibarella");
        foreach (var canary in (string[])["Quixotanium", "Zanzibarella", priya.Member.Name, "Sam Keane"])
            Assert.DoesNotContain(School.Log.Lines, line => line.Contains(canary, StringComparison.Ordinal));
    }

    private static JsonObject Data(string reference) => new() { ["ref"] = reference, ["answer"] = "Forged", ["passTo"] = "ChiefExecutive", ["seen"] = 1 };
}
