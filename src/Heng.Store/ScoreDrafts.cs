using Dapper;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>What raters typed and have not handed in yet (评分草稿): every version is appended, and none is changed.</summary>
public sealed class ScoreDrafts(Database database)
{
    private const string Columns = "stage, about, filler, rater, item, points, remark, aside, sitting, kept_at, kept_by";

    /// <summary>Of an assessment, cell by cell.</summary>
    public IReadOnlyDictionary<ScoreCell, DraftCell> Of(AppraisalOf of) => database.Read(c => Cells(c.Query<Row>(
        $"SELECT {Columns} FROM score_draft WHERE scheme = @Scheme AND cycle = @cycle AND month = @month ORDER BY stage, about, filler, rater, item, version", Key(of))));

    /// <summary>Decides over what is kept at that moment and appends what is new, one writer after another; returns the cells as they then are.</summary>
    public IReadOnlyDictionary<ScoreCell, DraftCell> Save(AppraisalOf of, IReadOnlyList<ScoreCell> cells, Func<ScoreCell, DraftCell, DraftLine?> decide) => database.Write(Durability.Full, t =>
    {
        t.Alone("score_draft");
        var kept = Cells(t.Query<Row>($"SELECT {Columns} FROM score_draft WHERE scheme = @Scheme AND cycle = @cycle AND month = @month ORDER BY stage, about, filler, rater, item, version", Key(of)));
        foreach (var cell in cells)
        {
            var before = kept.GetValueOrDefault(cell) ?? DraftCell.Empty;
            if (decide(cell, before) is not { } line) continue;
            t.Execute($"""
                INSERT INTO score_draft (scheme, cycle, month, version, {Columns})
                VALUES (@Scheme, @cycle, @month, @version, @Stage, @About, @As, @rater, @Item, @Points, @Comment, @aside, @Sitting, @at, @Who)
                """, new
            {
                of.Scheme, cycle = of.Cycle.ToString(), month = Stored.Month(of.Month), version = (long)before.Version + 1, cell.Part.Stage, About = cell.Part.About ?? "", cell.Part.As, rater = cell.Part.By ?? "", cell.Item,
                line.What.Points, line.What.Comment, aside = line.Aside ? 1L : 0L, line.Sitting, at = line.At.UnixSeconds, line.Who,
            });
            kept[cell] = new([.. before.Lines, line]);
        }
        return kept;
    });

    private static Dictionary<ScoreCell, DraftCell> Cells(IEnumerable<Row> rows) => rows.GroupBy(r => r.Cell).ToDictionary(g => g.Key, g => new DraftCell([.. g.Select(r => r.Line)]));

    private static object Key(AppraisalOf of) => new { of.Scheme, cycle = of.Cycle.ToString(), month = Stored.Month(of.Month) };

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record Row(string stage, string about, string filler, string rater, string item, string points, string remark, long aside, string sitting, long kept_at, string kept_by)
    {
        public ScoreCell Cell => new(new(stage, about.Length == 0 ? null : about, filler, rater.Length == 0 ? null : rater), item);
        public DraftLine Line => new(new(points, remark), aside == 1, sitting, kept_by, new(kept_at));
    }
#pragma warning restore IDE1006, CA1812
}
