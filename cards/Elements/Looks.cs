using System.Text.Json.Serialization;

namespace PolicyBot.Cards.Elements;

// The spellings are Teams' own: capitals for text, lower case for containers and buttons.

public enum Spacing
{
    None,
    Small,
    Medium,
    Large,
}

public enum TextSize
{
    Small,
    Medium,
    Large,
    ExtraLarge,
}

public enum TextWeight
{
    Lighter,
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
    [JsonStringEnumMemberName("good")]
    Good,
    [JsonStringEnumMemberName("warning")]
    Warning,
    [JsonStringEnumMemberName("attention")]
    Attention,
}

public enum ChoiceStyle
{
    [JsonStringEnumMemberName("compact")]
    Compact,
    [JsonStringEnumMemberName("expanded")]
    Expanded,
}

public enum ActionStyle
{
    [JsonStringEnumMemberName("positive")]
    Positive,
    [JsonStringEnumMemberName("destructive")]
    Destructive,
}

public enum AssociatedInputs
{
    [JsonStringEnumMemberName("none")]
    None,
}
