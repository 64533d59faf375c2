using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Tests.Storage;

/// <summary>Ordinary things to store: Priya's chat, her report, the card about it in the SLT channel.</summary>
internal static class Sample
{
    public const string Channel = "19:slt@thread.tacv2";
    public const string Chat = "a:chat-priya";
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    public static readonly PersonRef Priya = new("00000000-0000-4000-8000-0000000000a1", "Priya Nair");
    public static readonly PersonRef Martin = new("00000000-0000-4000-8000-0000000000b1", "Martin Hughes");

    public static readonly Report Report = new(
        Risk.None, "A comment under our open evening post", "facebook", null, null, Now.AddHours(-2), TimeKnown: true, ["staff"], [], null);

    public static CaseReference Reference(int number) => new(CaseReference.Incident, 2026, number);

    public static string Card(int number) => $"{Reference(number)}/slt";

    public static Conversation Conversation(int version, string key = Chat, string? person = null) =>
        new(key, "tenant", ConversationKind.Personal, person ?? Priya.Id, "{}", Active: true, ConversationState.Fresh, version);

    public static Incident Incident(int number, string? draft = null) => Opened(number, draft).After;

    /// <summary>The turn in which report <paramref name="number"/> is sent in.</summary>
    public static TurnCommit Opening(int number, string? draft = null, string? activity = null)
    {
        var opened = Opened(number, draft);
        return Turn(activity ?? $"open-{number}") with
        {
            Case = new CaseChange(0, opened.After, opened.Entries),
            Deliveries = [Post(number)],
        };
    }

    /// <summary>The turn in which <paramref name="by"/> acknowledges it, having loaded <paramref name="loaded"/>.</summary>
    public static TurnCommit Acknowledging(Incident loaded, PersonRef by)
    {
        var allowed = Assert.IsType<Ruling<Incident>.Allowed>(IncidentRules.Acknowledge(loaded, by, Now));
        return Turn($"acknowledge-{by.Id}") with { Case = new CaseChange(loaded.Version, allowed.After, allowed.Entries) };
    }

    /// <summary>Priya's question <paramref name="number"/>, as she sends it on.</summary>
    public static Ruling<Question>.Allowed Asking(int number, string text = "how many days of annual leave do i get", string? situation = null, string? before = null) => QuestionRules.Ask(
        new CaseReference(CaseReference.Question, 2026, number), text,
        new GivenAnswer(situation is null ? AnswerKind.NotCovered : AnswerKind.Found, situation, situation is null ? [] : [new ClauseRef("Social Media", "personal-use.students")]),
        Priya, "north", $"turn-{number}", Now, before);

    public static TurnCommit Turn(string activity, params ImmutableArray<Delivery> deliveries) =>
        new(Chat, activity, Now, """{"statusCode":200}""") { Deliveries = deliveries };

    /// <summary>The first post of a case's card; it waits in the outbox for a worker.</summary>
    public static Delivery Post(int number) => new(Card(number), DeliveryKind.ChannelPost, Channel, """{"type":"message"}""")
    {
        Card = Card(number),
        Lane = Card(number),
        Position = 1,
    };

    public static Delivery Update(int number, int position) => new($"{Card(number)}/{position}", DeliveryKind.CardUpdate, Card(number), """{"type":"message"}""")
    {
        Lane = Card(number),
        Position = position,
    };

    /// <summary>An answer in the chat; the turn that commits it sends it itself.</summary>
    public static Delivery Reply(string key) => new(key, DeliveryKind.Reply, Chat, """{"type":"message","text":"Hello"}""");

    /// <summary>The card of a case as it stands in the channel under a message's id.</summary>
    public static PostedCard Posted(int number, string message) => new(Card(number), Channel, $"{Channel};messageid={message}", message);

    private static Ruling<Incident>.Allowed Opened(int number, string? draft) =>
        IncidentRules.Open(Reference(number), Report, Priya, "north", draft ?? $"draft-{number}", Now);
}
