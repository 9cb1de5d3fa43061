using System.CommandLine;

namespace Heng.App.CommandLine;

/// <summary>Runs a command and turns what stops it into words and an exit code, the same for all.</summary>
public static class Commands
{
    /// <summary>Works with a data folder that is there already: a mistyped one is refused, not made.</summary>
    public static void Run(this Command command, GlobalOptions options, Func<CommandContext, ParseResult, int> action) => Run(command, options, makes: false, action);

    /// <summary>Makes the data folder when absent, and tells of one that others can read.</summary>
    public static void RunMaking(this Command command, GlobalOptions options, Func<CommandContext, ParseResult, int> action) => Run(command, options, makes: true, (context, parsed) =>
    {
        var code = action(context, parsed);
        if (code is Exit.Done or Exit.BadInput) context.TellOfOpenFolder();
        return code;
    });

    private static void Run(Command command, GlobalOptions options, bool makes, Func<CommandContext, ParseResult, int> action) => command.SetAction(parsed =>
    {
        // Over HTTP what stops a command is worded at that edge.
        return options.Over is null ? Guard(parsed, Act) : Act();

        int Act()
        {
            using var context = CommandContext.Open(parsed, options, makes);
            return action(context, parsed);
        }
    });

    public static int Guard(ParseResult parsed, Func<int> action)
    {
        try
        {
            return action();
        }
        catch (CommandStoppedException stopped)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"{stopped.Name}: {stopped.Words.En} / {stopped.Words.Zh}");
            return stopped.Code;
        }
    }
}
