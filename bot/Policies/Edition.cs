using PolicyBot.Policy;
using PolicyBot.Policy.Drafts;

namespace PolicyBot.Bot.Policies;

/// <summary>The policies of the folder as they were read together, the answerer over them and the rules that drafts are held against. A decision sees one edition and no other.</summary>
internal sealed record Edition(PolicyLibrary Library, IPolicyAnswerer Answerer, IDraftChecker Drafts)
{
    /// <summary>Reads the folder as it is now.</summary>
    /// <param name="answering">What answers over what was read; the bot's own answerer when null.</param>
    /// <exception cref="PolicyException">The folder cannot be used; the message names the file.</exception>
    public static Edition Load(string folder, Func<PolicyLibrary, IPolicyAnswerer>? answering = null)
    {
        var library = PolicyLibrary.Load(folder);
        return new Edition(library, answering?.Invoke(library) ?? new PolicyAnswerer(library), new DraftChecker(library));
    }
}
