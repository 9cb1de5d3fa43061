namespace Heng.Intake.Chats;

/// <summary>
/// Which account a buyer's words went to where only the agents' rows name one: the account that wrote last to this buyer on that day, before any the first
/// that does; on a day without agents the last one, or the first of all. Memory is bounded: a table of more conversations than that needs an account of its own a row.
/// </summary>
internal sealed class ChatAccounts(string? given)
{
    private const int Most = 500_000;
    private readonly Dictionary<(string Buyer, string Day), string> first = [];
    private readonly Dictionary<string, (string Day, string Account)> last = [];

    /// <summary>The day of a time as people write it: 2026-10-1 and 2026/10/01 are one.</summary>
    public static string DayOf(string time) => string.Join('-', time.Split(' ', 'T')[0].Split('-', '/', '.').Select(p => p.PadLeft(2, '0')));

    public void See(string buyer, string day, string account)
    {
        if (first.Count > Most) return;
        first.TryAdd((buyer, day), account);
        first.TryAdd((buyer, ""), account);
    }

    public string? Of(string buyer, string day, string? written)
    {
        var account = written ?? Told(buyer, day);
        if (account is null) return null;
        if (last.Count > Most) last.Clear();
        last[buyer] = (day, account);
        return account;
    }

    private string? Told(string buyer, string day)
    {
        var known = last.TryGetValue(buyer, out var before);
        if (known && before.Day == day) return before.Account;
        return first.GetValueOrDefault((buyer, day)) ?? (known ? before.Account : first.GetValueOrDefault((buyer, "")) ?? given);
    }
}
