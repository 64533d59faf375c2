namespace PolicyBot.Cases.Conversations;

/// <summary>
/// The files of one message, while the person is asked what they could show. Where they lie stands here and nowhere else; with any answer but No it
/// goes, and nobody has looked.
/// </summary>
/// <param name="Id">The turn in which they came.</param>
public sealed record OfferedFiles(string Id, DateTimeOffset At, ImmutableArray<OfferedFile> Files);

/// <summary>A file that nobody has looked at.</summary>
/// <param name="Name">As the sender named it.</param>
/// <param name="Source">Where it lies, without what would let anybody in.</param>
/// <param name="Address">What it is fetched from.</param>
/// <param name="Picture">True for a picture in the message itself, which lies with the service that brought the message.</param>
public sealed record OfferedFile(string Name, string? Source, string Address, bool Picture);
