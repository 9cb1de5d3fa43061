using Heng.App.CommandLine;
using Heng.Engine.Quality.Book;
using Heng.Engine.Quality.Findings;
using Heng.Store;

namespace Heng.App.Features.Quality;

/// <summary>What of quality goes through steps. Stored names are never changed.</summary>
public static class QualityMatters
{
    public static readonly MatterKind<RuleStep> Rule = new("quality-rule", s => "quality-rule-" + Json.Kebab(s.What));
    public static readonly MatterKind<AttentionStep> Attention = new("quality-attention", s => "quality-attention-" + Json.Kebab(s.What));
}
