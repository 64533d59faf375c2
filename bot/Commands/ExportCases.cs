using System.Data.Common;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using PolicyBot.Bot.Graph.Records;
using PolicyBot.Bot.People;
using PolicyBot.Cases;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Commands;

/// <summary><c>export REFERENCE | --all [--redact] [--out FOLDER]</c>: case files, each as a page to read and as JSON. Changes nothing, and needs no bot.</summary>
internal static class ExportCases
{
    private const string Usage = "Write: export INC-2026-0042 [--redact] [--out FOLDER], or export --all.";
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(string[] args, IConfiguration configuration, TimeProvider time, TextWriter output, TextWriter errors)
    {
        if (!TryRead(args, out var wanted, out var redact, out var folder))
        {
            await errors.WriteLineAsync(Usage);
            return 1;
        }
        try
        {
            var trust = Composition.TrustOf(configuration);
            if (PeopleServices.FromDirectory(configuration))
            {
                await using var services = RecordTools.Open(configuration);
                var people = await services.GetRequiredService<IPeople>().LookAsync(CancellationToken.None);
                // A name that only the directory knows would stay in the file.
                if (redact && !people.Confirmed)
                {
                    await errors.WriteLineAsync("The directory cannot be read, so I do not know all names that have to come out. Nothing was written. Please try again, and run doctor if it stays so.");
                    return 1;
                }
                trust = people.Trust;
            }
            var archive = new CaseArchive(Composition.DatabaseOf(configuration));
            var files = wanted is null ? await archive.AllAsync(CancellationToken.None)
                : await archive.FindAsync(wanted, CancellationToken.None) is { } found ? [found]
                : [];
            if (wanted is not null && files.IsEmpty)
            {
                await errors.WriteLineAsync($"There is no case {wanted}.");
                return 1;
            }
            Directory.CreateDirectory(folder);
            foreach (var file in files)
                await WriteAsync(file, trust, redact, folder, time.GetUtcNow());
            await output.WriteLineAsync($"{files.Length} {(files.Length == 1 ? "case" : "cases")} written to {Path.GetFullPath(folder)}.");

            var gaps = wanted is null ? await archive.GapsAsync(CancellationToken.None) : [];
            ImmutableArray<string> faults = [.. files.SelectMany(file => file.Faults), .. gaps];
            foreach (var fault in faults)
                await errors.WriteLineAsync(fault);
            return faults.IsEmpty ? 0 : 1;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or TrustFileException or ArgumentException { ParamName: "connectionString" })
        {
            await errors.WriteLineAsync(fault.Message);
            return 1;
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException { InnerException: DbException }) // the second is EF Core's for a server that is away
        {
            await errors.WriteLineAsync(Composition.CasesUnreadable);
            return 1;
        }
    }

    private static async Task WriteAsync(StoredCase stored, Trust trust, bool redact, string folder, DateTimeOffset now)
    {
        var file = CaseFileJson.Of(stored, trust, now);
        if (redact)
            file = Redaction.Of(file, trust);
        var path = Path.Combine(folder, redact ? $"{stored.Reference}-redacted" : stored.Reference.ToString());
        await File.WriteAllTextAsync($"{path}.html", CaseFileHtml.Of(file), Encoding.UTF8);
        await File.WriteAllTextAsync($"{path}.json", Indented(file), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static string Indented(JsonObject file) => file.ToJsonString(Readable);

    private static bool TryRead(ReadOnlySpan<string> args, out CaseReference? wanted, out bool redact, out string folder)
    {
        (wanted, redact, folder) = (null, false, "export");
        var all = false;
        while (!args.IsEmpty)
        {
            if (args is ["--out", { Length: > 0 } into, ..])
            {
                folder = into;
                args = args[2..];
                continue;
            }
            if (args[0] == "--redact")
                redact = true;
            else if (args[0] == "--all")
                all = true;
            else if (wanted is null && CaseReference.TryParse(args[0], out var reference))
                wanted = reference;
            else
                return false;
            args = args[1..];
        }
        return all != wanted is not null;
    }
}
