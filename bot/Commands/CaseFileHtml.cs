using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;

namespace PolicyBot.Bot.Commands;

/// <summary>
/// A case file that people read and print: one page without anything from elsewhere, and whatever anybody typed is text and nothing else. It shows
/// every field there is, so that nothing is left out that a later version records.
/// </summary>
internal static class CaseFileHtml
{
    private const string Style = """
        body{font:11pt/1.45 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#111;overflow-wrap:anywhere}
        h1{font-size:1.5rem}h2{font-size:1.15rem;border-bottom:1px solid #999;margin-top:2rem}h3{font-size:1rem;margin-bottom:.2rem}
        dl{display:grid;grid-template-columns:11rem 1fr;gap:.15rem .8rem;margin:.3rem 0}dt{font-weight:600}dd{margin:0;white-space:pre-wrap}
        code{font-size:8.5pt}.fault{border:2px solid #a00;padding:.5rem}.entry{break-inside:avoid}@media print{body{margin:0;max-width:none}}
        """;

    public static string Of(JsonObject file)
    {
        var html = new StringBuilder();
        var reference = Text(file["reference"]);
        var redacted = file["redacted"]!.GetValue<bool>();
        html.Append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>")
            .Append(reference).Append("</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n<h1>Case file ").Append(reference).Append("</h1>\n");
        html.Append("<p>Taken out on ").Append(Text(file["exportedAt"])).Append('.');
        if (redacted)
            html.Append(" Third parties are called Person A, Person B and so on. People whom only the text names may still be in it: please read it before you pass it on.");
        html.Append("</p>\n");
        Proof(html, file);
        html.Append("<h2>The record</h2>\n");
        Fields(html, file["record"]);
        html.Append("<h2>Timeline</h2>\n");
        foreach (var entry in file["trail"]!.AsArray().OfType<JsonObject>())
            Entry(html, entry);
        Explain(html, redacted);
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Proof(StringBuilder html, JsonObject file)
    {
        if (file["verified"]!.GetValue<bool>())
        {
            html.Append("<p><strong>Verified.</strong> The record and its ").Append(file["trail"]!.AsArray().Count).Append(" entries fit together: none was altered, taken out or put in.</p>\n");
            return;
        }
        html.Append("<div class=\"fault\"><strong>Not verified.</strong> Something was changed outside the bot:<ul>");
        foreach (var fault in file["faults"]!.AsArray())
            html.Append("<li>").Append(Text(fault)).Append("</li>");
        html.Append("</ul></div>\n");
    }

    private static void Entry(StringBuilder html, JsonObject entry)
    {
        var who = Text(entry["actorName"]) is { Length: > 0 } name ? name : Text(entry["actor"]);
        html.Append("<div class=\"entry\"><h3>").Append(Text(entry["sequence"])).Append(". ").Append(Text(entry["what"])).Append("</h3>\n<p>")
            .Append(who).Append(", ").Append(Text(entry["at"])).Append("</p>\n");
        Fields(html, entry["data"]);
        html.Append("<p><code>previous ").Append(Text(entry["previous"])).Append("<br>hash ").Append(Text(entry["hash"])).Append("</code></p></div>\n");
    }

    private static void Explain(StringBuilder html, bool redacted)
    {
        html.Append("<h2>How to check the chain</h2>\n<p>An entry's hash is SHA-256, in hexadecimal, over the UTF-8 text of these parts, each written as its length, a colon, itself and a semicolon: the case's reference, the sequence number, the moment in milliseconds since 1970, the actor's id, the type, the data and the previous hash. The first entry's previous hash is 64 zeros. ");
        html.Append(redacted
            ? "In this redacted copy names are replaced, so the hashes are those of the full file and cannot be computed from it."
            : "The JSON file beside this one holds the parts exactly as they were hashed.");
        html.Append("</p>\n");
    }

    private static void Fields(StringBuilder html, JsonNode? node)
    {
        if (node is not JsonObject fields)
        {
            html.Append("<p>").Append(Text(node)).Append("</p>\n");
            return;
        }
        html.Append("<dl>");
        foreach (var (field, value) in fields)
        {
            html.Append("<dt>").Append(Encoded(TrailSteps.Field(field))).Append("</dt><dd>");
            Value(html, value);
            html.Append("</dd>");
        }
        html.Append("</dl>\n");
    }

    private static void Value(StringBuilder html, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject:
                Fields(html, value);
                break;
            case JsonArray list when list.Count == 0:
                html.Append("none");
                break;
            case JsonArray list when list.All(item => item is JsonValue):
                html.AppendJoin(", ", list.Select(Text));
                break;
            case JsonArray list:
                foreach (var item in list)
                    Value(html, item);
                break;
            default:
                html.Append(Text(value));
                break;
        }
    }

    private static string Text(JsonNode? value) => value is null ? "" : Encoded(value.ToString());

    private static string Encoded(string text) => WebUtility.HtmlEncode(UserText.Plain(text));
}
