using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PolicyBot.Load;

/// <summary>Stands in for the Bot Connector: takes what bots send, and tells the conversation that its reply came.</summary>
internal sealed class Sink : IDisposable
{
    private static readonly byte[] Taken = "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{\"id\":\"1\"}"u8.ToArray();
    private static readonly byte[] Start = Encoding.UTF8.GetBytes(Conversation.Prefix);

    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private int unexpected;

    public Sink()
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1024);
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndPoint!).Port;

    public Conversation[] Conversations { get; } = [.. Enumerable.Range(0, Conversation.Count).Select(number => new Conversation(number))];

    /// <summary>How many messages came that nobody waited for, since it was last asked.</summary>
    public int TakeUnexpected() => Interlocked.Exchange(ref unexpected, 0);

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var caller = await listener.AcceptAsync();
                caller.NoDelay = true;
                _ = ServeAsync(caller);
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The comparison is over.
        }
    }

    private async Task ServeAsync(Socket caller)
    {
        using var connection = new HttpConnection(caller);
        try
        {
            while (await connection.ReadAsync(CancellationToken.None))
            {
                var at = Stopwatch.GetTimestamp();
                await connection.SendAsync(Taken, CancellationToken.None);
                Hear(connection, at);
            }
        }
        catch (SocketException)
        {
            // The bot was ended.
        }
        catch (InvalidDataException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
        }
    }

    // POST /v3/conversations/a%3Aload-000042/activities/…
    private void Hear(HttpConnection call, long at)
    {
        var head = call.Head;
        var name = head.IndexOf(Start);
        if (call.Body.IndexOf("\"type\":\"message\""u8) < 0)
            return; // typing and traces answer nobody
        if (name < 0 || !Utf8Parser.TryParse(head[(name + Start.Length)..], out int number, out _) || !Conversations[number].Hear(call.Body, at))
            Interlocked.Increment(ref unexpected);
    }
}
