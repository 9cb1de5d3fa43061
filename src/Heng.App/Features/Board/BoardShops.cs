using Heng.App.Features.Live;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Board;

/// <summary>
/// Which shops the board offers, and which one opens where none is named: the one picked last on this device, else the one in which those whom one sees received most today, else in the two weeks
/// before, else the one that one's own accounts are of.
/// </summary>
public sealed class BoardShops(Database database, LiveBook book)
{
    internal const string Cookie = "board-shop";
    private const int DaysBack = 13;

    /// <summary>All shops; of who sees their own row alone those in which they receive.</summary>
    public IReadOnlyList<string> Of(Viewer viewer)
    {
        List<string> all = [.. database.Shops.All.Select(s => s.Name)];
        if (all.Count < 2 || BoardScope.Of(viewer, "", null) is not { OwnOnly: true }) return all;
        var own = Busy(viewer).ToHashSet(StringComparer.Ordinal);
        return own.Count == 0 ? all : [.. all.Where(own.Contains)];
    }

    /// <summary>Null where there is no shop.</summary>
    public string? Default(Viewer viewer, HttpContext? context)
    {
        var offered = Of(viewer);
        if (offered.Count < 2) return offered.Count == 0 ? null : offered[0];
        return context?.Request.Cookies[Cookie] is { } picked && offered.Contains(picked, StringComparer.Ordinal) ? picked : Busy(viewer).FirstOrDefault() ?? offered[0];
    }

    /// <summary>Whoever names a shop gets it again where they name none.</summary>
    public static void Remember(HttpContext context, string shop)
    {
        if (context.Request.Cookies[Cookie] != shop) context.Response.Cookies.Append(Cookie, shop, new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, Path = "/board" });
    }

    /// <summary>Where those whom one sees received anybody, the busiest first; nowhere yet, the shops of one's own accounts.</summary>
    private IEnumerable<string> Busy(Viewer viewer)
    {
        if (BoardScope.Of(viewer, "", null) is not { } scope) return [];
        var today = book.Open.Select(s => (s.Shop.Name, Count: Today(s, scope))).Where(s => s.Count > 0).ToList();
        if (today.Count == 0) today = [.. database.Shops.All.Select(s => (s.Name, Count: Before(s, scope))).Where(s => s.Count > 0)];
        if (today.Count == 0) return Own(viewer);
        return today.OrderByDescending(s => s.Count).ThenBy(s => s.Name, StringComparer.Ordinal).Select(s => s.Name);
    }

    private IEnumerable<string> Own(Viewer viewer)
    {
        var roster = database.People.Roster;
        if (viewer.Person is not { } name || roster.Find(name) is not { } person) return [];
        var accounts = roster.ShopsOf(person.Id, ShopClock.Shanghai.DayOf(book.Now));
        return database.Shops.All.Select(s => s.Name).Where(accounts.Contains);
    }

    private static int Today(LiveShop shop, BoardScope scope) => shop.Ask((day, _, roster, _) =>
    {
        var held = day.Agents.Where(a => scope.Holds(roster.NameOf(a), roster.On(a, shop.Day)?.Group)).ToHashSet();
        return day.Receptions.Count(r => held.Contains(r.Agent));
    });

    private int Before(Shop shop, BoardScope scope)
    {
        var (roster, today) = (database.People.Roster, ShopClock.Shanghai.DayOf(book.Now));
        return (int)database.Facts.AgentDays(shop.Id, today.AddDays(-DaysBack), today).Where(d => scope.Holds(roster.NameOf(d.Agent), roster.On(d.Agent, d.Day)?.Group)).Sum(d => d.Measures[Engine.Facts.Primitive.Consulted]);
    }
}
