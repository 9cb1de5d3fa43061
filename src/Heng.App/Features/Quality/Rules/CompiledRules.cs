using Heng.Engine.Quality;
using Heng.Engine.Quality.Checking;

namespace Heng.App.Features.Quality.Rules;

/// <summary>Checkers by what they are made of: a set of rules is compiled once, however many days and imports go by it.</summary>
internal static class CompiledRules
{
    private const int Held = 16;
    private static readonly Lock Gate = new();
    private static readonly LinkedList<(string Key, Checker Checker)> Latest = new();

    public static Checker Of(string key, IReadOnlyList<QualityRule> rules)
    {
        lock (Gate)
        {
            for (var node = Latest.First; node is not null; node = node.Next)
            {
                if (node.Value.Key != key) continue;
                Latest.Remove(node);
                Latest.AddFirst(node);
                return node.Value.Checker;
            }
            var made = new Checker(rules);
            Latest.AddFirst((key, made));
            if (Latest.Count > Held) Latest.RemoveLast();
            return made;
        }
    }
}
