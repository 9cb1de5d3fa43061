namespace Heng.Engine.Quality.Checking;

/// <summary>How one operator finds its hits.</summary>
internal abstract class Look
{
    /// <summary>Writes what is found in the order of the talk.</summary>
    public abstract void Find(Scene scene, CheckedCondition of, HitWriter hits);

    /// <summary>Nothing is found unless a phrase woke the rule.</summary>
    public virtual bool Sleeps => false;
}

/// <summary>Goes along a slot's hits with the lines of a talk, which must be asked for in order.</summary>
internal struct SlotWalk(Scene scene, int slot)
{
    private int at = scene.FirstOf(slot);

    /// <summary>The first of a line's hits, or -1.</summary>
    public int In(int line)
    {
        while (at >= 0 && scene[at].Line < line) at = scene[at].Next;
        return at >= 0 && scene[at].Line == line ? at : -1;
    }
}
