using PolicyBot.Bot;
using PolicyBot.Bot.Commands;
using PolicyBot.Bot.Vault;

try
{
    return await RunAsync(args);
}
catch (KeyVaultReferenceException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}

static async Task<int> RunAsync(string[] args) => args switch
{
    ["pack", .. var rest] => PackCommand.Run(rest, Console.Out),
    ["add-policy", .. var rest] => AddPolicyCommand.Run(rest, Console.Out),
    ["evaluate", .. var rest] => EvaluateFile.Run(rest, Composition.ReadSettings(), Console.Out, Console.Error),
    ["train", .. var rest] => TrainFolder.Run(rest, Console.Out, Console.Error),
    ["review", .. var rest] => ReviewFolder.Run(rest, Console.Out, Console.Error),
    ["train-reports", .. var rest] => TrainReports.Run(rest, Console.Out, Console.Error),
    ["train-drafts", .. var rest] => TrainDrafts.Run(rest, Composition.ReadSettings(), Console.Out, Console.Error),
    ["questions", .. var rest] => await ExportQuestions.RunAsync(rest, Composition.ReadSettings(), Console.Out, Console.Error),
    ["export", .. var rest] => await ExportCases.RunAsync(rest, Composition.ReadSettings(), TimeProvider.System, Console.Out, Console.Error),
    ["verify", .. var rest] => await VerifyCases.RunAsync(rest, Composition.ReadSettings(), Console.Out, Console.Error),
    ["retain", .. var rest] => await RetainCases.RunAsync(rest, Composition.ReadSettings(), TimeProvider.System, Console.Out, Console.Error),
    ["accounts", .. var rest] => await RegisterCommand.RunAsync(rest, Composition.ReadSettings(), TimeProvider.System, Console.Out, Console.Error),
    ["vault", .. var rest] => await RotateVaultKey.RunAsync(rest, Composition.ReadSettings(), TimeProvider.System, Console.Out, Console.Error),
    ["outbox", .. var rest] => await OutboxCommand.RunAsync(rest, Composition.ReadSettings(), TimeProvider.System, Console.Out, Console.Error),
    ["doctor", .. var rest] => await Doctor.RunAsync(rest, Composition.ReadSettings(), Console.Out, Console.Error),
    ["provision", .. var rest] => await ProvisionCommand.RunAsync(rest, Composition.ReadSettings(), Console.In, Console.Out, Console.Error),
    ["reconcile", .. var rest] => await ReconcileCommand.RunAsync(rest, Composition.ReadSettings(), Console.Out, Console.Error),
    [var word, ..] when !word.StartsWith('-') => Unknown(word),
    _ => await Composition.RunAsync(args),
};

static int Unknown(string word)
{
    Console.Error.WriteLine($"'{word}' is not a command. Without one the bot starts; the commands are: pack, add-policy, review, evaluate, train, train-reports, train-drafts, questions, accounts, export, verify, retain, vault, outbox, doctor, provision, reconcile.");
    return 1;
}
