using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Driver;

/// <summary>A school whose bot has a language model to word its answers.</summary>
internal sealed class WordedSchool(FakeLanguageModel model, School school) : IAsyncDisposable
{
    public FakeLanguageModel Model => model;

    public School School => school;

    /// <summary>Opens the school, with a model that has nothing to say yet.</summary>
    /// <param name="policies">As <see cref="Driver.School.Policies"/>.</param>
    public static async Task<WordedSchool> OpenAsync(string? policies = null)
    {
        var model = await FakeLanguageModel.StartAsync();
        var school = new School
        {
            Policies = policies,
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["AzureOpenAI:Endpoint"] = model.Address.AbsoluteUri,
                ["AzureOpenAI:Deployment"] = FakeLanguageModel.Deployment,
                ["AzureOpenAI:ApiKey"] = "not-a-key",
            },
        };
        await school.InitializeAsync();
        return new WordedSchool(model, school);
    }

    public async ValueTask DisposeAsync()
    {
        await school.Teams.WaitForAsync(teams => teams.OpenStreams == 0, TestContext.Current.CancellationToken); // nothing is left hanging
        await school.DisposeAsync();
        await model.DisposeAsync();
        Assert.DoesNotContain(school.Log.Lines, line => line.Contains("not-a-key", StringComparison.Ordinal));
    }
}
