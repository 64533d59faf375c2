namespace PolicyBot.Tests.Driver;

/// <summary>A school whose Trust has two Social Media Managers, a chief executive, a data protection officer and line managers.</summary>
public sealed class OfficeSchool : IAsyncLifetime
{
    internal School School { get; } = new() { Trust = Cast.TrustWithOfficeJson() };

    internal Participant Sam => School.InChat(Cast.Sam);

    internal Participant Nora => School.InChat(Cast.Nora);

    public ValueTask InitializeAsync() => School.InitializeAsync();

    public ValueTask DisposeAsync() => School.DisposeAsync();
}
