using Heng.Engine.Records;

namespace Heng.Intake;

/// <summary>What became of a row. Whether an accepted one is a duplicate only the store can tell.</summary>
public enum Outcome : byte { Accepted, Rejected, Dropped }

/// <summary>
/// One row of a file. <paramref name="Line"/> is the physical line on which it starts, from 1 (in a sheet its row).
/// Accepted: <paramref name="Message"/> of a message file, else <paramref name="Record"/>. Rejected and dropped: <paramref name="Reason"/>.
/// <paramref name="Raw"/> is what a rejected row looked like, cut to <see cref="RawLength"/> characters.
/// </summary>
public readonly record struct Row(long Line, Outcome Outcome, Message Message, object? Record, Reason? Reason, string? Raw)
{
    public const int RawLength = 4000;

    internal static Row Rejected(long line, Reason reason, string raw) =>
        new(line, Outcome.Rejected, default, null, reason, raw.Length > RawLength ? raw[..RawLength] : raw);

    internal static Row Dropped(long line, Reason reason) => new(line, Outcome.Dropped, default, null, reason, null);
}
