using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PolicyBot.Bot.Wording;
using PolicyBot.Dialogs.Wording;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Wording;

/// <summary>How a language model is configured: wholly or not at all, and with the machine's own identity rather than a key.</summary>
public sealed class ModelSettingsTests
{
    [Theory]
    [InlineData("", "", "", true, null)]
    [InlineData("https://trust.openai.azure.com/", "wording", "", false, null)]
    [InlineData("https://trust.openai.azure.com/openai/v1/", "wording", "key", false, null)]
    [InlineData("http://127.0.0.1:5000", "wording", "key", true, null)]
    [InlineData("https://trust.openai.azure.com/", "", "", false, "AzureOpenAI:Deployment")]
    [InlineData("", "wording", "", false, "AzureOpenAI:Endpoint is missing")]
    [InlineData("", "", "key", false, "AzureOpenAI:Endpoint is missing")]
    [InlineData("trust", "wording", "key", false, "must be an address")]
    [InlineData("ftp://trust.openai.azure.com", "wording", "key", false, "must be an address")]
    [InlineData("https://key@trust.openai.azure.com", "wording", "key", false, "alone")]
    [InlineData("https://trust.openai.azure.com/?api-version=1", "wording", "key", false, "alone")]
    [InlineData("http://trust.openai.azure.com/", "wording", "key", true, "https://")]
    [InlineData("http://127.0.0.1:5000", "wording", "key", false, "https://")]
    [InlineData("http://127.0.0.1:5000", "wording", "", true, "AzureOpenAI:ApiKey")]
    public void Half_a_model_or_one_in_the_clear_stops_the_start(string endpoint, string deployment, string key, bool local, string? sentence)
    {
        var result = new AzureOpenAIOptionsCheck(local).Validate(null, new AzureOpenAIOptions { Endpoint = endpoint, Deployment = deployment, ApiKey = key });
        if (sentence is null)
            Assert.True(result.Succeeded, result.FailureMessage);
        else
            Assert.Contains(sentence, result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scope_that_is_no_address_stops_the_start() =>
        Assert.Contains("AzureOpenAI:Scope", new AzureOpenAIOptionsCheck(local: false).Validate(null, new() { Endpoint = "https://x.test", Deployment = "d", Scope = "ai" }).FailureMessage, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://trust.openai.azure.com")]
    [InlineData("https://trust.openai.azure.com/")]
    [InlineData("https://trust.openai.azure.com/openai/v1")]
    [InlineData("https://trust.openai.azure.com/openai/v1/")]
    public void The_v1_path_is_found_from_the_resource(string endpoint) =>
        Assert.Equal("https://trust.openai.azure.com/openai/v1/", new AzureOpenAIOptions { Endpoint = endpoint }.Address.AbsoluteUri);

    [Fact]
    public async Task Without_settings_there_is_no_model_at_all()
    {
        var school = new School();
        await school.InitializeAsync();
        Assert.Throws<InvalidOperationException>(() => school.Bot.Get<IWording>());
        await school.DisposeAsync();
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_bot_before_it_takes_a_message()
    {
        var school = new School { Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["AzureOpenAI:Deployment"] = "wording" } };
        Assert.Contains("AzureOpenAI:Endpoint", (await Assert.ThrowsAsync<OptionsValidationException>(async () => await school.InitializeAsync())).Message, StringComparison.Ordinal);
        await school.Teams.DisposeAsync();
    }

    [Fact]
    public async Task Without_a_key_the_bot_signs_in_as_the_machine_that_it_runs_on()
    {
        await using var model = await FakeLanguageModel.StartAsync();
        await using var machine = await FakeServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            if (context.Request.Headers["Metadata"] != "true")
                context.Response.StatusCode = 400; // the probe that finds out whether there is such a service
            return context.Response.WriteAsync($$"""{ "access_token": "for {{context.Request.Query["resource"]}}", "expires_on": "4102444800", "resource": "x", "token_type": "Bearer" }""", context.RequestAborted);
        });
        var world = new OutsideWorld().Map("trust.openai.azure.com", model.Address).Map("169.254.169.254", machine.Address);
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("trust.json"), Cast.TrustJson(), TestContext.Current.CancellationToken);
        var settings = new Dictionary<string, string?>(ChannelRig.Registered, StringComparer.Ordinal)
        {
            ["Trust:File"] = folder.File("trust.json"),
            ["ConnectionStrings:Cases"] = $"Data Source={folder.File("cases.db")}",
            ["AzureOpenAI:Endpoint"] = "https://trust.openai.azure.com/",
            ["AzureOpenAI:Deployment"] = "wording",
        };
        await using var bot = await BotHost.StartAsync(settings, folder.Path, "Production", new FakeTime(), new LogBook(), world);
        model.Says("You may not.", clauses: ["students.no-following"]);

        var words = await bot.Get<IWording>().AskAsync(new ToWord("x", [], [], [], PolicyBot.Policy.Verdict.None, null), TestContext.Current.CancellationToken);

        Assert.Equal("You may not.", words?.Says);
        Assert.Equal("Bearer for https://cognitiveservices.azure.com", Assert.Single(model.Requests).Authorization);
        Assert.Empty(world.Unexpected);
    }
}
