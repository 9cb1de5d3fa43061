using System.CommandLine;
using System.CommandLine.Parsing;

namespace Heng.App.CommandLine;

/// <summary>All commands. Scripts of others depend on these names, options, JSON fields and exit codes: see docs/cli.md.</summary>
public static class RootCommandLine
{
    public static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        var parsed = Build().Parse(arguments);
        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        if (parsed.Errors.Count == 0) return parsed.Invoke(configuration);
        foreach (var problem in parsed.Errors) error.WriteLine(problem.Message);
        error.WriteLine($"heng {NameOf(parsed.CommandResult)}--help tells how it is used");
        return Exit.WrongUsage;
    }

    /// <summary>The command with those it belongs to, as one types it: connect taobao.</summary>
    private static string NameOf(SymbolResult? result) => result is CommandResult { Command: not RootCommand } command ? $"{NameOf(command.Parent)}{command.Command.Name} " : "";

    private static RootCommand Build()
    {
        var options = new GlobalOptions();
        var root = new RootCommand("Heng 衡 — from chats and orders to metrics, scorecards and payslips, each number explained");
        foreach (var option in options.All) root.Options.Add(option);
        Command[] commands =
        [
            DemoCommand.Build(options), ServeCommand.Build(options), ImportCommand.Build(options), ExportCommand.Build(options), SmallCommands.Formats(options), SmallCommands.People(options), UserCommand.Build(options),
            MetricsCommand.Build(options), MetricCommand.Build(options), OrdersCommand.Build(options), UnmatchedCommand.Build(options), PlanCommand.Build(options), SimulateCommand.Build(options), ScoreCommand.Score(options), MeasuresCommand.Build(options), QaCommand.Build(options),
            ScoreCommand.Pay(options), PoolCommand.Build(options), FundCommand.Build(options), GuardCommand.Build(options), ExplainCommand.Build(options), AssessmentCommand.Build(options), ReportCommand.Build(options), AppealCommand.Build(options), NoticesCommand.Build(options), RatersCommand.Build(options), RunCommand.Build(options), CloseCommand.Build(options), VerifyCommand.Build(options), AuditCommand.Build(options), RulesCommand.Build(options), ConnectCommand.Build(options), PullCommand.Build(options), PhrasesCommand.Build(options), KeysCommand.Build(options), SendCommand.Build(options), SentCommand.Build(options), WebhooksCommand.Build(options), MonthsCommand.Build(options), ReceptionsCommand.Build(options), TodayCommand.Build(options), WarningsCommand.Build(options), DeadlinesCommand.Build(options),
            SmallCommands.Database(options),
        ];
        foreach (var command in commands) root.Subcommands.Add(command);
        return root;
    }
}
