using System.Text.Json;
using PolicyBot.Cases.Clocks;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Disposal;
using PolicyBot.Cases.People;

namespace PolicyBot.Bot.People;

/// <summary>Reads <c>trust.json</c>. A file that is wrong is refused with the line at fault, before the bot takes any message.</summary>
internal static class TrustFile
{
    /// <summary>The Trust that a file describes.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="directory">True where Microsoft Graph fills what the file leaves open: names, and the roles that name a group.</param>
    /// <exception cref="TrustFileException">The file cannot be used; the message names the file, the line and what to do.</exception>
    public static Trust Read(string path, bool directory = false)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new TrustFileException($"{path}: cannot be read. Trust:File must name the file that describes the Trust.", fault);
        }
        return Parse(text, path, directory);
    }

    public static Trust Parse(string text, string path, bool directory = false)
    {
        TrustJson file;
        try
        {
            file = JsonSerializer.Deserialize(text, TrustJsonContext.Default.TrustJson) ?? throw new TrustFileException($"{path}: the file says null.");
        }
        catch (JsonException fault)
        {
            throw new TrustFileException($"{path}, line {fault.LineNumber + 1}: {Reason(fault)}", fault);
        }

        foreach (var (wrong, value) in TrustFileCheck.Faults(file, directory))
            throw new TrustFileException($"{path}, line {LineOf(text, value)}: {wrong}");

        return new Trust(
            file.Name,
            TimeZoneInfo.FindSystemTimeZoneById(file.TimeZone),
            [.. file.People.Select(person => new Person(Id(person.Id), person.Name ?? "", person.Email, person.Academy, person.Manager is { } manager ? Id(manager) : null)
            {
                Leaves = person.Leaves,
                Left = person.Left is true,
            })],
            RoleOf(file.Roles.SocialMediaManager),
            RoleOf(file.Roles.ChiefExecutive),
            RoleOf(file.Roles.DataProtectionOfficer),
            file.Roles.Staff is { } staff ? RoleOf(staff) : null,
            [.. file.Academies.Select(academy => new Academy(
                academy.Key, academy.Name, new SeniorLeaders(academy.Slt.TeamId, academy.Slt.ChannelId, [.. academy.Slt.People.Select(Id)]) { Group = academy.Slt.Group },
                RoleOf(academy.Headteacher), RoleOf(academy.DesignatedSafeguardingLead), RoleOf(academy.ChairOfGovernors))
            {
                Closures = [.. academy.Closures.Select(PeriodOf)],
                Terms = [.. academy.TermDates.Select(PeriodOf)],
                DirectoryNames = [.. academy.DirectoryNames],
            })])
        {
            ExternalRoute = RoleOf(file.Roles.ExternalRoute),
            Administrator = RoleOf(file.Roles.Administrator),
            ClosingHour = file.ClosingHour ?? new TimeOnly(17, 0),
            Retention = RetentionOf(file.Retention),
            Chasing = ChasingOf(file.Chasing),
            Terms = file.Terms.ToImmutableDictionary(StringComparer.Ordinal),
            Opinions = OpinionsOf(file.Opinions),
            Accounts = AccountsOf(file.Accounts),
            Comments = CommentsOf(file.Comments),
            Contacts = file.Contacts is { } contacts ? ContactsOf(contacts) : Contacts.Default,
        };
    }

    private static Retention RetentionOf(RetentionJson? retention)
    {
        var usual = new Retention();
        return new Retention
        {
            OrdinaryYears = retention?.OrdinaryYears ?? usual.OrdinaryYears,
            ActionYears = retention?.ActionYears ?? usual.ActionYears,
            BreachYears = retention?.BreachYears ?? usual.BreachYears,
            SafeguardingDays = retention?.SafeguardingDays ?? usual.SafeguardingDays,
            DraftDays = retention?.DraftDays ?? usual.DraftDays,
            WithdrawnDays = retention?.WithdrawnDays ?? usual.WithdrawnDays,
        };
    }

    private static Contacts ContactsOf(ContactsJson file) => new()
    {
        ProfessionalsHelpline = file.ProfessionalsHelpline ?? Contacts.Default.ProfessionalsHelpline,
        ProfessionalsHelplineHours = file.ProfessionalsHelplineHours ?? Contacts.Default.ProfessionalsHelplineHours,
        Police = file.Police ?? Contacts.Default.Police,
        PoliceOnline = file.PoliceOnline ?? Contacts.Default.PoliceOnline,
        InternetWatchFoundation = file.InternetWatchFoundation ?? Contacts.Default.InternetWatchFoundation,
        Ceop = file.Ceop ?? Contacts.Default.Ceop,
        GrievancePolicy = file.GrievancePolicy,
        AnonymousReporting = file.AnonymousReporting,
    };

    private static Role RoleOf(RoleJson? role) => role is null ? Role.Empty : new Role([.. role.People.Select(Id)], role.Group, role.Phone);

    private static Period PeriodOf(PeriodJson period) => new(period.From, period.To, period.Name ?? "");

    private static ChaseTimes ChasingOf(ChasingJson? chasing)
    {
        var usual = ChaseTimes.Default;
        return new ChaseTimes(
            chasing?.AcknowledgeWithin ?? usual.AcknowledgeWithin, chasing?.SafeguardingWithin ?? usual.SafeguardingWithin,
            chasing?.QuietHours is { } quiet ? new QuietHours(quiet.From, quiet.To) : usual.Quiet);
    }

    private static CommentWays CommentsOf(CommentsJson? comments)
    {
        var usual = CommentWays.Default;
        return new CommentWays(
            comments?.WeekendRule switch { "bankHolidays" => WeekendRule.BankHolidays, "roll" => WeekendRule.Roll, _ => usual.WeekendRule },
            comments?.ClosureCounts ?? usual.ClosureCounts, comments?.RemindAt is { } shares ? [.. shares] : usual.RemindAt,
            comments?.LongOverdueAfter ?? usual.LongOverdueAfter, comments?.OldestDays ?? usual.OldestDays);
    }

    private static OpinionWays OpinionsOf(OpinionsJson? opinions)
    {
        var usual = OpinionWays.Default;
        return new OpinionWays(
            opinions?.Readers switch { "any" => ReadersWanted.Any, "all" => ReadersWanted.All, _ => usual.Readers },
            opinions?.RemindAfter ?? usual.RemindAfter,
            opinions?.Academies.ToImmutableDictionary(each => each.Key, each => new OpinionRota(RoleOf(each.Value.Deputy), RoleOf(each.Value.Pool)), StringComparer.Ordinal) ?? usual.Academies);
    }

    private static AccountWays AccountsOf(AccountsJson? accounts)
    {
        var usual = AccountWays.Default;
        return new AccountWays(
            accounts?.CheckInEvery ?? usual.CheckInEvery, accounts?.AnswerWithin ?? usual.AnswerWithin, accounts?.ReviewEvery ?? usual.ReviewEvery,
            accounts?.InHolidays ?? usual.InHolidays);
    }

    // Cases and chats are found by these ids, in whichever capitals the file has them this year.
    private static string Id(string id) => id.ToLowerInvariant();

    // The parser's own sentence ends in a path and a line of its own, and may quote the value; only its first sentence is of use.
    private static string Reason(JsonException fault) =>
        fault.Message.Split(" Path:")[0].Split(" LineNumber:")[0].Replace("JSON property", "key", StringComparison.Ordinal)
            .Replace(" could not be mapped to any .NET member contained in type ", " is not known in ", StringComparison.Ordinal);

    private static int LineOf(string text, string value)
    {
        var at = text.IndexOf(JsonSerializer.Serialize(value, TrustJsonContext.Default.String), StringComparison.Ordinal);
        return at < 0 ? 1 : text.AsSpan(0, at).Count('\n') + 1;
    }
}

/// <summary>Says in one sentence why <c>trust.json</c> cannot be used.</summary>
internal sealed class TrustFileException(string message, Exception? innerException = null) : Exception(message, innerException);
