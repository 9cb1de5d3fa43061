using System.Globalization;
using System.Text.Json.Nodes;

namespace Heng.App.Tests.Connectors;

/// <summary>An invented trade. Times are the platform's wall clock.</summary>
internal sealed class StandInTrade(long tid, DateTime created)
{
    public long Tid => tid;
    public DateTime Created => created;
    public DateTime Modified { get => field == default ? created : field; set; }
    public string Status { get; set; } = "WAIT_BUYER_PAY";
    public DateTime? Paid { get; set; }

    /// <summary>Two pieces for 50 each, 10 off by the seller's hand, a coupon of 5 on the whole, postage 8: 100 − 10 − 5 + 8 = 93.</summary>
    public JsonObject Json => new()
    {
        ["tid"] = tid, ["buyer_nick"] = "小**", ["status"] = Status, ["created"] = Wall(created), ["modified"] = Wall(Modified), ["pay_time"] = Paid is { } at ? Wall(at) : null,
        ["total_fee"] = "100.00", ["discount_fee"] = "5.00", ["adjust_fee"] = "0.00", ["post_fee"] = "8.00", ["payment"] = "93.00", ["num"] = 2, ["seller_flag"] = 1,
        ["orders"] = new JsonObject { ["order"] = new JsonArray(new JsonObject { ["oid"] = tid, ["num"] = 2, ["num_iid"] = 7, ["total_fee"] = "90.00" }) },
    };

    public static string Wall(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

/// <summary>A row of one of the other interfaces, with the instant that windows ask by.</summary>
internal sealed record StandInRow(DateTime At, JsonObject Json, string? Account = null);
