using System.Runtime.InteropServices;
using System.Text;

namespace PolicyBot.Policy.Recognition;

/// <summary>The file that learning writes and the start reads: numbers one after the other, little end first.</summary>
internal static class ModelFile
{
    private const uint Format = 0x31424350; // "PCB1"
    private const int MostOfAnything = 50_000_000;

    public static void Write(ModelData model, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Format);
        writer.Write(model.Guidance);
        writer.Write(model.Subjects.Length);
        foreach (var subject in model.Subjects)
            writer.Write(subject);
        writer.Write(model.Traits.Length);
        writer.Write(model.Columns.Length);
        Put<float>(writer, model.Bias);
        Put<ulong>(writer, model.Traits);
        Put<float>(writer, model.Rarity);
        Put<float>(writer, model.Scale);
        Put<int>(writer, model.Starts);
        Put<ushort>(writer, model.Columns);
        Put<sbyte>(writer, model.Weights);
    }

    /// <summary>What the file holds; null when it is of another format, or cut short: then it is learnt again.</summary>
    public static ModelData? Read(Stream stream)
    {
        try
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            if (reader.ReadUInt32() != Format)
                return null;
            var guidance = reader.ReadString();
            var subjects = new string[Count(reader)];
            for (var each = 0; each < subjects.Length; each++)
                subjects[each] = reader.ReadString();
            var (traits, weights) = (Count(reader), Count(reader));
            var model = new ModelData(
                guidance, [.. subjects], Take<float>(reader, subjects.Length), Take<ulong>(reader, traits), Take<float>(reader, traits), Take<float>(reader, traits),
                Take<int>(reader, traits + 1), Take<ushort>(reader, weights), Take<sbyte>(reader, weights));
            return IsSound(model) ? model : null;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    // A damaged file must not read beyond an array in the middle of somebody's question.
    private static bool IsSound(ModelData model) =>
        model.Starts[0] == 0 && model.Starts[^1] == model.Columns.Length
        && Enumerable.Range(1, model.Traits.Length).All(at => model.Starts[at] >= model.Starts[at - 1])
        && Enumerable.Range(1, Math.Max(0, model.Traits.Length - 1)).All(at => model.Traits[at] > model.Traits[at - 1])
        && Array.TrueForAll(model.Columns, column => column < model.Subjects.Length);

    private static int Count(BinaryReader reader) =>
        reader.ReadInt32() is var count and >= 0 and <= MostOfAnything ? count : throw new EndOfStreamException();

    private static void Put<T>(BinaryWriter writer, T[] values)
        where T : unmanaged => writer.Write(MemoryMarshal.AsBytes<T>(values));

    private static T[] Take<T>(BinaryReader reader, int count)
        where T : unmanaged
    {
        var values = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
