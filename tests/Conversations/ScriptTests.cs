using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>What somebody who reports reads about what to do now, word for word: on the question about their words, and again when the report is saved.</summary>
public sealed class ScriptTests(OfficeSchool office) : IClassFixture<OfficeSchool>
{
    private static readonly Dictionary<string, string[]> Scripts = new(StringComparer.Ordinal)
    {
        ["Danger"] =
        [
            "Ring **999** now. Then speak to the safeguarding lead.",
        ],
        ["ChildAtRisk"] =
        [
            "**Speak to the safeguarding lead now, in person or by phone.**",
            "Do not investigate, do not question the child, and do not promise to keep it secret.",
        ],
        ["IndecentImage"] =
        [
            "**Speak to the safeguarding lead now, in person or by phone.**",
            "Do not send, copy or screenshot it, and do not show it to anybody.",
            "Do not delete it, and do not ask the child to.",
            "Leave the device with the child, or secure it as you are told.",
            "If you have already seen it by accident, say so.",
            "Please report only the time, the platform, the account, who is involved and whom you told. I take no picture, and please give no link to it.",
            "The Internet Watch Foundation takes reports of such images: report.iwf.org.uk. If somebody grooms or threatens the child, the police take reports of it here: www.ceop.police.uk.",
        ],
        ["AdultContactingChild"] =
        [
            "**Speak to the safeguarding lead now, in person or by phone.**",
            "Do not reply to the adult, and do not look into it yourself. Leave the messages where they are. Do not promise the child to keep it secret.",
            "The police take reports of this here, too: www.ceop.police.uk. In danger, ring **999**.",
        ],
        ["AllegationStaff"] =
        [
            "**Speak to Martin Hughes, the headteacher, and to nobody else.**",
            "Do not speak of it with colleagues or with the person it is about, and do not look into it yourself.",
        ],
        ["AllegationHead"] =
        [
            "**Speak to Farah Aziz or Gwen Ellis, the chair of governors, and to nobody else.**",
            "Do not speak of it with colleagues or with the person it is about, and do not look into it yourself.",
        ],
        ["DataBreach"] =
        [
            "The data protection officer is told as soon as this is sent. Do not wait until you know everything. Do not delete anything.",
        ],
        ["Crime"] =
        [
            "Keep the evidence: do not delete anything, and do not reply.",
            "If somebody is in danger, ring **999**. Otherwise the headteacher or the safeguarding lead tells the police, on **101** or at www.police.uk.",
        ],
        ["StaffTarget"] =
        [
            "I am sorry that this happened. Nobody has to put up with it at work, or to deal with it alone. Do not reply. Keep what was posted. Please tell your line manager, or somebody you trust, how you are.",
            "The Professionals Online Safety Helpline (POSH) helps people who work with children: **0344 381 4772** (Monday to Friday, 10 am to 4 pm; please check before you ring).",
        ],
        ["ParentComment"] =
        [
            "Please do not argue online. The policy's way is this:",
            "1. The academy asks the parent or carer to remove the post.",
            "2. It invites them to talk about it in person.",
            "3. If that does not settle it, they are referred to the Trust's complaints procedure.",
            "If the academy hides or removes it, tell the audience why. You can copy this:",
            "We have removed a comment from this page because it was offensive and against our social media rules. If something worries you, please speak with the academy directly.",
        ],
    };

    private School School => office.School;

    public static TheoryData<string> Routes => ["Danger", "ChildAtRisk", "IndecentImage", "AdultContactingChild", "AllegationStaff", "AllegationHead", "DataBreach", "Crime", "StaffTarget", "ParentComment"];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task They_read_it_twice_word_for_word(string route)
    {
        var priya = School.Teacher();
        await AtQuestionAsync(priya, route);
        Reads(priya, Scripts[route]);
        await priya.PressesAsync("Yes");
        await priya.PressesAsync("Submit");
        priya.Sees("Your report is saved");
        Reads(priya, Scripts[route]);
    }

