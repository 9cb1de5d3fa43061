using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Records;

/// <summary>Order, splitting and repetition of imports never show in what stands or in what is superseded.</summary>
public sealed class MergePropertyTests
{
    private static readonly DateOnly Day = new(2026, 10, 9);
    private static readonly Instant Start = ShopClock.Shanghai.StartOf(Day);

    /// <summary>One line of a file: few ids, texts and export times, so that keys collide all the time.</summary>
    public sealed record Line(int Id, int Text, int Exported, int Sequence);

    private static readonly Gen<Line[]> Lines =
        Gen.ArrayOf(from id in Gen.Choose(0, 3) from text in Gen.Choose(0, 3) from exported in Gen.Choose(0, 3) from sequence in Gen.Choose(0, 9) select new Line(id, text, exported, sequence));

    private static readonly Arbitrary<(Line[] Lines, int Seed)> Cases = (from lines in Lines from seed in Gen.Choose(0, 1_000_000) select (lines, seed)).ToArbitrary();

    [Fact]
    public void Any_order_splitting_and_repetition_of_a_days_imports_gives_the_same_day() =>
        Prop.ForAll(Cases, c => DayState([c.Lines]) == DayState(Scattered(c.Lines, c.Seed))).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Any_order_splitting_and_repetition_of_small_records_gives_the_same_records() =>
        Prop.ForAll(Cases, c => RecordState([c.Lines]) == RecordState(Scattered(c.Lines, c.Seed))).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Every_line_is_counted_once() =>
        Prop.ForAll(Cases, c => MergeDay.Apply(DayRecords.Empty(Day, Start), [], File(c.Lines)).Counts is var n && n.Accepted + n.Duplicate == c.Lines.Length)
            .Check(Config.QuickThrowOnFailure);

    /// <summary>The lines in another order, some twice, cut into files.</summary>
    private static List<Line[]> Scattered(Line[] lines, int seed)
    {
        ulong Roll(int i, ulong salt) => StableHash.Mix(((ulong)seed << 20) + ((ulong)i << 4) + salt);
        var twice = lines.Concat(lines.Where((_, i) => Roll(i, 1) % 3 == 0)).ToList();
        var shuffled = twice.Select((line, i) => (line, i)).OrderBy(p => Roll(p.i, 2)).Select(p => p.line).ToList();
        var size = 1 + (int)(Roll(0, 3) % 4);
        return [.. shuffled.Chunk(size)];
    }

    private static DayRecords File(Line[] lines)
    {
        var columns = new MergeDayColumns(Day, Start);
        foreach (var line in lines)
        {
            // Id 0 is a message without one: its text is its key.
            var message = new Message("店", "ann", "店:小雨", Start.Plus(60), Sender.Buyer, MessageKind.Text, null, "话" + line.Text, line.Id == 0 ? null : "m" + line.Id, line.Sequence);
            columns.Add(message, 1, 1, 0, new(line.Exported, line.Exported == 0 ? null : new Instant(line.Exported)));
        }
        return columns.Build();
    }

    private static string DayState(IEnumerable<Line[]> files)
    {
        var outcome = new MergeDayOutcome(DayRecords.Empty(Day, Start), [], default);
        foreach (var file in files) outcome = MergeDay.Apply(outcome.Records, outcome.Superseded, File(file));
        var d = outcome.Records;
        var kept = Enumerable.Range(0, d.Count).Select(i => $"{d.PlatformId![i]} {d.Text![i]} {d.Sequence[i]} {d.Sources[d.Source[i]].Exported}").Order(StringComparer.Ordinal);
        var superseded = outcome.Superseded.Select(s => $"{s.PlatformId} {s.Text} {s.Sequence} {s.Source.Exported}").Order(StringComparer.Ordinal);
        return string.Join('\n', kept) + "\n--\n" + string.Join('\n', superseded);
    }

    private static string RecordState(IEnumerable<Line[]> files)
    {
        var (kept, superseded) = (new Dictionary<string, Versioned<int>>(), new List<Versioned<int>>());
        foreach (var file in files)
        {
            var outcome = Merge.Apply(kept.Values, superseded, file.Select(l =>
                new Versioned<int>("k" + l.Id, (ulong)l.Text, l.Exported == 0 ? null : new Instant(l.Exported), l.Exported, l.Text)));
            foreach (var version in outcome.Kept) kept[version.Key] = version;
            superseded.RemoveAll(s => outcome.ChangedKeys.Contains(s.Key));
            superseded.AddRange(outcome.Superseded);
        }
        return string.Join('\n', kept.Values.Concat(superseded).Select((v, i) => $"{(kept.ContainsValue(v) ? "kept" : "old")} {v.Key} {v.Content} {v.Exported} {v.Import}").Order(StringComparer.Ordinal));
    }
}
