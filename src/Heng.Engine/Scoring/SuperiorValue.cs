using Heng.Engine.Explanation;

namespace Heng.Engine.Scoring;

/// <summary>
/// What superiors added or took. A change counts only with its reason and within the allowed range; what does not count is named. Together the changes stay within the
/// range too.
/// </summary>
internal static class SuperiorValue
{
    public static ItemValue Of(Item item, FromSuperior source, Candidate person, Period period)
    {
        var own = person.Entries.Where(e => e.Item == item.Id && e.Agent == person.Agent && period.Holds(e.Month) && source.Raters.Contains(e.Rater, StringComparer.Ordinal))
            .OrderBy(e => e.Month).ThenBy(e => e.By, StringComparer.Ordinal).ThenBy(e => e.Rater, StringComparer.Ordinal).ThenBy(e => e.Points).ToArray();
        var silent = own.Where(e => string.IsNullOrWhiteSpace(e.Comment)).ToArray();
        var off = own.Except(silent).Where(e => e.Points < source.From || e.Points > source.To).ToArray();
        var good = own.Except(silent).Except(off).ToArray();
        List<Wording> notes = [.. good.Select(e => new Wording($"{Signed(e.Points)}：{e.Comment}", $"{Signed(e.Points)}: {e.Comment}"))];
        if (silent.Length > 0) notes.Add(new($"没有理由的加减分不计：{Listed(silent)}", $"without a reason, not counted: {Listed(silent)}"));
        if (off.Length > 0)
            notes.Add(new($"超出允许范围 {Shown.Number(source.From)} 至 {Shown.Number(source.To)} 的加减分不计：{Listed(off)}",
                $"outside the allowed {Shown.Number(source.From)} to {Shown.Number(source.To)}, not counted: {Listed(off)}"));
        if (good.Length == 0) return new(Explained.Leaf("value", item.Name, null, Unit.Points), notes);
        var sum = Explained.By("changes", item.Name, Unit.Points, Sum.Instance, [.. good.Select(e => RaterMean.Mark(RaterWords.Of(e.Rater), e))]);
        return ItemValue.From(sum.Value >= source.From && sum.Value <= source.To ? sum
            : Explained.By("held", item.Name, Unit.Points, new Held(source.From, source.To), sum), notes);
    }

    private static string Listed(IEnumerable<Records.Entry> entries) => string.Join(", ", entries.Select(e => Signed(e.Points)));
    private static string Signed(decimal points) => points < 0 ? $"−{Shown.Number(-points)}" : $"+{Shown.Number(points)}";
}

/// <summary>Held between two numbers.</summary>
public sealed record Held(decimal Low, decimal High) : Operation
{
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs[0] is { } value ? Math.Clamp(value, Low, High) : null;
    public override Wording Formula => new($"限于 {Shown.Number(Low)} 至 {Shown.Number(High)}", $"held between {Shown.Number(Low)} and {Shown.Number(High)}");
}
