using Heng.Engine.Explanation;

namespace Heng.Engine.Metrics.Custom;

/// <summary>A metric that the shop defines (自定义指标): a formula over others, by version, each from a day on. A version never changes.</summary>
public sealed record CustomDefinition(string Id, int Version, DateOnly From, Wording Name, Unit Unit, Better Better, string Formula)
{
    public const int LongestId = 60, LongestName = 40;
}

/// <summary>What is wrong in a formula and where: the column counts from 1, and Length characters of it are meant.</summary>
public sealed record FormulaError(string Name, int At, int Length, Wording Words);

/// <summary>Why a definition is not taken: which field, and within a formula the place.</summary>
public sealed record DefinitionError(string Field, string Name, Wording Words)
{
    public FormulaError? Formula { get; init; }
}

/// <summary>A formula that was read, or what is wrong with it; never both. Unit is the one that the formula gives by itself.</summary>
public sealed record FormulaReading(Expression? Expression, IReadOnlyList<Metric> Inputs, Unit Unit, FormulaError? Error);
