namespace PolicyBot.Cases.Trail;

/// <summary>One thing that happened to a case. Entries are only ever added.</summary>
/// <param name="Sequence">1 for the first entry of a case.</param>
/// <param name="Actor">Entra object id of who did it.</param>
/// <param name="Type">A stable name, for example <c>incident.acknowledged</c>.</param>
/// <param name="Data">JSON, byte for byte as it was hashed.</param>
/// <param name="Previous">The hash of the entry before; <see cref="TrailHead.Start"/> for the first.</param>
/// <param name="Hash">SHA-256 over everything above and the case's reference, in lower-case hex.</param>
public sealed record TrailEntry(int Sequence, DateTimeOffset At, string Actor, string Type, string Data, string Previous, string Hash);
