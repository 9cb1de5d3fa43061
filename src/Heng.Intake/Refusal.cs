using Heng.Engine.Explanation;

namespace Heng.Intake;

/// <summary>Why a whole file was not taken. Nothing of it was read into records. The code is stable.</summary>
public sealed record Refusal(string Code, Wording Message, IReadOnlyList<string> Details);

internal static class Refusals
{
    public static readonly Refusal Missing = Of("file-missing", $"找不到文件", $"there is no such file");
    public static readonly Refusal Unreadable = Of("file-unreadable", $"无法打开文件（权限或磁盘问题）", $"the file cannot be opened (rights or disk)");
    public static readonly Refusal Empty = Of("file-empty", $"文件是空的，连表头也没有", $"the file is empty: it has not even a header");
    public static readonly Refusal Binary = Of("file-binary", $"这不是文本表格，也不是 Excel 工作簿", $"this is neither a text table nor a workbook");
    public static readonly Refusal Html = Of("file-html", $"这是网页或 XML（有些后台把网页另存为 .xls）；请另存为 xlsx 或 csv", $"this is a web page or XML, which some sites save as .xls; save it as xlsx or csv");
    public static readonly Refusal EncodingUnknown = Of("encoding-unknown", $"既不是 UTF-8 也不是 GBK/GB18030", $"this is neither UTF-8 nor GBK/GB18030");
    public static readonly Refusal SheetDamaged = Of("sheet-damaged", $"工作簿已损坏或不完整，无法读取", $"the workbook is damaged or cut off and cannot be read");
    public static readonly Refusal SheetLocked = Of("sheet-locked", $"工作簿有密码；请另存为没有密码的文件", $"the workbook has a password; save it without one");
    public static readonly Refusal SheetTooWide = Of("sheet-too-wide", $"工作表里有内容在很远的行列（多半是误填的一格）；请删除数据右侧和下方的行列后再导入", $"the sheet has something in a far row and column (most likely a stray cell); delete the columns and rows beyond your data");
    public static readonly Refusal ShopMissing = Of("shop-missing", $"文件里没有店铺；请填写店铺（命令行用 --shop）", $"the file names no shop; fill in the shop (on the command line: --shop)");
    public static readonly Refusal DayMissing = Of("day-missing", $"只有表头，没有数据，也看不出是哪家店、哪一天；请把文件命名为“messages_店铺_2026-10-01.csv”的样子（也可填页面上的“店铺”和“日期”，命令行用 --shop 和 --day）", $"a header with no rows that names no shop and day; name the file like messages_SHOP_2026-10-01.csv (or fill in Shop and Day on the page, --shop and --day on the command line)");
    public static readonly Refusal DayInFuture = Of("day-in-future", $"文件名（或填写的日期、命令行 --day）给出的日期还没到", $"the day that the file's name (or the field Day, or --day) gives has not come yet");

    public static readonly Refusal PeriodMissing = Of("period-missing", $"看不出是哪个月：表头上方和文件名里都没有日期；请在文件名里写上，如“…_20260501-20260531.xlsx”（也可填页面上的“日期”，命令行用 --day 2026-05）", $"no month is named: neither the rows above the header nor the file's name has a date; put it into the name, like ..._20260501-20260531.xlsx (or fill in Day on the page, --day 2026-05 on the command line)");

    public static Refusal ChatSidesUnknown(IEnumerable<string> nicks) =>
        Of("chat-sides-unknown", $"分不清谁是客服、谁是买家：客服要写作“主号:子号”，或先导入写有账号的人员名单，或给出客服账号（页面上的“客服账号”，命令行 --account；买家没有说话、或有几个名字时再给买家，--buyer）；一个文件只放一个买家的聊天",
            $"it is not clear who is agent and who is buyer: agents are written main:sub, or known by a list of people with their accounts, or given in the field Accounts on the page, --account on the command line (and the buyer, --buyer, who is silent or where several names stand there); a file holds the chat with one buyer") with { Details = [.. nicks] };

    public static Refusal SheetTooLarge(long most) => Of("sheet-too-large", $"工作簿解压后超过 {most >> 20} MB；请另存为 csv", $"the workbook unpacks to more than {most >> 20} MB; save it as csv");
    public static Refusal KindUnknown(string kind) => Of("kind-unknown", $"没有“{kind}”这种格式", $"there is no format named {kind}") with { Details = [.. Formats.All.Select(f => f.Id)] };
    public static Refusal HeaderUnknown(IEnumerable<string> found) => Of("header-unknown", $"认不出表头；请核对列名，或选择列映射（命令行：heng formats 列出格式，--map 给出列名）", $"no known header; check the columns' names or choose a column map (on the command line: heng formats lists the formats, --map gives your own names)") with { Details = [.. found] };
    public static Refusal HeaderIncomplete(Format format, IEnumerable<string> missing) =>
        Of("header-incomplete", $"“{format.Name.Zh}”缺少必需的列", $"columns that “{format.Name.En}” needs are missing") with { Details = [.. missing] };
    public static Refusal MapColumnMissing(IEnumerable<string> missing) =>
        Of("map-column-missing", $"映射里写的列在文件中找不到", $"columns that the map names are not in the file") with { Details = [.. missing] };
    public static Refusal MapDoesNotFit(IEnumerable<string> fields) =>
        Of("map-does-not-fit", $"映射里的字段不属于这种格式", $"the map names fields that this format does not have") with { Details = [.. fields] };

    private static Refusal Of(string code, FormattableString zh, FormattableString en) =>
        new(code, new(FormattableString.Invariant(zh), FormattableString.Invariant(en)), []);
}
