using System.Globalization;
using System.Text.Json;
using Heng.Engine.Duty;
using Heng.Engine.Records;
using Heng.Intake.Tests;

namespace Heng.Engine.Tests.Duty;

public class WorkCalendarTests
{
    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<DateOnly> Days(Month month) => Enumerable.Range(0, month.Last.Day).Select(month.First.AddDays);

    [Theory]
    [InlineData("2026-02-13", DayKind.Work)]
    [InlineData("2026-02-14", DayKind.MakeUp)]       // Saturday
    [InlineData("2026-02-15", DayKind.Rest)]         // Sunday within the holiday
    [InlineData("2026-02-16", DayKind.Statutory)]    // New Year's Eve, statutory since 2025
    [InlineData("2026-02-19", DayKind.Statutory)]
    [InlineData("2026-02-20", DayKind.ShiftedRest)]  // Friday
    [InlineData("2026-02-21", DayKind.Rest)]         // Saturday
    [InlineData("2026-02-23", DayKind.ShiftedRest)]  // Monday
    [InlineData("2026-02-24", DayKind.Work)]
    [InlineData("2026-02-28", DayKind.MakeUp)]
    [InlineData("2024-02-09", DayKind.Work)]         // New Year's Eve before 2025
    [InlineData("2020-10-04", DayKind.Statutory)]    // Mid-Autumn fell on the 1st
    [InlineData("2020-10-05", DayKind.ShiftedRest)]
    [InlineData("2018-01-01", DayKind.Statutory)]
    [InlineData("2020-01-31", DayKind.ShiftedRest)]
    [InlineData("2020-02-01", DayKind.Rest)]
    [InlineData("2023-01-03", DayKind.Work)]
    public void A_day_is_what_the_years_notice_says(string day, DayKind kind) => Assert.Equal(kind, WorkCalendar.China.On(Day(day)).Kind);

    [Theory]
    [InlineData(2018, 11)]
    [InlineData(2019, 11)]
    [InlineData(2020, 11)]
    [InlineData(2021, 11)]
    [InlineData(2022, 11)]
    [InlineData(2023, 11)]
    [InlineData(2024, 11)]
    [InlineData(2025, 13)]
    [InlineData(2026, 13)]
    public void A_year_has_11_statutory_days_and_13_since_2025(int year, int days) =>
        Assert.Equal(days, Enumerable.Range(1, 12).SelectMany(m => Days(new(year, m))).Count(d => WorkCalendar.China.On(d).Kind == DayKind.Statutory));

    [Fact]
    public void The_shops_own_days_stand_over_the_notice_and_after_its_last_year()
    {
        var own = WorkCalendar.China.With([new(Day("2026-02-24"), DayKind.ShiftedRest, "店休"), new(Day("2027-01-01"), DayKind.Statutory, "元旦")]);
        Assert.Equal((DayKind.ShiftedRest, "店休"), (own.On(Day("2026-02-24")).Kind, own.On(Day("2026-02-24")).Name));
        Assert.Equal(DayKind.Statutory, own.On(Day("2027-01-01")).Kind);
        Assert.Equal(DayKind.Work, WorkCalendar.China.On(Day("2027-01-01")).Kind);
        Assert.True(own.Knows(Day("2027-05-01")));
        Assert.False(WorkCalendar.China.Knows(Day("2027-05-01")));
    }

    [SharedDataFact]
    public void Every_month_of_2018_to_2026_is_as_independent_scripts_found_it()
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(SharedData.At("expected", "workdays.json")));
        var months = expected.RootElement.GetProperty("months").EnumerateObject().ToList();
        Assert.Equal(108, months.Count);
        foreach (var month in months)
        {
            var days = Days(Month.Parse(month.Name)!.Value).Select(WorkCalendar.China.On).ToList();
            Assert.Equal(month.Value.GetProperty("workdays").GetInt32(), days.Count(d => WorkCalendar.China.IsWork(d.Day)));
            Assert.Equal(Listed(month.Value, "holiday_list"), days.Where(d => d.Name.Length > 0 && d.Kind != DayKind.MakeUp).Select(d => d.Day));
            Assert.Equal(Listed(month.Value, "makeup_workdays"), days.Where(d => d.Kind == DayKind.MakeUp).Select(d => d.Day));
        }
    }

    [SharedDataFact]
    public void Every_day_off_of_the_public_lists_is_off_here()
    {
        for (var year = 2019; year <= 2026; year++)
        {
            using var list = JsonDocument.Parse(File.ReadAllText(SharedData.At("workdays", $"{year}.json")));
            foreach (var day in list.RootElement.GetProperty("holidays").EnumerateObject()) Assert.False(WorkCalendar.China.IsWork(Day(day.Name)), day.Name);
            foreach (var day in list.RootElement.GetProperty("workdays").EnumerateObject()) Assert.Equal(DayKind.MakeUp, WorkCalendar.China.On(Day(day.Name)).Kind);
            // 3 February 2022 was the third day of the new year, so statutory; the list shifts it in place of New Year's Eve.
            foreach (var day in list.RootElement.GetProperty("inLieuDays").EnumerateObject().Where(d => d.Name != "2022-02-03")) Assert.Equal(DayKind.ShiftedRest, WorkCalendar.China.On(Day(day.Name)).Kind);
        }
    }

    private static IEnumerable<DateOnly> Listed(JsonElement month, string name) => month.GetProperty(name).EnumerateArray().Select(d => Day(d.GetString()!)).Order();
}
