using PolicyBot.Bot.People;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.People;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Handovers;

/// <summary>Who decides, what comes in which order, and what keeps a handover from being over.</summary>
public sealed class HandoverRulesTests
{
    private static readonly Trust Trust = TrustFile.Parse(Cast.TrustWithOfficeJson(), "trust.json");
    private static readonly PersonRef Priya = Ref(Cast.Teachers[0]);
    private static readonly PersonRef Tom = Ref(Cast.Teachers[1]);
    private static readonly PersonRef Sam = Ref(Cast.Sam);
    private static readonly PersonRef Nora = Ref(Cast.Nora);
    private static readonly PersonRef Ruth = Ref(Cast.Ruth);
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_other_manager_decides_where_one_is_part_of_it_and_then_the_chief_executive()
    {
        Assert.Equal([Sam, Nora], HandoverPeople.Deciders(Asked(Priya), Trust));
        Assert.Equal([Nora], HandoverPeople.Deciders(Asked(Sam), Trust));
        Assert.Equal([Sam], HandoverPeople.Deciders(Asked(Priya, to: Nora), Trust));
        Assert.Equal([Ruth], HandoverPeople.Deciders(Asked(Sam, to: Nora), Trust));
        Assert.Equal([Ruth], HandoverPeople.Deciders(Asked(Sam, lead: Nora), Trust));
    }

    [Fact]
    public void The_deputy_of_the_academy_comes_before_the_chief_executive_and_the_external_route_last()
    {
        var martin = Ref(Cast.Martin);
        var trust = Trust with
        {
            SocialMediaManager = new Role([Sam.Id], null, null),
            ExternalRoute = new Role([Cast.Farah.DirectoryId!], null, null),
            Opinions = Trust.Opinions with { Academies = Trust.Opinions.Academies.Add("north", new OpinionRota(new Role([martin.Id], null, null), Role.Empty)) },
        };
        var handover = Asked(Sam, trust: trust);
        Assert.Equal([martin], HandoverPeople.Deciders(handover, trust));
        Assert.False(HandoverPeople.IsExternal(handover, trust));
        Assert.Equal([Ruth], HandoverPeople.Deciders(Asked(Sam, to: martin, trust: trust), trust));
        var all = Asked(Sam, to: martin, lead: Ruth, trust: trust);
        Assert.Equal([Ref(Cast.Farah)], HandoverPeople.Deciders(all, trust));
        Assert.True(HandoverPeople.IsExternal(all, trust));
        Assert.Equal(HandoverRules.Nobody, Refusal(HandoverRules.Ask(
            Reference(1), new HandoverWish(HandoverWhy.Leaving, HandoverWay.Transfer, new DateOnly(2026, 12, 18), Ruth, martin), Described(Ruth), Sam, "north", "d", trust with { ExternalRoute = Role.Empty }, Now)));
    }

