using System.Security.Cryptography;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;

namespace PolicyBot.Tests.Opinions;

/// <summary>Any difference at all makes it another text.</summary>
public sealed class TextSealTests
{
    private static readonly WantedPost Post = new(WrittenAs.Reply, "instagram", WrittenFor.Trust, "@north", "families", "Well done, Year 8. Café opens at 3pm")
    {
        Comment = "When does it open?",
        CommentAt = DateTimeOffset.UnixEpoch,
        Pictures = "Four pupils",
        PictureChecks = ["list", "asked"],
        Material = "A link",
        PictureFiles = [Picture("picture")],
    };

    public static TheoryData<string> OtherTexts =>
    [
        "Well done, Year 8. Café opens at 3pm.", "Well done, Year 8. Café opens at 3pm ", " Well done, Year 8. Café opens at 3pm", "well done, Year 8. Café opens at 3pm",
        "Well done, Year 8.  Café opens at 3pm", "Well done, Year 8.\u00A0Café opens at 3pm", "Well done, Year 8.\u200B Café opens at 3pm", "Well done, Year 8. Caf\u0435\u0301 opens at 3pm",
        "Well done, Year 8. Cafe\u0301 opens at 3pm", "Well done, Year 8. C\u0430fé opens at 3pm", "Well done, Year 8. Café opens at 3pm\u200D", "Well done, Year 8. Café opens at 3pm\uFEFF",
        "Well done, Year 8. Café opens at \u202E3pm", "Well done, Year 8. Café opens at 3pm\n", "Well done,\tYear 8. Café opens at 3pm", "Well done, Year 8. Café \uFF4Fpens at 3pm", "", "Well done, Year 8\u2024 Café opens at 3pm",
    ];

    [Theory]
    [MemberData(nameof(OtherTexts))]
    public void Another_text_has_another_seal(string text) => Assert.NotEqual(TextSeal.Of(Post), TextSeal.Of(Post with { Text = text }));

    [Fact]
    public void So_has_another_comment_account_platform_kind_or_picture() =>
        Assert.All(
            (WantedPost[])
            [
                Post with { Comment = "When does it close?" }, Post with { For = WrittenFor.Personal }, Post with { Account = "@south" }, Post with { Account = null }, Post with { Platform = "facebook" },
                Post with { Kind = WrittenAs.Post }, Post with { Pictures = "Five pupils" }, Post with { Pictures = null }, Post with { PictureFiles = [] }, Post with { PictureFiles = [Picture("picture, saved again")] },
                Post with { PictureFiles = [Picture("picture"), Picture("picture")] }, Post with { PictureFiles = [Picture("another"), Picture("picture")] },
                Post with { Audience = "staff" }, Post with { CommentAt = null }, Post with { CommentAt = DateTimeOffset.UnixEpoch.AddMinutes(1) },
                Post with { PictureChecks = [] }, Post with { PictureChecks = ["list"] }, Post with { Material = null }, Post with { Material = "Another link" },
                Post with { PictureChecks = ["list"], PictureFiles = [Picture("picture") with { Hash = "asked" }, Picture("picture")] }, Post with { Text = Post.Text + Post.Comment, Comment = "" }, Post with { Comment = Post.Comment + Post.Account, Account = "" }, // nothing moves from one part to the next
            ],
            other => Assert.NotEqual(TextSeal.Of(Post), TextSeal.Of(other)));

    [Fact]
    public void When_it_goes_out_whom_it_is_about_and_the_order_of_the_ticks_make_no_other_text() =>
        Assert.All(
            (WantedPost[])[Post with { PlannedAt = DateTimeOffset.UnixEpoch }, Post with { About = [new PersonRef("ann", "Ann")] }, Post with { PictureChecks = ["asked", "list"] }],
            same => Assert.Equal(TextSeal.Of(Post), TextSeal.Of(same)));

    [Fact]
    public void A_seal_never_changes_from_one_version_of_the_bot_to_the_next()
    {
        var parts = (string[])["Reply", Post.Text, Post.Comment!, "Trust", "@north", "instagram", "families", "1970-01-01T00:00:00.0000000Z", "A link", "Four pupils", "asked,list", Hash("picture")];
        var bytes = parts.SelectMany(part => System.Text.Encoding.UTF8.GetBytes(part) is var text ? (byte[])[.. System.Text.Encoding.UTF8.GetBytes($"{text.Length}:"), .. text] : []).ToArray();
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), TextSeal.Of(Post));
    }

    private static EvidencePiece Picture(string bytes) =>
        new("turn-1", "turn", new PersonRef("ann", "Ann"), DateTimeOffset.UnixEpoch, "cup.png", null) { State = EvidenceState.Kept, ContentType = "image/png", Hash = Hash(bytes) };

    private static string Hash(string picture) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(picture)));
}
