using PolicyBot.Cases;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Tests.Storage;

/// <summary>Questions lie beside incidents, and neither shows up as the other.</summary>
public sealed class QuestionStorageTests
{
    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_question_is_kept_whole_with_its_trail(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        var asked = Sample.Asking(1, situation: "former-pupil", before: "can i follow pupils");
        await memory.Store.CommitAsync(Opening(asked, "ask"));
        var loaded = (await memory.Store.Questions.FindAsync(asked.After.Reference, Ended))!;
        var passed = Assert.IsType<Ruling<Question>.Allowed>(QuestionRules.PassOn(loaded, Desk.ChiefExecutive, Sample.Martin, Sample.Now));
        await memory.Store.CommitAsync(Sample.Turn("pass") with { Case = new CaseChange(loaded.Version, passed.After, passed.Entries) });

        var after = (await memory.Store.Questions.FindByDraftAsync(asked.After.DraftId, Ended))!;
        Assert.Equal((QuestionStatus.PassedOn, Desk.ChiefExecutive, 2), (after.Status, after.Desk, after.Version));
        Assert.Equal((asked.After.Text, "can i follow pupils", "former-pupil"), (after.Text, after.Before, after.Given.Subject));
        Assert.Equal(asked.After.Given.Clauses, after.Given.Clauses);
        Assert.Null(after.Trail.FaultIn(after.Reference, await memory.Store.TrailOfAsync(after.Reference, Ended)));
    }

    [Theory, OnBoth]
    public async Task Neither_kind_finds_the_other(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        var (asked, incident) = (Sample.Asking(1), Sample.Incident(1));
        await memory.Store.CommitAsync(Opening(asked, "ask"));
        await memory.Store.CommitAsync(Sample.Opening(1));

        Assert.Equal(incident.Reference, Assert.Single(await memory.Store.Incidents.AllAsync(Ended)).Reference);
        Assert.Equal(asked.After.Reference, Assert.Single(await memory.Store.Questions.AllAsync(Ended)).Reference);
        Assert.Equal(incident.Reference, Assert.Single(await memory.Store.Incidents.OpenedByAsync(Sample.Priya.Id, Ended)).Reference);
        Assert.Equal(asked.After.Reference, Assert.Single(await memory.Store.Questions.OpenedByAsync(Sample.Priya.Id, Ended)).Reference);
        Assert.Null(await memory.Store.Incidents.FindAsync(asked.After.Reference, Ended));
        Assert.Null(await memory.Store.Questions.FindAsync(incident.Reference, Ended));
        Assert.Null(await memory.Store.Incidents.FindByDraftAsync(asked.After.DraftId, Ended));
        Assert.Null(await memory.Store.Questions.FindByDraftAsync(incident.DraftId, Ended));
        Assert.Equal(2, (await memory.Store.NextReferenceAsync(CaseReference.Question, 2026, Ended)).Number);
    }

    [Theory, OnBoth]
    public async Task Those_that_wait_are_found_oldest_first(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        foreach (var number in Enumerable.Range(1, 4))
            await memory.Store.CommitAsync(Opening(Sample.Asking(number), $"ask-{number}"));
        var second = (await memory.Store.Questions.FindAsync(new CaseReference("QST", 2026, 2), Ended))!;
        var withdrawn = Assert.IsType<Ruling<Question>.Allowed>(QuestionRules.Withdraw(second, Sample.Now));
        await memory.Store.CommitAsync(Sample.Turn("withdraw") with { Case = new CaseChange(1, withdrawn.After, withdrawn.Entries) });
        var third = (await memory.Store.Questions.FindAsync(new CaseReference("QST", 2026, 3), Ended))!;
        var passed = Assert.IsType<Ruling<Question>.Allowed>(QuestionRules.PassOn(third, Desk.LineManager, Sample.Martin, Sample.Now));
        await memory.Store.CommitAsync(Sample.Turn("pass") with { Case = new CaseChange(1, passed.After, passed.Entries) });

        Assert.Equal([1, 3, 4], (await memory.Store.Questions.StandingAsync(Question.Waiting, Ended)).Select(question => question.Reference.Number));
    }

    [Theory, OnBoth]
    public async Task Of_two_who_answer_at_once_in_two_processes_one_wins(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        var asked = Sample.Asking(1);
        await memory.Store.CommitAsync(Opening(asked, "ask"));
        var other = memory.Another();
        TurnCommit Answering(Cases.People.PersonRef by)
        {
            var allowed = Assert.IsType<Ruling<Question>.Allowed>(QuestionRules.Answer(asked.After, new PersonsAnswer($"From {by.Name}", null, by, Desk.SocialMediaManager, Sample.Now)));
            return Sample.Turn($"answer-{by.Id}") with { Case = new CaseChange(1, allowed.After, allowed.Entries) };
        }
        var results = await Task.WhenAll(memory.Store.CommitAsync(Answering(Sample.Martin)), other.CommitAsync(Answering(Sample.Priya)));
        Assert.Single(results, result => result is CommitResult.Committed);
        Assert.Single(results, result => result is CommitResult.Conflict);
        Assert.Equal(2, memory.Count("trail"));
    }

    [Theory, OnBoth]
    public async Task What_was_asked_in_vain_is_counted_by_day_kind_and_subject(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        var day = new DateOnly(2026, 11, 23);
        (UnmetKind Kind, string Subject, int Days)[] asked =
            [(UnmetKind.NotCovered, "leave", 0), (UnmetKind.NotCovered, "leave", 0), (UnmetKind.NotCovered, "leave", -1), (UnmetKind.Disliked, "leave", 0), (UnmetKind.NotCovered, "pay", -100)];
        foreach (var (number, each) in asked.Index())
            await memory.Store.CommitAsync(Sample.Turn($"ask-{number}") with { Unmet = new Unmet(day.AddDays(each.Days), each.Kind, each.Subject) });
        await memory.Store.CommitAsync(Sample.Turn("ask-0") with { Unmet = new Unmet(day, UnmetKind.NotCovered, "leave") }); // a duplicate

        var counts = await memory.Store.UnmetSinceAsync(day.AddDays(-89), Ended);
        Assert.Equivalent(new UnmetCount[] { new(UnmetKind.NotCovered, "leave", 3), new(UnmetKind.Disliked, "leave", 1) }, counts, strict: true);
        Assert.Equal(4, memory.Count("asked"));
    }

    [Theory, OnBoth]
    public async Task A_turn_that_conflicts_is_not_counted(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Turn("first") with { Conversation = Sample.Conversation(0) });
        var late = Sample.Turn("second") with { Conversation = Sample.Conversation(0), Unmet = new Unmet(new DateOnly(2026, 11, 23), UnmetKind.Unclear, Unmet.Other) };
        Assert.Equal(CommitResult.Conflict.Instance, await memory.Store.CommitAsync(late));
        Assert.Equal(0, memory.Count("asked"));
    }

    private static TurnCommit Opening(Ruling<Question>.Allowed asked, string activity) =>
        Sample.Turn(activity) with { Case = new CaseChange(0, asked.After, asked.Entries) };
}
