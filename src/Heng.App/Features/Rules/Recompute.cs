using System.Globalization;
using Heng.App.Features.Closing;
using Heng.App.Features.Facts;
using Heng.App.Features.Importing;
using Heng.App.Features.Quality.Rules;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Rules;
using Heng.Store;

namespace Heng.App.Features.Rules;

/// <summary>
/// Counts a range of a shop's days again (重算): folds exactly those days under the rules in force on each, then settles what they can reach, as an import of them would.
/// A closed month stays as it was sealed, so its days are refused.
/// </summary>
public sealed class Recompute(Database database, string folder, TimeProvider time)
{
    private const string Recomputed = "rules-recomputed";

    public IReadOnlyList<RuleFault> Check(DateOnly from, DateOnly to, string reason)
    {
        var faults = new List<RuleFault>();
        var range = string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}..{to:yyyy-MM-dd}");
        if (reason.Length == 0) faults.Add(new("reason-missing", "", "", new("请写明原因", "A reason is needed")));
        if (to < from) faults.Add(new("range-reversed", "", range, new("结束日早于开始日", "The last day comes before the first")));
        var closed = new List<Month>();
        var (first, last) = Covered(from, to);
        for (var month = Month.Of(first); month <= Month.Of(last) && first <= last; month = month.Plus(1))
            if (database.ClosedMonths.Find(SealedMonth.Company, month) is not null) closed.Add(month);
        if (closed.Count > 0)
        {
            var names = string.Join(", ", closed);
            faults.Add(new("month-closed", "", range, new($"{names} 已经结账，不再重算", $"{names}: closed, and not counted again")));
        }
        return faults;
    }

    /// <summary>What any import covered of the days asked for: elsewhere there is nothing to count again, however far they reach. None at all is an end before its start.</summary>
    private (DateOnly From, DateOnly To) Covered(DateOnly from, DateOnly to)
    {
        var spans = database.Shops.All.Append(Shops.Company).SelectMany(shop => Enum.GetValues<Source>().Select(source => database.Coverage.Span(shop.Id, source))).OfType<(DateOnly First, DateOnly Last)>().ToList();
        if (spans.Count == 0) return (DateOnly.MaxValue, DateOnly.MinValue);
        var (first, last) = (spans.Min(s => s.First), spans.Max(s => s.Last));
        return (from < first ? first : from, to > last ? last : to);
    }

    /// <summary>How many kept days were folded again. Cancelled between two days, those that were folded are still settled.</summary>
    /// <exception cref="ImportBusyException">An import or another recomputation runs in this data folder.</exception>
    public int Run(Shop shop, DateOnly from, DateOnly to, string reason, string by, Action<ImportProgress> progress, CancellationToken cancel = default)
    {
        using var turn = ImportTurn.Take(folder);
        var asked = string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}..{to:yyyy-MM-dd}");
        (from, to) = Covered(from, to);
        var (roster, rules) = (database.People.Roster, database.RuleSets.Timeline(shop.Id));
        var days = database.Days.Between(shop.Id, from, to);
        var (done, book) = (0, new QualityBook(database));
        foreach (var day in days)
        {
            if (cancel.IsCancellationRequested) break;
            progress(new(shop.Name, ImportPhase.Settling, done, days.Count));
            Refold.Day(database, shop, roster, rules.On(day.Day), day.Day, book);
            done++;
        }
        var last = done < days.Count ? done == 0 ? from.AddDays(-1) : days[done - 1].Day : to;
        if (last >= from) Settle(shop, roster, from, last, progress);
        var stopped = last < to ? $" ({last:yyyy-MM-dd})" : "";
        database.Decisions.Append(new(time.GetUtcNow().ToUnixTimeSeconds()), by, Recomputed, new RuleBook(database, shop, time).Subject,
            $"{asked}{stopped}: {reason}");
        cancel.ThrowIfCancellationRequested();
        return done;
    }

    /// <summary>Attendance goes by the first shop's rules, so it is counted again with that one.</summary>
    private void Settle(Shop shop, Roster roster, DateOnly from, DateOnly to, Action<ImportProgress> progress)
    {
        progress(new(shop.Name, ImportPhase.Settling, 0, 0));
        new Settlement(database, shop, roster).Run(from, to);
        if (database.Shops.All[0].Id == shop.Id) new Settlement(database, Shops.Company, roster).Run(from, to);
    }
}
