namespace PolicyBot.Tests.Canaries;

/// <summary>Words that stand nowhere else: one for each thing that somebody types about a case. Whoever comes across one has seen something of it.</summary>
internal static class Canary
{
    public const string What = "Zaffrewort";
    public const string Account = "zanthorpe";
    public const string Link = "https://www.facebook.com/zanthorpe/posts/quennelby";
    public const string Others = "Blivetine";
    public const string Told = "Quandreth";
    public const string File = "Grufalinda";
    public const string Harm = "Wibblesome";
    public const string Tell = "Snorkelheim";
    public const string Reply = "Mumblecrust";
    public const string Agency = "Flumpington";
    public const string Note = "Persimmona";
    public const string Inquiry = "Kumquatta";
    public const string Answer = "Rutabagan";
    public const string Reason = "Medlarish";
    public const string Again = "Loganberried";
    public const string Hold = "Quincewort";

    /// <summary>The account as another report writes it that has nothing to hide: the same account to the bot, another word to whoever looks.</summary>
    public const string AccountOfAnother = "@ZANTHORPE";

    public static readonly ImmutableArray<string> All =
        [What, Account, "quennelby", Others, Told, File, Harm, Tell, Reply, Agency, Note, Inquiry, Answer, Reason, Again, Hold];
}
