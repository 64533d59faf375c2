using System.ClientModel;
using System.Globalization;
using OpenAI.Chat;
using PolicyBot.Dialogs.Wording;

namespace PolicyBot.Bot.Wording;

/// <summary>
/// A deployment of Azure OpenAI. Whatever is wrong with an answer (late, throttled, filtered, cut off, refused, malformed) is no answer, and the
/// person reads the one that was found without it.
/// </summary>
internal sealed partial class LanguageModel(ChatClient chat, Breaker breaker, TimeProvider time, ILogger<LanguageModel> logger) : IWording
{
    private const int LongestAnswer = 500; // tokens: three ids and two sentences take about 150
    private static readonly SystemChatMessage Instructions = new(ReadInstructions());

    public bool IsAwake => !breaker.Rests;

    public async Task<ModelWords?> AskAsync(ToWord answer, CancellationToken cancellationToken)
    {
        try
        {
            ChatCompletion completion = await chat.CompleteChatAsync([Instructions, new UserChatMessage(ModelJson.Write(answer))], Options(), cancellationToken);
            breaker.Answered();
            return Words(completion);
        }
        catch (ClientResultException refused) when (refused.Status == 400)
        {
            breaker.Answered(); // a question that a content filter stops says nothing about the next one
            Unused("the request was refused or filtered");
        }
#pragma warning disable CA1031 // Whatever is wrong with the model, its network or its credential: an answer was found without it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Failed(fault);
        }
        return null;
    }

    private ModelWords? Words(ChatCompletion completion)
    {
        if (completion is not { FinishReason: ChatFinishReason.Stop, Refusal: null or "", Content: [{ Text: { Length: > 0 } text }] })
            Unused("it was filtered, cut off, empty or a refusal");
        else if (ModelJson.Read(text) is { } words)
            return words;
        else
            Unused("it is not what the schema asks for");
        return null;
    }

    private void Failed(Exception fault)
    {
        var (kind, status) = (fault.GetType().Name, (fault as ClientResultException)?.Status ?? 0);
        if (breaker.Failed(RetryAfter(fault as ClientResultException)))
            Rests(kind, status);
        else
            Silent(kind, status);
    }

    private TimeSpan? RetryAfter(ClientResultException? refused)
    {
        if (refused?.GetRawResponse()?.Headers.TryGetValue("retry-after", out var value) is not true)
            return null;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date - time.GetUtcNow() : null;
    }

    // Temperature 0: the same question is to have the same answer.
    private static ChatCompletionOptions Options() => new()
    {
        Temperature = 0,
        MaxOutputTokenCount = LongestAnswer,
        ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString(ModelJson.Schema), jsonSchemaIsStrict: true),
    };

    private static string ReadInstructions()
    {
        using var resource = new StreamReader(typeof(LanguageModel).Assembly.GetManifestResourceStream("instructions.txt")!);
        return resource.ReadToEnd();
    }

    // Kinds and numbers only: a fault's message may carry what somebody typed.
    [LoggerMessage(Level = LogLevel.Information, Message = "The language model's wording is not used: {Reason}.")]
    private partial void Unused(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The language model did not answer ({Fault}, {Status}); the answer goes out in its own words.")]
    private partial void Silent(string fault, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The language model does not answer ({Fault}, {Status}) and is left alone for a while. With 401, 403 or 404, check AzureOpenAI:Endpoint, AzureOpenAI:Deployment and the bot's right to use them.")]
    private partial void Rests(string fault, int status);
}
