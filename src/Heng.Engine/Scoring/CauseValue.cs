using Heng.Engine.Explanation;

namespace Heng.Engine.Scoring;

/// <summary>Points lost: Σ occurrences × points of the causes. Where one cause is not counted by anything the sum is unknown, unless that cause is optional; either way the note names it.</summary>
internal static class CauseValue
{
    public static ItemValue Of(Item item, FromCauses source, Candidate person)
    {
        var lost = source.Causes.Select(c => Explained.By(c.Asked, c.Name, Unit.Points, Product.Instance,
            person.Metric(c.Asked) with { Label = c.Name }, Explained.Leaf("each", new("每次扣分", "points each"), c.Points, Unit.Points))).ToArray();
        var unknown = source.Causes.Where((_, i) => lost[i].Value is null).ToArray();
        var found = source.Causes.Zip(lost).Where(c => c.Second.Value > 0m).ToArray();
        List<Wording> notes = [];
        if (found.Length > 0)
            notes.Add(new(string.Join("，", found.Select(f => $"{f.First.Name.Zh} {Times(f.Second)} 次 −{Shown.Number(f.Second.Value!.Value)}")),
                string.Join(", ", found.Select(f => $"{f.First.Name.En} {Times(f.Second)} × −{Shown.Number(f.First.Points)}"))));
        if (unknown.Length > 0)
            notes.Add(new($"没有数据：{string.Join("、", unknown.Select(c => c.Name.Zh))}", $"no data: {string.Join(", ", unknown.Select(c => c.Name.En))}"));
        return ItemValue.From(Explained.By("lost", new("扣分合计", "points lost"), Unit.Points, SumOfAll.Instance, Counted(source, lost)), notes);
    }

    /// <summary>Without what is optional and unknown; where nothing at all is known everything stays, so that the sum is unknown.</summary>
    private static Explained[] Counted(FromCauses source, Explained[] lost) =>
        lost.All(l => l.Value is null) ? lost : [.. lost.Where((l, i) => l.Value is not null || !source.Causes[i].Optional)];

    private static string Times(Explained lost) => Shown.Number(lost.Inputs[0].Value!.Value);
}
