namespace PolicyBot.Bot.Wording;

/// <summary>A deployment of a language model that words answers; section <c>AzureOpenAI</c> of the configuration. Absent, answers keep the words that people wrote.</summary>
internal sealed class AzureOpenAIOptions
{
    public const string Section = "AzureOpenAI";

    /// <summary>The resource, as <c>https://NAME.openai.azure.com/</c>.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The deployment's name. The model must know structured output.</summary>
    public string? Deployment { get; set; }

    /// <summary>The resource's key. Better none: then the bot signs in with Entra, and there is no secret to keep.</summary>
    public string? ApiKey { get; set; }

    /// <summary>What a token of Entra is for. Default <c>https://cognitiveservices.azure.com/.default</c>.</summary>
    public string Scope { get; set; } = "https://cognitiveservices.azure.com/.default";

    public static bool IsConfigured(IConfiguration configuration) =>
        configuration.GetSection(Section) is var section && (Filled(section[nameof(Endpoint)]) || Filled(section[nameof(Deployment)]));

    /// <summary>The v1 address below the resource; an endpoint that names it already is taken as it stands.</summary>
    public Uri Address
    {
        get
        {
            var endpoint = Endpoint!.TrimEnd('/');
            return new Uri(endpoint.EndsWith("/openai/v1", StringComparison.OrdinalIgnoreCase) ? $"{endpoint}/" : $"{endpoint}/openai/v1/");
        }
    }

    public static bool Filled(string? value) => !string.IsNullOrWhiteSpace(value);
}
