using System.Text.Json.Serialization;

namespace PolicyBot.Dialogs;

/// <summary>Something that is to be done with a file once the decision is stored: no turn waits for a download.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "errand")]
[JsonDerivedType(typeof(Fetch), "fetch")]
[JsonDerivedType(typeof(Upload), "upload")]
[JsonDerivedType(typeof(Disposal), "disposal")]
[JsonDerivedType(typeof(VaultDisposal), "vault")]
public abstract record FileErrand
{
    private FileErrand() { }

    /// <summary>Fetches a file that was sent for a report or a draft, and keeps it.</summary>
    /// <param name="Piece">The file's id in the report, and its name in the store.</param>
    /// <param name="DraftId">The draft that it was sent for, or that its case was made from: found by this, whichever it is by now.</param>
    /// <param name="ChatKey">The chat in which the draft is.</param>
    /// <param name="Picture">As <see cref="Cases.Conversations.OfferedFile.Picture"/>.</param>
    /// <param name="Opinion">The request for a second opinion that a draft changes, where the file is a picture for that; its draft has an id of its own.</param>
    public sealed record Fetch(string Piece, string DraftId, string ChatKey, string Address, bool Picture, string? Opinion = null) : FileErrand;

    /// <summary>Puts a kept file where its reader allowed it, and shows it in their chat.</summary>
    /// <param name="Hash">What its bytes must still hash to.</param>
    /// <param name="ConversationId">The chat in which they allowed it.</param>
    public sealed record Upload(string Piece, string Hash, string ConversationId, ConsentedPlace Place) : FileErrand;

    /// <summary>Deletes files whose report was thrown away before it was sent.</summary>
    public sealed record Disposal(ImmutableArray<string> Pieces) : FileErrand;

    /// <summary>Takes out of the vault what belonged to an account whose record is no more.</summary>
    /// <param name="Entry">As the vault names it: the account's reference.</param>
    public sealed record VaultDisposal(string Entry) : FileErrand;
}

/// <summary>Where a file may be put, as Teams says it when somebody agrees.</summary>
public sealed record ConsentedPlace(string UploadUrl, string ContentUrl, string Name, string UniqueId, string FileType);
