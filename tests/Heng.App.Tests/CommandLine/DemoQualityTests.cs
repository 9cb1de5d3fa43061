using Heng.App.Features.Demo;
using Heng.App.Features.Inspections;
using Heng.App.Features.Phrases;
using Heng.App.Features.GoodExamples;
using Heng.App.Features.Quality.Measure;
using Heng.App.Features.Quality.Rules;
using Heng.Engine.Quality.Examples;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.CommandLine;

/// <summary>Every tab of 质检 shows something in the demo, and what is drawn is drawn again.</summary>
[Collection(WholeDemo.Name)]
public sealed class DemoQualityTests(DemoFixture demo)
{
    private static readonly DateOnly First = new(2026, 10, 1), Last = new(2026, 10, 31);

    [Fact]
    public void The_revealed_seed_gives_the_same_list_and_what_nobody_objected_to_stands_in_the_month()
    {
        var told = demo.Json("qa", "draw", "--month", DemoFixture.Month).Done().Rows;
        Assert.Equal(2, told.Count);
        Assert.All(told, t => Assert.True(t!["seedHolds"]!.GetValue<bool>() && t["sameQueue"]!.GetValue<bool>() && t["frameHolds"]!.GetValue<bool>() && !t["late"]!.GetValue<bool>()));

        using var database = Database.Open(DatabaseTarget.InFolder(demo.Folder));
        var all = InspectionBook.Between(database, First, Last);
        var stages = all.Where(i => i.State.Kind == InspectionKind.Company).GroupBy(i => i.State.Stage).ToDictionary(g => g.Key, g => g.Count());
        foreach (var stage in new[] { InspectionStage.ToTake, InspectionStage.Objected, InspectionStage.Stands }) Assert.True(stages.GetValueOrDefault(stage) > 0, stage.ToString());
        Assert.Equal(stages[InspectionStage.Stands], database.Records(RecordKinds.Inspections).All(Shops.Company.Id).Count);
        Assert.Contains(all, i => i.State.Stage == InspectionStage.Coached);
        Assert.Single(all, i => i.State.Happened.Any(h => h.What == InspectionEvent.Changed));
        // Nobody agrees always, and nobody by chance alone.
        var agreements = InspectionBook.Agreements(all).Select(a => a.Agreement).ToArray();
        Assert.Contains(agreements, a => a.Raw is > 0.5m and < 1m);
        Assert.Equal(3, InspectionBook.Strictnesses(all).Count);
        var calibration = InspectionMatters.StateOf(Assert.Single(database.Matters(InspectionMatters.Calibrations).All));
        Assert.NotNull(calibration.Opened);
        Assert.NotNull(calibration.AgreedOn("not-active"));
        Assert.Contains(database.Matters(InspectionMatters.Plans).All, p => InspectionMatters.StateOf(p) is { Drawn: null, Plan.First.Month: 11 });
    }

    [Fact]
    public void Phrases_are_used_and_one_when_it_had_expired_examples_are_consented_to_and_recall_has_a_figure()
    {
        using var database = Database.Open(DatabaseTarget.InFolder(demo.Folder));
        var phrases = database.Matters(PhraseBook.Kind).All.Select(PhraseBook.Of).ToArray();
        Assert.InRange(phrases.Length, 30, 35);
        Assert.Single(phrases, p => p.Draft is not null);
        Assert.Contains(phrases, p => p.EndsOn is not null);
        Assert.Equal(new DateOnly(2026, 10, 10), phrases.Single(p => p.Code == "HD-01").Versions[^1].Last);
        Assert.Equal(3, phrases.SelectMany(p => p.Versions).Select(v => v.Owner).Distinct().Count());
        var examples = database.Matters(ExampleMatters.Kind).All.Select(ExampleMatters.Of).ToArray();
        Assert.Equal([ExampleStage.Shared, ExampleStage.Shared], examples.Select(e => e.Stage));
        Assert.Equal(60, database.Matters(MeasureMatters.Audit).All.Count);
        var (measures, book) = (new RuleMeasures(database), new QualityBook(database));
        Assert.Contains(book.Courses, c => measures.Of(c.Id, c.Course.Newest).Recall is not null);
    }

    [Fact]
    public void Its_seeds_are_the_demos_and_another_demos_are_others()
    {
        using var database = Database.Open(DatabaseTarget.InFolder(demo.Folder));
        var seeds = database.Matters(InspectionMatters.Plans).All.Select(p => InspectionMatters.StateOf(p).Set.Commitment!).ToArray();
        Assert.Equal(3, seeds.Distinct().Count());
        var options = new DemoOptions(new(2026, 10), 6, 1);
        Assert.Equal(DemoInspections.SeedOf(options, InspectionKind.Company, First).Commitment, seeds[0]);
        Assert.NotEqual(DemoInspections.SeedOf(options with { Seed = 7 }, InspectionKind.Company, First).Commitment, seeds[0]);
    }
}
