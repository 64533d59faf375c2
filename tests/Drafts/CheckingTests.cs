using System.Collections.Immutable;
using PolicyBot.Policy;
using PolicyBot.Policy.Drafts;

namespace PolicyBot.Tests.Drafts;

/// <summary>Each rule with a draft that it is for, and the neighbour that it leaves alone.</summary>
public sealed class CheckingTests
{
    private static readonly PolicyLibrary Library = PolicyLibrary.Load(Path.Combine(Repository.Root, "policy", "documents"));
    private static readonly DraftChecker Checker = new(Library);

    [Theory]
    [InlineData("no_speaker", "So proud of the whole choir tonight, I could burst!", "So proud of the whole choir tonight. Mrs Amin, Music")]
    [InlineData("tone", "If you can't be bothered to read the bloody letter, don't moan to us. Office team", "Letters went home on Monday. Copies are at reception. Office team")]
    [InlineData("disrespect", "The referee was a useless clown and so is his mother. PE department", "The referee kept a fast game moving. PE department")]
    [InlineData("unbalanced_opinion", "Vote Labour on Thursday, everyone else wants to ruin our children. North Academy", "Polling day is Thursday, so the hall is closed. North Academy office")]
    [InlineData("personal_data", "Ring Ellie's mum on 07700 900456 about lifts. PE department", "Ring reception about lifts. PE department")]
    [InlineData("confidential", "Not announced yet, so keep it quiet: the Trust is in talks to take over Castle Lane. North Academy", "As announced this morning, Castle Lane joins the Trust in May. North Academy")]
    [InlineData("staff_matter", "Mr Doyle has been suspended and there is a disciplinary hearing on Friday. Science department", "Welcome to Mr Doyle, who joins the science department on Friday. Science department")]
    [InlineData("defamation", "Everyone knows the chairman of Priory FC fiddled the raffle money. PE department", "Priory FC won the raffle for the new nets. PE department")]
    [InlineData("discrimination", "Robotics is for boys, so girls need not apply. Technology department", "Robotics is open to everyone in Years 7 to 9. Technology department")]
    [InlineData("personal_gain", "My husband's gym does 20 per cent off for our families, ask me for the code. Mr Rix, PE", "The PTA cake stall raised £214 for new benches. Thank you! PTA")]
    [InlineData("internal_grievance", "Once again SLT ignored us about cover and there is no money for our department. We are sick of it. Humanities", "Humanities thanks everybody who came to the book fair. Humanities")]
    [InlineData("copyright", "We scanned the whole textbook so you need not buy it. Download and share! Maths department", "Chapter one is shared with the publisher's kind permission. Maths department")]
    [InlineData("pupil_contact", "Students, add me on Snap, I'm rix_17, and message me any time. Mr Rix, PE", "Students, questions go in the academy's Teams channel. Mr Rix, PE")]
    public void A_rule_finds_what_it_is_for_and_leaves_its_neighbour_alone(string rule, string broken, string fine)
    {
        var found = Assert.Single(Check(broken), finding => finding.Rule == rule);

        Assert.Contains(found.Words, broken, StringComparison.Ordinal);
        Assert.NotNull(Library.Documents[0].Clause(found.Clause!));
        Assert.DoesNotContain(Check(fine), finding => finding.Rule == rule);
    }

    [Theory]
    [InlineData("Another day at North Academy done.", Severity.Serious)]
    [InlineData("Another day at my school done.", Severity.Minor)]
    public void Whoever_brings_the_school_into_their_own_account_says_whose_view_it_is(string text, Severity severity)
    {
        Assert.Equal(severity, Assert.Single(Check(text, DraftAccount.Personal), finding => finding.Rule == "missing_disclaimer").Severity);
        Assert.DoesNotContain(Check($"{text} Views my own.", DraftAccount.Personal), finding => finding.Rule == "missing_disclaimer");
        Assert.DoesNotContain(Check(text), finding => finding.Rule == "missing_disclaimer");
    }

