using Heng.Engine.Records;

namespace Heng.Engine.Tests.Records;

public sealed class MergeTests
{
    private static readonly Instant Nine = new(9), Ten = new(10);

    private static Versioned<string> Version(string key, ulong content, Instant? exported, long import = 1) => new(key, content, exported, import, key + content);
    private static MergeOutcome<string> Of(params Versioned<string>[] incoming) => Merge.Apply([], [], incoming);

    [Fact]
    public void The_later_export_stands_whichever_came_first()
    {
        Assert.Equal(1ul, Of(Version("a", 2, Nine), Version("a", 1, Ten)).Kept.Single().Content);
        Assert.Equal(1ul, Of(Version("a", 1, Ten), Version("a", 2, Nine)).Kept.Single().Content);
    }

    [Fact]
    public void A_file_without_an_export_time_is_earlier_than_any_that_has_one()
    {
        Assert.Equal(1ul, Of(Version("a", 1, new Instant(long.MinValue)), Version("a", 2, null)).Kept.Single().Content);
        Assert.Equal(1ul, Of(Version("a", 2, null), Version("a", 1, new Instant(long.MinValue))).Kept.Single().Content);
    }

    [Fact]
    public void Of_equal_exports_the_larger_content_hash_stands()
    {
        Assert.Equal(2ul, Of(Version("a", 1, Ten), Version("a", 2, Ten)).Kept.Single().Content);
        Assert.Equal(2ul, Of(Version("a", 2, Ten), Version("a", 1, Ten)).Kept.Single().Content);
        Assert.Equal(2ul, Of(Version("a", 2, null), Version("a", 1, null)).Kept.Single().Content);
    }

    [Fact]
    public void What_lost_is_superseded_and_told_apart_from_what_is_known_already()
    {
        // 1 new, 2 replaces it, 1 again is a duplicate, 0 arrives too late to stand.
        var outcome = Of(Version("a", 1, Nine), Version("a", 2, Ten), Version("a", 1, Nine), Version("a", 0, Nine));
        Assert.Equal(new MergeCounts(New: 1, Replaced: 1, Outdated: 1, Duplicate: 1), outcome.Counts);
        Assert.Equal(3, outcome.Counts.Accepted);
        Assert.Equal([0ul, 1ul], outcome.Superseded.Select(s => s.Content));
    }

    [Fact]
    public void An_old_content_exported_anew_stands_again()
    {
        var known = Of(Version("a", 1, new Instant(8)), Version("a", 2, Nine));
        var outcome = Merge.Apply(known.Kept, known.Superseded, [Version("a", 1, Ten, import: 3)]);
        Assert.Equal((1ul, Ten, 3L), (outcome.Kept.Single().Content, outcome.Kept.Single().Exported!.Value, outcome.Kept.Single().Import));
        Assert.Equal(2ul, outcome.Superseded.Single().Content);
        Assert.Equal(1, outcome.Counts.Duplicate);
    }

    [Fact]
    public void A_repetition_changes_nothing_and_names_no_key()
    {
        var known = Of(Version("a", 1, Nine), Version("b", 2, Nine));
        var again = Merge.Apply(known.Kept, known.Superseded, [Version("b", 2, Nine, import: 9), Version("a", 1, null, import: 9)]);
        Assert.Empty(again.ChangedKeys);
        Assert.Equal(2, again.Counts.Duplicate);
    }
}
