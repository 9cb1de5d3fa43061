using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Store;

namespace Heng.App.Features.Plans;

/// <summary>
/// A position that another plan, or another pay scheme, is for once a file is published, and who is in it that day. Where two published files fit a position the one
/// published last wins, so a publication can take people from a plan that nobody touched.
/// </summary>
public sealed record TakenPosition(string Position, string? PlanFrom, string? PlanTo, string? PayFrom, string? PayTo, IReadOnlyList<string> People)
{
    /// <param name="inForce">Published until now, the one published last first.</param>
    public static IReadOnlyList<TakenPosition> By(PlanFileContent published, IReadOnlyList<PlanFileContent> inForce, Roster roster, DateOnly day)
    {
        PlanFileContent[] after = [published, .. inForce.Where(f => f.Scheme != published.Scheme)];
        var positions = inForce.SelectMany(f => f.Plans).SelectMany(p => p.Positions).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return
        [
            .. positions.Select(p => new TakenPosition(p, PlanOf(inForce, p, day), PlanOf(after, p, day), PayOf(inForce, p, day), PayOf(after, p, day), In(p, roster, day)))
                .Where(t => t.PlanFrom != t.PlanTo || t.PayFrom != t.PayTo),
        ];
    }

    public Wording Words
    {
        get
        {
            List<(string Zh, string En)> moves = [];
            if (PlanFrom != PlanTo) moves.Add(($"考核由 {PlanFrom} 改为 {PlanTo ?? "无"}", $"scored by {PlanTo ?? "no plan"} instead of {PlanFrom}"));
            if (PayFrom != PayTo) moves.Add(($"工资由 {PayFrom ?? "无"} 改为 {PayTo ?? "无"}", $"paid by {PayTo ?? "no scheme"} instead of {PayFrom ?? "no scheme"}"));
            var (zh, en) = (string.Join("，", moves.Select(m => m.Zh)), string.Join(", ", moves.Select(m => m.En)));
            return People.Count == 0
                ? new($"岗位 {Position}：{zh}；现在无人在岗", $"position {Position}: {en}; nobody is in it now")
                : new($"岗位 {Position}：{zh}；涉及 {People.Count} 人：{string.Join("、", People)}", $"position {Position}: {en}; {Show.Count(People.Count, "person", "people")}: {string.Join(", ", People)}");
        }
    }

    private static string? PlanOf(IEnumerable<PlanFileContent> files, string position, DateOnly day) => PlanChoice.Of(files, null, position, day)?.Id;

    private static string? PayOf(IEnumerable<PlanFileContent> files, string position, DateOnly day) => PlanChoice.PayOf(files, null, position, day)?.Scheme;

    private static string[] In(string position, Roster roster, DateOnly day) =>
        [.. roster.People.Where(p => roster.On(p.Id, day)?.Position == position).Select(p => p.Name)];
}