    [Fact]
    public void What_has_nothing_to_do_with_school_is_outside_the_policy() =>
        Assert.Empty(Check("Nan's bread pudding, far too many sultanas.", DraftAccount.Personal));

    [Theory]
    [InlineData("four pupils on the grass, faces clear", "image_consent", Severity.Minor)]
    [InlineData("four pupils on the grass; one of them asked not to be photographed", "image_consent", Severity.Serious)]
    public void A_picture_of_pupils_needs_somebody_who_checked(string picture, string rule, Severity severity)
    {
        Assert.Equal(severity, Assert.Single(Check("A sunny sports day. PE department", images: picture), finding => finding.Rule == rule).Severity);
        Assert.DoesNotContain(Check("A sunny sports day. PE department", images: "four pupils on the grass, checked against the no-publish list"), finding => finding.Rule == rule);
    }

    [Fact]
    public void A_picture_of_pupils_never_goes_on_somebodys_own_account() =>
        Assert.Equal(
            Severity.Serious,
            Assert.Single(Check("Best class in the world!", DraftAccount.Personal, images: "selfie with six students of my form; nobody asked the office"), finding => finding.Rule == "pupil_image").Severity);

    [Fact]
    public void An_abusive_comment_is_not_only_answered()
    {
        const string abuse = "That fat useless cow of a receptionist wants putting down.";

        Assert.Contains(Reply(abuse, "Thank you for your comment. Office team"), finding => finding.Rule == "should_hide_report");
        Assert.DoesNotContain(Reply(abuse, "A comment was hidden because it was abusive. Office team"), finding => finding.Rule == "should_hide_report");
        Assert.DoesNotContain(Reply(abuse, "Please remove this comment and come in to talk to us. Office team"), finding => finding.Rule == "should_hide_report");
    }

    [Theory]
    [InlineData("Tue 10 am", "Wed 9.40 am", "Yes, it is.", null)]
    [InlineData("Tue 10 am", "Wed 10.05 am", "Yes, it is.", Severity.Minor)]
    [InlineData("Fri 4 pm", "Sat 3.30 pm", "Yes, it is.", null)]
    [InlineData("Fri 4 pm", "Mon 4.30 pm", "Yes, it is.", Severity.Minor)]
    [InlineData("Sat 9 am", "Mon 11 pm", "Yes, it is.", null)]
    [InlineData("Sun 9 pm", "Tue 8 am", "Yes, it is.", Severity.Minor)]
    [InlineData("Wed 1 pm", "Wed 4 pm", "(Hold this one and send it on Monday.) Yes, it is.", Severity.Serious)]
    [InlineData("Sat 2 pm", "Mon 10 am", "[to go out on Thursday, when I am back] Yes, it is.", Severity.Serious)]
    [InlineData("Wed 8 am", "Wed 9 am", "We only look at this page on Fridays.", Severity.Serious)]
    public void A_reply_keeps_to_the_24_hours(string posted, string now, string text, Severity? severity) =>
        Assert.Equal(severity, Reply($"[posted {posted}; it is now {now}] Is the fair still on?", $"{text} Office team").FirstOrDefault(finding => finding.Rule == "overdue_reply")?.Severity);

    [Fact]
    public void Without_a_clock_nothing_is_late() =>
        Assert.DoesNotContain(Reply("Is the fair still on?", "Sorry for the wait. Yes, it is. Office team"), finding => finding.Rule == "overdue_reply");

    [Fact]
    public void Serious_things_come_first()
    {
        var found = Check("Another pointless INSET at North Academy. SLT couldn't run a bath.", DraftAccount.Personal);

        Assert.True(found.Length > 1);
        Assert.Equal(found.OrderByDescending(finding => finding.Severity), found);
    }

    private static ImmutableArray<Finding> Reply(string comment, string text) =>
        Checker.Check(new Draft(DraftKind.Reply, "Facebook", DraftAccount.Trust, "families", text, comment, null));

    private static ImmutableArray<Finding> Check(string text, DraftAccount account = DraftAccount.Trust, string? images = null) =>
        Checker.Check(new Draft(DraftKind.Post, "Facebook", account, "families", text, null, images));
}
