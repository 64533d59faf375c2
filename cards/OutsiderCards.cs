using PolicyBot.Cards.Elements;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards;

/// <summary>For people whom this bot is not for. They get somebody to talk to, and nothing else: no buttons, no policy, no names.</summary>
public static class OutsiderCards
{
    public static Message Pupil() => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("I am for staff, but you are not on your own"),
                Lines.Plain("If something online has upset or worried you, please tell an adult you trust: someone at home, a teacher, or your school's safeguarding lead. You are not in trouble for telling."),
                Lines.Plain("You can ring **Childline** free, day or night, on **0800 1111**."),
                Lines.Plain("If you or someone else is in danger now, ring **999**."),
            ],
            "I am for staff. Please tell an adult you trust, or ring Childline on 0800 1111. In danger, ring 999."),
        "A message from PolicyBot");

    /// <summary>For anybody, while the Trust's directory cannot be asked: it may be a pupil who reads it.</summary>
    public static Message CannotConfirm() => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("Please try again in a few minutes"),
                Lines.Plain("I cannot reach the Trust's directory just now, so I cannot tell who may do what. Nothing has changed, and nothing that was sent in before is lost."),
                Lines.Plain("If you are worried about a child, do not wait for me: tell the school's safeguarding lead, or an adult you trust. Children can ring **Childline** free, day or night, on **0800 1111**."),
                Lines.Plain("If someone is in danger now, ring **999**."),
            ],
            "The Trust's directory does not answer just now. Please try again in a few minutes. Worried about a child? Tell the safeguarding lead. In danger, ring 999."),
        "A message from PolicyBot");

    public static Message NotStaff(Trust trust) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("I am for staff only"),
                Lines.Plain($"I can only help people who work for {UserText.Escape(trust.Name)}. If that is you, please ask your IT team to add you."),
                Lines.Plain("If you are worried about a child, please ring the school and ask for the safeguarding lead, or tell an adult you trust."),
                Lines.Plain("Children can ring **Childline** free, day or night, on **0800 1111**. If someone is in danger now, ring **999**."),
            ],
            "I am for staff only. Worried about a child? Ring the school and ask for the safeguarding lead. In danger, ring 999."),
        "A message from PolicyBot");
}
