using PolicyBot.Policy;

namespace PolicyBot.Tests.Policy;

public sealed class DangerTests
{
    [Theory]
    [InlineData("a pupil says he is going to kill himself", UrgentKind.SelfHarm)]
    [InlineData("she posted that she doesn’t want to die but SELF-HARMS every night", UrgentKind.SelfHarm)]
    [InlineData("one of mine has messaged to say he has swallowed pills", UrgentKind.SelfHarm)]
    [InlineData("someone sent nudes of a year 9 girl", UrgentKind.IndecentImage)]
    [InlineData("there is an indecent image in the group chat", UrgentKind.IndecentImage)]
    [InlineData("a man has been messaging one of our girls and wants to meet", UrgentKind.AdultContact)]
    [InlineData("I think this pupil is being groomed online", UrgentKind.AdultContact)]
    [InlineData("his dad hits him at home, the pupil told us in a DM", UrgentKind.ChildAtRisk)]
    [InlineData("a student has run away", UrgentKind.ChildAtRisk)]
    [InlineData("I believe a child is at risk", UrgentKind.ChildAtRisk)]
    [InlineData("a colleague has threatened to stab me", UrgentKind.Danger)]
    [InlineData("somebody wrote that he is outside with a gun", UrgentKind.Danger)]
    [InlineData("we are getting death threats", UrgentKind.Danger)]
    [InlineData("can I keep a copy of the nudes as evidence", UrgentKind.IndecentImage)]
    [InlineData("boys have a naked photo of her on a phone", UrgentKind.IndecentImage)]
    [InlineData("a pupil has been stabbed at the bus stop", UrgentKind.Danger)]
    [InlineData("one of the kids has collapsed and will not wake up", UrgentKind.Danger)]
    [InlineData("a lad has brought a knife in", UrgentKind.Danger)]
    [InlineData("my ex says he will kill me", UrgentKind.Danger)]
    [InlineData("I think one of our boys is being radicalised", UrgentKind.ChildAtRisk)]
    [InlineData("a pupil says she is going to end it", UrgentKind.SelfHarm)]
    [InlineData("I think I took the wrong dose and I feel faint, I am alone in the science block", UrgentKind.Danger)]
    [InlineData("she is having an allergic reaction and nobody can find the EpiPen", UrgentKind.Danger)]
    [InlineData("chest pains since break, can somebody cover me", UrgentKind.Danger)]
    [InlineData("A pupil says he will KILL\u200B him\u00ADself", UrgentKind.SelfHarm)]
    public void Danger_comes_before_any_clause(string question, UrgentKind kind) =>
        Assert.Equal(new Answer.Urgent(kind), Shipped.Answerer.Answer(question, []));

    [Theory]
    [InlineData("can I post about suicide awareness week?")]
    [InlineData("may we post photos of the EpiPen training?")]
    [InlineData("we are shooting a video tomorrow, is that ok?")]
    [InlineData("can students take tablets home?")]
    [InlineData("our girls were beaten 3-1, can we post that?")]
    [InlineData("what dangers does the policy mention")]
    [InlineData("can I message a student on Instagram")]
    [InlineData("a parent posted something offensive")]
    [InlineData("can I post a picture of the food tech knives")]
    [InlineData("the head will kill me, how long do I have to answer a comment")]
    [InlineData("I'm dying for a scroll, may I look at Facebook at lunch")]
    [InlineData("can I post my view on assisted dying on my own page")]
    [InlineData("is there a murder mystery on tonight")]
    [InlineData("where is the sexting lesson for year 9 PSHE kept")]
    [InlineData("may we write that these brownies are to die for")]
    [InlineData("does confidentiality end when I leave or does leaving not end it")]
    [InlineData("can I shoot the egg and spoon race for our page")]
    public void Ordinary_talk_is_no_alarm(string question) => Assert.IsNotType<Answer.Urgent>(Shipped.Answerer.Answer(question, []));
}
