using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Bot.People;
using PolicyBot.Cards;
using PolicyBot.Cards.Elements;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;
using PolicyBot.Dialogs;
using PolicyBot.Dialogs.Comments;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;
using Sample = PolicyBot.Tests.Storage.Sample;

namespace PolicyBot.Tests.Comments;

/// <summary>
/// Random people press anything in any order, some of them on what stood there a moment ago, while time goes by and the account gets another lead: nothing but a recorded reply
/// stops the clock, nobody acts who may not, nothing is lost, nobody is reminded of the same twice, and the trail is whole.
/// </summary>
public sealed class CommentPropertyTests
{
    private const string Words = "The Quillwort gate";

    private static readonly Member Logger = Cast.Teachers[0];
    private static readonly Member Lead = Cast.Teachers[1];
    private static readonly Member Deputy = Cast.Teachers[2];
    private static readonly Member NewLead = Cast.Teachers[3];
    private static readonly Member Administrator = Cast.Teachers[4];
    private static readonly Member Reader = Cast.Teachers[5];
    private static readonly Member[] Office = [Cast.Sam, Cast.Nora, Reader];
    private static readonly Member[] People = [Logger, Lead, Deputy, NewLead, Administrator, .. Office, Cast.Ruth, Cast.Martin, Cast.Teachers[6]];

    private static readonly Member[][] Abouts =
        [[], [], [], [Lead], [Deputy], [Cast.Sam], [Lead, Cast.Sam], [Logger], [Cast.Ruth], [Lead, Deputy, Cast.Sam, Cast.Nora, Reader], [Lead, Deputy, Administrator, Cast.Sam, Cast.Nora, Reader, Cast.Ruth]];

