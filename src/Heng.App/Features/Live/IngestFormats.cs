using Heng.Engine.Records;
using Heng.Intake;
using Heng.Intake.Written;
using Heng.Store;

namespace Heng.App.Features.Live;

/// <summary>What may be sent, under which name, and how it waits for its import: as a small file of its format.</summary>
public static class IngestFormats
{
    public const string Messages = "messages-ndjson", Orders = "orders", StatusLog = "status-log", Complaints = "complaints";

    /// <summary>The events (事件) of <c>POST /api/v1/events</c>, by the name that a line gives as its <c>event</c>, and the format whose columns the line has.</summary>
    public static readonly IReadOnlyDictionary<string, string> Events = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["status"] = StatusLog, ["rating"] = "ratings", ["review"] = "reviews", ["refund"] = "refunds", ["case"] = "cases", ["complaint"] = Complaints, ["call"] = "calls", ["order-item"] = "order-items",
    };

    public static Format Of(string id) => Formats.Find(id) is { } format && SentLines.MayBeSent(format) ? format : throw new InvalidOperationException($"{id} is no format that is sent");

    /// <summary>The accepted rows as a file that an import reads back as they are.</summary>
    /// <param name="room">About how much it comes to.</param>
    public static byte[] Payload(Format format, IReadOnlyList<Row> accepted, int room = 0)
    {
        using var bytes = new MemoryStream(room);
        using (var text = new StreamWriter(bytes, leaveOpen: true))
        {
            if (format.Holds == Holding.Messages)
            {
                var lines = new MessageLines(text);
                foreach (var row in accepted) lines.Add(row.Message);
            }
            else
            {
                var table = new RecordTable(text, format);
                foreach (var row in accepted) table.Add(row.Record!);
            }
        }
        return bytes.ToArray();
    }

    public static MessageBlock BlockOf(IngestBatch batch)
    {
        var block = new MessageBlock(batch.Payload.Length);
        using var lines = new MemoryStream(batch.Payload);
        foreach (var row in SentLines.Read(lines, Of(Messages), null, new(long.MaxValue / 2)))
            if (row.Outcome == Outcome.Accepted) block.Add(row.Message);
        return block;
    }

    /// <summary>Whether anything of a batch is another than is known under its key.</summary>
    internal static bool SaysOtherwise(IngestBatch batch, SentKeys known)
    {
        var otherwise = false;
        if (batch.Format != Messages)
        {
            foreach (var record in RecordsOf<object>([batch], batch.Format)) otherwise |= known.SaysOtherwise(record);
            return otherwise;
        }
        var block = BlockOf(batch);
        for (var place = 0; place < block.Length;)
        {
            var message = block.At(ref place);
            otherwise |= known.SaysOtherwise(message, block.Shops[message.Head.Shop]);
        }
        return otherwise;
    }

    /// <summary>The records of one format that wait, in the order in which they came.</summary>
    public static IEnumerable<T> RecordsOf<T>(IEnumerable<IngestBatch> waiting, string format)
    {
        foreach (var batch in waiting.Where(b => b.Format == format))
        {
            using var table = new MemoryStream(batch.Payload);
            foreach (var record in SentLines.Table(table, Of(format))) yield return (T)record;
        }
    }

    /// <summary>A batch's file behind those of its format: the header of a table stands once.</summary>
    public static void Write(Stream into, IngestBatch batch, bool first)
    {
        var payload = batch.Payload.AsSpan();
        if (!first && batch.Format != Messages) payload = payload[(payload.IndexOf((byte)'\n') + 1)..];
        into.Write(payload);
    }
}
