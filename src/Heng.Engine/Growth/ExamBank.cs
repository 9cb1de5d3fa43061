using Heng.Engine.Records;

namespace Heng.Engine.Growth;

/// <summary>How a question is answered (题型): one of several, several, true or false, or in a few words that a person scores. Stored by number.</summary>
public enum ExamAsk : byte { Single, Multiple, TrueFalse, Text }

/// <summary>A question (题目). Right holds the places of the right options, from 0; of a text it is empty. True or false has two options, true first.</summary>
public sealed record ExamQuestion(string Id, ExamAsk Ask, string Text, decimal Points, IReadOnlyList<string> Options, IReadOnlyList<int> Right, IReadOnlyList<string> Tags, string Explanation);

/// <summary>A bank of questions (题库).</summary>
public sealed record ExamBank(string Id, string Name, IReadOnlyList<ExamQuestion> Questions)
{
    public IReadOnlyList<string> Tags => [.. Questions.SelectMany(q => q.Tags).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

/// <summary>What happens to a bank: each import is a version of its own. Stored by number.</summary>
public enum ExamBankEvent : byte { Imported }

public sealed record ExamBankHappening(ExamBankEvent What, string Who, Instant At, string Why = "") : MatterStep(Who, At, Why)
{
    public ExamBank? Bank { get; init; }
}

/// <summary>What is wrong with a question of a bank; the file's reader says where.</summary>
public enum ExamBankFault { NoQuestions, TooManyQuestions, IdMissing, IdTwice, TextMissing, TextTooLong, PointsOutOfRange, TooFewOptions, TooManyOptions, OptionTwice, RightMissing, RightUnknown, RightNotOne, RightNotSeveral, TextHasOptions }

/// <summary>What a bank must hold to be asked from.</summary>
public static class ExamBankRules
{
    public const int MostQuestions = 1000, MostText = 2000, MostOptions = 10;
    public const decimal MostPoints = 100m;

    /// <summary>Every fault with the place of its question; place −1 is the whole file.</summary>
    public static IReadOnlyList<(int Place, ExamBankFault Fault)> Faults(IReadOnlyList<ExamQuestion> questions)
    {
        if (questions.Count == 0) return [(-1, ExamBankFault.NoQuestions)];
        if (questions.Count > MostQuestions) return [(-1, ExamBankFault.TooManyQuestions)];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. questions.SelectMany((q, i) => FaultsOf(q).Concat(q.Id.Length > 0 && !seen.Add(q.Id) ? [ExamBankFault.IdTwice] : []).Select(f => (i, f)))];
    }

    private static IEnumerable<ExamBankFault> FaultsOf(ExamQuestion q)
    {
        if (string.IsNullOrWhiteSpace(q.Id)) yield return ExamBankFault.IdMissing;
        if (string.IsNullOrWhiteSpace(q.Text)) yield return ExamBankFault.TextMissing;
        if (q.Id.Length > 60 || q.Tags.Any(t => t.Length > 60) || q.Options.Append(q.Text).Append(q.Explanation).Any(t => t.Length > MostText)) yield return ExamBankFault.TextTooLong;
        if (q.Points is <= 0m or > MostPoints || decimal.Round(q.Points, 2) != q.Points) yield return ExamBankFault.PointsOutOfRange;
        if (q.Ask == ExamAsk.Text)
        {
            if (q.Options.Count > 0 || q.Right.Count > 0) yield return ExamBankFault.TextHasOptions;
            yield break;
        }
        if (q.Options.Count < 2) yield return ExamBankFault.TooFewOptions;
        if (q.Options.Count > MostOptions) yield return ExamBankFault.TooManyOptions;
        if (q.Options.Distinct(StringComparer.Ordinal).Count() < q.Options.Count) yield return ExamBankFault.OptionTwice;
        if (q.Right.Count == 0) yield return ExamBankFault.RightMissing;
        else if (q.Right.Any(r => r < 0 || r >= q.Options.Count) || q.Right.Distinct().Count() < q.Right.Count) yield return ExamBankFault.RightUnknown;
        else if (q.Ask != ExamAsk.Multiple && q.Right.Count != 1) yield return ExamBankFault.RightNotOne;
        else if (q.Ask == ExamAsk.Multiple && q.Right.Count < 2) yield return ExamBankFault.RightNotSeveral;
    }
}
