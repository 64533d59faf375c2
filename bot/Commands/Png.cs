using System.Buffers.Binary;
using System.IO.Compression;

namespace PolicyBot.Bot.Commands;

/// <summary>
/// Just enough of PNG (ISO/IEC 15948) to look at an icon's pixels: 8-bit RGB or RGBA, not interlaced. No imaging library is worth its weight for
/// two files. <paramref name="Channels"/> is the number of bytes of each pixel in <paramref name="Bytes"/>: 3, or 4 with transparency.
/// </summary>
internal sealed record Png(int Width, int Height, int Channels, byte[] Bytes)
{
    private const int LargestSide = 4096;

    /// <summary>Looks at every pixel of a PNG file.</summary>
    /// <exception cref="InvalidDataException">The file is no PNG, is damaged, or is of another kind than 8-bit RGB or RGBA.</exception>
    internal static Png Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            throw new InvalidDataException("it is not a PNG");
        var (width, height, channels) = (0, 0, 4);
        using var packed = new MemoryStream();
        for (var rest = file[8..]; rest.Length >= 12;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - 12)
                break;
            var data = rest.Slice(8, (int)length);
            if (rest[4..8].SequenceEqual("IHDR"u8))
            {
                (width, height, channels) = Header(data);
            }
            else if (rest[4..8].SequenceEqual("IDAT"u8))
            {
                packed.Write(data);
            }
            rest = rest[(12 + (int)length)..];
        }
        packed.Position = 0;
        return new Png(width, height, channels, Pixels(packed, width * channels, height, channels));
    }

    private static (int Width, int Height, int Channels) Header(ReadOnlySpan<byte> header)
    {
        // Bit depth 8, colour type 2 (RGB) or 6 (RGBA), and three method bytes that are 0 when nothing is interlaced.
        if (header.Length != 13 || header[8] != 8 || header[9] is not (2 or 6) || header[10..].ContainsAnyExcept((byte)0))
            throw new InvalidDataException("it is another kind of PNG");
        var width = BinaryPrimitives.ReadUInt32BigEndian(header);
        var height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        return width is > 0 and <= LargestSide && height is > 0 and <= LargestSide
            ? ((int)width, (int)height, header[9] == 2 ? 3 : 4)
            : throw new InvalidDataException("its size makes no sense");
    }

    private static byte[] Pixels(Stream packed, int stride, int height, int channels)
    {
        var pixels = new byte[stride * height];
        using var rows = new ZLibStream(packed, CompressionMode.Decompress);
        Span<byte> filter = stackalloc byte[1];
        ReadOnlySpan<byte> above = new byte[stride];
        try
        {
            for (var y = 0; y < height; y++)
            {
                var row = pixels.AsSpan(y * stride, stride);
                rows.ReadExactly(filter);
                rows.ReadExactly(row);
                Unfilter(filter[0], row, above, channels);
                above = row;
            }
        }
        catch (EndOfStreamException early)
        {
            throw new InvalidDataException("it is cut short", early);
        }
        return pixels;
    }

    // Each row was written as its difference from the pixel to the left, the row above, or both; the first byte of the row says which (clause 9).
    private static void Unfilter(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int channels)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var left = i < channels ? (byte)0 : row[i - channels];
            var aboveLeft = i < channels ? (byte)0 : above[i - channels];
            row[i] += filter switch
            {
                0 => 0,
                1 => left,
                2 => above[i],
                3 => (byte)((left + above[i]) / 2),
                4 => Paeth(left, above[i], aboveLeft),
                _ => throw new InvalidDataException("it is damaged"),
            };
        }
    }

    private static byte Paeth(byte left, byte above, byte aboveLeft)
    {
        var estimate = left + above - aboveLeft;
        var (toLeft, toAbove, toAboveLeft) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - aboveLeft));
        return toLeft <= toAbove && toLeft <= toAboveLeft ? left : toAbove <= toAboveLeft ? above : aboveLeft;
    }
}
