using System.Globalization;
using System.Text.RegularExpressions;
using Heng.Engine.Records;
using Heng.Intake.Bytes;

namespace Heng.Intake.Fields;

/// <summary>
/// The cells of the record under the cursor, by the format's own columns. A cell that cannot be read notes the first <see cref="Failure"/> and gives a
/// default, so that a format reads its record in one expression and looks once whether it worked.
/// </summary>
internal sealed partial class Cells(Format format, Records records, Binding binding, Charset charset, Times times, string? shop, bool linesOrder)
{
    /// <summary>Of an id or a name, in characters: more than any platform writes, and what an index still holds.</summary>
    public const int LongestName = 200;

    /// <summary>Rows that a program sends, whose names have an end. A file's are taken as they are: what was kept once is read again.</summary>
    public bool Sent { get; init; }

    public Reason? Failure { get; private set; }
    public long Line => records.Line;
    public Charset Charset => charset;
    public Binding Binding => binding;
    public Times Times => times;
    /// <summary>The shop that was given or that the file's name says.</summary>
    public string? Shop => shop;

    /// <summary>The order of the lines is the order of the messages.</summary>
    public bool LinesOrder => linesOrder;

    /// <summary>What the number of a line counts on from, where lines come in several sendings.</summary>
    public long LinesFrom { get; init; }

    /// <summary>The row is in order and yet no record of ours: it is left out by this name.</summary>
    public Reason? Passed { get; private set; }

    /// <summary>The shop's account that was given, for rows that name none.</summary>
    public string? GivenAccount { get; init; }

    /// <summary>The file's rows once more, from the first: the same cells under another cursor.</summary>
    public Func<IEnumerable<Cells>> Again { get; init; } = () => [];

    /// <summary>The days that the file says it is about; null where neither its banner nor its name does.</summary>
    public (DateOnly From, DateOnly To)? Period { get; init; }

    /// <summary>The cells of the columns that repeat, each under its name in the header.</summary>
    public IEnumerable<(string Name, string Text)> Repeated()
    {
        foreach (var at in binding.Repeated)
        {
            if (charset.Text(Bared(Source(at))) is { } text) yield return (binding.Header[at], text);
            else Fail(Reasons.EncodingBroken);
        }
    }

    /// <summary>The file writes rates as 99.71 and not as 0.9971.</summary>
    public bool RatesInPercent { get; init; }

    public void Begin() => (Failure, Passed) = (null, null);
    public void Fail(Reason reason) => Failure ??= reason;
    public void Pass(Reason reason) => Passed ??= reason;

    /// <summary>What the file itself calls the column; the format's own name where the file has none.</summary>
    public string NameOf(int column) =>
        binding.Slots[column].Source is >= 0 and var at && binding.Written.ElementAtOrDefault(at) is { Length: > 0 } written ? written.Trim('\uFEFF') : format.Columns[column].Name;

    public ReadOnlySpan<byte> Bytes(int column)
    {
        var slot = binding.Slots[column];
        var cell = slot.Source < 0 ? default : Trimmed(records.Field(slot.Source));
        if (slot.Twin >= 0 && NoData.Is(cell)) cell = Trimmed(records.Field(slot.Twin));
        if (cell.IsEmpty && slot.Fallback >= 0) cell = Trimmed(records.Field(slot.Fallback));
        return cell.IsEmpty ? slot.Constant : cell;
    }

    public ReadOnlySpan<byte> Source(int index) => Trimmed(records.Field(index));

    /// <summary>The cell without what spreadsheets wrap around ids: ="…", a leading ', and the words for no value.</summary>
    public ReadOnlySpan<byte> Bare(int column) => Bared(Bytes(column));

    public static ReadOnlySpan<byte> Bared(ReadOnlySpan<byte> cell)
    {
        if (cell.Length >= 3 && cell.StartsWith("=\""u8) && cell[^1] == (byte)'"') cell = Trimmed(cell[2..^1]);
        if (!cell.IsEmpty && cell[0] == (byte)'\'') cell = Trimmed(cell[1..]);
        return NoData.Is(cell) ? default : cell;
    }

    /// <summary>Free text as it stands; null when empty.</summary>
    public string? Words(int column) => Decoded(column, Bytes(column));

    /// <summary>Free text in a table of our own, which spreadsheets may have opened; null when empty.</summary>
    public string? Said(int column) => Words(column) is { } text ? FormulaGuard.Off(text) : null;

    /// <summary>A name or word; null when empty.</summary>
    public string? Name(int column) => Decoded(column, Bare(column)) is { } name ? binding.Slots[column].Mapped(name) : null;

    /// <summary>A remark of the shop's own, in which people paste what is private; null when empty.</summary>
    public string? Note(int column) => Name(column) is { } note ? Privacy.Masked(note) : null;

