using Heng.Engine.Records;

namespace Heng.Engine.Facts;

/// <summary>The short way from messages to columns, where a day is small enough to hold objects: tests, demos and one-off questions.</summary>
public static class MessageRows
{
    /// <summary>
    /// Columns of one shop's messages of <paramref name="day"/>; messages of other days are not its business and are left out.
    /// <paramref name="agentAt"/> names the person at an account, or null; <paramref name="shiftsAt"/> the shifts at a shared one, in seconds of the day, else none.
    /// </summary>
    public static DayMessages Of(
        DateOnly day, IEnumerable<Message> messages, RuleSet rules, Func<string, string?> agentAt, Func<string, IReadOnlyList<(string Person, int Start, int End)>>? shiftsAt = null,
        Func<Message, bool>? isCorrected = null)
    {
        var own = messages.Where(m => rules.Clock.DayOf(m.At) == day).ToList();
        Names buyers = new(), accounts = new(), agents = new();
        agents.Of("");
        var autoReplies = new AutoReplies(rules);
        var rows = new DayRows
        {
            Count = own.Count,
            Buyer = [.. own.Select(m => buyers.Of(m.Buyer))],
            Account = [.. own.Select(m => accounts.Of(m.Account))],
            Second = [.. own.Select(m => rules.Clock.SecondOfDay(m.At))],
            From = [.. own.Select(m => m.From)],
            Kind = [.. own.Select(m => m.Kind)],
            Length = [.. own.Select(m => TextLength.Of(m.Text))],
            Sequence = [.. own.Select(m => m.Sequence)],
            Target = [.. own.Select(m => m.To is { } to ? accounts.Of(to) : -1)],
            IsAutoText = [.. own.Select(m => autoReplies.Lists(m.Text))],
            IsCorrected = isCorrected is null ? null : [.. own.Select(isCorrected)],
            HoldsWatchword = rules.Filters.Watchwords.Count == 0 ? null : [.. own.Select(m => new Watchwords(rules).In(m.Text))],
        };
        var names = new DayNames(own.Count == 0 ? "" : own[0].Shop, buyers.NameOf, accounts.NameOf, account => agents.Of(agentAt(accounts.NameOf(account)) ?? ""), agents.NameOf)
        {
            SeatsAt = shiftsAt is null ? null : account => shiftsAt(accounts.NameOf(account)) is { Count: > 0 } shifts ? new Seats([.. shifts.Select(s => new Seat(agents.Of(s.Person), s.Start, s.End))]) : null,
        };
        return DayColumns.Of(rows, names, rules);
    }

    private sealed class Names
    {
        private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        private readonly List<string> names = [];

        public int Of(string name)
        {
            if (numbers.TryGetValue(name, out var number)) return number;
            names.Add(name);
            return numbers[name] = names.Count - 1;
        }

        public string NameOf(int number) => names[number];
    }
}
