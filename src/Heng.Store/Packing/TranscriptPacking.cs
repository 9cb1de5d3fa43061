using Heng.Engine.Records;

namespace Heng.Store.Packing;

/// <summary>
/// The texts and platform ids of sixteen conversations in a block, in the order of <see cref="DayPacking"/>.
/// Layout: rows · every text (length, UTF-8) · every id: 0 for none, else 1 + bytes shared with the id before, then the rest. Brotli 4 over all.
/// </summary>
internal static class TranscriptPacking
{
    public const int ConversationsPerBlock = 16;
    private const int MostShared = 256;

    /// <summary>The blocks in order. Compressing is most of a day's packing, and no block needs another.</summary>
    public static byte[][] Pack(DayRecords day, int[] rows, List<int> starts)
    {
        var blocks = new byte[(starts.Count - 1 + ConversationsPerBlock - 1) / ConversationsPerBlock][];
        Parallel.For(0, blocks.Length, () => new PackWriter(16 << 10), (block, _, pack) =>
        {
            var (first, end) = (starts[block * ConversationsPerBlock], starts[Math.Min((block + 1) * ConversationsPerBlock, starts.Count - 1)]);
            blocks[block] = Pack(pack.Clear(), day, rows.AsSpan(first, end - first));
            return pack;
        }, _ => { });
        return blocks;
    }

    private static byte[] Pack(PackWriter pack, DayRecords day, ReadOnlySpan<int> rows)
    {
        pack.Whole(rows.Length);
        foreach (var row in rows) pack.Raw(day.Text![row].Bytes);
        ReadOnlySpan<byte> before = [];
        foreach (var row in rows)
        {
            var id = day.PlatformId![row];
            if (id.IsNone)
            {
                pack.Whole(0);
                continue;
            }
            var shared = before.CommonPrefixLength(id.Bytes);
            pack.Whole(1 + shared).Raw(id.Bytes[shared..]);
            before = id.Bytes[..Math.Min(id.Bytes.Length, MostShared)];
        }
        return pack.Compressed(4);
    }

    /// <summary>Fills texts and ids from a row on; returns the row after the block's last.</summary>
    public static int Unpack(byte[] payload, int row, Utf8Text[] texts, Utf8Text[] ids)
    {
        var bytes = PackReader.Expand(payload);
        var reader = new PackReader(bytes);
        var end = row + reader.Int();
        // The texts stay where they were expanded.
        for (var i = row; i < end; i++) texts[i] = reader.Text(bytes);
        byte[] before = [];
        for (var i = row; i < end; i++)
        {
            var shared = reader.Int() - 1;
            if (shared < 0) continue;
            before = [.. before.AsSpan(0, shared), .. reader.Raw()];
            ids[i] = Utf8Text.Of(before);
        }
        return end;
    }
}
