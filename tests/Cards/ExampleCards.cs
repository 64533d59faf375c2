namespace PolicyBot.Tests.Cards;

/// <summary>Cards made by hand, good and bad, that prove the checks themselves.</summary>
internal static class ExampleCards
{
    internal const string Good = """
        {
          "type": "AdaptiveCard", "version": "1.5",
          "body": [
            { "type": "TextBlock", "text": "What happened?", "size": "Large", "weight": "Bolder", "wrap": true, "style": "heading" },
            { "type": "FactSet", "facts": [{ "title": "Reference", "value": "INC-2026-0042" }, { "title": "Academy", "value": "North Academy" }] },
            { "type": "Input.Text", "id": "what", "label": "In your own words", "isMultiline": true, "isRequired": true, "errorMessage": "Tell us what happened." },
            { "type": "Input.ChoiceSet", "id": "where", "label": "Where", "choices": [{ "title": "Instagram", "value": "instagram" }, { "title": "Somewhere else", "value": "other" }] },
            { "type": "TextBlock", "text": "**999** first when someone is in danger.", "color": "Attention", "wrap": true }
          ],
          "actions": [{ "type": "Action.Execute", "title": "Next", "verb": "report.next" }, { "type": "Action.Execute", "title": "Back", "verb": "report.back", "associatedInputs": "none" }]
        }
        """;

    /// <summary>Misspelt: a property, a value and an element. The renderer draws around the first; the type checker sees all three.</summary>
    internal const string Misspelt = """
        { "type": "AdaptiveCard", "version": "1.5", "body": [
          { "type": "TextBlock", "text": "Hello", "colour": "Good" },
          { "type": "TextBlock", "text": "Hello", "color": "Purple" },
          { "type": "Textblock", "text": "Hello" } ] }
        """;

    /// <summary>Well spelt, but a reader on a phone has to scroll sideways.</summary>
    internal const string TooWide = """
        { "type": "AdaptiveCard", "version": "1.5", "body": [
          { "type": "ColumnSet", "columns": [
            { "type": "Column", "width": "200px", "items": [{ "type": "TextBlock", "text": "Left" }] },
            { "type": "Column", "width": "200px", "items": [{ "type": "TextBlock", "text": "Right" }] } ] } ] }
        """;
}
