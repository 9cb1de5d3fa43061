using System.Text.Json;
using Heng.Engine.Metrics;

namespace Heng.App.Features.Connectors.Taobao;

/// <summary>Who was online and suspended when (在线日志), asked by the accounts' numbers and kept under their names.</summary>
public static class StatusLog
{
    private const int AccountsAtOnce = 5;

    public static readonly TopApi Api = new("status", "taobao.qianniu.cloudkefu.onlinestatuslog.get", "status-log", "record_list", Source.Status, ["account", "time", "status", "device"])
    {
        // The platform takes whole days: of a day that was half over the first half comes again, and is a duplicate.
        WindowDays = 30, ReachDays = 29, NeedsAccounts = true,
        Questions = (window, known) => known.AccountsById.Keys.Order(StringComparer.Ordinal).Chunk(AccountsAtOnce).Select(some => new Dictionary<string, string>
        {
            ["account_ids"] = string.Join(',', some), ["start_date"] = Signature.Time(window.From), ["end_date"] = Signature.Time(window.To.Plus(-1)),
        }),
        Row = Row,
    };

    public static IReadOnlyList<string?> Row(JsonElement entry, Known known)
    {
        var id = TopAnswer.Text(entry, "account_id");
        return [id is not null && known.AccountsById.TryGetValue(id, out var account) ? account : id, TopAnswer.Text(entry, "change_time"), TopAnswer.Text(entry, "status"), TopAnswer.Text(entry, "type")];
    }
}
