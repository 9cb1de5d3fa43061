using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Simulation;

namespace Heng.Engine.Targets;

/// <summary>
/// Proposes a number from history, one way beside the other, and says what each would have moved. Months are those looked back on; last year's is the same month a year before the
/// one that the number is for, and moves nobody. Pure; the order of months and people changes nothing.
/// </summary>
public static class TargetProposals
{
    public static IReadOnlyList<TargetProposal> For(SetPoint point, IReadOnlyList<HistoryMonth> months, HistoryMonth? lastYear)
    {
        var run = new ProposalRun(point, [.. months.OrderBy(m => m.Month.Month)], lastYear);
        HistoryWay[] all = Enum.GetValues<HistoryWay>();
        // Worked days are not told apart by promotions, so throughput is for all days alone.
        return [.. all.Select(run.OnAllDays), .. run.TellsDaysApart ? all.Where(w => w != HistoryWay.Throughput).Select(run.ByCalendar) : []];
    }
}

internal sealed class ProposalRun(SetPoint point, IReadOnlyList<HistoryMonth> months, HistoryMonth? lastYear)
{
    private readonly (HistoryMonth Month, Subject Person)[] now = [.. Concerned(point, months)];
    private readonly (HistoryMonth Month, Subject Person)[] before = [.. Concerned(point, lastYear is null ? [] : [lastYear])];
    private readonly Dictionary<(bool Year, PromotionDay? Day), History> histories = [];
    private readonly Lazy<decimal?[]> worth = new(() => [.. Concerned(point, months).Select(c => point.WorthOf(c.Person, c.Month.Month.Month, point.Aim))]);

    private static IEnumerable<(HistoryMonth Month, Subject Person)> Concerned(SetPoint point, IReadOnlyList<HistoryMonth> months) =>
        months.SelectMany(m => m.Month.People.Where(p => point.Concerns(p, m.Month.Month)).Select(p => (m, p)));

    public bool TellsDaysApart => point.Scheme.Promotions.Count > 0 && point.Metric is not null && months.All(m => m.ByDay is not null);

    public TargetProposal OnAllDays(HistoryWay way) => Made(way, [NumberOf(way, null)]);

    public TargetProposal ByCalendar(HistoryWay way) => Made(way, [NumberOf(way, PromotionDay.Ordinary), NumberOf(way, PromotionDay.Promotion)]);

    private TargetProposal Made(HistoryWay way, ProposedNumber[] numbers)
    {
        if (numbers.Any(n => n.Number.Value is null)) return new(way, numbers, null, null);
        var aim = Taken(way, numbers);
        return new(way, numbers, aim, EffectOf(aim));
    }

    /// <summary>Everybody's own numbers stay; rows for a kind of day alone give way to what is taken.</summary>
    private Aim Taken(HistoryWay way, ProposedNumber[] numbers)
    {
        var kept = point.Aim.By.Where(r => !r.IsOfDaysAlone);
        var busy = numbers.Where(n => n.Day == PromotionDay.Promotion).Select(n => new AimFor(n.Number.Value!.Value) { Calendar = PromotionDay.Promotion, Basis = n.BasisOf(way) });
        return new(numbers[0].Number.Value, [.. kept, .. busy], point.Aim.Imported);
    }

