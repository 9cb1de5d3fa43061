using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Explain;

/// <summary>
/// A number's formula as people read it: in words, then with the numbers and units in place. A rounding is said after the formula that it rounds,
/// instead of as a step of its own. Exact tells whether the numbers as they are shown give the one that is shown.
/// </summary>
public sealed record WrittenFormula(string Words, string Figures, bool Exact)
{
    /// <summary>Null where nothing is worked out: a fact, or a number that is only passed on.</summary>
    public static WrittenFormula? Of(Explained number, Language language)
    {
        var core = Core(number);
        if (core.Inputs.Count == 0 || core.How is Rounded or OrNothing || core is { How: Sum or Mean or RaterMean, Inputs: [var only] } && only.Value == number.Value) return null;
        var words = new FormulaWriter(language, figures: false).Write(core);
        // Pay that is due on nothing is 0 where its formula has no value.
        var nothing = core.Value is null && number.Value is not null;
        if (nothing) words += language.T("，没有值则为 0", ", 0 where there is no value");
        else if (number.How is Rounded || core.How is Proportional or Linear or OnScale or OfWhole or ZeroToFull or ByCount { InProportion: true })
            words += language.T($"，四舍五入到 {Digits(number)} 位小数", $", rounded to {Digits(number)} places");
        return new(words, new FormulaWriter(language, figures: true).Write(core), nothing || Same(core.How.Unrounded([.. core.Inputs.Select(Operand)]), Shown(number)));
    }

    /// <summary>The number that is rounded, or passed on unless missing; most are that themselves.</summary>
    public static Explained Core(Explained of)
    {
        while (of.How is Rounded or OrNothing && of.Inputs is [{ Inputs.Count: > 0 } inner]) of = inner;
        return of;
    }

    /// <summary>A product inside a product or a quotient stands in it factor by factor.</summary>
    internal static bool StandsInPlace(Explained input) => input.How is Product;

    private static int Digits(Explained number) => number.How is Rounded rounded ? rounded.Digits : 2;

    private static decimal? Operand(Explained input) => StandsInPlace(input) ? input.How.Apply([.. input.Inputs.Select(Operand)]) : Shown(input);

    private static decimal? Shown(Explained number) => number.Value is { } value ? Show.ExactValue(value, number.Unit) : null;

    /// <summary>A division ends somewhere: what differs beyond twenty places is the machine's, not a rounding.</summary>
    private static bool Same(decimal? worked, decimal? shown) => worked is { } a && shown is { } b ? Math.Round(a, 20) == b : worked is null && shown is null;
}
