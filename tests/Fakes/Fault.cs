using System.Globalization;
using System.Text.Json.Nodes;

namespace PolicyBot.Tests.Fakes;

/// <summary>How the fake Connector misbehaves for one call. <c>Accepted</c>: the message is there all the same.</summary>
internal sealed record Fault
{
    public int Status { get; init; } = 200;
    public string Body { get; init; } = "";
    public string ContentType { get; init; } = "application/json";
    public string? RetryAfter { get; init; }
    public string? Location { get; init; }
    public bool Accepted { get; init; }
    public FaultKind Kind { get; init; } = FaultKind.Answer;

    public static Fault Throttled(int seconds) => Coded(429, "Throttled") with { RetryAfter = seconds.ToString(CultureInfo.InvariantCulture) };

    public static Fault ThrottledUntil(DateTimeOffset date) => Coded(429, "Throttled") with { RetryAfter = date.ToString("R", CultureInfo.InvariantCulture) };

    public static Fault Conflict() => Coded(412, "PreconditionFailed");

    public static Fault Gateway(int status = 502, bool accepted = false) => Html(status) with { Accepted = accepted };

    /// <summary>No answer at all until the caller gives up.</summary>
    public static Fault Silence(bool accepted = false) => new() { Kind = FaultKind.Silence, Accepted = accepted };

    public static Fault Reset(bool accepted = false) => new() { Kind = FaultKind.Reset, Accepted = accepted };

    /// <summary>The first error shape: an object with a code.</summary>
    public static Fault Coded(int status, string code) => new() { Status = status, Body = $$$"""{"error":{"code":"{{{code}}}","message":"made up for a test"}}""" };

    /// <summary>The second: a number, and JSON inside the message's string.</summary>
    public static Fault SubCoded(int status, string subCode) => new()
    {
        Status = status,
        Body = new JsonObject
        {
            ["errorCode"] = 209,
            ["message"] = new JsonObject { ["subCode"] = subCode, ["details"] = "made up for a test", ["errorCode"] = null }.ToJsonString(),
        }.ToJsonString(),
    };

    /// <summary>The third: words alone.</summary>
    public static Fault Worded(int status) => new() { Status = status, Body = """{"message":"Authorization has been denied for this request."}""" };

    public static Fault Empty(int status, bool accepted = false) => new() { Status = status, Accepted = accepted };

    public static Fault Html(int status) => new() { Status = status, ContentType = "text/html", Body = "<html><body><h1>Something went wrong</h1></body></html>" };

    public static Fault Redirect(string location) => new() { Status = 307, Location = location };
}

internal enum FaultKind
{
    Answer,
    Silence,
    Reset,
}
