using PolicyBot.Bot;
using PolicyBot.Bot.Commands;

return args switch
{
    ["pack", .. var rest] => PackCommand.Run(rest, Console.Out),
    ["add-policy", .. var rest] => AddPolicyCommand.Run(rest, Console.Out),
    ["evaluate", .. var rest] => EvaluateFile.Run(rest, Console.Out, Console.Error),
    ["train", .. var rest] => TrainFolder.Run(rest, Console.Out, Console.Error),
    ["train-reports", .. var rest] => TrainReports.Run(rest, Console.Out, Console.Error),
    ["questions", .. var rest] => await ExportQuestions.RunAsync(rest, Composition.ReadSettings(), Console.Out, Console.Error),
    [var word, ..] when !word.StartsWith('-') => Unknown(word),
    _ => await Composition.RunAsync(args),
};

static int Unknown(string word)
{
    Console.Error.WriteLine($"'{word}' is not a command. Without one the bot starts; the commands are: pack, add-policy, evaluate, train, train-reports, questions.");
    return 1;
}
