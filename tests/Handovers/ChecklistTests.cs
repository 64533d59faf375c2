using PolicyBot.Cases.Handovers;

namespace PolicyBot.Tests.Handovers;

/// <summary>The checklists are data: whatever is written into them, a handover can be walked to its end.</summary>
public sealed class ChecklistTests
{
    private static readonly string[] Shared = ["instagram", "x", "tiktok", "other", "snapchat"];

    public static TheoryData<string, HandoverWay, bool> Lists
    {
        get
        {
            var lists = new TheoryData<string, HandoverWay, bool>();
            foreach (var platform in Checklist.Platforms.Select(platform => platform.Value).Append("snapchat"))
                foreach (var way in Enum.GetValues<HandoverWay>())
                {
                    lists.Add(platform, way, false);
                    lists.Add(platform, way, true);
                }
            return lists;
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Each_list_leads_to_every_end_state_in_the_right_order(string platform, HandoverWay way, bool urgent)
    {
        var steps = Checklist.For(platform, way, urgent);
        Assert.Equal(steps.Length, steps.Select(step => step.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal([.. Enum.GetValues<EndState>()], steps.Select(step => step.Confirms).OfType<EndState>().Distinct().Order());
        Assert.All(steps, step => Assert.False(string.IsNullOrEmpty(Checklist.HowTo(platform, step.Id))));
        Assert.All(steps, step => Assert.Equal(step.By is StepBy.Clock, step.WaitDays > 0));
        Assert.True(Order("remove") < Order("password") && Order("password") < Order("sessions"));
        if (urgent)
            Assert.Equal("remove", steps[0].Id);
        else if (way is HandoverWay.Transfer)
            Assert.True(Order("add") < Order("works") && Order("works") < Order("remove"));
        else
            Assert.True(Order("archive") < Order("notice") && Order("notice") < Order("park") && steps.All(step => step.By is not StepBy.Lead));

        int Order(string id) => steps.Single(step => step.Id == id).Order;
    }

    [Fact]
    public void A_shared_password_is_changed_and_where_there_is_none_nobody_is_asked_for_one()
    {
        foreach (var platform in Shared)
            Assert.Contains("password", Title(platform), StringComparison.Ordinal);
        foreach (var platform in (string[])["facebook", "linkedin", "youtube"])
            Assert.Equal("Nobody shares a sign-in", Title(platform));

        static string Title(string platform) => Checklist.For(platform, HandoverWay.Transfer, urgent: false).Single(step => step.Id == "password").Title;
    }

    [Fact]
    public void Two_platforms_make_people_wait_seven_days() => Assert.Equal(
        ["facebook", "youtube"], Checklist.Platforms.Select(platform => platform.Value).Where(platform => Checklist.Waits(platform, HandoverWay.Transfer, urgent: false) == 7).Order(StringComparer.Ordinal));
}
