using Heng.Engine.Metrics;
using Heng.Engine.Records;

namespace Heng.Intake.Tests;

/// <summary>A few records of every kind that Heng writes, each unlike the others by its key, with every text that spreadsheets, quoting or readers may trip over.</summary>
internal sealed class InventedRecords(int seed)
{
    public const string Shop = "小店";

    private static readonly string[] Names =
    [
        "王雨桐", "=1+1", "+86 10", "-2+3", "@SUM(A1)", "'quoted", "''twice", "'=1", "a,b;c", "say \"hi\"", "\"", "两行\n第二行", "回车\r\n换行", "😀👩‍👩‍👧", "＝全角＋", "１２３", "－1", "=\"007\"",
        "NULL了", "tab\tinside", "{\"a\":1}", "#", "a|b", "\u200Bz", "％", new('长', 4000),
    ];

    /// <summary>What only free text may be: no value anywhere else.</summary>
    private static readonly string[] Texts = [.. Names, "-", "--", "NULL", "暂无数据", "汇总", "'", "''", "='", new('话', 100_000)];

    private readonly Random random = new(seed);

    public static IEnumerable<string> Kinds => Formats.All.Where(f => f.IsWritten).Select(f => f.Id);

    public IReadOnlyList<object> Of(string format, int count) => [.. Enumerable.Range(0, count).Select(i => One(format, i))];

    private object One(string format, int i) => format switch
    {
        "messages-ndjson" => Message(i),
        "orders" => new Order(Shop, Name(i), Maybe(Buyer()), Money(), Maybe(Money()), At(i), Maybe(At(i + 1)), Maybe(Money()), Maybe(Money()), Maybe(i), Maybe(i), Maybe("等待买家付尾款"), Maybe(Name(i)), Maybe(Name(i)))
            { DepositAt = Maybe(At(i)) },
        "order-items" => new OrderItem(Shop, $"{i}", i % 2 == 0 ? "" : Name(i), Name(i), Maybe(Name(i)), Maybe(Name(i)), Maybe(Money()), Maybe(i), Maybe(Money()), Maybe(Name(i)), Maybe(Any<RefundState>()), Maybe(Money())),
        "refunds" => new Refund(Shop, $"{i}", Name(i), Money(), Any<RefundState>(), Name(i), Any<RefundKind>(), Maybe(Yes()), Maybe(Yes()), Maybe(At(i)), At(i + 1), Maybe(Name(i)), Maybe(Name(i)), Maybe(Name(i)), Maybe(Name(i))),
        "ratings" => random.Next(2) == 0 ? new Rating(Shop, Account(), Buyer(), At(i), null, null, Maybe(Any<RatingSource>())) : new Rating(Shop, Name(i), Name(i), At(i), At(i + 1), Any<RatingLevel>(), Maybe(Any<RatingSource>())),
        "reviews" => new Review(Shop, $"{i}", i % 2 == 0 ? "" : Name(i), Maybe(Agent(i)), At(i), Any<ReviewLevel>()),
        "people" => new Employment(i == 0 ? "王雨桐" : Name(i), i == 0 ? [Account(), "'小店:二"] : [$"小店:{i}"], i % 2 == 0 ? "" : Name(i), "front-line", Money(), Day(i - 270), i % 3 == 1 ? new(2026, 12, 31) : null) { Place = Maybe(Name(i)), Hours = Maybe(Any<HoursRegime>()) },
        "account-bindings" => new AccountBinding(Name(i), i % 2 == 0 ? "" : "王雨桐", new(2026, 10, 1), i % 3 == 0 ? new(2026, 9, 30) : null, Name(i), At(i)),
        "buyer-aliases" => new BuyerAlias(Shop, Name(i) + "**", Buyer()),
        "entries" => new Entry(new(2026, 10), Agent(i), Name(i), "leader", Points(), Maybe(Text()), Maybe(Name(i))),
        "attendance" => new Attendance(new(2026, 10), Name(i), 21.75m, 20.5m),
        "adjustments" => new Adjustment(new(2026, 10), Agent(i), Any<AdjustmentKind>(), 1m + Money(), Text(), Name(i), Maybe(Name(i))),
        "targets" => new Target(i % 2 == 0 ? "" : Shop, new(2026, 10), i < 2 ? "" : Name(i), i % 2 == 0 ? "sales" : "satisfaction", 0.5m + i),
        "tax-openings" => new TaxOpening(new(2026, 7), Name(i), 1 + i % 7, Money(), Money(), Money()),
        "special-deductions" => new SpecialDeduction(Name(i), Name(i), new(2026, 1), i % 2 == 0 ? null : new(2026, 12), Money()),
        "minimum-wages" => new MinimumWage(Name(i), Day(i), 1m + Money(), Yes(), Name(i)),
        "plan-notices" => new PlanNotice(Name(i), 1 + i, Name(i), Any<NoticeKind>(), Day(-i), Name(i)),
        "corrections" => Correction(i),
        "coverage" => new Covered(i % 2 == 0 ? "" : Shop, i % 2 == 0 ? Source.Duty : Source.ReviewWork, Day(3 * i - 90), Day(3 * i - 89)),
        "reported" => Reported(i),
        "reported-receptions" => new ReportedReception(Shop, Account(), Name(i), At(i), At(i + 1), Maybe(Name(i)), Maybe(Name(i)), Maybe(Name(i))),
        _ => Duty(format, i) ?? Work(format, i),
    };

