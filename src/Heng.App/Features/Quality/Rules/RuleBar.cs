using Heng.App.Features.Quality.Measure;
using Heng.Store;

namespace Heng.App.Features.Quality.Rules;

/// <summary>Whether a rule's version was measured against people's judgement and passed the shop's bar (达标); until then it stays in shadow.</summary>
internal static class RuleBar
{
    public static bool Passed(Database database, string rule, int version) => RuleMeasures.Passed(database, rule, version);
}
