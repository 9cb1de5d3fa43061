using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.Pools;
using Heng.Engine.Pay;
using Heng.Engine.Records;

namespace Heng.App.CommandLine;

/// <summary><c>heng pool</c>: how a month's pools are divided, the claims on their float, and the decisions on them.</summary>
public static class PoolCommand
{
    private static readonly string[] Columns = ["scheme", "pool", "role", "share", "moved", "people", "amount", "paid", "withheld", "undistributed"];
    private static readonly string[] ClaimColumns = ["claim", "pool", "role", "points", "reason", "by", "granted", "from", "ruling", "ruledBy"];

    public static Command Build(GlobalOptions options) =>
        new("pool", "Pools of a month: show, claims, claim, decide") { Show(options), ClaimsOf(options), Claim(options), Decide(options) };

    private static Option<string> MonthOption() => new("--month") { Description = "Month, e.g. 2026-10", Required = true };
    private static Option<string> ReasonOption() => new("--reason") { Description = "Why", Required = true };

    private static Command Show(GlobalOptions options)
    {
        var month = MonthOption();
        var command = new Command("show", "How the month's pools are divided over roles; of a closed month as it was closed") { month };
        command.Run(options, (context, parsed) =>
        {
            context.Require(Rights.SeesEverybodysPay(context.Viewer), "此账号看不到奖金池的金额", "This account does not see what pools pay");
            var wanted = Read.Month(parsed.GetValue(month));
            JsonArray rows = SealedMonth.Find(context.Database, wanted) is { } closed ? closed.Rows(PoolJson.Part) : [.. PoolsOf(context, wanted).Select(PoolJson.Of)];
            context.Output.Write(rows, () => new(Columns, [.. rows.SelectMany(p => p!["roles"]!.AsArray().Select(r => RowOf(p!, r!)).Append(RowOf(p!, null)))]));
            if (rows.Count == 0) context.Tell([new("这个月没有奖金池", "the month has no pool")]);
            return Exit.Done;
        });
        return command;
    }

    private static IReadOnlyList<string> RowOf(JsonNode pool, JsonNode? role) =>
        [.. Columns.Select(c => (c is "scheme" or "pool" ? pool[c] : c == "role" ? role?[c] ?? "total" : (role ?? pool)[c])?.ToString() ?? "–")];

    private static Command ClaimsOf(GlobalOptions options)
    {
        var month = MonthOption();
        var command = new Command("claims", "The month's claims on the float, and what was decided on each") { month };
        command.Run(options, (context, parsed) =>
        {
            context.Require(Rights.SeesShares(context.Viewer), "此账号看不到机动申请", "This account does not see claims");
            Write(context, [.. context.Database.PoolClaims.Of(Read.Month(parsed.GetValue(month))).Select(Of)]);
            return Exit.Done;
        });
        return command;
    }

    private static Command Claim(GlobalOptions options)
    {
        var (month, reason) = (MonthOption(), ReasonOption());
        var pool = new Option<string?>("--pool") { Description = "SCHEME/POOL; may be left out where the month has one" };
        var role = new Option<string>("--role") { Description = "The role that asks", Required = true };
        var points = new Option<string>("--points") { Description = "Percentage points of the pool", Required = true };
        var command = new Command("claim", "Ask for a part of the float, with a reason") { month, pool, role, points, reason };
        command.Run(options, (context, parsed) =>
        {
            var wanted = Read.Month(parsed.GetValue(month));
            var pools = PoolsOf(context, wanted);
            var (scheme, id) = Named(parsed.GetValue(pool), pools);
            return Answer(context, new Claims(context.Database, TimeProvider.System).Put(wanted, new(scheme, id, parsed.GetValue(role)!, Number(parsed.GetValue(points)!), parsed.GetValue(reason)!), pools, context.Viewer));
        });
        return command;
    }

    private static Command Decide(GlobalOptions options)
    {
        var reason = ReasonOption();
        var claim = new Argument<long>("CLAIM") { Description = "Its number, as heng pool claims lists it" };
        var grant = new Option<string?>("--grant") { Description = "Percentage points granted, at most those asked for" };
        var from = new Option<string?>("--from") { Description = "The role that they are taken from" };
        var refuse = new Option<bool>("--refuse") { Description = "Grant nothing" };
        var command = new Command("decide", "Decide a claim: grant it, wholly or in part, or refuse it") { claim, grant, from, refuse, reason };
        command.Run(options, (context, parsed) =>
        {
            if (parsed.GetValue(refuse) == (parsed.GetValue(grant) is not null)) throw CommandStoppedException.Usage("grant-or-refuse", "请给出 --grant 或 --refuse 之一", "Give one of --grant and --refuse");
            var granted = parsed.GetValue(grant) is { } given ? Number(given) : 0m;
            if (parsed.GetValue(grant) is not null && granted <= 0m) throw CommandStoppedException.Refused(new(Json.Kebab(ClaimRefusal.GrantedOutside), ClaimWords.Of(ClaimRefusal.GrantedOutside)));
            return Answer(context, new Claims(context.Database, TimeProvider.System).Decide(parsed.GetValue(claim), granted, parsed.GetValue(from), parsed.GetValue(reason)!, month => PoolsOf(context, month), context.Viewer));
        });
        return command;
    }

    private static IReadOnlyList<DividedPool> PoolsOf(CommandContext context, Month month) => MonthBook.Load(context.Database, month, context.Shops, context.AsOf).Pools;

    private static (string Scheme, string Pool) Named(string? named, IReadOnlyList<DividedPool> pools)
    {
        if (named?.Split('/') is [var scheme, var pool]) return (scheme, pool);
        if (named is null && pools is [var only]) return (only.File.Scheme, only.Division.Pool.Id);
        if (named is null && pools.Count == 0) throw CommandStoppedException.Refused(new(Json.Kebab(ClaimRefusal.PoolUnknown), ClaimWords.Of(ClaimRefusal.PoolUnknown)));
        throw CommandStoppedException.Usage("pool-unclear", "请用 --pool 方案/奖金池 指明", "Name the pool: --pool SCHEME/POOL");
    }

    private static decimal Number(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var points) && Math.Abs(points) < 1000m ? points
        : throw CommandStoppedException.Usage("points-unreadable", $"百分点写作 2 或 1.5，不是“{text}”", $"Points are written 2 or 1.5, not '{text}'");

    private static int Answer(CommandContext context, ClaimDone done)
    {
        if (done.Refused is { } refused) throw CommandStoppedException.Refused(new(Json.Kebab(refused), ClaimWords.Of(refused)));
        Write(context, [Of(done.Claim!)]);
        return Exit.Done;
    }

    private static void Write(CommandContext context, JsonArray rows) =>
        context.Output.Write(rows, () => new(ClaimColumns, [.. rows.Select(r => (IReadOnlyList<string>)[.. ClaimColumns.Select(c => r![c]?.ToString() ?? "–")])]));

    private static JsonObject Of(PoolClaim claim) => new()
    {
        ["claim"] = claim.Id, ["month"] = claim.Month.ToString(), ["scheme"] = claim.Scheme, ["pool"] = claim.Pool, ["role"] = claim.Role, ["points"] = Json.Number(claim.Points), ["reason"] = claim.Reason,
        ["by"] = claim.By, ["granted"] = Json.Number(claim.Ruling?.Granted), ["from"] = claim.Ruling?.From, ["ruling"] = claim.Ruling?.Reason, ["ruledBy"] = claim.Ruling?.By,
    };
}
