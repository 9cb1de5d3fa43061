using Heng.App.Features.Closing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Months;

/// <summary>
/// Months that were worked out, kept until a record, rule, plan or decision is written. So a page shows what the records say at the moment
/// it is asked for, and the next one does not work it out again.
/// </summary>
public sealed class BookCache(Database database) : IDisposable
{
    private const int MostMonths = 12;
    private readonly Lock turn = new();
    private readonly DataVersion version = new(database);
    private readonly Dictionary<Month, KeptMonth> kept = [];
    private readonly LateFacts late = new(database);
    private string? seenVersion, seenContent;

    public Database Database => database;

    public KeptMonth Of(Month month)
    {
        // One at a time: two who ask for the same month at once wait for one computation.
        lock (turn)
        {
            LookForChanges();
            if (kept.TryGetValue(month, out var found)) return found;
            if (kept.Count >= MostMonths) kept.Clear();
            kept.Add(month, found = Load(month));
            return found;
        }
    }

    public void Dispose() => version.Dispose();

    /// <summary>
    /// The stamps are read before the records: what is written in between is seen by the next request. A write that touched nothing a month
    /// is made of, such as a sign-in, keeps the months; during an import every write counts.
    /// </summary>
    private void LookForChanges()
    {
        var now = version.Now();
        if (now == seenVersion) return;
        var content = version.Content();
        if (content is null || content != seenContent)
        {
            kept.Clear();
            late.Forget();
        }
        (seenVersion, seenContent) = (now, content);
    }

    private KeptMonth Load(Month month) => KeptMonth.Of(database, MonthBook.Load(database, month, database.Shops.All, asOf: null, late: late));
}