    public string Needed(int column)
    {
        if (Name(column) is { Length: > 0 } name) return name;
        Fail(Reasons.Missing(NameOf(column)));
        return "";
    }

    /// <summary>A name by which something is found again.</summary>
    public string Named(int column) => Held(column, Needed(column));

    /// <summary>Null when empty.</summary>
    public string? NamedOrNone(int column) => Name(column) is { } name ? Held(column, name) : null;

    public string Held(int column, string name)
    {
        if (Sent && name.Length > LongestName) Fail(Reasons.TooLong(NameOf(column)));
        return name;
    }

    public string Id(int column)
    {
        var id = Named(column);
        if (id.AsSpan().IndexOfAny('E', 'e') > 0 && Scientific().IsMatch(id)) Fail(Reasons.DigitsLost(NameOf(column)));
        return id;
    }

    public Instant Time(int column, bool dateAlone = false) => Time(column, Bare(column), dateAlone);

    /// <summary>When something happened, from the column's own bytes.</summary>
    public Instant Time(int column, ReadOnlySpan<byte> cell, bool dateAlone)
    {
        if (!times.TryRead(cell, dateAlone, out var at)) Fail(cell.IsEmpty ? Reasons.Missing(NameOf(column)) : Reasons.Time(NameOf(column)));
        else if (at > times.Latest) Fail(Sent ? Reasons.Ahead(NameOf(column)) : Reasons.Future(NameOf(column)));
        return at;
    }

    /// <summary>What happens after the import has not happened.</summary>
    public void NotAhead(int column, Instant at)
    {
        if (at > times.Latest) Fail(Sent ? Reasons.Ahead(NameOf(column)) : Reasons.Future(NameOf(column)));
    }

    /// <summary>A limit that is set, which may lie ahead; null where there is none.</summary>
    public Instant? Limit(int column)
    {
        var cell = Bare(column);
        if (cell.IsEmpty) return null;
        if (!times.TryRead(cell, true, out var at)) Fail(Reasons.Time(NameOf(column)));
        return at;
    }

    public Instant? TimeOrNone(int column) => Bare(column).IsEmpty ? null : Time(column);

    public DateOnly Day(int column)
    {
        var cell = Bare(column);
        if (Fields.Times.TryDay(cell, out var day)) return day;
        Fail(cell.IsEmpty ? Reasons.Missing(NameOf(column)) : Reasons.Time(NameOf(column)));
        return default;
    }

    public DateOnly? DayOrNone(int column) => Bare(column).IsEmpty ? null : Day(column);

    public Month Month(int column)
    {
        // A spreadsheet turns 2026-10 into the first of that month.
        var text = Needed(column);
        if (Engine.Records.Month.Parse(text) is { } month) return month;
        if (Fields.Times.TryDay(Bare(column), out var day) && day.Day == 1) return Engine.Records.Month.Of(day);
        Fail(Reasons.Month(NameOf(column)));
        return default;
    }

    public decimal Money(int column)
    {
        if (!Amounts.TryMoney(Needed(column), out var yuan)) Fail(Reasons.Amount(NameOf(column)));
        else if (yuan < 0) Fail(Reasons.Negative(NameOf(column)));
        return yuan;
    }

    public decimal? MoneyOrNone(int column) => Bare(column).IsEmpty ? null : Money(column);

    public decimal Number(int column)
    {
        if (!Amounts.TryNumber(Needed(column), out var number)) Fail(Reasons.Number(NameOf(column)));
        return number;
    }

    public int? CountOrNone(int column)
    {
        if (Bare(column).IsEmpty) return null;
        var number = Number(column);
        if (number >= 0 && number <= int.MaxValue && decimal.Truncate(number) == number) return (int)number;
        Fail(Reasons.Number(NameOf(column)));
        return null;
    }

    /// <summary>The row's own shop, else the one given.</summary>
    public string ShopOf(int column)
    {
        if (NamedOrNone(column) is { Length: > 0 } own) return own;
        if (shop is null) Fail(Reasons.Missing(NameOf(column)));
        return shop ?? "";
    }

    public T Word<T>(int column, Func<string, T?> meaning) where T : struct
    {
        var word = Needed(column);
        if (meaning(word) is { } known) return known;
        Fail(Reasons.Word(NameOf(column)));
        return default;
    }

    private string? Decoded(int column, ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty) return null;
        var text = charset.Text(cell);
        if (text is null) Fail(Reasons.Encoding(NameOf(column)));
        return text;
    }

    public static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> cell) =>
        cell.IsEmpty || (cell[0] > (byte)' ' && cell[^1] > (byte)' ') ? cell : cell.Trim(" \t\r\n"u8);

    [GeneratedRegex(@"^\d(\.\d+)?E\+?\d+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Scientific();
}
