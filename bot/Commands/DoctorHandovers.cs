using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.People;

namespace PolicyBot.Bot.Commands;

/// <summary>Whether each open handover has somebody who may do what comes next. Whose account it is stands nowhere: by its reference alone.</summary>
internal static class DoctorHandovers
{
    private const string Tried = "Handovers of accounts";
    private const int Named = 10;

    public static DoctorFinding Of(ImmutableArray<Handover> open, Trust trust)
    {
        var stuck = open.Where(handover => HandoverPeople.IsStuck(handover, trust)).ToImmutableArray();
        if (stuck.IsEmpty)
            return new DoctorFinding(Tried, Severity.Fine, open.IsEmpty ? "none is open" : $"{open.Length} open, and somebody can go on with each");
        var (asked, underway) = (stuck.Where(handover => handover.Status is HandoverStatus.Asked), stuck.Where(handover => handover.Status is not HandoverStatus.Asked));
        return new DoctorFinding(
            Tried, Severity.Failure, string.Join("; ", ((string[])[.. Line("nobody is left who may decide on", asked), .. Line("nobody is left who may look at or finish", underway)])),
            "Whoever could is part of it or has left. Name somebody in roles.socialMediaManager, roles.chiefExecutive or roles.externalRoute of trust.json, or in the groups that fill them.");
    }

    private static IEnumerable<string> Line(string what, IEnumerable<Handover> handovers) => handovers.Select(handover => handover.Reference.ToString()).ToImmutableArray() is { IsEmpty: false } references
        ? [$"{what} {string.Join(", ", references.Take(Named))}{(references.Length > Named ? ", …" : "")}"]
        : [];
}
