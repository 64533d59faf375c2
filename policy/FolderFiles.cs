using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PolicyBot.Policy;

/// <summary>The files of a policy folder, by their paths in it. Everything that is read of a folder is read here.</summary>
internal sealed class FolderFiles(string path)
{
    public string Path { get; } = path;

    public string FullPath(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>The names of the sub-folders, in their order.</summary>
    public IEnumerable<string> Folders() => Directory.GetDirectories(Path).Select(each => System.IO.Path.GetFileName(each)!).Order(StringComparer.Ordinal);

    /// <summary>The files of a sub-folder that fit the pattern, by their paths in this folder and in their order; none when it is not there.</summary>
    public IEnumerable<string> In(string folder, string pattern) => Directory.Exists(FullPath(folder))
        ? Directory.GetFiles(FullPath(folder), pattern).Select(file => System.IO.Path.GetRelativePath(Path, file)).Order(StringComparer.Ordinal)
        : [];

    public bool Has(string file) => File.Exists(FullPath(file));

    /// <summary>What a JSON file says.</summary>
    /// <exception cref="PolicyException">It is missing or malformed.</exception>
    public T Read<T>(string file, JsonTypeInfo<T> shape)
    {
        try
        {
            return JsonSerializer.Deserialize(Text(file), shape) ?? throw new PolicyException($"{FullPath(file)}: the file says null.");
        }
        catch (JsonException fault)
        {
            throw new PolicyException($"{FullPath(file)}: {fault.Message}", fault);
        }
    }

    /// <summary>As <see cref="Read"/>, but null when there is no such file.</summary>
    public T? Find<T>(string file, JsonTypeInfo<T> shape)
        where T : class => Has(file) ? Read(file, shape) : null;

    /// <summary>What a file says, as it stands.</summary>
    /// <exception cref="PolicyException">The file cannot be read.</exception>
    public string Text(string file) => Read(file, File.ReadAllText);

    /// <summary>The lines of a file, whatever ends them, read as they are asked for.</summary>
    /// <exception cref="PolicyException">The file cannot be opened.</exception>
    public IEnumerable<string> Lines(string file) => Read(file, File.ReadLines);

    public Stream Open(string file) => File.OpenRead(FullPath(file));

    private T Read<T>(string file, Func<string, T> read)
    {
        try
        {
            return read(FullPath(file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PolicyException($"{FullPath(file)}: cannot be read ({fault.Message})", fault);
        }
    }
}
