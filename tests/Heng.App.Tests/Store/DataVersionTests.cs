using Heng.App.Features.Months;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class DataVersionTests
{
    private static readonly Month October = new(2026, 10);
    private static Entry Marked(decimal points) => new(October, "王雨桐", "服务态度", "leader", points, null, "赵");

    /// <summary>Written as another process would, through a database of its own.</summary>
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Whatever_a_month_is_made_of_changes_the_stamp_and_an_account_does_not(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        using var other = fresh.Again();
        using var version = new DataVersion(fresh.Database);
        (string Now, string? Content) Stamps() => (version.Now(), version.Content());
        var last = Stamps();
        void Changes(bool content, Action write)
        {
            write();
            var next = Stamps();
            Assert.NotEqual(last.Now, next.Now);
            Assert.Equal(content, last.Content != next.Content);
            last = next;
        }
        Changes(false, () => other.Users.Add(new(0, "somebody", null, "Qa", null, null, null, "", null, new(1), false)));
        Changes(true, () => other.Entries.Merge([Marked(8)], null, 0));
        Changes(true, () => other.Entries.Merge([Marked(9)], new Instant(1), 0));
        Changes(true, () => other.Attendances.Merge([new(October, "王雨桐", 22, 20)], null, 0));
        Changes(true, () => other.Adjustments.Merge([new(October, "王雨桐", AdjustmentKind.Reward, 50, "好", "hr", "manager")], null, 0));
        Changes(true, () => other.People.Import([new("王雨桐", ["店:小雨"], "一组", "售前", 4000m, October.First, null)], null, 0));
        Changes(true, () => other.Plans.Publish("s4-ksf", "id: x", new(1), "manager"));
        Changes(true, () => other.Decisions.Append(new(1), "hr", "month-prepared", "month/2026-10", "hash"));
        Changes(true, () => other.CustomMetrics.Define(new("a", 0, October.First, new("甲", "A"), Engine.Explanation.Unit.None, Engine.Metrics.Better.None, "orders"), new(1), "hr"));
        var import = 0L;
        Changes(true, () => import = other.Imports.Begin(null, "a.csv", "messages-csv", "0", 1, null, new(1), "hr"));
        Assert.Null(version.Content());
        Changes(true, () => other.Imports.Finish(import, default, [], new(2)));
        Assert.NotNull(version.Content());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Without_a_write_the_content_stays(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        using var version = new DataVersion(fresh.Database);
        var content = version.Content();
        Assert.NotNull(content);
        _ = fresh.Database.Shops.All;
        Assert.Equal(content, version.Content());
    }
}