    [Fact]
    public void Only_its_people_their_managers_and_the_office_may_ask()
    {
        foreach (var asker in (PersonRef[])[Priya, Sam, Nora, Ruth, Ref(Cast.Martin)])
            Assert.IsType<Ruling<Handover>.Allowed>(Ask(asker));
        foreach (var asker in (PersonRef[])[Tom, Ref(Cast.Grace), Ref(Cast.Helen), Ref(Cast.Owen)])
            Assert.Contains("can ask for this", Refusal(Ask(asker)), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_hands_it_over_cannot_take_it_over_and_a_transfer_has_somebody_to_take_it()
    {
        Assert.Contains("cannot take it over", Refusal(Ask(Priya, to: Priya)), StringComparison.Ordinal);
        Assert.Contains("choose who takes it over", Refusal(HandoverRules.Ask(
            Reference(1), new HandoverWish(HandoverWhy.Leaving, HandoverWay.Transfer, new DateOnly(2026, 12, 18), Priya, null), Described(Priya), Priya, "north", "d", Trust, Now)), StringComparison.Ordinal);
        Assert.Contains("cannot approve a handover to yourself", Refusal(DecisionRules.Decide(Asked(Priya), DecisionSays.ApproveWithOther, Sam, "Because", Sam, Trust, Now)), StringComparison.Ordinal);
        Assert.Contains("cannot take it over", Refusal(DecisionRules.Decide(Asked(Priya), DecisionSays.ApproveWithOther, Priya, "Because", Sam, Trust, Now)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_urgent_handover_takes_access_first_and_tells_who_goes_only_then()
    {
        var handover = Approved(Sam, Nora, HandoverWhy.Urgent, "facebook");
        Assert.Equal("remove", Assert.Single(handover.Next).Id);
        Assert.False(HandoverPeople.MaySee(handover, Priya.Id, Trust));
        Assert.DoesNotContain(Priya, handover.Told);
        Assert.DoesNotContain(handover.Steps, step => step.By is StepBy.Clock or StepBy.Leaver);
        foreach (var step in (string[])["remove", "password", "sessions", "apps"])
        {
            Assert.False(handover.LeaverKnows);
            handover = Allowed(StepRules.Done(handover, step, "Looked at the list", Sam, Trust, Now));
        }
        Assert.True(handover.LeaverKnows);
        Assert.Contains(Priya, handover.Told);
    }

    [Fact]
    public void A_wait_that_a_platform_imposes_is_over_by_itself_and_the_manager_can_say_that_it_was_not_needed()
    {
        var handover = Until(Approved(Sam, Nora, HandoverWhy.Leaving, "youtube"), "yt-wait");
        Assert.Equal("yt-wait", Assert.Single(handover.Next).Id);
        Assert.Contains("Only time", Refusal(StepRules.Done(handover, "yt-wait", "It let me", Sam, Trust, Now)), StringComparison.Ordinal);
        Assert.Equal(Now.AddDays(7), handover.WaitOver());
        Assert.True(HandoverClock.Next(handover, Trust, Now.AddDays(7))!.At <= Now.AddDays(7));
        Assert.Equal("yt-primary", Assert.Single(Allowed(StepRules.NotApplying(handover, "yt-wait", "Google did not ask for it", Sam, Trust, Now)).Next).Id);
        Assert.Contains("Something else comes first", Refusal(StepRules.Done(handover, "remove", "Out", Sam, Trust, Now)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_day_is_too_close_for_a_platform_that_makes_people_wait()
    {
        int Short(string platform, int days, HandoverWay way = HandoverWay.Transfer) =>
            HandoverClock.DaysShort(platform, new HandoverWish(HandoverWhy.Leaving, way, DateOnly.FromDateTime(Now.DateTime).AddDays(days), null, null), [], Trust, Now);
        Assert.Equal(0, Short("youtube", 8));
        Assert.Equal(1, Short("youtube", 7));
        Assert.Equal(8, Short("facebook", 0));
        Assert.Equal(0, Short("instagram", 0));
        Assert.Equal(0, Short("youtube", 1, HandoverWay.Close));
    }

    [Fact]
    public void The_second_person_did_none_of_it_and_is_not_the_one_who_goes()
    {
        var handover = Until(Approved(Sam, Nora, HandoverWhy.Leaving, "x"), null);
        Assert.Equal(6, handover.ToConfirm.Length);
        Assert.Contains("somebody else has to look", Refusal(CompletionRules.Confirm(handover, handover.ToConfirm, "Seen", Sam, Trust, Now)), StringComparison.Ordinal);
        Assert.Equal(HandoverRules.NotYours, Refusal(CompletionRules.Confirm(handover, handover.ToConfirm, "Seen", Priya, Trust, Now)));
        Assert.Contains("still open", Refusal(CompletionRules.Complete(handover, Sam, Trust, Now)), StringComparison.Ordinal);
        var confirmed = Allowed(CompletionRules.Confirm(handover, handover.ToConfirm, "Seen", Tom, Trust, Now));
        Assert.True(confirmed.IsReady);

        var returned = Allowed(StepRules.Return(confirmed, "sessions", "One phone is still there", Nora, Trust, Now));
        Assert.DoesNotContain(returned.Confirmations, each => each.State is EndState.Sessions);
        Assert.Contains("still open", Refusal(CompletionRules.Complete(returned, Sam, Trust, Now)), StringComparison.Ordinal);
        Assert.Equal(HandoverStatus.Completed, Allowed(CompletionRules.Complete(confirmed, Sam, Trust, Now)).Status);
    }

    [Fact]
    public void A_change_needs_the_decision_again_and_not_by_who_changed_it()
    {
        var handover = Until(Approved(Sam, Nora, HandoverWhy.Leaving, "x"), "works");
        var later = Allowed(HandoverRules.Change(handover, handover.Wish.LastDay.AddDays(3), handover.Wish.To, Nora, Trust, Now));
        Assert.Equal(HandoverStatus.Asked, later.Status);
        Assert.Equal([Ruth], HandoverPeople.Deciders(later, Trust)); // Sam asked, Nora changed it
        Assert.Contains("waits for a decision again", Refusal(StepRules.Done(later, "works", "I am in", Tom, Trust, Now)), StringComparison.Ordinal);
        var again = Allowed(DecisionRules.Decide(later, DecisionSays.Approve, null, "All right", Ruth, Trust, Now));
        Assert.Equal("works", Assert.Single(again.Next).Id); // what was done stays done

        var other = Allowed(HandoverRules.Change(handover, handover.Wish.LastDay, Ref(Cast.Teachers[2]), Nora, Trust, Now));
        Assert.Empty(other.Steps);
        Assert.False(HandoverPeople.MaySee(other, Tom.Id, Trust));
    }

    [Fact]
    public void A_wait_that_has_not_begun_is_chased_while_there_is_time_for_it()
    {
        var handover = Approved(Sam, Nora, HandoverWhy.Leaving, "youtube"); // Friday, 18 December: seven days and one make it the 10th
        Assert.Equal(new DateOnly(2026, 12, 10), HandoverClock.LastStart(handover));
        var due = HandoverClock.Next(handover, Trust, Now)!;
        Assert.Equal((HandoverReminder.WaitMustBegin, new DateTimeOffset(2026, 12, 8, 8, 0, 0, TimeSpan.Zero)), (due.Reminder, due.At));
        var reminded = HandoverClock.Pass(handover, due, Trust, due.At).After;
        Assert.Equal(HandoverReminder.Before, HandoverClock.Next(reminded, Trust, due.At)!.Reminder);

        Assert.Null(HandoverClock.LastStart(Until(handover, "yt-wait"))); // it runs
        Assert.Null(HandoverClock.LastStart(Approved(Sam, Nora, HandoverWhy.Leaving, "x")));
    }

    [Fact]
    public void In_an_urgent_handover_access_that_is_still_open_is_chased_the_same_day()
    {
        var handover = Approved(Sam, Nora, HandoverWhy.Urgent, "instagram");
        var due = HandoverClock.Next(handover, Trust, Now)!;
        Assert.Equal((HandoverReminder.AccessOpen, Now.AddHours(2)), (due.Reminder, due.At));
        foreach (var step in handover.Steps.Where(step => step.Order < 10))
            handover = Allowed(StepRules.Done(handover, step.Id, "Looked at the list", Sam, Trust, Now));
        Assert.NotEqual(HandoverReminder.AccessOpen, HandoverClock.Next(handover, Trust, Now)!.Reminder);
    }

    [Fact]
    public void Reminders_come_before_the_last_day_on_it_and_after_it_once_each()
    {
        var handover = Approved(Sam, Nora, HandoverWhy.Leaving, "x"); // Friday, 18 December
        ImmutableArray<(HandoverReminder? Reminder, DateTimeOffset At)> seen = [];
        for (var due = HandoverClock.Next(handover, Trust, Now); due is not null; due = HandoverClock.Next(handover, Trust, due.At))
        {
            seen = seen.Add((due.Reminder, due.At));
            handover = HandoverClock.Pass(handover, due, Trust, due.At).After;
        }
        Assert.Equal(
            [(HandoverReminder.Before, new(2026, 12, 15, 8, 0, 0, TimeSpan.Zero)), (HandoverReminder.OnTheDay, new(2026, 12, 18, 8, 0, 0, TimeSpan.Zero)), (HandoverReminder.After, new DateTimeOffset(2026, 12, 19, 8, 0, 0, TimeSpan.Zero))],
            seen);
    }

    internal static Handover Approved(PersonRef asker, PersonRef decider, HandoverWhy why, string platform) =>
        Allowed(DecisionRules.Decide(Asked(asker, why: why, platform: platform), DecisionSays.Approve, null, "It fits", decider, Trust, Now));

    /// <summary>Walks the checklist up to a step, which stays open; null: to its end. The manager's steps are Sam's.</summary>
    private static Handover Until(Handover handover, string? last)
    {
        while (!handover.Next.IsEmpty && handover.Next.All(step => step.Id != last))
        {
            var step = handover.Next[0];
            handover = step.By is StepBy.Clock ? Allowed(StepRules.NotApplying(handover, step.Id, "Not needed", Sam, Trust, Now))
                : Allowed(StepRules.Done(handover, step.Id, "Looked at it", step.By switch { StepBy.Leaver => Priya, StepBy.Lead => Tom, _ => Sam }, Trust, Now));
        }
        return handover;
    }

    private static Handover Asked(PersonRef asker, PersonRef? to = null, PersonRef? lead = null, HandoverWhy why = HandoverWhy.Leaving, string platform = "x", Trust? trust = null) =>
        Allowed(HandoverRules.Ask(
            Reference(1), new HandoverWish(why, HandoverWay.Transfer, new DateOnly(2026, 12, 18), lead ?? Priya, to ?? Tom), Described(lead ?? Priya, platform), asker, "north", "d", trust ?? Trust, Now));

    private static Ruling<Handover> Ask(PersonRef asker, PersonRef? to = null) => HandoverRules.Ask(
        Reference(1), new HandoverWish(HandoverWhy.Leaving, HandoverWay.Transfer, new DateOnly(2026, 12, 18), Priya, to ?? Tom), Described(Priya), asker, "north", "d", Trust, Now);

    private static HandedAccount Described(PersonRef lead, string platform = "x") => new(new CaseReference(CaseReference.Account, 2026, 1), "North Academy", platform, lead, null);

    private static CaseReference Reference(int number) => new(CaseReference.Handover, 2026, number);

    private static PersonRef Ref(Member member) => new(member.DirectoryId!, member.Name);

    private static TRecord Allowed<TRecord>(Ruling<TRecord> ruling) => Assert.IsType<Ruling<TRecord>.Allowed>(ruling).After;

    private static string Refusal<TRecord>(Ruling<TRecord> ruling) => Assert.IsType<Ruling<TRecord>.Refused>(ruling).Sentence;
}
