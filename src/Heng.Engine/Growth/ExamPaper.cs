using System.Globalization;
using Heng.Engine.Records;

namespace Heng.Engine.Growth;

/// <summary>So many questions of a tag (标签); an empty tag is any.</summary>
public sealed record ExamDraw(string Tag, int Count);

/// <summary>A question as one person is asked it: Order holds, place by place as shown, which option of the bank stands there.</summary>
public sealed record PaperQuestion(ExamQuestion Question, IReadOnlyList<int> Order)
{
    /// <summary>From the places as shown to the bank's; a place that is not shown is −1.</summary>
    public int BankPlace(int shown) => shown >= 0 && shown < Order.Count ? Order[shown] : -1;
}

/// <summary>
/// Which questions somebody gets, in which order (组卷): drawn and mixed by a seed that is kept, so that the same seed gives the same paper on every machine. Nothing about the order
/// tells what is right.
/// </summary>
public static class ExamPaper
{
    /// <summary>The drawn questions: those fixed by name, then of each draw as many as there are and are not drawn already.</summary>
    public static IReadOnlyList<PaperQuestion> Of(ExamBank bank, IReadOnlyList<string> fixedIds, IReadOnlyList<ExamDraw> draws, ulong seed)
    {
        var drawn = bank.Questions.Where(q => fixedIds.Contains(q.Id, StringComparer.Ordinal)).ToList();
        foreach (var (tag, count) in draws)
            drawn.AddRange(bank.Questions.Where(q => IsOf(q, tag) && !drawn.Contains(q)).OrderBy(q => Rank(seed, "draw", q.Id)).ThenBy(q => q.Id, StringComparer.Ordinal).Take(count).ToList());
        return [.. drawn.OrderBy(q => Rank(seed, "order", q.Id)).ThenBy(q => q.Id, StringComparer.Ordinal).Select(q => new PaperQuestion(q, Mixed(q, seed)))];
    }

    /// <summary>How many questions a bank falls short of for the draws; 0 where it has enough.</summary>
    public static int Missing(ExamBank bank, IReadOnlyList<string> fixedIds, IReadOnlyList<ExamDraw> draws) =>
        fixedIds.Distinct(StringComparer.Ordinal).Count() + draws.Sum(d => d.Count) - Of(bank, fixedIds, draws, 0).Count;

    /// <summary>True and false stay in their order: mixing them would only confuse.</summary>
    private static IReadOnlyList<int> Mixed(ExamQuestion q, ulong seed)
    {
        var places = Enumerable.Range(0, q.Options.Count);
        return [.. q.Ask == ExamAsk.TrueFalse ? places : places.OrderBy(i => Rank(seed, q.Id, i.ToString(CultureInfo.InvariantCulture))).ThenBy(i => i)];
    }

    private static bool IsOf(ExamQuestion q, string tag) => tag.Length == 0 || q.Tags.Contains(tag, StringComparer.Ordinal);

    private static ulong Rank(ulong seed, string of, string what) => StableHash.Of(seed.ToString(CultureInfo.InvariantCulture), of, what);
}
