using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Heng.Engine.Facts.Kernel;

[Flags]
internal enum SessionFlags : byte
{
    None = 0,
    /// <summary>No buyer message yet.</summary>
    Unmet = 1,
    /// <summary>The reception's first response isn't known to this session yet, so a human message must look.</summary>
    Unsettled = 2,
    /// <summary>The JD session's first question is still to come.</summary>
    JdUnasked = 4,
    /// <summary>It has come and waits for its answer; then a round is open. With neither flag the JD session is done.</summary>
    JdWaits = 8,
    /// <summary>The JD session started in the hours JD looks at.</summary>
    JdHours = 16,
    Replied = 32,
    TransferredIn = 64,
    TransferredOut = 128,
}

/// <summary>
/// What the fold knows of one session (会话) after its latest message: 64 bytes, a cache line. Seconds are of the business day, -1 is "none".
/// An open round, the buyer's last message and the JD session move on into the conversation's next session.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct SessionState
{
    public const int None = -1;

    // Eight numbers in the order of SessionSums, one vector. They come first: behind an array's header of 16 bytes they then lie in one cache line.
    public int BuyerMessages;
    public int HumanMessages;
    public int AutoMessages;
    public int Characters;
    public int TypedCharacters;
    public int TypedSeconds;
    public int Rounds;
    public int LastBuyer;

    public OpenRound Open;
    public int Last;
    public int Start;
    public int Conversation;
    public int JdAsked;
    public short JdAll;
    public short JdMet;
    public ushort Transfers;
    public SessionFlags Flags;

    [UnscopedRef]
    public ref Vector256<int> Sums => ref Unsafe.As<int, Vector256<int>>(ref BuyerMessages);
}

/// <summary>
/// A round (回合) that waits for its answer, in one number so that a message takes or leaves it whole: the session it was asked in, how, and the second of the day; below 0 is none.
/// It was asked in the session where the buyer spoke, though a later session may hold it.
/// </summary>
internal struct OpenRound
{
    public static readonly OpenRound None = new() { Bits = -1 };
    private const int SessionAt = 32, OfflineAt = 20, TransferAt = 21, Seconds = (1 << OfflineAt) - 1;

    public long Bits;

    public readonly bool IsOne => Bits >= 0;
    public readonly int Session => (int)(Bits >> SessionAt);
    public readonly int Second => (int)(Bits & Seconds);
    public readonly bool IsOffline => (Bits & 1L << OfflineAt) != 0;
    public readonly bool IsByTransfer => (Bits & 1L << TransferAt) != 0;

    public static OpenRound Asked(int session, int second, int offline) => new() { Bits = (long)session << SessionAt | (long)(offline << OfflineAt | second) };
    /// <summary>Passed on with a transfer: a round of its own where it comes to.</summary>
    public static OpenRound Moved(int session, int second, OpenRound from) => new() { Bits = Asked(session, second, from.IsOffline ? 1 : 0).Bits | 1L << TransferAt };
    public readonly OpenRound AskedAt(int second) => new() { Bits = Bits & ~(long)Seconds | (long)second };
}

internal struct RoundState
{
    public OpenRound Open;
    /// <summary>The second of the answer, -1 where there is none.</summary>
    public int Answered;
}

[Flags]
internal enum ReceptionFlags : byte { None = 0, TransferredIn = 1, TransferredOut = 2, BuyerFirst = 4, HumanFirst = 8, Human = 16 }

/// <summary>What all accounts of one person share about one buyer's day: the first ask (or passed-on round) and the first reply.</summary>
internal struct ReceptionState
{
    public int Agent;
    public int Buyer;
    public int Asked;
    public int Replied;
    /// <summary>The next reception of the same buyer, or -1.</summary>
    public int NextOfBuyer;
    /// <summary>Its session that opened last, from which <see cref="SessionState.Before"/> leads to the others; -1 where all was ignored.</summary>
    public int LatestSession;
    public ReceptionFlags Flags;

    /// <summary>No buyer message, no round passed on to it and no human message: an empty chat.</summary>
    public readonly bool IsEmpty => Asked < 0 && (Flags & ReceptionFlags.Human) == 0;
}

/// <summary>Messages of a reception that the fold skips; first and last only matter where nothing else was said.</summary>
internal struct IgnoredState
{
    public int Count;
    public int First;
    public int Last;
}

/// <summary>A reception's primitives 1–61 by number, each far below 2³¹ in one day. Vectors don't check that; <see cref="DayTally"/> does, for none is negative.</summary>
[InlineArray(Length)]
internal struct ReceptionRow
{
    public const int Length = 64;
    private int primitive;
}
