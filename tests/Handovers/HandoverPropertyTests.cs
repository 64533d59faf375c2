using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Bot.People;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Handovers;

/// <summary>
/// Random people press anything in any order: nothing skips the decision, nobody decides on what they asked for, nothing ends with an open step or without a second person,
/// the account never has two leads, and no entry of either trail is lost.
/// </summary>
public sealed class HandoverPropertyTests
{
    private static readonly Trust Trust = TrustFile.Parse(Cast.TrustWithOfficeJson(), "trust.json");
    private static readonly PersonRef[] People =
        [.. ((Member[])[Cast.Teachers[0], Cast.Teachers[1], Cast.Teachers[2], Cast.Sam, Cast.Nora, Cast.Martin, Cast.Ruth]).Select(member => new PersonRef(member.DirectoryId!, member.Name))];
    private static readonly PersonRef Leaver = People[0];
    private static readonly PersonRef To = People[1];
    private static readonly PersonRef[] Openers = [People[0], People[3], People[5], People[6]];
    private static readonly string[] Platforms = ["facebook", "instagram", "x", "linkedin", "tiktok", "youtube", "other", "snapchat"];
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private sealed record Act(int Kind, int Who, int Other, int Pick, bool Flag);

    private sealed record Opening(int Asker, int Platform, int Why, int Way);

    private sealed record State(Handover Handover, Account Account, ImmutableArray<TrailEntry> Trail, ImmutableArray<TrailEntry> AccountTrail);

    [Fact]
    public void No_order_of_presses_gets_past_the_rules() => Check.One(Properties.Of(3000), Prop.ForAll(Sequences, sequence =>
    {
        var state = Open(sequence.Opening);
        var now = Start;
        foreach (var act in sequence.Acts)
        {
            now = now.AddHours(act.Flag ? 30 : 1);
            if (Do(act, state, now) is not { } next)
                continue;
            if (!IsSound(state, act, next))
                return false;
            state = next;
        }
        return state.Handover.Trail.FaultIn(state.Handover.Reference, state.Trail) is null && state.Account.Trail.FaultIn(state.Account.Reference, state.AccountTrail) is null;
    }));

    [Fact]
    public void The_sequences_reach_every_end()
    {
        var seen = new HashSet<HandoverStatus>();
        var (parked, led) = (false, false);
        foreach (var (opening, acts) in Sequences.Generator.Sample(3000, Properties.Seed, 100).TakeWhile(_ => seen.Count < 5 || !parked || !led))
        {
            var (state, now) = (Open(opening), Start);
            foreach (var act in acts)
            {
                now = now.AddHours(act.Flag ? 30 : 1);
                state = Do(act, state, now) ?? state;
                seen.Add(state.Handover.Status);
            }
            // What chance finishes seldom is finished by those who may.
            state = Finish(state, now);
            seen.Add(state.Handover.Status);
            parked |= state.Account.Status is AccountStatus.Parked;
            led |= state.Handover.Status is HandoverStatus.Completed && state.Account.IsLead(state.Handover.Wish.To?.Id ?? "");
        }
        Assert.Equal(5, seen.Count);
        Assert.True(parked && led);
    }

    private static bool IsSound(State before, Act act, State after)
    {
        var (was, now, who) = (before.Handover, after.Handover, People[act.Who]);
        if (now.Version != was.Version + 1 || after.Trail.Length != before.Trail.Length + 1)
            return false; // each press leaves one entry
        if (was.Status is HandoverStatus.Completed or HandoverStatus.Refused or HandoverStatus.Withdrawn)
            return false; // what has ended stays so
        if (now.Status is HandoverStatus.Underway or HandoverStatus.Completed && now.Decision is null)
            return false;
        if (was.Status is HandoverStatus.Asked && now.Status is HandoverStatus.Underway or HandoverStatus.Refused
            && (was.Askers.Any(asker => asker.Id == who.Id) || who.Id == Leaver.Id || who.Id == was.Wish.To?.Id || who.Id == now.Wish.To?.Id))
            return false; // nobody decides on their own
        if (was.Status is HandoverStatus.Asked && now.Status is HandoverStatus.Completed)
            return false;
        if (now.Steps.Count(step => step.IsSettled) > was.Steps.Count(step => step.IsSettled)
            && now.Steps.Where(step => step.IsSettled).Any(step => was.Steps.First(each => each.Id == step.Id) is { IsSettled: false } && was.Steps.Any(each => each.Order < step.Order && !each.IsSettled)))
            return false; // out of order
        if (now.Confirmations.Any(confirmed => confirmed.By.Id == Leaver.Id
            || now.Steps.Any(step => step.Confirms == confirmed.State && (step.Result is null || step.Result.By.Id == confirmed.By.Id))))
            return false; // the same person twice, or the one who goes
        if (now.Status is HandoverStatus.Completed && (now.Steps.Any(step => !step.IsSettled) || now.Confirmations.Select(each => each.State).Distinct().Count() != 6))
            return false;
        return IsSound(before, after);
    }

