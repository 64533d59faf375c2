using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.Bot.Vault;

/// <summary>One master key. What it wraps names it by <paramref name="Id"/>.</summary>
/// <param name="Key">32 bytes, base64.</param>
internal sealed record MasterKey(string Id, string Key)
{
    public byte[] Bytes => Convert.FromBase64String(Key);

    public override string ToString() => Id; // a record prints its members, and nothing prints this one
}

/// <summary>
/// The embedded vault's master keys: the last one wraps whatever is new, those before it open what was wrapped by them. They lie in a file of their own that only its
/// owner reads, never in the database.
/// </summary>
internal sealed record MasterKeys(ImmutableArray<MasterKey> Keys)
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [JsonIgnore]
    public MasterKey Current => Keys[^1];

    public MasterKey? Find(string id) => Keys.FirstOrDefault(key => key.Id == id);

    public MasterKeys WithNew() => new(Keys.Add(New()));

    /// <summary>The keys in the file; null when there is no file.</summary>
    /// <exception cref="VaultException">There is one, and it cannot be used.</exception>
    public static MasterKeys? Read(string path)
    {
        try
        {
            if (!File.Exists(path))
                return null;
            var keys = JsonSerializer.Deserialize(File.ReadAllBytes(path), MasterKeysJson.Default.MasterKeys);
            return keys is { Keys: { IsDefaultOrEmpty: false } all } && all.All(key => key is { Id.Length: > 0, Key: not null } && key.Bytes.Length == 32)
                ? keys
                : throw new VaultException("The vault's key file holds no usable key. Put the right file back; nothing in the vault was changed.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new VaultException("The vault's key file cannot be read. Give this account the right to read it; nothing in the vault was changed.");
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            throw new VaultException("The vault's key file is damaged. Put the right file back; nothing in the vault was changed.");
        }
    }

    /// <summary>Makes the file with a first key, unless somebody has made it meanwhile; gives what is in it then.</summary>
    public static async Task<MasterKeys> CreateAsync(string path, CancellationToken cancellationToken)
    {
        using var turn = await TurnAsync(path, cancellationToken);
        if (Read(path) is { } there)
            return there;
        var made = new MasterKeys([New()]);
        made.Replace(path);
        return made;
    }

    /// <summary>Whoever changes what is in the file takes a turn first, and reads it then.</summary>
    /// <exception cref="VaultException">Somebody else is at it, or its folder cannot be written.</exception>
    public static async ValueTask<KeyFileTurn> TurnAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await KeyFileTurn.TakeAsync(path, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unwritable();
        }
    }

    /// <summary>Writes the file whole or not at all: whoever is killed in between leaves the old one.</summary>
    public void Replace(string path)
    {
        try
        {
            Write(path, this);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unwritable();
        }
    }

    private static MasterKey New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    private static void Write(string path, MasterKeys keys)
    {
        var part = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}.part";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = OwnerOnly;
            using (var file = new FileStream(part, options))
            {
                JsonSerializer.Serialize(file, keys, MasterKeysJson.Default.MasterKeys);
                file.Flush(flushToDisk: true);
            }
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static VaultException Unwritable() =>
        new("The vault's key file cannot be written. Name a place with Vault:KeyFile that this account may write; nothing was kept.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(MasterKeys))]
internal sealed partial class MasterKeysJson : JsonSerializerContext;
