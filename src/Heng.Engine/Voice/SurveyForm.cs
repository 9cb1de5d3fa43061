using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Voice;

/// <summary>A shop's own text of a form, as somebody kept it.</summary>
public sealed record SurveyFormKept(string Who, Instant At, string Text) : MatterStep(Who, At, "");

/// <summary>How often a form is meant to be asked.</summary>
public enum SurveyRhythm : byte { Monthly, Yearly }

/// <summary>A question with five steps (五级题), 1 the worst and 5 the best, of a dimension.</summary>
public sealed record SurveyQuestion(string Id, Wording Dimension, Wording Words);

/// <summary>What a form has wrong. Worded at the edge in both languages.</summary>
public enum SurveyFormFault { NoQuestions, TooManyQuestions, BadId, SameId, NoWords, TooLong }

/// <summary>A survey's form (问卷): its questions, all of which are answered, and what the one free line asks.</summary>
public sealed record SurveyForm(string Id, Wording Name, SurveyRhythm Rhythm, IReadOnlyList<SurveyQuestion> Questions, Wording Line)
{
    public const int Steps = 5, MostQuestions = 40, MostWords = 200;

    public IReadOnlyList<SurveyFormFault> Faults =>
    [
        .. Questions.Count == 0 ? [SurveyFormFault.NoQuestions] : Array.Empty<SurveyFormFault>(),
        .. Questions.Count > MostQuestions ? [SurveyFormFault.TooManyQuestions] : Array.Empty<SurveyFormFault>(),
        .. Questions.Select(q => q.Id).Append(Id).Any(id => id.Length is 0 or > 40 || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')) ? [SurveyFormFault.BadId] : Array.Empty<SurveyFormFault>(),
        .. Questions.DistinctBy(q => q.Id, StringComparer.Ordinal).Count() < Questions.Count ? [SurveyFormFault.SameId] : Array.Empty<SurveyFormFault>(),
        .. Texts.Any(string.IsNullOrWhiteSpace) ? [SurveyFormFault.NoWords] : Array.Empty<SurveyFormFault>(),
        .. Texts.Any(t => t.Length > MostWords) ? [SurveyFormFault.TooLong] : Array.Empty<SurveyFormFault>(),
    ];

    private IEnumerable<string> Texts => Questions.SelectMany(q => new[] { q.Dimension, q.Words }).Append(Name).Append(Line).SelectMany(w => new[] { w.Zh, w.En });
}
