using Heng.Engine.Records;

namespace Heng.Engine.Facts;

/// <summary>
/// One shop's business day as it is stored: columns in any order, ids given by the store, no text.
/// Columns may be longer than <see cref="Count"/>; only that many are read.
/// </summary>
public sealed class DayRows
{
    public required int Count { get; init; }
    public required int[] Buyer { get; init; }
    public required int[] Account { get; init; }
    /// <summary>Second of the business day, 0–86399.</summary>
    public required int[] Second { get; init; }
    public required Sender[] From { get; init; }
    public required MessageKind[] Kind { get; init; }
    /// <summary>Characters of the text, see <see cref="TextLength"/>.</summary>
    public required ushort[] Length { get; init; }
    public required long[] Sequence { get; init; }
    /// <summary>For a transfer the account it goes to, else -1.</summary>
    public required int[] Target { get; init; }
    /// <summary>The text is one the rule set lists as an auto-reply, see <see cref="AutoReplies"/>.</summary>
    public required bool[] IsAutoText { get; init; }
    /// <summary>The text holds one of the rule set's watchwords; null where it has none.</summary>
    public bool[]? HoldsWatchword { get; init; }
    /// <summary>A correction (更正) takes the message out; null where none does. It is ignored, and so one of the filtered.</summary>
    public bool[]? IsCorrected { get; init; }

    /// <summary>Natural keys, where rows that the fold may interchange are to stand in an order of their own.</summary>
    public UInt128[]? Key { get; init; }

    internal Act ActOf(int row, bool isRobotAccount) => IsCorrected?[row] == true ? Act.Ignored : Acts.Of(From[row], Kind[row], IsAutoText[row], isRobotAccount);
}

/// <summary>What the ids of a day's rows are called, and who sits at an account on that day (agent 0: nobody). Asked once per id or conversation, not per message.</summary>
public sealed record DayNames(string Shop, Func<int, string> Buyer, Func<int, string> Account, Func<int, int> AgentAt, Func<int, string> Agent)
{
    /// <summary>Who sits at an account that several people share; null for one that is one person's, or whose shifts nobody knows. Itself null where no account is shared.</summary>
    public Func<int, Seats?>? SeatsAt { get; init; }
}

/// <summary>The characters of one of the day's rows; they live until the next are asked for.</summary>
public delegate ReadOnlySpan<char> TextOfRow(int row);
