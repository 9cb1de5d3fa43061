namespace Heng.Engine.Quality.Checking;

/// <summary>
/// Which lines make a round (回合): from the buyer's first unanswered message, or the transfer that brought it, to before the next round's. What stands before the first belongs to it,
/// and a reception without rounds is one. Within a second the order of the lines tells.
/// </summary>
internal sealed class TalkRounds
{
    private readonly List<int> roundOf = [], firstLine = [], asked = [], answered = [];
    private bool known;

    public int Count => firstLine.Count;
    public int RoundOf(int line) => roundOf[line];
    public int LastLineOf(int round) => round + 1 < firstLine.Count ? firstLine[round + 1] - 1 : roundOf.Count - 1;
    public int FirstLineOf(int round) => firstLine[round];
    /// <summary>The line that asked.</summary>
    public int AskedAt(int round) => asked[round];
    /// <summary>The line of the reply, or -1.</summary>
    public int AnsweredAt(int round) => answered[round];

    public void Forget() => known = false;

    public TalkRounds Of(Talk talk)
    {
        if (known) return this;
        known = true;
        roundOf.Clear();
        firstLine.Clear();
        asked.Clear();
        answered.Clear();
        Begin(0, 0);
        var next = 0;
        for (var line = 0; line < talk.Count; line++)
        {
            if (next < talk.Rounds.Count && Begins(talk, line, next))
            {
                if (next++ > 0) Begin(line, line);
                else asked[0] = line;
            }
            else if (next > 0 && answered[^1] < 0 && Scene.IsLookedAt(talk[line]) && talk[line].From == Speaker.Agent && talk.Rounds[next - 1].Answered is { } second && talk[line].Second >= second)
            {
                answered[^1] = line;
            }
            roundOf.Add(firstLine.Count - 1);
        }
        return this;
    }

    private bool Begins(Talk talk, int line, int next)
    {
        var round = talk.Rounds[next];
        if (talk[line].Second < round.Asked) return false;
        if (next > 0 && answered[^1] < 0 && talk.Rounds[next - 1].Answered >= talk[line].Second) return false;
        return round.ByTransfer || talk[line].From == Speaker.Buyer;
    }

    private void Begin(int line, int asking)
    {
        firstLine.Add(line);
        asked.Add(asking);
        answered.Add(-1);
    }
}
