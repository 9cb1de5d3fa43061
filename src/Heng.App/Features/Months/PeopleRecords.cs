using Heng.App.Features.Facts;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Months;

/// <summary>
/// The scores, attendance and rewards of a period's months, which know people by name alone, under the names of those they mean: the person of the name, or whoever the name
/// was bound to by hand on the period's last day. Where both told the same, the record under the person's own name stands.
/// </summary>
/// <param name="sealedTax">Of a closed month its inputs: openings and declared deductions are those of its closing. What came of them later counts from the next open month on, and once.</param>
internal sealed class PeopleRecords(Database database, Roster roster, Period period, ClosedInput? sealedTax = null)
{
    private Corrections? corrections;

    /// <summary>Corrections that are only tried, in the place of those that are kept.</summary>
    public Corrections? Tried { get; init; }

    private Corrections Corrections => Tried ?? (corrections ??= CorrectionRecords.Of(database, Shops.Company));

    public ILookup<string, Entry> Entries => Named(database.Entries.Between(period.First, period.Last), e => e.Agent, (e, name) => e with { Agent = name }, e => (e.Month, e.Agent, e.Item, e.Rater, e.By))
        .Select(Corrections.Of).ToLookup(e => e.Agent, StringComparer.Ordinal);

    /// <summary>Of several months the days together.</summary>
    public IReadOnlyDictionary<string, Attendance> Attendances =>
        Named(database.Attendances.Between(period.First, period.Last), a => a.Agent, (a, name) => a with { Agent = name }, a => (a.Month, a.Agent))
            .Select(Corrections.Of).GroupBy(a => a.Agent, StringComparer.Ordinal)
            .ToDictionary(a => a.Key, a => new Attendance(period.Last, a.Key, a.Sum(m => m.DueDays), a.Sum(m => m.PaidDays)), StringComparer.Ordinal);

    public ILookup<string, Adjustment> Adjustments => Named(database.Adjustments.Between(period.First, period.Last), a => a.Agent, (a, name) => a with { Agent = name }, Store.Adjustments.KeyOf)
        .ToLookup(a => a.Agent, StringComparer.Ordinal);

    public ILookup<string, TaxOpening> TaxOpenings => Company(RecordKinds.TaxOpenings, o => o.Agent, (o, name) => o with { Agent = name }, o => (o.Through, o.Agent)).ToLookup(o => o.Agent, StringComparer.Ordinal);

    public ILookup<string, SpecialDeduction> SpecialDeductions => Company(RecordKinds.SpecialDeductions, d => d.Agent, (d, name) => d with { Agent = name }, d => (d.Agent, d.Kind, d.From)).ToLookup(d => d.Agent, StringComparer.Ordinal);

    private IEnumerable<T> Company<T, TKey>(RecordKind<T> kind, Func<T, string> nameOf, Func<T, string, T> under, Func<T, TKey> keyOf) where T : class =>
        Named(sealedTax?.Records(kind) ?? database.Records(kind).All(Shops.Company.Id), nameOf, under, keyOf);

    private IEnumerable<T> Named<T, TKey>(IEnumerable<T> records, Func<T, string> nameOf, Func<T, string, T> under, Func<T, TKey> keyOf) =>
        records.Select(r => roster.NameOf(roster.PersonOf(nameOf(r), "", period.Last.Last)) is { } name && name != nameOf(r) ? (Own: false, Record: under(r, name)) : (Own: true, Record: r))
            .OrderByDescending(r => r.Own).Select(r => r.Record).DistinctBy(keyOf);
}
