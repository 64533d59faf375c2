using System.ComponentModel.DataAnnotations;

namespace PolicyBot.Bot.Graph.Records;

/// <summary>Where the Trust's own record of outcomes is kept; section <c>Graph:Records</c> of the configuration. Absent, outcomes wait in the outbox.</summary>
internal sealed class RecordOptions : IValidatableObject
{
    public const string Section = "Graph:Records";

    /// <summary>Slices of an upload must be a multiple of this.</summary>
    public const int SliceUnit = 320 * 1024;

    /// <summary>The id of the site with the lists and the library, as <c>provision</c> prints it.</summary>
    public string? Site { get; set; }

    /// <summary>The id of another site, for the cases that conflicts of interest or safeguarding hide: who may open it is for the Trust to say, and nobody else finds anything there.</summary>
    public string? RestrictedSite { get; set; }

    /// <summary>Files up to this are put in one piece.</summary>
    [Range(1, 4 * 1024 * 1024)]
    public int SmallFile { get; set; } = 4 * 1024 * 1024;

    /// <summary>How much of a larger file goes in one request.</summary>
    [Range(SliceUnit, 60 * 1024 * 1024)]
    public int Slice { get; set; } = 16 * SliceUnit;

    public bool IsConfigured => Site is not null || RestrictedSite is not null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsConfigured && (string.IsNullOrWhiteSpace(Site) || string.IsNullOrWhiteSpace(RestrictedSite)))
            yield return new ValidationResult("Graph:Records needs both Site and RestrictedSite: 'provision' prints them.");
        else if (IsConfigured && string.Equals(Site, RestrictedSite, StringComparison.OrdinalIgnoreCase))
            yield return new ValidationResult("Graph:Records:RestrictedSite must be another site than Graph:Records:Site: whoever reads the one must not find the other's cases.");
        if (Slice % SliceUnit != 0)
            yield return new ValidationResult("Graph:Records:Slice must be a multiple of 327,680 bytes.");
    }
}
