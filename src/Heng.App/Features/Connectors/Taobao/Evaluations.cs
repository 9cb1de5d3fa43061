using System.Globalization;
using System.Text.Json;
using Heng.Engine.Metrics;
using Heng.Engine.Records;

namespace Heng.App.Features.Connectors.Taobao;

/// <summary>
/// Ratings of the service (客服评价). There are three interfaces: the open one, its successor that masks the buyers, and one of old that only few may still use and that
/// numbers the levels otherwise. Which one a shop's app may use is chosen with the connection.
/// </summary>
public static class Evaluations
{
    public const string Qianniu = "qianniu", Airisland = "airisland", Wangwang = "wangwang";
    private const int AccountsAtOnce = 10;

    public static TopApi Of(string which) => which switch
    {
        Airisland => Api("taobao.airisland.kefueval.get", FiveLevels),
        Wangwang => Api("taobao.wangwang.eservice.newevals.get", FourLevels),
        _ => Api("taobao.qianniu.kefueval.get", FiveLevels),
    };

    /// <summary>0 非常满意 … 4 非常不满意.</summary>
    public static string? FiveLevels(string? code) => code switch
    {
        "0" => "very-satisfied", "1" => "satisfied", "2" => "neutral", "3" => "dissatisfied", "4" => "very-dissatisfied", _ => code,
    };

    /// <summary>1 非常满意 … 4 不满意: the same numbers say something else here.</summary>
    public static string? FourLevels(string? code) => code switch
    {
        "1" => "very-satisfied", "2" => "satisfied", "3" => "neutral", "4" => "dissatisfied", _ => code,
    };

    public static IReadOnlyList<string?> Row(JsonElement row, Known known, Func<string?, string?> level)
    {
        var (sender, receiver) = (TopAnswer.Text(row, "eval_sender"), TopAnswer.Text(row, "eval_recer"));
        // Who was asked to rate is told as receiver; where it is the account, the two are the other way round.
        if (receiver is not null && known.Accounts.Contains(Short(receiver), StringComparer.Ordinal)) (sender, receiver) = (receiver, sender);
        var rated = TimeOf(TopAnswer.Text(row, "eval_time"));
        return
        [
            sender, receiver ?? TopAnswer.Text(row, "open_uid"),
            // A buyer who rates unasked was never asked at a time of its own.
            TimeOf(TopAnswer.Text(row, "send_time")) ?? rated, rated, level(TopAnswer.Text(row, "eval_code")), SourceOf(TopAnswer.Text(row, "source")),
        ];
    }

    private static TopApi Api(string method, Func<string?, string?> level) =>
        new("evaluations", method, "ratings", "staff_eval_details", Source.Ratings, ["account", "buyer", "sent_at", "rated_at", "level", "source"])
        {
            WindowDays = 7, ReachDays = 89, Lag = TimeSpan.FromDays(1) + TopClient.ClocksApart, NeedsAccounts = true,
            Questions = (window, known) => known.Accounts.Chunk(AccountsAtOnce).Select(some => new Dictionary<string, string>
            {
                ["query_ids"] = string.Join(',', some.Select(a => "cntaobao" + a)), ["btime"] = Time(window.From), ["etime"] = Time(window.To.Plus(-1)),
            }),
            Row = (row, known) => Row(row, known, level),
        };

    private static string? SourceOf(string? number) => number switch { "0" => "agent", "1" => "buyer", "2" => "system", _ => "untold" };
    private static string Short(string nick) => nick.StartsWith("cntaobao", StringComparison.Ordinal) ? nick["cntaobao".Length..] : nick;
    private static string Time(Instant at) => ShopClock.Shanghai.ToLocal(at).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    /// <summary>Some answers write times as they are asked for, without signs between.</summary>
    private static string? TimeOf(string? text) => DateTime.TryParseExact(text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)
        ? wall.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : text;
}
