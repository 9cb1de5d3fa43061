namespace Heng.Engine.Explanation;

/// <summary>What a leaf points at (凭据). Id is the fact's stable id; Value is what this fact adds to the number it stands under.</summary>
public readonly record struct Evidence(FactKind Kind, string Id, decimal Value, DateOnly? Day = null);

public enum FactKind { Reception, Order, Rating, Review, Entry, Attendance, Adjustment, Employment, AgentDay, Rule, Record, Phrase }

/// <summary>
/// A number with its reason (解释). <see cref="How"/> applied to the inputs' values gives <see cref="Value"/>;
/// a leaf is <see cref="Given"/>, and where it has evidence, the evidence values add up to it. Null is "no value".
/// </summary>
public sealed record Explained(Wording Label, decimal? Value, Unit Unit, Operation How, IReadOnlyList<Explained> Inputs, IReadOnlyList<Evidence> Evidence, ValueState State)
{
    /// <summary>A stable name within its parent, such as a metric id, item id or line id; empty where nothing needs it.</summary>
    public string Id { get; init; } = "";
    public Wording? Note { get; init; }
    /// <summary>Where the true value of an estimate lies; null where the number is no estimate.</summary>
    public Confidence? Confidence { get; init; }

    public static Explained Leaf(string id, Wording label, decimal? value, Unit unit, IReadOnlyList<Evidence>? evidence = null, ValueState? state = null) =>
        new(label, value, unit, Given.Instance, [], evidence ?? [], state ?? (value is null ? ValueState.Missing : ValueState.Final)) { Id = id };

    /// <summary>Applies the operation to the inputs. State: missing without a value, else provisional where any input is.</summary>
    public static Explained By(string id, Wording label, Unit unit, Operation how, params IReadOnlyList<Explained> inputs)
    {
        var value = how.Apply([.. inputs.Select(i => i.Value)]);
        var state = value is null ? ValueState.Missing : inputs.Any(i => i.State == ValueState.Provisional) ? ValueState.Provisional : ValueState.Final;
        return new(label, value, unit, how, inputs, [], state) { Id = id };
    }

    /// <summary>The number worked out again from the leaves alone; equals <see cref="Value"/> or the tree lies.</summary>
    public decimal? Recompute() =>
        Inputs.Count > 0 ? How.Apply([.. Inputs.Select(i => i.Recompute())])
        : Evidence.Count > 0 && How is Given ? Evidence.Sum(e => e.Value)
        : Value;
}
