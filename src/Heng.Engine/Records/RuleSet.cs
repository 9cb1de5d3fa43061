namespace Heng.Engine.Records;

/// <summary>Which decision pays (绩效判定). All three are always computed.</summary>
public enum Judgement : byte { OrderPlaced, Payment, OrderFirst }

/// <summary>Who wins when an event falls inside several sessions (归属).</summary>
public enum TieBreak : byte { LastToTalk, MostRounds }

/// <summary>
/// The shop's counting rules (判定规则), versioned and effective-dated; a derived number carries the version that made it.
/// Windows in business days count the first day: 2 is today and tomorrow.
/// </summary>
public sealed record RuleSet
{
    public int Version { get; init; } = 1;
    public ShopClock Clock { get; init; } = ShopClock.Shanghai;
    public int SessionGapSeconds { get; init; } = 600;
    /// <summary>Null: a wait counts whole.</summary>
    public int? ResponseCapSeconds { get; init; }
    public int SlowReplySeconds { get; init; } = 120;
    public int SlowRepliesToBeSlow { get; init; } = 3;
    public int QuickReplySeconds { get; init; } = 30;
    public int LongReceptionSeconds { get; init; } = 1800;
    public Judgement Paying { get; init; } = Judgement.OrderFirst;
    public TieBreak TieBreak { get; init; } = TieBreak.LastToTalk;
    public int AttributionSeconds { get; init; } = 2 * 86_400;
    public int InquiryDays { get; init; } = 2;
    public int PaymentDays { get; init; } = 7;
    public int AfterSalesDays { get; init; } = 21;
    public bool TransferWaitRunsFromQuestion { get; init; }
    public IReadOnlyList<string> FlagsThatCreditNobody { get; init; } = [];
    public IReadOnlyList<string> RobotAccounts { get; init; } = [];
    /// <summary>A human-looking message whose whole text equals, or starts with, one of these is an auto-reply.</summary>
    public IReadOnlyList<string> AutoReplyTexts { get; init; } = [];
    public IReadOnlyList<string> AutoReplyPrefixes { get; init; } = [];
    /// <summary>Buyers that are no buyers: the shop's own accounts and system accounts.</summary>
    public IReadOnlyList<string> IgnoredBuyers { get; init; } = [];

    /// <summary>The shop's hours by weekday (营业时间). With none, every second of a wait counts; with some, only those in which the shop was open.</summary>
    public IReadOnlyList<OpenHours> OpenHours { get; init; } = [];
    /// <summary>Null: any later talk follows up (协助跟进) or urges (催付). Else, of an order placed in silence, only one that began within so many seconds.</summary>
    public int? SilentFollowUpSeconds { get; init; }
    public int? SilentUrgingSeconds { get; init; }
    public bool TransferredOutIsInquiry { get; init; }
    public ReceptionFilters Filters { get; init; } = new();

    public DutyRules Duty { get; init; } = new();

    /// <summary>Calendar days in which one may appeal against a fact (申诉期限), and escalate a refusal; the first shop's are the company's.</summary>
    public int AppealDays { get; init; } = 7;

    public static readonly RuleSet Default = new();
}
