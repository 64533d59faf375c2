using PolicyBot.Policy.Recognition;

namespace PolicyBot.Policy.Drafts;

/// <summary>What drafts teach: of each sentence, and of the draft as a whole, where what no sentence says alone two may say together.</summary>
internal sealed record LearntDrafts(ModelData Sentences, ModelData Whole)
{
    public void Write(Stream stream)
    {
        ModelFile.Write(Sentences, stream);
        ModelFile.Write(Whole, stream);
    }

    /// <summary>What was written; null when it is of another format, or cut short.</summary>
    public static LearntDrafts? Read(Stream stream) =>
        ModelFile.Read(stream) is { } sentences && ModelFile.Read(stream) is { } whole ? new LearntDrafts(sentences, whole) : null;
}
