using Microsoft.Extensions.Options;

namespace PolicyBot.Bot.Wording;

/// <summary>Refuses to start with half a language model, or with one that questions would reach in the clear.</summary>
/// <param name="local">Whether the bot runs on somebody's own machine (<c>Bot:Local</c>).</param>
internal sealed class AzureOpenAIOptionsCheck(bool local) : IValidateOptions<AzureOpenAIOptions>
{
    public ValidateOptionsResult Validate(string? name, AzureOpenAIOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(AzureOpenAIOptions options)
    {
        var (endpoint, deployment, key) = (Filled(options.Endpoint), Filled(options.Deployment), Filled(options.ApiKey));
        if (!endpoint && !deployment && !key)
            yield break;
        if (!endpoint)
            yield return "AzureOpenAI:Endpoint is missing. It is the resource's address, as https://NAME.openai.azure.com/. Without a language model leave the whole section out.";
        if (!deployment)
            yield return "AzureOpenAI:Deployment is missing. It is the name of the deployment in the resource.";
        if (endpoint && Wrong(options) is { } wrong)
            yield return wrong;
        if (!Uri.TryCreate(options.Scope, UriKind.Absolute, out var scope) || scope.Scheme != Uri.UriSchemeHttps)
            yield return "AzureOpenAI:Scope must be an https address, as https://cognitiveservices.azure.com/.default.";
    }

    private string? Wrong(AzureOpenAIOptions options)
    {
        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
            return "AzureOpenAI:Endpoint must be an address, as https://NAME.openai.azure.com/.";
        if (url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
            return "AzureOpenAI:Endpoint must be the resource's address alone, without a name, a query or a fragment.";
        if (url.Scheme == Uri.UriSchemeHttps)
            return null;
        if (!local || !url.IsLoopback)
            return "AzureOpenAI:Endpoint must begin with https://. Questions are not sent in the clear; http works on this machine only, with Bot:Local.";
        return Filled(options.ApiKey) ? null : "AzureOpenAI:Endpoint is http, and a token of Entra is never sent in the clear: set AzureOpenAI:ApiKey, or use https.";
    }

    private static bool Filled(string? value) => AzureOpenAIOptions.Filled(value);
}
