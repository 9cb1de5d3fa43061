using Heng.App.Features.Pay.Workbooks;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Metrics.Custom;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Targets;

namespace Heng.App.Tests.Pay;

/// <summary>A formula in a cell says what Heng does, to the fen.</summary>
public sealed class CellFormulaTests
{
    private const int LinesOfASlip = 60;
    private static readonly Wording Label = new("样", "sample");

    // What proposes targets, and what no cell can hold: a shop's own formula, the median of waits, growth over gaps.
    private static readonly Type[] Without =
        [typeof(Given), typeof(Calculated), typeof(QuantileOfCounts), typeof(Growth), typeof(OfDaysDue), typeof(MedianOf), typeof(TrimmedMean)];

    [Fact]
    public void LibreOffice_makes_of_every_operation_what_Heng_makes_of_it()
    {
        var slips = OperationSamples.All.Chunk(LinesOfASlip).Select(trees => Slip([.. trees.Select((tree, i) => Line($"l{i}", tree))])).ToArray();
        var books = slips.Select(s => SlipWorkbook.Of(s, Language.En)).ToArray();
        var compared = books.Zip(LibreOffice.Calculated(books), SameNumbers.Hold).Sum();
        Assert.Equal(OperationSamples.All.Count() + slips.Length, compared);
    }

    [Fact]
    public void Every_operation_has_a_formula_or_is_known_to_have_none()
    {
        static IEnumerable<Type> Used(Explained node) => node.Inputs.SelectMany(Used).Append(node.How.GetType());
        var tried = OperationSamples.All.SelectMany(Used).Concat(Without).ToHashSet();
        var all = typeof(Operation).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Operation)) && !t.IsAbstract);
        Assert.DoesNotContain(all, t => !tried.Contains(t));
    }

    /// <summary>An operation that no spreadsheet knows.</summary>
    private sealed record Unwritten : Operation
    {
        public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs[1] - inputs[0];
        public override Wording Formula => new("末 − 首", "last − first");
    }

    [Fact]
    public void What_no_formula_holds_is_an_input_that_says_so()
    {
        var growth = Explained.By("growth", Label, Unit.Points, new Unwritten(), Explained.Leaf("a", Label, 80m, Unit.Points), Explained.Leaf("b", Label, 100m, Unit.Points));
        var cells = new SlipCells(Slip([Line("l", growth)]), new(i => $"B{i}", i => $"X!C{i}"), Language.En);
        // The step of the line over its one input, 100 − 80 = 20: what growth rests on is not told twice.
        Assert.Equal((20m, "worked out by Heng"), (cells.Inputs.Single().Node.Value, cells.Inputs.Single().Reference));
        Assert.Contains("no spreadsheet formula", cells.Inputs.Single().Note!.Value.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_fact_under_two_lines_is_one_input()
    {
        static Explained Days() => Explained.Leaf("paid", new("计薪天数", "days paid"), 22m, Unit.Days, [new(FactKind.Attendance, "2026-10/王雨桐", 22m)]);
        var lines = new[] { 3m, 5m }.Select((factor, i) => Line($"l{i}", Explained.By("p", Label, Unit.Yuan, Product.Instance, Days(), Explained.Leaf("f", Label, factor, Unit.None)))).ToArray();
        var cells = new SlipCells(Slip(lines), new(i => $"B{i}", i => $"X!C{i}"), Language.Zh);
        Assert.Equal([22m, 3m, 5m], cells.Inputs.Select(i => i.Node.Value));
        Assert.Equal(2, cells.Steps.Count(s => s.Formula.Contains("X!C0", StringComparison.Ordinal)));
    }

    private static SlipLine Line(string id, Explained tree)
    {
        var line = PayLine.Of(id, Label, tree.Value is null ? Explained.By("amount", Label, Unit.Yuan, OrNothing.Instance, tree) : tree, []);
        return new(id, Label, line.Amount, line.Explanation, Label, []);
    }

    private static SlipContent Slip(IReadOnlyList<SlipLine> lines) =>
        new(new Month(2026, 10), "王雨桐", "售前一组", "衡裳旗舰店", new("样", "sample"), false, 22m, 23m, lines.Sum(l => l.Amount), lines);
}
