using Heng.App.Features.People;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Pay.Accounts;

/// <summary>An account as a table for the bank shows it to who asks.</summary>
public sealed record PayAccount(string Payee, string Bank, string Number);

/// <summary>Where everybody's pay goes on a day (收款账户), for who may see it: whole for who takes tables of pay away, else its last four.</summary>
public sealed class PayAccounts
{
    private readonly Dictionary<string, PayAccount> shown = new(StringComparer.Ordinal);
    private readonly List<string> closed = [], nobodys = [];
    private readonly IReadOnlyList<string> shared;

    public PayAccounts(Database database, string folder, DateOnly day, Viewer viewer)
    {
        var (roster, safe) = (database.People.Roster, new AccountSafe(folder));
        var known = database.Records(RecordKinds.BankAccounts).All(Shops.Company.Id)
            .Select(a => roster.PersonOf(a.Agent, "", day) is var person and not 0 ? (Name: roster.NameOf(person)!, Account: a) : (Name: null as string, Account: a)).ToArray();
        nobodys.AddRange(known.Where(k => k.Name is null).Select(k => k.Account.Agent).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        // The number is bound to the name under which it came, so the account is opened before it is somebody's.
        var numbers = new List<(string Name, string Number)>();
        foreach (var own in known.Where(k => k.Name is not null && k.Account.From <= day).GroupBy(k => k.Name!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var kept = own.MaxBy(k => k.Account.From).Account;
            if (safe.Open(kept) is not { } open)
            {
                closed.Add(own.Key);
                continue;
            }
            numbers.Add((own.Key, open.Number));
            shown.Add(own.Key, new(open.Payee, open.Bank, Rights.SeesAccounts(viewer) ? open.Number : open.Masked));
        }
        shared = [.. numbers.GroupBy(n => n.Number, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => string.Join(" = ", g.Select(n => n.Name)))];
    }

    public PayAccount? Of(string agent) => shown.GetValueOrDefault(agent);

    /// <summary>What must be known before the table goes to a bank.</summary>
    public IEnumerable<Wording> Told(IEnumerable<string> paid)
    {
        string[] without = [.. paid.Where(a => !shown.ContainsKey(a) && !closed.Contains(a))];
        if (without.Length > 0) yield return Names(without, "没有收款账户", "no bank account is known of these");
        if (closed.Count > 0) yield return Names(closed, "收款账户打不开（密钥不对，或记录被改过）", "the bank account can't be opened (another key, or the record was changed)");
        if (shared.Count > 0) yield return Names(shared, "几个人同一个收款账户", "one bank account of several people");
        if (nobodys.Count > 0) yield return Names(nobodys, "收款账户的人不在人员名单里", "bank accounts of people that no list has");
    }

    private static Wording Names(IReadOnlyList<string> names, string zh, string en) => new($"{zh}：{string.Join("、", names)}", $"{en}: {string.Join(", ", names)}");
}
