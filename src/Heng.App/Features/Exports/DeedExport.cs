using System.Globalization;
using Heng.Engine.Records;

namespace Heng.App.Features.Exports;

/// <summary>
/// What people entered and decided (申请与决定), to take away as a table. It is never imported: whoever claims, enters or decides does it by name, in the chain of decisions.
/// All of it is pay.
/// </summary>
public sealed record DeedExport(string Name, IReadOnlyList<string> Columns, Func<ExportAsk, IEnumerable<IReadOnlyList<object?>>> Rows)
{
    public string FileName => Name + ".csv";

    public ExportSheet Of(ExportAsk ask) => new(Name, Columns, [.. Rows(ask)]);

    public static readonly IReadOnlyList<DeedExport> All =
    [
        new("pool-claims", ["id", "month", "scheme", "pool", "role", "points", "reason", "by", "at", "granted", "from", "ruling_reason", "ruled_by", "ruled_at"], Claims),
        new("fund-entries", ["id", "fund", "kind", "amount", "reason", "by", "at", "approved", "ruling_reason", "ruled_by", "ruled_at"], Entries),
    ];

    /// <summary>Those of the months that were asked for.</summary>
    private static IEnumerable<IReadOnlyList<object?>> Claims(ExportAsk ask) => ask.Database.PoolClaims.All.Where(c => ask.Holds(c.Month.First, c.Month.Last)).Select(c => (IReadOnlyList<object?>)
        [c.Id, c.Month.ToString(), c.Scheme, c.Pool, c.Role, c.Points, c.Reason, c.By, Time(c.At), c.Ruling?.Granted, c.Ruling?.From, c.Ruling?.Reason, c.Ruling?.By, Time(c.Ruling?.At)]);

    /// <summary>Those that were entered on the days that were asked for.</summary>
    private static IEnumerable<IReadOnlyList<object?>> Entries(ExportAsk ask) => ask.Database.Funds.All.Where(e => ask.Holds(e.At)).Select(e => (IReadOnlyList<object?>)
        [e.Id, e.Fund, CommandLine.Json.Kebab(e.Kind), e.Amount, e.Reason, e.By, Time(e.At), e.Ruling is { } ruling ? ruling.Approved ? "yes" : "no" : null, e.Ruling?.Reason, e.Ruling?.By, Time(e.Ruling?.At)]);

    private static string? Time(Instant? at) => at is { } moment ? ShopClock.Shanghai.ToLocal(moment).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : null;
}
