using System.Globalization;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Inspections;

/// <summary>What the records have now of a plan's period: each reception that counts, or each call, of somebody on the roster.</summary>
public static class InspectionFrames
{
    public static SamplingFrame Of(Database database, SamplingPlan plan)
    {
        var roster = database.People.Roster;
        IEnumerable<FrameItem> items = plan.Of == Sampled.Calls ? database.Shops.All.Append(Shops.Company).SelectMany(s => Calls(database, s, roster, plan)) : database.Shops.All.SelectMany(s => Receptions(database, s, roster, plan));
        return SamplingFrame.Of(items.Where(i => plan.Group is null || i.Group == plan.Group));
    }

    /// <summary>A call by its shop and id, which is its own among the shop's alone.</summary>
    public static string IdOf(Call call) => $"{call.Shop}:{call.Id}";

    public static Call? FindCall(Database database, string id, DateOnly day) => database.Shops.All.Append(Shops.Company).SelectMany(s => database.Records(RecordKinds.Calls).Between(s.Id, day, day)).FirstOrDefault(c => IdOf(c) == id);

    private static IEnumerable<FrameItem> Receptions(Database database, Shop shop, Roster roster, SamplingPlan plan)
    {
        var rules = database.RuleSets.Current(shop.Id, plan.Last);
        var risk = new InspectionRisk(database, shop, roster, rules, plan.First, plan.Last);
        return from reception in database.Facts.Receptions(shop.Id, plan.First, plan.Last, rounds: false)
               where !reception.Filtered
               let name = roster.NameOf(reception.Agent)
               where name is not null
               let post = roster.On(reception.Agent, reception.Day)
               select new FrameItem(reception.Id.ToString(CultureInfo.InvariantCulture), reception.Day, rules.Clock.ToLocal(reception.First).Hour, name, post?.Group ?? "", post?.Position ?? "", risk.Of(reception));
    }

    private static IEnumerable<FrameItem> Calls(Database database, Shop shop, Roster roster, SamplingPlan plan)
    {
        var rules = shop == Shops.Company ? RuleSet.Default : database.RuleSets.Current(shop.Id, plan.Last);
        var risk = new InspectionRisk(database, shop, roster, rules, plan.First, plan.Last);
        return from call in database.Records(RecordKinds.Calls).Between(shop.Id, plan.First, plan.Last)
               let day = rules.Clock.DayOf(call.At)
               let agent = roster.PersonOf(call.Agent, day)
               let name = roster.NameOf(agent)
               where name is not null
               let post = roster.On(agent, day)
               select new FrameItem(IdOf(call), day, rules.Clock.ToLocal(call.At).Hour, name, post?.Group ?? "", post?.Position ?? "", risk.Of(call, agent, day));
    }
}
