using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Features.Live;

/// <summary>What became of a sending. Lines = accepted + duplicate + rejected + dropped; every line that was not taken stands in Others with its reason.</summary>
public sealed record Ingested(long Lines, long Accepted, long Duplicate, IReadOnlyList<Row> Others);

/// <summary>
/// Takes what a program sends: reads it as an import reads a file, shows it, keeps it, and only then says so. A duplicate is a message that today already holds; that one of another day,
/// or a record, is known is found by its import.
/// </summary>
public sealed class Ingest(Database database, GroupCommit commit, LiveBook book, TimeProvider time)
{
    private long nextMicros;

    /// <summary>Null where too much waits to be kept.</summary>
    public async Task<Ingested?> Take(IReadOnlyList<SentPart> parts, string? shop, string? only, string by)
    {
        var micros = Micros(parts.Sum(p => (long)p.Count));
        var received = new Instant(micros / 1_000_000);
        var others = new List<Row>();
        var batches = new List<IngestBatch>();
        var complaints = new List<Complaint>();
        var block = new MessageBlock(Math.Max(1 << 12, parts.Where(p => p.Format.Holds == Holding.Messages).Sum(p => p.Lines.Count)));
        long lines = 0;
        // The first sending of all names the shops; from then on one that nobody knows is a slip of the pen.
        var open = only is null && database.Shops.All is { Count: > 0 } shops ? shops.Select(s => s.Name).ToHashSet(StringComparer.Ordinal) : null;
        foreach (var part in parts)
        {
            var accepted = new List<Row>();
            using var text = new MemoryStream(part.Lines.Array!, part.Lines.Offset, part.Lines.Count);
            foreach (var row in SentLines.Read(text, part.Format, shop ?? only, received, micros, only, open))
            {
                lines++;
                if (row.Outcome == Outcome.Accepted) accepted.Add(row);
                else others.Add(row with { Line = part.NumberOf(row.Line) });
            }
            if (accepted.Count == 0) continue;
            if (part.Format.Holds == Holding.Messages)
                foreach (var row in accepted) block.Add(row.Message);
            if (part.Format.Holds == Holding.StatusLog) book.Take([.. accepted.Select(r => (StatusChange)r.Record!)]);
            if (part.Format.Holds == Holding.Complaints) complaints.AddRange(accepted.Select(r => (Complaint)r.Record!));
            foreach (var version in Versions(accepted)) batches.Add(new(0, part.Format.Id, by, micros, version.Count, IngestFormats.Payload(part.Format, version, (int)((long)part.Lines.Count * version.Count / accepted.Count))));
        }
        var known = 0;
        if (batches.Count > 0)
        {
            // A shop's day that is opened loads what is kept: it is opened before this is.
            book.Prepare(block);
            if (commit.Keep(batches) is not { } keeping) return null;
            if (block.Count > 0) known = book.Take(block, received);
            try
            {
                await keeping;
                book.Kept(block);
                // A warning is not raised of what was not kept.
                book.Take(complaints);
            }
            catch
            {
                book.Lost(block);
                throw;
            }
        }
        return new(lines, lines - others.Count - known, known, [.. others.OrderBy(o => o.Line)]);
    }

    /// <summary>In order, a list anew wherever something is said otherwise that the list has.</summary>
    private static List<List<Row>> Versions(List<Row> accepted)
    {
        var (versions, known) = (new List<List<Row>> { new() }, new SentKeys());
        foreach (var row in accepted)
        {
            if (Otherwise(row))
            {
                versions.Add([]);
                known.Clear();
                _ = Otherwise(row);
            }
            versions[^1].Add(row);
        }
        return versions;

        bool Otherwise(Row row) => row.Record is { } record ? known.SaysOtherwise(record) : known.SaysOtherwise(row.Message);
    }

    /// <summary>The moment, or the next number behind what was given out: messages of one second stay in the order in which they were sent, and each line takes one.</summary>
    private long Micros(long lines)
    {
        var now = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        while (true)
        {
            var free = Interlocked.Read(ref nextMicros);
            var mine = Math.Max(now, free);
            if (Interlocked.CompareExchange(ref nextMicros, mine + lines + 1, free) == free) return mine;
        }
    }
}
