using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class KeptRecordTests
{
    private static readonly RecordKind<Reported> Other = RecordKinds.Reported with { Name = "other" };
    private static readonly Instant Nine = new(1_790_000_000);

    private static Reported Row(string account, int from, int to, params ReportedFigure[] figures) =>
        new("店", "chitu-workload", account, new(2026, 10, from), new(2026, 10, to), figures);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Two_kinds_keep_the_same_key_apart_in_one_table(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var (reported, other) = (fresh.Database.Records(RecordKinds.Reported), fresh.Database.Records(Other));
        Assert.Equal(new MergeCounts(1, 0, 0, 0), reported.Merge(1, [Row("ann", 1, 1, new ReportedFigure("consulted", 5m))], null, 1));
        Assert.Equal(new MergeCounts(1, 0, 0, 0), other.Merge(1, [Row("ann", 1, 1, new ReportedFigure("consulted", 7m))], null, 1));
        Assert.Equal(new MergeCounts(0, 1, 0, 0), reported.Merge(1, [Row("ann", 1, 1, new ReportedFigure("consulted", 6m))], Nine, 2));
        Assert.Equal(6m, reported.All(1)[0].Figures[0].Value);
        Assert.Equal(7m, other.All(1)[0].Figures[0].Value);
        Assert.Equal([Nine], reported.DatedBetween(1, new(2026, 10, 1), new(2026, 10, 1)).Select(r => r.Exported));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_record_is_found_by_any_day_it_speaks_of_and_by_none_beside(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var reported = fresh.Database.Records(RecordKinds.Reported);
        reported.Merge(1, [Row("ann", 5, 9)], null, 1);
        Assert.Single(reported.Between(1, new(2026, 10, 9), new(2026, 10, 20)));
        Assert.Single(reported.Between(1, new(2026, 10, 1), new(2026, 10, 5)));
        Assert.Empty(reported.Between(1, new(2026, 10, 10), new(2026, 10, 20)));
        Assert.Empty(reported.Between(1, new(2026, 10, 1), new(2026, 10, 4)));
        Assert.Empty(reported.Between(2, new(2026, 10, 5), new(2026, 10, 9)));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_figure_without_data_stays_missing_and_what_gave_way_is_kept(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var reported = fresh.Database.Records(RecordKinds.Reported);
        reported.Merge(1, [Row("ann", 1, 1, new ReportedFigure("sales", null))], null, 1);
        Assert.Null(reported.All(1)[0].Figures[0].Value);
        Assert.Equal(new MergeCounts(0, 0, 0, 1), reported.Merge(1, [Row("ann", 1, 1, new ReportedFigure("sales", null))], Nine, 2));
        Assert.Equal(new MergeCounts(0, 0, 1, 0), reported.Merge(1, [Row("ann", 1, 1, new ReportedFigure("sales", 0m))], null, 3));
        Assert.Null(reported.All(1)[0].Figures[0].Value);
    }
}
