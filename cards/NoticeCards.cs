namespace PolicyBot.Cards;

/// <summary>Short answers that need no card.</summary>
public static class NoticeCards
{
    /// <summary>To somebody who starts a report where others read along.</summary>
    public static Message InPrivate() => new(
        "Let's do that in private. Open a chat with me, just the two of us, and type **report**. If someone is in danger, ring **999** first.",
        null,
        "Let's do that in private");

    /// <summary>One sentence of ours. It may hold a person's name, so it is escaped like anything typed.</summary>
    public static Message Sentence(string sentence) => new(UserText.Escape(sentence), null, "A message from PolicyBot");
}
