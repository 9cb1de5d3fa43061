using System.Globalization;
using Heng.Engine.Records;

namespace Heng.App.Features.Demo;

/// <summary>The files about people: who works here, days worked, rewards and penalties, raters' points.</summary>
internal sealed class PeopleSheets(string folder, DemoShop shop)
{
    private const int FewestDaysToBeRated = 5;

    private static readonly (string Kind, string Amount, string Reason)[] Adjustments =
    [
        ("reward", "200.00", "月度销售冠军"), ("reward", "100.00", "客诉处理得当，买家主动表扬"), ("reward", "50.00", "整理快捷短语库"),
        ("penalty", "50.00", "交接班未登记，漏跟进工单"), ("reward", "80.00", "大促期间主动加班支援"), ("penalty", "30.00", "改地址操作有误，补发运费"),
    ];

    private static readonly string[] Comments = ["表现稳定", "响应有进步", "注意用语", "主动帮助新人", "交接记录清楚", "备注需要更完整"];
    private readonly DemoPerson _manager = shop.People.First(p => p.Position == DemoPosition.Manager);
    private readonly DemoPerson _hr = shop.People.First(p => p.Position == DemoPosition.Hr);

    private IEnumerable<DemoPerson> Staff => shop.People.Where(p => p.Chats);

    /// <summary>A change of group makes two rows.</summary>
    public DemoFile WritePeople()
    {
        using var file = Open("people.csv", DemoHeaders.People);
        foreach (var person in Staff)
        {
            if (person.MovesOn is { } moved)
            {
                Write(file, person, person.Group, person.From, moved.AddDays(-1));
                Write(file, person, person.MovesTo!, moved, person.To);
            }
            else Write(file, person, person.Group, person.From, person.To);
        }
        return new DemoFile("people.csv", "people", file.Rows);
    }

    /// <summary>The second agent has no row in any month: without attendance, paid days are the due days.</summary>
    public DemoFile WriteAttendance()
    {
        using var file = Open("attendance.csv", DemoHeaders.Attendance);
        var unlisted = Staff.Where(p => p.Position == DemoPosition.FrontLine).Skip(1).First();
        foreach (var month in Months())
        {
            foreach (var person in Staff.Where(p => p != unlisted && shop.Roster.WorkedDays(p, month) > 0))
                file.Row(month.ToString(), person.Name, Text(shop.Roster.DueDays(person, month)), Text(shop.Roster.WorkedDays(person, month)));
        }
        return new DemoFile("attendance.csv", "attendance", file.Rows);
    }

    /// <summary>HR enters, the manager approves; the last one of all waits for approval and must not be paid.</summary>
    public DemoFile WriteAdjustments()
    {
        using var file = Open("adjustments.csv", DemoHeaders.Adjustments);
        var random = DemoRandom.For(shop.Options.Seed, "adjustments");
        foreach (var month in Months())
        {
            var present = Staff.Where(p => p.Position == DemoPosition.FrontLine && shop.Roster.WorkedDays(p, month) > 0).ToList();
            for (var i = 0; i < Adjustments.Length; i++)
            {
                var (kind, amount, reason) = Adjustments[i];
                var open = month == shop.Options.Until && i == Adjustments.Length - 1;
                file.Row(month.ToString(), random.Pick(present).Name, kind, amount, reason, _hr.Name, open ? "" : _manager.Name);
            }
        }
        return new DemoFile("adjustments.csv", "adjustments", file.Rows);
    }

    public DemoFile WriteEntries(Month month)
    {
        var name = $"entries-{month}.csv";
        using var file = Open(name, DemoHeaders.Entries);
        var random = DemoRandom.For(shop.Options.Seed, name);
        foreach (var person in Staff.Where(p => shop.Roster.WorkedDays(p, month) >= FewestDaysToBeRated))
        {
            foreach (var item in EntryItem.All.Where(i => i.Position == person.Position))
            {
                var comment = random.Chance(80) ? random.Pick(Comments) : "";
                file.Row(month.ToString(), person.Name, item.Id, item.Rater, Points(random, person, item), comment, RaterOf(person, item, month).Name);
            }
        }
        return new DemoFile(name, "entries", file.Rows);
    }

    /// <summary>Half points; who slacks gets less from others, and nobody rates themselves low.</summary>
    private static string Points(DemoRandom random, DemoPerson person, EntryItem item)
    {
        var lowest = item.Rater == "self" ? Math.Min(item.Lowest + 1, item.Full) : item.Lowest;
        var highest = item.Rater != "self" && person.SlackPerMille >= 200 ? item.Full - (item.Full - item.Lowest) / 2 : item.Full;
        return (random.Between(lowest * 2, highest * 2) / 2m).ToString("0.0", CultureInfo.InvariantCulture);
    }

    private DemoPerson RaterOf(DemoPerson person, EntryItem item, Month month) => item.Rater switch
    {
        "self" => person,
        "manager" => _manager,
        "hr" => _hr,
        _ => Staff.First(p => p.Position == DemoPosition.Leader && p.Group == person.GroupOn(month.Last)),
    };

    private static void Write(CsvFile file, DemoPerson person, string group, DateOnly from, DateOnly? to) => file.Row(
        person.Name, string.Join(';', person.Accounts), group, person.Position, Text(person.BasePay), Wall.Print(from), to is { } last ? Wall.Print(last) : "");

    private CsvFile Open(string name, string header) => CsvFile.Utf8(Path.Combine(folder, name), header);

    private IEnumerable<Month> Months()
    {
        for (var month = shop.Options.FirstMonth; month <= shop.Options.Until; month = month.Plus(1)) yield return month;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
