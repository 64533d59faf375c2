namespace PolicyBot.Tests;

public sealed class HouseTests
{
    [Fact]
    public void Builds() => Assert.True(true);
}
