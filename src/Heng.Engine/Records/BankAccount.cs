using System.Text;

namespace Heng.Engine.Records;

/// <summary>
/// The account that somebody's pay goes to from a day on (收款账户). As text its number shows its last four alone; it is kept closed, see <see cref="ClosedBankAccount"/>.
/// Natural key: agent, from.
/// </summary>
public sealed record BankAccount(string Agent, string Payee, string Bank, string Number, DateOnly From)
{
    private const int Shown = 4;

    /// <summary>The last four behind stars; of a short one less.</summary>
    public string Masked => MaskedOf(LastOf(Number));

    public static string LastOf(string number) => number.Length >= 2 * Shown ? number[^Shown..] : number[^(number.Length / 2)..];

    public static string MaskedOf(string last) => "****" + last;

    private bool PrintMembers(StringBuilder text)
    {
        text.Append(Agent).Append(' ').Append(Masked);
        return true;
    }
}

/// <summary>A bank account as it is kept: its number closed by a key that is not in the database, and its last digits to tell it by. The same account under the same key is the same text.</summary>
public sealed record ClosedBankAccount(string Agent, string Payee, string Bank, DateOnly From, string Last, string Secret)
{
    public string Masked => BankAccount.MaskedOf(Last);

    /// <summary>Everybody's account in force on a day: the one that began last.</summary>
    public static IReadOnlyDictionary<string, ClosedBankAccount> On(DateOnly day, IEnumerable<ClosedBankAccount> accounts) =>
        accounts.Where(a => a.From <= day).GroupBy(a => a.Agent, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(a => a.From)!, StringComparer.Ordinal);
}
