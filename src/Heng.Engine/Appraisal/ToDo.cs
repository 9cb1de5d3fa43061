namespace Heng.Engine.Appraisal;

/// <summary>
/// One person's part in a stage (待办): about whom it is (null: the whole assessment), as what, and who is to do it; By null is anybody of that office.
/// </summary>
public sealed record ToDo(string Stage, string? About, string As, string? By)
{
    /// <summary>One line, the same for the same assignment; what it is kept under.</summary>
    public string Key => $"{Stage}/{About}/{As}/{By}";
}

/// <summary>Who is assessed (被考核人), and for each kind of filler who that is: of a leader or oneself one, of peers those invited. A kind that is an office (hr, manager) has no names.</summary>
public sealed record Appraisee(string Agent, IReadOnlyDictionary<string, IReadOnlyList<string>> Fillers)
{
    /// <summary>The kinds that this person's own card asks for; null where the stage alone decides.</summary>
    public IReadOnlyCollection<string>? Asked { get; init; }
}

public static class ToDos
{
    /// <summary>All parts of a stage, in the order of people and fillers. Nobody fills in for a leader who is not there: that part is the office's of whoever leads.</summary>
    public static IReadOnlyList<ToDo> Of(Stage stage, IReadOnlyList<Appraisee> people) =>
        stage.OfEachPerson ? [.. people.SelectMany(p => OfPerson(stage, p)).Distinct()] : [new(stage.Id, null, stage.By[0], null)];

    private static IEnumerable<ToDo> OfPerson(Stage stage, Appraisee person)
    {
        foreach (var kind in stage.By.Where(k => stage.Work != StageWork.Rate || person.Asked is null || person.Asked.Contains(k)))
        {
            if (kind == Filler.Self) yield return new(stage.Id, person.Agent, kind, person.Agent);
            else if (person.Fillers.TryGetValue(kind, out var names)) foreach (var name in names.Where(n => n != person.Agent)) yield return new(stage.Id, person.Agent, kind, name);
            else if (kind is Filler.Hr or Filler.Manager) yield return new(stage.Id, person.Agent, kind, null);
        }
    }
}