    private static readonly string[] Verbs =
    [
        "comment.reply", "comment.reply", "comment.reply", "comment.remove", "comment.remove", "comment.takeout", "comment.take", "comment.take", "comment.report", "comment.opinion", "comment.form",
        "comment.view", "comment.open", "comment.card", "comment.list", "comment.counts",
    ];

    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);
    private static readonly PersonRef Registrar = Ref(Cast.Sam);

    private static readonly Trust Trust = WithDeputy(TrustFile.Parse(Cast.TrustWithOfficeJson(), "trust.json"));

    private enum What
    {
        Press,
        Clock,
        NewLead,
    }

    /// <summary>Somebody presses, time is looked at, or the account gets another lead.</summary>
    /// <param name="Late">Pressed or noticed on the record as it was one step before.</param>
    private sealed record Act(What What, string Verb, Member Who, double Hours, bool Late, bool InChannel, string Kind, string Sent, string Steps, string Told, string Typed, bool Current);

    private sealed record Begun(Member[] About, double Ago);

    private sealed record State(ReceivedComment Comment, Account Account, ImmutableArray<TrailEntry> Trail, ImmutableArray<string> Delivered, int HeldAtFirst);

    [Fact]
    public void No_order_of_presses_leads_where_it_must_not() => Check.One(Properties.Of(1000), Prop.ForAll(Sequences, sequence =>
    {
        var (begun, acts) = sequence;
        var (state, before, now) = (Log(begun), (State?)null, Start);
        foreach (var act in acts)
        {
            now = now.AddHours(act.Hours);
            var (next, decision) = Do(act, state, act.Late && before is not null ? before with { Account = state.Account } : state, now);
            if (!KeepsIt(act, begun, state, decision))
                return false.Label($"told whom it must not {act}");
            if (next.Comment != state.Comment && Fault(begun, act, state, next, decision!, now) is { } fault)
                return false.Label($"{fault} {act}");
            if (next != state)
                (before, state) = (state, next);
        }
        return (state.Comment.Trail.FaultIn(state.Comment.Reference, state.Trail) is null).Label("chain");
    }));

    [Fact]
    public void The_sequences_reach_every_step()
    {
        var (types, standings, steps) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<CommentStatus>(), new HashSet<int>());
        foreach (var (begun, acts) in Sequences.Generator.Sample(1000, Properties.Seed, 60))
        {
            var (state, now) = (Log(begun), Start);
            foreach (var act in acts)
            {
                now = now.AddHours(act.Hours);
                state = Do(act, state, state, now).Next;
                types.UnionWith(state.Trail.Select(entry => entry.Type));
                standings.Add(state.Comment.Status);
                steps.UnionWith(state.Comment.Reminded.Select(reminder => reminder.Step));
            }
        }
        Assert.Equal(5, standings.Count);
        Assert.Superset(new HashSet<int> { 50, 80, CommentDue.Overdue, CommentDue.LongOverdue }, steps);
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "comment.logged", "comment.reminded", "comment.taken_over", "comment.answered", "comment.acknowledged", "comment.removed", "comment.abuse_handled", "comment.report_opened", "comment.taken_out",
            },
            types);
    }

    // Whoever may not see it reads none of its words, and nothing is sent to whom it is about, whatever they press.
    private static bool KeepsIt(Act act, Begun begun, State state, Decision? decision)
    {
        if (decision is null)
            return true;
        if (decision.Sends.Any(send => begun.About.Any(about => send.Card.EndsWith(about.DirectoryId!, StringComparison.Ordinal) || (send is Send.ToPerson to && to.PersonId == about.DirectoryId))))
            return false;
        if (act.What is not What.Press || MaySee(act.Who, begun, state))
            return true;
        var read = string.Concat(decision.Replies.Select(reply => reply.Message).Append(decision.Shown).OfType<Message>().Select(message => message.Text + (message.Card is { } card ? CardJson.Write(card) : ""))) + decision.Told;
        return !read.Contains("Quillwort", StringComparison.Ordinal) && !read.Contains(state.Comment.Reference.ToString(), StringComparison.Ordinal);
    }

    private static string? Fault(Begun begun, Act act, State before, State after, Decision decision, DateTimeOffset now)
    {
        var (was, isNow) = (before.Comment, after.Comment);
        var press = act.What is What.Press;
        if (decision.Case!.Loaded != was.Version || decision.Case.Entries.Length != 1 || isNow.Version != was.Version + 1 || isNow.Trail.FaultIn(isNow.Reference, after.Trail) is not null)
            return "trail";
        if (!was.IsOpen)
            return "what has ended stays so";
        if (press && (act.InChannel || !MaySee(act.Who, begun, before) || (act.Verb == "comment.takeout" && !Holds(Office, begun, act.Who))))
            return "who";
        if (press && after.Trail[^1].Actor != act.Who.DirectoryId)
            return "by whom";
        return Stopped(act, was, isNow, now) ?? Lost(was, isNow) ?? Counted(after) ?? (press ? null : Reminded(begun, before, after, decision));
    }

    private static string? Stopped(Act act, ReceivedComment was, ReceivedComment isNow, DateTimeOffset now)
    {
        var replied = isNow.Replies.Length == was.Replies.Length + 1 && isNow.Replies[^1] is var reply && reply.By.Id == act.Who.DirectoryId && reply.RecordedAt == now && reply.SentAt <= now && reply.SentAt >= was.What.Received.At;
        var removed = isNow.Removal is { EndsTheClock: true, Audience: not null } removal && removal.By.Id == act.Who.DirectoryId;
        if (was.StoppedAt is null && isNow.StoppedAt is { } at && !(replied && at == isNow.Replies[^1].SentAt) && !(removed && at == now))
            return "stopped by nothing";
        if (was.StoppedAt is { } before && (isNow.StoppedAt is not { } after || after > before))
            return "begun again";
        return isNow.Status switch
        {
            CommentStatus.Waiting => isNow.StoppedAt is null && isNow.EndedAt is null ? null : "waits",
            CommentStatus.Acknowledged => isNow is { StoppedAt: not null, EndedAt: null, Replies.Length: > 0 } ? null : "acknowledged",
            CommentStatus.Answered => isNow is { StoppedAt: not null, EndedAt: not null } && replied && isNow.Replies[^1].Kind is ReplyKind.Answer ? null : "answered",
            CommentStatus.Removed => isNow is { StoppedAt: not null, EndedAt: not null } && removed ? null : "removed",
            _ => isNow.Out is { Because.Length: > 0 } && isNow.StoppedAt == was.StoppedAt ? null : "taken out",
        };
    }

    private static string? Lost(ReceivedComment was, ReceivedComment isNow) =>
        isNow.What == was.What && isNow.DueBy == was.DueBy && isNow.Logger == was.Logger
        && isNow.Replies.Take(was.Replies.Length).SequenceEqual(was.Replies) && isNow.Held.Take(was.Held.Length).SequenceEqual(was.Held) && isNow.Reminded.Take(was.Reminded.Length).SequenceEqual(was.Reminded)
        && (was.Removal is null || (isNow.Removal is { } removal && was.Removal.Steps.All(step => removal.Steps.Contains(step, StringComparer.Ordinal)) && (was.Removal.Audience is null || was.Removal.Audience == removal.Audience)))
        && (was.Reported is null || isNow.Reported is not null)
            ? null
            : "lost";

    // Each entry of the trail is one thing of the record, and the other way round.
    private static string? Counted(State after)
    {
        int Of(params string[] types) => after.Trail.Count(entry => types.Contains(entry.Type, StringComparer.Ordinal));
        var comment = after.Comment;
        return Of("comment.answered", "comment.acknowledged") == comment.Replies.Length && Of("comment.reminded") == comment.Reminded.Length && Of("comment.taken_out") == (comment.Out is null ? 0 : 1)
            && Of("comment.taken_over") == comment.Held.Length - after.HeldAtFirst
                ? null
                : "an entry for each";
    }

    private static string? Reminded(Begun begun, State before, State after, Decision decision)
    {
        var (was, isNow) = (before.Comment, after.Comment);
        if (isNow.Reminded.Length != was.Reminded.Length + 1 || isNow.Status != CommentStatus.Waiting)
            return "reminded of nothing";
        var latest = isNow.Reminded[^1];
        if (was.Reminded.Any(reminder => reminder.Step >= latest.Step))
            return "twice";
        if (latest.People.Any(person => begun.About.Any(about => about.DirectoryId == person)) || latest.People.Distinct(StringComparer.OrdinalIgnoreCase).Count() != latest.People.Length)
            return "whom";
        ImmutableArray<string> sent = [.. decision.Sends.OfType<Send.ToPerson>().Select(send => send.PersonId)];
        return sent.SequenceEqual(latest.People, StringComparer.Ordinal) && after.Delivered.Distinct(StringComparer.Ordinal).Count() == after.Delivered.Length ? null : "told";
    }

    private static bool MaySee(Member who, Begun begun, State state)
    {
        if (begun.About.Contains(who))
            return false;
        Member[] team = [Logger, Deputy, Administrator, People.First(member => member.DirectoryId == state.Account.Lead!.Id)];
        return team.Contains(who) || Office.Contains(who)
            || (who == Cast.Ruth && (Office.All(begun.About.Contains) || state.Comment.Reminded.Any(reminder => reminder.Step == CommentDue.LongOverdue)));
    }

    private static bool Holds(Member[] members, Begun begun, Member who) => members.Contains(who) && !begun.About.Contains(who);

    /// <summary>One act, as the bot would do and store it.</summary>
    /// <param name="seen">What was loaded to decide upon; where that is not what is stored any more it is decided anew.</param>
    private static (State Next, Decision? Decision) Do(Act act, State state, State seen, DateTimeOffset now)
    {
        if (act.What is What.NewLead)
            return (AccountRules.HandTo(state.Account, Ref(NewLead), "It fits", Registrar, now) is Ruling<Account>.Allowed handed ? state with { Account = handed.After } : state, null);
        var decision = Decide(act, seen, now);
        if (decision.Case is { } change && change.Loaded != state.Comment.Version)
            decision = Decide(act, state, now);
        return decision.Case is { After: ReceivedComment after } made
            ? (state with { Comment = after, Trail = [.. state.Trail, .. made.Entries], Delivered = [.. state.Delivered, .. decision.Sends.OfType<Send.ToPerson>().Select(send => send.Card)] }, decision)
            : (state, decision);
    }

    private static Decision Decide(Act act, State state, DateTimeOffset now)
    {
        if (act.What is What.Clock)
            return RemindOfComment.Decide(state.Comment, state.Account, Trust, now);
        var turn = TurnOf(act, state, now);
        return Routing.Route(turn).Decide(turn, new Known(Trust, Cards.Sample.Library, new ScriptedPolicy(), new ScriptedReader(), new ScriptedDrafts())
        {
            Comment = state.Comment,
            CommentAccount = state.Account,
            Comments = [state.Comment],
            Accounts = [state.Account],
        });
    }

    private static Turn TurnOf(Act act, State state, DateTimeOffset now)
    {
        var local = Trust.Local(now.AddHours(act.Sent == "early" ? -1 : act.Sent == "long ago" ? -200 : 5));
        var data = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Fields.Verb] = act.Verb,
            [Fields.Ref] = state.Comment.Reference.ToString(),
            [Fields.Seen] = (act.Current ? state.Comment.Held.Length : state.Comment.Held.Length - 1).ToString(CultureInfo.InvariantCulture),
            [Fields.Step] = act.Kind == "Answer" ? "Reply" : act.Kind == "Holding" ? "Abuse" : "TakeOut",
            [Fields.Filter] = act.Kind == "Answer" ? "Open" : "Overdue",
            [Fields.ReplyKind] = act.Kind,
            [Fields.CommentSteps] = act.Steps,
            [Fields.AudienceTold] = act.Told,
            [Fields.Reason] = act.Typed,
            [Fields.Wording] = act.Typed,
        };
        if (act.Sent.Length > 0)
            (data[Fields.Date], data[Fields.Time]) = (local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), local.ToString("HH:mm", CultureInfo.InvariantCulture));
        return new Turn(
            "turn", new Arrival.Pressed(act.Verb, new PressedData(JsonElement.Parse(JsonSerializer.Serialize(data))), Automatic: false), new Asker(act.Who.DirectoryId!, act.Who.Name, Standing.Staff, "north"),
            Sample.Conversation(1, person: act.Who.DirectoryId) with { Kind = act.InChannel ? ConversationKind.Channel : ConversationKind.Personal }, null, now);
    }

    private static State Log(Begun begun)
    {
        var added = (Ruling<Account>.Allowed)AccountRules.Add(
            new CaseReference(CaseReference.Account, 2026, 1), new AccountFacts("north", "facebook", "north", "North Academy page") { Deputy = Ref(Deputy), Administrators = [Ref(Administrator)] }, Ref(Lead), [],
            Registrar, "account", Start);
        var what = new LoggedComment(
            new CommentedAccount(added.After.Reference.ToString(), "facebook", "North Academy page"), CommentKind.Complaint, new ReceivedTime(Start.AddHours(-begun.Ago), TimeReading.AsSaid), Words, null,
            [.. begun.About.Select(Ref)]);
        var logged = ReceivedCommentRules.Log(
            new CaseReference(CaseReference.Comment, 2026, 1), what, ReplyDue.For(what.Received.At, Trust, Trust.FindAcademy("north")), AccountTeam.Of(added.After), Trust, Ref(Logger), "north", "draft", Start);
        return new State(logged.After, added.After, logged.Entries, [], logged.After.Held.Length);
    }

    private static Trust WithDeputy(Trust trust) =>
        trust with { Opinions = trust.Opinions with { Academies = trust.Opinions.Academies.Add("north", new OpinionRota(new Role([Reader.DirectoryId!], null, null), Role.Empty)) } };

    private static PersonRef Ref(Member member) => new(member.DirectoryId!, member.Name);

    private static Arbitrary<(Begun Begun, Act[] Acts)> Sequences
    {
        get
        {
            var act =
                from what in Gen.Frequency((12, Gen.Constant(What.Press)), (6, Gen.Constant(What.Clock)), (1, Gen.Constant(What.NewLead)))
                from verb in Gen.Elements(Verbs)
                from who in Gen.Elements(People)
                from hours in Gen.Elements(0, 0.1, 1, 4, 14, 30)
                from late in Gen.Elements(true, false, false)
                from inChannel in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
                from kind in Gen.Elements("Answer", "Acknowledgement", "Holding", "nonsense")
                from sent in Gen.Frequency((6, Gen.Constant("")), (2, Gen.Constant("early")), (1, Gen.Constant("long ago")), (1, Gen.Constant("to come")))
                from steps in Gen.Elements("reported", "deleted", "blocked,reported", "deleted,blocked", "", "nonsense")
                from told in Gen.Elements("told", "not_yet", "")
                from typed in Gen.Elements("Logged twice", "Sorry about that", "")
                from current in Gen.Elements(true, true, true, false)
                select new Act(what, verb, who, hours, late, inChannel, kind, sent, steps, told, typed, current);
            return (from about in Gen.Elements(Abouts)
                    from ago in Gen.Elements(0, 0.5, 20, 70)
                    from acts in act.ListOf()
                    select (new Begun(about, ago), acts.ToArray())).ToArbitrary();
        }
    }
}
