using Heng.App.Features.Months;
using Heng.App.Features.Plans;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Guard;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Guard;

/// <summary>A month's pay as the guard looks at it: a closed month's is the sealed one.</summary>
public static class GuardMonths
{
    public static GuardMonth Of(Database database, KeptMonth kept)
    {
        var (setting, roster) = (database.Guard.Setting, kept.Book.Facts.Roster);
        var adjustments = new PeopleRecords(database, roster, new Period(kept.Month, kept.Month)).Adjustments;
        GuardPerson? Person(MonthPerson person)
        {
            var slip = Slip(kept, person);
            if (slip is not { } paid) return null;
            var reasons = adjustments[person.Name].Where(a => a.Kind is AdjustmentKind.Penalty or AdjustmentKind.Deduction && Entered.IsApproved(a)).Select(a => a.Reason);
            return new(person.Name, paid.Scheme, person.Live?.Employment.Place ?? setting.Place, paid.Lines, Worked(kept, person), OvertimeOf(kept, person), [.. reasons]) { Hours = person.Live?.Employment.Hours ?? HoursRegime.Standard };
        }
        GuardPerson[] people = [.. kept.People.Select(Person).OfType<GuardPerson>()];
        return new(kept.Month, people, [.. kept.Book.Files.Where(f => f.Pay is not null && people.Any(p => p.Scheme == f.Scheme)).Select(f => new GuardScheme(f.Pay!, Names(f)))],
            KnownMinimums.With(database.Records(RecordKinds.MinimumWages).All(Shops.Company.Id)), database.Records(RecordKinds.PlanNotices).All(Shops.Company.Id), setting);
    }

    private static (string Scheme, IReadOnlyList<GuardLine> Lines)? Slip(KeptMonth kept, MonthPerson person)
    {
        var live = person.Live?.Pay;
        if (!kept.PayIsSealed(person)) return live is null ? null : (live.Scheme, [.. live.Lines.Select(l => new GuardLine(l.Id, l.Kind, l.Amount))]);
        // What a line is to the law follows from its component, so today's line of the same name tells it of months that were sealed without.
        return person.SealedSlip is not { } closed ? null
            : (closed.Scheme, [.. closed.Lines.Select(l => new GuardLine(l.Line, l.Kind ?? live?.Lines.FirstOrDefault(n => n.Id == l.Line)?.Kind ?? PayKind.Work, l.Amount))]);
    }

    private static decimal Worked(KeptMonth kept, MonthPerson person)
    {
        var (paid, due) = !kept.PayIsSealed(person) ? (person.Live?.Attendance?.PaidDays, person.Live?.Attendance?.DueDays) : (person.SealedSlip?.PaidDays, person.SealedSlip?.DueDays);
        return LeastPay.Worked(kept.Month, paid, due, person.Live is { } live ? kept.Book.Facts.Roster.HistoryOf(live.Person.Id) : []);
    }

    private static OvertimeWorked OvertimeOf(KeptMonth kept, MonthPerson person)
    {
        decimal? Hours(string id) => kept.Book.Facts.Metrics.Find(id) is not { } metric ? null
            : (kept.Sealed is { } closed ? closed.Metric(MonthScope.Of(person.Name), metric).Value : person.Live is { } live ? kept.Book.Facts.Read(metric, live.Totals).Value : null) / 3600m;
        return new(Hours("overtime-workday"), Hours("overtime-rest-day"), Hours("overtime-holiday"));
    }

    private static List<string> Names(PlanFileContent file)
    {
        var words = file.Plans.SelectMany(p => p.Dimensions.SelectMany(d => d.Items.Select(i => i.Name).Prepend(d.Name)))
            .Concat(file.Pay!.Components.SelectMany(c => c is Ksf ksf ? ksf.Indicators.Select(i => i.Name).Prepend(c.Label) : [c.Label]));
        return [.. words.SelectMany(w => new[] { w.Zh, w.En }).Where(w => !string.IsNullOrEmpty(w)).Distinct(StringComparer.Ordinal)];
    }
}
