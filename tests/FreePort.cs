using System.Net;
using System.Net.Sockets;

namespace PolicyBot.Tests;

/// <summary>A loopback port that nobody listens on, for programs that cannot be asked to choose one themselves.</summary>
internal static class FreePort
{
    internal static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
