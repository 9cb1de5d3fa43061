using System.Data.Common;
using Dapper;
using Heng.App.Features.Choosing;
using Heng.App.Features.People;
using Heng.App.Tests.Store;
using Heng.Engine.Choosing;
using Heng.Engine.Metrics;
using Heng.Store;

namespace Heng.App.Tests.Choosing;

/// <summary>A choice as a shop keeps it: HR lists and weighs, the manager answers for it and signs, and then nothing moves any more.</summary>
public sealed class ChoicesTests
{
    private static readonly Viewer Hr = new("人事", Role.Hr, null, null), Manager = new("店长", Role.Manager, null, null), Inspector = new("质检", Role.Qa, null, null);

    private static Choices With(Database database)
    {
        foreach (var (name, role) in new[] { ("人事", "hr"), ("店长", "manager"), ("质检", "qa") })
            database.Users.Add(new(0, name, "hash", role, null, null, null, name, null, new(1), false));
        database.Users.Add(new(0, "前店长", "hash", "manager", null, null, null, "former", null, new(1), true));
        return new(database, TimeProvider.System);
    }

    private static Considered Of(string metric, decimal? weight = null, string? struck = null) => new(metric, new("试试", "try")) { Weight = weight, Struck = struck, Meets = Criteria.IsUnderstood | Criteria.IsMeasured };

    private static readonly IndicatorChoice Begun = new("客服指标", "front-line", [Of("average-response"), Of("consult-conversion"), Of("typing-speed")]);

    private static KeptChoice Done(ChoiceDone done)
    {
        Assert.Null(done.Refused);
        return done.Kept!;
    }

    private static KeptChoice Chosen(Choices choices)
    {
        var begun = Done(choices.Begin(Begun, Hr));
        var shortened = Done(choices.Do(begun, 1, new Shorten("人事", true, [Of("average-response"), Of("consult-conversion"), Of("typing-speed", struck: "看不出服务")])));
        return Done(choices.Do(shortened, 2, new Weigh("人事", true, [Of("average-response", 40.5m), Of("consult-conversion", 59.5m)], "店长")));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_choice_is_kept_step_by_step_and_signed_by_its_owner_into_the_chain_of_decisions(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var choices = With(fresh.Database);
        Assert.Equal(["人事", "店长"], choices.Owners); // who inspects, and who was dismissed, may not
        var chosen = Chosen(choices);
        Assert.Equal(ChoiceRefusal.NotTheOwner, choices.Do(chosen, 3, new SignChoice("人事", true)).Refused);
        var signed = Done(choices.Do(chosen, 3, new SignChoice("店长", true)));
        Assert.Equal([(1, ChoiceStage.LongList, "人事"), (2, ChoiceStage.ShortList, "人事"), (3, ChoiceStage.Chosen, "人事"), (4, ChoiceStage.Signed, "店长")], signed.Steps.Select(s => (s.Step, s.Stage, s.By)));
        var read = choices.Find(signed.Id)!.Choice;
        Assert.Equal([("average-response", 40.5m, null), ("consult-conversion", 59.5m, null), ("typing-speed", (decimal?)null, "看不出服务")], read.List.Select(c => (c.Metric, c.Weight, c.Struck)));
        Assert.Equal(Criteria.IsUnderstood | Criteria.IsMeasured, read.List[0].Meets);
        var decision = fresh.Database.Decisions.All.Single();
        Assert.Equal(("店长", Choices.Signed, $"choice/{signed.Id}", ChoiceText.HashOf(signed.Last)), (decision.Who, decision.What, decision.Subject, decision.Why));
        Assert.Equal(decision, choices.SignatureOf(signed));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void What_is_signed_takes_no_more_steps_the_table_refuses_changes_and_a_new_round_is_a_choice_of_its_own(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var choices = With(fresh.Database);
        var signed = Done(choices.Do(Chosen(choices), 3, new SignChoice("店长", true)));
        Assert.Equal(ChoiceRefusal.AlreadySigned, choices.Do(signed, 4, new StepBack("店长", true)).Refused);
        Assert.Null(fresh.Database.IndicatorChoices.Follow(signed.Last, ChoiceStage.LongList, "{}", new(9), "店长"));
        using var connection = fresh.Database.Connect();
        foreach (var sql in new[] { "UPDATE indicator_choice SET content = ''", "DELETE FROM indicator_choice" })
            Assert.Contains("append-only", Assert.ThrowsAny<DbException>(() => connection.Execute(sql)).Message, StringComparison.Ordinal);
        var again = Done(choices.Begin(signed.Choice.Again(signed.Id), Hr));
        Assert.Equal((2L, ChoiceStage.LongList, 1L, 3), (again.Id, again.Choice.Stage, again.Choice.From, again.Choice.List.Count));
        Assert.Equal([2L, 1L], choices.All.Select(k => k.Id));
        Assert.Equal(ChoiceStage.Signed, choices.Find(1)!.Choice.Stage);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Nobody_decides_over_what_they_have_not_seen(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var choices = With(fresh.Database);
        var begun = Done(choices.Begin(Begun, Hr));
        var longer = Done(choices.Do(begun, 1, new AddToList("店长", true, [Of("slow")])));
        Assert.Equal(ChoiceRefusal.ChangedMeanwhile, choices.Do(longer, 1, new Shorten("人事", true, [])).Refused);
        // The page was read a moment before somebody else's deed.
        Assert.Equal(ChoiceRefusal.ChangedMeanwhile, choices.Do(begun, 1, new Shorten("人事", true, [])).Refused);
        Assert.Equal(2, choices.Find(begun.Id)!.Steps.Count);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_text_changed_around_the_table_is_not_the_one_that_was_signed(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var choices = With(fresh.Database);
        var signed = Done(choices.Do(Chosen(choices), 3, new SignChoice("店长", true)));
        using (var connection = fresh.Database.Connect())
        {
            connection.Execute(engine == DatabaseEngine.Sqlite ? "DROP TRIGGER indicator_choice_keeps_UPDATE" : "DROP TRIGGER indicator_choice_keeps ON indicator_choice");
            connection.Execute("UPDATE indicator_choice SET content = replace(content, '40.5', '30.5') WHERE step = 4");
        }
        Assert.Null(choices.SignatureOf(choices.Find(signed.Id)!));
    }

    [Fact]
    public void Every_refusal_has_words_in_both_languages() =>
        Assert.All(Enum.GetValues<ChoiceRefusal>(), r => Assert.True(ChoiceWords.Of(r) is { Zh.Length: > 0, En.Length: > 0 }));

    [Fact]
    public void Who_may_not_publish_begins_nothing()
    {
        using var fresh = DatabaseEngine.Sqlite.Fresh();
        var choices = With(fresh.Database);
        Assert.Equal(ChoiceRefusal.RoleMayNot, choices.Begin(Begun, Inspector).Refused);
        Assert.Equal(ChoiceRefusal.NeedsNamedPerson, choices.Begin(Begun, new("operator", Role.Operator, null, null)).Refused);
        Assert.NotNull(choices.Begin(Begun, Manager).Kept);
    }
}
