using Heng.Engine.Explanation;

namespace Heng.Intake;

/// <summary>Why a row was not taken. The code is stable; the words name the column.</summary>
public sealed record Reason(string Code, Wording Words);

internal static class Reasons
{
    public static readonly Reason QuoteUnclosed = Whole("quote-unclosed", $"引号没有闭合", $"a quote is opened and never closed");
    public static readonly Reason RowTooLong = Whole("row-too-long", $"一行超过 1 MB", $"the row is longer than 1 MB");
    public static readonly Reason EncodingBroken = Whole("encoding-broken", $"有无法解码的字节", $"some bytes are no text in the file's encoding");
    public static readonly Reason JsonUnreadable = Whole("json-unreadable", $"不是一个 JSON 对象", $"the line is not one JSON object with plain values");
    public static readonly Reason HeaderRepeated = Whole("header-repeated", $"重复的表头", $"the header again");
    public static readonly Reason RowEmpty = Whole("row-empty", $"整行为空", $"every cell is empty");
    public static readonly Reason SummaryRow = Whole("summary-row", $"汇总行，不是一条记录", $"a row that sums up the others, no record");
    public static readonly Reason ChatNoise = Whole("chat-noise", $"系统提示或页面文字，不是消息", $"a notice of the client or words of the page, no message");
    public static readonly Reason ChatDateMissing = Whole("chat-date-missing", $"前面没有日期行", $"no line with the date stands above");
    public static readonly Reason ChatBlockBroken = Whole("chat-block-broken", $"时间下面缺少内容或发送人", $"content or sender is missing below the time");
    public static readonly Reason AccountUntold = Whole("account-untold", $"看不出是哪个客服账号的会话；请给出客服账号（页面上的“客服账号”，命令行 --account）", $"nothing tells which account this buyer wrote to; give the account (the field Accounts on the page, --account on the command line)");
    public static readonly Reason OrderUndated = Whole("order-undated", $"订单未成交，没有任何时间", $"the order did not come about and has no time");
    public static readonly Reason TransferWithoutTarget = Whole("transfer-without-target", $"转接没有写明转给谁", $"a transfer does not say to whom");
    public static readonly Reason RatingHalf = Whole("rating-half", $"评价时间与评价等级必须同时有或同时没有", $"rated_at and level come together or not at all");
    public static readonly Reason NoDaysDue = Whole("no-days-due", $"应出勤天数要大于 0；没有出勤的人不写这一行", $"days due are more than 0; leave out who was not due to work");
    public static readonly Reason DatesReversed = Whole("dates-reversed", $"结束日期早于开始日期", $"the last day is before the first");
    public static readonly Reason DropConditionTooSlow = Whole("drop-condition-too-slow", $"映射的 matches 条件超时", $"a matches condition of the map took too long");

    public static Reason TooFewColumns(int has, int needs) => Whole("too-few-columns", $"只有 {has} 列，表头有 {needs} 列", $"{has} cells under a header of {needs}");
    public static Reason TooManyColumns(int has, int needs) => Whole("too-many-columns", $"有 {has} 列，表头只有 {needs} 列", $"{has} cells under a header of {needs}");
    public static Reason DroppedByMap(int condition) => Whole("dropped-by-map", $"符合映射的第 {condition} 条丢弃条件", $"meets drop condition {condition} of the map");

    public static Reason OtherShop(string only) => Whole("shop-not-allowed", $"密钥只能送入“{only}”的数据", $"the key is for '{only}' alone");
    public static Reason ShopUnknown(string shop) => Whole("shop-unknown", $"没有店铺“{shop}”", $"there is no shop '{shop}'");
    public static Reason TooLong(string column) => Whole("value-too-long", $"“{column}”超过 {Fields.Cells.LongestName} 个字", $"{column} has more than {Fields.Cells.LongestName} characters");
    public static Reason Before(string column, string earlier) => Whole("dates-reversed", $"“{column}”早于“{earlier}”", $"{column} is before {earlier}");
    public static Reason OutOf(string column, decimal least, decimal most) => Whole("number-out-of-range", $"“{column}”要在 {least} 到 {most} 之间", $"{column} has to be from {least} to {most}");
    public static Reason NotAboveZero(string column) => Whole("number-out-of-range", $"“{column}”要大于 0", $"{column} has to be above 0");
    public static Reason Missing(string column) => Whole("value-missing", $"“{column}”为空", $"{column} is empty");
    public static Reason Encoding(string column) => Whole("encoding-broken", $"“{column}”有无法解码的字节", $"{column} holds bytes that are no text in the file's encoding");
    public static Reason Time(string column) => Whole("time-unreadable", $"“{column}”不是可识别的时间", $"{column} is no time that can be read");
    public static Reason Future(string column) => Whole("time-in-future", $"“{column}”晚于导入的时刻一天以上", $"{column} is more than a day after the import");
    public static Reason Ahead(string column) => Whole("time-in-future", $"“{column}”比收到它的时刻晚 {SentLines.AheadSeconds / 60} 分钟以上，发送方的时钟可能快了", $"{column} is more than {SentLines.AheadSeconds / 60} minutes after it was received: the sender's clock may be fast");
    public static Reason ClockReset(string column) => Whole("clock-reset", $"“{column}”是 2000-01-01：考勤机断电后时钟归零", $"{column} is 2000-01-01: the machine lost its clock");
    public static Reason OutsidePeriod(string column) => Whole("day-outside-period", $"“{column}”不在文件所说的日期之内", $"{column} is not among the days that the file is about");
    public static Reason Amount(string column) => Whole("amount-unreadable", $"“{column}”不是金额", $"{column} is no amount");
    public static Reason Negative(string column) => Whole("amount-negative", $"“{column}”不能为负", $"{column} may not be negative");
    public static Reason Number(string column) => Whole("number-unreadable", $"“{column}”不是数字", $"{column} is no number");
    public static Reason DigitsLost(string column) => Whole("id-lost-digits", $"“{column}”被 Excel 变成了科学计数，末位数字已丢失", $"{column} was turned into scientific notation by a spreadsheet: its last digits are lost");
    public static Reason BankAccount(string column) => Whole("bank-account-unreadable", $"“{column}”不是银行账号", $"{column} is no bank account");
    public static Reason Word(string column) => Whole("value-unknown", $"“{column}”不是已知的取值", $"{column} holds a word that is not known");
    public static Reason Month(string column) => Whole("month-unreadable", $"“{column}”不是 yyyy-MM", $"{column} is not yyyy-MM");

    public static Reason Rate(string column) => Whole("rate-unreadable", $"“{column}”不是比率（0.9971、99.71% 或 99.71）", $"{column} is no rate (0.9971, 99.71% or 99.71)");
    public static Reason Duration(string column) => Whole("duration-unreadable", $"“{column}”不是时长（秒数、1小时2分3秒 或 01:02:03）", $"{column} is no duration (seconds, 1小时2分3秒 or 01:02:03)");

    private static Reason Whole(string code, FormattableString zh, FormattableString en) =>
        new(code, new(FormattableString.Invariant(zh), FormattableString.Invariant(en)));
}
