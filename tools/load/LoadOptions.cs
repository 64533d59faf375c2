using System.Globalization;

namespace PolicyBot.Load;

/// <summary>What the command line asks for.</summary>
/// <param name="Rounds">How often everyone is measured, in turns.</param>
/// <param name="Seconds">How long each is under load in a round.</param>
/// <param name="Lanes">Messages under way at the same time.</param>
/// <param name="BotCpu">The CPU that each measured process has to itself.</param>
/// <param name="WarmUp">Seconds of load before the first round counts: a .NET process compiles its busiest code anew while it runs.</param>
internal sealed record LoadOptions(int Rounds = 4, int Seconds = 10, int Lanes = 64, int BotCpu = 0, int WarmUp = 25)
{
    public static LoadOptions Read(string[] args)
    {
        var options = new LoadOptions();
        for (var at = 0; at < args.Length; at += 2)
        {
            var value = Number(args[at], at + 1 < args.Length ? args[at + 1] : "");
            options = args[at] switch
            {
                "--rounds" => options with { Rounds = AtLeast(1, value) },
                "--seconds" => options with { Seconds = AtLeast(1, value) },
                "--lanes" => options with { Lanes = Math.Min(AtLeast(1, value), Conversation.Count) },
                "--bot-cpu" => options with { BotCpu = value },
                "--warm-up" => options with { WarmUp = value },
                var other => throw new InvalidOperationException(
                    $"'{other}' is not an option. They are: --rounds 4 --seconds 10 --lanes 64 --bot-cpu 0 --warm-up 25."),
            };
        }
        return options;
    }

    private static int Number(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidOperationException($"After {name} a whole number has to follow.");

    private static int AtLeast(int least, int value) => Math.Max(least, value);
}
