namespace PolicyBot.Bot.Local;

/// <summary>When the Playground comes along.</summary>
internal static class LocalPlayground
{
    /// <summary>Adds the Playground to a local bot, unless <c>Playground:Launch</c> is false. Anywhere but in local mode it adds nothing.</summary>
    internal static IServiceCollection AddLocalPlayground(this IServiceCollection services, IConfiguration configuration) =>
        configuration.GetValue("Bot:Local", false) && configuration.GetValue("Playground:Launch", true)
            ? services.AddSingleton(PlaygroundProgram.Npx).AddHostedService<PlaygroundLauncher>()
            : services;
}
