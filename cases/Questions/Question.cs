using System.Text.Json.Serialization;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Questions;

public enum QuestionStatus
{
    Asked,
    PassedOn,
    Answered,
    Withdrawn,
}

/// <summary>A question that its asker sent on to a person. Changed only by <see cref="QuestionRules"/>.</summary>
/// <param name="DraftId">The turn in which it was asked: what makes a second press find this question instead of sending it again.</param>
/// <param name="Text">The asker's words, as they were shown to them.</param>
/// <param name="Desk">Who it lies with now.</param>
/// <param name="Passed">The ways that it went from desk to desk, oldest first.</param>
/// <remarks>Disposal by schedule finds questions through <see cref="Storage.CaseReader{TCase}"/>; text and names stand in the record and in the trail's data.</remarks>
public sealed record Question(
    CaseReference Reference,
    string Academy,
    PersonRef Asker,
    DateTimeOffset AskedAt,
    string DraftId,
    string Text,
    GivenAnswer Given,
    QuestionStatus Status,
    Desk Desk,
    ImmutableArray<QuestionPassed> Passed,
    PersonsAnswer? Answer,
    TrailHead Trail) : ICase
{
    /// <summary>What was asked just before, where the text can only be understood with it: "and what about parents?".</summary>
    public string? Before { get; init; }

    /// <summary>The standings in which it waits for somebody.</summary>
    public static readonly ImmutableArray<string> Waiting = [nameof(QuestionStatus.Asked), nameof(QuestionStatus.PassedOn)];

    /// <summary>Goes up by one with each change; what a commit checks so that of two people at once one wins.</summary>
    [JsonIgnore]
    public int Version => Trail.Count;

    [JsonIgnore]
    public bool IsOpen => Status is QuestionStatus.Asked or QuestionStatus.PassedOn;

    PersonRef ICase.OpenedBy => Asker;

    string ICase.Standing => Status.ToString();

    /// <summary>Asked again at every press: the record and the Trust as they are now decide, never the card.</summary>
    public bool MayBeAnsweredBy(string personId, Trust trust) => trust.PeopleAt(DeskNow(trust), Asker.Id).Contains(personId, StringComparer.OrdinalIgnoreCase);

    /// <summary>The desk whose people can answer today. One that nobody sits at any more (whoever asked has left, and so has no line manager) hands back.</summary>
    public Desk DeskNow(Trust trust) => trust.PeopleAt(Desk, Asker.Id).IsEmpty ? Desk.SocialMediaManager : Desk;

    /// <summary>Everybody who has had it in front of them: the desk it lies with, and those it came past.</summary>
    public ImmutableArray<string> Readers(Trust trust) =>
        [.. Passed.Select(way => way.From).Append(Desk).SelectMany(desk => trust.PeopleAt(desk, Asker.Id)).Distinct(StringComparer.OrdinalIgnoreCase)];
}

/// <summary>What a person answered.</summary>
/// <param name="Clause">The clause that settles it, when they named one.</param>
/// <param name="Desk">In which role they answered.</param>
public sealed record PersonsAnswer(string Text, ClauseRef? Clause, PersonRef By, Desk Desk, DateTimeOffset At);

public sealed record QuestionPassed(Desk From, Desk To, PersonRef By, DateTimeOffset At);

/// <summary>What the first trail entry of a question says.</summary>
internal sealed record QuestionAsked(string Academy, PersonRef Asker, string DraftId, string Text, GivenAnswer Given, string? Before);

internal sealed record QuestionWithdrawn(PersonRef By, DateTimeOffset At);
