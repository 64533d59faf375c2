using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Bot.Accounts;
using PolicyBot.Bot.Commands;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Disposal;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Storage;
using static PolicyBot.Tests.Accounts.Registered;

namespace PolicyBot.Tests.Accounts;

/// <summary><c>accounts import</c> and <c>accounts export</c>: all rows or none, each bad one named, and nothing in it that a spreadsheet would run.</summary>
public sealed class RegisterCsvTests
{
    private const string Head = "platform,handle,name,academy,lead,deputy,administrators,twoFactor,recoveryEmailIsTrusts\n";
    private const string Good1 = "instagram,@north_academy,North on Instagram,north,Priya Nair,Tom Whitaker,Priya Nair; Sam Keane,app,yes\n";

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Five_thousand_rows_with_two_hundred_bad_ones_name_each_bad_row_and_lose_nothing_else(Engine engine)
    {
        var (csv, bad) = FiveThousand();
        await using var memory = await Memory.NewAsync(engine);
        using var run = new CommandRun();
        var path = run.PathOf("accounts.csv");
        await System.IO.File.WriteAllTextAsync(path, csv, Ended);

        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(1, await RunAsync(run, memory, "import", path));
        TestContext.Current.SendDiagnosticMessage($"{engine}: 5,000 rows with 200 bad ones refused in {watch.ElapsedMilliseconds} ms");
        var named = run.Errors.ToString().Split('\n').Where(line => line.Contains(", line ", StringComparison.Ordinal)).Select(LineOf).ToList();
        Assert.Equal(bad.Order(), named.Distinct().Order());
        Assert.Contains("Nothing was imported. Rows to mend: 200. Good rows: 4800.", run.Errors.ToString(), StringComparison.Ordinal);
        Assert.Equal((0, 0), (memory.Count("cases"), memory.Count("trail")));

        watch.Restart();
        Assert.Equal(1, await RunAsync(run, memory, "import", path, "--good-rows"));
        TestContext.Current.SendDiagnosticMessage($"{engine}: 4,800 good rows imported in {watch.ElapsedMilliseconds} ms");
        Assert.Contains("4800 added, 0 changed, 0 as they were. 200 rows were left out", run.Output.ToString(), StringComparison.Ordinal);
        Assert.Equal((4800, 4800), (memory.Count("cases"), memory.Count("trail")));
        Assert.Empty(await new CaseArchive(memory.Database).GapsAsync(Ended));

        var left = RegisterFile.Parse(await System.IO.File.ReadAllBytesAsync($"{path}.bad.csv", Ended));
        Assert.Equal(200, left.Rows.Length);
        Assert.Contains("whatIsWrong", left.Headings, StringComparer.Ordinal);
        var wanted = RegisterFile.Parse(Encoding.UTF8.GetBytes(csv)).Rows.Where(row => bad.Contains(row.Line)).Select(row => row["handle"]);
        Assert.Equal(wanted, left.Rows.Select(row => row["handle"]));

        watch.Restart();
        Assert.Equal(1, await RunAsync(run, memory, "import", path, "--good-rows"));
        TestContext.Current.SendDiagnosticMessage($"{engine}: the same again in {watch.ElapsedMilliseconds} ms");
        Assert.Contains("0 added, 0 changed, 4800 as they were.", run.Output.ToString(), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_file_is_imported_whole_and_what_it_changes_stands_in_the_trail(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        using var run = new CommandRun();
        Assert.Equal(0, await ImportAsync(run, memory, Head + Good1));
        Assert.Contains("1 added", run.Output.ToString(), StringComparison.Ordinal);
        var account = (await memory.Store.Accounts.FindAsync(Reference, Ended))!;
        Assert.Equal(("north_academy", "north", Priya, Tom, TwoFactor.App, IsSo.Yes, IsSo.NotKnown), (account.Handle, account.Academy, account.Lead, account.Deputy, account.Facts.TwoFactor, account.Facts.RecoveryEmailIsTrusts, account.Facts.RecoveryPhoneIsTrusts));
        Assert.Equal([Priya, Sam], account.Administrators);

        Assert.Equal(0, await ImportAsync(run, memory, "reference,lead,twoFactor\nACC-2026-0001,tom-whitaker@trust.example,off\n"));
        account = (await memory.Store.Accounts.FindAsync(Reference, Ended))!;
        Assert.Equal((Tom, null, TwoFactor.Off, "north"), (account.Lead, account.Deputy, account.Facts.TwoFactor, account.Academy));
        Assert.Equal(["account.added", "account.handed_to", "account.changed"], (await memory.Store.TrailOfAsync(Reference, Ended)).Select(entry => entry.Type));
        Assert.Empty((await new CaseArchive(memory.Database).FindAsync(Reference, Ended))!.Faults);
    }

    [Theory, OnBoth]
    public async Task Of_many_changes_of_which_one_comes_too_late_none_is_stored(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        CaseChange Opening(int number)
        {
            var added = Assert.IsType<Ruling<Account>.Allowed>(AccountRules.Add(Reference with { Number = number }, Good with { Handle = $"n{number}" }, Priya, [], Sam, $"d{number}", Now));
            return new CaseChange(0, added.After, added.Entries);
        }

        Assert.True(await memory.Store.CommitAllAsync([Opening(1)], Now));
        Assert.False(await memory.Store.CommitAllAsync([Opening(2), Opening(1), Opening(3)], Now));
        Assert.Equal((1, 1), (memory.Count("cases"), memory.Count("trail")));
    }

    [Theory]
    [InlineData("myspace,n,,north,,,,,", "line 2, platform: 'myspace' is no platform")]
    [InlineData("x,,,north,,,,,", "line 2, handle: Please give the account's name")]
    [InlineData("x,n,,west,,,,,", "line 2, academy: 'west' is no academy")]
    [InlineData("x,n,,north,Nobody Known,,,,", "line 2, lead: 'Nobody Known' is not in the directory")]
    [InlineData("x,n,,north,Priya Nair,Priya Nair,,,", "line 2, deputy: the deputy must be somebody other")]
    [InlineData("x,n,,north,,,Priya Nair; Xyz,,", "line 2, administrators: 'Xyz' is not in the directory")]
    [InlineData("x,n,,north,,,,maybe,", "line 2, twoFactor: write app")]
    [InlineData("x,n,,north,,,,,me@home.example", "line 2, recoveryEmailIsTrusts: write yes, no or not known, and never the address")]
    [InlineData("x,n,the password is Zanthorpe77!x,north,,,,,", "line 2, name: this looks like a password or a code, and is not said again")]
    [InlineData("x,n,,north,,,,", "line 2: there are 8 cells instead of 9")]
    [InlineData("x,n,,north,,,,,,more", "line 2: there are 10 cells instead of 9")]
    [InlineData("x,n,a \"quote\" in it,north,,,,,", "line 2: there is a quotation mark where none can be")]
    [InlineData("x,n,,north,,,,,\n\nx,@N,,,,,,,", "line 4, handle: this account stands on line 2 already")]
    public void Each_fault_is_named_with_its_line_its_column_and_what_to_do(string rows, string said)
    {
        var import = Import(Head + rows);
        Assert.Contains(import.Faults, fault => fault.ToString().StartsWith(said, StringComparison.Ordinal));
        Assert.DoesNotContain(import.Faults, fault => fault.ToString().Contains("me@home.example", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("platform,handle,password\n", "password: this column looks as if it held passwords")]
    [InlineData("platform,handle,Account Password\n", "this column looks as if it held passwords")]
    [InlineData("platform,handle,PIN\n", "this column looks as if it held passwords")]
    [InlineData("platform,handle,backup codes\n", "this column looks as if it held passwords")]
    [InlineData("platform,handle,Recovery e-mail\n", "recovery address or number")]
    [InlineData("platform,handle,recovery phone\n", "recovery address or number")]
    [InlineData("platform,handle,colour\n", "the register has no such column")]
    [InlineData("platform,handle,handle\n", "this column is there twice")]
    [InlineData("name,academy\n", "platform and handle are needed")]
    [InlineData("platform;handle;name\n", "separated by semicolons")]
    [InlineData("", "the file is empty")]
    [InlineData("platform,handle,name\nx,n,\"never closed\nx,m,other\n", "line 2: a quotation mark is opened here")]
    public void A_file_that_cannot_be_trusted_is_refused_by_name(string text, string said)
    {
        var file = RegisterFile.Parse(Encoding.UTF8.GetBytes(text));
        Assert.True(file.IsUnusable);
        Assert.Contains(file.Faults, fault => fault.ToString().Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused_and_one_with_a_byte_order_mark_is_read()
    {
        Assert.Contains("UTF-8", Assert.Single(RegisterFile.Parse(Encoding.Latin1.GetBytes("platform,handle\nx,schöne\n")).Faults).Sentence, StringComparison.Ordinal);
        Assert.Single(RegisterFile.Parse([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("platform,handle\nx,schöne\n")]).Rows);
    }

    [Fact]
    public void A_cell_that_a_spreadsheet_would_run_is_made_harmless_and_comes_back_as_it_was()
    {
        var hostile = Good with { Name = "=HYPERLINK(\"https://evil.example\")", Purpose = "+1", Audience = "@SUM(1)", OwnerOfRecord = "-2+3" };
        var csv = RegisterExport.Write([Added(hostile)], TheTrust, Now);
        foreach (var cell in (string[])["\"'=HYPERLINK(\"\"https://evil.example\"\")\"", ",'+1,", ",'@SUM(1),", ",'-2+3,"])
            Assert.Contains(cell, csv, StringComparison.Ordinal);
        Assert.Equal(1, Import(csv, Added(hostile)).Unchanged);
    }

    /// <summary>Whatever stands in the register comes back unchanged, and no cell of it begins like a formula.</summary>
    [Fact]
    public void What_goes_out_comes_back_as_it_was() =>
        Check.One(Properties.Of(300), Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<NonNull<string>>(), (name, purpose) =>
        {
            var account = Added(Good with { Name = Words(name.Get) is { Length: > 0 } some ? some : "n", Purpose = Words(purpose.Get) is { Length: > 0 } what ? what : null });
            var csv = RegisterExport.Write([account], TheTrust, Now);
            var file = RegisterFile.Parse(Encoding.UTF8.GetBytes(csv));
            var import = RegisterImport.Of(file, [account], Reference with { Number = 2 }, TheTrust, Now);
            return (import is { Unchanged: 1, Faults.IsEmpty: true } && !file.Rows[0].Cells.Any(cell => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t')).Label(csv + string.Join(';', import.Faults));
        }));

    [Fact]
    public async Task A_dry_run_says_what_would_be_and_changes_nothing()
    {
        await using var memory = await Memory.NewAsync(Engine.Sqlite);
        using var run = new CommandRun();
        var path = run.PathOf("a.csv");
        await System.IO.File.WriteAllTextAsync(path, Head + Good1, Ended);
        Assert.Equal(0, await RunAsync(run, memory, "import", path, "--dry-run"));
        Assert.Contains("It would be: 1 added, 0 changed, 0 as they were. Nothing was changed.", run.Output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, memory.Count("cases"));
        Assert.Equal(1, await RunAsync(run, memory, "import", run.PathOf("missing.csv")));
        Assert.Equal(1, await RunAsync(run, memory, "remove"));
        Assert.Contains("Write: accounts import FILE", run.Errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_is_a_file_that_can_be_imported_again()
    {
        await using var memory = await Memory.NewAsync(Engine.Sqlite);
        using var run = new CommandRun();
        await ImportAsync(run, memory, Head + Good1);
        var path = run.PathOf("out.csv");
        Assert.Equal(0, await RunAsync(run, memory, "export", "--out", path));
        Assert.Contains("ACC-2026-0001,instagram,north_academy,North on Instagram,,north,,,priya-nair@trust.example,tom-whitaker@trust.example,", await System.IO.File.ReadAllTextAsync(path, Ended), StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync(run, memory, "import", path));
        Assert.Contains("0 added, 0 changed, 1 as they were", run.Output.ToString(), StringComparison.Ordinal);
    }

    private static async Task<int> ImportAsync(CommandRun run, Memory memory, string csv)
    {
        var path = run.PathOf($"{Guid.NewGuid():N}.csv");
        await System.IO.File.WriteAllTextAsync(path, csv, Ended);
        return await RunAsync(run, memory, "import", path);
    }

    private static Task<int> RunAsync(CommandRun run, Memory memory, params string[] args) => RegisterCommand.RunAsync(args, run.Settings(memory), new FakeTime(Now), run.Output, run.Errors);

    private static RegisterImport Import(string csv, params Account[] register) =>
        RegisterImport.Of(RegisterFile.Parse(Encoding.UTF8.GetBytes(csv)), [.. register], Reference with { Number = register.Length + 1 }, TheTrust, Now);

    private static string Words(string text) => Cutting(new string([.. text.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter))]).Trim());

    private static string Cutting(string text) => text.Length <= 100 ? text : text[..100].Trim();

    private static int LineOf(string said) => int.Parse(said[(said.IndexOf(", line ", StringComparison.Ordinal) + 7)..].Split([':', ','])[0], CultureInfo.InvariantCulture);

    /// <summary>Every twenty-fifth row is bad, each in one of eight ways.</summary>
    private static (string Csv, HashSet<int> Bad) FiveThousand()
    {
        string[] ways =
        [
            "myspace,h{0},Name,north,Priya Nair,Tom Whitaker,Priya Nair,app,yes", "x,,Name,north,Priya Nair,Tom Whitaker,Priya Nair,app,yes", "x,h{0},Name,west,Priya Nair,Tom Whitaker,Priya Nair,app,yes",
            "x,h{0},Name,north,Nobody,Tom Whitaker,Priya Nair,app,yes", "x,h{0},Name,north,Priya Nair,Tom Whitaker,Priya Nair,perhaps,yes", "x,h{0},Name,north,Priya Nair,Tom Whitaker,Priya Nair,app,me@home.example",
            "x,h{0},Name,north,Priya Nair,Priya Nair,Priya Nair,app,yes", "x,h{0},Name, with a comma,north,Priya Nair,Tom Whitaker,Priya Nair,app,yes",
        ];
        var (csv, bad) = (new StringBuilder(Head), new HashSet<int>());
        for (var row = 1; row <= 5000; row++)
        {
            if (row % 25 == 0 && bad.Add(row + 1))
                csv.AppendFormat(CultureInfo.InvariantCulture, CompositeFormat.Parse(ways[row / 25 % ways.Length]), row).Append('\n');
            else
                csv.Append(CultureInfo.InvariantCulture, $"x,h{row},\"Account {row}, of the Trust\",{(row % 2 == 0 ? "north" : "South Academy")},Priya Nair,tom-whitaker@trust.example,Priya Nair; Sam Keane,app,yes\n");
        }
        return (csv.ToString(), bad);
    }
}
