using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Months;
using Heng.Engine.Explanation;
using Heng.Engine.Pay;

namespace Heng.App.Features.Pools;

/// <summary>One role of a pool in a month: its share as it counted, how far it was moved, and what became of its part.</summary>
public sealed record RoleFigures(string Role, Wording Name, decimal Share, decimal Moved, int People, decimal Amount, decimal Paid, decimal Withheld, decimal Undistributed);

/// <summary>A pool of a month in numbers of roles; what single people got stands on their payslips alone.</summary>
public sealed record PoolFigures(
    string Scheme, string Pool, Wording Label, decimal? Number, decimal? Amount, decimal Paid, decimal Withheld, decimal Undistributed, string Fund, string? UndistributedTo, IReadOnlyList<RoleFigures> Roles);

/// <summary>Pools as JSON: the answer of the command line, what a closed month seals, and what pages and funds read of either.</summary>
public static class PoolJson
{
    /// <summary>The part of the seal.</summary>
    public const string Part = "pools";

    /// <summary>Without the shop's number nothing is divided: then amounts are null, not 0.</summary>
    public static JsonObject Of(DividedPool pool) => new()
    {
        ["scheme"] = pool.File.Scheme,
        ["pool"] = pool.Division.Pool.Id,
        ["label"] = pool.Division.Pool.Label.Zh,
        ["labelEn"] = pool.Division.Pool.Label.En,
        ["number"] = Json.Number(pool.Division.Number),
        ["amount"] = Json.Number(pool.Division.Amount),
        ["paid"] = Json.Number(Known(pool, pool.Division.Paid)),
        ["withheld"] = Json.Number(Known(pool, pool.Division.Withheld)),
        ["undistributed"] = Json.Number(Known(pool, pool.Division.Undistributed)),
        ["fund"] = pool.Division.Pool.Fund,
        ["undistributedTo"] = pool.Division.Pool.UndistributedTo,
        ["roles"] = new JsonArray([.. pool.Division.Pots.Select(pot => Of(pool, pot))]),
    };

    private static decimal? Known(DividedPool pool, decimal yuan) => pool.Division.Amount is null ? null : yuan;

    private static JsonObject Of(DividedPool pool, PoolPot pot) => new()
    {
        ["role"] = pot.Role.Id,
        ["name"] = pot.Role.Name.Zh,
        ["nameEn"] = pot.Role.Name.En,
        ["share"] = Json.Number(pot.Share),
        ["moved"] = Json.Number(pot.Moved),
        ["people"] = pot.People.Count,
        ["amount"] = Json.Number(Known(pool, pot.Amount)),
        ["paid"] = Json.Number(Known(pool, pot.Paid)),
        ["withheld"] = Json.Number(Known(pool, pot.Withheld)),
        ["undistributed"] = Json.Number(Known(pool, pot.Undistributed)),
    };

    public static PoolFigures Read(JsonNode pool) => new(
        Text(pool, "scheme"), Text(pool, "pool"), new(Text(pool, "label"), Text(pool, "labelEn")), Number(pool["number"]), Number(pool["amount"]), Yuan(pool, "paid"), Yuan(pool, "withheld"),
        Yuan(pool, "undistributed"), Text(pool, "fund"), pool["undistributedTo"]?.GetValue<string>(), [.. pool["roles"]!.AsArray().Select(r => RoleOf(r!))]);

    private static RoleFigures RoleOf(JsonNode role) => new(
        Text(role, "role"), new(Text(role, "name"), Text(role, "nameEn")), Yuan(role, "share"), Yuan(role, "moved"), role["people"]!.GetValue<int>(), Yuan(role, "amount"), Yuan(role, "paid"),
        Yuan(role, "withheld"), Yuan(role, "undistributed"));

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
    private static decimal? Number(JsonNode? node) => node?.GetValue<decimal>();
    private static decimal Yuan(JsonNode node, string name) => Number(node[name]) ?? 0m;
}
