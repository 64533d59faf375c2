using PolicyBot.Bot.Commands;
using PolicyBot.Bot.People;
using PolicyBot.Cases;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.People;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Handovers;

/// <summary>A closing ends even where few people are left, and never with one person alone.</summary>
public sealed class SecondPersonTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, Member> People = new(StringComparer.Ordinal)
    {
        ["Priya"] = Cast.Teachers[0],
        ["Tom"] = Cast.Teachers[1],
        ["Sam"] = Cast.Sam,
        ["Nora"] = Cast.Nora,
        ["Ruth"] = Cast.Ruth,
        ["Owen"] = Cast.Owen,
        ["Farah"] = Cast.Farah,
        ["Gwen"] = Cast.Gwen,
        ["Martin, the headteacher"] = Cast.Martin,
        ["Grace, of SLT"] = Cast.Grace,
        ["Helen, who leads another academy"] = Cast.Helen,
    };

    private const string Martin = "Martin, the headteacher";

    /// <summary>Who manages, who is chief executive, who is deputy; who leads it, who does all of it; and everybody who may then look.</summary>
    public static TheoryData<string, string, string, string, string, bool, string> Closings => new()
    {
        { "Sam", "", "", "Priya", "Sam", true, Martin },
        { "Sam", "Ruth", "", "Priya", "Sam", true, $"Ruth; {Martin}" },
        { "Sam; Nora", "Ruth", "", "Priya", "Sam", true, "Nora; Ruth" },
        { "Sam", "Ruth", "", Martin, "Sam", true, "Ruth" },
        { "Sam", "Ruth", "", "Sam", "Ruth", true, Martin },
        { "Sam", "Ruth", Martin, "Sam", Martin, true, "Ruth" },
        { "Sam", "", "", Martin, "Sam", true, "Farah; Gwen" }, // of the governors, since the headteacher goes
        { Martin, "Ruth", "", Martin, "Ruth", true, "Farah; Gwen" }, // manager and headteacher in one
        { $"Sam; {Martin}", "", "", Martin, "Sam", true, "Farah; Gwen" },
        { "Sam", "", "", "Priya", "Sam", false, "Tom" },
    };

    [Theory]
    [MemberData(nameof(Closings))]
    public void The_second_person_is_one_who_did_none_of_it_and_does_not_go(string managers, string chief, string deputy, string lead, string does, bool closes, string may)
    {
        var trust = TrustFile.Parse(Cast.TrustWithOfficeJson(), "trust.json") with { SocialMediaManager = Role(managers), ChiefExecutive = Role(chief) };
        if (deputy.Length > 0)
            trust = trust with { Opinions = trust.Opinions with { Academies = trust.Opinions.Academies.Add("north", new OpinionRota(Role(deputy), Cases.People.Role.Empty)) } };
        var handover = Walked(Approved(lead, does, closes, trust), Ref(does), trust);
        Assert.Equal(6, handover.ToConfirm.Length);
        foreach (var (name, _) in People)
        {
            var ruling = CompletionRules.Confirm(handover, handover.ToConfirm, "Looked at it", Ref(name), trust, Now);
            Assert.True(ruling is Ruling<Handover>.Allowed == may.Split("; ").Contains(name, StringComparer.Ordinal), name);
        }
        // Somebody of those who may has the card.
        Assert.Equal(may.Length > 0, may.Split("; ").Any(name => name.Length > 0 && HandoverPeople.Has(handover.Told, Ref(name).Id)));
    }

    /// <summary>
    /// Who manages and who leads it; who does all of it; who has left by the time it is done; who may then look, and who may finish it.
    /// </summary>
    public static TheoryData<string, string, string, bool, string, string, string> Leavings => new()
    {
        { "Sam", "Priya", "Sam", false, "Tom", Martin, "Sam" },
        { "Sam", "Priya", "Sam", false, "Sam", $"Tom; {Martin}", Martin },
        { "Sam", "Priya", "Sam", false, $"Sam; {Martin}", "Tom; Farah; Gwen", "Farah; Gwen" },
        { "Sam", "Priya", "Sam", false, $"Tom; {Martin}", "Farah; Gwen", "Sam" },
        { "Sam", "Priya", "Sam", false, $"Tom; {Martin}; Farah", "Gwen", "Sam" },
        { "Sam", Martin, "Sam", true, "Farah; Gwen", "Owen", "Sam" },
        { "Sam", Martin, "Sam", true, "Farah; Gwen; Owen", "", "Sam" },
        { "Sam; Nora", "Priya", "Sam", true, "Sam", $"Nora; {Martin}", "Nora" },
        { "Sam; Nora", "Priya", "Sam", true, "Nora", Martin, "Sam" },
        { "Sam", "Priya", "Sam", true, "Sam; Tom", Martin, Martin },
        { "Sam", Martin, "Sam", true, "Sam", "Farah; Gwen", "Farah; Gwen" },
        { "Sam", "Priya", "Sam", false, $"Sam; Tom; {Martin}; Farah; Gwen; Owen", "", "" },
    };

    [Theory]
    [MemberData(nameof(Leavings))]
    public void Where_those_who_could_have_left_it_goes_up_the_line(string managers, string lead, string does, bool closes, string left, string looks, string finishes)
    {
        var trust = TrustFile.Parse(Cast.TrustWithOfficeJson(), "trust.json") with { SocialMediaManager = Role(managers), ChiefExecutive = Role("") };
        var handover = Walked(Approved(lead, does, closes, trust), Ref(does), trust);
        trust = Without(trust, left.Split("; "));
        foreach (var (name, _) in People)
        {
            var ruling = CompletionRules.Confirm(handover, handover.ToConfirm, "Looked at it", Ref(name), trust, Now);
            Assert.True(ruling is Ruling<Handover>.Allowed == looks.Split("; ").Contains(name, StringComparer.Ordinal), $"{name} looks");
        }
        var confirmed = handover with { Confirmations = [.. handover.ToConfirm.Select(state => new Confirmed(state, Ref("Helen, who leads another academy"), Now, "Looked at it"))] };
        foreach (var (name, _) in People)
        {
            var ruling = CompletionRules.Complete(confirmed, Ref(name), trust, Now);
            Assert.True(ruling is Ruling<Handover>.Allowed == finishes.Split("; ").Contains(name, StringComparer.Ordinal), $"{name} finishes");
        }
    }

    [Fact]
    public void Doctor_names_by_its_reference_what_nobody_can_go_on_with()
    {
        var trust = TrustFile.Parse(Cast.TrustWithOfficeJson(), "trust.json") with { SocialMediaManager = Role("Sam"), ChiefExecutive = Role("") };
        var underway = Approved("Priya", "Sam", closes: false, trust);
        var walked = Walked(underway, Ref("Sam"), trust) with { Reference = new CaseReference(CaseReference.Handover, 2026, 2) };
        var asked = underway with { Reference = new CaseReference(CaseReference.Handover, 2026, 3), Status = HandoverStatus.Asked, Decision = null };
        var ended = asked with { Status = HandoverStatus.Refused };
        Assert.Equal((Severity.Fine, "none is open"), Of([], trust));
        Assert.Equal((Severity.Fine, "4 open, and somebody can go on with each"), Of([underway, walked, asked, ended], trust));

        // Sam cannot confirm what they did themselves; whoever could has left, the line up to the Trust's office too.
        Assert.Equal((Severity.Failure, "nobody is left who may look at or finish HOV-2026-0002"), Of([underway, walked, asked], Without(trust, "Tom", Martin, "Farah", "Gwen", "Owen")));
        Assert.Equal((Severity.Failure, "nobody is left who may decide on HOV-2026-0003"), Of([underway, walked, asked], Without(trust, "Sam")));
        Assert.Equal(
            (Severity.Failure, "nobody is left who may decide on HOV-2026-0003; nobody is left who may look at or finish HOV-2026-0001, HOV-2026-0002"),
            Of([underway, walked, asked, ended], Without(trust, [.. People.Keys])));

        static (Severity, string) Of(ImmutableArray<Handover> open, Trust trust) => (DoctorHandovers.Of(open, trust).Severity, DoctorHandovers.Of(open, trust).Came);
    }

    private static Trust Without(Trust trust, params string[] left)
    {
        string[] gone = [.. left.Select(name => Ref(name).Id)];
        return trust with { People = [.. trust.People.Select(person => person with { Left = gone.Contains(person.Id, StringComparer.Ordinal) })] };
    }

    private static Handover Approved(string lead, string decides, bool closes, Trust trust)
    {
        var wish = new HandoverWish(HandoverWhy.Leaving, closes ? HandoverWay.Close : HandoverWay.Transfer, new DateOnly(2026, 12, 18), Ref(lead), closes ? null : Ref("Tom"));
        var account = new HandedAccount(new CaseReference(CaseReference.Account, 2026, 1), "North Academy", "x", Ref(lead), null);
        var asked = Assert.IsType<Ruling<Handover>.Allowed>(HandoverRules.Ask(new CaseReference(CaseReference.Handover, 2026, 1), wish, account, Ref(lead), "north", "d", trust, Now)).After;
        return Assert.IsType<Ruling<Handover>.Allowed>(DecisionRules.Decide(asked, DecisionSays.Approve, null, "It fits", Ref(decides), trust, Now)).After;
    }

    private static Handover Walked(Handover handover, PersonRef does, Trust trust)
    {
        while (handover.Next is [var step, ..])
            handover = Assert.IsType<Ruling<Handover>.Allowed>(StepRules.Done(handover, step.Id, "Looked at it", step.By is StepBy.Lead ? Ref("Tom") : does, trust, Now)).After;
        return handover;
    }

    private static Role Role(string names) => names.Length == 0 ? Cases.People.Role.Empty : new Role([.. names.Split("; ").Select(name => People[name].DirectoryId!)], null, null);

    private static PersonRef Ref(string name) => new(People[name].DirectoryId!, People[name].Name);
}
