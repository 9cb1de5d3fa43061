using Heng.Engine.Records;
using Heng.Intake.Mapping;

namespace Heng.Intake;

/// <summary>What the one who imports says about a file. <paramref name="FileName"/> is its name where the path is not (an upload kept under another).</summary>
public sealed record IntakeOptions(string? Shop = null, string? Kind = null, MessageMap? Map = null, DateOnly? Day = null, string? FileName = null)
{
    public static readonly IntakeOptions None = new();

    /// <summary>The last day of a report that speaks of several, the first being Day.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>When the file was made, over what its map or name says: of two versions of a record the later export stands.</summary>
    public Instant? ExportedAt { get; init; }

    /// <summary>The shop's accounts in a chat text that does not tell them from the buyer.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>The buyer of a chat text in which they do not write, or several names stand.</summary>
    public string? Buyer { get; init; }

    /// <summary>Accounts that people are known to have.</summary>
    public IReadOnlySet<string> KnownAccounts { get; init; } = new HashSet<string>();

    /// <summary>The moment of the import. What happened more than <see cref="AheadSeconds"/> after it did not happen: a typo or a broken clock.</summary>
    public Instant? Now { get; init; }

    /// <summary>A day, for a zone that was left out and a clock that runs ahead.</summary>
    public const int AheadSeconds = 86_400;

    internal Instant Latest => Now is { } now ? now.Plus(AheadSeconds) : new(long.MaxValue);
}
