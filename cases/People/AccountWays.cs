namespace PolicyBot.Cases.People;

/// <summary>How the Trust looks after its accounts.</summary>
/// <param name="CheckInEvery">How often leads are asked whether all is well; zero: never.</param>
/// <param name="AnswerWithin">In working hours: then the next person is asked.</param>
/// <param name="ReviewEvery">How long what the register says is good for, before somebody has to look at it again.</param>
/// <param name="InHolidays">True when leads are asked while their academy is closed too.</param>
public sealed record AccountWays(TimeSpan CheckInEvery, TimeSpan AnswerWithin, TimeSpan ReviewEvery, bool InHolidays)
{
    public static readonly AccountWays Default = new(TimeSpan.FromDays(7), TimeSpan.FromHours(8), TimeSpan.FromDays(182), InHolidays: false);
}
