namespace PolicyBot.Tests.Driver;

/// <summary>The way of a question to a person, for tests that are about what comes after.</summary>
internal static class SendingOn
{
    public const string NotCovered = "How many days of annual leave do I get?";
    public const string Covered = "Can I add an ex pupil on Facebook?";

    /// <summary>Asks what the policy does not settle, and sends it on.</summary>
    /// <returns>The reference.</returns>
    public static async Task<string> SendsOnAsync(this Participant asker, string question = NotCovered)
    {
        await asker.SaysAsync(question);
        await asker.PressesAsync("Send my question on");
        asker.Sees("Your question was sent");
        return asker.Reference;
    }

    public static async Task AnswersAsync(this Participant person, string reference, string answer)
    {
        await person.PressesAsync("Answer", on: reference);
        await person.Fills("Your answer", answer).PressesAsync("Send the answer", on: reference);
        person.Sees($"{reference}: answered", answer);
    }
}
