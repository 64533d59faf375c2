using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cards.Incidents;

/// <summary>What tells an exercise from the real thing, on every card and in every notification.</summary>
internal static class DrillMark
{
    /// <summary>The reference as headings and notifications say it.</summary>
    public static string Name(Incident incident) => incident.Drill ? $"DRILL {incident.Reference}" : incident.Reference.ToString();

    /// <summary>In place of what a real report would need said first.</summary>
    public static ImmutableArray<CardElement> Introduction { get; } =
    [
        Lines.Urgent(Lines.Plain("**This is a drill. Nothing has happened, and nobody is at risk.**")),
        Lines.Plain("Please do what you would do: acknowledge it, and record an outcome. Ring nobody outside. Whoever started it is told how long each step took."),
    ];
}
