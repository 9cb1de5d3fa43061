using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Work;

namespace Heng.Intake.Plain;

/// <summary>Accounts that pay goes to (收款账户). Nothing writes them again: they leave in a table for the bank alone.</summary>
internal static class BankAccountTable
{
    private const int Agent = 0, Payee = 1, Bank = 2, Number = 3, From = 4;
    private const int Fewest = 6, Most = 34;

    public static readonly Format Format = new("bank-accounts", new("收款账户", "Bank accounts"), Holding.BankAccounts, Shape.Table,
    [
        WorkCells.Agent,
        new("payee", false, "户名", "收款人"),
        new("bank", true, "开户行", "银行", "开户银行"),
        new("account", true, "账号", "银行账号", "卡号", "银行卡号", "收款账号"),
        new("from", true, "起始日期", "启用日期"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)));

    private static BankAccount Read(Cells cells)
    {
        var agent = cells.AgentOf(Agent);
        return new(agent, cells.Name(Payee) is { Length: > 0 } payee ? payee : agent, cells.Needed(Bank), NumberOf(cells), cells.Day(From));
    }

    /// <summary>Digits, and letters where a bank has them, without the blanks and dashes that people put between.</summary>
    private static string NumberOf(Cells cells)
    {
        var number = string.Concat(cells.Id(Number).Where(c => c is not (' ' or '-' or '\u00A0' or '\u3000')));
        if (cells.Failure is null && (number.Length is < Fewest or > Most || !number.All(char.IsAsciiLetterOrDigit) || !number.Any(char.IsAsciiDigit))) cells.Fail(Reasons.BankAccount(cells.NameOf(Number)));
        return number;
    }
}
