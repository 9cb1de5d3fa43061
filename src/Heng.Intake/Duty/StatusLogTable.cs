using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Intake.Written;

namespace Heng.Intake.Duty;

/// <summary>Status logs of accounts (在线日志), named and numbered as the platform's interface does: 1 online, -1 offline, 2 suspended, 3 resumed.</summary>
internal static class StatusLogTable
{
    private const int Account = 0, At = 1, Status = 2, Device = 3;

    public static readonly Format Format = new("status-log", new("在线日志", "Status log"), Holding.StatusLog, Shape.Table,
    [
        new("account", true, "account_id", "账号", "客服账号"),
        new("time", true, "change_time", "时间", "变更时间"),
        new("status", true, "状态"),
        new("device", false, "type", "设备", "类型"),
    ], cells => (out message, out record) => (message, record) = (default, Read(cells)))
    {
        Writer = WrittenCells.Of<StatusChange>(c => [c.Account, c.At, c.Status, c.Device]),
        CoversSpan = true,
    };

    private static StatusChange Read(Cells cells) => new(
        Nicks.Short(cells.Named(Account)), cells.Time(At), cells.Word(Status, StatusOf), cells.Bare(Device).IsEmpty ? 0 : cells.Word(Device, DeviceOf));

    private static AccountStatus? StatusOf(string word) => word switch
    {
        "1" or "online" or "在线" or "上线" => AccountStatus.Online,
        "-1" or "offline" or "离线" or "下线" => AccountStatus.Offline,
        "2" or "suspend" or "suspended" or "挂起" => AccountStatus.Suspended,
        "3" or "resume" or "resumed" or "解挂" => AccountStatus.Resumed,
        _ => null,
    };

    private static int? DeviceOf(string word) => word switch
    {
        "8" or "pc" or "PC" or "电脑" => 8,
        "4" or "mobile" or "移动" or "手机" => 4,
        "5" or "suspend" or "挂起" => 5,
        "0" => 0,
        _ => null,
    };
}
