using Heng.Engine.Explanation;

namespace Heng.Engine.Scoring;

/// <summary>
/// A veto (一票否决): while its subject lies in the stretch it voids the item, the dimension or the card that it names. Without data it cannot be judged and voids nothing;
/// the card says that too.
/// </summary>
public sealed record Gate(string Id, Wording Name, GateSubject Subject, Interval When, VoidReach Reach, string? Voided)
{
    /// <summary>The plan's own, and one for each fatal cause.</summary>
    public static IEnumerable<Gate> Of(Plan plan) => plan.Gates.Concat(
        from dimension in plan.Dimensions
        from item in dimension.Items
        where item.Source is FromCauses
        from cause in ((FromCauses)item.Source).Causes
        where cause.Fatal is not null
        select new Gate($"{item.Id}/{cause.Asked}", cause.Name, new OfAsked(cause.Asked), new(1m, true, null, false), cause.Fatal!.Value,
            cause.Fatal switch { VoidReach.Item => item.Id, VoidReach.Dimension => dimension.Id, _ => null }));

    internal bool Reaches(string item, string dimension) => Reach == VoidReach.Item ? item == Voided : Reach == VoidReach.Dimension && dimension == Voided;
}

/// <summary>What a veto looks at.</summary>
public abstract record GateSubject;
/// <summary>A metric, or how often an incident or error of a kind occurred.</summary>
public sealed record OfAsked(string Asked) : GateSubject;
/// <summary>An item's value, or its points.</summary>
public sealed record OfItem(string Item, bool Points) : GateSubject;
/// <summary>The score as it is before any veto.</summary>
public sealed record OfScore : GateSubject;

/// <summary>Nothing while the second input lies in the stretch, else the first.</summary>
public sealed record Voids(Interval When) : Operation
{
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs is [_, { } subject] && When.Contains(subject) ? 0m : inputs[0];
    public override Wording Formula => new($"{When} 时为 0", $"0 while {When}");
}

/// <summary>The vetoes of one person's card, judged on what stood before any of them.</summary>
internal sealed class Vetoes
{
    private readonly List<(Gate Gate, Explained Subject, Wording Why)> applied = [];

    public Vetoes(Plan plan, Candidate person, IReadOnlyList<CardLine> lines, Explained score)
    {
        foreach (var gate in Gate.Of(plan))
        {
            var subject = SubjectOf(gate.Subject, person, lines, score);
            if (subject.Value is not { } value) Unknown.Add(new($"无法判断一票否决「{gate.Name.Zh}」：没有数据", $"the veto '{gate.Name.En}' cannot be judged: no data"));
            else if (gate.When.Contains(value)) applied.Add((gate, subject, Because(gate, value)));
        }
    }

    public List<Wording> Unknown { get; } = [];
    public IReadOnlyList<VetoResult> Results => [.. applied.Select(a => new VetoResult(a.Gate.Id, a.Gate.Reach, a.Gate.Voided, a.Why))];
    public IReadOnlyList<Wording> OnCard => [.. applied.Where(a => a.Gate.Reach == VoidReach.Card).Select(a => a.Why)];

    public CardLine On(CardLine line) => applied.Where(a => a.Gate.Reaches(line.Item.Id, line.Dimension)).Aggregate(line, (voided, a) => voided with
    {
        Points = Explained.By(line.Item.Id, line.Item.Name, Unit.Points, new Voids(a.Gate.When), voided.Points with { Id = "points" }, a.Subject) with { Note = a.Why },
        Blocks = false, Notes = [.. voided.Notes, a.Why],
    });

    public Explained On(Explained score) => applied.Where(a => a.Gate.Reach == VoidReach.Card).Aggregate(score, (voided, a) =>
        Explained.By("score", score.Label, Unit.Points, new Voids(a.Gate.When), voided with { Id = "unvoided" }, a.Subject) with { Note = a.Why });

    private static Explained SubjectOf(GateSubject subject, Candidate person, IReadOnlyList<CardLine> lines, Explained score) => subject switch
    {
        OfAsked asked => Scaling.Scoring(person.Metric(asked.Asked)),
        OfItem item when lines.FirstOrDefault(l => l.Item.Id == item.Item) is { } line => item.Points ? line.Points : line.Value,
        _ => score,
    };

    private static Wording Because(Gate gate, decimal value)
    {
        var (zh, en) = gate.Reach switch { VoidReach.Item => ("本项为 0", "the item is 0"), VoidReach.Dimension => ("该维度各项为 0", "its dimension is 0"), _ => ("总分为 0", "the card is 0") };
        return new($"一票否决：{gate.Name.Zh}（{Shown.Number(value)}，{gate.When}），{zh}", $"veto: {gate.Name.En} ({Shown.Number(value)}, {gate.When}), {en}");
    }
}
