using Heng.App.Features.Months;
using Heng.Engine.Pay.Guard;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Guard;

/// <summary>What is left to somebody when differences of closed months are taken off an open one: the minimum wage of their place for the part of the month that they worked.</summary>
internal sealed class LeastPay(Database database, Roster roster, Month month)
{
    private readonly Lazy<GuardMonth> looked = new(() => new(month, [], [], KnownMinimums.With(database.Records(RecordKinds.MinimumWages).All(Shops.Company.Id)), [], database.Guard.Setting));

    /// <summary>0 for who is not paid by the month itself, and where no minimum wage is known.</summary>
    public decimal Of(PersonMonth person) => person.Pay is null ? 0m : LegalGuard.MinimumOf(looked.Value, person.Employment.Place ?? looked.Value.Setting.Place,
        Worked(month, person.Attendance?.PaidDays, person.Attendance?.DueDays, roster.HistoryOf(person.Person.Id))) ?? 0m;

    /// <summary>The part of the month that was worked: by the days of the sheet; without one by the days of the calendar on which they were employed.</summary>
    public static decimal Worked(Month month, decimal? paid, decimal? due, IReadOnlyList<Employment> history)
    {
        if (paid is { } days && due is > 0m and { } of) return Math.Clamp(days / of, 0m, 1m);
        var own = Enumerable.Range(0, month.Last.Day).Count(day => history.Any(e => e.Covers(month.First.AddDays(day))));
        return own == 0 ? 1m : (decimal)own / month.Last.Day;
    }
}
