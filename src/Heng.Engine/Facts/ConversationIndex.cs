using System.Runtime.InteropServices;
using Heng.Engine.Records;

namespace Heng.Engine.Facts;

/// <summary>Numbers a day's conversations (buyer with account, of a shared one with each person in turn) in order of first appearance, and knows whose messages are skipped or automatic.</summary>
internal sealed class ConversationIndex(DayNames names, RuleSet rules)
{
    private readonly Dictionary<long, int> numbers = [];
    private readonly Dictionary<(int Buyer, int Account, Turn Turn), int> shared = [];
    private readonly HashSet<string> ignoredBuyers = new(rules.IgnoredBuyers, StringComparer.Ordinal);
    private readonly HashSet<string> robotAccounts = new(rules.RobotAccounts, StringComparer.Ordinal);

    public List<int> Buyers { get; } = [];
    public List<int> Accounts { get; } = [];
    public List<int> Agents { get; } = [];
    public List<string> BuyerNames { get; } = [];
    public List<string> AccountNames { get; } = [];
    public List<string> AgentNames { get; } = [];
    public List<int> Turns { get; } = [];
    public List<bool> IsIgnored { get; } = [];
    public List<bool> IsRobot { get; } = [];

    public int Of(int buyer, int account, Turn? turn = null)
    {
        if (turn is { } own) return OfShared(buyer, account, own);
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, unchecked((long)buyer << 32 | (uint)account), out var known);
        if (known) return number;
        Open(buyer, account, new(names.AgentAt(account), 0));
        return number = Buyers.Count - 1;
    }

    private int OfShared(int buyer, int account, Turn turn)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(shared, (buyer, account, turn), out var known);
        if (known) return number;
        Open(buyer, account, turn);
        return number = Buyers.Count - 1;
    }

    private void Open(int buyer, int account, Turn turn)
    {
        string buyerName = names.Buyer(buyer), accountName = names.Account(account);
        var agent = turn.Agent;
        Turns.Add(turn.Number);
        Buyers.Add(buyer);
        Accounts.Add(account);
        Agents.Add(agent);
        BuyerNames.Add(buyerName);
        AccountNames.Add(accountName);
        AgentNames.Add(agent == AgentDay.Unbound ? "" : names.Agent(agent));
        IsIgnored.Add(ignoredBuyers.Contains(buyerName) || rules.Filters.OwnAccounts && IsOwn(buyerName, accountName));
        IsRobot.Add(robotAccounts.Contains(accountName));
    }

    /// <summary>The same account, its main account, or a sub-account beside it: colleagues who write to each other.</summary>
    private static bool IsOwn(string buyer, string account)
    {
        var colon = account.IndexOf(':', StringComparison.Ordinal);
        var main = colon < 0 ? account : account[..colon];
        return buyer.StartsWith(main, StringComparison.Ordinal) && (buyer.Length == main.Length || buyer[main.Length] == ':');
    }
}
