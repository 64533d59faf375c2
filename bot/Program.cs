using PolicyBot.Bot;

var builder = WebApplication.CreateSlimBuilder(args).AddPolicyBot();
var app = builder.Build().UsePolicyBot();
await app.OpenAsync();
await app.RunAsync();
