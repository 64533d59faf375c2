using System.Text.Json;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Policy;

namespace PolicyBot.Tests.Conversations;

/// <summary>A clause was reworded, and nobody has read its short answer again: a language model then has no verdict of people's to keep to.</summary>
public sealed class RewordedWordingTests : IAsyncLifetime
{
    private readonly PolicyCopy copy = new();
    private WordedSchool? worded;

    private FakeLanguageModel Model => worded!.Model;

    public async ValueTask InitializeAsync()
    {
        copy.Reword("Staff are not permitted to follow or engage with", "Staff are permitted to follow and engage with");
        worded = await WordedSchool.OpenAsync(copy.Folder);
    }

    public async ValueTask DisposeAsync()
    {
        await worded!.DisposeAsync();
        copy.Dispose();
    }

    [Fact]
    public async Task The_model_is_told_no_verdict_and_may_read_one_out_of_the_new_words()
    {
        Model.Says("Yes. You may follow pupils.", "yes", clauses: ["students.no-following"]);
        var priya = worded!.School.Teacher();
        await priya.SaysAsync("Can I follow a former pupil on Instagram?");

        priya.Sees("Yes. You may follow pupils. [1]", "“Staff are permitted to follow and engage with").DoesNotSee("No.");
        var told = Assert.Single(Model.Requests).Told;
        Assert.Equal(("none", JsonValueKind.Null), (told.GetProperty("verdict").GetString(), told.GetProperty("says").ValueKind));
    }
}
