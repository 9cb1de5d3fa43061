using System.Data.Common;
using Dapper;
using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class NoticeTests
{
    private static Notice Waits(string to, string occasion, long at, string days = "2") => new(to, "waited-for", occasion, new Dictionary<string, string> { ["days"] = days }, "/month/2026-09/appraisal", new(at));

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void An_occasion_is_told_to_somebody_once(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var notices = fresh.Database.Notices;
        Assert.Equal(2, notices.Tell([Waits("陈佳怡", "2026-09/score", 100), Waits("李思远", "2026-09/score", 100)]).Count);
        Assert.Equal(["2026-09/approve"], notices.Tell([Waits("陈佳怡", "2026-09/score", 200, "1"), Waits("陈佳怡", "2026-09/approve", 200)]).Select(n => n.Occasion));
        Assert.Equal([("2026-09/approve", 200L, "2"), ("2026-09/score", 100L, "2")], notices.Of("陈佳怡", 10).Select(n => (n.Notice.Occasion, n.Notice.At.UnixSeconds, n.Notice.Words["days"])));
        Assert.Single(notices.Of("陈佳怡", 1));
        Assert.Empty(notices.Of("nobody", 10));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void What_was_read_stays_read_and_what_comes_later_is_not(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var notices = fresh.Database.Notices;
        notices.Tell([Waits("陈佳怡", "a", 100), Waits("陈佳怡", "b", 101), Waits("李思远", "a", 102)]);
        Assert.Equal((2, 1), (notices.UnreadOf("陈佳怡"), notices.UnreadOf("李思远")));
        var newest = notices.Of("陈佳怡", 10)[0].Number;
        notices.ReadTo("陈佳怡", newest);
        notices.ReadTo("陈佳怡", newest - 1); // an older page, sent late
        Assert.Equal((0, 1), (notices.UnreadOf("陈佳怡"), notices.UnreadOf("李思远")));
        notices.Tell([Waits("陈佳怡", "c", 103)]);
        Assert.Equal([("c", false), ("b", true), ("a", true)], notices.Of("陈佳怡", 10).Select(n => (n.Notice.Occasion, n.Read)));
        using var connection = fresh.Database.Connect();
        Assert.Contains("append-only", Assert.ThrowsAny<DbException>(() => connection.Execute("UPDATE notice SET words = '{}'")).Message, StringComparison.Ordinal);
    }
}