    private object? Duty(string format, int i) => format switch
    {
        "punches" => i switch
        {
            0 => new Punches("", "0017", Day(i), Day(i), [At(i)]),
            1 => new Punches(Name(i), "", Day(0), Day(9), []),
            2 => new Punches(Name(i), "ann", Day(0), Day(9), [At(1), At(2), At(2)]) { NextDay = [At(2)] },
            // Past midnight: the punch of a day stands on the next.
            3 => new Punches(Name(i), "", Day(i), Day(i), [ShopClock.Shanghai.StartOf(Day(i + 1)).Plus(600)]),
            _ => new Punches(Name(i), Name(i), Day(i), Day(i), [At(i)]),
        },
        "roster" => new RosterDay(Name(i), Maybe(Account()) ?? "", Day(i), i % 3 == 0 ? "" : "夜班" + Name(i), i % 2 == 0 ? null : 22 * 60, i % 2 == 0 ? null : 0, Maybe(30)),
        "leave" => i % 2 == 0
            // Three days of leave between two midnights two days apart: what an end that is a day says.
            ? new Leave($"L{i}", Name(i), "", "年假", Any<LeaveState>(), ShopClock.Shanghai.StartOf(Day(1)), ShopClock.Shanghai.StartOf(Day(3)), 3m, LeaveUnit.Days)
            : new Leave($"L{i}", Name(i), Name(i), Name(i), Any<LeaveState>(), At(i), ShopClock.Shanghai.StartOf(Day(i + 1)), 7.5m, Any<LeaveUnit>()),
        "calendar" => new CalendarDay(Day(i), Any<DayKind>(), i % 2 == 0 ? "" : Name(i)),
        "status-log" => new StatusChange(Name(i), At(i), Any<AccountStatus>(), new[] { 0, 4, 5, 8 }[i % 4]),
        _ => null,
    };

