namespace PolicyBot.Tests.Browser;

/// <summary>A report from the first press to the end, as the teacher and the headteacher live it.</summary>
public sealed class ReportingJourney(ChromiumBrowser chromium)
{
    private const string Story = "A parent wrote on our page that Year 8 maths is a joke & the teacher should be sacked.";

    [Fact]
    public async Task Priya_reports_Martin_acknowledges_and_closes_and_Priya_is_told_each_time()
    {
        await using var school = await School.OpenAsync(chromium);
        var martin = await school.SomeoneElseAsync("29:martin-hughes");
        await martin.GoToAsync("North SLT - Incidents");
        var priya = await school.PriyaAsync();

        var reference = await ReportAsync(priya);

        var post = martin.Card(reference);
        await post.ReadsAsync("new report");
        await post.ReadsAsync(Story);
        await martin.PhotographAsync("report-08-channel");
        await post.PressAsync("Acknowledge");
        await post.ReadsAsync("acknowledged");
        await post.ReadsAsync("Martin Hughes");
        await martin.PhotographAsync("report-09-acknowledged");
        await post.PhotographAsync("readme-slt-card");

        await priya.Card("Somebody has your report").ReadsAsync("Martin Hughes took it on");
        await priya.PhotographAsync("report-10-told");
        await SeesButMayNotActAsync(priya, reference);

        await CloseAsync(martin, post, reference);

        await priya.GoToAsync("Personal Chat");
        await priya.Card("Your report is finished").ReadsAsync(reference);
        await priya.SayAsync("my reports");
        await priya.Card("My reports").ReadsAsync(reference);
        await priya.Card("My reports").ReadsAsync("Finished");
        await priya.PhotographAsync("report-14-my-reports");
    }

    private static async Task<string> ReportAsync(PlaygroundPage priya)
    {
        await priya.SayAsync("I want to report something");
        await priya.Card("Before you start").ReadsAsync("ring 999 first");
        await priya.PhotographAsync("report-01-danger");
        await priya.Card("Before you start").PressAsync("No, nobody is in danger");

        await priya.Card("Step 1 of 4").PressAsync("Next");
        await priya.Card("Step 1 of 4").ReadsAsync("Please say in a few words what happened.");
        await priya.PhotographAsync("report-02-nothing-said");
        await priya.Card("Step 1 of 4").FillAsync("What happened", Story);
        await priya.Card("Step 1 of 4").PressAsync("Next");

        var where = priya.Card("Step 2 of 4");
        await where.FillAsync("Account or page", "North Parents");
        await where.FillAsync("Link to it", "https://facebook.example/posts/1");
        await where.PressAsync("Next");
        await where.ReadsAsync("Please choose where it happened.");
        await where.HoldsAsync("Account or page", "North Parents");
        await priya.PhotographAsync("report-03-no-platform");
        await where.ChooseAsync("Which platform?", "Facebook");

        await where.PressAsync("Back");
        await priya.Card("Step 1 of 4").HoldsAsync("What happened", Story);
        await priya.PhotographAsync("report-04-back");
        await priya.Card("Step 1 of 4").PressAsync("Next");
        await where.HoldsAsync("Link to it", "https://facebook.example/posts/1");
        await where.PressAsync("Next");

        await priya.Card("Step 3 of 4").TickAsync("A member of staff");
        await priya.Card("Step 3 of 4").FillAsync("Anybody else", "A parent of a Year 8 pupil");
        await priya.PhotographAsync("report-05-who");
        await priya.Card("Step 3 of 4").PressAsync("Next");
        await priya.PhotographAsync("report-05-question");
        await priya.Card("One question before you send it").PressAsync("Yes");

        var review = priya.Card("Step 4 of 4");
        await review.ReadsAsync(Story);
        await review.ReadsAsync("Facebook");
        await review.ReadsAsync("Martin Hughes, Grace Okafor");
        await priya.PhotographAsync("report-06-review");
        await review.PressAsync("Submit");

        var saved = priya.Card("Your report is saved");
        await saved.ReadsAsync("What happens next");
        var reference = await saved.ReferenceAsync();
        await priya.PhotographAsync("report-07-saved");
        return reference;
    }

    // Everybody is in every channel of the Playground. In a real one Priya would not be; the server refuses her all the same.
    private static async Task SeesButMayNotActAsync(PlaygroundPage priya, string reference)
    {
        await priya.GoToAsync("North SLT - Incidents");
        var post = priya.Card(reference);
        await post.ReadsAsync("Martin Hughes");
        await post.PressAsync("Record outcome");
        await priya.SeesAsync("Only those who handle this can do that. Nothing has changed.");
        await priya.PhotographAsync("report-11-refused");
    }

    private static async Task CloseAsync(PlaygroundPage martin, CardOnPage post, string reference)
    {
        await post.PressAsync("Record outcome");
        var form = martin.Card("record the outcome");
        await form.PressAsync("Save outcome");
        await form.ReadsAsync("Please choose the outcome.");
        await martin.PhotographAsync("report-12-outcome-form");
        await form.ChooseAsync("What was the outcome?", "Content removed or hidden");
        await form.FillAsync("Why?", "The parent took it down after a telephone call.");
        await form.TickAsync("The platform");
        await form.PressAsync("Save outcome");
        await martin.Card(reference).ReadsAsync("closed");
        await martin.Card(reference).ReadsAsync("The parent took it down after a telephone call.");
        await martin.PhotographAsync("report-13-closed");
    }
}
