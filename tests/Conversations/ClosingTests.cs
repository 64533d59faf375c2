using PolicyBot.Cases.Accounts;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>An account is closed in a Trust with one Social Media Manager and nobody beside them.</summary>
public sealed class ClosingTests(School school) : IClassFixture<School>
{
    [Fact]
    public async Task The_headteacher_looks_as_the_second_person_and_then_it_ends()
    {
        var (priya, sam, martin) = (school.Teacher(), school.InChat(Cast.Sam), school.InChat(Cast.Martin));
        await martin.SaysAsync("hello");
        var account = await school.HasAccountAsync("Mallow House", "other", priya.Member);
        var reference = await priya.AsksToHandOverAsync(account, null);
        await sam.DecidesAsync(reference);
        martin.NeverGot(reference);
        await school.WalksAsync(priya, null, sam, reference);
        await martin.GetsAsync("The handover of an account: it is your turn", reference);
        await martin.ConfirmsAsync(school, reference);
        await sam.GetsAsync($"{reference}: ready to be finished");
        await sam.PressesAsync("Finish the handover", on: $"{reference}: ready");
        sam.Sees("The account is closed. Its name stays with the Trust.");
        Assert.Equal(AccountStatus.Parked, (await school.AccountAsync(account)).Status);
    }
}
