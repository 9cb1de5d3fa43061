using Heng.Engine.Explanation;
using Heng.Engine.Pay.Tax;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Pay;

/// <summary>How a month's pay is made up (薪酬方案): components in the order of the payslip.</summary>
public sealed record PayScheme(string Id, int Version, Wording Title, Wording Explanation, IReadOnlyList<PayComponent> Components)
{
    /// <summary>The metrics that pay goes by, each with what it pays.</summary>
    public IEnumerable<(FromMetric Metric, Wording Pays)> Asked => Components.SelectMany(c => c.Metrics.Select(m => (m, c.Label)));

    /// <summary>The funds that its pools name, each with its rule of paying out.</summary>
    public IReadOnlyList<Fund> Funds { get; init; } = [];
}

/// <summary>
/// A part of the pay (薪酬组成). Pure: a payee in, lines out. Each line is rounded once to the fen, by the component's rule, and its explanation recomputes to its
/// amount.
/// </summary>
public abstract record PayComponent(string Id, Wording Label)
{
    public IReadOnlyList<string> Ours { get; init; } = [];
    public Rounding Round { get; init; }
    public abstract IReadOnlyList<PayLine> Lines(Payee payee);

    /// <summary>The metrics that it asks of a person.</summary>
    public virtual IReadOnlyList<FromMetric> Metrics => [];

    /// <summary>What its lines are to the law.</summary>
    public virtual PayKind Kind => PayKind.Work;

    /// <summary>Whether it reads the lines above it, as insurance and tax do; then it stands below all that is earned.</summary>
    public virtual bool ReadsLines => false;

    /// <summary>Whether what it pays is known only at the month's end, for it goes by the whole shop or by everybody's places.</summary>
    public virtual bool WaitsForMonth => false;

    protected PayLine Line(string id, Wording label, Explained exact, IReadOnlyList<Wording> notes) => PayLine.Of(id, label, exact, notes, Round) with { Kind = Kind };
}

/// <summary>One person to be paid: everything a scheme may read about them.</summary>
public sealed record Payee(
    string Agent, decimal BasePay, Attendance? Attendance, Scorecard? Card, Func<string, Explained> Metric, IReadOnlyList<Adjustment> Adjustments)
{
    /// <summary>What the payslip must say of this person's month whatever the scheme: it stands on the first line.</summary>
    public IReadOnlyList<Wording> Caveats { get; init; } = [];

    /// <summary>Who they are to targets; null where a scheme is worked out without them.</summary>
    public Asker? Asker { get; init; }

    /// <summary>The base pays of the month, each with its days; empty where there is but one.</summary>
    public IReadOnlyList<BaseStretch> Bases { get; init; } = [];

    /// <summary>Since when they are employed; null where nobody knows.</summary>
    public Tenure? Tenure { get; init; }

    /// <summary>Everybody who is paid with them, to be ranked among; null where a payslip is worked out alone.</summary>
    public Contest? Contest { get; init; }

    /// <summary>The month that is paid; null where a component is worked out alone.</summary>
    public Month? Month { get; init; }

    /// <summary>Where they work, whose minimum wage and insurance hold for them; null where nobody said.</summary>
    public string? Place { get; init; }

    /// <summary>How their hours are counted, which decides which overtime is paid.</summary>
    public HoursRegime Hours { get; init; }
    /// <summary>Whether a rule of their place pays statutory holidays under flexible hours too.</summary>
    public bool FlexibleHolidays { get; init; }

    /// <summary>Their tax year up to this month; null where nothing is known of it.</summary>
    public TaxYear? Tax { get; init; }

    /// <summary>The lines of the payslip above the component that is asked.</summary>
    public IReadOnlyList<PayLine> Above { get; init; } = [];

    /// <summary>Whether the attendance was made of the days employed (在职天数), for want of a sheet.</summary>
    public bool ByEmployment { get; init; }

    /// <summary>The card of the longer cycle that ends with a month; null where there is none.</summary>
    public Func<Cycle, Month, CycleCard?> Longer { get; init; } = static (_, _) => null;

    /// <summary>What was moved between the roles of pools in the month.</summary>
    public IReadOnlyList<ShareMove> Moves { get; init; } = [];

    /// <summary>A target as it stands for this person.</summary>
    public decimal? AimOf(Aim aim) => Asker is { } who ? aim.For(who, metric => Metric(Asking.For(Beside.Target, metric)).Value) : aim.Default;
}

/// <summary>A month's pay (工资条): net is the sum of the lines.</summary>
public sealed record Payslip(string Agent, string Scheme, decimal Net, IReadOnlyList<PayLine> Lines);

/// <summary>One line (工资条项), in yuan to the fen. Id is stable, such as <c>base</c> or <c>ksf.conversion</c>.</summary>
public sealed record PayLine(string Id, Wording Label, decimal Amount, Explained Explanation, IReadOnlyList<Wording> Notes)
{
    public PayKind Kind { get; init; }

    /// <summary>The line whose amount is the explanation rounded to the fen.</summary>
    public static PayLine Of(string id, Wording label, Explained exact, IReadOnlyList<Wording> notes, Rounding round = Rounding.HalfAway)
    {
        var amount = Explained.By(id, label, Unit.Yuan, new Rounded(2, round), exact);
        return new(id, label, amount.Value ?? throw new InvalidOperationException($"Line {id} has no amount"), amount, notes);
    }
}
