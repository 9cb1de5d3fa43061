using Heng.App.Features.KeptHere;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.Engine.Metrics;
using Heng.Store;

namespace Heng.App.Tests.Queries;

/// <summary>From the day that a kind is filed in Heng, a day without a record is 0 and no longer missing.</summary>
[Collection(QueryShopGroup.Name)]
public sealed class KeptHereTests(QueryShop shop)
{
    private static readonly Viewer Hr = new("hr", Role.Hr, null, null);
    private static FiledKind Incidents => KeptHere.Kinds.Single(k => k.Id == "incidents");

    private static decimal? Counted(Database database)
    {
        var facts = PeriodFacts.Load(database, database.Shops.All, QueryShop.October.First, QueryShop.October.Last, null);
        return facts.Read(facts.Metrics.Find("conduct-incidents")!, facts.TotalsOf(facts.Roster.People[0].Id)).Value;
    }

    [Fact]
    public void A_day_that_is_over_and_has_no_record_counts_0_from_the_day_that_was_set()
    {
        using var later = new LaterShop(shop);
        Assert.Null(Counted(later.Database));
        var kept = new KeptHere(later.Database, TimeProvider.System);
        // September is closed and was known as it was; its last day is too early, October's first is not.
        Assert.Equal("month-closed", kept.Set(Incidents, QueryShop.September.Last, Hr)!.Name);
        // A day before a closed month would run through it.
        Assert.Equal("month-closed", kept.Set(Incidents, QueryShop.September.Plus(-1).First, Hr)!.Name);
        Assert.Null(kept.Set(Incidents, QueryShop.October.First, Hr));
        Assert.Equal(0m, Counted(later.Database));
        var span = later.Database.Coverage.Span(Shops.Company.Id, Source.Incidents)!.Value;
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));
        Assert.Equal((QueryShop.October.First, today.AddDays(-1)), span);
        // The next day covers what has come to be over since, once.
        KeptHere.Cover(later.Database, today.AddDays(2));
        Assert.Equal([(Source.Incidents, QueryShop.October.First, today.AddDays(1))], later.Database.Coverage.Stretches(Shops.Company.Id).Where(s => s.Source == Source.Incidents));
    }

    [Fact]
    public void Files_again_covers_no_further_and_a_day_far_ahead_is_refused()
    {
        using var later = new LaterShop(shop);
        var kept = new KeptHere(later.Database, TimeProvider.System);
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));
        Assert.Equal("day-too-late", kept.Set(Incidents, today.AddYears(1).AddDays(1), Hr)!.Name);
        Assert.Null(kept.Set(Incidents, today, Hr));
        Assert.Null(later.Database.Coverage.Span(Shops.Company.Id, Source.Incidents));
        Assert.Null(kept.Set(Incidents, null, Hr));
        KeptHere.Cover(later.Database, today.AddDays(9));
        Assert.Null(later.Database.Coverage.Span(Shops.Company.Id, Source.Incidents));
        Assert.Equal(["kept-here-set", "kept-here-ended"], later.Database.Decisions.About("kept-here/1").Select(d => d.What));
        Assert.Equal("needs-named-person", kept.Set(Incidents, today, new("operator", Role.Operator, null, null))!.Name);
    }
}
