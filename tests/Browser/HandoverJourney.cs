namespace PolicyBot.Tests.Browser;

/// <summary>An account that nobody had written down is closed: as the teacher who has it and the Social Media Manager live it.</summary>
public sealed class HandoverJourney(ChromiumBrowser chromium)
{
    [Fact]
    public async Task Priya_asks_for_an_account_to_be_closed_and_Tom_adds_it_and_decides()
    {
        await using var school = await School.OpenAsync(chromium);
        var priya = await school.PriyaAsync();
        var tom = await school.InOwnChatAsync("29:tom-whitaker");

        await priya.SayAsync("handover");
        var form = priya.Card("Who hands it over (if it is not its lead)?");
        await form.ChooseAsync("On which platform?", "Instagram");
        await form.FillAsync("Its name, as people see it", "North Drama Club");
        await form.ChooseAsync("Why?", "They leave the Trust");
        await form.PickDayAsync("Last day of the person handing it over", 28);
        await form.MarkAsync("It is closed, and its name is kept");
        await priya.PhotographAsync("handover-01-ask");
        await form.PressAsync("Ask for it");
        await priya.Card("waits for a decision").ReadsAsync("Who decides: Tom Whitaker");
        await priya.PhotographAsync("handover-02-asked");

        await tom.Card("please decide").ReadsAsync("North Drama Club, Instagram");
        await tom.SayAsync("add an account");
        var adding = tom.Card("Its name there");
        await adding.ChooseAsync("Which platform?", "Instagram");
        await adding.FillAsync("Its name there", "northdrama");
        await adding.FillAsync("What people call it", "North Drama Club");
        await adding.ChooseAsync("Whose is it?", "North Academy");
        await adding.PressAsync("Add it");
        await tom.Card("ACC-2026-0001").ReadsAsync("North Drama Club");

        await tom.Card("please decide").PressAsync("Choose it in the register");
        await tom.Card("choose the account").ChooseAsync("Which account is it?", "North Drama Club");
        await tom.Card("choose the account").PressAsync("It is this one");
        await tom.Card("please decide").PressAsync("Decide");
        var decision = tom.Card("your decision");
        await decision.MarkAsync("Approve it as it was asked");
        await decision.FillAsync("Why?", "The club has ended");
        await tom.PhotographAsync("handover-03-decision");
        await decision.PressAsync("Decide");

        await tom.Card("it is your turn").ReadsAsync("The steps: 0 of");
        await tom.PhotographAsync("handover-04-under-way");
    }
}
