using System.ComponentModel.DataAnnotations;

namespace PolicyBot.Bot.Evidence;

/// <summary>Where the files of reports are kept and how large they may be; section <c>Evidence</c> of the configuration.</summary>
internal sealed class EvidenceOptions
{
    public const string Section = "Evidence";

    /// <summary>The folder. Several instances share one.</summary>
    [Required]
    public string Folder { get; set; } = Path.Combine("data", "evidence");

    /// <summary>The largest file that is taken. Default 10 MB.</summary>
    [Range(1, 100 * 1024 * 1024)]
    public int MaxBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>How often a file is tried for before its sender is asked to send it again: its address is good for a short while only.</summary>
    [Range(1, 100)]
    public int Tries { get; set; } = 6;
}
