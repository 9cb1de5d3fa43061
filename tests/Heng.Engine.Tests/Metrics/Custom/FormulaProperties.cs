using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Metrics.Custom;
using static Heng.Engine.Tests.Metrics.Custom.Own;

namespace Heng.Engine.Tests.Metrics.Custom;

/// <summary>Whatever is written is read or told to be wrong, and whatever was read comes to an end: never an exception, never a loop.</summary>
public class FormulaProperties
{
    private static readonly string[] Words =
    [
        "sales", "orders", "consulted", "average-response", "qa-score", "reply-rate", "「销售额」", "[Orders]", "销售额", "sales-orders", "if", "min", "max", "abs", "round", "clamp", "coalesce", "known",
        "and", "or", "not", "且", "(", ")", "（", "，", ",", "+", "-", "−", "*", "×", "/", "÷", "<", "<=", "≥", "=", "!=", "0", "1", "2.5", "30s", "5min", "15%", "100元", "3days", "999999999999", ".", "5分", "「", "]",
        " ", "  ", "\n", "@", "-", "\u0000", "😀", "%", "1e9",
    ];
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60);

    private static readonly Gen<string> Soup = Gen.Elements(Words).ListOf().Select(words => string.Join("", words));
    private static readonly Gen<string> Spaced = Gen.Elements(Words).ListOf().Select(words => string.Join(" ", words));

    /// <summary>A well-formed formula of about so many parts, the same for the same seed.</summary>
    private static string Number(Random random, int size)
    {
        string Half() => Number(random, size / 2);
        string One(params string[] of) => of[random.Next(of.Length)];
        return (size <= 0 ? 0 : random.Next(1, 9)) switch
        {
            0 => One("sales / orders", "orders", "consulted", "qa-score", "reply-rate", "0", "3", "0.00000001", "999999999999", "15%"),
            <= 4 => $"({Half()}) {One("+", "-", "*", "/")} ({Half()})",
            5 => $"-({Half()})",
            6 => One($"abs({Half()})", $"round({Half()}, 3)"),
            7 => $"if({Truth(random, size / 2)}, {Half()}, {Half()})",
            _ => $"{One("min", "max", "clamp", "coalesce")}({Half()}, {Half()}, {Half()})",
        };
    }

    private static string Truth(Random random, int size) => (size <= 0 ? 0 : random.Next(1, 4)) switch
    {
        0 => "known(qa-score)",
        1 => $"({Number(random, size / 2)}) {new[] { "<", "<=", ">", ">=", "=", "!=" }[random.Next(6)]} ({Number(random, size / 2)})",
        2 => $"({Truth(random, size / 2)}) {(random.Next(2) == 0 ? "and" : "or")} ({Truth(random, size / 2)})",
        _ => $"not ({Truth(random, size / 2)})",
    };

    /// <summary>Reads, and where that goes well works it out over numbers of every size and without any; a reading again gives the same.</summary>
    private static bool Ends(string text)
    {
        var reading = CustomMetrics.Try(Plain, text);
        if (reading.Error is { } error)
            return reading.Expression is null && error.At >= 1 && error.Length >= 0 && error.Words.Zh.Length > 0 && error.Words.En.Length > 0 && (error.At <= text.Length + 1 || text.Length > 2000);
        foreach (var number in new decimal?[] { 0m, 1m, -7.5m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, null })
        {
            decimal?[] inputs = [.. reading.Inputs.Select((_, i) => i % 2 == 0 ? number : 20m)];
            var calculated = new Calculated(reading.Expression!);
            if (calculated.Apply(inputs) is null != calculated.Lack(inputs) is not null) return false;
        }
        _ = Value(CustomMetrics.Tried(reading, Define("x", text)));
        return true;
    }

    [Fact]
    public void Random_text_is_read_or_told_to_be_wrong() => Check.One(Many, Prop.ForAll<string>(text => text is null || Ends(text)));

    [Fact]
    public void Random_words_of_the_language_are_read_or_told_to_be_wrong()
    {
        Check.One(Many, Prop.ForAll(Arb.From(Soup), Ends));
        Check.One(Many, Prop.ForAll(Arb.From(Spaced), Ends));
    }

    [Fact]
    public void Random_formulas_are_worked_out_and_read_the_same_when_written_again() => Check.One(Many, Prop.ForAll<int>(seed =>
    {
        var text = Number(new Random(seed), Math.Abs(seed % 24));
        if (!Ends(text)) return false;
        var reading = CustomMetrics.Try(Plain, text);
        if (reading.Error is { } error) return error.Name is "units-differ" or "metric-none" or "formula-too-deep" or "formula-too-long";
        var again = CustomMetrics.Try(Plain, new Calculated(reading.Expression!).Text(i => reading.Inputs[i].Id).Replace('÷', '/').Replace('×', '*'));
        return Value(CustomMetrics.Tried(again, Define("x", text))).Value == Value(CustomMetrics.Tried(reading, Define("x", text))).Value;
    }));

    [Fact]
    public void A_cut_or_changed_formula_is_read_or_told_to_be_wrong()
    {
        const string formula = "if(known(qa-score) and consulted >= 30, round(clamp(「销售额」 / max(orders, 1), 0元, 5万元) * reply-rate, 2), coalesce(sales, 0))";
        Assert.True(Ends(formula) && CustomMetrics.Try(Plain, formula).Error is null);
        for (var i = 0; i < formula.Length; i++)
        {
            Assert.True(Ends(formula[..i]));
            Assert.True(Ends(formula.Remove(i, 1)));
            if (i % 7 == 0) foreach (var word in Words) Assert.True(Ends(formula.Insert(i, word)));
        }
    }
}
