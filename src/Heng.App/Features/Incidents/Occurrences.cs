using Heng.Engine.Filing;
using Heng.Store;

namespace Heng.App.Features.Incidents;

/// <summary>What is recorded of people, as kept. Stored names are never changed.</summary>
public static class Occurrences
{
    public static readonly MatterKind<OccurrenceHappening> Kind = new("occurrence", h => "occurrence-" + h.What.ToString().ToLowerInvariant());
    public static readonly MatterKind<OccurrenceTypeHappening> Types = new("occurrence-type", h => "occurrence-type-" + h.What.ToString().ToLowerInvariant());

    public static OccurrenceState StateOf(KeptMatter<OccurrenceHappening> kept) => new(kept.Of.About, kept.Of.First, kept.Happened);

    public static IReadOnlyList<OccurrenceType> TypesOf(Database database) => OccurrenceTypes.Of(database.Matters(Types).All.SelectMany(m => m.Happened).OrderBy(h => h.At.UnixSeconds));
}
