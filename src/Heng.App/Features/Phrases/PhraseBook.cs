using System.Runtime.CompilerServices;
using Heng.Engine.Quality.Phrases;
using Heng.Store;

namespace Heng.App.Features.Phrases;

/// <summary>The phrase library (话术库) as it is kept, and as a day's messages are held against it: made ready once and kept until somebody changes it.</summary>
public static class PhraseBook
{
    public static readonly MatterKind<PhraseHappening> Kind = new("phrase", h => "phrase-" + CommandLine.Json.Kebab(h.What));

    private static readonly ConditionalWeakTable<Database, Ready> Made = [];

    public static Phrase Of(KeptMatter<PhraseHappening> kept) => new(kept.Happened);

    /// <summary>Null where no library is in force on the day.</summary>
    public static PhraseIndex? On(Database database, DateOnly day) => Index(database) is { } index && index.InForce(day) ? index : null;

    public static PhraseIndex Index(Database database)
    {
        var steps = database.Matters(Kind).Steps;
        if (Made.TryGetValue(database, out var ready) && ready.Steps == steps) return ready.Index;
        var made = new Ready(steps, new(steps == 0 ? [] : database.Matters(Kind).All.SelectMany(k => Of(k).Versions)));
        Made.AddOrUpdate(database, made);
        return made.Index;
    }

    private sealed record Ready(long Steps, PhraseIndex Index);
}
