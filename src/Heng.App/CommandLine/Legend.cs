namespace Heng.App.CommandLine;

/// <summary>The marks on a table's cells and what each of them says under it (图例). A mark that is not used is not explained.</summary>
public sealed class Legend
{
    private readonly Dictionary<(int Row, int Column), string> marks = [];
    private readonly List<string> notes = [];
    private bool provisional, redistributed, missing;
    private string? finalAfter;

    public IReadOnlyDictionary<(int Row, int Column), string> Marks => marks;

    /// <param name="finalOn">The day after whose end the value cannot move, where it is known.</param>
    public void Provisional(int row, int column, string? finalOn = null)
    {
        provisional = true;
        if (string.CompareOrdinal(finalOn, finalAfter) > 0) finalAfter = finalOn;
        Mark(row, column, "*");
    }

    public void Redistributed(int row, int column)
    {
        redistributed = true;
        Mark(row, column, "†");
    }

    /// <summary>The cell itself is a dash.</summary>
    public void Missing() => missing = true;

    /// <summary>The same words have the same number wherever they stand.</summary>
    public void Note(int row, int column, string words)
    {
        if (!notes.Contains(words, StringComparer.Ordinal)) notes.Add(words);
        Mark(row, column, $"[{notes.IndexOf(words) + 1}]");
    }

    public IReadOnlyList<string> Lines
    {
        get
        {
            var lines = new List<string>();
            if (provisional && finalAfter is { } day) lines.Add($"* 暂定，还会变动；{day} 之后不再变 / provisional: it can still move, and cannot after {day}");
            else if (provisional) lines.Add("* 暂定，还会变动 / provisional: it can still move");
            if (redistributed) lines.Add("† 有项目无数据，其权重已分给其他项 / items without data: their weight went to the others");
            if (missing) lines.Add("– 无数据，不是 0 / no data, which is not 0");
            lines.AddRange(notes.Select((note, i) => $"[{i + 1}] {note}"));
            return lines;
        }
    }

    private void Mark(int row, int column, string mark) => marks[(row, column)] = marks.GetValueOrDefault((row, column)) + mark;
}
