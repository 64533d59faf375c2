using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;
using PolicyBot.Policy;
using Choice = PolicyBot.Cards.Elements.Choice;

namespace PolicyBot.Cards.Opinions;

/// <summary>What a reader can do that needs words.</summary>
public enum OpinionAct
{
    Reword,
    Change,
    Advise,
    HandOn,

    /// <summary>The author says where it stands.</summary>
    Posted,
}

/// <summary>What stands in a form, as it was typed.</summary>
/// <param name="HandTo">An Entra object id.</param>
public sealed record OpinionTyped(string Wording, string Because, string Clause, string HandTo, string Link)
{
    public static readonly OpinionTyped Nothing = new("", "", "", "", "");
}

/// <summary>The forms of a second opinion. Only whoever opened one sees it, in place of the card. None has a refresh, which would wipe what is being typed.</summary>
public static class OpinionForms
{
    private const string Wording = "The wording that you agree with";

    /// <summary>The form for an act, with what was typed so far and what is wrong with it.</summary>
    /// <param name="others">Whom it can be handed on to.</param>
    public static Message Form(
        OpinionAct act, SecondOpinion opinion, OpinionTyped typed, ReportProblems problems, ImmutableArray<PersonRef> others, PolicyLibrary library, string? deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"{opinion.Reference}: {Heading(act)}"),
                .. Writes(act) ? Lines.Typed("The comment that it replies to", opinion.Post.Comment, Limits.Comment) : [],
                .. act switch
                {
                    OpinionAct.Reword => Reword(opinion, typed, problems),
                    OpinionAct.Change => [.. OpinionLines.Text("The text", opinion.Post.Text), .. Because(Asks(act), typed, problems), .. Clause("The clause that asks for it (if there is one)", opinion, typed, problems, library)],
                    OpinionAct.Advise => [.. OpinionLines.Text("The text", opinion.Post.Text), .. Because(Asks(act), typed, problems), .. Clause("The clause that speaks against it", opinion, typed, problems, library)],
                    OpinionAct.HandOn => HandOn(typed, problems, others),
                    _ => Posted(typed, problems),
                },
                .. Writes(act) && (act is not OpinionAct.Reword || CanReword(opinion)) ? (ImmutableArray<CardElement>)[Lines.Quiet("Back drops what you have written here.")] : [],
                .. act is OpinionAct.Reword && !CanReword(opinion) || act is OpinionAct.HandOn && others.IsEmpty ? Lines.Buttons(Back(opinion, deliveryKey)) : Lines.Buttons(
                    new ExecuteAction(Button(act), OpinionReaderCards.Data(Verb(act), opinion, deliveryKey) with { Seal = opinion.Seal }) { Style = ActionStyle.Positive }, Back(opinion, deliveryKey)),
            ],
            $"{opinion.Reference}: {Heading(act)}."),
        $"{opinion.Reference}: {Heading(act)}");

    /// <summary>Somebody was faster, so that nothing can be decided here: what was typed stands there still. It holds none of the author's words, who may have taken them back.</summary>
    public static Message TooLate(OpinionAct act, SecondOpinion opinion, OpinionTyped typed, string sentence, string? deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"{opinion.Reference}: {Heading(act)}"),
                .. Lines.Problem(sentence),
                .. typed.Wording.Length + typed.Because.Length == 0 ? (ImmutableArray<CardElement>)[] : [Lines.Plain("What you wrote is still here, so that you can copy it. Nobody else has it.")],
                .. typed.Wording.Length == 0 ? (ImmutableArray<CardElement>)[] : [new TextInput(Fields.Wording, Wording) { Value = UserText.Kept(typed.Wording, Limits.PostPage), IsMultiline = true }],
                .. typed.Because.Length == 0 ? (ImmutableArray<CardElement>)[] : [new TextInput(Fields.Reason, Asks(act)) { Value = UserText.Kept(typed.Because, Limits.Because), IsMultiline = true }],
                .. Lines.Buttons(Back(opinion, deliveryKey)),
            ],
            $"{opinion.Reference}: {Heading(act)}."),
        $"{opinion.Reference}: {Heading(act)}");

    /// <summary>A field that held only a part of a long text would lose the rest.</summary>
    public static bool CanReword(SecondOpinion opinion) => opinion.Post.Text.Length <= Limits.PostPage;

    private static ImmutableArray<CardElement> Reword(SecondOpinion opinion, OpinionTyped typed, ReportProblems problems) => CanReword(opinion)
        ?
        [
            Lines.Plain("You agree to the text as you leave it here. The author sees each word that you changed."),
            new TextInput(Fields.Wording, Wording)
            {
                Value = UserText.Kept(typed.Wording.Length == 0 ? opinion.Post.Text : typed.Wording, Limits.PostPage), IsMultiline = true, MaxLength = Limits.PostPage,
            },
            .. Lines.Problem(problems.For(Fields.Wording)),
            .. Because(Asks(OpinionAct.Reword), typed, problems),
        ]
        : [Lines.Plain("This text is too long to be reworded on a card. Please ask for a change and say what it is.")];

    private static ImmutableArray<CardElement> Because(string label, OpinionTyped typed, ReportProblems problems) =>
    [
        new TextInput(Fields.Reason, label) { Value = UserText.Kept(typed.Because, Limits.Because), IsMultiline = true, MaxLength = Limits.Because, Placeholder = "Goes to the author under your name" },
        .. Lines.Problem(problems.For(Fields.Reason)),
    ];

    private static ImmutableArray<CardElement> Clause(string label, SecondOpinion opinion, OpinionTyped typed, ReportProblems problems, PolicyLibrary library)
    {
        var given = new GivenAnswer(AnswerKind.Found, null, [.. opinion.Found.Select(found => found.Clause).OfType<ClauseRef>().Distinct()]);
        var input = new ChoiceInput(Fields.Clause, label, QuestionClauses.Choices(given, library));
        return
        [
            QuestionClauses.Read(typed.Clause, library) is null
                ? input with { Placeholder = "Type a word of it, or choose", Style = ChoiceStyle.Filtered, ErrorMessage = "Please choose one from the list." }
                : input with { Value = typed.Clause, Placeholder = "None", Style = ChoiceStyle.Compact },
            .. Lines.Problem(problems.For(Fields.Clause)),
        ];
    }

    private static ImmutableArray<CardElement> HandOn(OpinionTyped typed, ReportProblems problems, ImmutableArray<PersonRef> others) => others.IsEmpty
        ? [Lines.Plain("There is nobody else whom it could go to.")]
        :
        [
            new ChoiceInput(Fields.HandTo, "Who should read it in your place?", [.. others.Select(person => new Choice(UserText.Plain(person.Name), person.Id))])
            {
                Value = others.Any(person => person.Id == typed.HandTo) ? typed.HandTo : "", Placeholder = "Choose one", Style = ChoiceStyle.Compact,
            },
            .. Lines.Problem(problems.For(Fields.HandTo)),
            Lines.Quiet("The author is told where it went."),
        ];

    private static ImmutableArray<CardElement> Posted(OpinionTyped typed, ReportProblems problems) =>
    [
        new TextInput(Fields.Link, "Where does it stand?") { Value = UserText.Kept(typed.Link, Limits.Link), MaxLength = Limits.Link, Placeholder = "https://" },
        .. Lines.Problem(problems.For(Fields.Link)),
    ];

    private static ExecuteAction Back(SecondOpinion opinion, string? deliveryKey) =>
        new("Back", OpinionReaderCards.Data(Verbs.OpinionCard, opinion, deliveryKey)) { AssociatedInputs = AssociatedInputs.None };

    private static bool Writes(OpinionAct act) => act is OpinionAct.Reword or OpinionAct.Change or OpinionAct.Advise;

    private static string Asks(OpinionAct act) => act switch
    {
        OpinionAct.Reword => "Why (if you want to say)?",
        OpinionAct.Change => "What should change?",
        _ => "Why should it not be posted?",
    };

    private static string Heading(OpinionAct act) => act switch
    {
        OpinionAct.Reword => "agree with other words",
        OpinionAct.Change => "ask for a change",
        OpinionAct.Advise => "advise not to post",
        OpinionAct.HandOn => "hand it on",
        _ => "where it was posted",
    };

    private static string Button(OpinionAct act) => act switch
    {
        OpinionAct.Reword => "Agree with this wording",
        OpinionAct.Change => "Send it back to the author",
        OpinionAct.Advise => "Advise not to post it",
        OpinionAct.HandOn => "Hand it on to them",
        _ => "Note the link",
    };

    private static string Verb(OpinionAct act) => act switch
    {
        OpinionAct.Reword => Verbs.OpinionReword,
        OpinionAct.Change => Verbs.OpinionChange,
        OpinionAct.Advise => Verbs.OpinionAdvise,
        OpinionAct.HandOn => Verbs.OpinionHandOn,
        _ => Verbs.OpinionPosted,
    };
}
