using Heng.App.CommandLine;
using Heng.App.Features.Safes;
using Heng.Engine.Quality.Meaning;
using Heng.Store;

namespace Heng.App.Features.Meaning;

/// <summary>The reader's setting and what it read, as kept. The stored names are never changed.</summary>
public static class MeaningMatters
{
    public static readonly MatterKind<MeaningSetting> Settings = new("meaning-setting", _ => "meaning-setting-set");
    public static readonly MatterKind<MeaningRead> Reads = new("meaning-read", r => "meaning-read-" + Json.Kebab(r.What));

    /// <summary>As it was set last; off where nobody ever set it.</summary>
    public static MeaningSetting SettingOf(Database database) => database.Matters(Settings).Find("reader") is { } kept ? kept.Happened[^1] : new("", default, "");

    /// <summary>What was answered of an inspection; null where nothing was.</summary>
    public static MeaningRead? AnswerOf(Database database, string inspection) => database.Matters(Reads).Find(inspection)?.Happened.LastOrDefault(h => h.What == MeaningEvent.Answered);
}

/// <summary>Keeps the key of the model.</summary>
public sealed class MeaningSafe(string folder) : Safe(folder, "heng.meaning")
{
    public string Close(string key) => Lock(key);
    public string? Open(string secret) => Unlock(secret);
}
