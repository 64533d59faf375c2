using PolicyBot.Bot.Commands;
using PolicyBot.Cases.Records;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Records;

/// <summary><c>provision</c> and what <c>doctor</c> says of it.</summary>
public sealed class ProvisionTests
{
    [Fact]
    public async Task It_says_what_it_will_do_and_does_nothing_unless_told()
    {
        await using var rig = await RecordRig.BareAsync();
        Assert.Equal(1, await rig.ProvisionAsync(RecordRig.Provisioning[..4], "no\n"));
        Assert.Contains("Make the list \"PolicyBot incidents\".", rig.Output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Let the bot write to \"PolicyBot restricted cases\".", rig.Output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", rig.Output.ToString(), StringComparison.Ordinal);
        Assert.Empty(rig.Site.Lists);

        Assert.Equal(0, await rig.ProvisionAsync(RecordRig.Provisioning[..4], "yes\n"));
        Assert.Contains($"Graph__Records__Site={rig.Site.Id}", rig.Output.ToString(), StringComparison.Ordinal);
        Assert.Equal((6, 2), (rig.Site.Lists.Count, rig.RestrictedSite.Lists.Count));
        Assert.All(rig.Site.Lists.Concat(rig.RestrictedSite.Lists), list => Assert.Equal((rig.Graph.Client, "write"), Assert.Single(list.Grants)));
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_says_so()
    {
        await using var rig = await RecordRig.StartAsync();
        var before = rig.Graph.Requests.Count(call => call.Method != "GET");
        Assert.Equal(0, await rig.ProvisionAsync(RecordRig.Provisioning));
        Assert.Contains("Everything is there. Nothing was changed.", rig.Output.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, rig.Graph.Requests.Count(call => call.Method != "GET"));
    }

    [Fact]
    public async Task One_that_was_stopped_half_way_can_be_run_again()
    {
        await using var rig = await RecordRig.BareAsync();
        var calls = 0;
        rig.Graph.Misbehave = call => call.Method == "POST" && ++calls == 6 ? Fault.Gateway(503) : null;
        Assert.Equal(1, await rig.ProvisionAsync(RecordRig.Provisioning));
        Assert.Contains("can be run again", rig.Errors.ToString(), StringComparison.Ordinal);
        rig.Site.Lists[0].Columns.RemoveAt(4);

        Assert.Equal(0, await rig.ProvisionAsync(RecordRig.Provisioning));
        Assert.Contains("Add the column OpenedAt to \"PolicyBot incidents\".", rig.Output.ToString(), StringComparison.Ordinal);
        Assert.Equal((6, 2), (rig.Site.Lists.Count, rig.RestrictedSite.Lists.Count));
        Assert.All(rig.Site.Lists.Concat(rig.RestrictedSite.Lists), list => Assert.Single(list.Grants));
        Assert.Equal(0, (await DoctorOfRecordsAsync(rig)).Failures);
    }

    [Fact]
    public async Task One_site_for_both_is_refused()
    {
        await using var rig = await RecordRig.BareAsync();
        Assert.Equal(1, await rig.ProvisionAsync(["--site", RecordRig.SiteUrl, "--restricted-site", RecordRig.SiteUrl]));
        Assert.Contains("two sites", rig.Errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(rig.Graph.Requests);
    }

    [Fact]
    public async Task Without_the_administrators_right_it_says_which_one_is_missing()
    {
        await using var rig = await RecordRig.BareAsync();
        Assert.Equal(1, await ProvisionCommand.RunAsync(RecordRig.Provisioning, rig.Settings, TextReader.Null, rig.Output, rig.Errors, rig.Outside));
        Assert.Contains("Sites.FullControl.All", rig.Errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_names_the_one_list_that_cannot_be_written_and_leaves_nothing_behind()
    {
        await using var rig = await RecordRig.StartAsync();
        Assert.Equal(0, (await DoctorOfRecordsAsync(rig)).Failures);
        Assert.All(rig.Site.Lists, list => Assert.Empty(list.Items));
        Assert.Empty(rig.Evidence.Files);

        foreach (var list in rig.Site.Lists.Concat(rig.RestrictedSite.Lists))
        {
            var grant = list.Grants[0];
            list.Grants[0] = grant with { Role = "read" };
            var (failures, said) = await DoctorOfRecordsAsync(rig);
            Assert.Equal(1, failures);
            Assert.Contains($"\"{list.Name}\": the bot may not (403 accessDenied)", said, StringComparison.Ordinal);
            list.Grants[0] = grant;
        }
    }

    [Fact]
    public async Task Doctor_names_a_list_that_is_gone_a_column_and_the_consent()
    {
        await using var rig = await RecordRig.StartAsync();
        rig.Incidents.Columns[0]["enforceUniqueValues"] = false;
        Assert.Contains("\"PolicyBot incidents\": columns are missing, or are not as they must be: CaseKey", (await DoctorOfRecordsAsync(rig)).Said, StringComparison.Ordinal);
        rig.Site.Lists.Remove(rig.Site.List(RecordLists.Comments));
        Assert.Contains("\"PolicyBot comments\": is not there (404 itemNotFound)", (await DoctorOfRecordsAsync(rig)).Said, StringComparison.Ordinal);
        rig.Graph.Granted.Remove("Lists.SelectedOperations.Selected");
        Assert.Contains("Consent to Lists.SelectedOperations.Selected", (await DoctorOfRecordsAsync(rig)).Said, StringComparison.Ordinal);
    }

    private static async Task<(int Failures, string Said)> DoctorOfRecordsAsync(RecordRig rig)
    {
        var findings = await rig.DoctorAsync();
        return (findings.Count(finding => finding.Severity is Severity.Failure), string.Join('\n', findings.Select(finding => $"{finding.Tried}: {finding.Came}. {finding.Do}")));
    }
}
