using System.Text.Json;
using Heng.Engine.Facts;
using Heng.Engine.Records;
using Heng.Engine.Statistics;
using Heng.Engine.Work;

namespace Heng.Intake.Tests;

/// <summary>A call centre's two months: what the engine adds up is what independent scripts found.</summary>
public sealed class RealCallTests
{
    [SharedDataFact]
    public void Calls_by_agent_and_month_come_out_as_independent_scripts_found_them()
    {
        using var opening = IntakeFile.Open(SharedData.At("calls", "calls-jan-feb.csv"));
        var opened = Assert.IsType<Opened>(opening);
        Assert.Equal("calls", opened.Format.Id);
        var calls = opened.Rows().Select(r => Assert.IsType<Call>(r.Record)).ToList();
        using var expected = JsonDocument.Parse(File.ReadAllText(SharedData.At("expected", "calls.json")));
        var byAgent = calls.GroupBy(c => $"{c.Agent}|{Month.Of(ShopClock.Shanghai.DayOf(c.At))}").ToDictionary(g => g.Key, g => g.ToList());
        var listed = expected.RootElement.GetProperty("per_agent_month").EnumerateObject().ToList();
        Assert.Equal(listed.Count, byAgent.Count);
        foreach (var one in listed) Check(one.Value, byAgent[one.Name]);
        foreach (var month in expected.RootElement.GetProperty("per_month").EnumerateObject())
            Check(month.Value, [.. byAgent.Where(a => a.Key.EndsWith(month.Name, StringComparison.Ordinal)).SelectMany(a => a.Value)]);
    }

    private static void Check(JsonElement expected, List<Call> calls)
    {
        var (sum, waits) = (new Measures(), new Waits());
        foreach (var call in calls)
        {
            sum.Add(WorkCredits.Of(call, ShopClock.Shanghai).Measures);
            if (call is { Answered: true, AnswerSeconds: { } seconds }) waits.Add(seconds, 1);
        }
        Same("calls", Primitive.Calls);
        Same("answered", Primitive.CallsAnswered);
        Same("resolved", Primitive.CallsResolved);
        Same("rated", Primitive.CallRatings);
        Same("satisfied_ge4", Primitive.CallsSatisfied);
        Same("within_20s", Primitive.CallsWithin20);
        Ratio("answer_rate", Primitive.CallsAnswered, Primitive.Calls, 6);
        Ratio("resolved_rate_of_answered", Primitive.CallsResolved, Primitive.CallsAnswered, 6);
        Ratio("speed_mean_s", Primitive.CallAnswerSeconds, Primitive.CallsTimed, 4);
        Ratio("talk_mean_s", Primitive.CallTalkSeconds, Primitive.CallsTalked, 4);
        Ratio("satisfaction_rate", Primitive.CallsSatisfied, Primitive.CallRatings, 6);
        Assert.Equal(expected.GetProperty("rating_mean").GetDecimal(), Math.Round(sum[Primitive.CallRatingPoints] / 100m / sum[Primitive.CallRatings], 6));
        Assert.Equal(expected.GetProperty("speed_median_s").GetDecimal(), waits.Median());

        void Same(string name, Primitive primitive) => Assert.Equal(expected.GetProperty(name).GetInt64(), sum[primitive]);
        void Ratio(string name, Primitive part, Primitive whole, int places) =>
            Assert.Equal(expected.GetProperty(name).GetDecimal(), Math.Round((decimal)sum[part] / sum[whole], places, MidpointRounding.ToEven));
    }
}
