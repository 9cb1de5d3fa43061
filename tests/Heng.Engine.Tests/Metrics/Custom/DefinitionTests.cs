using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Metrics.Custom;
using static Heng.Engine.Tests.Metrics.Custom.Own;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Metrics.Custom;

/// <summary>Custom metrics beside the catalogue: ids, order, versions, days.</summary>
public class DefinitionTests
{
    private static IReadOnlyList<DefinitionError> Check(CustomDefinition added, params CustomDefinition[] all) => CustomMetrics.Check(Plain, all, added);
    private static Metric Find(string id, int day, params CustomDefinition[] all) => CustomMetrics.On(Plain, all, Day(day)).Find(id)!;

    [Theory]
    [InlineData("a", null)]
    [InlineData("order-value-2", null)]
    [InlineData("Order", "id-bad")]
    [InlineData("2nd", "id-bad")]
    [InlineData("a--b", "id-bad")]
    [InlineData("a_b", "id-bad")]
    [InlineData("", "id-bad")]
    [InlineData("max", "id-bad")]
    [InlineData("and", "id-bad")]
    [InlineData("sales", "id-taken")]
    [InlineData("hourly-7", "id-taken")]
    public void An_id_is_new_and_well_formed(string id, string? error) => Assert.Equal(error, Check(Define(id, "orders")) is [var first, ..] ? first.Name : null);

    [Fact]
    public void Both_names_are_asked_for() =>
        Assert.Equal(["name-missing", "name-missing"], Check(Define("a", "orders") with { Name = new(" ", new string('x', CustomDefinition.LongestName + 1)) }).Select(e => e.Name));

    [Theory]
    [InlineData("sales / orders", Unit.Yuan, null)]
    [InlineData("sales / orders", Unit.None, "unit-unfit")]
    [InlineData("sales / orders", Unit.Seconds, "unit-unfit")]
    [InlineData("orders / consulted", Unit.Rate, null)]
    [InlineData("orders / consulted", Unit.Ratio, null)]
    [InlineData("orders / consulted", Unit.Yuan, "unit-unfit")]
    [InlineData("orders", Unit.People, "unit-unfit")]
    [InlineData("orders", Unit.None, null)]
    [InlineData("received / serving * 1h", Unit.PerHour, null)]
    [InlineData("received / serving", Unit.PerHour, "unit-unfit")] // by the second
    [InlineData("sales / serving", Unit.Ratio, null)]
    [InlineData("sales / serving", Unit.Yuan, "unit-unfit")]
    [InlineData("satisfaction * 100", Unit.Points, null)]
    [InlineData("satisfaction", Unit.Points, "unit-unfit")]
    public void The_declared_unit_must_fit(string formula, Unit unit, string? error) => Assert.Equal(error, Check(Define("a", formula, unit)) is [var first, ..] ? first.Name : null);

    [Fact]
    public void Only_what_was_defined_before_can_be_named_so_there_is_no_circle()
    {
        CustomDefinition a = Define("a", "orders"), b = Define("b", "a + 1");
        Assert.Equal("metric-self", Check(Define("a", "a + 1"))[0].Name);
        Assert.Equal("metric-unknown", Check(Define("a", "b + 1"))[0].Name);
        Assert.Empty(Check(b, a));
        // A new version of a stands where a was first defined: before b.
        var later = Check(Define("a", "b + 1", version: 2), a, b)[0];
        Assert.Equal(("metric-later", 1), (later.Name, later.Formula!.At));
        Assert.Equal(21m, Value(Find("b", 31, a, b)).Value); // orders 20 + 1
    }

    [Fact]
    public void A_new_version_may_not_break_one_that_builds_on_it()
    {
        CustomDefinition a = Define("a", "orders"), b = Define("b", "a + consulted / consulted", from: 10);
        var broken = Check(Define("a", "sales", Unit.Yuan, version: 2, from: 20), a, b);
        Assert.Equal(["breaks-other"], broken.Select(e => e.Name));
        Assert.Contains("2026-10-20", broken[0].Words.En, StringComparison.Ordinal);
        Assert.Empty(Check(Define("a", "buyers", version: 2, from: 20), a, b));
    }

    // a is orders 20 from the 1st, buyers 16 from the 20th; version 3 takes the 20th over with consulted 50.
    [Theory]
    [InlineData(1, 20, 1)]
    [InlineData(19, 20, 1)]
    [InlineData(20, 50, 3)]
    [InlineData(31, 50, 3)]
    public void The_version_in_force_on_the_day_counts(int day, int value, int version)
    {
        var metric = Find("a", day, Define("a", "orders + 0"), Define("a", "buyers + 0", version: 2, from: 20), Define("a", "consulted + 0", version: 3, from: 20));
        Assert.Equal((value, version), (Value(metric).Value!.Value, ((Computed)metric.Formula).Version));
    }

    [Fact]
    public void Before_its_first_day_a_metric_is_known_and_missing()
    {
        var metric = Find("a", 4, Define("a", "orders", from: 5));
        Assert.Equal((ValueState.Missing, true), (Value(metric).State, metric.Formula is NoSource));
        Assert.Equal(20m, Value(Find("a", 5, Define("a", "orders", from: 5))).Value);
    }

    [Fact]
    public void What_cannot_be_read_any_more_is_missing_and_so_is_what_builds_on_it()
    {
        CustomDefinition[] all = [Define("a", "no-such-metric + 1"), Define("b", "coalesce(a, 3)"), Define("c", "a + 1")];
        Assert.Equal((ValueState.Missing, 3m, ValueState.Missing), (Value(Find("a", 31, all)).State, Value(Find("b", 31, all)).Value!.Value, Value(Find("c", 31, all)).State));
    }

    [Fact]
    public void Own_metrics_stand_in_a_group_of_their_own_and_the_plain_catalogue_stays()
    {
        var with = CustomMetrics.On(Plain, [Define("a", "orders")], Day(1));
        Assert.Equal("custom", with.Groups[^1].Id);
        Assert.Equal(Plain.All.Count + 1, with.All.Count);
        Assert.Null(Plain.Find("a"));
        Assert.Same(Plain, CustomMetrics.On(Plain, [], Day(1)));
    }

    // Opened, a0 names 1, a1 names 3, and each next one as many as the two before together and two more: 1, 3, 6, 11, 19, 32, 53, 87, 142, then a9 231 > 200.
    [Fact]
    public void What_builds_on_others_stays_bounded_when_opened()
    {
        List<CustomDefinition> all = [Define("a0", "orders * 2"), Define("a1", "orders + a0")];
        for (var i = 2; ; i++)
        {
            var added = Define($"a{i}", $"a{i - 1} + a{i - 2}");
            if (CustomMetrics.Check(Plain, all, added) is [var error])
            {
                Assert.Equal("too-many", error.Name);
                Assert.Equal(9, i);
                return;
            }
            all.Add(added);
        }
    }
}
