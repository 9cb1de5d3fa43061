using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Heng.Engine.Facts.Kernel;

[Flags]
internal enum SessionFlags : byte
{
    None = 0,
    BuyerSeen = 1,
    /// <summary>The reception's first response is known, so later human messages need not look.</summary>
    Settled = 2,
    Replied = 4,
    TransferredIn = 8,
    TransferredOut = 16,
}

/// <summary>
/// What the fold knows of one session (会话) after its latest message: one cache line. Seconds are of the business day, -1 is "none".
/// An open round, the buyer's last message and the JD session move on into the conversation's next session.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct SessionState
{
    public const int None = -1;

    public int Conversation;
    public int Start;
    public int Last;
    public int OpenRound;
    public int LastBuyer;
    public int BuyerMessages;
    public int HumanMessages;
    public int AutoMessages;
    public int Characters;
    public int TypedCharacters;
    public int TypedSeconds;
    public int JdStart;
    public int JdAsked;
    public short JdAll;
    public short JdMet;
    public ushort Rounds;
    public ushort Transfers;
    public SessionFlags Flags;
}

[Flags]
internal enum RoundFlags : byte
{
    None = 0,
    ByTransfer = 1,
    Offline = 2,
    /// <summary>Passed on with a transfer: no wait and no unanswered round for the one who passed on.</summary>
    Moved = 4,
}

/// <summary>A round (回合) as it was asked; <see cref="Answered"/> is -1 while open. Session is the one it was asked in.</summary>
internal struct RoundState
{
    public int Session;
    public int Asked;
    public int Answered;
    public RoundFlags Flags;
}

[Flags]
internal enum ReceptionFlags : byte { None = 0, TransferredIn = 1, TransferredOut = 2, BuyerFirst = 4, HumanFirst = 8 }

/// <summary>What all accounts of one person share about one buyer's day: the first ask (or passed-on round) and the first reply.</summary>
internal struct ReceptionState
{
    public int Agent;
    public int Buyer;
    public int Asked;
    public int Replied;
    /// <summary>The next reception of the same buyer, or -1.</summary>
    public int NextOfBuyer;
    public ReceptionFlags Flags;
}

/// <summary>Messages of a conversation that the fold skips; first and last only matter where nothing else was said.</summary>
internal struct IgnoredState
{
    public int Count;
    public int First;
    public int Last;
}

/// <summary>A reception's primitives 1–61 by number, each far below 2³¹ in one day; the engine's checked arithmetic would say so otherwise.</summary>
[InlineArray(Length)]
internal struct ReceptionRow
{
    public const int Length = 64;
    private int primitive;
}
