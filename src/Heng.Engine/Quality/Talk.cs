using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Quality;

/// <summary>Who a line is from: what a robot or an automatic reply says is nobody's; a notice is of the system, a transfer among them.</summary>
public enum Speaker : byte { Buyer, Agent, Auto, Notice }

/// <summary>A message of a reception: its text within the talk's characters, its second of the business day.</summary>
public readonly record struct Line(int Start, int Length, int Second, Speaker From, MessageKind Kind);

/// <summary>
/// A reception as rules read it (一次接待): every line in the order of the fold, the reception's own rounds, and the remarks of the cases that the agent opened for the buyer on that day
/// (null where nobody tells of cases). Lines of others in the same conversation are notices; a notice of
/// the kind <see cref="MessageKind.Transfer"/> is the agent's own passing on, and another's is of another kind. Reused: it lives until the next is filled.
/// </summary>
public sealed class Talk
{
    private char[] characters = new char[1024];
    private readonly List<Line> lines = [];
    private int used;

    public IReadOnlyList<Round> Rounds { get; set; } = [];
    public IReadOnlyList<string>? Remarks { get; set; }
    public int Count => lines.Count;
    public Line this[int line] => lines[line];

    public ReadOnlySpan<char> TextOf(int line) => characters.AsSpan(lines[line].Start, lines[line].Length);

    public void Clear()
    {
        lines.Clear();
        (used, Rounds, Remarks) = (0, [], null);
    }

    public void Add(Speaker from, MessageKind kind, int second, ReadOnlySpan<char> text)
    {
        if (text.Length > characters.Length - used) Array.Resize(ref characters, Math.Max(characters.Length * 2, used + text.Length));
        text.CopyTo(characters.AsSpan(used));
        lines.Add(new(used, text.Length, second, from, kind));
        used += text.Length;
    }
}
