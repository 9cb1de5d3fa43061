using Heng.App.Features.Importing;

namespace Heng.App.CommandLine;

/// <summary>One line on a terminal that says how far the work is; nothing in a pipe.</summary>
public static class ProgressLine
{
    public static Action<ImportProgress> ToTerminal()
    {
        if (Console.IsErrorRedirected) return _ => { };
        var last = 0L;
        return progress =>
        {
            if (Environment.TickCount64 - last < 100) return;
            last = Environment.TickCount64;
            var share = progress.Of > 0 ? $" {100 * progress.Done / progress.Of} %" : "";
            Console.Error.Write($"\r\u001b[2K{progress.Phase} {progress.File}{share}\r");
        };
    }
}
