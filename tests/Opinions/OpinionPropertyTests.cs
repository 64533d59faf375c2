using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Bot.People;
using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Trail;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Opinions;

/// <summary>Random people do random things in any order: nobody ever reads their own draft, and no decision ever counts for another text.</summary>
public sealed class OpinionPropertyTests
{
    private static readonly Trust Trust = TrustFile.Parse(Cast.TrustWithOfficeJson(), "trust.json");
    private static readonly PersonRef[] People = [.. ((Member[])[Cast.Teachers[0], Cast.Teachers[1], Cast.Sam, Cast.Nora, Cast.Martin, Cast.Grace]).Select(member => new PersonRef(member.DirectoryId!, member.Name))];
    private static readonly PersonRef Author = People[0];
    private static readonly ClauseRef Clause = new("Social Media", "donts.grievances");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    // The same to the eye, or nearly: an invisible character, a look-alike letter, a composed one, a no-break space, a picture saved again.
    private static readonly (string Text, string Picture)[] Texts =
    [
        ("Café opens", "aa"), ("Café opens\u200B", "aa"), ("C\u0430fé opens", "aa"), ("Cafe\u0301 opens", "aa"), ("Café\u00A0opens", "aa"), ("Café opens", "bb"), ("Café opens", ""), ("Another", "aa"),
    ];

    private sealed record Act(int Kind, PersonRef Who, PersonRef Other, int Text, bool Stale, PersonRef? About);

    [Fact]
    public void Nobody_reads_their_own_and_no_decision_survives_an_edit() => Check.One(Properties.Of(3000), Prop.ForAll(Sequences, sequence =>
    {
        var (all, acts) = sequence;
        var asked = (Ruling<SecondOpinion>.Allowed)OpinionRules.Ask(
            new CaseReference(CaseReference.Opinion, 2026, 1), Post(0, null), [], [.. People], all, Author, "north", "draft", Now);
        var (opinion, trail) = (asked.After, asked.Entries.ToList());
        var agreed = new HashSet<string>(StringComparer.Ordinal); // every seal that a reader agreed to since it was sent
        var stale = opinion.Seal;
        foreach (var act in acts)
        {
            var seal = act.Stale ? stale : opinion.Seal;
            if (Do(act, opinion, seal) is not Ruling<SecondOpinion>.Allowed allowed)
                continue;
            var after = allowed.After;
            if (after.Version != opinion.Version + 1)
                return false;
            if (act.Kind is 0 or 1 && act.Stale && seal != opinion.Seal)
                return false; // a decision on a text that is no more
            if (after.Seal != opinion.Seal)
                (stale, agreed) = (opinion.Seal, []);
            if (act.Kind is 0 or 1)
                agreed.Add(after.Seal);
            if (act.Kind is 0 or 1 or 2 or 3 or 4 && IsBarred(act.Who, opinion.Post))
                return false;
            opinion = after;
            trail.AddRange(allowed.Entries);
            if (!IsSound(opinion) || (opinion.IsAgreed && !agreed.Contains(opinion.Seal)))
                return false;
        }
        return opinion.Trail.FaultIn(opinion.Reference, trail) is null;
    }));

    [Fact]
    public void The_sequences_reach_every_state()
    {
        var seen = new HashSet<OpinionStatus>();
        foreach (var (all, acts) in Sequences.Generator.Sample(4000, Properties.Seed, 40).TakeWhile(_ => seen.Count < Enum.GetValues<OpinionStatus>().Length))
        {
            var opinion = ((Ruling<SecondOpinion>.Allowed)OpinionRules.Ask(
                new CaseReference(CaseReference.Opinion, 2026, 1), Post(0, null), [], [.. People], all, Author, "north", "draft", Now)).After;
            foreach (var act in acts)
            {
                opinion = Do(act, opinion, opinion.Seal) is Ruling<SecondOpinion>.Allowed allowed ? allowed.After : opinion;
                seen.Add(opinion.Status);
            }
        }
        Assert.Equal([.. Enum.GetValues<OpinionStatus>()], seen.Order());
    }

