using Heng.Engine.Explanation;

namespace Heng.Engine.Simulation;

/// <summary>
/// People of a position whom another plan, or another pay scheme, counts for once a file is published. Where two published files fit a position the one published last
/// wins, so a publication can take people from a plan that nobody touched. ByName where this is not what happens to the whole position, but to those whom a plan names.
/// </summary>
public sealed record TakenPosition(string Position, string? PlanFrom, string? PlanTo, string? PayFrom, string? PayTo, IReadOnlyList<string> People, bool ByName = false)
{
    /// <param name="roster">Who is in which position that day. A position that nobody is in is told too, without people.</param>
    public static IReadOnlyList<TakenPosition> By(Regime before, Regime after, IReadOnlyList<(string Person, string Position)> roster, DateOnly day)
    {
        Move Of(string person, string position) => new(position, before.PlanFor(person, position, day)?.Id, after.PlanFor(person, position, day)?.Id,
            before.PayFor(person, position, day)?.Scheme, after.PayFor(person, position, day)?.Scheme);
        Move[] positions = [.. before.Schemes.SelectMany(s => s.Plans).SelectMany(p => p.Positions).Distinct(StringComparer.Ordinal).Select(p => Of("", p)).Where(m => m.Takes)];
        var people = roster.Select(r => (r.Person, Move: Of(r.Person, r.Position))).Where(r => r.Move.Takes).ToLookup(r => r.Move, r => r.Person);
        return
        [
            .. positions.Concat(people.Select(g => g.Key)).Distinct().OrderBy(m => m.Position, StringComparer.Ordinal).ThenBy(m => !positions.Contains(m))
                .Select(m => new TakenPosition(m.Position, m.PlanFrom, m.PlanTo, m.PayFrom, m.PayTo, [.. people[m].Order(StringComparer.Ordinal)], !positions.Contains(m))),
        ];
    }

    private readonly record struct Move(string Position, string? PlanFrom, string? PlanTo, string? PayFrom, string? PayTo)
    {
        /// <summary>Who had neither plan nor pay is taken from nothing.</summary>
        public bool Takes => (PlanFrom, PayFrom) != (PlanTo, PayTo) && (PlanFrom ?? PayFrom) is not null;
    }

    public Wording Words
    {
        get
        {
            List<(string Zh, string En)> moves = [];
            if (PlanFrom != PlanTo) moves.Add(($"考核由 {PlanFrom ?? "无"} 改为 {PlanTo ?? "无"}", $"scored by {PlanTo ?? "no plan"} instead of {PlanFrom ?? "no plan"}"));
            if (PayFrom != PayTo) moves.Add(($"工资由 {PayFrom ?? "无"} 改为 {PayTo ?? "无"}", $"paid by {PayTo ?? "no scheme"} instead of {PayFrom ?? "no scheme"}"));
            var (zh, en) = (string.Join("，", moves.Select(m => m.Zh)), string.Join(", ", moves.Select(m => m.En)));
            var whom = ByName ? new Wording("其中按姓名", ", by name") : default;
            return People.Count == 0
                ? new($"岗位 {Position}：{zh}；现在不涉及任何人", $"position {Position}: {en}; nobody is concerned now")
                : new($"岗位 {Position}{whom.Zh}：{zh}；涉及 {People.Count} 人：{string.Join("、", People)}",
                    $"position {Position}{whom.En}: {en}; {(People.Count == 1 ? "1 person" : $"{People.Count} people")}: {string.Join(", ", People)}");
        }
    }
}
