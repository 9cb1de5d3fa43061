using Heng.Engine.Records;

namespace Heng.Engine.Facts;

/// <summary>A person's part of a buyer's conversation with a shared account: who, and the how-manieth part.</summary>
internal readonly record struct Turn(int Agent, int Number);

/// <summary>The turns of a day's rows, by position in fold order. A transfer is in two conversations, so it may have two.</summary>
internal sealed class SharedTurns
{
    private readonly Turn?[] own, target;

    private SharedTurns(int count) => (own, target) = (new Turn?[count], new Turn?[count]);

    /// <summary>Null where no account of the day is shared.</summary>
    public static SharedTurns? Of(DayRows rows, int[] order, DayNames names, RuleSet rules)
    {
        if (names.SeatsAt is not { } seatsAt) return null;
        var seats = new Dictionary<int, Seats?>();
        Seats? At(int account) => account < 0 ? null : seats.TryGetValue(account, out var known) ? known : seats[account] = seatsAt(account);
        var found = new Dictionary<(int Buyer, int Account), List<Part>>();
        void Add(int buyer, int account, Part part)
        {
            if (At(account) is null) return;
            if (!found.TryGetValue((buyer, account), out var parts)) found.Add((buyer, account), parts = []);
            parts.Add(part);
        }
        for (var i = 0; i < order.Length; i++)
        {
            var row = order[i];
            var act = rows.ActOf(row, At(rows.Account[row]) is not null && rules.RobotAccounts.Contains(names.Account(rows.Account[row])));
            Add(rows.Buyer[row], rows.Account[row], new(i, false, rows.Second[row], HandOf(act)));
            if (act == Act.Transfer) Add(rows.Buyer[row], rows.Target[row], new(i, true, rows.Second[row], Hand.Asks));
        }
        if (found.Count == 0) return null;
        var turns = new SharedTurns(order.Length);
        foreach (var ((_, account), parts) in found) turns.Number(At(account)!, parts);
        return turns;
    }

    public Turn? Own(int position) => own[position];
    public Turn? Target(int position) => target[position];

    private static Hand HandOf(Act act) => act switch { Act.Human or Act.Transfer => Hand.Acts, Act.Buyer or Act.BuyerOffline => Hand.Asks, _ => Hand.None };

    private void Number(Seats seats, List<Part> parts)
    {
        var people = Turns.Of(seats, [.. parts.Select(p => (p.Second, p.What))]);
        var number = 0;
        for (var i = 0; i < people.Length; i++)
        {
            if (i > 0 && people[i] != people[i - 1]) number++;
            (parts[i].IsInto ? target : own)[parts[i].Position] = new(people[i], number);
        }
    }

    private readonly record struct Part(int Position, bool IsInto, int Second, Hand What);
}
