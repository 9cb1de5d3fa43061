using Heng.App.Features.Closing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Months;

/// <summary>
/// Months that were worked out, kept until anything is written. So a page shows what the records say at the moment it is asked for,
/// and the next one does not work it out again.
/// </summary>
public sealed class BookCache(Database database) : IDisposable
{
    private const int MostMonths = 12;
    private readonly Lock turn = new();
    private readonly DataVersion version = new(database);
    private readonly Dictionary<Month, KeptMonth> kept = [];
    private string? seen;

    public Database Database => database;

    public KeptMonth Of(Month month)
    {
        // One at a time: two who ask for the same month at once wait for one computation.
        lock (turn)
        {
            // The stamp is read before the records: what is written in between is seen by the next request.
            var now = version.Now();
            if (now != seen || kept.Count >= MostMonths) kept.Clear();
            seen = now;
            if (!kept.TryGetValue(month, out var found)) kept.Add(month, found = Load(month));
            return found;
        }
    }

    public void Dispose() => version.Dispose();

    private KeptMonth Load(Month month)
    {
        var closed = SealedMonth.Find(database, month) is { } found ? new SealedResults(found) : null;
        return new(MonthBook.Load(database, month, database.Shops.All, asOf: null), closed);
    }
}
