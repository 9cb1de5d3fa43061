using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Heng.App.Tests.Connectors;

/// <summary>
/// Stands in for the platform on this machine: checks signature, session and clock, holds to the limits of each interface, pages newest first,
/// and fails as it is told to before it answers.
/// </summary>
internal sealed class StandIn : IAsyncDisposable
{
    public const string AppKey = "12345678", Secret = "a-secret-that-nobody-may-see", Session = "a-session-that-nobody-may-see";
    private readonly WebApplication app;
    private readonly TimeProvider time;
    private readonly Lock turn = new();
    private readonly List<IReadOnlyDictionary<string, string>> calls = [];

    private StandIn(WebApplication app, TimeProvider time) => (this.app, this.time) = (app, time);

    public List<StandInTrade> Trades { get; } = [];
    public List<StandInRow> Rates { get; } = [];
    public List<StandInRow> Refunds { get; } = [];
    public List<StandInRow> Evaluations { get; } = [];
    public List<StandInRow> Status { get; } = [];
    public List<JsonObject> Accounts { get; } = [];

    /// <summary>Asked with the number of the call, from 1, before it is answered; null lets it be answered.</summary>
    public Func<int, IReadOnlyDictionary<string, string>, HttpContext, Task<IResult?>> Before { get; set; } = (_, _, _) => Task.FromResult<IResult?>(null);

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Calls
    {
        get { lock (turn) return [.. calls]; }
    }

    public IEnumerable<IReadOnlyDictionary<string, string>> Of(string method) => Calls.Where(c => c["method"] == method);
    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/router/rest";

    public static async Task<StandIn> Start(TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var standIn = new StandIn(app, time);
        app.MapPost("/router/rest", (Delegate)standIn.Answer); // else the answer is thrown away
        await app.StartAsync();
        return standIn;
    }

    public static IResult Error(int code, string message, string? sub = null, string? subMessage = null) => Results.Json(new JsonObject
    {
        ["error_response"] = new JsonObject { ["code"] = code, ["msg"] = message, ["sub_code"] = sub, ["sub_msg"] = subMessage, ["request_id"] = "r1" },
    });

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task<IResult> Answer(HttpContext context)
    {
        var asked = (await context.Request.ReadFormAsync()).ToDictionary(p => p.Key, p => p.Value.ToString());
        int number;
        lock (turn)
        {
            calls.Add(asked);
            number = calls.Count;
        }
        if (await Before(number, asked, context) is { } failed) return failed;
        if (asked["app_key"] != AppKey) return Error(29, "Invalid app Key");
        if (asked["sign"] != Sign(asked)) return Error(25, "Invalid signature");
        if (asked["session"] != Session) return Error(27, "Invalid session", subMessage: "session " + asked["session"]);
        if (Math.Abs((At(asked, "timestamp") - Now).TotalMinutes) > 10) return Error(31, "Invalid timestamp");
        return asked["method"] switch
        {
            "taobao.trades.sold.get" => TradesOf(asked, "created", t => t.Created),
            "taobao.trades.sold.increment.get" => TradesOf(asked, "modified", t => t.Modified),
            "taobao.traderates.get" => Listed(asked, "traderates_get_response", "trade_rates", "trade_rate", Rates.Where(r => Between(asked, "start_date", "end_date", r.At)).OrderByDescending(r => r.At).Select(r => r.Json), most: 1500),
            "taobao.refunds.receive.get" => Listed(asked, "refunds_receive_get_response", "refunds", "refund", Refunds.Where(r => Between(asked, "start_modified", "end_modified", r.At)).OrderByDescending(r => r.At).Select(r => r.Json)),
            "taobao.qianniu.kefueval.get" => EvaluationsOf(asked),
            "taobao.qianniu.cloudkefu.onlinestatuslog.get" => StatusOf(asked),
            "taobao.sellercenter.subusers.page" => Results.Json(new JsonObject { ["sellercenter_subusers_page_response"] = new JsonObject { ["subusers"] = new JsonObject { ["sub_user_d_o"] = Array(Accounts) } } }),
            _ => Error(22, "Invalid method"),
        };
    }

    private DateTime Now => time.GetUtcNow().AddHours(8).DateTime;

