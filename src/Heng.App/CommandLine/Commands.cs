using System.CommandLine;

namespace Heng.App.CommandLine;

/// <summary>Runs a command and turns what stops it into words and an exit code, the same for all.</summary>
public static class Commands
{
    public static void Run(this Command command, GlobalOptions options, Func<CommandContext, ParseResult, int> action) => command.SetAction(parsed => Guard(parsed, () =>
    {
        using var context = CommandContext.Open(parsed, options);
        return action(context, parsed);
    }));

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
