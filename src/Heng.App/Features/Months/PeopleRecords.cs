using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Months;

/// <summary>
/// A month's scores, attendance and rewards, which know people by name alone, under the names of those they mean: the person of the name, or whoever the name was bound to
/// by hand on the month's last day. Where both told the same, the record under the person's own name stands.
/// </summary>
internal sealed class PeopleRecords(Database database, Roster roster, Month month)
{
    public ILookup<string, Entry> Entries => Named(database.Entries.Of(month), e => e.Agent, (e, name) => e with { Agent = name }, e => (e.Agent, e.Item, e.Rater, e.By))
        .ToLookup(e => e.Agent, StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Attendance> Attendances => Named(database.Attendances.Of(month), a => a.Agent, (a, name) => a with { Agent = name }, a => a.Agent)
        .ToDictionary(a => a.Agent, StringComparer.Ordinal);

    public ILookup<string, Adjustment> Adjustments => Named(database.Adjustments.Of(month), a => a.Agent, (a, name) => a with { Agent = name }, Store.Adjustments.KeyOf)
        .ToLookup(a => a.Agent, StringComparer.Ordinal);

    private IEnumerable<T> Named<T, TKey>(IEnumerable<T> records, Func<T, string> nameOf, Func<T, string, T> under, Func<T, TKey> keyOf) =>
        records.Select(r => roster.NameOf(roster.PersonOf(nameOf(r), "", month.Last)) is { } name && name != nameOf(r) ? (Own: false, Record: under(r, name)) : (Own: true, Record: r))
            .OrderByDescending(r => r.Own).Select(r => r.Record).DistinctBy(keyOf);
}