    private object Work(string format, int i) => format switch
    {
        "calls" => new Call(Company(i), Name(i), Agent(i), At(i), Yes(), Maybe(i), Maybe(i), Maybe(95), Maybe(Yes()), Maybe(4.5m)),
        "cases" => new Case(Company(i), Name(i), Agent(i), Maybe(Name(i)), At(i), Maybe("售后" + Name(i)), Maybe(Name(i)), Maybe(At(90)), Maybe(At(i)), Maybe(At(i + 1)), Maybe(Yes()), Maybe(Yes()), Maybe(Name(i))),
        "complaints" => new Complaint(Company(i), Name(i), Agent(i), At(i), Maybe(At(i + 1)), Maybe(Yes()), Maybe(Name(i))),
        "operation-errors" => new OperationError(Company(i), Day(i), Agent(i), Name(i), Maybe($"9{i}"), Money(), Maybe(Name(i))) { Withdrawn = i % 3 == 0 ? Name(i) : null },
        "incidents" => new Incident(Company(i), Day(i), Agent(i), Name(i), i, Maybe(Name(i))) { Withdrawn = i % 3 == 0 ? Name(i) : null },
        "training" => new TrainingSeat(Day(i), Name(i), Agent(i), Yes()),
        "exams" => new Exam(Day(i), Name(i), Agent(i), 37.5m, 50m, Yes()),
        "tasks" => new Assignment(Day(i), Name(i), Agent(i), Maybe(Day(i + 2)), Yes()),
        "suggestions" => new Suggestion(Day(i), Agent(i), Name(i), Maybe(Yes())),
        "activities" => new Activity(Day(i), Agent(i), Any<ActivityKind>(), Name(i)),
        "handovers" => new Handover(Day(i), Agent(i), Maybe(Name(i)), Yes()),
        "goals" => new Goal(Day(i), Agent(i), Name(i), Any<GoalKind>(), Maybe(0.5m), Maybe(Money()), Maybe(-3.25m), Maybe(Any<GoalState>()), Maybe(0.8m), Maybe(1m), Maybe(0m), Maybe(Day(0))),
        "measures" => new MeasureTaken(Day(i), Agent(i), Any<MeasureKind>(), Maybe(Name(i)), Maybe("s3/agent")),
        "qa-cards" => new Inspected(Day(i), Agent(i), Name(i), Yes(), 37.5m, 100m) { Withdrawn = i % 3 == 0 ? Name(i) : null },
        "surveys" => new SurveyAnswer(Company(i), Name(i), Agent(i), At(i), 4.5m),
        "review-work" => new ReviewWork(Company(i), $"9{i}", i % 2 == 0 ? "" : Name(i), Agent(i), At(i), Maybe(At(i + 1)), Maybe(Yes())),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "a kind that nobody invents"),
    };

    private Correction Correction(int i)
    {
        var kind = (CorrectedFact)(i % 6);
        return new(Heng.Engine.Records.Correction.IsOfCompany(kind) ? "" : Shop, kind, Name(i), Day(i), Text(), Name(i), At(i), $"appeal/{i}")
        {
            Person = kind == CorrectedFact.Order ? i % 4 == 0 ? "" : "王雨桐" : null, Points = kind == CorrectedFact.Entry ? Points() : null,
            DueDays = kind == CorrectedFact.Attendance ? 22m : null, PaidDays = kind == CorrectedFact.Attendance ? 20.5m : null,
        };
    }

    private Message Message(int i)
    {
        var kind = i % 9 == 8 ? MessageKind.Transfer : Any<MessageKind>(except: MessageKind.Transfer);
        return new(Shop, Buyer(), Account(), At(i % 7), Any<Sender>(), kind, kind == MessageKind.Transfer ? "小店:二" : null, Text(), i % 2 == 0 ? null : Name(i), random.Next(-3, 100_000));
    }

    private Reported Reported(int i) => new(Company(i), i % 2 == 0 ? "counters" : "chitu-workload", Maybe(Name(i)) ?? "", Day(0), Day(i),
        i % 2 == 1 ? [new("consulted", i), new("自定义\"列\",=1", null), new("average-response", 33.16m)] : [new($"指标{i}", -1234.5m)]) { Item = Maybe(Name(i)) };

    private string Name(int i) => Names[(i + random.Next(Names.Length)) % Names.Length] + i;
    private string Text() => Texts[random.Next(Texts.Length)];
    private string Agent(int i) => i % 2 == 0 ? "王雨桐" : Name(i);
    private static string Account() => "小店:小雨";
    private string Buyer() => new[] { "ann", "'bo", "摩**", "=cat" }[random.Next(4)];
    private static string Company(int i) => i % 2 == 0 ? Shop : "";
    private decimal Money() => random.Next(0, 100_000) / 100m;
    private decimal Points() => random.Next(-1000, 1000) / 10m;
    private bool Yes() => random.Next(2) == 0;
    private static DateOnly Day(int i) => new DateOnly(2026, 10, 1).AddDays(i);
    private static Instant At(int i) => ShopClock.Shanghai.StartOf(Day(i)).Plus(9 * 3600 + i);
    private T? Maybe<T>(T value) where T : struct => random.Next(3) == 0 ? null : value;
    private string? Maybe(string value) => random.Next(3) == 0 ? null : value;
    private T Any<T>() where T : struct, Enum => Enum.GetValues<T>() is var all ? all[random.Next(all.Length)] : default;
    private T Any<T>(T except) where T : struct, Enum => Any<T>() is var any && any.Equals(except) ? default : any;
}
