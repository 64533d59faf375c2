using PolicyBot.Dialogs.Wording;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Wording;

/// <summary>Nobody is named in what leaves the Trust.</summary>
public sealed class NamelessTests
{
    private static readonly string[] Names =
        [.. Cast.Teachers.Append(Cast.Martin).Append(Cast.Grace).Append(Cast.Jamie).Select(member => member.Name), "Siobhán O'Brien", "Zoë Smith-Jones", "Xu Li"];

    private static readonly Nameless Text = new(Names, new PolicyWords(
    [
        "Staff are not permitted to follow or engage with current or prior students.", "Conduct will be considered extremely seriously. You may be asked. Be long, be young at heart.",
        "Staff should share student pictures via the Academy account and consider the copyright of an image.",
    ]));

    [Theory]
    [InlineData("can martin hughes follow me", "can a person follow me")]
    [InlineData("can HUGHES MARTIN follow me", "can a person follow me")]
    [InlineData("can Hughes, Martin follow me", "can a person follow me")]
    [InlineData("is martin.hughes allowed", "is a person allowed")]
    [InlineData("is MartinHughes allowed", "is a person allowed")]
    [InlineData("is mhughes allowed", "is a person allowed")]
    [InlineData("M\u200bartin's photo", "a person's photo")]
    [InlineData("martins photo", "a person photo")]
    [InlineData("Ｍａｒｔｉｎ posted", "a person posted")]
    [InlineData("Màrtîn posted", "a person posted")]
    [InlineData("siobhan obrien posted it", "a person posted it")]
    [InlineData("did O’Brien post it", "did a person post it")]
    [InlineData("zoe smith posted, then jones", "a person posted, then a person")]
    [InlineData("li tagged xu", "a person tagged a person")]
    [InlineData("Will Hart tagged me", "a person tagged me")]
    [InlineData("will hart tagged me", "a person tagged me")]
    [InlineData("i asked Will about it", "i asked a person about it")]
    [InlineData("will i be in trouble", "will i be in trouble")]
    [InlineData("Will I be in trouble", "Will I be in trouble")]
    public void Whom_the_directory_knows(string typed, string told) => Assert.Equal(told, Text.Typed(typed));

    [Theory]
    [InlineData("Mr Pemberton posted it", "a person posted it")]
    [InlineData("mrs. pemberton posted it", "a person posted it")]
    [InlineData("Dr Ada Quillfeather posted it", "a person posted it")]
    [InlineData("miss pemberton said so", "a person said so")]
    [InlineData("did i miss the post", "did i miss the post")]
    [InlineData("a pupil called bartholomew posted it", "a pupil called a person posted it")]
    [InlineData("someone called me names", "someone called me names")]
    [InlineData("kayla in year 9 tagged me", "a person in year 9 tagged me")]
    [InlineData("kayla quillfeather tagged me", "a person tagged me")]
    [InlineData("James posted it", "a person posted it")]
    [InlineData("is it about Quillfeather", "is it about a person")]
    [InlineData("Quillfeather wrote it", "a person wrote it")]
    [InlineData("Can Bartholomew-James Quillfeather share it?", "Can a person share it?")]
    [InlineData("JONES messaged me", "a person messaged me")]
    [InlineData("is staff SMYTH allowed", "is staff a person allowed")]
    [InlineData("O'BRIEN-QUILL's post", "a person's post")]
    [InlineData("did ÉLODIE or jQuill share it", "did a person or a person share it")]
    [InlineData("Joe Green messaged me", "a person messaged me")]
    [InlineData("joe GREEN messaged me", "a person messaged me")]
    [InlineData("Joe Quillfeather-May messaged me", "a person messaged me")]
    [InlineData("I asked Joe. Can I post it?", "I asked a person. Can I post it?")]
    [InlineData("JOE WAS TAGGED BY KAYLA", "a person WAS TAGGED BY a person")]
    [InlineData("Иванов tagged me", "a person tagged me")]
    [InlineData("иванов tagged me", "a person tagged me")]
    [InlineData("did Παπαδόπουλος or محمد or 王芳 post it", "did a person or a person or a person post it")]
    [InlineData("did 𞤀𞤤𞤭 post it 😀", "did a person post it 😀")]
    public void Whom_it_does_not(string typed, string told) => Assert.Equal(told, Text.Typed(typed));