    [Fact]
    public async Task Nobody_is_told_to_speak_with_whom_it_is_about_nor_is_SLT()
    {
        var (priya, martin) = (School.Teacher(), School.InChat(Cast.Martin));
        await AtQuestionAsync(priya, "Danger", Cast.Dina);
        priya.Sees("Then speak to Martin Hughes.").DoesNotSee("Dina Shaw", "01632 960 111");
        await priya.PressesAsync("Yes");
        await priya.PressesAsync("Submit");
        priya.Sees("If you have not spoken with Martin Hughes yet").DoesNotSee("Dina Shaw", "01632 960 111");
        var reference = priya.Reference;
        await martin.GetsAsync($"{reference}: new report");
        await School.North.ShowsAsync($"{reference}: someone may be in danger", "Martin Hughes has been told and holds the details. Please speak with nobody else about it");
        Assert.DoesNotContain(School.North.Posts, post => post.Activity.GetRawText().Contains(reference, StringComparison.Ordinal) && post.Activity.GetRawText().Contains("safeguarding lead", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_allegation_is_spoken_of_with_whoever_gets_it()
    {
        var priya = School.Teacher();
        await AtQuestionAsync(priya, "AllegationStaff", Cast.Martin);
        priya.Sees("Speak to Farah Aziz or Gwen Ellis, the chair of governors, and to nobody else.").DoesNotSee("Speak to Martin Hughes");
        var tom = School.Teacher();
        await AtQuestionAsync(tom, "AllegationHead", Cast.Farah);
        tom.Sees("Speak to Gwen Ellis, the chair of governors, and to nobody else.");
    }

    [Fact]
    public async Task A_grievance_is_shown_the_way_word_for_word_and_may_be_reported_all_the_same()
    {
        var priya = School.Teacher();
        await AtQuestionAsync(priya, "Grievance");
        Reads(priya,
        [
            "Is this about your own work?",
            "What you wrote sounds like a dispute of your own at work. That is dealt with as a grievance, not as a report:",
            "• Try to talk about it informally first.",
            "• If that does not settle it, write to a manager who is not the person it is about, without delay. An e-mail counts.",
            "• You have the right to be accompanied at a meeting about it.",
            "• Ask HR or your manager for the Trust's grievance policy.",
            "**Report it all the same** if colleagues abuse you or somebody else on social media, if you blow the whistle on something that concerns others, or if a child may be at risk.",
        ]);
        await priya.PressesAsync("Report it all the same");
        priya.Sees("Check your report");
        await priya.PressesAsync("Submit");
        await School.North.ShowsAsync($"{priya.Reference}: new report");
    }

    [Fact]
    public async Task Somebody_who_says_that_a_child_may_be_at_risk_is_never_turned_away_as_with_a_grievance()
    {
        var (priya, dina) = (School.Teacher(), School.InChat(Cast.Dina));
        await priya.ReportsAsync("Grievance: my manager", "A child may be at risk");
        await dina.GetsAsync($"{priya.Reference}: new report");
    }

    private static void Reads(Participant person, string[] lines) => Assert.Contains(
        string.Join('\n', lines), string.Join('\n', person.Card.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Trim().Length > 0)), StringComparison.Ordinal);

    private static async Task AtQuestionAsync(Participant reporter, string route, Member? about = null)
    {
        await reporter.SaysAsync("report");
        await reporter.PressesAsync("No, nobody is in danger");
        await reporter.Fills("What happened", $"{route}: it was there").PressesAsync("Next");
        await reporter.Chooses("Which platform?", "Facebook").Chooses("Which academy is it about?", "North Academy").PressesAsync("Next");
        reporter.Chooses("Who is affected?", "Somebody else");
        if (about is not null)
            reporter.Picks("Who is it about (if they work or learn here)?", about);
        await reporter.PressesAsync("Next");
    }
}
