using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>Points that raters gave (评分). They belong to people, not to a shop. Entered by hand, a record is exported at the moment it is entered.</summary>
public sealed class Entries(Database database)
{
    private readonly NaturalKeyTable<Entry> table = new(database, "entry",
        e => Stored.Key(e.Month.ToString(), e.Agent, e.Item, e.Rater, e.By ?? ""), ("month", e => Stored.Month(e.Month)));

    public MergeCounts Merge(IEnumerable<Entry> entries, Instant? exported, long import) => table.Merge(People.Company, entries, exported, import);
    public MergeCounts Compare(IEnumerable<Entry> entries, Instant? exported) => table.Compare(People.Company, entries, exported);
    public IEnumerable<Entry> Walk() => table.Walk(People.Company);
    public IReadOnlyList<Entry> Of(Month month) => Between(month, month);

    /// <summary>With when each was exported, or entered: what comes after it must be later.</summary>
    public IReadOnlyList<(Entry Entry, Instant? Exported)> Dated(Month month) =>
        [.. table.Dated("shop_id = @shop AND month = @month", new { shop = People.Company, month = Stored.Month(month) }).Select(e => (e.Record, e.Exported))];

    public IReadOnlyList<Entry> Between(Month from, Month to) => table.Between(People.Company, "month", Stored.Month(from), Stored.Month(to));
}

/// <summary>Due and paid days (出勤).</summary>
public sealed class Attendances(Database database)
{
    private readonly NaturalKeyTable<Attendance> table = new(database, "attendance",
        a => Stored.Key(a.Month.ToString(), a.Agent), ("month", a => Stored.Month(a.Month)));

    public MergeCounts Merge(IEnumerable<Attendance> attendances, Instant? exported, long import) => table.Merge(People.Company, attendances, exported, import);
    public MergeCounts Compare(IEnumerable<Attendance> attendances, Instant? exported) => table.Compare(People.Company, attendances, exported);
    public IEnumerable<Attendance> Walk() => table.Walk(People.Company);
    public IReadOnlyList<Attendance> Of(Month month) => Between(month, month);
    public IReadOnlyList<Attendance> Between(Month from, Month to) => table.Between(People.Company, "month", Stored.Month(from), Stored.Month(to));
}

/// <summary>
/// Rewards and penalties (奖惩). An approval is the same adjustment with ApprovedBy, exported at the moment of approval;
/// its natural key is therefore everything but the approver.
/// </summary>
public sealed class Adjustments(Database database)
{
    private readonly NaturalKeyTable<Adjustment> table = new(database, "adjustment", KeyOf, ("month", a => Stored.Month(a.Month)));

    public static string KeyOf(Adjustment a) => Stored.Key(
        a.Month.ToString(), a.Agent, Stored.Text((byte)a.Kind), Stored.Payload(a.Amount), a.Reason, a.EnteredBy);

    public MergeCounts Merge(IEnumerable<Adjustment> adjustments, Instant? exported, long import) => table.Merge(People.Company, adjustments, exported, import);
    public MergeCounts Compare(IEnumerable<Adjustment> adjustments, Instant? exported) => table.Compare(People.Company, adjustments, exported);
    public IEnumerable<Adjustment> Walk() => table.Walk(People.Company);
    public IReadOnlyList<Adjustment> Of(Month month) => Between(month, month);
    public IReadOnlyList<Adjustment> Between(Month from, Month to) => table.Between(People.Company, "month", Stored.Month(from), Stored.Month(to));
}
