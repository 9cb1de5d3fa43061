using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Heng.Engine.Quality.Sampling;

/// <summary>A reception or call that may be drawn, with what its stratum is made of. Line is the person's position, Hour that of its beginning by the shop's clock.</summary>
public sealed record FrameItem(string Id, DateOnly Day, int Hour, string Agent, string Group, string Line, bool Risk);

/// <summary>What two frames don't have in common, by id.</summary>
public sealed record FrameDifference(IReadOnlyList<string> Gone, IReadOnlyList<string> Added, IReadOnlyList<string> Changed)
{
    public bool IsNone => Gone.Count + Added.Count + Changed.Count == 0;
}

/// <summary>
/// All that could have been drawn in a period (抽样框), by id, each once. Its text is a line an item, fields between tabs, and its hash SHA-256 of that text: the same items in any order are the same frame.
/// </summary>
public sealed class SamplingFrame
{
    private const int Fields = 7;

    private SamplingFrame(IReadOnlyList<FrameItem> items)
    {
        Items = items;
        Text = string.Concat(items.Select(i => $"{i.Id}\t{i.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\t{i.Hour.ToString(CultureInfo.InvariantCulture)}\t{i.Agent}\t{i.Group}\t{i.Line}\t{(i.Risk ? "1" : "0")}\n"));
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
    }

    public IReadOnlyList<FrameItem> Items { get; }
    public string Text { get; }
    public string Hash { get; }

    public static SamplingFrame Of(IEnumerable<FrameItem> items) =>
        new([.. items.Select(Plain).OrderBy(i => i.Id, StringComparer.Ordinal).DistinctBy(i => i.Id)]);

    public static SamplingFrame Parse(string text) => Of(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t') is { Length: Fields } f
        ? new FrameItem(f[0], DateOnly.ParseExact(f[1], "yyyy-MM-dd", CultureInfo.InvariantCulture), int.Parse(f[2], CultureInfo.InvariantCulture), f[3], f[4], f[5], f[6] == "1")
        : throw new FormatException("a line of a frame has seven fields")));

    /// <summary>What the records give now beside what was drawn from.</summary>
    public FrameDifference To(SamplingFrame now)
    {
        var (before, after) = (Items.ToDictionary(i => i.Id, StringComparer.Ordinal), now.Items.ToDictionary(i => i.Id, StringComparer.Ordinal));
        return new([.. Items.Select(i => i.Id).Where(id => !after.ContainsKey(id))], [.. now.Items.Select(i => i.Id).Where(id => !before.ContainsKey(id))],
            [.. Items.Where(i => after.TryGetValue(i.Id, out var other) && other != i).Select(i => i.Id)]);
    }

    // A tab or line break within a name would be a field or line of its own.
    private static FrameItem Plain(FrameItem item) => item with { Id = Plain(item.Id), Agent = Plain(item.Agent), Group = Plain(item.Group), Line = Plain(item.Line) };
    private static string Plain(string text) => text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');
}
