using System.Diagnostics;

namespace Heng.Bench;

internal static class Commands
{
    /// <summary>Runs a program to its end and gives what it said; a failure is an exception with what it said about it.</summary>
    public static string Run(string program, params string[] arguments)
    {
        // pg_ctl leaves a server behind that would hold a pipe open, so its output goes nowhere.
        var quiet = arguments.Contains("start");
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = !quiet, RedirectStandardError = !quiet, WorkingDirectory = "/" };
        using var process = Process.Start(start) ?? throw new InvalidOperationException(program + " did not start");
        if (quiet)
        {
            process.WaitForExit();
            return process.ExitCode == 0 ? "" : throw new InvalidOperationException(program + " failed");
        }
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program}: {errors.Result}{output}");
    }
}
