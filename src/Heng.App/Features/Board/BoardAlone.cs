using Heng.App.Features.Live;
using Heng.App.Features.Warnings;
using Heng.Store;

namespace Heng.App.Features.Board;

/// <summary>The board where no server runs: read once, and nothing of it is kept or told.</summary>
internal sealed class BoardAlone : IDisposable
{
    private readonly BoardVersion version;
    private readonly LiveBook book;

    public BoardAlone(Database database, TimeProvider time)
    {
        (version, book) = (new(database), new(database, time));
        var warnings = new WarningBook(database, book, time);
        warnings.Read();
        Query = new(database, book, new(time), _ => null, warnings, new(database, book, new(database, version, book), new(database, version), new(database, version)), new(database, book));
    }

    public BoardQuery Query { get; }

    public void Dispose()
    {
        book.Dispose();
        version.Dispose();
    }
}
