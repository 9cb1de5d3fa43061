using Heng.Engine.Records;
using Heng.Intake.Bytes;
using Heng.Intake.Fields;
using Heng.Intake.Generic;

namespace Heng.Intake;

/// <summary>
/// What a program sends: one JSON object a line, its fields named as the columns of a format. Every row is read as a file's would be, so that what is refused there is refused here by the same
/// name. Fields that no column is called after are passed over.
/// </summary>
public static class SentLines
{
    /// <summary>What is sent happened: a sender's clock may be so much ahead. A file may name what is to come within a day.</summary>
    public const int AheadSeconds = 300;

    /// <summary>Of a record of several lines nothing is joined, and nothing that a whole file says is known: such formats are not sent.</summary>
    public static bool MayBeSent(Format format) => format is { IsSecret: false, NeedsPeriod: false, Repeats: null, Join: null, Notation: null, Chat: null } && (format.Writer is not null || ReferenceEquals(format, MessageJsonLines.Format));

    /// <param name="shop">Whose the rows are that name no shop.</param>
    /// <param name="sequenceFrom">Where the numbers begin of messages that have none: those of one second then stay in the order in which they came.</param>
    /// <param name="only">Rows of any other shop are rejected; null: none is.</param>
    /// <param name="known">Rows of a shop that is not among these are rejected; null: none is.</param>
    public static IEnumerable<Row> Read(Stream lines, Format format, string? shop, Instant now, long sequenceFrom = 0, string? only = null, IReadOnlySet<string>? known = null)
    {
        string[] names = [.. format.Columns.Select(c => c.Name)];
        var layout = new Layout(format, Binding.Of(format, names, null, Charset.Utf8), 0, 0, [], names);
        var times = Times.Shanghai with { Charset = Charset.Utf8, Latest = now.Plus(AheadSeconds) };
        using var records = new JsonRecords(new ByteWindow(lines, (byte)'\n'), names, Charset.Utf8);
        var cells = new Cells(format, records, layout.Binding, Charset.Utf8, times, shop, linesOrder: true) { LinesFrom = sequenceFrom, Sent = true };
        var read = format.Reader(cells);
        while (records.Next())
        {
            cells.Begin();
            Message message = default;
            object? record = null;
            if (records.Fault is null) read(out message, out record);
            if ((records.Fault ?? cells.Failure) is { } wrong) yield return Row.Rejected(records.Line, wrong, RawText.Of(layout, records, Charset.Utf8));
            else if (cells.Passed is { } passed) yield return Row.Dropped(records.Line, passed);
            else if (only is not null && ShopOf(format, message, record) is { Length: > 0 } other && other != only) yield return Row.Rejected(records.Line, Reasons.OtherShop(only), RawText.Of(layout, records, Charset.Utf8));
            else if (known is not null && ShopOf(format, message, record) is { Length: > 0 } of && !known.Contains(of)) yield return Row.Rejected(records.Line, Reasons.ShopUnknown(of), RawText.Of(layout, records, Charset.Utf8));
            else yield return new(records.Line, Outcome.Accepted, message, record, null, null);
        }
    }

    /// <summary>Records out of a plain table as <see cref="Written.RecordTable"/> writes it, all of which were taken once.</summary>
    public static IEnumerable<object> Table(Stream table, Format format)
    {
        string[] names = [.. format.Columns.Select(c => c.Name), .. format.CoversSpan ? (string[])[Format.Covers] : []];
        using var records = new DelimitedRecords(new ByteWindow(table, (byte)'\n'), (byte)',');
        var cells = new Cells(format, records, Binding.Of(format, names, null, Charset.Utf8), Charset.Utf8, Times.Shanghai with { Charset = Charset.Utf8, Latest = new(long.MaxValue) }, null, linesOrder: false);
        var read = format.Reader(cells);
        records.Next();
        while (records.Next())
        {
            cells.Begin();
            object? record = null;
            if (records.Fault is null) read(out _, out record);
            if (records.Fault is null && cells.Failure is null && cells.Passed is null && record is not null) yield return record;
        }
    }

    /// <summary>Empty where the format knows no shops.</summary>
    private static string ShopOf(Format format, in Message message, object? record) => record is null ? message.Shop : format.ColumnOf("shop") is >= 0 and var at ? format.Writer!(record)[at] as string ?? "" : "";
}
