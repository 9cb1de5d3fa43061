using System.Buffers;
using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Heng.Intake.Bytes;

/// <summary>
/// The first sheet of a workbook that holds anything, told as the bytes of its csv. So a sheet and its csv give the same rows by construction.
/// A sheet's row is a record, blank ones included: the record's number is the row that Excel shows.
/// </summary>
internal sealed class SheetStream(IExcelDataReader sheet) : Stream
{
    private readonly ArrayBufferWriter<byte> pending = new(1 << 16);
    private const int MostRows = 1_048_576, Widest = 1000;
    private const long MostCells = 100_000_000;
    private const decimal MostShare = 1_000_000_000m;
    private int taken, rows;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (taken == pending.WrittenCount)
        {
            pending.ResetWrittenCount();
            taken = 0;
            while (pending.WrittenCount < 1 << 15 && sheet.Read()) WriteRow();
        }
        var count = Math.Min(buffer.Length, pending.WrittenCount - taken);
        pending.WrittenSpan.Slice(taken, count).CopyTo(buffer);
        taken += count;
        return count;
    }

    private void WriteRow()
    {
        // A row number far beyond a sheet's end would have the reader fill the gap with blank rows for hours.
        if (++rows > MostRows) throw new InvalidDataException("more rows than a sheet can have");
        // One cell in the farthest corner makes every row as wide as the sheet.
        if ((long)rows * sheet.FieldCount > MostCells) throw new SheetTooWideException();
        var last = sheet.FieldCount - 1;
        while (last >= 0 && Text(last).Length == 0) last--;
        var width = Math.Max(last + 1, Math.Min(sheet.FieldCount, Widest));
        for (var i = 0; i < width && last >= 0; i++)
        {
            if (i > 0) pending.Write(","u8);
            Encoding.UTF8.GetBytes(Quoted(Text(i)), pending);
        }
        pending.Write("\n"u8);
    }

    private string Text(int column) => sheet.GetValue(column) switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "TRUE" : "FALSE",
        // A sheet keeps times as a fraction of a day: half a second takes the wobble out.
        DateTime time => time.AddMilliseconds(500).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        // A cell that shows 99.71% holds 0.9971: it is told as people see it.
        IFormattable share when Percent(share, column) is { } shown => shown,
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var cell => cell.ToString() ?? "",
    };

    private string? Percent(IFormattable value, int column) =>
        sheet.GetNumberFormatString(column)?.EndsWith('%') == true && decimal.TryParse(value.ToString(null, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var share)
            && Math.Abs(share) < MostShare ? (share * 100).ToString("0.############", CultureInfo.InvariantCulture) + "%" : null;

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) sheet.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>A few cells that lie so far apart that the rows between them would take hours.</summary>
internal sealed class SheetTooWideException : IOException;
