using Heng.Intake.Chats;
using Heng.Intake.Duty;
using Heng.Intake.Generic;
using Heng.Intake.Plain;

namespace Heng.Intake;

/// <summary>Every format that Heng reads.</summary>
public static class Formats
{
    public static readonly IReadOnlyList<Format> All =
    [
        MessageCsv.Format, MessageJsonLines.Format, ExporterTable.Format, WebPage.Format, Clipboard.Copied, Clipboard.Bracketed,
        Taobao.OrderList.Format, Taobao.ItemList.Format, Taobao.RefundList.Format, Jd.OrderList.Format, Pinduoduo.OrderList.Format, OrderTable.Format, OrderItemTable.Format, RefundTable.Format, RatingTable.Format, ReviewTable.Format,
        PeopleTable.Format, EntryTable.Format, AttendanceTable.Format, AdjustmentTable.Format, BuyerAliasTable.Format, BindingTable.Format, CoverageTable.Format,
        TaxOpeningTable.Format, SpecialDeductionTable.Format, MinimumWageTable.Format, PlanNoticeTable.Format, BankAccountTable.Format, CorrectionTable.Format,
        PunchTable.Format, AttendanceLog.Format, .. RosterTable.Formats, LeaveTable.Format, CalendarTable.Format, StatusLogTable.Format,
        WeCom.PunchSheet.Format, .. DingTalk.AttendanceSheets.All,
        Work.CallTable.Format, Work.CaseTable.Format, Work.ComplaintTable.Format, Work.ErrorTable.Format, Work.IncidentTable.Format, Work.TrainingTable.Format, Work.ExamTable.Format,
        Work.TaskTable.Format, Work.SuggestionTable.Format, Work.ActivityTable.Format, Work.HandoverTable.Format, Work.SurveyTable.Format, Work.ReviewWorkTable.Format, Work.CounterTable.Format,
        Work.TargetTable.Format, Work.GoalTable.Format, Work.MeasureTable.Format, Work.InspectionTable.Format, ReportedTable.Format, ReportedReceptionTable.Format, Chitu.ReceptionList.Format,
        .. Chitu.ChituReports.All, .. Sycm.SycmReports.All, Jd.AgentReport.Format, Pinduoduo.AgentReport.Format, Douyin.AgentReport.Format,
    ];

    public static Format? Find(string id) => All.FirstOrDefault(f => f.Id == id);
}
