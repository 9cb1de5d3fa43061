namespace Heng.Engine.Records;

/// <summary>An import that brought records, with its file's own export time.</summary>
public readonly record struct ImportSource(long Import, Instant? Exported);

/// <summary>
/// One shop's business day of messages as records, in columns; ids are store-given. The order of rows means nothing.
/// Text, PlatformId, Key and Content are null when the day was loaded without text.
/// </summary>
public sealed class DayRecords
{
    public required DateOnly Day { get; init; }
    /// <summary>The day's first instant; <see cref="Second"/> counts from it.</summary>
    public required Instant Start { get; init; }
    /// <summary>Which writing of the day this came from; 0 is a day not kept yet. Saving over another writing is refused.</summary>
    public long Revision { get; init; }
    public required int Count { get; init; }
    public required int[] Second { get; init; }
    public required Sender[] From { get; init; }
    public required MessageKind[] Kind { get; init; }
    public required int[] Buyer { get; init; }
    public required int[] Account { get; init; }
    /// <summary>The account that a transfer passes the buyer to; 0 is none.</summary>
    public required int[] Target { get; init; }
    /// <summary>Characters of the text, see <see cref="TextLength"/>.</summary>
    public required ushort[] Length { get; init; }
    public required long[] Sequence { get; init; }
    /// <summary>Index into <see cref="Sources"/>.</summary>
    public required int[] Source { get; init; }
    public required IReadOnlyList<ImportSource> Sources { get; init; }
    public Utf8Text[]? Text { get; init; }
    /// <summary>None where the platform gave no id.</summary>
    public Utf8Text[]? PlatformId { get; init; }
    public UInt128[]? Key { get; init; }
    public ulong[]? Content { get; init; }

    public Instant At(int row) => Start.Plus(Second[row]);

    /// <summary>Nothing yet; with a revision, nothing in place of what is kept under it.</summary>
    public static DayRecords Empty(DateOnly day, Instant start, long revision = 0) => new MergeDayColumns(day, start, revision).Build();
}

/// <summary>A version of a message that another replaced, whole.</summary>
public sealed record SupersededMessage(
    UInt128 Key, ulong Content, Instant At, Sender From, MessageKind Kind, int Buyer, int Account, int Target,
    string Text, string? PlatformId, long Sequence, ImportSource Source);
