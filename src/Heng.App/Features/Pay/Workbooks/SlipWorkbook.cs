using System.Globalization;
using Heng.App.Features.Exports;
using Heng.App.Ui;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Pay.Workbooks;

/// <summary>
/// A payslip as a workbook of live formulas (公式工资条): the payslip, each line over the steps that make it, and the inputs with what they rest on. Whoever changes an
/// input sees the pay follow; beside each line stands what Heng came to.
/// </summary>
public static class SlipWorkbook
{
    public const string Extension = ".xlsx";
    private const int FirstStep = 8, FirstInput = 3;

    public static byte[] Of(SlipContent slip, Language language) => FormulaBook.Of(Sheets(slip, language));

    public static IReadOnlyList<FormulaSheet> Sheets(SlipContent slip, Language language)
    {
        var inputSheet = language.T("数据", "Inputs");
        var cells = new SlipCells(slip, new(i => $"B{At(i + FirstStep)}", i => $"{inputSheet}!$C${At(i + FirstInput)}"), language);
        return
        [
            new(language.T("工资条", "Payslip"), [38, 16, 9, 62, 52, 14], [.. Head(slip, language), .. cells.Steps.Select(s => Step(s, language)), .. Foot(slip, cells, language)]) { Frozen = FirstStep - 1 },
            new(inputSheet, [24, 40, 16, 9, 46, 52], [.. InputHead(language), .. cells.Inputs.Select(i => Input(i, language))]) { Frozen = FirstInput - 1 },
        ];
    }

    private static IEnumerable<FormulaRow> Head(SlipContent slip, Language language)
    {
        var days = slip.DueDays is null ? language.T("无考勤数据", "no attendance data") : $"{Show.Trimmed(slip.PaidDays)} / {Show.Trimmed(slip.DueDays)} {Show.Units(Unit.Days, language, slip.DueDays)}";
        FormulaRow Fact(string name, string value) => new([CellStyle.Faint.On(name), CellStyle.Plain.On(value)]);
        yield return new([CellStyle.Title.On($"{language.T("工资条", "Payslip")} · {slip.Agent} · {slip.Month}")]);
        yield return Fact(language.T("店铺", "Shop"), slip.Shop);
        yield return Fact(language.T("小组", "Group"), slip.Group);
        yield return Fact(language.T("方案", "Scheme"), language.T(slip.Scheme));
        yield return Fact(language.T("出勤", "Days"), days);
        yield return Fact(language.T("状态", "State"), slip.Closed ? language.T("已结账", "closed") : language.T("未结账，数字可能变化", "not closed, may change"));
        yield return new([.. new[]
        {
            language.T("项目", "Item"), language.T("数值", "Value"), language.T("单位", "Unit"), language.T("怎么算", "How"), language.T("说明", "Notes"), language.T("衡的结果", "Heng's result"),
        }.Select(h => CellStyle.Heading.On(h))]);
    }

    private static FormulaRow Step(SlipStep step, Language language)
    {
        var (node, line) = (step.Node, step.Line);
        var label = line is null ? node.Label : line.Label;
        var notes = line is null ? (node.Note is { } own ? [own] : []) : line.Notes;
        var style = CellStyle.Plain with { Bold = line is not null, Indent = Math.Min(step.Depth, MostIndent) };
        var how = line is null ? node.How.Formula : line.Formula;
        return new([
            style.On(language.T(label)), (CellStyle.Of(node.Unit) with { Bold = line is not null }).Formula(step.Formula, node.Value),
            CellStyle.Faint.On(UnitOf(node.Unit, language)), CellStyle.Wrapped.On(language.Opening(how)), CellStyle.Wrapped.On(string.Join(language.T("；", "; "), notes.Select(language.T))),
            line is null ? FormulaCell.Empty : CellStyle.Of(Unit.Yuan).On(line.Amount),
        ])
        { Outline = Math.Min(step.Depth, MostOutline) };
    }

    private static IEnumerable<FormulaRow> Foot(SlipContent slip, SlipCells cells, Language language)
    {
        var yuan = CellStyle.Of(Unit.Yuan) with { Bold = true, Filled = true };
        var text = CellStyle.Plain with { Bold = true, Filled = true };
        yield return new([
            text.On(language.T("实发合计", "Net pay")), yuan.Formula(cells.Lines.Count == 0 ? "0" : $"ROUND({string.Join('+', cells.Lines)},2)", slip.Net), text.On(UnitOf(Unit.Yuan, language)),
            text.On(language.T($"{cells.Lines.Count} 项之和", $"the sum of {Show.Count(cells.Lines.Count, "line")}")), text.On(""), yuan.On(slip.Net),
        ]);
        yield return FormulaRow.Blank;
        yield return new([CellStyle.Faint.On(language.T(
            "每一步都是公式，数字来自“数据”页；改动数据，结果随之变化。ROUND(…,9) 去掉二进制小数的误差，使恰为半分的数按四舍五入进位。",
            "Every step is a formula over the sheet Inputs; change an input and the result follows. ROUND(…,9) takes away what binary fractions add, so that an exact half rounds away from zero."))]);
    }

    private static IEnumerable<FormulaRow> InputHead(Language language)
    {
        yield return new([CellStyle.Title.On(language.T("数据：工资条公式用到的每个数", "Inputs: every number that the payslip's formulas use"))]);
        yield return new([.. new[]
        {
            language.T("工资项", "Line"), language.T("是什么", "What"), language.T("数值", "Value"), language.T("单位", "Unit"), language.T("依据", "Evidence"), language.T("说明", "Notes"),
        }.Select(h => CellStyle.Heading.On(h))]);
    }

    private static FormulaRow Input(SlipInput input, Language language) => new([
        CellStyle.Faint.On(language.T(input.Line)), CellStyle.Plain.On(language.T(input.Label)),
        input.Node.Value is { } value ? CellStyle.Of(input.Node.Unit).On(value) : CellStyle.Plain.On(CellFormula.Missing),
        CellStyle.Faint.On(UnitOf(input.Node.Unit, language)), CellStyle.Wrapped.On(input.Reference), CellStyle.Wrapped.On(input.Note is { } note ? language.T(note) : ""),
    ]);

    private const int MostIndent = 12, MostOutline = 7;

    private static string UnitOf(Unit unit, Language language) => unit == Unit.Rate ? "%" : Show.Units(unit, language);

    private static string At(int row) => row.ToString(CultureInfo.InvariantCulture);
}