    private ProposedNumber NumberOf(HistoryWay way, PromotionDay? day)
    {
        var history = HistoryOf(way == HistoryWay.SameMonthLastYear, day);
        var drawn = way == HistoryWay.SameMonthLastYear && history.Known.Count == 0
            ? Ways.Without(history, new("没有上年同月的数据", "no data of the same month last year"))
            : day == PromotionDay.Promotion && history.All.Count == 0 ? Ways.Without(history, new("这些月份没有大促日", "no promotion days in these months"))
            : Ways.Of(way, history);
        var number = drawn.Number.Value is null ? drawn.Number
            : Explained.By("proposal", HistoryBasis.NameOf(way), history.Unit, new Rounded(Scaling.Digits(history.Unit)), drawn.Number);
        if (number.Value is { } value && point.Refuses(value) is { } why) number = Explained.Leaf("proposal", number.Label, null, history.Unit) with { Note = why };
        Month[] over = [.. drawn.From.Select(v => v.Month).Distinct().Order()];
        string[] people = [.. drawn.From.Select(v => v.Agent).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new(day, number, over, people, drawn.From.Count, number.Value is null ? [] : [.. Thin(way, history, drawn, over.Length, people.Length)]);
    }

    /// <summary>Last year's is one month by its nature.</summary>
    private static IEnumerable<ThinMark> Thin(HistoryWay way, History history, Drawn drawn, int months, int people)
    {
        if (months < ThinMark.LeastMonths && way != HistoryWay.SameMonthLastYear) yield return new(ThinKind.FewMonths, months);
        if (people < ThinMark.LeastPeople) yield return new(ThinKind.FewPeople, people);
        if (history.All.Count - history.Known.Count is > 0 and var missing) yield return new(ThinKind.Missing, missing);
        if (drawn.From.Count(v => v.Number.State == ValueState.Provisional) is > 0 and var open) yield return new(ThinKind.Provisional, open);
        if (way != HistoryWay.Throughput && history.Known.Count - history.Usable.Count is > 0 and var parts) yield return new(ThinKind.PartMonths, parts);
    }

    /// <summary>Most ways draw on the same values, which are read once.</summary>
    private History HistoryOf(bool year, PromotionDay? day)
    {
        if (!histories.TryGetValue((year, day), out var history)) histories.Add((year, day), history = new(ValuesOf(year ? before : now, day), point.Scaled, point.Sums));
        return history;
    }

    private IEnumerable<HistoryValue> ValuesOf((HistoryMonth Month, Subject Person)[] back, PromotionDay? day) =>
        from one in back
        let month = one.Month.Month.Month
        let number = day is { } kind ? OnDays(one.Month, one.Person, kind) : point.ValueOf(one.Person, month)
        where number is not null
        select new HistoryValue(month, one.Person.Agent, Leaf(month, one.Person.Agent, number), one.Person.Scored.WorkedDays, one.Person.Scored.DueDays);

    /// <summary>A metric on one kind of day; what adds up over days is brought to as many days as the month has. Null where the month has no such day.</summary>
    private Explained? OnDays(HistoryMonth month, Subject person, PromotionDay kind)
    {
        var asker = person.AskerFor(month.Month.Month, point.Scheme);
        var days = kind == PromotionDay.Promotion ? asker.PromotionDays : asker.Days - asker.PromotionDays;
        if (days == 0) return null;
        var value = month.ByDay!(person.Agent, point.Metric!, kind);
        return Scaling.Scoring(point.Sums && value.Value is { } sum ? value with { Value = sum * asker.Days / days } : value);
    }

    private static Explained Leaf(Month month, string agent, Explained number) =>
        Explained.Leaf($"{month}/{agent}", new($"{agent} {month}", $"{agent} {month}"), number.Value, number.Unit, state: number.State);

    private Effect EffectOf(Aim aim)
    {
        var moved = now.Select((one, i) => (one.Person.Agent, By: point.WorthOf(one.Person, one.Month.Month.Month, aim) - worth.Value[i])).GroupBy(m => m.Agent, m => m.By, StringComparer.Ordinal);
        return new(point.WorthUnit, [.. moved.Select(p => new PersonEffect(
            p.Key, p.Count(by => by > 0m), p.Count(by => by < 0m), p.Count(by => by == 0m), p.Count(by => by is null), p.Sum(by => Math.Max(0m, by ?? 0m)), p.Sum(by => Math.Max(0m, -by ?? 0m))))
            .OrderBy(p => p.Agent, StringComparer.Ordinal)]);
    }
}
