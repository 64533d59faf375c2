using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyBot.Policy.Adding;

/// <summary>Writes policy.json so that people can read it and compare two issues: a line a thing, letters as letters.</summary>
internal static class PolicyFileText
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(PolicyFile policy)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteString("title", policy.Title);
            json.WriteString("trust", policy.Trust);
            json.WriteString("issueNumber", policy.IssueNumber);
            json.WriteString("status", policy.Status.ToString().ToUpperInvariant());
            json.WriteString("responsible", policy.Responsible);
            json.WriteString("approvedBy", policy.ApprovedBy);
            json.WriteString("date", policy.Date);
            json.WriteString("reviewDate", policy.ReviewDate);
            json.WriteString("sponsoredBy", policy.SponsoredBy);
            json.WriteString("mission", policy.Mission);
            json.WriteStartArray("sections");
            foreach (var section in policy.Sections)
                Write(json, section);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter json, SectionFile section)
    {
        json.WriteStartObject();
        json.WriteStartArray("path");
        foreach (var heading in section.Path)
            json.WriteStringValue(heading);
        json.WriteEndArray();
        json.WriteStartArray("clauses");
        foreach (var clause in section.Clauses)
        {
            json.WriteStartObject();
            json.WriteString(clause.Id is null ? "sameAs" : "id", clause.Id ?? clause.SameAs);
            json.WriteString("text", clause.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
