namespace Heng.Intake.Quick;

/// <summary>
/// Cuts a row of a table into cells by its <see cref="Marks"/>, if it is one line that ends here, has as many cells as the header and quotes only around whole cells.
/// Every other row is for <see cref="Bytes.DelimitedRecords"/>, which defines what a row is.
/// </summary>
internal sealed class QuickRow(Marks marks, byte delimiter, int width)
{
    private const byte Quote = (byte)'"', LineEnd = (byte)'\n';
    private readonly int[] starts = new int[width], ends = new int[width];

    /// <summary>The cell of a column of the file; empty where it is below 0.</summary>
    public ReadOnlySpan<byte> Cell(ReadOnlySpan<byte> run, int index) => index < 0 ? default : run[starts[index]..ends[index]];

    /// <summary>Cuts the row that starts at a place, its first mark being the given one. Where the next row starts, and its mark; no place where the row is not plain.</summary>
    public int Cut(ReadOnlySpan<byte> run, int at, ref int mark)
    {
        for (var cell = 0; cell < width; cell++)
        {
            var start = at;
            var end = -1;
            if (mark < marks.Count && marks[mark] == at && run[at] == Quote)
            {
                end = Closing(run, ref mark);
                if (end < 0) return -1;
                (start, at) = (at + 1, end + 1);
            }
            if (mark == marks.Count) return -1;
            var stop = marks[mark++];
            if (run[stop] == LineEnd) return cell == width - 1 && Last(run, start, end, at, stop) ? stop + 1 : -1;
            if (run[stop] != delimiter || cell == width - 1 || end >= 0 && stop != at) return -1;
            (starts[cell], ends[cell]) = (start, end < 0 ? stop : end);
            at = stop + 1;
        }
        return -1;
    }

    private bool Last(ReadOnlySpan<byte> run, int start, int close, int at, int stop)
    {
        if (stop > at && run[stop - 1] == (byte)'\r') stop--;
        (starts[width - 1], ends[width - 1]) = (start, close < 0 ? stop : close);
        return close < 0 || stop == at;
    }

    /// <summary>The closing quote of a cell without doubled quotes and line ends.</summary>
    private int Closing(ReadOnlySpan<byte> run, ref int mark)
    {
        for (mark++; mark < marks.Count; mark++)
        {
            var place = marks[mark];
            if (run[place] == delimiter) continue;
            if (run[place] != Quote) return -1;
            mark++;
            return place + 1 < run.Length && run[place + 1] != Quote ? place : -1;
        }
        return -1;
    }
}
