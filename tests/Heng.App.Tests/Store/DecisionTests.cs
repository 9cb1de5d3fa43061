using System.Data.Common;
using Dapper;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class DecisionTests
{
    private static readonly Instant Now = new(1_790_000_000);
    private static readonly Month October = new(2026, 10);

    private static void Filled(Database database)
    {
        database.Decisions.Append(Now, "赵敏", "approve", "score/2026-10/王雨桐", "");
        database.Decisions.Append(Now.Plus(1), "赵敏", "close", "month/2026-10", "月结");
        database.ClosedMonths.Close(1, October, "closed", "{\"net\":5820.35}", Now, "赵敏", (Now, October.First));
        database.ClosedSlips.Close(1, October.Plus(1), "王雨桐", "{}", Now, "赵敏", (Now, October.First));
        database.Plans.Publish("s1", "items: []", Now, "赵敏");
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Decisions_are_chained_each_to_the_one_before(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        Filled(fresh.Database);
        var all = fresh.Database.Decisions.All;
        Assert.Equal([1L, 2L], all.Select(d => d.Seq));
        Assert.Equal(("", all[0].Hash), (all[0].Prev, all[1].Prev));
        Assert.Null(fresh.Database.Decisions.FirstBroken());
        Assert.Equal("月结", fresh.Database.Decisions.About("month/2026-10").Single().Why);
        Assert.Equal(2, fresh.Database.Decisions.Latest(1).Single().Seq);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Of_two_who_saw_the_same_only_the_first_decides(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        Filled(fresh.Database);
        Assert.NotNull(fresh.Database.Decisions.AppendAfter(1, Now, "人事", "month-paid", "month/2026-10", "2026-11-05"));
        Assert.Null(fresh.Database.Decisions.AppendAfter(1, Now, "店长", "month-paid", "month/2026-10", "2026-11-06"));
        Assert.Equal(3, fresh.Database.Decisions.All.Count);
        Assert.Null(fresh.Database.Decisions.FirstBroken());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void The_chain_shows_a_change_made_around_the_table(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        Filled(fresh.Database);
        using (var connection = fresh.Database.Connect())
        {
            connection.Execute(engine == DatabaseEngine.Sqlite ? "DROP TRIGGER decision_keeps_UPDATE" : "DROP TRIGGER decision_keeps ON decision");
            connection.Execute("UPDATE decision SET why = '改过' WHERE seq = 2");
        }
        Assert.Equal(2, fresh.Database.Decisions.FirstBroken());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Decisions_closed_months_and_published_plans_refuse_changes_and_removal(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        Filled(fresh.Database);
        using var connection = fresh.Database.Connect();
        foreach (var sql in new[]
        {
            "UPDATE decision SET why = ''", "DELETE FROM decision", "UPDATE closed_month SET state = 'open'", "DELETE FROM closed_month", "UPDATE closed_input SET hash = ''", "DELETE FROM closed_input",
            "UPDATE closed_slip SET hash = ''", "DELETE FROM closed_slip",
            "UPDATE plan_version SET yaml = ''", "DELETE FROM plan_version",
        })
            Assert.Contains("append-only", Assert.ThrowsAny<DbException>(() => connection.Execute(sql)).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_month_is_closed_once_and_its_seal_shows_another_text(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        Filled(fresh.Database);
        Assert.Null(fresh.Database.ClosedMonths.Close(1, October, "closed", "{}", Now, "别人"));
        var closed = fresh.Database.ClosedMonths.Find(1, October)!;
        Assert.Equal(("{\"net\":5820.35}", "赵敏"), (closed.Sealed, closed.By));
        Assert.True(closed.Intact);
        Assert.False((closed with { Sealed = "{\"net\":5820.36}" }).Intact);
        Assert.Null(fresh.Database.ClosedMonths.Find(2, October));
        Assert.Single(fresh.Database.ClosedMonths.All(1));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_payslip_is_sealed_alone_once_and_only_before_its_month_which_is_sealed_only_with_all_of_them_seen(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        Filled(fresh.Database);
        var (slips, november) = (fresh.Database.ClosedSlips, October.Plus(1));
        Assert.Null(slips.Close(1, October, "王雨桐", "{}", Now, "赵敏", (Now, October.First)));
        Assert.Null(slips.Close(1, november, "王雨桐", "{}", Now, "别人", (Now, november.First)));
        Assert.Equal(("赵敏", true), (slips.Find(1, november, "王雨桐")!.Closed.By, slips.Find(1, november, "王雨桐")!.Closed.Intact));
        Assert.NotNull(slips.Close(1, november, "李静", "{}", Now, "赵敏", (Now, november.First)));
        Assert.Equal(["李静", "王雨桐"], slips.Of(1, november).Select(s => s.Agent).Order(StringComparer.Ordinal));
        Assert.Equal(Now, slips.Inputs(1, november, "李静")!.AsOf);
        Assert.Null(slips.Inputs(1, november, "陈"));
        // One of the two was sealed while the month was looked at.
        Assert.Null(fresh.Database.ClosedMonths.Close(1, november, "closed", "{}", Now, "赵敏", null, slipsSeen: 1));
        Assert.NotNull(fresh.Database.ClosedMonths.Close(1, november, "closed", "{}", Now, "赵敏", null, slipsSeen: 2));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Publishing_again_makes_the_next_version(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        Filled(fresh.Database);
        Assert.Equal(2, fresh.Database.Plans.Publish("s1", "items: [a]", Now, "赵敏").Version);
        Assert.Equal("items: [a]", fresh.Database.Plans.Find("s1")!.Yaml);
        Assert.Equal("items: []", fresh.Database.Plans.Find("s1", 1)!.Yaml);
        Assert.Equal([2], fresh.Database.Plans.Current.Select(p => p.Version));
        Assert.Null(fresh.Database.Plans.Find("s2"));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_version_follows_the_one_that_was_seen_and_a_draft_the_text_that_was_seen_or_none_is_written(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        Filled(fresh.Database);
        Assert.Null(fresh.Database.Plans.PublishAfter(0, "s1", "items: [a]", Now, "赵敏", null));
        Assert.Equal(2, fresh.Database.Plans.PublishAfter(1, "s1", "items: [a]", Now, "赵敏", null)!.Version);
        Assert.Null(fresh.Database.Plans.PublishAfter(1, "s1", "items: [b]", Now, "赵敏", null));

        var drafts = fresh.Database.PlanDrafts;
        var draft = new PlanDraft("s1", "a", Now, "赵敏");
        Assert.False(drafts.Keep(draft, "none stands"));
        Assert.True(drafts.Keep(draft, null));
        Assert.False(drafts.Keep(draft with { Yaml = "b" }, null));
        Assert.False(drafts.Discard("s1", "b"));
        Assert.Equal(draft, Assert.Single(drafts.All));
        Assert.True(drafts.Discard("s1", "a"));
        Assert.Empty(drafts.All);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Users_are_found_by_name_and_key_and_a_name_is_taken_once(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var users = fresh.Database.Users;
        var user = users.Add(new(0, "zhaomin", "hash", "manager", 3, "一组", "zh-CN", "stamp", "key", Now, false))!;
        Assert.Null(users.Add(user with { KeyHash = null }));
        Assert.Equal(user, users.Find("zhaomin"));
        Assert.Equal(user, users.ByKeyHash("key"));
        var moved = user with { SecurityStamp = "another", Person = null };
        Assert.Equal(moved, users.Change(user.Id, now => now with { SecurityStamp = "another", Person = null }));
        Assert.Equal(moved, users.Find(user.Id));
        Assert.Single(users.All);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void An_import_keeps_its_counts_and_its_rejected_rows(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var imports = fresh.Database.Imports;
        var id = imports.Begin(1, "chat.csv", "chitu-chat", "ab12", 2048, null, Now, "operator");
        Assert.Equal(ImportFile.Running, imports.Find(id)!.State);
        Assert.Empty(imports.Same("ab12"));
        var counts = new ImportCounts(10, 6, 2, 1, 1);
        Assert.True(counts.Balance);
        imports.Finish(id, counts, [new(3, "no time", "a,\0b"), new(7, "no buyer", "x")], Now.Plus(9));
        Assert.Equal(counts, imports.Same("ab12").Single().Counts);
        Assert.Equal([(3L, "no time"), (7L, "no buyer")], imports.Rejected(id).Select(r => (r.Line, r.Reason)));
        Assert.Equal((id, Now.Plus(9)), (imports.All().Single().Id, imports.All().Single().FinishedAt));
    }
}
