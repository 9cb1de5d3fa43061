using Heng.App.Features.Pay.Workbooks;
using Heng.Engine.Records;

namespace Heng.App.Features.Pay.Tables;

/// <summary>A row of a table of pay: the payslips and lines it stands for. What one row has no one answer to (the person of a component) is an empty cell.</summary>
internal sealed record PayTableRow(IReadOnlyList<SlipContent> Slips, IReadOnlyList<SlipLine> Lines, string Line, decimal Amount)
{
    /// <summary>What a column may ask for.</summary>
    public static readonly IReadOnlyDictionary<string, Func<PayTableRow, object?>> Fields = new Dictionary<string, Func<PayTableRow, object?>>(StringComparer.Ordinal)
    {
        ["agent"] = r => r.Only?.Agent,
        ["group"] = r => r.Only?.Group,
        ["shop"] = r => r.Slips[0].Shop,
        ["month"] = r => r.Slips[0].Month.ToString(),
        ["scheme"] = r => r.Only?.Scheme.Zh,
        ["paid-days"] = r => r.Only?.PaidDays,
        ["due-days"] = r => r.Only?.DueDays,
        ["net"] = r => r.Only?.Net,
        ["people"] = r => (decimal)r.Slips.Count,
        ["line"] = r => r.Line,
        ["component"] = r => ComponentOf(r.Line),
        ["label"] = r => r.Line.Length == 0 ? null : r.Lines[0].Label.Zh,
        ["amount"] = r => r.Amount,
    };

    public static string ComponentOf(string line) => line.Split('.')[0];

    public object? Cell(PayColumn column) => column switch
    {
        ConstantColumn constant => constant.Text,
        FieldColumn field => Fields[field.Field](this),
        // Without any of the lines there is nothing to add: no value, not 0.
        SumColumn sum => Lines.Where(l => sum.Lines.Any(id => l.Id == id || ComponentOf(l.Id) == id)).ToArray() is { Length: > 0 } of ? of.Sum(l => l.Amount) : null,
        _ => throw new InvalidOperationException($"no cell for {column}"),
    };

    private SlipContent? Only => Slips.Count == 1 || Line.Length == 0 ? Slips[0] : null;
}
