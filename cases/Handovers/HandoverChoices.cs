namespace PolicyBot.Cases.Handovers;

/// <summary>The choices on the cards of a handover: stable values with the words people read.</summary>
public static class HandoverChoices
{
    public static readonly ImmutableArray<(string Value, string Title)> Whys =
    [
        (nameof(HandoverWhy.Leaving), "They leave the Trust"), (nameof(HandoverWhy.Moved), "They move to another job here"), (nameof(HandoverWhy.Absent), "They are away for long"),
        (nameof(HandoverWhy.LostAccess), "Nobody can get in any more"), (nameof(HandoverWhy.Urgent), "Urgent: access must be gone today"),
    ];

    public static readonly ImmutableArray<(string Value, string Title)> Ways =
        [(nameof(HandoverWay.Transfer), "Somebody takes it over"), (nameof(HandoverWay.Close), "It is closed, and its name is kept")];

    public static readonly ImmutableArray<(string Value, string Title)> Decisions =
    [
        (nameof(DecisionSays.Approve), "Approve it as it was asked"), (nameof(DecisionSays.ApproveWithOther), "Approve it, but somebody else takes it over"),
        (nameof(DecisionSays.CloseInstead), "Approve it, but close the account"), (nameof(DecisionSays.Refuse), "Refuse it"),
    ];

    public static readonly ImmutableArray<(string Value, string Title)> EndStates =
    [
        (nameof(EndState.OldAdministrator), "The person who handed it over has no access any more"), (nameof(EndState.Rotation), "The password was changed, or there is none that is shared"),
        (nameof(EndState.Sessions), "Every device is signed out"), (nameof(EndState.TwoFactor), "Two-step sign-in is the Trust's"),
        (nameof(EndState.Recovery), "Recovery address and phone are the Trust's"), (nameof(EndState.ConnectedApps), "Connected apps were cut off"),
    ];

    public static string TitleOf(ImmutableArray<(string Value, string Title)> choices, string value) =>
        choices.FirstOrDefault(choice => choice.Value == value) is { Title: { } title } ? title : value;
}
