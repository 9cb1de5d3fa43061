namespace Heng.Engine.Quality.Checking;

internal enum Joining : byte { One, Every, Either, Not }

/// <summary>An expression over numbered conditions.</summary>
internal sealed record Joined(IReadOnlyList<Joined> Of, Joining How, int Condition = -1)
{
    public bool Holds(StretchWalk walk)
    {
        switch (How)
        {
            case Joining.One:
                return walk.Has(Condition);
            case Joining.Not:
                return !Of[0].Holds(walk);
            default:
                foreach (var part in Of)
                    if (part.Holds(walk) != (How == Joining.Every)) return How != Joining.Every;
                return How == Joining.Every;
        }
    }

    /// <summary>Whether it could hold, each condition being such that it holds nowhere, or may do either.</summary>
    public bool CanHold(Func<int, bool> may) => How switch
    {
        Joining.One => may(Condition),
        Joining.Not => Of[0].CanFail(may),
        Joining.Every => Of.All(part => part.CanHold(may)),
        _ => Of.Any(part => part.CanHold(may)),
    };

    private bool CanFail(Func<int, bool> may) => How switch
    {
        Joining.One => true,
        Joining.Not => Of[0].CanHold(may),
        Joining.Every => Of.Any(part => part.CanFail(may)),
        _ => Of.All(part => part.CanFail(may)),
    };
}