    [Theory]
    [InlineData("write to head@school.sch.uk please", "write to an address please")]
    [InlineData("ring 01632 960 111 or +44 (0)1632 960111 today", "ring a number or a number today")]
    [InlineData("he is @quill.feather on insta", "he is an account on insta")]
    [InlineData("he is xx_quill_xx or quill2009 there", "he is an account or an account there")]
    [InlineData("see https://instagram.com/quillfeather?x=1 please", "see a link please")]
    [InlineData("see instagram.com/quillfeather please", "see a link please")]
    [InlineData("about INC-2026-0042 please", "about INC-a number please")]
    public void Addresses_accounts_links_and_numbers(string typed, string told) => Assert.Equal(told, Text.Typed(typed));

    [Theory]
    [InlineData("Can I follow a former pupil on Instagram?")]
    [InlineData("one of last yrs leavers has added me on insta, ok to accept?")]
    [InlineData("Do I need to say on Facebook or TikTok that these are my own views? What about LinkedIn and X?")]
    [InlineData("A parent has complained on our Year 11 page on Saturday. When must we reply, by Monday at 9am?")]
    [InlineData("Photos of the GCSE Drama trip to London: who may share them on the Academy account, SLT or the Head?")]
    [InlineData("WHAT IS THE RULE ON PHOTOS OF PUPILS")]
    [InlineData("I HAVE BEEN ASKED BY QUILLFEATHER")]
    [InlineData("Can the SENCO or the CEO share it on FB, ASAP? I do NOT want to, PLEASE say.")]
    [InlineData("donʼt they say it’s OK")]
    [InlineData("Teachers sharing memes in a WhatsApp group, is that OK? Pupils saw it.")]
    public void A_question_that_names_nobody_stays_as_it_was(string question) => Assert.Equal(question, Text.Typed(question));

    [Fact]
    public void No_name_survives_in_any_case_or_order()
    {
        foreach (var name in Names.Where(name => !name.Contains("Hart", StringComparison.Ordinal) && !name.Contains("Long", StringComparison.Ordinal) && !name.Contains("Young", StringComparison.Ordinal)))
        {
            var parts = name.Split(' ');
            foreach (var written in (string[])[name, $"{parts[1]} {parts[0]}", $"{parts[1]}, {parts[0]}", parts[0], parts[1], $"{parts[0]}.{parts[1]}", parts[0] + parts[1], $"{parts[0]}-{parts[1]}"])
                foreach (var cased in (string[])[written, written.ToUpperInvariant(), written.ToLowerInvariant()])
                    foreach (var sentence in (string[])[$"did {cased} post it", $"{cased} posted it", $"it was {cased}", $"it was {cased}'s account", $"({cased})", $"ok\n{cased}"])
                    {
                        var told = Text.Typed(sentence).Split(' ').Select(NamedPeople.Fold).ToList();
                        Assert.All(parts.Select(NamedPeople.Fold).Where(part => part.Length > 2), part => Assert.DoesNotContain(told, word => word.Contains(part, StringComparison.Ordinal)));
                    }
        }
    }

    [Theory]
    [InlineData("\ud83d lone half of an emoji")]
    [InlineData("")]
    [InlineData("\u202e\u0000\u0001")]
    [InlineData("😀😀😀")]
    public void No_text_is_a_fault(string text) => Assert.NotNull(Text.Typed(text));

    [Fact]
    public void A_text_without_end_is_read_in_good_time() => Assert.NotNull(Text.Typed(string.Concat(Enumerable.Repeat("aaaa.bbbb_cc@dd 1 2 3 ' ", 4000))));
}
