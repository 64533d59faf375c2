using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Wording;
using PolicyBot.Dialogs.Wording;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Wording;

/// <summary>Nobody prepares a question for a model that rests.</summary>
public sealed class RestingModelTests : IWording
{
    public bool IsAwake => false;

    public Task<ModelWords?> AskAsync(ToWord answer, CancellationToken cancellationToken) => throw new InvalidOperationException("It rests.");

    [Fact]
    public async Task A_model_that_rests_costs_nothing()
    {
        var prepared = 0;
        await using var words = new WordingOfTurn(new Activity(), this, null!, null!, new FakeTime());

        Assert.Null(await words.AskAsync(
            () =>
            {
                prepared++;
                return null;
            },
            null!));
        Assert.Equal(0, prepared);
    }
}
