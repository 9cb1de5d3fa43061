using Heng.Engine.Explanation;

namespace Heng.App.CommandLine;

/// <summary>The exit codes scripts rely on.</summary>
public static class Exit
{
    public const int Done = 0, Refused = 1, WrongUsage = 2, BadInput = 3;
}

/// <summary>Not allowed now: a stable name, and words for people.</summary>
public sealed record Refusal(string Name, Wording Words);

/// <summary>Carries a refusal or a usage error from deep inside a command to the edge, where it is worded.</summary>
public sealed class CommandStoppedException(int code, string name, Wording words) : Exception(words.En)
{
    public int Code => code;
    public string Name => name;
    public Wording Words => words;

    public static CommandStoppedException Usage(string name, string zh, string en) => new(Exit.WrongUsage, name, new(zh, en));
    public static CommandStoppedException Refused(Refusal refusal) => new(Exit.Refused, refusal.Name, refusal.Words);
    public static CommandStoppedException BadInput(string name, string zh, string en) => new(Exit.BadInput, name, new(zh, en));
}
