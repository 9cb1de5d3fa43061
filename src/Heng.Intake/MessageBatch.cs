using Heng.Engine.Records;

namespace Heng.Intake;

/// <summary>Some rows of a file of messages: those that were accepted, packed, and every other row as it is. Which stood before which is in the messages' own order alone.</summary>
public sealed class MessageBatch
{
    /// <summary>Below the size from which the collector keeps an array apart.</summary>
    internal const int Enough = 60_000;
    private readonly List<Row> others = [];

    public MessageBlock Messages { get; } = new(Enough + (16 << 10));
    public IReadOnlyList<Row> Others => others;
    public int Rows => Messages.Count + others.Count;

    internal void Add(in Row row)
    {
        if (row.Outcome == Outcome.Accepted) Messages.Add(row.Message);
        else others.Add(row);
    }
}
