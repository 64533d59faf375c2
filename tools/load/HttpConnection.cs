using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PolicyBot.Load;

/// <summary>
/// A kept-alive HTTP/1.1 connection on this machine, for either end. HttpClient and Kestrel would take as much CPU for a turn as the bare
/// server that is measured; this takes a fraction, and knows only what the measured bots say: heads with a Content-Length.
/// </summary>
internal sealed class HttpConnection(Socket socket) : IDisposable
{
    private byte[] buffer = new byte[16 * 1024];
    private int filled;
    private int headEnd;
    private int messageEnd;

    /// <summary>Start line and headers of the message read last.</summary>
    public ReadOnlySpan<byte> Head => buffer.AsSpan(0, headEnd);

    public ReadOnlySpan<byte> Body => buffer.AsSpan(headEnd, messageEnd - headEnd);

    public bool SaysSuccess => Head.StartsWith("HTTP/1.1 2"u8);

    public static async Task<HttpConnection> OpenAsync(int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return new HttpConnection(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        while (!message.IsEmpty)
            message = message[await socket.SendAsync(message, cancellationToken)..];
    }

    /// <summary>Reads the next message whole. False: the other side closed instead.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        buffer.AsSpan(messageEnd, filled - messageEnd).CopyTo(buffer);
        filled -= messageEnd;
        (headEnd, messageEnd) = (0, 0);
        while (!FindMessage())
        {
            if (filled == buffer.Length)
                Array.Resize(ref buffer, filled * 2);
            var received = await socket.ReceiveAsync(buffer.AsMemory(filled), cancellationToken);
            if (received == 0)
                return false;
            filled += received;
        }
        return true;
    }

    public void Dispose() => socket.Dispose();

    private bool FindMessage()
    {
        var end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;
        var whole = end + 4 + BodyLength(buffer.AsSpan(0, end));
        if (filled < whole)
            return false;
        (headEnd, messageEnd) = (end + 4, whole);
        return true;
    }

    private static int BodyLength(ReadOnlySpan<byte> head)
    {
        var length = "Content-Length:"u8;
        foreach (var range in head.Split("\r\n"u8))
        {
            var line = head[range];
            if (line.Length > length.Length && Ascii.EqualsIgnoreCase(line[..length.Length], length))
                return Utf8Parser.TryParse(line[length.Length..].TrimStart((byte)' '), out int bytes, out _) ? bytes : 0;
            if (Ascii.EqualsIgnoreCase(line, "Transfer-Encoding: chunked"u8))
                throw new InvalidDataException("A bot sent a body in chunks; this tool reads only bodies with a Content-Length.");
        }
        return 0;
    }
}
