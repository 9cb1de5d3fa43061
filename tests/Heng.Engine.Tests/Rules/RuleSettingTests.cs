using Heng.Engine.Records;
using Heng.Engine.Rules;

namespace Heng.Engine.Tests.Rules;

/// <summary>Every setting's range, with both sides of each edge, and what a refusal says.</summary>
public class RuleSettingTests
{
    private static bool Takes(string id, string value) => RuleSettings.Change(RuleSet.Default, [new(id, value)]).Faults.Count == 0;

    [Theory]
    [InlineData("business-day-cut", 0, 23)]
    [InlineData("session-gap", 1, 120)]
    [InlineData("slow-seconds", 1, 3600)]
    [InlineData("slow-times", 1, 20)]
    [InlineData("quick-reply", 1, 600)]
    [InlineData("long-reception", 1, 600)]
    [InlineData("attribution-window", 1, 15)]
    [InlineData("payment-window", 1, 30)]
    [InlineData("inquiry-window", 2, 15)]
    [InlineData("after-sales-days", 3, 180)]
    [InlineData("appeal-window", 1, 60)]
    [InlineData("duty-grace", 0, 120)]
    [InlineData("duty-severe-late", 1, 480)]
    [InlineData("duty-absent-late", 1, 720)]
    [InlineData("duty-overtime-from", 0, 240)]
    [InlineData("duty-hours-per-day", 1, 24)]
    public void A_number_is_taken_from_one_edge_to_the_other_and_not_beyond(string id, int least, int most)
    {
        Assert.Equal((false, true, true, false), (Takes(id, $"{least - 1}"), Takes(id, $"{least}"), Takes(id, $"{most}"), Takes(id, $"{most + 1}")));
        Assert.False(Takes(id, "off") || Takes(id, "") || Takes(id, $"{least}.5"));
    }

    [Theory]
    [InlineData("response-cap", 1, 3600)]
    [InlineData("silent-follow-up", 1, 60)]
    [InlineData("silent-urging", 1, 60)]
    [InlineData("forwarded-after", 1, 20)]
    public void A_limit_may_also_be_off(string id, int least, int most) =>
        Assert.Equal((true, false, true, true, false), (Takes(id, "off"), Takes(id, $"{least - 1}"), Takes(id, $"{least}"), Takes(id, $"{most}"), Takes(id, $"{most + 1}")));

    [Fact]
    public void Every_setting_is_tested_here_or_is_a_word_or_a_list()
    {
        var numbers = typeof(RuleSettingTests).GetMethods().SelectMany(m => m.GetCustomAttributesData()).Where(d => d.AttributeType == typeof(InlineDataAttribute))
            .Select(d => (d.ConstructorArguments[0].Value as IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)?[0].Value as string).ToHashSet();
        Assert.DoesNotContain(RuleSettings.All, s => s.Kind == SettingKind.Number && !numbers.Contains(s.Id));
        Assert.Equal(RuleSettings.All.Count, RuleSettings.All.Select(s => s.Id).Distinct().Count());
    }

    [Fact]
    public void Every_setting_reads_back_what_was_written_and_writes_what_it_reads()
    {
        foreach (var setting in RuleSettings.All)
        {
            Assert.Equal(setting.Read(RuleSet.Default), setting.Read(setting.Write(RuleSet.Default, setting.Read(RuleSet.Default))!));
            foreach (var (value, _) in setting.Choices) Assert.Equal(value, setting.Read(setting.Write(RuleSet.Default, value)!));
            if (setting.Kind == SettingKind.Choice) Assert.False(Takes(setting.Id, "maybe"), setting.Id);
            if (setting is { Kind: SettingKind.List, Id: not "working-hours" }) Assert.Equal("一\n二", setting.Read(setting.Write(RuleSet.Default, " 一 \n\n二\r\n一")!));
        }
    }

    [Theory]
    [InlineData("mon-fri 09:00-23:00", "mon-fri 09:00-23:00")]
    [InlineData("Sun 10:00-24:00", "sun 10:00-24:00")]
    [InlineData("fri-mon 00:00-00:01", "fri-mon 00:00-00:01")]
    [InlineData("mon 09:00-09:00", null)]
    [InlineData("mon 23:00-09:00", null)]
    [InlineData("mon 09:00-24:01", null)]
    [InlineData("someday 09:00-10:00", null)]
    [InlineData("mon 9-10", null)]
    public void Open_hours_are_read_as_they_are_written(string text, string? read)
    {
        var (rules, faults) = RuleSettings.Change(RuleSet.Default, [new("working-hours", text)]);
        Assert.Equal(read ?? "", RuleSettings.Find("working-hours")!.Read(rules));
        Assert.Equal(read is null, faults.Count == 1);
    }

    [Fact]
    public void A_refusal_names_setting_value_and_range_and_changes_nothing()
    {
        var (rules, faults) = RuleSettings.Change(RuleSet.Default, [new("slow-times", "5"), new("session-gap", "121"), new("sesion-gap", "5")]);
        Assert.Equal(3, rules.SlowRepliesToBeSlow);
        Assert.Equal([("setting-out-of-range", "session-gap", "121"), ("setting-unknown", "sesion-gap", "5")], faults.Select(f => (f.Name, f.Setting, f.Value)));
        Assert.Equal("Session gap (session-gap) cannot be '121': 1–120 min", faults[0].Words.En);
    }

    [Fact]
    public void An_item_of_a_list_has_at_most_500_characters_and_a_list_200_items()
    {
        Assert.Equal((true, false), (Takes("watchwords", new('x', 500)), Takes("watchwords", new('x', 501))));
        Assert.Equal((true, false), (Takes("ignored-buyers", string.Join('\n', Enumerable.Range(0, 200))), Takes("ignored-buyers", string.Join('\n', Enumerable.Range(0, 201)))));
    }
}
