using System.Diagnostics;
using Azure.Core;
using Microsoft.Extensions.Configuration;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Vault;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Vault;

/// <summary>Settings that name a secret in Azure Key Vault in place of holding it.</summary>
public sealed class KeyVaultReferenceTests : IAsyncLifetime
{
    private const string Secret = "Quenby!77-larkspur";

    private readonly OutsideWorld world = new();
    private FakeKeyVault azure = null!;
    private ChannelHttp http = null!;

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        azure = await FakeKeyVault.StartAsync();
        http = new ChannelHttp(world.Map(azure.Host, azure.Address));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await azure.DisposeAsync();
        Assert.Empty(world.Unexpected);
    }

    [Fact]
    public async Task The_newest_version_takes_the_references_place_and_every_other_setting_stays()
    {
        var vault = new AzureKeyVault(new KeyVaultOptions { Uri = Address }, new SomebodysToken(), http);
        await vault.PutAsync("graph-secret", "older", Ended);
        await vault.PutAsync("graph-secret", Secret, Ended);
        await vault.PutAsync("cases", "Host=db;Password=p", Ended);
        var settings = await ReadAsync(
            new("Graph:ClientSecret", "@KeyVault(graph-secret)"), new("ConnectionStrings:Cases", "@keyvault(cases)"), new("Bot:ClientSecret", "plain@KeyVault(x)"), new("Bot:AppId", "app"));
        Assert.Equal((Secret, "Host=db;Password=p", "plain@KeyVault(x)", "app"), (settings["Graph:ClientSecret"], settings.GetConnectionString("Cases"), settings["Bot:ClientSecret"], settings["Bot:AppId"]));
    }

    [Fact]
    public async Task Without_a_reference_nobody_is_asked()
    {
        await ReadAsync(new KeyValuePair<string, string?>("Graph:ClientSecret", Secret));
        Assert.Empty(azure.Calls);
    }

    [Theory]
    [InlineData("@KeyVault(nothing-there)", null, "Graph:ClientSecret names the secret nothing-there, and Azure Key Vault has none of that name.")]
    [InlineData("@KeyVault(graph-secret)", 403, "does not let the bot in")]
    [InlineData("@KeyVault(graph-secret)", 503, "had a fault")]
    [InlineData("@KeyVault()", null, "Graph:ClientSecret must be written as @KeyVault(name)")]
    [InlineData("@KeyVault(two words)", null, "Graph:ClientSecret must be written as @KeyVault(name)")]
    [InlineData("@KeyVault(graph-secret) ", null, "Graph:ClientSecret must be written as @KeyVault(name)")]
    public async Task What_cannot_be_read_is_a_sentence_that_names_the_setting(string reference, int? status, string sentence)
    {
        azure.Fault = _ => status;
        var fault = await Assert.ThrowsAsync<KeyVaultReferenceException>(() => ReadAsync(new KeyValuePair<string, string?>("Graph:ClientSecret", reference)));
        Assert.StartsWith("Graph:ClientSecret ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("doctor")]
    public async Task Without_the_vaults_address_neither_the_bot_nor_a_command_starts_and_each_says_why(params string[] command)
    {
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PolicyBot.Bot.dll"), .. command]) { WorkingDirectory = folder.Path, UseShellExecute = false, RedirectStandardError = true };
        start.Environment["Bot__ClientSecret"] = "@KeyVault(bot-secret)";
        using var bot = Process.Start(start)!;
        var said = await bot.StandardError.ReadToEndAsync(Ended);
        await bot.WaitForExitAsync(Ended);
        Assert.Equal(1, bot.ExitCode);
        Assert.Contains("Bot:ClientSecret names a secret in Azure Key Vault, so KeyVault:Uri must be the vault's address", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    private Uri Address => new($"https://{azure.Host}/");

    private async Task<IConfiguration> ReadAsync(params KeyValuePair<string, string?>[] settings)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([.. settings, new("KeyVault:Uri", Address.AbsoluteUri)]);
        await KeyVaultReferences.ResolveAsync(configuration, http, new SomebodysToken());
        return configuration;
    }

    private sealed class SomebodysToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token-1", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
