using Azure.Core;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Vault;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Vault;

/// <summary>Azure Key Vault, over real HTTP against one that speaks as it does.</summary>
public sealed class AzureKeyVaultTests : IAsyncLifetime
{
    private const string Secret = "Quenby!77-larkspur";
    private const string Entry = "acc-2026-0001";

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
    }

    [Fact]
    public async Task Each_version_is_read_until_the_next_takes_its_place()
    {
        var vault = Vault();
        var first = await vault.PutAsync(Entry, Secret, Ended);
        var second = await vault.PutAsync(Entry, "another", Ended);
        Assert.Equal((Secret, "another"), (await vault.ReadAsync(Entry, first, Ended), await vault.ReadAsync(Entry, second, Ended)));

        await vault.ForgetBeforeAsync(Entry, second, Ended);
        Assert.Contains("switched off", (await Assert.ThrowsAsync<VaultException>(() => vault.ReadAsync(Entry, first, Ended))).Message, StringComparison.Ordinal);
        Assert.Equal("another", await vault.ReadAsync(Entry, second, Ended));
        // The first call brings the challenge and carries nothing: a secret goes only where the sign-in is known.
        Assert.Equal($"PUT /secrets/{Entry} unsigned 0", azure.Calls.First());
        Assert.Empty(world.Unexpected);
    }

    [Fact]
    public async Task What_is_taken_out_is_gone_with_all_its_versions_and_twice_is_no_harm()
    {
        var vault = Vault();
        var versions = (string[])[await vault.PutAsync(Entry, Secret, Ended), await vault.PutAsync(Entry, "another", Ended)];
        azure.Fault = _ => 503;
        Assert.Contains("had a fault", (await Assert.ThrowsAsync<VaultException>(() => vault.RemoveAsync(Entry, Ended))).Message, StringComparison.Ordinal);
        azure.Fault = _ => null;
        await vault.RemoveAsync(Entry, Ended);
        foreach (var version in versions)
            Assert.Contains("no such entry", (await Assert.ThrowsAsync<VaultException>(() => vault.ReadAsync(Entry, version, Ended))).Message, StringComparison.Ordinal);
        await vault.RemoveAsync(Entry, Ended);
    }

    [Theory]
    [InlineData(403, "does not let the bot in")]
    [InlineData(404, "no such entry")]
    [InlineData(409, "was deleted")]
    [InlineData(429, "is busy")]
    [InlineData(500, "had a fault")]
    [InlineData(503, "had a fault")]
    public async Task A_fault_is_a_sentence_that_says_what_to_do(int status, string sentence)
    {
        var vault = Vault();
        azure.Fault = _ => status;
        var fault = await Assert.ThrowsAsync<VaultException>(() => vault.PutAsync(Entry, Secret, Ended));
        Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, $"{fault}", StringComparison.Ordinal);
        Assert.Contains(sentence, (await Assert.ThrowsAsync<VaultException>(() => vault.ReadAsync(Entry, "1", Ended))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passing_fault_is_tried_again()
    {
        var (vault, faults) = (Vault(), 0);
        azure.Fault = _ => Interlocked.Increment(ref faults) == 1 ? 429 : null;
        var version = await vault.PutAsync(Entry, Secret, Ended);
        Assert.Equal(Secret, await vault.ReadAsync(Entry, version, Ended));
    }

    [Fact]
    public async Task A_vault_that_does_not_answer_is_given_up()
    {
        var held = new TaskCompletionSource();
        azure.Slow = held.Task;
        var fault = await Assert.ThrowsAsync<VaultException>(() => Vault(TimeSpan.FromMilliseconds(300)).ReadAsync(Entry, "1", Ended));
        Assert.Contains("did not answer in time", fault.Message, StringComparison.Ordinal);
        held.SetResult();
    }

    private AzureKeyVault Vault(TimeSpan? timeout = null) =>
        new(new KeyVaultOptions { Uri = new Uri($"https://{azure.Host}/"), Timeout = timeout ?? TimeSpan.FromSeconds(30) }, new MadeUpCredential(), http);

    private sealed class MadeUpCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Assert.Equal("https://vault.azure.net/.default", requestContext.Scopes.Single());
            return new AccessToken("token-1", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
