using System.Data.Common;
using Dapper;
using Heng.Engine.Appraisal;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class AppraisalRecordTests
{
    private static readonly AppraisalOf October = new("s2", Cycle.Month, new(2026, 10));
    private static readonly ToDo Ann = new("confirm", "ann", "self", "ann");

    private static readonly Happening[] Two =
    [
        new(AppraisalEvent.Ended, "collect", null, "人事", new(100), "3 日前发工资"),
        new(AppraisalEvent.Objected, "confirm", Ann, "ann", new(200), "那一单是我的"),
    ];
    private static readonly Happening Given = new(AppraisalEvent.Delegated, "approve", new("approve", "ann", "manager", null), "店长", new(300), "休假", "副店长");

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void What_happens_is_kept_in_order_with_its_decisions_and_of_two_at_once_one_is_told(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var kept = fresh.Database.Appraisals;
        Assert.Equal((0, 0), kept.Of(October) is var none ? (none.Version, none.Happened.Count) : default);
        Assert.True(kept.Append(October, 3, 0, Two, [("appraisal-ended", Two[0]), ("appraisal-objected", Two[1])]));
        // Who saw nothing yet comes second, and nothing of theirs is kept.
        Assert.False(kept.Append(October, 3, 0, [Given], [("appraisal-delegated", Given)]));
        Assert.True(kept.Append(October, 3, 2, [Given], []));
        using (var again = fresh.Again())
            Assert.Equal((3, (Happening[])[.. Two, Given]), again.Appraisals.Of(October) is var log ? (log.Version, [.. log.Happened]) : default, new Same());
        Assert.Equal(["collect 3 日前发工资", "confirm ann 那一单是我的"], fresh.Database.Decisions.About(October.Subject).Select(d => d.Why));
        Assert.Null(fresh.Database.Decisions.FirstBroken());
        Assert.Empty(kept.Of(October with { Cycle = Cycle.Quarter }).Happened);
        using var connection = fresh.Database.Connect();
        Assert.Contains("append-only", Assert.ThrowsAny<DbException>(() => connection.Execute("DELETE FROM appraisal_event")).Message, StringComparison.Ordinal);
    }

    private sealed class Same : IEqualityComparer<(int Version, Happening[] Happened)>
    {
        public bool Equals((int Version, Happening[] Happened) one, (int Version, Happening[] Happened) other) => one.Version == other.Version && one.Happened.SequenceEqual(other.Happened);
        public int GetHashCode((int Version, Happening[] Happened) of) => of.Version;
    }
}
