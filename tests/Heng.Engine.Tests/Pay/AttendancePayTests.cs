using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.Engine.Tests.Pay.Paid;

namespace Heng.Engine.Tests.Pay;

public sealed class AttendancePayTests
{
    private static readonly FullAttendancePay Full = new("full", new("全勤奖", "full attendance"), 0.1m, null);
    private static readonly Overtime Over = new("overtime", new("加班费", "overtime"), null);
    private static readonly BasePay By2175 = new("base", new("底薪", "base"), null) { PayDays = 21.75m };

    private static Allowance Allowance(decimal amount, AllowancePer per) => new("allowance", new("津贴", "allowance"), amount, per);

    [Fact]
    public void Full_attendance_pays_a_tenth_of_the_base_or_an_amount()
    {
        Assert.Equal(400m, Line(Person(("full-attendance", 1m)), Full).Amount);
        Assert.Equal(200m, Line(Person(("full-attendance", 1m)), Full with { Share = null, Amount = 200m }).Amount);
    }

    [Theory]
    [InlineData(0, null, "late, early, absent, on leave or without a punch, so nothing is paid")]
    [InlineData(null, null, "no roster with punches: nobody knows, so nothing is paid")]
    [InlineData(null, 23, "no roster with punches: nobody knows, so nothing is paid")]
    [InlineData(1, 22, "the attendance sheet pays fewer days than were due, so nothing is paid")]
    [InlineData(1, 23, null)]
    public void It_pays_only_for_a_month_that_is_known_to_be_full(int? kept, int? paid, string? said)
    {
        var payee = Person(kept is { } value ? [("full-attendance", value)] : []) with { Attendance = paid is { } days ? Days(23m, days) : null };
        var line = Line(payee, Full);
        Assert.Equal((said is null ? 400m : 0m, said), (line.Amount, line.Notes.Select(n => n.En).SingleOrDefault()));
    }

    [Fact]
    public void An_hour_of_overtime_is_the_base_by_21_75_and_8_times_the_rate_of_its_day()
    {
        // 4000 ÷ 21.75 ÷ 8 = 22.98851: × 2 h × 1.5 = 68.9655; × 8 h × 2 = 367.8161; × 1 h × 3 = 68.9655
        var lines = Lines(Person(("overtime-workday", 7200m), ("overtime-rest-day", 28_800m), ("overtime-holiday", 3600m)), Over);
        Assert.Equal([("overtime.workday", 68.97m), ("overtime.rest-day", 367.82m), ("overtime.holiday", 68.97m)], lines.Select(l => (l.Id, l.Amount)));
        // 1740 ÷ 21.75 ÷ 8 = 10 an hour, × 1 h × 2
        Assert.Equal(20m, Lines(Person(("overtime-workday", 3600m)), Over with { Base = 1740m, Workday = 2m })[0].Amount);
    }

    [Theory]
    [InlineData(HoursRegime.Standard, false, 68.97, 367.82, 68.97)]
    [InlineData(HoursRegime.Comprehensive, false, 68.97, 275.86, 68.97)] // 8 h of a rest day at 1.5: 8 × 22.98851 × 1.5
    [InlineData(HoursRegime.Flexible, false, 0, 0, 0)]
    [InlineData(HoursRegime.Flexible, true, 0, 0, 68.97)]                // a rule of the place
    public void How_hours_are_counted_decides_which_overtime_is_paid(HoursRegime hours, bool holidays, decimal workday, decimal restDay, decimal holiday)
    {
        var payee = Person(("overtime-workday", 7200m), ("overtime-rest-day", 28_800m), ("overtime-holiday", 3600m)) with { Hours = hours, FlexibleHolidays = holidays };
        Assert.Equal([workday, restDay, holiday], Lines(payee, Over).Select(l => l.Amount));
        Assert.All(Lines(payee, Over), l => Assert.Equal(l.Amount == 0m, l.Notes.Any(n => n.Zh == "不定时工时制，不计加班费")));
    }

    [Fact]
    public void Overtime_that_nobody_knows_pays_nothing_and_its_line_says_so()
    {
        var lines = Lines(Person(("overtime-workday", 0m)), Over);
        Assert.Equal([0, 1, 1], lines.Select(l => l.Notes.Count));
        Assert.All(lines, l => Assert.Equal(0m, l.Amount));
    }

    [Theory]
    [InlineData(23, 22, 3816.09)]   // 4000 − 1 × 183.9080
    [InlineData(23, 23, 4000)]
    [InlineData(23, 24, 4000)]
    [InlineData(22, 11, 1977.01)]   // 11 absent is half of 22: 4000 − 2022.9885
    [InlineData(22, 10, 1839.08)]   // 12 absent is more: 10 × 183.9080
    [InlineData(23, 0, 0)]
    [InlineData(31, 30, 3816.09)]
    public void By_21_75_an_absence_of_up_to_half_the_days_takes_days_away_and_a_longer_one_pays_days(decimal due, decimal paid, decimal pays) =>
        Assert.Equal(pays, Line(Person() with { Attendance = Days(due, paid) }, By2175).Amount);

