using System.Globalization;
using FsCheck;

namespace PolicyBot.Tests;

/// <summary>
/// Random sequences that are the same in every run, so that a run which passed passes again. Whoever wants to look further sets <c>POLICYBOT_TEST_SEED</c>
/// to another number; a fault that it finds gets a test of its own.
/// </summary>
internal static class Properties
{
    private static readonly ulong Number = ulong.TryParse(Environment.GetEnvironmentVariable("POLICYBOT_TEST_SEED"), CultureInfo.InvariantCulture, out var number) ? number : 2026;

    /// <summary>Where every sequence begins. The second number of a seed must be odd.</summary>
    public static readonly Rnd Seed = new(Number, 1);

    /// <summary>How a property is tried.</summary>
    /// <param name="cases">How many sequences are tried.</param>
    public static Config Of(int cases = 100) => Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(new Replay(Seed, null));
}
