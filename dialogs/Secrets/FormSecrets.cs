using PolicyBot.Cards;
using PolicyBot.Cards.Accounts;
using PolicyBot.Cases.Secrets;

namespace PolicyBot.Dialogs.Secrets;

/// <summary>
/// What somebody typed into a form, before any dialog reads it: a password goes no further. The card stays as it is, with all that was typed, so that a report or a draft
/// about a leaked password loses nothing but the password. A link is left alone: it may be the evidence itself. What stands there and is none is words like any other.
/// </summary>
internal static class FormSecrets
{
    // What each field is called on its card.
    private static readonly ImmutableArray<(string Field, string Label)> Words =
    [
        (Fields.What, "What happened"), (Fields.Told, "Whom have you told"), (Fields.Post, "The text"), (Fields.Comment, "What the comment says"),
        (Fields.Pictures, "Pictures or video"), (Fields.Material, "Material of others"), (Fields.Wording, "The wording"), (Fields.Reason, "Why"), (Fields.NoReferral, "If nobody: why not"),
        (Fields.Answer, "Your answer"), (Fields.Reply, "Your answer"), (Fields.Harm, "Harm"), (Fields.Tell, "What they are told"), (Fields.Note, "Your note"), (Fields.Inquiry, "Your question"),
        (Fields.HoldReason, "Why it must be kept"), (Fields.CameIn, "When it came in"),
        (AccountFields.Purpose, "What it is for"), (Fields.Audience, "Who reads it"), (AccountFields.Owner, "In whose name it is registered"), (AccountFields.Wrong, "What is wrong"),
    ];

    private static readonly ImmutableArray<(string Field, string Label)> Names =
    [
        (Fields.Account, "The account's name"), (Fields.AboutOthers, "Anybody else it is about"), (AccountFields.Name, "What people call it"), (AccountFields.VaultEntry, "Its entry in the vault"), (Fields.AgencyNumber, "Their reference"), (Fields.Find, "What to look for"),
    ];

    // These say it on the card itself.
    private static readonly ImmutableArray<string> Apart = ["handover.", "release."];

    /// <summary>The sentence for a press that carries a password; null where none does.</summary>
    public static string? Refusal(Arrival.Pressed pressed)
    {
        if (pressed.Automatic || Apart.Any(kind => pressed.Verb.StartsWith(kind, StringComparison.Ordinal)))
            return null;
        var found = Words.Where(each => LooksSecret.In(pressed.Data.Text(each.Field))).Concat(Names.Where(each => LooksSecret.InName(pressed.Data.Text(each.Field)))).ToImmutableArray();
        if (pressed.Data.Text(Fields.Link) is var link && LooksSecret.In(link) && !IsLink(link))
            found = found.Add((Fields.Link, "The link"));
        return found.IsEmpty
            ? null
            : $"{string.Join(" and ", found.Select(each => $"“{each.Label}”").Distinct(StringComparer.Ordinal))} holds something that looks like a password or a code. Please leave the password itself out and press again: "
              + "you can still say that there was one. I have kept none of this, and what you typed still stands on the card. If it is a real one, please change it where it is used.";
    }

    // With or without https:// before it, as people copy it.
    private static bool IsLink(string text) =>
        !text.Contains(' ', StringComparison.Ordinal)
        && (Uri.TryCreate(text, UriKind.Absolute, out var whole) && whole.Scheme is "https" or "http"
            || text.Contains('/', StringComparison.Ordinal) && Uri.TryCreate($"https://{text}", UriKind.Absolute, out var bare) && bare.Host.Contains('.', StringComparison.Ordinal));
}
