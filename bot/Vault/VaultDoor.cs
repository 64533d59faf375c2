using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using PolicyBot.Bot.Channel;
using PolicyBot.Dialogs.Vault;

namespace PolicyBot.Bot.Vault;

/// <summary>How people come to the pages: from Teams as a dialog, or in local mode with a code at the bot's own address.</summary>
internal sealed class VaultDoor(IOptions<VaultOptions> options, IOptions<BotOptions> bot, IServer server)
{
    /// <summary>True where nobody can sign in, and a code stands in for it.</summary>
    public bool Local { get; } = bot.Value.Local;

    /// <summary>The pages' address without a slash at its end; null when nobody has said where people reach the bot.</summary>
    public string? Address => options.Value.Address is { } address
        ? address.AbsoluteUri.TrimEnd('/')
        : Local ? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/') : null;

    public PagesDoor ForDialogs => new(Address, Local);
}
