namespace Heng.Engine.Facts.Kernel;

/// <summary>
/// The largest number of an agent's sessions open at one instant (最大同时接待), and the seconds with at least one open. A session is open from its first to its last message, both included,
/// so one that begins in the second another ends overlaps it. Sessions come in order of start; they are laid out by agent, then starts and ends are walked together.
/// </summary>
internal sealed class Concurrency
{
    private int[] starts = [], ends = [], from = [], at = [];

    public void Measure(DayTally tally, DayFolding fold)
    {
        LayOut(tally, fold);
        for (var a = 0; a < tally.Agents.Count; a++)
        {
            var length = from[a + 1] - from[a];
            var own = ends.AsSpan(from[a], length);
            own.Sort();
            var (largest, busy) = Open(starts.AsSpan(from[a], length), own);
            tally.SetOpen(a, largest, busy);
        }
    }

    private void LayOut(DayTally tally, DayFolding fold)
    {
        var agents = tally.Agents.Count;
        if (starts.Length < fold.SessionCount) (starts, ends) = (new int[fold.SessionCount * 3 / 2], new int[fold.SessionCount * 3 / 2]);
        if (from.Length < agents + 1) (from, at) = (new int[agents * 2 + 1], new int[agents * 2 + 1]);
        for (var a = 0; a < agents; a++) from[a + 1] = from[a] + (int)tally.AgentRow(a)[(int)Primitive.Sessions];
        Array.Copy(from, at, agents);
        foreach (ref readonly var session in fold.Sessions)
        {
            var reception = fold.ReceptionOf(session.Conversation);
            if (tally.IsDropped(reception)) continue;
            var slot = at[tally.AgentPosition(reception)]++;
            (starts[slot], ends[slot]) = (session.Start, session.Last);
        }
    }

    private static (int Largest, int Busy) Open(ReadOnlySpan<int> starts, ReadOnlySpan<int> ends)
    {
        int open = 0, largest = 0, ended = 0, since = 0, busy = 0;
        foreach (var start in starts)
        {
            while (ended < ends.Length && ends[ended] < start)
            {
                if (--open == 0) busy += ends[ended] - since;
                ended++;
            }
            if (open == 0) since = start;
            if (++open > largest) largest = open;
        }
        return (largest, open == 0 ? busy : busy + ends[^1] - since);
    }
}
