namespace PolicyBot.Policy.Drafts.Rules;

/// <summary>What can be told from its form alone: a mobile number, or an address at a private e-mail provider (legal.data-protection).</summary>
internal static class ExposedData
{
    public const string Rule = "personal_data";

    public static IEnumerable<Raised> In(Draft draft)
    {
        foreach (var passage in Passage.Of(draft).Where(passage => passage.Source is PassageSource.Text))
        {
            if (Found(passage.Words) is { } words)
                yield return new Raised(Rule, Severity.Serious, words);
        }
    }

    // A reception's number and an office's address are there to be found.
    private static string? Found(string passage)
    {
        var mobile = Signs.Phone().Match(passage);
        if (mobile.Success && mobile.Value.StartsWith("07", StringComparison.Ordinal))
            return mobile.Value;
        var mail = Signs.Email().Match(passage);
        if (mail.Success && (mail.Value.Contains("gmail", StringComparison.OrdinalIgnoreCase) || mail.Value.Contains("hotmail", StringComparison.OrdinalIgnoreCase) || mail.Value.Contains("outlook", StringComparison.OrdinalIgnoreCase) || mail.Value.Contains("yahoo", StringComparison.OrdinalIgnoreCase)))
            return mail.Value;
        return null;
    }
}
