using System.Data.Common;
using Dapper;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class AppealRecordTests
{
    private static readonly DateOnly Day = new(2026, 10, 5);
    private static readonly AppealHappening Raised = new(AppealEvent.Raised, "王雨桐", new(100), "是我谈的"), Refused = new(AppealEvent.Refused, "陈静", new(200), "聊天里不是"), Accepted = new(AppealEvent.Accepted, "陈静", new(200), "有记录");
    private static readonly Moved[] Moves = [new(new(2026, 10), "李思远", new(90m, "A", 1, 6000.5m), new(85.25m, "B", 2, null))];

    private static KeptAppeal? Raise(Database database, IReadOnlyList<KeptAppeal> seen) => database.Appeals.Raise("小店", CorrectedFact.Order, "1", Day, new("王雨桐"), Raised, seen);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void What_happens_is_kept_in_order_with_its_decisions_and_of_two_at_once_one_is_told(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var appeals = fresh.Database.Appeals;
        var raised = Raise(fresh.Database, [])!;
        Assert.Equal((1L, "appeal/1"), (raised.Id, raised.Subject));
        // Who saw nothing of it yet comes second, and nothing of theirs is kept.
        Assert.Null(Raise(fresh.Database, []));
        Assert.True(appeals.Append(raised, Refused));
        Assert.False(appeals.Append(raised, Accepted));
        using (var again = fresh.Again())
        {
            var kept = Assert.Single(again.Appeals.All);
            Assert.Equal([Raised, Refused], kept.State.Happened);
            Assert.Equal((1L, "小店", CorrectedFact.Order, "1", Day, new AppealWish("王雨桐")), (kept.Id, kept.Shop, kept.Kind, kept.Fact, kept.Day, kept.Wish));
            Assert.Null(kept.Moved);
        }
        Assert.Equal(["appeal-raised 是我谈的", "appeal-refused 聊天里不是"], fresh.Database.Decisions.About("appeal/1").Select(d => $"{d.What} {d.Why}"));
        Assert.Null(fresh.Database.Decisions.FirstBroken());
        Assert.Equal([1L], appeals.By("王雨桐").Select(a => a.Id));
        Assert.Equal([1L], appeals.About(CorrectedFact.Order, "1").Select(a => a.Id));
        Assert.Empty(appeals.About(CorrectedFact.Review, "1"));
        // Another may appeal about the same fact once the first was answered, having seen it.
        Assert.Equal(2L, Raise(fresh.Database, appeals.About(CorrectedFact.Order, "1"))!.Id);
        using var connection = fresh.Database.Connect();
        Assert.Contains("append-only", Assert.ThrowsAny<DbException>(() => connection.Execute("DELETE FROM appeal")).Message, StringComparison.Ordinal);
        Assert.Contains("append-only", Assert.ThrowsAny<DbException>(() => connection.Execute("UPDATE appeal_event SET why = ''")).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void An_acceptance_its_correction_and_its_decision_are_kept_together_or_not_at_all(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var (database, appeals) = (fresh.Database, fresh.Database.Appeals);
        var (shop, raised) = (database.Shops.GetOrAdd("小店").Id, Raise(database, [])!);
        var correction = new Correction("小店", CorrectedFact.Order, "1", Day, "有记录", "陈静", new(200), raised.Subject) { Person = "王雨桐" };
        Assert.True(appeals.Append(raised, Accepted, new(shop, correction, new(7, new(200)), Moves)));
        Assert.False(appeals.Append(raised, Accepted with { Who = "人事" }, new(shop, correction with { Person = "赵磊", At = new(201) }, new(8, new(201)), Moves)));
        Assert.Equal([correction], database.Records(RecordKinds.Corrections).All(shop));
        Assert.Equal(Moves, appeals.Find(1)!.Moved);
        Assert.Single(database.Decisions.About("appeal/1"), d => d.What == "appeal-accepted");
        // The same again, as an import brings it, is a duplicate.
        Assert.Equal(1, database.Records(RecordKinds.Corrections).Merge(shop, [correction], new(900), 9).Duplicate);
    }
}
