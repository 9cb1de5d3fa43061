using Heng.Engine.Metrics;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>
/// A kind of small records: the name it is stored under (never renamed), the source whose days its files cover, the shop it is of (empty: the company),
/// its natural key within the shop, and the days it speaks of.
/// </summary>
public sealed record RecordKind<T>(string Name, Source Covers, Func<T, string> ShopOf, Func<T, string> KeyOf, Func<T, (DateOnly First, DateOnly Last)> DaysOf)
    where T : class;

/// <summary>Every kind of small records.</summary>
public static class RecordKinds
{
    public static readonly RecordKind<Reported> Reported = new(
        "reported", Source.Reported, r => r.Shop, r => Stored.Key(r.Source, r.Account, Stored.Text(Stored.Day(r.From)), Stored.Text(Stored.Day(r.To)), r.Item ?? ""), r => (r.From, r.To));

    public static readonly RecordKind<Punches> Punches = new(
        "punches", Source.Duty, _ => "", p => Stored.Key(p.Name, p.Account, Span(p.From, p.To), p is { At: [var one] } && p.From == p.To ? Stored.Text(one.UnixSeconds) : ""), p => (p.From, p.To));

    // What nobody counts by itself covers nothing.
    public static readonly RecordKind<RosterDay> Roster = new("roster", Source.None, _ => "", r => Stored.Key(r.Name, r.Account, Span(r.Day, r.Day)), r => (r.Day, r.Day));
    public static readonly RecordKind<Leave> Leave = new("leave", Source.None, _ => "", l => Stored.Key(l.Form), l => (DayOf(l.From).First, DayOf(l.To.Plus(-1)).Last));
    public static readonly RecordKind<CalendarDay> Calendar = new("calendar", Source.None, _ => "", d => Stored.Key(Span(d.Day, d.Day)), d => (d.Day, d.Day));
    public static readonly RecordKind<StatusChange> StatusLog = new(
        "status-log", Source.Status, _ => "", c => Stored.Key(c.Account, Stored.Text(c.At.UnixSeconds), Stored.Text((sbyte)c.Status), Stored.Text(c.Device)), c => DayOf(c.At));

    private static string Span(DateOnly from, DateOnly to) => Stored.Text(Stored.Day(from)) + "-" + Stored.Text(Stored.Day(to));

    internal static (DateOnly First, DateOnly Last) DayOf(Instant at) => ShopClock.Shanghai.DayOf(at) is var day ? (day, day) : default;
}
