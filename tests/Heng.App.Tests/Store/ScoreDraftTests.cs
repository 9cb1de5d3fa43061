using System.Data.Common;
using Dapper;
using Heng.Engine.Appraisal;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class ScoreDraftTests
{
    private static readonly AppraisalOf October = new("s2", Cycle.Month, new(2026, 10));
    private static readonly ScoreCell Ann = new(new("leader", "ann", "leader", "李组长"), "teamwork"), Hr = new(new("leader", "ann", "hr", null), "discipline");

    private static DraftLine Line(string points, string comment = "", bool aside = false) => new(new(points, comment), aside, "desk", "李组长", new(100));

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Every_version_is_kept_as_it_was_typed_and_none_is_changed(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var drafts = fresh.Database.ScoreDrafts;
        Assert.Empty(drafts.Of(October));
        drafts.Save(October, [Ann, Hr], (cell, kept) => kept.Version == 0 ? Line(cell == Ann ? "十二" : "8", "早到\n两次") : null);
        var now = drafts.Save(October, [Ann], (_, kept) => Line("12", aside: kept.Version == 1));
        Assert.Equal(["十二", "12"], now[Ann].Lines.Select(l => l.What.Points));
        using (var again = fresh.Again())
        {
            var read = again.ScoreDrafts.Of(October);
            Assert.Equal(Line("十二", "早到\n两次"), read[Ann].Standing);
            Assert.Equal(Line("12", aside: true), read[Ann].Beside);
            Assert.Equal(Line("8", "早到\n两次"), Assert.Single(read[Hr].Lines));
        }
        Assert.Empty(drafts.Of(October with { Month = new(2026, 11) }));
        using var connection = fresh.Database.Connect();
        Assert.Contains("append-only", Assert.ThrowsAny<DbException>(() => connection.Execute("UPDATE score_draft SET points = '0'")).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Of_many_at_once_each_decides_over_what_the_others_have_left(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => fresh.Database.ScoreDrafts.Save(October, [Ann], (_, kept) => Line($"{kept.Version + 1}", $"{i}")))));
        Assert.Equal(Enumerable.Range(1, 12).Select(i => $"{i}"), fresh.Database.ScoreDrafts.Of(October)[Ann].Lines.Select(l => l.What.Points));
    }
}
