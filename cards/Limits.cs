namespace PolicyBot.Cards;

/// <summary>
/// The most characters of each thing that people type, after which the form asks for fewer. Together they fit on one card
/// (28 KB, statement CARD-01) even when each letter is an emoji. A card shortens what is longer all the same.
/// </summary>
public static class Limits
{
    public const int What = 2500;
    public const int Account = 200;

    /// <summary>Links with tracking in them are long. A button carries all of it, a line of text <see cref="LinkShown"/>.</summary>
    public const int Link = 1000;
    public const int LinkShown = 300;
    public const int AboutOthers = 400;
    public const int Told = 300;

    /// <summary>A button with more letters is wider than a phone.</summary>
    public const int Button = 31;

    /// <summary>How many people one can choose.</summary>
    public const int People = 20;
    public const int Reason = 1200;
    public const int NoReferral = 300;

    /// <summary>What those who handle an incident write, and what comes back to them.</summary>
    public const int Harm = 600;
    public const int Tell = 1000;
    public const int AgencyNumber = 100;
    public const int Note = 1000;
    public const int Inquiry = 800;
    public const int Reply = 1500;

    /// <summary>How much of the newest answer, reply and note stands on the case's card.</summary>
    public const int Newest = 250;

    /// <summary>A question that is sent on, and a person's answer to it.</summary>
    public const int Question = 1000;
    public const int Answer = 1800;

    /// <summary>What was asked just before a question that is sent on.</summary>
    public const int Before = 400;
    /// <summary>How much of a file's name a card shows.</summary>
    public const int FileName = 80;

    /// <summary>The text of a post: as much as any platform takes; how much of it one card holds to be edited or copied, and how much a reader's card shows before "Read all of it".</summary>
    public const int Post = 10_000;
    public const int PostPage = 2000;
    public const int PostShown = 1000;
    public const int Comment = 800;
    public const int CommentShown = 300;

    /// <summary>When a comment came in, in somebody's words.</summary>
    public const int CameIn = 200;
    public const int Pictures = 400;
    public const int Material = 300;

    /// <summary>What a reader writes to an author.</summary>
    public const int Because = 600;

    /// <summary>What somebody looks for among their cases.</summary>
    public const int Find = 100;
}
