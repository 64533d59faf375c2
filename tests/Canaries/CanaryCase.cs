using System.Text.Json.Nodes;
using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Canaries;

/// <summary>One case of a route, with a canary in all that anybody types, and each step taken by somebody who may take it.</summary>
internal sealed class CanaryCase(School school, Route route, Participant reporter, Participant colleague, Conflict conflict)
{
    private Participant? handler;

    public string Reference { get; private set; } = "";

    public string ReporterName => reporter.Member.Name;

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    public async Task ReportAsync()
    {
        await reporter.SaysAsync("report");
        await reporter.PressesAsync(route is Route.Danger ? "Someone is in danger now" : "No, nobody is in danger");
        if (route is Route.Danger)
            await reporter.PressesAsync("Continue");
        await reporter.Fills("What happened", $"{route}: {Canary.What}").PressesAsync("Next");
        await reporter.Chooses("Which platform?", "Facebook").Chooses("Which academy is it about?", "North Academy")
            .Fills("Account or page (if you know it)", Canary.Account).Fills("Link to it (if you have one)", Canary.Link).PressesAsync("Next");
        reporter.Chooses("Who is affected?", "A member of staff").Fills("Anybody else it is about (if you know)", Canary.Others);
        await reporter.Picks("Who is it about (if they work or learn here)?", [.. conflict.Before ?? conflict.About]).PressesAsync("Next");
        await AnswersAsync();
        await AttachesAsync();
        await reporter.PressesAsync("Submit", on: "Check your report");
        reporter.Sees("Your report is saved");
        Reference = reporter.Reference;
        if (route is Route.Crime)
        {
            await reporter.AttachesAsync("", new SentFile($"{Canary.File}.png", school.Files.Holds(SampleFiles.Png(Canary.File))));
            await reporter.PressesAsync("Yes", on: "Could it show");
        }
    }

    /// <summary>The reporter names those whom it is about, before anybody has it in hand.</summary>
    public async Task ChangeAsync()
    {
        await reporter.SendsAsync(reporter.Pressing("incident.edit", new JsonObject { ["ref"] = Reference }));
        await reporter.GetsAsync("Check your report", $"{Reference} stays as you sent it");
        await reporter.PressesAsync("Change who", on: Reference);
        await reporter.Picks("Who is it about (if they work or learn here)?", [.. conflict.About]).PressesAsync("Next");
        await AnswersAsync();
        await reporter.PressesAsync("Save the change");
        reporter.Sees(Reference);
    }

    /// <summary>Whoever got its card takes it in hand and does all that can be done, but end it.</summary>
    public async Task HandleAsync()
    {
        handler = Handler();
        await ActsAsync("incident.acknowledge");
        await ActsAsync("incident.assess", ("category", "other"), ("severity", "high"), ("harm", Canary.Harm));
        await ActsAsync("incident.involve", ("involve", colleague.Member.DirectoryId!), ("tell", Canary.Tell));
        await ActsAsync(colleague, "involved.reply", ("number", "1"), ("reply", Canary.Reply));
        await ActsAsync("incident.refer", ("agency", "police"), ("date", "2026-11-23"), ("agencyNumber", Canary.Agency), ("note", Canary.Note));
        await ActsAsync("incident.note", ("note", Canary.Note));
        await ActsAsync("incident.askreporter", ("inquiry", Canary.Inquiry));
        await ActsAsync(reporter, "reporter.answer", ("number", "1"), ("reply", Canary.Answer));
        if (route is Route.ParentComment)
            await ActsAsync("incident.commentstep", ("date", "2026-11-23"), ("note", Canary.Note));
        await school.DeliverAsync(Press(school.InChat(handler.Member), "incident.hold", ("holdReason", Canary.Hold)));
    }

    public async Task EndAsync()
    {
        if (route is Route.DataBreach)
            await ActsAsync("incident.breach", ("breachResult", "not_reported"), ("reason", Canary.Reason));
        await ActsAsync("incident.close", ("result", "advice"), ("reason", Canary.Reason), ("referrals", "police"));
        await ActsAsync("incident.reopen", ("reason", Canary.Again));
        await ActsAsync("incident.close", ("result", "advice"), ("reason", Canary.Reason), ("referrals", "police"));

        // That there is something to be found: those who handle it see it.
        var there = await school.DeliverAsync(Press(handler!, "incident.acknowledge"));
        Assert.Contains(Canary.Reason, there.Body, StringComparison.Ordinal);
        Assert.Contains(Canary.Account, there.Body, StringComparison.Ordinal);
    }

    private async Task AnswersAsync()
    {
        if (reporter.Card.Button("Report it all the same") is not null)
            await reporter.PressesAsync("Report it all the same");
        else if (reporter.Card.Button("Not sure") is not null)
        {
            if (reporter.Card.Inputs.Any())
                reporter.Fills("Whom have you told (if anybody)?", Canary.Told);
            await reporter.PressesAsync("Yes");
        }
        reporter.Sees("Check your report");
    }

    private async Task AttachesAsync()
    {
        if (route is Route.IndecentImage)
            return;
        var name = $"{Canary.File}-{route}.png";
        await reporter.AttachesAsync("", new SentFile(name, school.Files.Holds(SampleFiles.Png($"{Canary.File}{route}"))));
        await reporter.PressesAsync("No", on: "Could it show");
        await reporter.GetsAsync("Saved with your report", name);
    }

    // Whoever has the card: in their own chat, or in the channel, where any of SLT acts on it whom it is not about.
    private Participant Handler()
    {
        var posts = school.Teams.AllMessages.Where(message => message.Activity.GetRawText().Contains($"{Reference}: new report", StringComparison.Ordinal)).ToList();
        foreach (var member in (Member[])[Cast.Martin, Cast.Grace, Conflict.Tara, Conflict.Uma, Cast.Dina, Cast.Farah, Cast.Gwen, Cast.Ruth, Cast.Owen, Cast.Sam])
        {
            if (conflict.About.Contains(member))
                continue;
            if (posts.Exists(post => post.ConversationId.StartsWith(Cast.NorthChannel, StringComparison.Ordinal)))
                return school.InChat(member).In(school.North.Place);
            if (posts.Exists(post => post.ConversationId == school.InChat(member).Place.Id))
                return school.InChat(member);
        }
        throw new InvalidOperationException($"Nobody got {Reference}, {route}.");
    }

    private Task ActsAsync(string verb, params (string Field, string Text)[] typed) => ActsAsync(handler!, verb, typed);

    // Not pressed through the cards, which other tests do; that each step was taken is seen from the record.
    private async Task ActsAsync(Participant who, string verb, params (string Field, string Text)[] typed)
    {
        var before = await VersionAsync();
        var answer = await school.DeliverAsync(Press(who, verb, [.. typed, ("seen", before.ToString(System.Globalization.CultureInfo.InvariantCulture))]));
        Assert.True(await VersionAsync() > before, $"{route}, {Reference}: {who.Member.Name} could not do {verb}: {answer.Body}");
    }

    private JsonObject Press(Participant who, string verb, params (string Field, string Text)[] typed)
    {
        var data = new JsonObject { ["ref"] = Reference };
        foreach (var (field, text) in typed)
            data[field] = text;
        return who.Pressing(verb, data);
    }

    private async Task<int> VersionAsync() =>
        (await school.Bot.Get<CaseStore>().Incidents.FindAsync(CaseReference.TryParse(Reference, out var known) ? known : null!, Ended))!.Version;
}
