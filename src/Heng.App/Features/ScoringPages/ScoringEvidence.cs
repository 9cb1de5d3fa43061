using Heng.App.Features.Appraisals;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Features.ScoringPages;

/// <summary>
/// What belongs beside a mark: the metrics of the item's own dimension and what its name is about, then the rest of what is known of the person's conduct; what oneself gave last
/// month; and to a leader, what the person and the peers said. Only what the viewer may see anyway.
/// </summary>
internal sealed class ScoringEvidence(Sitting sitting, Viewer viewer, ILookup<string, Entry> before)
{
    /// <summary>What an item is about, by the words that its name or its dimension's holds.</summary>
    private static readonly (string[] Words, string[] Metrics)[] Themes =
    [
        (["discipline", "attendance", "duty", "纪律", "出勤", "考勤"], ["late", "early", "absent", "leave", "full-attendance", "conduct-incidents"]),
        (["attitude", "service", "communicat", "态度", "服务", "沟通"], ["satisfaction", "good-rating-rate", "complaints", "complaint-satisfaction", "conduct-incidents"]),
        (["training", "learning", "skill", "knowledge", "培训", "学习", "知识", "技能"], ["training-attendance", "exam-score"]),
        (["accura", "error", "quality", "order", "差错", "准确", "质量", "规范"], ["operation-errors", "operation-error-cost", "qa-score"]),
        (["team", "cooperat", "协作", "团队", "配合", "互助"], ["handovers-made", "handovers-missed", "suggestions", "adopted-suggestions"]),
        (["task", "execut", "initiative", "执行", "任务", "主动", "创新"], ["tasks-done", "weekly-reports-on-time", "suggestions", "adopted-suggestions"]),
    ];
    private static readonly string[] Always = [.. Themes.SelectMany(t => t.Metrics).Distinct(StringComparer.Ordinal)];

    private readonly KeptMonth kept = sitting.One.Month;

    public IReadOnlyList<EvidenceLine> Of(SittingCell cell)
    {
        var part = cell.Of.Part;
        var person = kept.Find(part.About!);
        var sees = Rights.Sees(viewer, part.About!, person?.Group);
        return [.. sees && person?.Live is { } live ? Metrics(cell, live) : [], .. Last(cell), .. sees && part.As is Filler.Leader or Filler.Manager or Filler.Hr ? Said(cell) : []];
    }

    private IEnumerable<EvidenceLine> Metrics(SittingCell cell, PersonMonth live)
    {
        var belong = Belonging(cell);
        foreach (var id in belong.Concat(Always).Distinct(StringComparer.Ordinal))
        {
            if (kept.Book.Facts.Metrics.Find(id) is not { } metric) continue;
            var value = kept.Book.Facts.Read(metric, live.Totals);
            // Of what belongs to the item also that there is nothing is worth knowing.
            if (value.Value is null && !belong.Contains(id)) continue;
            yield return new(metric.Name, Show.Number(value.Value, metric.Unit), Links.ExplainMetric(kept.Month, live.Person.Name, id), belong.Contains(id));
        }
    }

    private string[] Belonging(SittingCell cell)
    {
        var dimension = sitting.One.Plans[cell.Of.Part.About!].Dimensions.First(d => d.Items.Contains(cell.Item));
        string about = string.Join(' ', cell.Item.Id, cell.Item.Name.Zh, cell.Item.Name.En).ToUpperInvariant(), wider = string.Join(' ', dimension.Id, dimension.Name.Zh, dimension.Name.En).ToUpperInvariant();
        bool Says(string text, string[] words) => words.Any(w => text.Contains(w.ToUpperInvariant(), StringComparison.Ordinal));
        var own = Themes.Where(t => Says(about, t.Words)).ToArray();
        if (own.Length == 0) own = [.. Themes.Where(t => Says(wider, t.Words))];
        return [.. dimension.Items.Select(i => i.Source).OfType<FromMetric>().Select(m => m.Metric), .. own.SelectMany(t => t.Metrics)];
    }

    /// <summary>One's own mark of the month before, for the same item.</summary>
    private IEnumerable<EvidenceLine> Last(SittingCell cell)
    {
        var part = cell.Of.Part;
        var own = before[part.About!].Where(e => e.Item == cell.Item.Id && e.Rater == part.As && (!RaterMean.IsUnnamed(part.As) || e.By == sitting.Actor.Name)).OrderBy(e => e.By, StringComparer.Ordinal).FirstOrDefault();
        return own is null ? [] : [new(new("上月给分", "points last month"), With(Show.Trimmed(own.Points), own.Comment), null, true)];
    }

    private IEnumerable<EvidenceLine> Said(SittingCell cell)
    {
        var (about, threshold) = (sitting.One.Entries[cell.Of.Part.About!].Where(e => e.Item == cell.Item.Id).ToArray(), sitting.One.State.Course.Peers.Threshold);
        foreach (var self in about.Where(e => e.Rater == Filler.Self)) yield return new(RaterWords.Of(Filler.Self), With(Show.Trimmed(self.Points), self.Comment), null, true);
        foreach (var kind in new[] { Filler.Peer, Filler.Subordinate })
            if (Unnamed.Of(about, kind, threshold) is { Mean: { } mean } shown)
                yield return new(new($"{RaterWords.Of(kind).Zh}平均（{shown.Count} 份）", $"mean of {shown.Count} {RaterWords.Of(kind).En}"), With(Show.Trimmed(mean), string.Join("；", shown.Comments)), null, true);
    }

    private static string With(string points, string? comment) => string.IsNullOrWhiteSpace(comment) ? points : $"{points} · {comment}";
}
