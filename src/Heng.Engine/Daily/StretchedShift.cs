using Heng.Engine.Duty;
using Heng.Engine.Records;

namespace Heng.Engine.Daily;

/// <summary>A buyer who waited, until when, and the reception that it was.</summary>
public readonly record struct Waited(Instant Asked, Instant Answered, long Reception);

/// <summary>A shift that stretched while buyers waited (拖班): from its end to the last answer, and the receptions that held it.</summary>
public sealed record StretchedShift(string Name, ShiftSpan Shift, Instant Until, IReadOnlyList<long> Receptions, int Answers)
{
    public long Seconds => Until.SecondsSince(Shift.End);
    /// <summary>Whole minutes: a part of one is none.</summary>
    public int Minutes => (int)(Seconds / 60);
}

/// <summary>
/// How long somebody went on serving after the rostered end. It goes on from answer to answer while the next buyer had asked at most ten minutes after the last answer; who comes back
/// later for one answer has not stretched the shift. It ends four hours after the shift.
/// </summary>
public static class Stretching
{
    public const int PauseSeconds = 600, LongestSeconds = 4 * 3600;

    /// <param name="waits">Of the person's receptions around the shift, in any order.</param>
    public static StretchedShift? Of(string name, ShiftSpan shift, IEnumerable<Waited> waits)
    {
        var (until, receptions, answers) = (shift.End, new List<long>(), 0);
        foreach (var wait in waits.Where(w => w.Answered > shift.End && w.Answered <= shift.End.Plus(LongestSeconds)).OrderBy(w => w.Asked).ThenBy(w => w.Answered))
        {
            if (wait.Asked > until.Plus(PauseSeconds)) break;
            if (wait.Answered > until) until = wait.Answered;
            if (!receptions.Contains(wait.Reception)) receptions.Add(wait.Reception);
            answers++;
        }
        return answers == 0 ? null : new(name, shift, until, receptions, answers);
    }
}
