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
        foreach (var row in rows) pack.Text(day.Text![row]);
        Span<byte> before = stackalloc byte[256], now = stackalloc byte[256];
        var kept = 0;
        foreach (var row in rows)
        {
            if (day.PlatformId![row] is not { } id)
            {
                pack.Whole(0);
                continue;
            }
            var bytes = Encoding.UTF8.GetByteCount(id) <= now.Length ? now[..Encoding.UTF8.GetBytes(id, now)] : Encoding.UTF8.GetBytes(id);
            var shared = before[..kept].CommonPrefixLength(bytes);
            pack.Whole(1 + shared).Raw(bytes[shared..]);
            kept = Math.Min(bytes.Length, before.Length);
            bytes[..kept].CopyTo(before);
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
