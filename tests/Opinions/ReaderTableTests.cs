using System.Collections.Immutable;
using PolicyBot.Cases.Clocks;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;

namespace PolicyBot.Tests.Opinions;

/// <summary>
/// Who may read a draft, over authors, subjects, rotas and absences. sam and sue are the Social Media Managers (sue works at south, sam in the Trust's office). North has dan as
/// deputy and pia and pat as its pool; south has dot and, in its pool, sue and pit; west has nobody.
/// </summary>
public sealed class ReaderTableTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    [Theory]
    // Author, academy, whom it is about, which academies are closed, and the order in which people are asked.
    [InlineData("ann", "north", "", "", "sam sue dan pia pat dot pit")]
    [InlineData("ann", "south", "", "", "sam sue dot pit dan pia pat")]
    [InlineData("ann", "west", "", "", "sam sue dan pia pat dot pit")]
    [InlineData("ann", "", "", "", "sam sue dan pia pat dot pit")]
    [InlineData("sam", "north", "", "", "sue dan pia pat dot pit")]
    [InlineData("SAM", "north", "", "", "sue dan pia pat dot pit")]
    [InlineData("sue", "south", "", "", "sam dot pit dan pia pat")]
    [InlineData("dan", "north", "", "", "sam sue pia pat dot pit")]
    [InlineData("pia", "north", "", "", "sam sue dan pat dot pit")]
    [InlineData("pat", "north", "", "", "sam sue dan pia dot pit")]
    [InlineData("dot", "south", "", "", "sam sue pit dan pia pat")]
    [InlineData("pit", "south", "", "", "sam sue dot dan pia pat")]
    [InlineData("ann", "north", "sam", "", "sue dan pia pat dot pit")]
    [InlineData("ann", "north", "SAM", "", "sue dan pia pat dot pit")]
    [InlineData("ann", "north", "sue", "", "sam dan pia pat dot pit")]
    [InlineData("ann", "north", "sam sue", "", "dan pia pat dot pit")]
    [InlineData("ann", "north", "sam sue dan", "", "pia pat dot pit")]
    [InlineData("ann", "north", "sam sue dan pia", "", "pat dot pit")]
    [InlineData("ann", "north", "sam sue dan pia pat", "", "dot pit")]
    [InlineData("ann", "north", "sam sue dan pia pat dot", "", "pit")]
    [InlineData("ann", "north", "sam sue dan pia pat dot pit", "", "")]
    [InlineData("ann", "north", "ann", "", "sam sue dan pia pat dot pit")]
    [InlineData("sam", "north", "sam", "", "sue dan pia pat dot pit")]
    [InlineData("sam", "north", "sue", "", "dan pia pat dot pit")]
    [InlineData("sue", "south", "sam", "", "dot pit dan pia pat")]
    [InlineData("dan", "north", "sam sue", "", "pia pat dot pit")]
    [InlineData("pia", "north", "dan", "", "sam sue pat dot pit")]
    [InlineData("dot", "south", "sam sue pit", "", "dan pia pat")]
    [InlineData("ann", "north", "", "north", "sam sue dot pit")]
    [InlineData("ann", "north", "", "south", "sam dan pia pat")]
    [InlineData("ann", "south", "", "south", "sam dan pia pat")]
    [InlineData("ann", "south", "", "north", "sam sue dot pit")]
    [InlineData("ann", "north", "", "west", "sam sue dan pia pat dot pit")]
    [InlineData("ann", "north", "", "north south", "sam")]
    [InlineData("ann", "north", "", "north south west", "sam")]
    [InlineData("sam", "north", "", "north", "sue dot pit")]
    [InlineData("sam", "north", "", "south", "dan pia pat")]
    [InlineData("sam", "north", "", "north south", "sue dan pia pat dot pit")] // everybody is away: better they than nobody
    [InlineData("ann", "north", "sam", "north south", "sue dan pia pat dot pit")]
    [InlineData("ann", "north", "sam sue", "north", "dot pit")]
    [InlineData("ann", "north", "sam sue dot pit", "north", "dan pia pat")]
    [InlineData("ann", "south", "sam", "south", "dan pia pat")]
    [InlineData("pit", "south", "sam dot", "north", "sue")]
    [InlineData("pit", "south", "sam dot sue", "south", "dan pia pat")]
    [InlineData("dan", "north", "sam sue dot", "north", "pit")]
    [InlineData("ann", "west", "", "north south west", "sam")]
    [InlineData("ann", "west", "sam", "north", "sue dot pit")]
    public void Who_is_asked_and_in_which_order(string author, string academy, string about, string closed, string expected)
    {
        var trust = TrustOf(closed);
        var post = About(about);
        var rota = OpinionReaders.Rota(trust, academy, author, post, Day);
        Assert.Equal(expected, string.Join(' ', rota.Select(person => person.Id)));
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(1), OpinionReaders.First(trust, academy, author, post, Day).Select(person => person.Id));
        foreach (var ways in (ReadersWanted[])[ReadersWanted.Any, ReadersWanted.All])
            Assert.Equal(
                expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2),
                OpinionReaders.First(trust with { Opinions = trust.Opinions with { Readers = ways } }, academy, author, post, Day).Select(person => person.Id));
    }

    [Theory]
    [InlineData("ben", "ann", "", true)]
    [InlineData("ann", "ann", "", false)]
    [InlineData("ANN", "ann", "", false)]
    [InlineData("ben", "ann", "ben", false)]
    [InlineData("ben", "ann", "BEN", false)]
    [InlineData("ben", "ann", "pia", true)]
    [InlineData("jon", "ann", "", false)] // a pupil
    [InlineData("nobody", "ann", "", false)]
    [InlineData("", "ann", "", false)]
    public void Whom_an_author_may_choose(string chosen, string author, string about, bool may) =>
        Assert.Equal(may, OpinionReaders.Chosen(chosen, TrustOf(""), author, About(about)) is not null);

    private static WantedPost About(string about) => new(WrittenAs.Post, "x", WrittenFor.Trust, null, "public", "A post")
    {
        About = [.. about.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new PersonRef(id, id))],
    };

    private static Trust TrustOf(string closed)
    {
        Role staff = Held("ann", "ben", "sam", "sue", "dan", "pia", "pat", "dot", "pit");
        return new Trust(
            "Trust", TimeZoneInfo.Utc,
            [
                Person("ann", "north"), Person("ben", "north"), Person("jon", "north"), Person("sam", null), Person("sue", "south"), Person("dan", "north"), Person("pia", "north"), Person("pat", "north"),
                Person("dot", "south"), Person("pit", "south"),
            ],
            Held("sam", "sue"), Role.Empty, Role.Empty, staff, [Academy("north"), Academy("south"), Academy("west")])
        {
            Opinions = OpinionWays.Default with
            {
                Academies = ImmutableDictionary<string, OpinionRota>.Empty.Add("north", new(Held("dan"), Held("pia", "pat"))).Add("south", new(Held("dot"), Held("sue", "pit"))),
            },
        };

        Academy Academy(string key) => new(key, key, new SeniorLeaders("t", "c", []), Role.Empty, Role.Empty, Role.Empty)
        {
            Closures = closed.Split(' ').Contains(key) ? [new Period(Day, Day, "INSET")] : [],
        };
    }

    private static Person Person(string id, string? academy) => new(id, id, null, academy, null);

    private static Role Held(params string[] people) => new([.. people], null, null);
}
