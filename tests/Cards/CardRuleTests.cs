using System.Text;
using System.Text.Json;
using PolicyBot.Cards;
using PolicyBot.Cards.Elements;

namespace PolicyBot.Tests.Cards;

/// <summary>What holds for every card: statements CARD-01 to CARD-03 and INV-03.</summary>
public sealed class CardRuleTests
{
    private static readonly string[] Elements =
        ["AdaptiveCard", "TextBlock", "FactSet", "Container", "ActionSet", "Input.Text", "Input.Date", "Input.Time", "Input.ChoiceSet",
            "Data.Query", "Action.Execute", "Action.Submit", "Action.OpenUrl", "Action.ToggleVisibility", "task/fetch"];

    private static readonly string[] Names = ["Ann", "Bob", "Jane", "Omar", "Rita", "Tom", "facebook", "teacher"];

    [Fact]
    public void Each_card_of_the_gallery_has_a_name_of_its_own_that_does_for_a_file()
    {
        Assert.Empty(CardGallery.Messages.GroupBy(entry => entry.Name).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.All(CardGallery.Messages, entry => Assert.Matches("^[a-z0-9-]+$", entry.Name));
    }

    [Fact]
    public void CARD_01_every_card_is_version_1_5_and_can_be_read_out()
    {
        foreach (var (name, card) in Parsed())
        {
            Assert.True(card.Text("version") == "1.5" && card.Text("lang") == "en" && card.Text("fallbackText") is { Length: > 0 }, name);
            Assert.True(card.Typed().All(element => Elements.Contains(element.Type())), name);
            Assert.True(card.Typed().All(element => element.EnumerateObject().First().Name is "type" || element.Type() is "AdaptiveCard"), name);
        }
    }

    [Fact]
    public void CARD_01_every_card_is_at_most_28_KB()
    {
        var tooLarge = CardGallery.Cards.Select(entry => (entry.Name, Size: Encoding.UTF8.GetByteCount(CardJson.Write(entry.Card)))).Where(entry => entry.Size > 28 * 1024);
        Assert.Empty(tooLarge);
    }

    [Fact]
    public void CARD_01_every_message_has_a_summary_without_names_or_details()
    {
        foreach (var (name, message) in CardGallery.Messages)
        {
            Assert.True(message.Summary.Length is > 0 and < 80, name);
            Assert.True(message.Text is null != message.Card is null, name);
            Assert.False(Words(message.Summary).Overlaps(Names), $"{name}: {message.Summary}");
            Assert.False(Words(message.Card?.FallbackText ?? "").Overlaps(Names), $"{name}: {message.Card?.FallbackText}");
        }
    }

    [Fact]
    public void What_a_button_unfolds_is_there_once_and_folded_away_and_nothing_that_asks_for_something_is_in_it()
    {
        var folds = 0;
        foreach (var (name, card) in Parsed())
        {
            var folded = card.OfType("Container").Where(container => container.TryGetProperty("isVisible", out _)).ToList();
            Assert.True(folded.All(container => !container.GetProperty("isVisible").GetBoolean() && !container.Inputs().Any() && !container.OfType("ActionSet").Any()), name);
            Assert.Equal(folded.Select(container => container.Text("id")), card.OfType("Action.ToggleVisibility").SelectMany(toggle => toggle.GetProperty("targetElements").EnumerateArray()).Select(id => id.GetString()));
            folds += folded.Count;
        }
        Assert.True(folds > 0);
    }

    [Fact]
    public void A_list_to_choose_from_has_something_in_it()
    {
        foreach (var (name, card) in Parsed())
            Assert.True(card.Inputs().All(input => !input.TryGetProperty("choices", out var choices) || input.TryGetProperty("choices.data", out _) || choices.GetArrayLength() > 0), name);
    }

    [Fact]
    public void CARD_02_every_input_has_a_label_and_an_id_of_its_own()
    {
        string[] carried =
        [
            Fields.Verb, Fields.Draft, Fields.Step, Fields.Danger, Fields.Ref, Fields.Delivery, Fields.Document, Fields.Section, Fields.Question, Fields.Seen, Fields.Asks, Fields.Edition, Fields.Offer, Fields.Filter, Fields.Page,
            Fields.Answered, Fields.Number, Fields.Seal, Fields.Case,
        ];
        foreach (var (name, card) in Parsed())
        {
            var ids = card.Inputs().Select(input => input.Text("id")).ToArray();
            Assert.True(ids.Distinct().Count() == ids.Length, name);
            Assert.True(card.Inputs().All(input => input.Text("label") is { Length: > 0 }), name);
            Assert.Empty(ids.Intersect(carried));
        }
    }

    [Fact]
    public void Where_words_find_a_choice_nothing_is_preselected_and_no_two_choices_read_alike()
    {
        var lists = Parsed().SelectMany(entry => entry.Card.OfType("Input.ChoiceSet")).Where(list => list.Text("style") is "filtered").ToList();
        Assert.NotEmpty(lists);
        Assert.All(lists, list =>
        {
            Assert.True(list.Text("value") is null or "");
            var titles = list.GetProperty("choices").EnumerateArray().Select(choice => choice.Text("title")).ToList();
            Assert.Equal(titles.Count, titles.Distinct(StringComparer.Ordinal).Count());
        });
    }

    [Fact]
    public void CARD_02_colour_is_never_the_only_signal()
    {
        foreach (var (name, card) in Parsed())
        {
            var coloured = card.Typed().Where(element => element.Text("color") is not null || element.Text("style") is "attention" or "warning" or "good");
            Assert.True(coloured.All(element => element.OfType("TextBlock").Any(block => block.Text("text")!.Length > 5)), name);
        }
    }

    [Fact]
    public void CARD_03_nothing_typed_becomes_a_link_a_mention_or_markup()
    {
        foreach (var (name, card) in Parsed().Where(entry => entry.Name.Contains("hostile", StringComparison.Ordinal)))
        {
            foreach (var text in card.Markdown())
            {
                var unescaped = text.Replace("\\\\", "", StringComparison.Ordinal);
                Assert.False(unescaped.Contains('<') || unescaped.Replace("\\[", "", StringComparison.Ordinal).Contains('['), $"{name}: {text}");
                Assert.False(unescaped.Contains("DATE(", StringComparison.Ordinal), $"{name}: {text}");
            }
            Assert.DoesNotContain(card.GetRawText(), letter => letter is '\u202E' or '\u202C' or '\u200B');
            Assert.DoesNotContain("\\u0000", card.GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Only_web_links_and_chats_can_be_opened()
    {
        foreach (var (name, card) in Parsed())
            Assert.True(card.OfType("Action.OpenUrl").All(action => new Uri(action.Text("url")!).Scheme is "https" or "http" or "mailto"), name);
    }

    [Fact]
    public void At_most_six_buttons_stand_on_a_card()
    {
        var crowded = Parsed().Where(entry => entry.Card.Buttons().Count() > 6).Select(entry => entry.Name);
        Assert.Empty(crowded);
    }

    [Fact]
    public void Every_press_works_on_an_old_client_too()
    {
        foreach (var (name, card) in Parsed())
        {
            foreach (var press in card.Buttons().Where(button => button.Type() == "Action.Execute"))
            {
                Assert.Equal(press.Text("verb"), press.GetProperty("data").Text(Fields.Verb));
                var fallback = press.GetProperty("fallback");
                Assert.True(fallback.Type() == "Action.Submit" && JsonElement.DeepEquals(fallback.GetProperty("data"), press.GetProperty("data")), name);
            }
        }
    }

    [Fact]
    public void INV_03_a_refresh_only_looks_and_names_nobody()
    {
        foreach (var (name, card) in Parsed().Where(entry => entry.Card.TryGetProperty("refresh", out _)))
        {
            var refresh = card.GetProperty("refresh");
            Assert.True(
                refresh.GetProperty("action").Text("verb") is Verbs.ReportView or Verbs.IncidentView or Verbs.QuestionView or Verbs.OpinionView or Verbs.OpinionDraft or Verbs.AccountView or Verbs.AccountCheckIn
                    or Verbs.CommentView or Verbs.CommentDraft or Verbs.HandoverView or Verbs.ReleaseView,
                name);
            Assert.False(refresh.TryGetProperty("userIds", out _), name);
        }
    }

    // Whole words: "cannot" names nobody.
    private static HashSet<string> Words(string text) =>
        text.Split([' ', ',', '.', ':', ';', '?', '!', '(', ')', '\'', '_'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<(string Name, JsonElement Card)> Parsed() =>
        CardGallery.Cards.Select(entry => (entry.Name, JsonElement.Parse(CardJson.Write(entry.Card))));
}
