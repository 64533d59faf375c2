using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using PolicyBot.Load;

if (args is ["floor", .. var rest])
{
    await Floor.RunAsync(rest);
    return 0;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
// One thread reads all sockets and goes on with the lanes right there: the load itself must cost less than what it measures.
Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT", "1");

// Whoever ends us early must not be left with our children.
using var ending = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, End);
try
{
    await Comparison.RunAsync(LoadOptions.Read(args), ending.Token);
    return 0;
}
catch (OperationCanceledException) when (ending.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Ended early; nothing is left running.");
}
catch (Exception fault) when (fault is InvalidOperationException or InvalidDataException or IOException or SocketException)
{
    await Console.Error.WriteLineAsync(fault.Message);
}
return 1;

void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    ending.Cancel();
}
