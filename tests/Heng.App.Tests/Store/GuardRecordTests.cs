using System.Data.Common;
using Dapper;
using Heng.Engine.Pay.Guard;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class GuardRecordTests
{
    private static readonly Instant Now = new(1_790_000_000);
    private static readonly Month October = new(2026, 10);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void The_last_setting_is_in_force_and_every_one_stays(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var guard = fresh.Database.Guard;
        Assert.Equal(GuardSetting.Default, guard.Setting);
        guard.Set(new("上海", 15, 0.305m, 0.8m), Now, "hr");
        guard.Set(new(null, 0, 0m, 1m), Now, "manager");
        Assert.Equal(new GuardSetting(null, 0, 0m, 1m), guard.Setting);
        Assert.Equal([(new GuardSetting(null, 0, 0m, 1m), "manager"), (new GuardSetting("上海", 15, 0.305m, 0.8m), "hr")], guard.Settings.Select(s => (s.Setting, s.By)));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_finding_is_acknowledged_once_as_it_stands_and_again_when_it_changed(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var guard = fresh.Database.Guard;
        var given = new GuardAcknowledgement(October, "minimum-wage", "王雨桐", "a1", "下月补足", Now, "hr");
        Assert.True(guard.Acknowledge(given));
        Assert.False(guard.Acknowledge(given with { Reason = "另一个原因", Who = "manager" }));
        Assert.True(guard.Acknowledge(given with { Stamp = "a2", At = Now.Plus(60) }));
        Assert.Equal(["下月补足", "下月补足"], guard.Acknowledged(October).Select(a => a.Reason));
        Assert.Equal(["a1", "a2"], guard.Acknowledged(October).Select(a => a.Stamp));
        Assert.Empty(guard.Acknowledged(October.Plus(1)));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Neither_is_changed_or_removed(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        fresh.Database.Guard.Set(GuardSetting.Default, Now, "hr");
        fresh.Database.Guard.Acknowledge(new(October, "base-share", "s1", "a1", "新店", Now, "hr"));
        using var connection = fresh.Database.Connect();
        foreach (var sql in new[] { "UPDATE guard_setting SET place = 'x'", "DELETE FROM guard_setting", "UPDATE guard_acknowledgement SET reason = 'x'", "DELETE FROM guard_acknowledgement" })
            Assert.Contains("append-only", Assert.ThrowsAny<DbException>(() => connection.Execute(sql)).Message, StringComparison.Ordinal);
    }
}
