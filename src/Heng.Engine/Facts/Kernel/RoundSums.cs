using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Heng.Engine.Facts.Kernel;

/// <summary>
/// What the rounds asked in one session add up to. Two vectors: a wait is compared with eight limits at once.
/// The lanes of <see cref="Waits"/> are the primitives from <see cref="Primitive.Rounds"/> on, those of <see cref="Platforms"/> from <see cref="Primitive.Taobao3MinMet"/> on,
/// save where said otherwise.
/// </summary>
internal struct RoundSums
{
    /// <summary>Answered, their capped seconds, all rounds (not the unanswered ones), within 15, 30, 60, 180, and not slow (instead of slow receptions).</summary>
    public Vector256<int> Waits;
    /// <summary>Asked in the day's hours: within three minutes, all; seconds up to Taobao's cap, all; nothing for JD; then answered offline messages and their seconds (instead of Pinduoduo's).</summary>
    public Vector256<int> Platforms;

    private const int Ever = int.MaxValue, Answered = int.MaxValue - 1, Never = -1;

    /// <summary>The longest wait that counts in each lane of <see cref="Waits"/>. An unanswered round has waited for ever.</summary>
    public static Vector256<int> Limits(int slow) => Vector256.Create(Answered, Answered, Ever, 15, 30, 60, 180, Math.Min(slow, Answered));

    /// <summary>The same for <see cref="Platforms"/>: a round asked in the day's hours or not, by an offline message or not.</summary>
    private static readonly Vector256<int>[] PlatformLimits =
    [
        Vector256.Create(Never, Never, Ever, Ever, Never, Never, Never, Never), Vector256.Create(Presets.ThreeMinutes, Ever, Ever, Ever, Never, Never, Never, Never),
        Vector256.Create(Never, Never, Ever, Ever, Never, Never, Answered, Answered), Vector256.Create(Presets.ThreeMinutes, Ever, Ever, Ever, Never, Never, Answered, Answered),
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in RoundState round, Vector256<int> limits, int cap, bool inDayHours)
    {
        var waited = Vector256.Create(round.Answered < 0 ? Ever : unchecked(round.Answered - round.Open.Second));
        AddWait(waited, limits, cap);
        AddPlatforms(waited, round, inDayHours);
    }

    /// <summary>The shop's own figures by the clock of its open hours; the platforms' by the one on the wall.</summary>
    public void Add(in RoundState round, Vector256<int> limits, int cap, bool inDayHours, OpenDay hours)
    {
        AddWait(Vector256.Create(round.Answered < 0 ? Ever : hours.Between(round.Open.Second, round.Answered)), limits, cap);
        AddPlatforms(Vector256.Create(round.Answered < 0 ? Ever : unchecked(round.Answered - round.Open.Second)), round, inDayHours);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddWait(Vector256<int> waited, Vector256<int> limits, int cap) =>
        Waits += Vector256.LessThanOrEqual(waited, limits)
            & Vector256.ConditionalSelect(Vector256.Create(0, -1, 0, 0, 0, 0, 0, 0), Vector256.Min(waited, Vector256.Create(cap)), Vector256.Create(1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddPlatforms(Vector256<int> waited, in RoundState round, bool inDayHours)
    {
        var kind = (inDayHours ? 1 : 0) | (round.Open.IsOffline ? 2 : 0);
        Platforms += Vector256.LessThanOrEqual(waited, PlatformLimits[kind])
            & Vector256.ConditionalSelect(Vector256.Create(0, 0, -1, 0, 0, 0, 0, -1), Vector256.Min(waited, Vector256.Create(Ever, Ever, Presets.TaobaoCap, Ever, Ever, Ever, Ever, Ever)), Vector256.Create(1));
    }
}
