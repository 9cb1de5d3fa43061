using System.Text;
using Heng.Engine.Records;

namespace Heng.Store.Packing;

/// <summary>
/// The texts and platform ids of sixteen conversations in a block, in the order of <see cref="DayPacking"/>.
/// Layout: rows · every text (length, UTF-8) · every id: 0 for none, else 1 + bytes shared with the id before, then the rest. Brotli 4 over all.
/// </summary>
internal static class TranscriptPacking
{
    public const int ConversationsPerBlock = 16;

    public static IEnumerable<(int Block, byte[] Payload)> Pack(DayRecords day, int[] rows, List<int> starts)
    {
        for (var c = 0; c + 1 < starts.Count; c += ConversationsPerBlock)
        {
            var end = starts[Math.Min(c + ConversationsPerBlock, starts.Count - 1)];
            yield return (c / ConversationsPerBlock, Pack(day, rows.AsSpan(starts[c], end - starts[c])));
        }
    }

    private static byte[] Pack(DayRecords day, ReadOnlySpan<int> rows)
    {
        var pack = new PackWriter(rows.Length * 64 + 64).Whole(rows.Length);
        foreach (var row in rows) pack.Text(day.Text![row]);
        byte[] before = [];
        foreach (var row in rows)
        {
            if (day.PlatformId![row] is not { } id)
            {
                pack.Whole(0);
                continue;
            }
            var bytes = Encoding.UTF8.GetBytes(id);
            var shared = before.AsSpan().CommonPrefixLength(bytes);
            pack.Whole(1 + shared).Raw(bytes.AsSpan(shared));
            before = bytes;
        }
        return pack.Compressed(4);
    }

    /// <summary>Fills texts and ids from a row on; returns the row after the block's last.</summary>
    public static int Unpack(byte[] payload, int row, string[] texts, string?[] ids)
    {
        var reader = new PackReader(PackReader.Expand(payload));
        var end = row + reader.Int();
        for (var i = row; i < end; i++) texts[i] = reader.Text();
        byte[] before = [];
        for (var i = row; i < end; i++)
        {
            var shared = reader.Int() - 1;
            if (shared < 0) continue;
            before = [.. before.AsSpan(0, shared), .. reader.Raw()];
            ids[i] = Encoding.UTF8.GetString(before);
        }
        return end;
    }
}
