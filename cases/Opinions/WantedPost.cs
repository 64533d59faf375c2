using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Opinions;

public enum WrittenAs
{
    Post,
    Reply,
}

public enum WrittenFor
{
    /// <summary>An account of the Trust or of one of its academies.</summary>
    Trust,
    Personal,
}

/// <summary>What somebody wants to post, and where. The text is what everybody who reads it sees, to the letter.</summary>
/// <param name="Platform">A value of <see cref="ReportChoices.Platforms"/>.</param>
/// <param name="Account">Its name; null when nobody said.</param>
/// <param name="Audience">A value of <see cref="OpinionChoices.Audiences"/>.</param>
public sealed record WantedPost(WrittenAs Kind, string Platform, WrittenFor For, string? Account, string Audience, string Text)
{
    /// <summary>What is replied to.</summary>
    public string? Comment { get; init; }

    public DateTimeOffset? CommentAt { get; init; }

    /// <summary>When it should go out; null: as soon as it is agreed.</summary>
    public DateTimeOffset? PlannedAt { get; init; }

    /// <summary>What the pictures or the video show, and whom; null when there are none.</summary>
    public string? Pictures { get; init; }

    /// <summary>What the author says they have checked of the pictures: values of <see cref="OpinionChoices.PictureChecks"/>.</summary>
    public ImmutableArray<string> PictureChecks { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The pictures themselves, as far as the author sent them; each is kept.</summary>
    public ImmutableArray<EvidencePiece> PictureFiles { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Links and what others made.</summary>
    public string? Material { get; init; }

    /// <summary>The people that it is about, as far as the directory knows them: none of them reads it.</summary>
    public ImmutableArray<PersonRef> About { get => field.IsDefault ? [] : field; init; } = [];
}
