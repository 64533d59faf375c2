namespace PolicyBot.Tests.Policy;

/// <summary>A copy of the shipped policy folder that a test may change.</summary>
internal sealed class PolicyCopy : IDisposable
{
    private readonly TemporaryFolder above = new();

    public PolicyCopy()
    {
        foreach (var file in Directory.GetFiles(Shipped.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = File(Path.GetRelativePath(Shipped.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            System.IO.File.Copy(file, copy);
        }
    }

    public string Folder => above.File("documents");

    public string File(string name) => Path.Combine(Folder, name);

    /// <summary>One more policy of one section and one clause; nobody has written yet how staff ask about it.</summary>
    public void Add(string name, string title, string sentence)
    {
        Directory.CreateDirectory(File(name));
        System.IO.File.WriteAllText(File($"{name}/policy.txt"), $"{title}\n\nDevices\n\n{sentence}\n");
        System.IO.File.WriteAllText(File($"{name}/policy.json"), $$"""
            {
              "title": "{{title}}", "trust": "Dudley Academies Trust", "issueNumber": "003", "status": "APPROVED", "responsible": null, "approvedBy": "The Board",
              "date": null, "reviewDate": null, "sponsoredBy": null, "mission": null,
              "sections": [{ "path": ["Devices"], "clauses": [{ "id": "devices.first", "text": "{{sentence}}" }] }]
            }
            """);
    }

    /// <summary>The same change in the policy's text and in its clauses, as somebody would save the two files.</summary>
    public void Reword(string before, string after)
    {
        Edit("policy.txt", before, after);
        Edit("policy.json", before, after);
    }

    public void Edit(string name, string before, string after)
    {
        var path = File($"social-media/{name}");
        var text = System.IO.File.ReadAllText(path);
        Assert.Contains(before, text, StringComparison.Ordinal);
        System.IO.File.WriteAllText(path, text.Replace(before, after, StringComparison.Ordinal));
    }

    public void Dispose() => above.Dispose();
}
