using System.Diagnostics;
using System.Globalization;
using PolicyBot.AnswersBenchmark;
using PolicyBot.Policy;

// answers [DOCUMENTS]: asks a few thousand questions of the shipped policy, and of it among a thousand others, and prints what each costs.
var many = args is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 1000;
var shipped = Path.Combine(AppContext.BaseDirectory, "documents");
var questions = Questions.Sample(shipped, 4000);

Measure("the shipped policy", shipped);
using var made = new MadePolicies(shipped, many);
Measure($"{many + 1} policies", made.Folder);

void Measure(string name, string folder)
{
    var before = Memory();
    var start = Stopwatch.GetTimestamp();
    var answerer = new PolicyAnswerer(PolicyLibrary.Load(folder));
    var loaded = Stopwatch.GetElapsedTime(start);
    var weighs = Memory() - before;

    foreach (var question in questions)
        answerer.Answer(question, []); // until everything is compiled
    var times = new double[questions.Length];
    for (var each = 0; each < questions.Length; each++)
    {
        start = Stopwatch.GetTimestamp();
        answerer.Answer(questions[each], []);
        times[each] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    Array.Sort(times);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-20} {questions.Length} questions: p50 {At(times, 0.5):F3} ms, p99 {At(times, 0.99):F3} ms, longest {times[^1]:F3} ms; loaded in {loaded.TotalMilliseconds:F0} ms, {weighs / 1e6:F0} MB"));
    GC.KeepAlive(answerer);
}

static double At(double[] sorted, double share) => sorted[(int)(sorted.Length * share)];

static long Memory()
{
    GC.Collect();
    GC.WaitForPendingFinalizers();
    return GC.GetTotalMemory(forceFullCollection: true);
}
