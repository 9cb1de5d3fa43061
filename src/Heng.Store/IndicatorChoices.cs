using Dapper;
using Heng.Engine.Choosing;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>A choice of indicators as it stood after a deed; content is the application's to write and read.</summary>
public sealed record ChoiceVersion(long Id, int Step, ChoiceStage Stage, string Content, Instant At, string By);

/// <summary>Choices of indicators (指标选择) with their history: every deed appends how the choice then stands. A signed one takes no more steps.</summary>
public sealed class IndicatorChoices(Database database)
{
    /// <summary>Keeps a new choice under a number of its own.</summary>
    public ChoiceVersion Begin(ChoiceStage stage, string content, Instant at, string by) => database.Write(Durability.Full, t =>
    {
        t.Alone("indicator_choice");
        var id = 1 + t.Scalar<long>("SELECT COALESCE(MAX(choice_id), 0) FROM indicator_choice");
        return Insert(t, new(id, 1, stage, content, at, by));
    });

    /// <summary>The step after the one that was seen; null where another came first, or where the choice is signed.</summary>
    public ChoiceVersion? Follow(ChoiceVersion seen, ChoiceStage stage, string content, Instant at, string by) => database.Write(Durability.Full, t =>
    {
        t.Alone("indicator_choice");
        var last = t.Query<(long Step, string Stage)>("SELECT step, stage FROM indicator_choice WHERE choice_id = @Id ORDER BY step DESC LIMIT 1", new { seen.Id }).FirstOrDefault();
        return last.Step != seen.Step || last.Stage == nameof(ChoiceStage.Signed) ? null : Insert(t, new(seen.Id, seen.Step + 1, stage, content, at, by));
    });

    /// <summary>How each choice stands, the newest first.</summary>
    public IReadOnlyList<ChoiceVersion> Current => [.. Rows("1 = 1", new { }).GroupBy(v => v.Id).Select(g => g.Last()).OrderByDescending(v => v.Id)];

    /// <summary>Every step of one, in order.</summary>
    public IReadOnlyList<ChoiceVersion> Of(long id) => Rows("choice_id = @id", new { id });

    private static ChoiceVersion Insert(Transaction t, ChoiceVersion version)
    {
        t.Execute("INSERT INTO indicator_choice (choice_id, step, stage, content, kept_at, kept_by) VALUES (@Id, @Step, @stage, @Content, @at, @By)",
            new { version.Id, version.Step, stage = version.Stage.ToString(), version.Content, at = version.At.UnixSeconds, version.By });
        return version;
    }

    private List<ChoiceVersion> Rows(string condition, object with) => database.Read(c => c
        .Query<(long Id, long Step, string Stage, string Content, long At, string By)>($"SELECT choice_id, step, stage, content, kept_at, kept_by FROM indicator_choice WHERE {condition} ORDER BY choice_id, step", with)
        .Select(r => new ChoiceVersion(r.Id, (int)r.Step, Enum.Parse<ChoiceStage>(r.Stage), r.Content, new(r.At), r.By)).ToList());
}