    private static bool IsSound(State before, State after)
    {
        var ended = after.Handover.Status is HandoverStatus.Completed && before.Handover.Status is not HandoverStatus.Completed;
        if (!ended && !HandoverPeople.Same(after.Account.Lead, before.Account.Lead) && (after.Account.Lead, before.Account.Lead) is not (null, null))
            return false; // the lead changes at the end alone
        if (ended && after.Handover.Wish.To is { } to && (!after.Account.IsLead(to.Id) || after.Account.Status is not AccountStatus.Open))
            return false;
        if (ended && after.Handover.Wish.To is null && after.Account.Status is not AccountStatus.Parked)
            return false;
        return after.Handover.HoldsAccount == after.Account.Status is AccountStatus.HandingOver;
    }

    private static State? Do(Act act, State state, DateTimeOffset now)
    {
        var handover = state.Handover;
        var (who, other) = (People[act.Who], People[act.Other]);
        var step = handover.Steps.IsEmpty ? "none" : act.Flag || handover.Next.IsEmpty ? handover.Steps[act.Pick % handover.Steps.Length].Id : handover.Next[act.Pick % handover.Next.Length].Id;
        var states = Enum.GetValues<EndState>();
        Ruling<Handover>? ruling = act.Kind switch
        {
            0 => DecisionRules.Decide(handover, DecisionSays.Approve, null, "It fits", who, Trust, now),
            1 => DecisionRules.Decide(handover, (DecisionSays)(act.Pick % 4), other, "It fits", who, Trust, now),
            2 or 3 or 4 => StepRules.Done(handover, step, "Looked at it", who, Trust, now),
            5 => StepRules.NotApplying(handover, step, "There is none", who, Trust, now),
            6 or 7 => CompletionRules.Confirm(handover, [act.Flag || handover.ToConfirm.IsEmpty ? states[act.Pick % states.Length] : handover.ToConfirm[act.Pick % handover.ToConfirm.Length]], "Seen", who, Trust, now),
            8 => StepRules.Return(handover, step, "It is not so", who, Trust, now),
            9 => HandoverRules.Change(handover, handover.Wish.LastDay.AddDays(act.Pick % 3), act.Flag ? null : act.Pick % 2 == 0 ? handover.Wish.To : other, who, Trust, now),
            10 => act.Pick % 4 == 0 ? HandoverRules.Withdraw(handover, "Not needed", who, Trust, now) : null,
            11 => CompletionRules.Complete(handover, who, Trust, now),
            _ => HandoverClock.Next(handover, Trust, now) is { } due && due.At <= now ? HandoverClock.Pass(handover, due, Trust, now) : null,
        };
        return ruling is null ? null : After(state, ruling, who, now);
    }

    private static State? After(State state, Ruling<Handover> ruling, PersonRef who, DateTimeOffset now) =>
        HandoverAccount.Follow(state.Handover, ruling, state.Account, who, now) is Ruling<HandoverAndAccount>.Allowed both
            ? new State(both.After.Handover, both.After.Account ?? state.Account, [.. state.Trail, .. both.Entries], [.. state.AccountTrail, .. both.After.AccountEntries])
            : null;

    // Those who may do everything that is left, in its order.
    private static State Finish(State state, DateTimeOffset now)
    {
        for (var round = 0; round < 200 && state.Handover.IsOpen; round++)
        {
            now = now.AddHours(12);
            var before = state;
            for (var kind = 0; kind <= 12; kind++)
                if (kind is 0 or 2 or 6 or 11 or 12)
                    foreach (var who in Enumerable.Range(0, People.Length))
                        state = Do(new Act(kind, who, 0, round + who, Flag: false), state, now) ?? state;
            if (state == before && state.Handover.WaitOver() is null)
                break;
        }
        return state;
    }

    private static State Open(Opening opening)
    {
        var account = (Ruling<Account>.Allowed)AccountRules.Add(
            new CaseReference(CaseReference.Account, 2026, 1), new AccountFacts("north", Platforms[opening.Platform], "north", "North Academy"), Leaver, [], People[3], "account", Start);
        var wish = new HandoverWish((HandoverWhy)opening.Why, (HandoverWay)opening.Way, new DateOnly(2026, 12, 4), Leaver, opening.Way == 0 ? To : null);
        var asked = (Ruling<Handover>.Allowed)HandoverRules.Ask(
            new CaseReference(CaseReference.Handover, 2026, 1), wish, HandoverAccount.Of(account.After), Openers[opening.Asker], "north", "draft", Trust, Start);
        return new State(asked.After, account.After, asked.Entries, account.Entries);
    }

    private static Arbitrary<(Opening Opening, Act[] Acts)> Sequences =>
        (from asker in Gen.Choose(0, 3)
         from platform in Gen.Choose(0, Platforms.Length - 1)
         from why in Gen.Choose(0, 4)
         from way in Gen.Choose(0, 1)
         from acts in (from kind in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Constant(1)), (30, Gen.Choose(2, 4)), (3, Gen.Constant(5)), (12, Gen.Choose(6, 7)), (1, Gen.Choose(8, 10)), (2, Gen.Constant(11)), (4, Gen.Constant(12)))
                       from who in Gen.Choose(0, People.Length - 1)
                       from other in Gen.Choose(0, People.Length - 1)
                       from pick in Gen.Choose(0, 30)
                       from flag in Gen.Frequency((6, Gen.Constant(false)), (1, Gen.Constant(true)))
                       select new Act(kind, who, other, pick, flag)).ListOf()
         select (new Opening(asker, platform, why, way), acts.ToArray())).ToArbitrary();
}
