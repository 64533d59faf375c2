using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases;

/// <summary>What a case of any kind has: enough to store it and to find it again. What it is about is its own record's business.</summary>
public interface ICase
{
    CaseReference Reference { get; }

    /// <summary>The academy's key; empty when it belongs to none.</summary>
    string Academy { get; }

    /// <summary>Whose case it is: who opened it and is told how it goes.</summary>
    PersonRef OpenedBy { get; }

    /// <summary>What it was made from: a second press finds this case instead of opening another.</summary>
    string DraftId { get; }

    /// <summary>Where it stands, by the name of its kind's own status.</summary>
    string Standing { get; }

    TrailHead Trail { get; }
}
