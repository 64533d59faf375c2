using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Commands;

/// <summary><c>questions [--since DATE] [--out FILE]</c>: the questions that people answered, as lines that can become guidance. Changes nothing.</summary>
internal static class ExportQuestions
{
    private const string Usage = "Write: questions [--since YYYY-MM-DD] [--out FILE].";

    public static async Task<int> RunAsync(string[] args, IConfiguration configuration, TextWriter output, TextWriter errors)
    {
        if (!TryRead(args, out var since, out var file))
        {
            await errors.WriteLineAsync(Usage);
            return 1;
        }
        try
        {
            await using var store = new CaseStore(Composition.DatabaseOf(configuration), TimeSpan.Zero);
            var all = await store.Questions.StandingAsync([nameof(QuestionStatus.Answered)], CancellationToken.None);
            var answered = all.Where(question => since is null || DateOnly.FromDateTime(question.Answer!.At.UtcDateTime) >= since).ToImmutableArray();
            var lines = GuidanceLines.Write(answered);
            if (file is null)
                await output.WriteAsync(lines);
            else
                await File.WriteAllTextAsync(file, lines);
            await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{answered.Length} answered. The words are as people typed them: take out names before you use them."));
            return 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException { ParamName: "connectionString" })
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

    private static bool TryRead(ReadOnlySpan<string> args, out DateOnly? since, out string? file)
    {
        (since, file) = (null, null);
        while (args is [var name, var value, ..])
        {
            if (name == "--since" && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                since = day;
            else if (name == "--out" && value.Length > 0)
                file = value;
            else
                return false;
            args = args[2..];
        }
        return args.IsEmpty;
    }
}
