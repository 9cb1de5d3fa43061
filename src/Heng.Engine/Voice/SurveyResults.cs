using Heng.Engine.Explanation;
using Heng.Engine.Statistics;

namespace Heng.Engine.Voice;

/// <summary>What one question came to: how many chose 1 to 5, and their mean.</summary>
public sealed record QuestionResult(SurveyQuestion Question, IReadOnlyList<int> Steps, MarkMean Mean);

/// <summary>What was answered by all, or by one group.</summary>
public sealed record SurveySlice(int Answers, IReadOnlyList<QuestionResult> Questions)
{
    /// <summary>The mean of the means of each dimension's questions.</summary>
    public IReadOnlyList<(Wording Dimension, decimal Mean)> Dimensions =>
        [.. Questions.GroupBy(q => q.Question.Dimension).Select(g => (g.Key, g.Average(q => q.Mean.Mean!.Value)))];
}

/// <summary>What a survey shows (调查结果). All is null where too few answered; groups that are held back are only named as such.</summary>
public sealed record SurveyResults(SurveySlice? All, IReadOnlyList<(string Group, SurveySlice Slice)> Groups, IReadOnlyList<string> Lines)
{
    public static SurveyResults Of(SurveyForm form, SurveyTally tally, int least)
    {
        var shown = Disclosure.Of(tally.Groups.ToDictionary(g => g.Key, g => g.Value.Answers, StringComparer.Ordinal), least);
        return new(shown.All ? Slice(form, tally.All) : null, [.. shown.Groups.Select(g => (g, Slice(form, tally.Groups[g])))], shown.All ? tally.Lines : []);
    }

    private static SurveySlice Slice(SurveyForm form, GroupTally tally) => new(tally.Answers,
        [.. form.Questions.Select(q => (q, Steps: (int[])[.. Enumerable.Range(1, SurveyForm.Steps).Select(step => tally.CountOf(q.Id, step))])).Select(q => new QuestionResult(q.q, q.Steps, MarkMean.Of(q.Steps)))]);
}
