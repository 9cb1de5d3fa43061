namespace Heng.Engine.Voice;

/// <summary>Which groups' answers may be shown by themselves, and whether all together may.</summary>
public sealed record Shown(bool All, IReadOnlyList<string> Groups);

/// <summary>
/// What of a survey is shown (公开门槛): all together from so many answers on, a group likewise. Whoever takes the shown groups from all would see the rest, so the rest is nobody or as
/// many again: where it is fewer, the smallest shown group is held back too.
/// </summary>
public static class Disclosure
{
    public static Shown Of(IReadOnlyDictionary<string, int> answers, int least)
    {
        var all = answers.Values.Sum();
        if (all < least) return new(false, []);
        List<(string Name, int Answers)> shown = [.. answers.Where(a => a.Key != SurveyTally.Small && a.Value >= least).Select(a => (a.Key, a.Value)).OrderByDescending(a => a.Value).ThenBy(a => a.Key, StringComparer.Ordinal)];
        while (shown.Count > 0 && all - shown.Sum(s => s.Answers) is > 0 and var rest && rest < least) shown.RemoveAt(shown.Count - 1);
        return new(true, [.. shown.Select(s => s.Name).Order(StringComparer.Ordinal)]);
    }
}
