using System.Globalization;

namespace Heng.Engine.Records;

/// <summary>The corrections that stand: of several of one fact the one decided last, then that of the later appeal by its name.</summary>
public sealed class Corrections
{
    public static readonly Corrections None = new([]);

    private readonly IReadOnlyList<Correction> all;
    private readonly Dictionary<(CorrectedFact Kind, string Fact), Correction> standing;

    public Corrections(IEnumerable<Correction> corrections)
    {
        all = [.. corrections];
        standing = all.GroupBy(c => (c.Kind, c.Fact)).ToDictionary(same => same.Key, same => same.OrderBy(c => c.At.UnixSeconds).ThenBy(c => c.Appeal, StringComparer.Ordinal).Last());
    }

    /// <summary>The same with one more, as it would be.</summary>
    public Corrections With(Correction one) => new([.. all, one]);

    public Correction? Of(CorrectedFact kind, string fact) => standing.GetValueOrDefault((kind, fact));

    public IEnumerable<Correction> OfKind(CorrectedFact kind) => standing.Values.Where(c => c.Kind == kind);

    public bool Any(CorrectedFact kind) => standing.Keys.Any(k => k.Kind == kind);

    public Attendance Of(Attendance kept) => Of(CorrectedFact.Attendance, IdOf(kept)) is { } instead ? kept with { DueDays = instead.DueDays ?? kept.DueDays, PaidDays = instead.PaidDays ?? kept.PaidDays } : kept;

    public Entry Of(Entry kept) => Of(CorrectedFact.Entry, IdOf(kept)) is { Points: { } points } ? kept with { Points = points } : kept;

    public static string IdOf(Attendance sheet) => $"{sheet.Month}/{sheet.Agent}";

    public static string IdOf(Entry entry) => Hex(StableHash.Of("entry", entry.Month.ToString(), entry.Agent, entry.Item, entry.Rater, entry.By ?? ""));

    /// <summary>A message's by its natural key, see <see cref="MergeHash"/>.</summary>
    public static string IdOf(UInt128 messageKey) => string.Create(KeyLength, messageKey, static (id, key) => Write(key, id));

    internal const int KeyLength = 32;

    /// <summary>Its characters, without a string of their own.</summary>
    internal static void Write(UInt128 messageKey, Span<char> id)
    {
        ((ulong)(messageKey >> 64)).TryFormat(id, out _, "x16", CultureInfo.InvariantCulture);
        unchecked((ulong)messageKey).TryFormat(id[16..], out _, "x16", CultureInfo.InvariantCulture);
    }

    private static string Hex(ulong hash) => hash.ToString("x16", CultureInfo.InvariantCulture);
}
