using Heng.App.CommandLine;
using Heng.Engine.Quality.Measure;
using Heng.Store;

namespace Heng.App.Features.Quality.Measure;

/// <summary>What people say of places, which receptions they read whole, and the shop's bar. Stored names are never changed.</summary>
public static class MeasureMatters
{
    /// <summary>About the rule; the key is the rule and the place.</summary>
    public static readonly MatterKind<LabelStep> Label = new("quality-label", s => "quality-label-" + Json.Kebab(s.What));
    /// <summary>The key is the shop and the reception.</summary>
    public static readonly MatterKind<AuditStep> Audit = new("quality-audit", s => "quality-audit-" + Json.Kebab(s.What));
    /// <summary>There is one, the company's.</summary>
    public static readonly MatterKind<BarStep> Bar = new("quality-bar", _ => "quality-bar-set");

    public const string BarKey = "company";
    public static string LabelKey(string rule, string place) => $"{rule}/{place}";
    public static string AuditKey(string shop, string reception) => $"{shop}/{reception}";
}
