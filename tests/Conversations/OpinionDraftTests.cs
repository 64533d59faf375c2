using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>No button throws away what an author has typed on a newer card.</summary>
public sealed class OpinionDraftTests(OfficeSchool office) : IClassFixture<OfficeSchool>
{
    [Fact]
    public async Task Change_it_pressed_again_offers_to_carry_on()
    {
        var (priya, sam) = (office.School.Teacher(), office.Sam);
        var reference = await priya.AsksAboutAsync("The Henbane hike");
        await sam.HasToReadAsync(reference, "Henbane");
        await priya.PressesAsync("Change it", on: "Your draft is being read");
        await priya.Fills("The text, word for word", "The Henbane hike begins at eight").PressesAsync("Next");
        await priya.PressesAsync("Change it", on: "Your draft is being read");
        priya.Sees("You have a draft that nobody has read yet");
        await priya.PressesAsync("Carry on");
        priya.Sees("The Henbane hike begins at eight");
    }

    [Fact]
    public async Task Start_again_on_an_old_card_leaves_a_newer_draft_alone()
    {
        var priya = office.School.Teacher();
        await priya.SaysAsync("check: The Lovage lunch");
        await priya.SaysAsync("check");
        var again = await priya.PressingAsync("Start again");
        await priya.PressesAsync("Throw it away");
        await priya.SaysAsync("check: The Mallow meeting");
        await priya.SendsAsync(again);
        priya.Sees("This draft is not here any more");
        await priya.SaysAsync("check");
        await priya.PressesAsync("Carry on");
        Assert.Equal("The Mallow meeting", priya.Card.Standing("The text, word for word"));
    }

    [Fact]
    public async Task Start_again_still_starts_again()
    {
        var priya = office.School.Teacher();
        await priya.SaysAsync("check: The Nettle news");
        await priya.SaysAsync("check");
        await priya.PressesAsync("Start again");
        priya.Sees("What do you want to post?");
        Assert.Equal("", priya.Card.Standing("The text, word for word") ?? "");
    }

    [Fact]
    public async Task Carried_on_with_it_goes_to_those_who_have_it_already()
    {
        var (priya, sam, nora) = (office.School.Teacher(), office.Sam, office.Nora);
        var reference = await priya.AsksAboutAsync("The Orache outing");
        await sam.HasToReadAsync(reference, "Orache");
        await sam.PressesAsync("Hand it on", on: reference);
        await sam.Chooses("Who should read it in your place?", "Nora Finch").PressesAsync("Hand it on to them", on: reference);
        await nora.HasToReadAsync(reference, "Orache");
        await priya.GetsAsync("Your draft is being read", "It is with Nora Finch");

        await priya.PressesAsync("Change it", on: "Your draft is being read");
        await priya.Fills("The text, word for word", "The Orache outing begins at nine").PressesAsync("Next");
        priya.Sees("It goes to Nora Finch");
        await priya.SaysAsync("check");
        await priya.PressesAsync("Carry on");
        priya.Sees("It goes to Nora Finch");
    }
}
