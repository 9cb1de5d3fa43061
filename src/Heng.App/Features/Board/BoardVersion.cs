using Heng.App.Features.Months;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Board;

/// <summary>Tells the board when the records changed that it reads beside the running day: looked for every few seconds at most, and not while an import is at work.</summary>
public sealed class BoardVersion(Database database) : IDisposable
{
    private const long Apart = 3;
    private readonly Lock turn = new();
    private readonly DataVersion version = new(database);
    private string? seen;
    private string stamp = "";
    private Instant? looked;

    /// <summary>Another text once other records stand.</summary>
    public string Of(Instant now)
    {
        lock (turn)
        {
            if (looked is { } last && now.SecondsSince(last) is >= 0 and < Apart) return stamp;
            looked = now;
            var written = version.Now();
            if (written == seen) return stamp;
            // While an import is at work it is looked at again, for what is written then may be half of it.
            if (version.Content() is not { } content) return stamp;
            seen = written;
            return stamp = content;
        }
    }

    public void Dispose() => version.Dispose();
}
