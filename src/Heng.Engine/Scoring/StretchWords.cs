using System.Globalization;
using Heng.Engine.Explanation;

namespace Heng.Engine.Scoring;

/// <summary>What a card says of the stretches that it is made of.</summary>
public static class StretchWords
{
    public static Wording Of(DaySpan days)
    {
        if (days.From == days.To) return new($"{days.From.Month}月{days.From.Day}日", English(days.From));
        var (zh, en) = days.From.Month == days.To.Month
            ? ($"{days.From.Month}月{days.From.Day}日至{days.To.Day}日", $"{days.From.Day}–{English(days.To)}")
            : ($"{days.From.Month}月{days.From.Day}日至{days.To.Month}月{days.To.Day}日", $"{English(days.From)} – {English(days.To)}");
        return new(zh, en);
    }

    /// <summary>How it was divided, and which days are not where one would look for them.</summary>
    internal static IEnumerable<Wording> Division(IReadOnlyList<Stretch> all)
    {
        foreach (var stretch in all.Where(s => s.Plan is not null))
            foreach (var days in stretch.Joined)
                yield return new($"{Of(days).Zh}不足 {Shown.Number(Stretches.Least)} 天，并入{Of(stretch.Days).Zh}", $"{Of(days).En} is under {Shown.Number(Stretches.Least)} days and joined {Of(stretch.Days).En}");
        foreach (var days in all.Where(s => s.Plan is null).Select(s => s.Days))
            yield return new($"{Of(days).Zh}没有考核方案，不计入", $"{Of(days).En}: no plan, so these days do not count");
    }

    internal static Wording Combined(IReadOnlyList<StretchCard> cards) => new(
        $"月中有变动，分 {cards.Count} 段各按自己的数据评分，再按出勤天数合并：{string.Join("；", cards.Select(c => $"{Of(c.Stretch.Days).Zh} {Points(c)}（{Shown.Number(c.Stretch.Worked)} 天）"))}",
        $"changed within the month: {cards.Count} stretches, each scored on its own facts, combined by days worked: {string.Join("; ", cards.Select(c => $"{Of(c.Stretch.Days).En} {Points(c)} ({Shown.Number(c.Stretch.Worked)} days)"))}");

    internal static Wording WithoutScore(StretchCard card) =>
        new($"{Of(card.Stretch.Days).Zh}没有得分，不参与合并，以其余各段为准", $"{Of(card.Stretch.Days).En} has no score and is left out; the rest stands for the whole");

    internal static Wording Blocked(StretchCard card) => new($"未完成：{Of(card.Stretch.Days).Zh}缺少必需的数据", $"not finished: {Of(card.Stretch.Days).En} lacks data that must be there");

    internal static Wording In(Stretch stretch, IReadOnlyList<Wording> notes) =>
        new($"{Of(stretch.Days).Zh}：{string.Join("；", notes.Select(n => n.Zh))}", $"{Of(stretch.Days).En}: {string.Join("; ", notes.Select(n => n.En))}");

    private static string Points(StretchCard card) => card.Card.Score is { } score ? Shown.Number(score) : "–";
    private static string English(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);
}
