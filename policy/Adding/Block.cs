using System.Collections.Immutable;

namespace PolicyBot.Policy.Adding;

/// <summary>A piece of a written policy, whichever program wrote it.</summary>
internal abstract record Block
{
    private Block()
    {
    }

    /// <summary>A heading.</summary>
    /// <param name="Level">1 is the outermost; 0 is the document's own title.</param>
    internal sealed record Heading(int Level, string Text) : Block;

    /// <summary>A paragraph; line breaks within it are kept, since a front page lives by them.</summary>
    internal sealed record Paragraph(string Text) : Block;

    /// <summary>An item of a list.</summary>
    /// <param name="Depth">0 for an item of a list, more for the items beneath an item.</param>
    /// <param name="Mark">What is printed before it: "-" for a bullet, or its number.</param>
    internal sealed record Item(int Depth, string Mark, string Text) : Block;

    /// <summary>The cells of each row, joined by " | ".</summary>
    internal sealed record Table(ImmutableArray<string> Rows) : Block;
}

/// <summary>A policy as somebody wrote it, in reading order, and what of it cannot be quoted ("2 pictures").</summary>
internal sealed record Manuscript(ImmutableArray<Block> Blocks, ImmutableArray<string> LeftOut);
