using System.Text;

namespace PolicyBot.Cases;

/// <summary>Text as the bytes that are stored and sent: a card is some kilobytes, and becomes no string on its way.</summary>
public sealed class Utf8Text(ReadOnlyMemory<byte> bytes) : IEquatable<Utf8Text>
{
    public static readonly Utf8Text Empty = new(ReadOnlyMemory<byte>.Empty);

    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    public static implicit operator Utf8Text(string text) => FromString(text);

    public static Utf8Text FromString(string text) => text.Length == 0 ? Empty : new Utf8Text(Encoding.UTF8.GetBytes(text));

    public override string ToString() => Encoding.UTF8.GetString(Bytes.Span);

    public bool Equals(Utf8Text? other) => other is not null && Bytes.Span.SequenceEqual(other.Bytes.Span);

    public override bool Equals(object? obj) => Equals(obj as Utf8Text);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes.Span);
        return hash.ToHashCode();
    }
}
