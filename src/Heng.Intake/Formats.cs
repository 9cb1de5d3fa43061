using Heng.Intake.Chats;
using Heng.Intake.Generic;
using Heng.Intake.Plain;

namespace Heng.Intake;

/// <summary>Every format that Heng reads.</summary>
public static class Formats
{
    public static readonly IReadOnlyList<Format> All =
    [
        MessageCsv.Format, MessageJsonLines.Format, ExporterTable.Format, WebPage.Format, Clipboard.Copied, Clipboard.Bracketed,
        Taobao.OrderList.Format, Jd.OrderList.Format, Pinduoduo.OrderList.Format, RatingTable.Format, ReviewTable.Format,
        PeopleTable.Format, EntryTable.Format, AttendanceTable.Format, AdjustmentTable.Format,
    ];

    public static Format? Find(string id) => All.FirstOrDefault(f => f.Id == id);
}
