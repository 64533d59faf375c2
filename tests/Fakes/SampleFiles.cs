using System.Text;

namespace PolicyBot.Tests.Fakes;

/// <summary>Files that are what their first bytes say, and nothing more.</summary>
internal static class SampleFiles
{
    public static byte[] Png(string mark) => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Encoding.UTF8.GetBytes(mark)];

    public static byte[] Program(string mark) => [0x4D, 0x5A, 0x90, 0x00, 0x03, .. Encoding.UTF8.GetBytes(mark)];
}