    [Fact]
    public void By_21_75_never_more_than_the_base_nor_less_than_nothing()
    {
        // 27 due, 22 of them absent... 5 × 183.91; all of 27 with 13 absent: 4000 − 2390.80
        Assert.Equal((919.54m, 1609.20m), (Line(Person() with { Attendance = Days(27m, 5m) }, By2175).Amount, Line(Person() with { Attendance = Days(27m, 14m) }, By2175).Amount));
        Assert.Equal(0m, new PaidByDays(10m).Apply([4000m, 14m, 27m]));      // 13 absent of a month of 10 pay days
        Assert.Equal(4000m, new PaidByDays(5m).Apply([4000m, 12m, 27m]));    // 12 days of a month of 5
    }

    [Fact]
    public void A_base_that_changed_within_the_month_counts_by_the_days_due_under_each()
    {
        // 4000 on 8 days and 4600 on 15: (32 000 + 69 000) ÷ 23 = 4391.3043; of 22 days 4200.3781
        var payee = Person() with { BasePay = 4600m, Bases = [new(new(new(2026, 10, 1), new(2026, 10, 12)), 4000m, 8m), new(new(new(2026, 10, 13), new(2026, 10, 31)), 4600m, 15m)] };
        var by = new BasePay("base", new("底薪", "base"));
        Assert.Equal((4391.30m, 4200.38m), (Line(payee, by).Amount, Line(payee with { Attendance = Days(23m, 22m) }, by).Amount));
        // A tenth of it; a written amount is nobody's own.
        Assert.Equal(439.13m, Line(payee with { Metric = Person(("full-attendance", 1m)).Metric }, Full).Amount);
        Assert.Equal(1800m, Line(payee, new BasePay("base", default, 1800m)).Amount);
    }

    [Fact]
    public void Allowances_are_paid_by_the_month_or_the_day_worked()
    {
        Assert.Equal((300m, 300m), (Line(Person(), Allowance(300m, AllowancePer.Month)).Amount, Line(Person() with { Attendance = Days(23m, 1m) }, Allowance(300m, AllowancePer.Month)).Amount));
        // 300 × 22 ÷ 23 = 286.9565
        Assert.Equal(286.96m, Line(Person() with { Attendance = Days(23m, 22m) }, Allowance(300m, AllowancePer.Month) with { Prorated = true }).Amount);
        Assert.Equal((315m, 300m), (Line(Person(("workdays", 21m)), Allowance(15m, AllowancePer.Day)).Amount, Line(Person(("workdays", 21m)), Allowance(15m, AllowancePer.Day) with { AtMost = 20m }).Amount));
    }

    [Fact]
    public void Without_punches_the_days_of_the_sheet_count_and_without_both_nothing_does()
    {
        var sheet = Line(Person() with { Attendance = Days(23m, 22m) }, Allowance(15m, AllowancePer.Day));
        Assert.Equal((330m, "no punches: by the days paid"), (sheet.Amount, Assert.Single(sheet.Notes).En));
        var none = Line(Person(), Allowance(15m, AllowancePer.Day));
        Assert.Equal((0m, "no punches and no attendance sheet, so nothing is paid"), (none.Amount, Assert.Single(none.Notes).En));
    }

    [Fact]
    public void A_shift_is_paid_as_often_as_the_roster_and_the_punches_have_it()
    {
        var night = Allowance(20m, AllowancePer.Shift) with { Shift = "晚班", For = AllowanceFor.Night };
        Assert.Equal(160m, Line(Person((Asking.For(Beside.Shift, "晚班"), 8m)), night).Amount);
        Assert.Equal("no roster with punches, so nothing is paid", Assert.Single(Line(Person((Asking.For(Beside.Shift, "早班"), 8m)), night).Notes).En);
    }

    [Theory]
    [InlineData("2023-11-01", 2)]   // three years only tomorrow
    [InlineData("2023-10-31", 3)]
    [InlineData("2026-10-31", 0)]
    [InlineData("2012-01-01", 14)]
    public void Seniority_counts_whole_years(string since, int years)
    {
        var payee = Person() with { Tenure = new(DateOnly.ParseExact(since, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), October.Last) };
        Assert.Equal((50m * years, 50m * Math.Min(years, 10)), (Line(payee, Allowance(50m, AllowancePer.Year)).Amount, Line(payee, Allowance(50m, AllowancePer.Year) with { AtMost = 10m }).Amount));
        Assert.Equal(0m, Line(Person(), Allowance(50m, AllowancePer.Year)).Amount);
    }
}