    private IResult TradesOf(Dictionary<string, string> asked, string by, Func<StandInTrade, DateTime> at)
    {
        if (At(asked, $"end_{by}") - At(asked, $"start_{by}") > TimeSpan.FromDays(1)) return Error(41, "Invalid arguments");
        if (At(asked, $"start_{by}") < Now.AddMonths(-3)) return Error(41, "Invalid arguments");
        List<JsonObject> found;
        lock (turn) found = [.. Trades.Where(t => Between(asked, $"start_{by}", $"end_{by}", at(t))).OrderByDescending(at).ThenByDescending(t => t.Tid).Select(t => t.Json)];
        return Listed(asked, by == "created" ? "trades_sold_get_response" : "trades_sold_increment_get_response", "trades", "trade", found);
    }

    private IResult EvaluationsOf(Dictionary<string, string> asked)
    {
        var ids = asked["query_ids"].Split(',');
        var (from, to) = (Compact(asked["btime"]), Compact(asked["etime"]));
        if (ids.Length > 10 || to - from > TimeSpan.FromDays(7) || to > Now.AddDays(-1) || from < Now.AddDays(-90).Date) return Error(41, "Invalid arguments");
        var found = Evaluations.Where(e => ids.Contains("cntaobao" + e.Account) && e.At >= from && e.At <= to).Select(e => e.Json).ToList();
        return Results.Json(new JsonObject { ["qianniu_kefueval_get_response"] = new JsonObject { ["result_count"] = found.Count, ["staff_eval_details"] = new JsonObject { ["eval_detail"] = Array(found) } } });
    }

    private IResult StatusOf(Dictionary<string, string> asked)
    {
        var ids = asked["account_ids"].Split(',');
        var (from, to) = (At(asked, "start_date").Date, At(asked, "end_date").Date.AddDays(1));
        if (ids.Length > 5 || to - from > TimeSpan.FromDays(31) || from < Now.Date.AddDays(-30)) return Error(41, "Invalid arguments");
        var found = Status.Where(s => ids.Contains(s.Account) && s.At >= from && s.At < to).Select(s => s.Json);
        return Results.Json(new JsonObject { ["qianniu_cloudkefu_onlinestatuslog_get_response"] = new JsonObject { ["record_list"] = new JsonObject { ["record_list"] = Array(found) } } });
    }

    private static IResult Listed(Dictionary<string, string> asked, string root, string list, string one, IEnumerable<JsonObject> rows, int most = int.MaxValue)
    {
        var (all, page, size) = (rows.ToList(), int.Parse(asked["page_no"], CultureInfo.InvariantCulture), int.Parse(asked["page_size"], CultureInfo.InvariantCulture));
        if (size > (most < int.MaxValue ? 150 : 100)) return Error(41, "Invalid arguments");
        var some = all.Take(most).Skip((page - 1) * size).Take(size);
        var answer = new JsonObject { [list] = new JsonObject { [one] = Array(some) } };
        if (asked["use_has_next"] == "true") answer["has_next"] = page * size < all.Count;
        else answer["total_results"] = all.Count;
        return Results.Json(new JsonObject { [root] = answer });
    }

    private static JsonArray Array(IEnumerable<JsonObject> rows) => new([.. rows.Select(r => r.DeepClone())]);
    private static DateTime At(IReadOnlyDictionary<string, string> asked, string name) => DateTime.ParseExact(asked[name], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    private static DateTime Compact(string text) => DateTime.ParseExact(text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture);
    private static bool Between(Dictionary<string, string> asked, string from, string to, DateTime at) => At(asked, from) <= at && at <= At(asked, to);

    // Written again from the platform's words, so that it does not agree with ours by being ours.
    private static string Sign(Dictionary<string, string> asked)
    {
        var text = string.Concat(asked.Where(p => p.Key != "sign").OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key + p.Value));
#pragma warning disable CA5351 // The platform knows these two methods only.
        return Convert.ToHexString(asked["sign_method"] == "hmac" ? new HMACMD5(Encoding.UTF8.GetBytes(Secret)).ComputeHash(Encoding.UTF8.GetBytes(text)) : MD5.HashData(Encoding.UTF8.GetBytes(Secret + text + Secret)));
#pragma warning restore CA5351
    }
}
