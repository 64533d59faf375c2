using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PolicyBot.Bot.Channel;

namespace PolicyBot.Bot.Graph;

/// <summary>A secret or certificate, by the setting that holds it or names it.</summary>
/// <param name="EndsOn">Its last day; null when nobody has said.</param>
/// <param name="Unreadable">True when the certificate's file cannot be opened.</param>
internal sealed record Expiry(string Setting, DateOnly? EndsOn, bool Unreadable = false)
{
    /// <summary>How long before the end people are told.</summary>
    public const int Days = 30;

    public bool IsNear(DateOnly today) => EndsOn <= today.AddDays(Days);
}

/// <summary>When the bot's own credentials end. A certificate says so itself; of a secret an administrator says it, because reading it in Entra would take a right that the bot should not have.</summary>
internal static class Expiries
{
    public static ImmutableArray<Expiry> Of(BotOptions bot, GraphOptions? graph) =>
    [
        .. Of("Bot", bot.ClientSecret, bot.ClientSecretExpires, bot.CertificatePath, bot.CertificatePassword),
        .. graph is null ? [] : Of("Graph", graph.ClientSecret, graph.ClientSecretExpires, graph.CertificatePath, graph.CertificatePassword),
    ];

    public static ImmutableArray<Expiry> Of(IServiceProvider services, IConfiguration configuration) => Of(
        services.GetRequiredService<IOptions<BotOptions>>().Value,
        GraphOptions.IsConfigured(configuration) ? services.GetRequiredService<IOptions<GraphOptions>>().Value : null);

    private static IEnumerable<Expiry> Of(string section, string? secret, DateOnly? said, string? certificate, string? password)
    {
        if (GraphOptions.Filled(secret))
            yield return new Expiry($"{section}:ClientSecret", said);
        if (GraphOptions.Filled(certificate))
            yield return OfCertificate($"{section}:CertificatePath", certificate!, password);
    }

    private static Expiry OfCertificate(string setting, string path, string? password)
    {
        try
        {
            using var certificate = GraphCredential.Certificate(path, password);
            return new Expiry(setting, DateOnly.FromDateTime(certificate.NotAfter.ToUniversalTime()));
        }
        catch (Exception fault) when (fault is IOException or CryptographicException or UnauthorizedAccessException)
        {
            return new Expiry(setting, null, Unreadable: true);
        }
    }
}
