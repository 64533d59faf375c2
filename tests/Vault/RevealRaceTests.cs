using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyBot.Bot.Delivery;
using PolicyBot.Bot.People;
using PolicyBot.Bot.Vault;
using PolicyBot.Cases.Releases;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Vault;

/// <summary>A hundred openings at once by the right person and a hundred by others, with faults and ends in the middle: shown once to the right one, or not at all.</summary>
public sealed class RevealRaceTests
{
    private const string Secret = "Quenby!77-larkspur";
    private const int Each = 100;

    public enum Mishap
    {
        None,

        /// <summary>The vault cannot be read.</summary>
        VaultAway,

        /// <summary>The process ends after the record says that it is being opened, and before the vault is read.</summary>
        EndsBeforeReading,

        /// <summary>The process ends after the vault was read, and before the record says that it was shown.</summary>
        EndsAfterReading,
    }

    public static TheoryData<Engine, Mishap> Ways => new(from engine in Enum.GetValues<Engine>() from mishap in Enum.GetValues<Mishap>() select (engine, mishap));

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task It_is_shown_once_to_the_right_one_or_not_at_all(Engine engine, Mishap mishap)
    {
        await using var database = engine is Engine.Postgres ? await ScratchDatabase.CreateAsync(Needs.Postgres()) : null;
        using var keys = new TemporaryFolder();
        var school = new School { Database = database?.ConnectionString, Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Vault:KeyFile"] = keys.File("vault.json") } };
        await school.InitializeAsync();
        await using var open = school.ConfigureAwait(true);
        var (priya, tom) = (school.Teacher(), school.Teacher());
        var account = await school.WithAccountAsync(priya.Member);
        await school.PutsInAsync(priya, account, Secret);
        var reference = await tom.AsksToSeeAsync(account);
        await school.ApprovedByBothAsync(reference);
        var release = await school.ReleaseAsync(reference);
        Assert.Equal(ReleaseStatus.Approved, release.Status);

        // On PostgreSQL two instances serve at once.
        await using var second = engine is Engine.Postgres ? await school.OpenAsync() : null;
        BotHost[] bots = second is null ? [school.Bot] : [school.Bot, second];
        var trust = (await school.Bot.Get<IPeople>().LookAsync(TestContext.Current.CancellationToken)).Trust;
        var crashes = new ConcurrentBag<string>();
        VaultDesk[] desks = [.. bots.Select(bot => Desk(bot, mishap, crashes))];
        var answers = await Task.WhenAll(Enumerable.Range(0, 2 * Each).Select(number => Task.Run(async () =>
        {
            var who = number % 2 == 0 ? tom.Member : Cast.Teachers[2 + number % 20];
            try
            {
                return (Who: who, Answer: (DeskAnswer?)await desks[number / 2 % desks.Length].ShowAsync(VaultSchool.Ref(who), trust, release.Reference, TestContext.Current.CancellationToken));
            }
            catch (TimeoutException)
            {
                return (Who: who, Answer: null);
            }
        })));

        var shown = answers.Where(each => each.Answer?.Value is not null).ToList();
        Assert.All(shown, each => Assert.Equal((tom.Member, Secret), (each.Who, each.Answer!.Value)));
        Assert.Equal(mishap is Mishap.None ? 1 : 0, shown.Count);
        Assert.Equal(mishap is Mishap.EndsBeforeReading or Mishap.EndsAfterReading ? 1 : 0, crashes.Count);
        Assert.Equal(
            mishap switch { Mishap.None => ReleaseStatus.Shown, Mishap.VaultAway => ReleaseStatus.Failed, _ => ReleaseStatus.Revealing }, (await school.ReleaseAsync(reference)).Status);

        // Whoever tries later, and after the process is there again, gets nothing either; what never said how it ended is for a person to give out again.
        Assert.Null((await Desk(school.Bot, Mishap.None, crashes).ShowAsync(VaultSchool.Ref(tom.Member), trust, release.Reference, TestContext.Current.CancellationToken)).Value);
        if (mishap is Mishap.EndsBeforeReading or Mishap.EndsAfterReading)
        {
            await school.PassAsync(ReleaseClock.OpeningTakes + TimeSpan.FromSeconds(1));
            Assert.Equal(ReleaseStatus.Failed, (await school.ReleaseAsync(reference)).Status);
            Assert.Null((await Desk(school.Bot, Mishap.None, crashes).ShowAsync(VaultSchool.Ref(tom.Member), trust, release.Reference, TestContext.Current.CancellationToken)).Value);
        }
        var trail = await school.Bot.Get<CaseStore>().TrailOfAsync(release.Reference, TestContext.Current.CancellationToken);
        Assert.Single(trail, entry => entry.Type == "release.opening");
        Assert.Null((await school.ReleaseAsync(reference)).Trail.FaultIn(release.Reference, trail));
    }

    private static VaultDesk Desk(BotHost bot, Mishap mishap, ConcurrentBag<string> crashes) => new(
        bot.Get<CaseStore>(), new MishapVault(bot.Get<IVault>(), mishap, crashes), bot.Get<Postman>(), bot.Get<TimeProvider>(), NullLogger<VaultDesk>.Instance);

    private sealed class MishapVault(IVault inner, Mishap mishap, ConcurrentBag<string> crashes) : IVault
    {
        public string Name => inner.Name;

        public Task<string> PutAsync(string entry, string value, CancellationToken cancellationToken) => inner.PutAsync(entry, value, cancellationToken);

        public async Task<string> ReadAsync(string entry, string version, CancellationToken cancellationToken)
        {
            if (mishap is Mishap.VaultAway)
                throw new VaultException("The vault is away.");
            if (mishap is Mishap.EndsAfterReading)
                await inner.ReadAsync(entry, version, cancellationToken);
            if (mishap is Mishap.EndsBeforeReading or Mishap.EndsAfterReading)
            {
                crashes.Add(version);
                throw new TimeoutException();
            }
            return await inner.ReadAsync(entry, version, cancellationToken);
        }

        public Task RemoveAsync(string entry, CancellationToken cancellationToken) => inner.RemoveAsync(entry, cancellationToken);

        public Task ForgetBeforeAsync(string entry, string version, CancellationToken cancellationToken) => inner.ForgetBeforeAsync(entry, version, cancellationToken);
    }
}
