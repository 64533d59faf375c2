using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>Whatever a draft is made of, it is shown as it was typed and never acts as formatting; and what is agreed is what was shown.</summary>
public sealed class OpinionTextTests(OfficeSchool office) : IClassFixture<OfficeSchool>
{
    public static TheoryData<string, string> Drafts => new()
    {
        { "a", "a" },
        { "🎉👨‍👩‍👧🏆", "🎉👨‍👩‍👧🏆" },
        { "https://example.test/a", "https://example.test/a" },
        { "ברוכים הבאים, נתראה מחר", "ברוכים הבאים, נתראה מחר" },
        { "**bold** _it_ [win](https://evil.example)", "\\*\\*bold\\*\\* \\_it\\_ \\[win\\]\\(https://evil.example\\)" },
        { "<at>Sam Keane</at> come and see", "&lt;at&gt;Sam Keane&lt;/at&gt; come and see" },
        { "# head", "\\# head" },
    };

    [Theory]
    [MemberData(nameof(Drafts))]
    public async Task A_draft_is_shown_as_typed_to_its_author_and_its_reader(string typed, string shown)
    {
        var priya = office.School.Teacher();
        var reference = await priya.AsksAboutAsync(typed);
        priya.Sees(shown);
        await office.Sam.HasToReadAsync(reference, shown);
        await office.Sam.PressesAsync("Agree", on: reference);
        await priya.GetsAsync("I write because something has happened to it.", "Agreed: you can post it", reference);
        await priya.PressesAsync("Copy the text", on: reference);
        Assert.Equal(typed, priya.Card.Standing("The agreed text"));
    }

    [Fact]
    public async Task Ten_thousand_characters_are_kept_read_in_parts_and_copied_whole()
    {
        var (priya, sam) = (office.School.Teacher(), office.Sam);
        var text = string.Concat(Enumerable.Range(1, 2500).Select(number => $"{number % 10}a 😀"))[..9998] + "ZZ";
        await priya.SaysAsync($"check: {text}");
        priya.Sees("This is its beginning. All of it has 10,000 characters.", "It is too long for a field.");
        await priya.Chooses("Which platform?", "Facebook").Chooses("From which account?", "My own, personal account").PressesAsync("Next");
        await priya.Chooses("Who is it for?", "Everybody").PressesAsync("Next");
        await priya.PressesAsync("Read all of it");
        priya.Sees("The text, part 1 of");
        await priya.PressesAsync("Back", on: "The text, part 1 of");
        await priya.PressesAsync("Send it to them");
        var reference = priya.Reference;
        await sam.HasToReadAsync(reference, "All of it has 10,000 characters.");
        await sam.PressesAsync("Read all of it", on: reference);
        for (var part = 2; part <= 5; part++)
        {
            await sam.PressesAsync("Next part");
            sam.Sees($"The text, part {part} of");
        }
        await sam.PressesAsync("Back", on: "The text, part 5 of");
        await sam.PressesAsync("Agree", on: reference);
        await priya.GetsAsync("I write because something has happened to it.", "Agreed: you can post it", reference);
        await priya.PressesAsync("Copy the text", on: "Agreed: you can post it");
        var copied = "";
        for (var part = 1; ; part++)
        {
            var field = priya.Card.Inputs.First();
            copied += CardFace.Of(field, "value");
            if (priya.Card.Button("Next part") is null)
                break;
            await priya.PressesAsync("Next part");
        }
        Assert.Equal(text, copied);
        await priya.SaysAsync($"check: {copied}");
        priya.Sees("Exactly this text was agreed");
    }

    [Fact]
    public async Task What_nobody_can_see_is_taken_out_and_said()
    {
        var priya = office.School.Teacher();
        await priya.DescribesAsync("Come to the \u200BMugwort\u202E fair");
        priya.Sees("Come to the Mugwort fair", "I took out 2 characters that cannot be seen.");
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_and_nothing_is_lost()
    {
        var priya = office.School.Teacher();
        await priya.SaysAsync($"check: {new string('a', 10_001)}");
        priya.Sees("This is longer than 10,000 characters.");
    }
}
