using Heng.App.Features.Exports;
using Heng.App.Features.Pay.Accounts;
using Heng.App.Features.Pay.Workbooks;
using Heng.App.Ui;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Pay.Tables;

/// <summary>What a row of a table stands for: a person, a line of a person's payslip, or a component over everybody.</summary>
public enum PayRow { Person, Line, Component }

/// <summary>A column: a constant, something that the row knows, or the sum of some lines.</summary>
public abstract record PayColumn(Wording Name);
public sealed record ConstantColumn(Wording Name, Wording Text) : PayColumn(Name);
public sealed record FieldColumn(Wording Name, string Field) : PayColumn(Name);
/// <summary>Line or component ids: <c>ksf</c> is <c>ksf.conversion</c> and all its other lines.</summary>
public sealed record SumColumn(Wording Name, IReadOnlyList<string> Lines) : PayColumn(Name);

/// <summary>
/// A table of pay for a bank, for the books or for whoever else needs one (工资导出表), its columns as the shop writes them. AboveZero leaves out rows that pay nothing.
/// </summary>
public sealed record PayTable(string Id, Wording Title, PayRow Row, bool AboveZero, IReadOnlyList<PayColumn> Columns)
{
    /// <summary>Whether a column tells where pay goes.</summary>
    public bool AsksAccounts => Columns.OfType<FieldColumn>().Any(c => PayTableRow.OfAccounts.Contains(c.Field));

    public ExportSheet Of(IReadOnlyList<SlipContent> slips, Language language, Func<string, PayAccount?>? accounts = null)
    {
        var rows = Rows(slips, accounts ?? (_ => null)).Where(r => !AboveZero || r.Amount > 0m);
        var month = slips.Count == 0 ? "" : $"-{slips[0].Month}";
        return new($"{Id}{month}", [.. Columns.Select(c => language.T(c.Name))], [.. rows.Select(r => (IReadOnlyList<object?>)[.. Columns.Select(c => r.Cell(c, language))])]);
    }

    /// <summary>Who is left out because nothing is paid out to them.</summary>
    public IEnumerable<string> LeftOut(IReadOnlyList<SlipContent> slips) => AboveZero && Row == PayRow.Person ? slips.Where(s => s.Net <= 0m).Select(s => s.Agent) : [];

    /// <summary>Who stands in the table.</summary>
    public IEnumerable<string> Paid(IReadOnlyList<SlipContent> slips) => slips.Where(s => !AboveZero || s.Net > 0m).Select(s => s.Agent);

    private IEnumerable<PayTableRow> Rows(IReadOnlyList<SlipContent> slips, Func<string, PayAccount?> accounts) => Row switch
    {
        PayRow.Line => slips.SelectMany(s => s.Lines.Select(l => new PayTableRow([s], [l], l.Id, l.Amount, accounts))),
        PayRow.Component => slips.SelectMany(s => s.Lines.Select(l => (Slip: s, Line: l))).GroupBy(x => PayTableRow.ComponentOf(x.Line.Id), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new PayTableRow([.. g.Select(x => x.Slip).Distinct()], [.. g.Select(x => x.Line)], g.Key, g.Sum(x => x.Line.Amount), accounts)),
        _ => slips.Select(s => new PayTableRow([s], s.Lines, "", s.Net, accounts)),
    };
}
