namespace Heng.Engine.Voice;

/// <summary>How many of a group answered, and for each question how many chose 1 to 5.</summary>
public sealed record GroupTally(int Answers, IReadOnlyDictionary<string, IReadOnlyList<int>> Steps)
{
    public static readonly GroupTally None = new(0, new Dictionary<string, IReadOnlyList<int>>());

    public GroupTally With(IReadOnlyDictionary<string, int> answer) => new(Answers + 1, answer.ToDictionary(
        a => a.Key, a => (IReadOnlyList<int>)[.. Enumerable.Range(1, SurveyForm.Steps).Select(step => CountOf(a.Key, step) + (a.Value == step ? 1 : 0))], StringComparer.Ordinal));

    public GroupTally Plus(GroupTally other) => new(Answers + other.Answers, Steps.Keys.Union(other.Steps.Keys, StringComparer.Ordinal).ToDictionary(
        q => q, q => (IReadOnlyList<int>)[.. Enumerable.Range(1, SurveyForm.Steps).Select(step => CountOf(q, step) + other.CountOf(q, step))], StringComparer.Ordinal));

    public int CountOf(string question, int step) => Steps.TryGetValue(question, out var counts) ? counts[step - 1] : 0;
}

/// <summary>
/// All that is kept of a survey's answers (计票): counts, and the free lines in the order of their characters. No answer stands by itself, so nothing can join one to who gave it, and
/// the order in which they came is gone. Groups with too few people to be shown are one, named by nothing.
/// </summary>
public sealed record SurveyTally(IReadOnlyDictionary<string, GroupTally> Groups, IReadOnlyList<string> Lines)
{
    public const string Small = "";
    public static readonly SurveyTally Empty = new(new Dictionary<string, GroupTally>(), []);

    public GroupTally All => Groups.OrderBy(g => g.Key, StringComparer.Ordinal).Aggregate(GroupTally.None, (sum, g) => sum.Plus(g.Value));

    /// <param name="asked">How many of the group are asked: fewer than are shown together, and the group is not kept.</param>
    public SurveyTally With(string group, int asked, int least, SurveyAnswerGiven answer)
    {
        var name = asked < least ? Small : group;
        var groups = new SortedDictionary<string, GroupTally>(Groups.ToDictionary(), StringComparer.Ordinal) { [name] = Groups.GetValueOrDefault(name, GroupTally.None).With(answer.Steps) };
        var line = answer.Line?.ReplaceLineEndings(" ").Trim();
        return new(groups, string.IsNullOrEmpty(line) ? Lines : [.. Lines.Append(line).Order(StringComparer.Ordinal)]);
    }
}
