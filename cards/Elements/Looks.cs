using System.Text.Json.Serialization;

namespace PolicyBot.Cards.Elements;

// Only what our cards use. The spellings are Teams' own: capitals for text, lower case for containers and buttons.

public enum Spacing
{
    Small,
    Medium,
}

public enum TextSize
{
    Large,
    ExtraLarge,
}

public enum TextWeight
{
    Bolder,
}

public enum TextStyle
{
    [JsonStringEnumMemberName("heading")]
    Heading,
}

/// <summary>A colour behind the words. Never the only signal: the words must say it too (statement CARD-02).</summary>
public enum ContainerStyle
{
    [JsonStringEnumMemberName("emphasis")]
    Emphasis,
    [JsonStringEnumMemberName("attention")]
    Attention,
}

public enum ChoiceStyle
{
    [JsonStringEnumMemberName("compact")]
    Compact,
    [JsonStringEnumMemberName("expanded")]
    Expanded,

    /// <summary>A field that finds choices by the words typed into it. Nothing may be preselected: on an iPhone it would be lost, elsewhere its name would be shown.</summary>
    [JsonStringEnumMemberName("filtered")]
    Filtered,
}

public enum ActionStyle
{
    [JsonStringEnumMemberName("positive")]
    Positive,
}

public enum AssociatedInputs
{
    [JsonStringEnumMemberName("none")]
    None,
}
