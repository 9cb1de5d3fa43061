using Heng.App.Features.Pay.Accounts;
using Heng.App.Features.Pay.Workbooks;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.Pay.Tables;

/// <summary>A row of a table of pay: the payslips and lines it stands for. What one row has no one answer to (the person of a component) is an empty cell.</summary>
internal sealed record PayTableRow(IReadOnlyList<SlipContent> Slips, IReadOnlyList<SlipLine> Lines, string Line, decimal Amount, Func<string, PayAccount?> Accounts)
{
    /// <summary>What a column may ask for.</summary>
    public static readonly IReadOnlyDictionary<string, Func<PayTableRow, Language, object?>> Fields = new Dictionary<string, Func<PayTableRow, Language, object?>>(StringComparer.Ordinal)
    {
        ["agent"] = (r, _) => r.Only?.Agent,
        ["group"] = (r, _) => r.Only?.Group,
        ["shop"] = (r, _) => r.Slips[0].Shop,
        ["month"] = (r, _) => r.Slips[0].Month.ToString(),
        ["scheme"] = (r, l) => r.Only is { } one ? l.T(one.Scheme) : null,
        ["paid-days"] = (r, _) => r.Only?.PaidDays,
        ["due-days"] = (r, _) => r.Only?.DueDays,
        ["net"] = (r, _) => r.Only?.Net,
        ["people"] = (r, _) => (decimal)r.Slips.Count,
        ["line"] = (r, _) => r.Line,
        ["component"] = (r, _) => ComponentOf(r.Line),
        ["label"] = (r, l) => r.Line.Length == 0 ? null : l.T(Shared([.. r.Lines.Select(x => x.Label).Distinct()])),
        ["amount"] = (r, _) => r.Amount,
        ["payee"] = (r, _) => r.Account?.Payee,
        ["bank"] = (r, _) => r.Account?.Bank,
        ["account"] = (r, _) => r.Account?.Number,
    };

    /// <summary>Which of them tell where pay goes.</summary>
    public static readonly IReadOnlyList<string> OfAccounts = ["payee", "bank", "account"];

    /// <summary>What lines of one component have in common before their own names; where nothing, their names.</summary>
    private static Wording Shared(IReadOnlyList<Wording> labels)
    {
        return labels.Count == 1 ? labels[0] : new(Of([.. labels.Select(l => l.Zh)], "、"), Of([.. labels.Select(l => l.En)], ", "));

        static string Of(string[] names, string between)
        {
            var shared = names.Aggregate((a, b) => a[..a.Zip(b).TakeWhile(c => c.First == c.Second).Count()]);
            var at = shared.LastIndexOfAny(BetweenNames);
            return at > 0 ? shared[..at].TrimEnd() : string.Join(between, names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        }
    }

    private static readonly char[] BetweenNames = ['·', ',', '：', ':'];

    public static string ComponentOf(string line) => line.Split('.')[0];

    public object? Cell(PayColumn column, Language language) => column switch
    {
        ConstantColumn constant => language.T(constant.Text),
        FieldColumn field => Fields[field.Field](this, language),
        // Without any of the lines there is nothing to add: no value, not 0.
        SumColumn sum => Lines.Where(l => sum.Lines.Any(id => l.Id == id || ComponentOf(l.Id) == id)).ToArray() is { Length: > 0 } of ? of.Sum(l => l.Amount) : null,
        _ => throw new InvalidOperationException($"no cell for {column}"),
    };

    private PayAccount? Account => Only is { } one ? Accounts(one.Agent) : null;

    private SlipContent? Only => Slips.Count == 1 || Line.Length == 0 ? Slips[0] : null;
}
