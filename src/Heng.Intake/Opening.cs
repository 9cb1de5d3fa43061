using Heng.Engine.Records;
using Heng.Intake.Bytes;
using Heng.Intake.Fields;
using Heng.Intake.Quick;

namespace Heng.Intake;

/// <summary>What came of opening a file: <see cref="Refused"/> or <see cref="Opened"/>. Dispose it either way.</summary>
public abstract class Opening : IDisposable
{
    public virtual void Dispose() => GC.SuppressFinalize(this);
}

/// <summary>The file is not what it claims. Nothing changes.</summary>
public sealed class Refused(Refusal refusal) : Opening
{
    public Refusal Refusal => refusal;
}

/// <summary>A file whose format is known. Its rows can be walked once; memory stays bounded however long it is.</summary>
public sealed class Opened : Opening
{
    private readonly Layout layout;
    private readonly TextFile file;
    private readonly Records records;
    private readonly Cells cells;
    private const int MostRows = 4096;
    private bool more, walked, finished;

    internal Opened(Layout layout, TextFile file, Records records, Cells cells, bool more) =>
        (this.layout, this.file, this.records, this.cells, this.more) = (layout, file, records, cells, more);

    public Format Format => layout.Format;
    /// <summary>The encoding's name; of a workbook that it is one.</summary>
    public string Encoding => file.Encoding;
    /// <summary>When the platform made the file, if its name or the map says so.</summary>
    public Instant? ExportedAt { get; init; }
    /// <summary>The shop that was given, that the map fixes, or that the file's name says; null when each row names its own.</summary>
    public string? Shop { get; init; }
    public DateOnly? Day { get; init; }
    /// <summary>Columns of rates in a file that writes percents which hold nothing above 1: they are read as percents too, and may be fractions.</summary>
    public IReadOnlyList<string> DoubtfulRates { get; init; } = [];
    /// <summary>The days that the file as a whole is about, where it was said or its name says so.</summary>
    public (DateOnly From, DateOnly To)? Period => cells.Period;
    /// <summary>The file covers the days of its rows and none between: it has the column that says so.</summary>
    public bool CoversOwnDays => layout.Binding.Header.Any(name => name is Format.Covers or Format.CoversZh);
    public long BytesTotal => file.Length;
    public long BytesRead => finished ? file.Length : file.Position;

    public IEnumerable<Row> Rows()
    {
        var read = Walk();
        for (; more; more = records.Next()) yield return Next(read);
        finished = true;
    }

    /// <summary>The same rows of a file of messages, many at a time.</summary>
    public IEnumerable<MessageBatch> Batches()
    {
        var read = Walk();
        var quick = QuickMessages.Of(layout, file, records, cells);
        while (more)
        {
            var batch = new MessageBatch();
            while (more && batch.Rows < MostRows && batch.Messages.Length < MessageBatch.Enough)
            {
                batch.Add(Next(read));
                quick?.Take(batch.Messages, MessageBatch.Enough);
                more = records.Next();
            }
            yield return batch;
        }
        finished = true;
    }

    private RowReader Walk()
    {
        if (walked) throw new InvalidOperationException("The rows of a file are walked once; open it again.");
        walked = true;
        return layout.Format.Reader(cells);
    }

    private Row Next(RowReader read)
    {
        cells.Begin();
        if (records.Fault is { } fault) return Rejected(fault);
        if (records.Passed is { } notOurs) return Row.Dropped(records.Line, notOurs);
        if (layout.HeaderBytes.Length > 0 && Misfit() is { } misfit) return misfit;
        if (layout.Binding.Drops.Count > 0 && Dropped() is { } dropped) return dropped;
        read(out var message, out var record);
        if (cells.Passed is { } passed) return Row.Dropped(records.Line, passed);
        return cells.Failure is { } failure ? Rejected(failure) : new(records.Line, Outcome.Accepted, message, record, null, null);
    }

    /// <summary>A row of a table that cannot stand under its header: a cell too few or too many means that values stand under the wrong names.</summary>
    private Row? Misfit()
    {
        var (has, needs) = (records.Count, layout.Width);
        if (records.Field(0).IsEmpty && AllEmptyFrom(1)) return Row.Dropped(records.Line, Reasons.RowEmpty);
        if (layout.Format.HasSummaries && (SummaryRows.IsNamed(cells.Charset, Cells.Trimmed(records.Field(0))) || SummaryRows.IsNamed(cells.Charset, cells.Bare(0))))
            return Row.Dropped(records.Line, Reasons.SummaryRow);
        if (records.Raw.SequenceEqual(layout.HeaderBytes)) return Rejected(Reasons.HeaderRepeated);
        if (has < needs) return Rejected(Reasons.TooFewColumns(has, needs));
        return has > needs && !AllEmptyFrom(needs) ? Rejected(Reasons.TooManyColumns(has, needs)) : null;
    }

    private bool AllEmptyFrom(int index)
    {
        for (; index < records.Count; index++)
        {
            if (!Cells.Trimmed(records.Field(index)).IsEmpty) return false;
        }
        return true;
    }

    private Row? Dropped()
    {
        for (var i = 0; i < layout.Binding.Drops.Count; i++)
        {
            var (condition, source) = layout.Binding.Drops[i];
            if (cells.Charset.Text(cells.Source(source)) is not { } text) return Rejected(Reasons.EncodingBroken);
            switch (condition.Meets(text))
            {
                case true: return Row.Dropped(records.Line, Reasons.DroppedByMap(i + 1));
                case null: return Rejected(Reasons.DropConditionTooSlow);
            }
        }
        return null;
    }

    private Row Rejected(Reason reason) => Row.Rejected(records.Line, reason, RawText.Of(layout, records, cells.Charset));

    public override void Dispose()
    {
        records.Dispose();
        base.Dispose();
    }
}
