using System.Net;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Vault;

/// <summary>While the directory cannot be asked the vault's page opens nothing and keeps nothing, and says why.</summary>
public sealed class VaultDirectoryTests
{
    [Fact]
    public async Task Without_the_directory_nothing_is_kept_and_the_code_is_still_good_when_it_is_back()
    {
        await using var directory = new DirectorySchool();
        await directory.InitializeAsync();
        var (school, priya) = (directory.School, directory.School.Teacher());
        var account = await school.WithAccountAsync(priya.Member);
        await priya.SaysAsync("vault");
        await priya.GetsAsync("It keeps the sign-in details");
        await directory.School.PassAsync(TimeSpan.FromMinutes(3));
        await priya.Fills("An account that you look after", account.Reference.ToString()).PressesAsync("Put its details in");
        var code = VaultSchool.CodeOf(priya);

        directory.Graph.Misbehave = _ => Fakes.Fault.Coded(503, "serviceNotAvailable");
        await school.PassAsync(TimeSpan.FromMinutes(4.5));
        var without = await school.PostPageAsync($"/vault/put/{account.Reference}", code, "Quincewort77!");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, without.Status);
        Assert.Contains("Nothing was opened or kept. Please try again in a few minutes.", without.Sentence, StringComparison.Ordinal);

        directory.Graph.Misbehave = _ => null;
        await school.PassAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(HttpStatusCode.OK, (await school.PostPageAsync($"/vault/put/{account.Reference}", code, "Quincewort77!")).Status);
    }
}
