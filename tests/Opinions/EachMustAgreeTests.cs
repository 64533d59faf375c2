using System.Collections.Immutable;
using PolicyBot.Cases;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;

namespace PolicyBot.Tests.Opinions;

/// <summary>Where each must agree it takes two, whatever the author chooses and whoever stays silent.</summary>
public sealed class EachMustAgreeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonRef Ann = new("ann", "ann");
    private static readonly PersonRef Sam = new("sam", "sam");
    private static readonly PersonRef Sue = new("sue", "sue");

    [Fact]
    public void Two_who_stay_silent_are_replaced_by_two()
    {
        var after = OpinionClock.Pass(Asked(), OpinionStep.Next, TrustOf("sam", "sue", "dan", "pia"), Now.AddHours(4)).After;
        Assert.Equal((true, "dan pia"), (after.All, Names(after.Readers)));
    }

    [Fact]
    public void Where_one_is_left_one_of_the_two_keeps_it()
    {
        var after = OpinionClock.Pass(Asked(), OpinionStep.Next, TrustOf("sam", "sue", "dan"), Now.AddHours(4)).After;
        Assert.Equal((true, "sue dan"), (after.All, Names(after.Readers)));
    }

    [Fact]
    public void A_friend_never_decides_alone()
    {
        var post = Asked().Post;
        Assert.Equal("ben sam", Names(OpinionReaders.Filled([new PersonRef("ben", "ben")], TrustOf("sam", "sue"), "", "ann", post, new DateOnly(2026, 11, 23))));
        var alone = OpinionRules.SendAgain(Asked(), post with { Text = "Other words" }, [], [Sam], Now);
        Assert.Equal(OpinionRules.OnlyOne, Assert.IsType<Ruling<SecondOpinion>.Refused>(alone).Sentence);
        var about = OpinionRules.SendAgain(Asked(), post with { About = [Sue] }, [], [Sam, Sue], Now);
        Assert.Equal(OpinionRules.OnlyOne, Assert.IsType<Ruling<SecondOpinion>.Refused>(about).Sentence);
    }

    private static SecondOpinion Asked() => ((Ruling<SecondOpinion>.Allowed)OpinionRules.Ask(
        new CaseReference(CaseReference.Opinion, 2026, 1), new WantedPost(WrittenAs.Post, "x", WrittenFor.Trust, null, "public", "Words"), [], [Sam, Sue], true, Ann, "", "draft", Now)).After;

    private static string Names(ImmutableArray<PersonRef> people) => string.Join(' ', people.Select(person => person.Id));

    private static Trust TrustOf(params string[] managers) => new(
        "Trust", TimeZoneInfo.Utc, [.. managers.Select(id => new Person(id, id, null, null, null))], new Role([.. managers], null, null), Role.Empty, Role.Empty, Role.Empty, []);
}
