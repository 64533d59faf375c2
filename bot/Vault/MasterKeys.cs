using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.Bot.Vault;

/// <summary>One master key. What it wraps names it by <paramref name="Id"/>.</summary>
/// <param name="Key">32 bytes, base64.</param>
internal sealed record MasterKey(string Id, string Key)
{
    public byte[] Bytes => Convert.FromBase64String(Key);
}

/// <summary>
/// The embedded vault's master keys: the last one wraps whatever is new, those before it open what was wrapped by them. They lie in a file of their own that only its
/// owner reads, never in the database.
/// </summary>
internal sealed record MasterKeys(ImmutableArray<MasterKey> Keys)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

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

    /// <summary>Makes the file with a first key, unless somebody has made it at this moment; gives what is in it then.</summary>
    public static MasterKeys Create(string path)
    {
        var made = new MasterKeys([New()]);
        try
        {
            Write(path, made, replace: false);
            return made;
        }
        catch (IOException) when (File.Exists(path))
        {
            return Read(path)!;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path);
        }
    }

    /// <summary>Writes the file whole or not at all: whoever is killed in between leaves the old one.</summary>
    public void Replace(string path)
    {
        try
        {
            Write(path, this, replace: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path);
        }
    }

    private static MasterKey New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    private static void Write(string path, MasterKeys keys, bool replace)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            _ = OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
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
            File.Move(part, path, replace);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static VaultException Unwritable(string path) =>
        new("The vault's key file cannot be written. Name a place with Vault:KeyFile that this account may write; nothing was kept.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(MasterKeys))]
internal sealed partial class MasterKeysJson : JsonSerializerContext;
