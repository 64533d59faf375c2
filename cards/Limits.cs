namespace PolicyBot.Cards;

/// <summary>
/// The most characters of each thing that people type, after which the form asks for fewer. Together they fit on one card
/// (28 KB, statement CARD-01) in any script. A card shortens what is longer all the same.
/// </summary>
public static class Limits
{
    public const int What = 3000;
    public const int Account = 200;
    public const int Link = 500;
    public const int AboutOthers = 500;
    public const int Reason = 2000;
    public const int NoReferral = 500;
}
