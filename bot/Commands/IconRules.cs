namespace PolicyBot.Bot.Commands;

/// <summary>What Teams wants of the two icons: 192×192 in colour, and 32×32 pure white on fully transparent.</summary>
internal static class IconRules
{
    internal static IEnumerable<string> CheckColor(string file) => Check(file, 192, static _ => true);

    internal static IEnumerable<string> CheckOutline(string file) =>
        Check(file, 32, static pixel => pixel.Length == 4 && pixel[3] == 0 || !pixel.ContainsAnyExcept((byte)255));

    private static IEnumerable<string> Check(string file, int side, Func<ReadOnlySpan<byte>, bool> allowed)
    {
        var name = Path.GetFileName(file);
        if (!File.Exists(file))
            return [$"{name} is missing: put it beside manifest.json."];
        Png image;
        try
        {
            image = Png.Read(File.ReadAllBytes(file));
        }
        catch (InvalidDataException wrong)
        {
            return [$"{name} cannot be read ({wrong.Message}): save it as a PNG with 8 bits a channel, neither indexed nor interlaced."];
        }
        if (image.Width != side || image.Height != side)
            return [$"{name} is {image.Width}×{image.Height}: draw it at exactly {side}×{side} pixels."];
        for (var i = 0; i < side * side; i++)
        {
            if (!allowed(image.Bytes.AsSpan(i * image.Channels, image.Channels)))
                return [$"{name} has a pixel at {i % side},{i / side} that is neither pure white nor fully transparent: draw it without colours or soft edges."];
        }
        return [];
    }
}
