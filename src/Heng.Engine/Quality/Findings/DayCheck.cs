using System.Globalization;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;

namespace Heng.Engine.Quality.Findings;

/// <summary>Checks every reception of a shop's day that no filter dropped, on the very columns that were folded.</summary>
public sealed class DayCheck(DateOnly day, RulesOfDay rules, DayTexts texts)
{
    private readonly Talk talk = new();
    private readonly List<int> rowOfLine = [];
    private readonly List<Finding> hits = [];
    private readonly List<KeptFinding> kept = [];
    private readonly List<Contribution> contributions = [];
    private readonly Dictionary<int, bool[]> applies = [];
    private readonly HashSet<(long Id, int Version)> used = [];

    public DayQuality Of(DayMessages messages, DayRows rows, IReadOnlyList<Reception> receptions)
    {
        var live = rules.Rules.Where((r, i) => rules.Live[i] && r.From <= day && day <= r.Until).ToArray();
        var lines = new ReceptionLines(messages, rows, receptions);
        for (var r = 0; r < receptions.Count; r++)
            if (!receptions[r].Filtered) Check(messages, lines, r, receptions[r]);
        var covered = messages.Count > 0 && live.Length > 0;
        return new(day, covered, covered ? [.. live.Where(IsOccurrence).Select(r => r.CountsAs).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] : [], kept, contributions) { Stamp = rules.Stamp };
    }

    /// <summary>What only draws attention never costs anything, so it occurs as nothing.</summary>
    private static bool IsOccurrence(QualityRule rule) => rule.CountsAs.Length > 0 && rule.Severity != Severity.Attention;

    private void Check(DayMessages messages, ReceptionLines lines, int place, Reception reception)
    {
        var asked = Applying(messages.Shop, reception.Agent);
        if (!asked.Contains(true)) return;
        Fill(messages, lines, place, reception);
        hits.Clear();
        rules.Checker.Check(talk, asked, hits);
        var before = kept.Count;
        foreach (var hit in hits) kept.Add(Keep(hit, reception));
        if (asked.Where((applies, i) => applies && rules.Live[i]).Any()) contributions.Add(QualityCredits.Of(reception, kept.Skip(before)));
    }

    private bool[] Applying(string shop, int agent)
    {
        if (applies.TryGetValue(agent, out var known)) return known;
        var (line, position) = texts.Whose(agent);
        return applies[agent] = rules.For(day, shop, line, position);
    }

    private void Fill(DayMessages messages, ReceptionLines lines, int place, Reception reception)
    {
        talk.Clear();
        rowOfLine.Clear();
        foreach (var position in lines.Of(place))
        {
            if (lines.Read(position, place) is not var (from, kind)) continue;
            var row = messages.Row[position];
            talk.Add(from, kind, messages.Second[position], texts.Text(row));
            rowOfLine.Add(row);
        }
        talk.Rounds = [.. reception.Rounds.OrderBy(r => r.Asked)];
        talk.Remarks = texts.Remarks(reception.Agent, reception.Buyer);
    }

    private KeptFinding Keep(Finding hit, Reception reception)
    {
        var (rule, live) = (rules.Rules[hit.Rule], rules.Live[hit.Rule]);
        var spans = new MessageSpan[hit.Spans.Count];
        for (var i = 0; i < spans.Length; i++) spans[i] = new(texts.Keys[rowOfLine[hit.Spans[i].Line]], hit.Spans[i].Start, hit.Spans[i].Length);
        var id = Unused(rule, reception.Id, spans[0].Message);
        return new(id, reception.Id, reception.Agent, day, rule.Id, rule.Version, rule.Severity, rule.Category,
            (long)Math.Round(rule.Points * 100m, MidpointRounding.AwayFromZero), IsOccurrence(rule) ? rule.CountsAs : "", spans)
        {
            Shadow = !live, Struck = texts.Struck.Count > 0 && texts.Struck.Contains(IdText(id)),
        };
    }

    /// <summary>Two findings of a rule that begin with the same message are told apart by their order.</summary>
    private long Unused(QualityRule rule, long reception, UInt128 key)
    {
        Span<char> message = stackalloc char[Corrections.KeyLength];
        Corrections.Write(key, message);
        for (var n = 0; ; n++)
        {
            var id = IdOf(rule.Id, reception, message, n);
            if (used.Add((id, rule.Version))) return id;
        }
    }

    /// <summary>The place of a rule's <paramref name="n"/>th finding that begins with a message, whether or not any version finds it.</summary>
    public static long IdOf(string rule, long reception, ReadOnlySpan<char> message, int n) =>
        (long)(StableHash.Begun.Then("finding").Then(rule).Then(IdText(reception)).Then(message).Then(n == 0 ? "" : n.ToString(CultureInfo.InvariantCulture)).End & long.MaxValue);

    public static string IdText(long id) => id.ToString(CultureInfo.InvariantCulture);
}
