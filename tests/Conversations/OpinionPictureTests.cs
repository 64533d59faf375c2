using System.Text.Json.Nodes;
using PolicyBot.Bot.Evidence;
using PolicyBot.Cases;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Conversations;

/// <summary>Pictures go with a draft: asked about first, then fetched, given to its reader, and part of what they agree to.</summary>
public sealed class OpinionPictureTests : IAsyncLifetime
{
    private static readonly byte[] Cup = SampleFiles.Png("The cup");
    private readonly School school = new() { Trust = Cast.TrustWithOfficeJson() };

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    private Participant sam = null!;

    public async ValueTask InitializeAsync()
    {
        await school.InitializeAsync();
        sam = school.InChat(Cast.Sam);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_picture_goes_with_the_draft_to_its_reader_and_is_bound_to_the_decision()
    {
        var priya = school.Teacher();
        await SentWithAsync(priya, "The Chervil match", Cup);
        await priya.PressesAsync("Send it to them");
        var reference = priya.Reference;
        await sam.HasToReadAsync(reference, "Chervil", "Sent with it", "cup.png", "picture, PNG");
        var opinion = await OpinionAsync(reference);
        Assert.Equal(EvidenceHash.Of(Cup), Assert.Single(opinion.Post.PictureFiles).Hash);

        await sam.PressesAsync("See the pictures", on: reference);
        sam.Sees($"{reference}: pictures", "1. cup.png", EvidenceHash.Of(Cup)[..12]);
        await sam.PressesAsync("Get it", on: $"{reference}: pictures");
        await sam.GetsAsync($"{reference}, picture 1: it is as it was sent");
        await sam.PressesAsync("Back", on: $"{reference}: pictures");
        await sam.PressesAsync("Agree", on: $"{reference}: please read this");
        await priya.GetsAsync("Agreed: you can post it", "with exactly the picture that was sent");
    }

    [Fact]
    public async Task The_same_picture_saved_again_is_another_and_the_decision_falls()
    {
        var priya = school.Teacher();
        await SentWithAsync(priya, "The Borage bowl", Cup);
        await priya.PressesAsync("Send it to them");
        var reference = priya.Reference;
        await sam.HasToReadAsync(reference, "Borage");
        await sam.PressesAsync("Agree", on: reference);
        // On the card that stood there, and on one of its own: once both are drawn, nothing wipes a form any more.
        await school.Teams.WaitForAsync(_ => priya.MessagesSaying("Agreed: you can post it") == 2, Ended);
        var before = await OpinionAsync(reference);

        await priya.PressesAsync("Change it", on: "Agreed: you can post it");
        await priya.PressesAsync("Next");
        await priya.PressesAsync("Leave the pictures out");
        await priya.AttachesAsync("", new SentFile("again.png", school.Files.Holds([.. Cup, 0])));
        await priya.PressesAsync("No");
        await priya.GetsAsync("Saved with your draft", "again.png");
        await priya.PressesAsync("Carry on with the draft");
        priya.Sees("This is another text than the one that was agreed.");
        await priya.PressesAsync("Send it again");
        await sam.GetsAsync("A draft is with you again", reference);
        var after = await OpinionAsync(reference);
        Assert.NotEqual(before.Seal, after.Seal);
        Assert.False(after.IsAgreed);
        // What was decided on the first picture can still be shown.
        Assert.Equal(2, Directory.GetFiles(school.EvidenceFolder).Length);
    }

    [Fact]
    public async Task A_picture_that_might_show_a_child_undressed_is_never_fetched()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("check: The Lovage lunch");
        await priya.AttachesAsync("", new SentFile("cup.png", school.Files.Holds(Cup)));
        await priya.GetsAsync("Could it show a child undressed, or anything sexual?", "keep it with your draft");
        await priya.PressesAsync("Not sure");
        priya.Sees("Do not");
        Assert.Empty(school.Files.Calls);
        Assert.DoesNotContain("cup.png", school.Remembered(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_comes_with_a_picture_is_taken_with_it()
    {
        var priya = school.Teacher();
        await priya.AttachesAsync("check: The Tansy tea", new SentFile("cake.png", school.Files.Holds(Cup)));
        await priya.GetsAsync("What do you want to post?", "The Tansy tea");
        await priya.GetsAsync("Could it show a child undressed, or anything sexual?");
        await priya.PressesAsync("No");
        await priya.GetsAsync("Saved with your draft", "cake.png");
    }

    [Fact]
    public async Task What_the_picture_shows_has_to_be_said()
    {
        var priya = school.Teacher();
        await SavedWithAsync(priya, "The Dill dance", Cup);
        await priya.PressesAsync("Carry on with the draft");
        await priya.Chooses("Which platform?", "Facebook").Chooses("From which account?", "An account of the Trust or an academy").PressesAsync("Next");
        await priya.Chooses("Who is it for?", "Families").PressesAsync("Next");
        priya.Sees("Please say what the picture that you sent shows, and whom.");
    }

    [Fact]
    public async Task Thrown_away_with_its_draft_the_picture_is_deleted()
    {
        var priya = school.Teacher();
        await SavedWithAsync(priya, "The Fennel fair", Cup);
        await priya.SaysAsync("cancel");
        await school.Log.WaitForAsync(line => line.Contains("Disposal: the file", StringComparison.Ordinal), Ended);
        Assert.Empty(Directory.GetFiles(school.EvidenceFolder));
    }

    [Fact]
    public async Task The_picture_of_a_request_stays_when_a_change_of_it_is_thrown_away()
    {
        var priya = school.Teacher();
        await SentWithAsync(priya, "The Sorrel show", Cup);
        await priya.PressesAsync("Send it to them");
        var reference = priya.Reference;
        await sam.HasToReadAsync(reference, "Sorrel");
        await priya.GetsAsync("Your draft is being read", reference);
        await priya.PressesAsync("Change it", on: "Your draft is being read");
        await priya.SaysAsync("cancel");
        await sam.PressesAsync("See the pictures", on: reference);
        await sam.PressesAsync("Get it", on: $"{reference}: pictures");
        await sam.GetsAsync($"{reference}, picture 1: it is as it was sent");
    }

    [Fact]
    public async Task Altered_on_the_disk_it_is_named_and_not_given()
    {
        var priya = school.Teacher();
        await SentWithAsync(priya, "The Thyme trip", Cup);
        await priya.PressesAsync("Send it to them");
        var reference = priya.Reference;
        await sam.HasToReadAsync(reference, "Thyme");
        var path = Assert.Single(Directory.GetFiles(school.EvidenceFolder));
        File.SetAttributes(path, FileAttributes.Normal);
        await File.AppendAllTextAsync(path, "!", Ended);
        await sam.PressesAsync("See the pictures", on: reference);
        await sam.PressesAsync("Get it", on: $"{reference}: pictures");
        sam.Sees("Picture 1 is not as it was sent, so I do not hand it out.");
        sam.NeverGot("picture 1: it is as it was sent");
    }

    [Fact]
    public async Task Whoever_does_not_read_the_draft_gets_no_picture()
    {
        var priya = school.Teacher();
        await SentWithAsync(priya, "The Mint match", Cup);
        await priya.PressesAsync("Send it to them");
        var reference = priya.Reference;
        await sam.HasToReadAsync(reference, "Mint");
        var picture = (await OpinionAsync(reference)).Post.PictureFiles[0];
        foreach (var person in (Participant[])[school.InChat(Cast.Grace), school.InChat(Cast.Nora)])
            foreach (var verb in (string[])["opinion.pictures", "opinion.picture"])
            {
                await person.SendsAsync(person.Pressing(verb, new JsonObject { ["ref"] = reference, ["chosen"] = picture.Id }));
                person.Sees("Only the people who were asked can do that. Nothing has changed.").DoesNotSee("cup.png");
            }
    }

    /// <summary>A draft with a picture, described as far as the review.</summary>
    private async Task SentWithAsync(Participant author, string text, byte[] picture)
    {
        await author.DescribesAsync(text);
        await author.PressesAsync("Change the rest");
        await author.AttachesAsync("", new SentFile("cup.png", school.Files.Holds(picture)));
        await author.PressesAsync("No");
        await author.GetsAsync("Saved with your draft", "cup.png", "picture, PNG");
        await author.PressesAsync("Carry on with the draft");
        await author.Fills("Pictures or video: what do they show, and whom?", "A silver cup on a table, nobody in it").PressesAsync("Next");
        author.Sees("Before a person reads it", "Sent with it", "cup.png");
    }

    private async Task SavedWithAsync(Participant author, string text, byte[] picture)
    {
        await author.SaysAsync($"check: {text}");
        await author.AttachesAsync("", new SentFile("cup.png", school.Files.Holds(picture)));
        await author.PressesAsync("No");
        await author.GetsAsync("Saved with your draft");
    }

    private async Task<SecondOpinion> OpinionAsync(string reference)
    {
        Assert.True(CaseReference.TryParse(reference, out var known));
        return (await school.Bot.Get<CaseStore>().Opinions.FindAsync(known, Ended))!;
    }
}
