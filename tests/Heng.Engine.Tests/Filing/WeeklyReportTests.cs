using Heng.Engine.Filing;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Filing;

public sealed class WeeklyReportTests
{
    private static readonly DateOnly Due = new(2026, 11, 6);
    private static readonly ReportState Blank = new("王雨桐", Due, []);
    private static readonly FilingActor Chen = new("陈静", true), Wang = new("王雨桐", false);

    // Friday, and 23:59:59 and 00:00:00 of the shop's clock.
    private static Instant On(DateOnly day) => ShopClock.Shanghai.StartOf(day);
    private static ReportHappening Text(ReportEvent what, Instant at, string? done = "接待 300 人") => new(what, "王雨桐", at, "") { Done = done };

    [Fact]
    public void In_time_until_the_last_second_of_the_day_and_a_text_mended_later_is_not_late()
    {
        var last = On(Due.AddDays(1)).Plus(-1);
        Assert.Equal(Due, Blank.After(Text(ReportEvent.Handed, last)).Record(ShopClock.Shanghai).DoneOn);
        Assert.Equal(Due.AddDays(1), Blank.After(Text(ReportEvent.Handed, last.Plus(1))).Record(ShopClock.Shanghai).DoneOn);
        var mended = Blank.After(Text(ReportEvent.Handed, last)).After(Text(ReportEvent.Handed, last.Plus(9), "接待 310 人"));
        Assert.Equal((Due, "接待 310 人"), (mended.Record(ShopClock.Shanghai).DoneOn, mended.Text!.Done));
        Assert.Equal(new Assignment(Due, "周报", "王雨桐", null, true), Blank.After(Text(ReportEvent.Drafted, last)).Record(ShopClock.Shanghai));
    }

    [Fact]
    public void Each_reason_against_a_report_is_named()
    {
        var handed = Blank.After(Text(ReportEvent.Handed, On(Due)));
        var read = handed.After(ReportCycle.Check(handed, Chen, ReportEvent.Read, "好", On(Due), Due).Happens!);
        Assert.Equal(FilingRefusal.NothingWritten, ReportCycle.Write(Blank, Text(ReportEvent.Handed, On(Due), null)).Refused);
        Assert.Null(ReportCycle.Write(Blank, Text(ReportEvent.Drafted, On(Due), null)).Refused);
        Assert.Equal(FilingRefusal.AlreadyRecorded, ReportCycle.Write(handed, Text(ReportEvent.Drafted, On(Due))).Refused);
        Assert.Equal(FilingRefusal.NotYours, ReportCycle.Write(Blank, Text(ReportEvent.Handed, On(Due)) with { Who = "李思远" }).Refused);
        Assert.Equal(FilingRefusal.TooLong, ReportCycle.Write(Blank, Text(ReportEvent.Handed, On(Due), new('长', 2001))).Refused);
        Assert.Equal(FilingRefusal.AlreadyRead, ReportCycle.Write(read, Text(ReportEvent.Handed, On(Due))).Refused);
        Assert.Equal(FilingRefusal.AlreadyRead, ReportCycle.Check(read, Chen, ReportEvent.Read, null, On(Due), Due).Refused);
        Assert.Equal(FilingRefusal.NothingWritten, ReportCycle.Check(Blank, Chen, ReportEvent.Read, null, On(Due), Due).Refused);
        Assert.Equal(FilingRefusal.OwnChecked, ReportCycle.Check(handed, Wang with { Checks = true }, ReportEvent.Read, null, On(Due), Due).Refused);
        Assert.Equal(FilingRefusal.NotOverYet, ReportCycle.Check(Blank, Chen, ReportEvent.Missed, null, On(Due), Due).Refused);
        Assert.Null(ReportCycle.Check(Blank, Chen, ReportEvent.Missed, null, On(Due), Due.AddDays(1)).Refused);
        Assert.Equal(FilingRefusal.AlreadyRecorded, ReportCycle.Check(handed, Chen, ReportEvent.Missed, null, On(Due), Due.AddDays(1)).Refused);
    }

    [Fact]
    public void The_coming_day_is_first_and_today_is_still_coming() =>
        Assert.Equal([new(2026, 11, 6), new(2026, 10, 30), new DateOnly(2026, 10, 23)], ReportCycle.Dues(Due, DayOfWeek.Friday, 2));

    [Theory, InlineData(-1, false), InlineData(0, true), InlineData(7, true)]
    public void Nothing_is_due_before_the_day_on_which_the_shop_began(int days, bool isDue)
    {
        Assert.Equal(isDue, ReportCycle.IsDue(Due.AddDays(days), Due));
        Assert.False(ReportCycle.IsDue(Due.AddDays(days), null));
    }

    [Fact]
    public void A_charge_is_done_when_another_who_checks_says_so()
    {
        var noted = new MeetingHappening(MeetingEvent.Noted, "陈静", On(Due), "") { Kind = MeetingKind.Weekly, Attended = ["王雨桐"], Charges = [new("整理流失原因", "王雨桐", Due.AddDays(3))] };
        FilingRefusal? Note(MeetingHappening note, FilingActor? by = null) => MeetingCycle.Note(by ?? Chen, Due, note, Due).Refused;
        Assert.Null(Note(noted));
        Assert.Equal(FilingRefusal.RoleMayNot, Note(noted, Wang));
        Assert.Equal(FilingRefusal.NobodyNamed, Note(noted with { Attended = [] }));
        Assert.Equal(FilingRefusal.NothingWritten, Note(noted with { Charges = [] }));
        Assert.Equal(FilingRefusal.ChargeUnclear, Note(noted with { Charges = [new("x", "", Due)] }));
        Assert.Equal(FilingRefusal.ChargeUnclear, Note(noted with { Charges = [new("x", "王雨桐", Due.AddDays(-1))] }));
        Assert.Null(Note(noted with { Charges = [new("x", "王雨桐", Due.AddYears(2))] }));
        Assert.Equal(FilingRefusal.TooFarAhead, Note(noted with { Charges = [new("x", "王雨桐", Due.AddYears(2).AddDays(1))] }));
        Assert.Equal(FilingRefusal.AlreadyRecorded, Note(noted with { Charges = [new("x", "王雨桐", Due), new("x", "王雨桐", Due)] }));
        var state = new MeetingState(Due, [noted]);
        Assert.Equal(FilingRefusal.OwnChecked, MeetingCycle.Done(state, 0, Wang with { Checks = true }, Due, On(Due), Due).Refused);
        Assert.Equal(FilingRefusal.ChargeUnclear, MeetingCycle.Done(state, 1, Chen, Due, On(Due), Due).Refused);
        Assert.Equal(FilingRefusal.DayAhead, MeetingCycle.Done(state, 0, Chen, Due.AddDays(1), On(Due), Due).Refused);
        var done = state.After(MeetingCycle.Done(state, 0, Chen, Due, On(Due), Due).Happens!);
        Assert.Equal(new Assignment(Due.AddDays(3), "整理流失原因", "王雨桐", Due, false), done.Record(0));
        Assert.Equal(FilingRefusal.AlreadyDecided, MeetingCycle.Done(done, 0, Chen, Due, On(Due), Due).Refused);
    }
}
