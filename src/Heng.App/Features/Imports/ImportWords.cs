using Heng.Engine.Explanation;

namespace Heng.App.Features.Imports;

internal static class ImportWords
{
    /// <summary>Of other work that goes as an import does, with words of its own while it runs.</summary>
    public static Wording Name(ImportState state, Wording running) => state == ImportState.Running ? running : Name(state);

    public static Wording Name(ImportState state) => state switch
    {
        ImportState.Waiting => new("排队中", "waiting"),
        ImportState.Running => new("导入中", "running"),
        ImportState.Done => new("完成", "done"),
        ImportState.Partly => new("部分未接收", "partly refused"),
        ImportState.Refused => new("未接收", "refused"),
        ImportState.Failed => new("失败", "failed"),
        _ => new("已取消", "cancelled"),
    };

    public static string Tone(ImportState state) => state switch { ImportState.Done => "good", ImportState.Partly => "warn", ImportState.Refused or ImportState.Failed => "bad", ImportState.Cancelled => "quiet", _ => "info" };

    /// <summary>Rows that name their own shop belong to it, so this is not called the file's shop.</summary>
    public static Wording? Shop(ImportRow row) => row.Shop.Length == 0 ? null : new($"默认店铺 {row.Shop}", $"default shop {row.Shop}");

    public static Wording? Words(ImportRefusal refusal) => refusal switch
    {
        ImportRefusal.NoFile => new("请先选择文件。", "Choose a file first."),
        ImportRefusal.TooLarge => new("文件太大，请拆分后再传，或用命令行 heng import 导入。", "The file is too large: split it, or use the command line, heng import."),
        ImportRefusal.UnknownShop => new("没有这个店铺。", "There is no such shop."),
        ImportRefusal.UnknownKind => new("认不出这个文件的格式，请选择类型或映射。", "The file's format was not recognised: choose a kind or a map."),
        ImportRefusal.NotAllowed => new("你的角色不能导入数据。", "Your role may not import."),
        ImportRefusal.DaysUnreadable => new("日期写作 2026-10、2026-10-31 或 2026-10-01..2026-10-31。", "Days are written 2026-10, 2026-10-31 or 2026-10-01..2026-10-31."),
        ImportRefusal.TimeUnreadable => new("导出时间写作 2026-11-02 15:30。", "The time of export is written 2026-11-02 15:30."),
        _ => null,
    };
}
