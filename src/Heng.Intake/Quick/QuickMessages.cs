using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;
using Heng.Engine.Records;
using Heng.Intake.Bytes;
using Heng.Intake.Fields;
using Heng.Intake.Generic;
using static Heng.Intake.Generic.MessageColumns;

namespace Heng.Intake.Quick;

/// <summary>
/// Messages of the generic table in UTF-8, from the file's bytes to packed ones, without a string. It takes what is plain and stops before the first row of which it isn't
/// sure: <see cref="MessageRows"/> then reads that one, and stays the definition of what a row says and why it is not taken.
/// </summary>
internal sealed class QuickMessages
{
    /// <summary>How far is looked ahead: little after an odd row, for what was found behind it is found again.</summary>
    private const int Nearest = 1 << 10, Farthest = 1 << 15;
    private readonly DelimitedRecords records;
    private readonly Cells cells;
    private readonly Marks marks;
    private readonly QuickRow row;
    private readonly QuickTimes times;
    private readonly FewWords<Sender> senders;
    private readonly FewWords<MessageKind> kinds;
    private readonly int[] sources;
    private int reach = Farthest;
    private bool doubtful;

    private QuickMessages(DelimitedRecords records, Cells cells, Layout layout)
    {
        (this.records, this.cells, marks) = (records, cells, new(layout.Delimiter));
        row = new(marks, layout.Delimiter, layout.Width);
        times = new(cells.Times);
        senders = new(word => MessageWords.SenderOf(Encoding.UTF8.GetString(word)));
        kinds = new(word => MessageWords.KindOf(Encoding.UTF8.GetString(word)));
        sources = [.. layout.Binding.Slots.Select(s => s.Source)];
    }

    /// <summary>Null for a file of which every row is read the long way: another format or encoding, a workbook, a map that does more than to name columns.</summary>
    public static QuickMessages? Of(Layout layout, TextFile file, Records records, Cells cells)
    {
        var plain = layout.Format == MessageCsv.Format && !file.IsSheet && file.LineEnd == (byte)'\n' && ReferenceEquals(file.Charset, Charset.Utf8)
            && layout.Binding.Drops.Count == 0 && layout.Binding.Sequence < 0 && cells.Times.Format is null
            && layout.Binding.Slots.All(s => s.Fallback < 0 && s.Twin < 0 && s.Constant is null && s.Values is null && s.Source < layout.Width);
        return plain && records is DelimitedRecords table ? new(table, cells, layout) : null;
    }

    /// <summary>Takes the plain rows behind the current record until the block holds enough.</summary>
    public void Take(MessageBlock block, int enough)
    {
        var rest = records.Rest;
        var (at, rows) = (0, 0);
        while (block.Length < enough)
        {
            var run = rest[at..];
            if (run.Length > reach) run = run[..reach];
            var (bytes, taken, odd) = TakeRun(run, records.NextLine + rows, block);
            at += bytes;
            rows += taken;
            if (odd)
            {
                reach = Nearest;
                break;
            }
            if (at + run.Length - bytes >= rest.Length || taken == 0 && reach == Farthest) break;
            reach = Math.Min(reach * 4, Farthest);
        }
        records.Pass(at, rows);
    }

    /// <summary>The plain rows at the start of a run: their bytes, how many there are, and whether an odd one stands behind them.</summary>
    private (int Bytes, int Rows, bool Odd) TakeRun(ReadOnlySpan<byte> run, long line, MessageBlock block)
    {
        var end = run.LastIndexOf((byte)'\n') + 1;
        marks.Find(run[..end]);
        doubtful = !IsText(run[..end]);
        var (at, mark, rows) = (0, 0, 0);
        while (at < end)
        {
            var next = row.Cut(run[..end], at, ref mark);
            if (next < 0 || doubtful && !IsText(run[at..next]) || !Add(run, line + rows, block)) return (at, rows, true);
            at = next;
            rows++;
        }
        return (at, rows, false);
    }

    /// <summary>What <see cref="Charset.Text"/> takes; NUL is a mark that no plain row has.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes) && bytes.IndexOf("\uFFFF"u8) < 0;

    private bool Add(ReadOnlySpan<byte> run, long line, MessageBlock block)
    {
        ReadOnlySpan<byte> buyer = Cell(run, Buyer), account = Cell(run, Account), target = Cell(run, To), said = Cell(run, Text), id = Cell(run, Id), kind = Cell(run, Kind);
        var head = new MessageHead { Sequence = cells.LinesOrder ? line : 0 };
        if (!IsName(buyer) || !IsName(account) || !target.IsEmpty && !IsName(target) || !IsTrimmed(said) || !id.IsEmpty && !IsId(id)) return false;
        if (!times.Try(Cell(run, At), out var at) || !senders.Try(Cell(run, From), out head.From)) return false;
        if (!kind.IsEmpty && !kinds.Try(kind, out head.Kind) || head.Kind == MessageKind.Transfer && target.IsEmpty) return false;
        if (!Order(Cell(run, Sequence), ref head.Sequence) || !Shop(Cell(run, MessageColumns.Shop), block, ref head.Shop)) return false;
        head.At = at.UnixSeconds;
        if (Privacy.MayHide(said)) said = Encoding.UTF8.GetBytes(Privacy.Masked(Encoding.UTF8.GetString(said)));
        block.Add(ref head, buyer, account, target, said, id, !target.IsEmpty, !id.IsEmpty);
        return true;
    }

    private ReadOnlySpan<byte> Cell(ReadOnlySpan<byte> run, int column) => row.Cell(run, sources[column]);

    /// <summary>Nothing that a reading would trim.</summary>
    private static bool IsTrimmed(ReadOnlySpan<byte> cell) => cell.IsEmpty || cell[0] > (byte)' ' && cell[^1] > (byte)' ';

    /// <summary>A name that is kept as it stands: the platform's long ids begin with cn (<see cref="Nicks"/>).</summary>
    private static bool IsName(ReadOnlySpan<byte> cell) => !cell.IsEmpty && IsTrimmed(cell) && !cell.StartsWith("cn"u8);

    /// <summary>An id that no spreadsheet wrapped or rounded (<see cref="Cells.Bared"/>, <see cref="Cells.Id"/>).</summary>
    private static bool IsId(ReadOnlySpan<byte> cell)
    {
        if (!IsTrimmed(cell) || cell[0] is (byte)'=' or (byte)'\'' || NoData.Is(cell)) return false;
        return cell.Length < 2 || !char.IsAsciiDigit((char)cell[0]) || cell[1] is not ((byte)'.' or (byte)'E' or (byte)'e');
    }

    private bool Order(ReadOnlySpan<byte> cell, ref long sequence)
    {
        if (cell.IsEmpty || !cells.LinesOrder) return true;
        return Utf8Parser.TryParse(cell, out sequence, out var used) && used == cell.Length;
    }

    private string? shop;
    private byte[] shopBytes = [];

    private bool Shop(ReadOnlySpan<byte> cell, MessageBlock block, ref int number)
    {
        if (cell.IsEmpty && cells.Shop is null || !IsTrimmed(cell)) return false;
        if (!cell.SequenceEqual(shopBytes)) (shop, shopBytes) = (Encoding.UTF8.GetString(cell), cell.ToArray());
        number = block.ShopOf(cell.IsEmpty ? cells.Shop! : shop!);
        return true;
    }
}