    [Fact]
    public void A_text_is_found_again_only_to_the_last_letter()
    {
        for (var agreed = 0; agreed < Texts.Length; agreed++)
        {
            var asked = ((Ruling<SecondOpinion>.Allowed)OpinionRules.Ask(new CaseReference(CaseReference.Opinion, 2026, 1), Post(agreed, null), [], [People[2]], false, Author, "north", "draft", Now)).After;
            var opinion = ((Ruling<SecondOpinion>.Allowed)ReaderRules.Agree(asked, People[2], asked.Seal, Now)).After;
            foreach (var (text, _) in Texts)
                Assert.Equal(text == opinion.Post.Text, TextMatch.Find(text, [opinion])?.Exact is true);
        }
    }

    private static Ruling<SecondOpinion> Do(Act act, SecondOpinion opinion, string seal) => act.Kind switch
    {
        0 => ReaderRules.Agree(opinion, act.Who, seal, Now),
        1 => ReaderRules.AgreeWith(opinion, act.Who, seal, Texts[act.Text].Text, [], null, Now),
        2 => ReaderRules.AskForChange(opinion, act.Who, seal, "Please change it", null, Now),
        3 => ReaderRules.AdviseAgainst(opinion, act.Who, seal, "No", Clause, Now),
        4 => ReaderRules.HandOn(opinion, act.Who, act.Other, Now),
        5 => OpinionRules.SendAgain(opinion, Post(act.Text, act.About), [], [act.Who, act.Other], Now),
        6 => OpinionRules.Withdraw(opinion, Now),
        7 => OpinionRules.Posted(opinion, "https://example.test", Now),
        _ => opinion.IsOpen ? OpinionClock.Pass(opinion, act.Stale ? OpinionStep.Expire : OpinionStep.Next, Trust, Now) : new Ruling<SecondOpinion>.Refused("It has ended."),
    };

    private static bool IsSound(SecondOpinion opinion) =>
        opinion.Seal == TextSeal.Of(opinion.Post)
        && !opinion.Readers.IsEmpty
        && opinion.Readers.All(reader => !IsBarred(reader, opinion.Post))
        && opinion.Words.All(word => word.Seal == opinion.Seal && !IsBarred(word.By, opinion.Post))
        && (opinion.IsAgreed || opinion.Status is OpinionStatus.AdvisedAgainst ? !opinion.Words.IsEmpty && opinion.EndedAt is not null : true)
        && (!opinion.IsAgreed || opinion.Words.All(word => word.Says is ReaderSays.Agree or ReaderSays.AgreeWithThisWording))
        && (opinion.Link is null || opinion.Link.Seal == opinion.Seal);

    private static bool IsBarred(PersonRef person, WantedPost post) => person.Id == Author.Id || post.About.Any(about => about.Id == person.Id);

    private static WantedPost Post(int text, PersonRef? about) => new(WrittenAs.Post, "instagram", WrittenFor.Trust, null, "families", Texts[text].Text)
    {
        PictureFiles = [Picture(Texts[text].Picture)],
        About = about is null ? [] : [about],
    };

    private static EvidencePiece Picture(string hash) => new("turn-1", "turn", Author, Now, "cup.png", null) { State = EvidenceState.Kept, ContentType = "image/png", Hash = hash };

    private static Arbitrary<(bool, Act[])> Sequences =>
        (from all in Gen.Elements(true, false)
         from acts in (from kind in Gen.Frequency((6, Gen.Choose(0, 1)), (3, Gen.Choose(2, 4)), (3, Gen.Constant(5)), (1, Gen.Choose(6, 8)), (2, Gen.Constant(7)))
                       from who in Gen.Elements(People)
                       from other in Gen.Elements(People)
                       from text in Gen.Choose(0, Texts.Length - 1)
                       from stale in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
                       from about in Gen.Elements(null, null, null, People[2], People[3])
                       select new Act(kind, who, other, text, stale, about)).ListOf()
         select (all, acts.ToArray())).ToArbitrary();
}
