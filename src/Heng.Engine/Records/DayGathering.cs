namespace Heng.Engine.Records;

/// <summary>
/// One file's packed messages of a day on their way into columns. Names get numbers of this day's own while messages stream in, and the store's once all are known.
/// </summary>
public sealed class DayGathering(DateOnly day, Instant start, ImportSource source, int capacity = 0)
{
    private readonly MergeDayColumns columns = new(day, start, capacity: capacity);

    public NameNumbers Buyers { get; } = new();
    public NameNumbers Accounts { get; } = new();

    public void Add(PackedMessage message)
    {
        var (buyer, account) = (Buyers.Of(message.Buyer), Accounts.Of(message.Account));
        var target = message.HasTarget ? Accounts.Of(message.Target) : 0;
        columns.Add(message, buyer, account, target, source, Buyers.HashOf(buyer), Accounts.HashOf(account), target == 0 ? 0 : Accounts.HashOf(target));
    }

    /// <summary>The columns under the numbers that somebody else gives to this day's names, in the order they came.</summary>
    public DayRecords Build(Func<IReadOnlyList<string>, int[]> buyers, Func<IReadOnlyList<string>, int[]> accounts)
    {
        var records = Build();
        Renumber(records.Buyer, buyers(Buyers.Names));
        var known = accounts(Accounts.Names);
        Renumber(records.Account, known);
        Renumber(records.Target, known);
        return records;
    }

    /// <summary>The columns under this day's own numbers.</summary>
    public DayRecords Build() => columns.Build();

    private static void Renumber(int[] numbers, int[] known)
    {
        for (var i = 0; i < numbers.Length; i++)
            if (numbers[i] > 0) numbers[i] = known[numbers[i] - 1];
    }
}
