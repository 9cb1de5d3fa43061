using System.Text.Json;
using Heng.App.CommandLine;
using Heng.Engine.Live.Notes;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Warnings;

/// <summary>The thresholds as somebody set them: as text of their own, for a limit that is off must stay off.</summary>
public sealed record WarningRulesStep(string Who, Instant At, string Why, string Text) : MatterStep(Who, At, Why);

/// <summary>Warnings, their thresholds and private notes as kept. Stored names are never changed.</summary>
public static class WarningMatters
{
    public const string RulesKey = "company";
    /// <summary>What the chain of decisions says where a warning was raised.</summary>
    public const string RaisedStep = "warning-raised";
    public static readonly MatterKind<WarningHappening> Kind = new("warning", h => "warning-" + Json.Kebab(h.What));
    public static readonly MatterKind<WarningRulesStep> Thresholds = new("warning-rules", _ => "warning-rules-set");
    public static readonly MatterKind<NoteHappening> Notes = new("live-note", h => "live-note-" + Json.Kebab(h.What));

    public static WarningState StateOf(KeptMatter<WarningHappening> kept) => new(kept.Happened);

    /// <summary>What open warnings have come to since their last step.</summary>
    public static IReadOnlyDictionary<long, Raised> Standing(Database database) => database.Warned.Standing().ToDictionary(w => w.Key, w => JsonSerializer.Deserialize<Raised>(w.Value)!);
    public static string TextOf(Raised standing) => JsonSerializer.Serialize(standing);
    public static NoteState StateOf(KeptMatter<NoteHappening> kept) => new(kept.Happened);

    public static WarningRules RulesOf(Database database) =>
        database.Matters(Thresholds).Find(RulesKey) is { } kept ? JsonSerializer.Deserialize<WarningRules>(kept.Happened[^1].Text)! : WarningRules.Usual;

    public static string TextOf(WarningRules rules) => JsonSerializer.Serialize(rules);
}
