using Heng.Engine;
using Heng.Engine.Facts;
using Heng.Engine.Records;
using Heng.Intake;

namespace Heng.Bench.Intake;

/// <summary>
/// The import's own way from a file's bytes to folded facts, with the spool in memory and without a store: rows, days, names, merge keys, columns, sessions, receptions and agent-days.
/// With two threads one reads rows while the other sorts them into days, and two days are folded side by side.
/// </summary>
internal sealed class ParseFold(string file, int threads)
{
    private static readonly RuleSet Rules = RuleSet.Default;
    private readonly SortedDictionary<DateOnly, DayOfRows> days = [];

    public long Rows => days.Values.Sum(d => (long)d.Count);
    public long Characters => days.Values.Sum(d => d.Characters);
    public int Buyers => days.Values.SelectMany(d => d.Buyers).Distinct(StringComparer.Ordinal).Count();

    public ParseFold Run()
    {
        using (var opening = IntakeFile.Open(file, new("旗舰店")))
            foreach (var batch in Read((Opened)opening)) Sort(batch);
        Parallel.ForEach(days, new ParallelOptions { MaxDegreeOfParallelism = threads }, day => day.Value.Fold(day.Key, Rules));
        return this;
    }

    private IEnumerable<MessageBatch> Read(Opened opened) => threads == 1 ? opened.Batches() : Ahead.Of(opened.Batches());

    private void Sort(MessageBatch batch)
    {
        if (batch.Others.Count > 0) throw new InvalidOperationException(batch.Others[0].ToString());
        var (block, day, start, end) = (batch.Messages, (DayOfRows?)null, default(Instant), default(Instant));
        for (var place = 0; place < block.Length;)
        {
            var message = block.At(ref place);
            if (day is null || message.At < start || message.At >= end)
            {
                var of = Rules.Clock.DayOf(message.At);
                (start, end) = (Rules.Clock.StartOf(of), Rules.Clock.EndOf(of));
                if (!days.TryGetValue(of, out day)) days[of] = day = new();
            }
            day.Add(message);
        }
    }
}

/// <summary>A day's packed messages in memory, and what became of them.</summary>
internal sealed class DayOfRows
{
    private const int Chunk = 1 << 20;
    private readonly List<(byte[] Bytes, int Length)> chunks = [];
    private byte[] bytes = [];
    private int used;

    public int Count { get; private set; }
    public long Characters { get; private set; }
    public IReadOnlyList<string> Buyers { get; private set; } = [];

    public void Add(PackedMessage message)
    {
        if (message.Bytes.Length > bytes.Length - used)
        {
            if (used > 0) chunks.Add((bytes, used));
            (bytes, used) = (GC.AllocateUninitializedArray<byte>(Math.Max(Chunk, message.Bytes.Length)), 0);
        }
        message.Bytes.CopyTo(bytes.AsSpan(used));
        used += message.Bytes.Length;
        Count++;
    }

    public void Fold(DateOnly date, RuleSet rules)
    {
        var gathering = new DayGathering(date, rules.Clock.StartOf(date), default, Count);
        foreach (var (chunk, length) in chunks.Append((bytes, used)))
            for (var at = 0; at < length;)
            {
                var message = MessageBlock.At(chunk.AsSpan(at, length - at));
                gathering.Add(message);
                at += message.Bytes.Length;
            }
        chunks.Clear();
        var records = MergeDay.Apply(DayRecords.Empty(date, rules.Clock.StartOf(date)), [], gathering.Build()).Records;
        var (buyers, accounts) = (gathering.Buyers.Names, gathering.Accounts.Names);
        var rows = new DayRows
        {
            Count = records.Count, Buyer = records.Buyer, Account = records.Account, Second = records.Second, From = records.From, Kind = records.Kind, Length = records.Length,
            Sequence = records.Sequence, Target = Array.ConvertAll(records.Target, t => t == 0 ? -1 : t), IsAutoText = new bool[records.Count],
        };
        var facts = Pipeline.Facts(date, rows, new("旗舰店", id => buyers[id - 1], id => accounts[id - 1], id => id, id => accounts[id - 1]), rules);
        if (facts.Folded + facts.Filtered != Count) throw new InvalidOperationException("not every message was folded");
        (Characters, Buyers) = (records.Length.Sum(l => (long)l), buyers);
    }
}
