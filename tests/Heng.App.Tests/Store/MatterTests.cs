using System.Data.Common;
using Dapper;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class MatterTests
{
    private enum Step { Asked, Agreed }
    private sealed record Promise(Step What, string Who, Instant At, string Why, DateOnly? Day = null, decimal? Points = null) : MatterStep(Who, At, Why);

    private static readonly MatterKind<Promise> Promises = new("promise", p => "promise-" + p.What.ToString().ToLowerInvariant()), Others = new("other", p => "other");
    private static readonly DateOnly Day = new(2026, 10, 5);
    private static readonly Promise Asked = new(Step.Asked, "王雨桐", new(100), "换一天", Day, 2.50m), Agreed = new(Step.Agreed, "李思远", new(200), "");
    private static readonly Handover Made = new(Day, "王雨桐", "早班", true);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Steps_are_kept_in_order_with_their_decisions_and_of_two_at_once_one_is_told(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var matters = fresh.Database.Matters(Promises);
        var begun = matters.Begin(new("王雨桐", Day), Asked)!;
        Assert.Equal((1L, "promise/1"), (begun.Id, begun.Subject));
        Assert.True(matters.Append(begun, Agreed));
        Assert.False(matters.Append(begun, Agreed with { Who = "赵磊" }));
        using (var again = fresh.Again())
        {
            var kept = Assert.Single(again.Matters(Promises).All);
            Assert.Equal([Asked, Agreed], kept.Happened);
            Assert.Equal((1L, new MatterOf("王雨桐", Day)), (kept.Id, kept.Of));
        }
        Assert.Equal(["promise-asked 王雨桐 换一天", "promise-agreed 李思远 "], fresh.Database.Decisions.About("promise/1").Select(d => $"{d.What} {d.Who} {d.Why}"));
        Assert.Null(fresh.Database.Decisions.FirstBroken());
        using var connection = fresh.Database.Connect();
        Assert.Contains("append-only", Assert.ThrowsAny<DbException>(() => connection.Execute("DELETE FROM matter")).Message, StringComparison.Ordinal);
        Assert.Contains("append-only", Assert.ThrowsAny<DbException>(() => connection.Execute("UPDATE matter_event SET payload = ''")).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_matter_is_found_by_whom_it_concerns_by_its_days_and_by_its_key_within_its_kind(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var matters = fresh.Database.Matters(Promises);
        Assert.Equal(1L, matters.Begin(new("王雨桐", Day, Day.AddDays(2), "a"), Asked)!.Id);
        // One of its key there is; the key of another kind is its own.
        Assert.Null(matters.Begin(new("李思远", Day, Day, "a"), Asked));
        Assert.Equal(1L, fresh.Database.Matters(Others).Begin(new("李思远", Day, Day, "a"), Asked)!.Id);
        Assert.Equal(2L, matters.Begin(new("李思远", Day.AddDays(5)), Asked)!.Id);
        Assert.Equal(3L, matters.Begin(new("李思远", Day.AddDays(6)), Asked)!.Id);
        Assert.Equal([1L], matters.About("王雨桐").Select(m => m.Id));
        Assert.Equal(1L, matters.Find("a")!.Id);
        Assert.Null(matters.Find("b"));
        Assert.Null(matters.Find(4));
        Assert.Equal([1L], matters.Between(Day.AddDays(2), Day.AddDays(4)).Select(m => m.Id));
        Assert.Empty(matters.Between(Day.AddDays(3), Day.AddDays(4)));
        Assert.Equal([1L, 2L], matters.Between(Day.AddDays(-9), Day.AddDays(5)).Select(m => m.Id));
        // The newest first, so many of them, each with all its steps.
        Assert.Equal([3L, 2L, 1L], matters.Before(long.MaxValue, 9, DateOnly.MinValue, DateOnly.MaxValue).Select(m => m.Id));
        Assert.Equal([3L], matters.Before(long.MaxValue, 1, DateOnly.MinValue, DateOnly.MaxValue).Select(m => m.Id));
        Assert.Equal([1L], matters.Before(2, 9, DateOnly.MinValue, DateOnly.MaxValue).Select(m => m.Id));
        Assert.Equal([1L], matters.Before(long.MaxValue, 9, Day.AddDays(2), Day.AddDays(4)).Select(m => m.Id));
        Assert.Equal(matters.Find(1)!.Happened, matters.Before(2, 9, DateOnly.MinValue, DateOnly.MaxValue)[0].Happened);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_record_that_comes_true_with_a_step_is_kept_with_it_or_not_at_all(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var (matters, records) = (fresh.Database.Matters(Promises), fresh.Database.Records(RecordKinds.Handovers));
        var begun = matters.Begin(new("王雨桐", Day), Asked)!;
        Assert.True(matters.Append(begun, Agreed, KeptWith.Of(RecordKinds.Handovers, Shops.Company.Id, Made, new(7, new(200)))));
        Assert.False(matters.Append(begun, Agreed, KeptWith.Of(RecordKinds.Handovers, Shops.Company.Id, Made with { Shift = "晚班" }, new(8, new(201)))));
        Assert.Equal([Made], records.All(Shops.Company.Id));
        // The later step stands for the record, also within the same second and back again, whatever the contents hash to.
        foreach (var made in new[] { false, true, false })
        {
            Assert.True(matters.Append(matters.Find(1)!, Agreed, KeptWith.Of(RecordKinds.Handovers, Shops.Company.Id, Made with { Made = made }, new(9, new(300)))));
            Assert.Equal([Made with { Made = made }], records.All(Shops.Company.Id));
        }
    }
}
