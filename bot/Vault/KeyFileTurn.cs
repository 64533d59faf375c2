namespace PolicyBot.Bot.Vault;

/// <summary>
/// Whoever changes the key file has it to themselves, also among processes: two who made its first key at once would each seal with their own, and one of the two would be
/// lost. The operating system ends the turn of a process that is killed.
/// </summary>
internal sealed class KeyFileTurn : IDisposable
{
    private const int MostTries = 200;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(25);

    private readonly FileStream held;

    private KeyFileTurn(FileStream held) => this.held = held;

    /// <summary>Waits for the turn, a few seconds at most.</summary>
    /// <exception cref="VaultException">Somebody else keeps it for longer.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public static async ValueTask<KeyFileTurn> TakeAsync(string path, CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            _ = OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, MasterKeys.OwnerOnly | UnixFileMode.UserExecute);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = MasterKeys.OwnerOnly;
        for (var tries = 1; ; tries++)
        {
            try
            {
                // It stays when the turn is over: of two who wait, one could hold the deleted file and the other a new one.
                return new KeyFileTurn(new FileStream($"{path}.lock", options));
            }
            catch (IOException taken) when (taken.GetType() == typeof(IOException) && tries < MostTries)
            {
                await Task.Delay(Between, TimeProvider.System, cancellationToken);
            }
            catch (IOException taken) when (taken.GetType() == typeof(IOException))
            {
                throw new VaultException("The vault's key file is being changed by somebody else. Try again when that is done; nothing in the vault was changed.");
            }
        }
    }

    public void Dispose() => held.Dispose();
}
