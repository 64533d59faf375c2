using System.Globalization;
using PolicyBot.Cards;
using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs;

/// <summary>A reporter changes what they sent, on the form that they know, until somebody has it in hand.</summary>
internal static class EditIncident
{
    public static Step Open(Arrival.Pressed pressed) => MyIncident.Step(pressed, (incident, turn, known) =>
    {
        if (ReporterRules.InHand(incident) is { } sentence)
            return Decision.Tell(sentence);
        if (turn.Where.State.Draft is not null)
            return Decision.Tell("You have a report that is not sent yet. Please send it or throw it away first: type report to find it.");
        var draft = DraftOf(incident, turn, known.Trust);
        return new Decision
        {
            State = turn.Where.State with { Draft = draft },
            Replies = [new Reply(ReportCards.Card(draft, ReportProblems.None, known.Trust, turn.Who.Academy, turn.When), CardKeys.Draft(draft.Id))],
        };
    });

    /// <summary>Save the change: everybody who had the report before and may still see it has the new one, and nobody else.</summary>
    public static Decision Save(ReportDraft draft, Report report, Turn turn, Known known)
    {
        if (known.Case is not { } incident || incident.Reference.ToString() != draft.Case || incident.Reporter.Id != turn.Who.Id
            || known.Trust.FindAcademy(incident.Academy) is not { } academy)
            return Decision.Tell(HandleIncident.NotYours);
        if (draft.Academy != incident.Academy)
        {
            var where = draft with { Step = ReportStep.Where };
            var elsewhere = ReportProblems.None.With(Fields.Academy, "This went to another academy already. To send it here, withdraw it and report it again.");
            return ReportIncident.Keep(where, elsewhere, turn, known);
        }
        var done = turn.Where.State with { Draft = null };
        return ReporterRules.Change(incident, report, turn.When) switch
        {
            Ruling<Incident>.Allowed allowed => new Decision
            {
                State = done,
                Case = new CaseChange(incident.Version, allowed.After, allowed.Entries),
                Shown = ConfirmationCards.For(allowed.After, known.Trust),
                AdoptedAs = CardKeys.Reporter(incident.Reference),
                Sends = [.. ChangedSends.Of(incident, allowed.After, academy, known.Trust)],
            },
            Ruling<Incident>.Refused { Sentence: var sentence } => new Decision
            {
                State = done,
                Shown = ConfirmationCards.For(incident, known.Trust),
                Replies = [new Reply(NoticeCards.Sentence($"{sentence} Your change was not saved."))],
            },
            var other => throw new System.Diagnostics.UnreachableException(other.ToString()),
        };
    }

    private static ReportDraft DraftOf(Incident incident, Turn turn, Trust trust)
    {
        var (report, seen) = (incident.Report, trust.Local(incident.Report.SeenAt));
        return new ReportDraft(turn.Id, turn.When, ReportStep.Review)
        {
            Case = incident.Reference.ToString(),
            Risk = report.Risk,
            Answered = report.Answered,
            Suggested = report.Suggested,
            Confidential = report.Confidential,
            What = report.WhatHappened == Report.Image ? "" : report.WhatHappened,
            Platform = report.Platform,
            Account = report.Account ?? "",
            Link = report.Link ?? "",
            Date = seen.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Time = report.TimeKnown ? seen.ToString("HH:mm", CultureInfo.InvariantCulture) : "",
            Affected = report.Affected,
            AboutIds = [.. report.About.Select(person => person.Id)],
            AboutOthers = report.AboutOthers ?? "",
            Told = report.Told ?? "",
            Academy = incident.Academy,
        };
    }
}
