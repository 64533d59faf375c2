using System.Buffers.Binary;
using System.IO.Compression;
using PolicyBot.Bot.Commands;

namespace PolicyBot.Tests.Manifest;

/// <summary>The icons are looked at pixel by pixel, for Teams is strict about them and says little.</summary>
public sealed class IconTests
{
    private static readonly byte[] White = [255, 255, 255, 255];
    private static readonly byte[] Clear = [0, 0, 0, 0];
    private static readonly byte[] HalfClear = [255, 255, 255, 128];
    private static readonly byte[] Grey = [200, 200, 200, 255];

    [Fact]
    public void White_on_nothing_is_what_an_outline_is()
    {
        Assert.Empty(CheckOutline(Draw(32, 0, White, Clear)));
    }

    [Fact]
    public void A_grey_pixel_is_found_where_it_is()
    {
        Assert.Contains("outline.png has a pixel at 1,0", Assert.Single(CheckOutline(Draw(32, 0, White, Grey))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_soft_edge_is_found()
    {
        Assert.Contains("neither pure white nor fully transparent", Assert.Single(CheckOutline(Draw(32, 0, HalfClear, Clear))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_size_is_named_with_the_right_one()
    {
        Assert.Equal("outline.png is 33×33: draw it at exactly 32×32 pixels.", Assert.Single(CheckOutline(Draw(33, 0, White, Clear))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_row_filter_gives_the_same_picture_back(byte filter)
    {
        var image = Png.Read(Draw(32, filter, White, HalfClear, Grey));

        Assert.Equal(Enumerable.Range(0, 32 * 32).SelectMany(i => new[] { White, HalfClear, Grey }[i % 3]), image.Bytes);
    }

    [Theory]
    [InlineData(0, "it is not a PNG")]
    [InlineData(24, "it is another kind of PNG")]
    [InlineData(60, "cannot be read")]
    public void A_damaged_file_is_refused(int at, string why)
    {
        var file = Draw(32, 0, White);
        file[at] ^= 0x55;

        Assert.Contains(why, Assert.Single(CheckOutline(file)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_ends_early_is_refused()
    {
        Assert.Contains("cut short", Assert.Single(CheckOutline(Draw(32, 0, White)[..50])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        Assert.Equal("outline.png is missing: put it beside manifest.json.", Assert.Single(IconRules.CheckOutline("/nowhere/outline.png")));
    }

    private static List<string> CheckOutline(byte[] png)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("outline.png"), png);
        return [.. IconRules.CheckOutline(folder.File("outline.png"))];
    }

    /// <summary>A square PNG that repeats the pixels given, every row written with one filter.</summary>
    private static byte[] Draw(int side, byte filter, params byte[][] pixels)
    {
        var stride = side * 4;
        var flat = Enumerable.Range(0, side * side).SelectMany(i => pixels[i % pixels.Length]).ToArray();
        using var packed = new MemoryStream();
        using (var rows = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var i = 0; i < flat.Length; i++)
            {
                if (i % stride == 0)
                    rows.WriteByte(filter);
                int left = i % stride < 4 ? 0 : flat[i - 4];
                int above = i < stride ? 0 : flat[i - stride];
                int aboveLeft = i % stride < 4 || i < stride ? 0 : flat[i - stride - 4];
                rows.WriteByte((byte)(flat[i] - filter switch { 1 => left, 2 => above, 3 => (left + above) / 2, 4 => Paeth(left, above, aboveLeft), _ => 0 }));
            }
        }
        byte[] header = [0, 0, 0, (byte)side, 0, 0, 0, (byte)side, 8, 6, 0, 0, 0];
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. type, .. data, 0, 0, 0, 0];
    }

    // The nearest of the three to left + above - aboveLeft, ties in this order (PNG, clause 9.4).
    private static int Paeth(int left, int above, int aboveLeft) =>
        new[] { left, above, aboveLeft }.MinBy(candidate => Math.Abs(left + above - aboveLeft - candidate));
}
