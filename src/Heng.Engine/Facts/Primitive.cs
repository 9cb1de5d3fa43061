namespace Heng.Engine.Facts;

/// <summary>
/// The additive primitives (可加原始量): whole numbers kept per fact, per agent-day and per shop-day; everything else follows from them.
/// Stored by number: append, never renumber. Money is in fen. All add up over facts, days and agents, save <see cref="MaxConcurrent"/>, which takes the largest.
/// Names that end in OrderPlaced, Payment or OrderFirst come once for each judgement rule.
/// </summary>
public enum Primitive : short
{
    // Receptions (接待): one per agent, buyer and business day.
    Consulted = 1,              // has a buyer message, or got an open round by transfer
    Received = 2,               // has a human agent message
    ReceivedDirect = 3,         // received and not transferred in
    TransferredIn = 4,
    TransferredOut = 5,
    BuyerInitiated = 6,         // first of buyer and human messages is the buyer's
    AgentInitiated = 7,
    Unreplied = 8,              // consulted without a reply
    Sessions = 9,
    SessionsWithBuyer = 10,
    RepliedSessions = 11,
    TransferredSessions = 12,   // sessions that a transfer ended or began
    InvalidSessions = 13,       // caught by a filter
    UnrepliedSessions = 14,     // with a buyer message, without a reply
    OfflineHandled = 15,        // rounds opened by an offline message (留言) and answered
    OfflineWaitSeconds = 16,
    BuyerMessages = 17,
    AgentMessages = 18,         // human
    AutoMessages = 19,          // robot, auto-reply, broadcast
    AgentCharacters = 20,
    TypedCharacters = 21,       // characters of replies of ten characters and more
    TypedSeconds = 22,          // seconds between the buyer's last message and those replies
    MaxConcurrent = 23,         // largest number of sessions open at one instant
    FirstResponses = 24,        // receptions with a first response
    FirstResponseSeconds = 25,
    Rounds = 26,                // answered rounds
    RoundSeconds = 27,          // capped by the rule set's response cap
    UnansweredRounds = 28,      // still open at the end of the business day
    Within15 = 29, Within30 = 30, Within60 = 31, Within180 = 32,
    SlowReceptions = 33,
    LongReceptions = 34,
    SessionSeconds = 35,        // Σ first to last message of each session
    FilteredMessages = 36,
    ReceptionsAll = 37,         // every reception that no filter dropped
    BusySeconds = 38,           // of the agent's day: with at least one session open
    // Platform presets, each with its own denominator.
    Taobao3MinMet = 50, Taobao3MinAll = 51,
    TaobaoAverageSeconds = 52, TaobaoAverageRounds = 53,
    JdFirst30Met = 54, JdFirst30All = 55,
    Pdd3MinMet = 56, Pdd3MinAll = 57,
    DouyinMessage3MinMet = 58, DouyinMessage3MinAll = 59, DouyinSession3MinMet = 60, DouyinSession3MinAll = 61,
    // Shop-level distinct people of one day; only ever on the shop's own row, never summed over days by a metric.
    ConsultedPeople = 70, ReceivedPeople = 71,
    // Receptions by the local hour of their first message: Hour0 + h.
    Hour0 = 100, Hour23 = 123,
    // Inquiry (询单) and funnel, on the reception's day.
    Inquiries = 200, OrderedSameDay = 201, OrderedFinal = 202, PaidSameDay = 203, PaidNextDay = 204, PaidFinal = 205,
    OrderedThenPaidSameDay = 206, OrderedThenPaidFinal = 207,
    ConsultPaid = 208,          // consulted receptions that hold the 落实下单 of an order paid within the payment window
    // Sales under each rule: base + 20 × judgement (OrderPlaced 300, Payment 320, OrderFirst 340), see SalesPrimitive.
    SalesFen = 300, PostageFen = 301, RefundFen = 302, Orders = 303, Buyers = 304, Items = 305, CrossOrders = 306, OrdersWithKinds = 307, RefundedItems = 308, RefundedOrders = 309,
    OrdersWithPieces = 310, OrdersWithRefund = 311, OrdersWithPostage = 312,   // orders whose file says how many, how much: without one the number is missing, not 0
    DatedRefundFen = 313,       // the part of RefundFen that has a day of its own; the rest is undated and so provisional
    OpenRefunds = 314,          // refunds in progress, on the day they were asked for
    ReturnedOrders = 315,       // orders with a return or an exchange, on the day of the first
    SoldRefundFen = 316,        // what came back of the orders paid on the day, whenever it did: the other way of counting a refund, never beside RefundFen
    // Assisting and urging.
    AssistedOrder = 400, AssistedPayment = 401, AssistedFollow = 402, Urged = 403, UrgedPaid = 404,
    OrdersCreated = 405, OrdersCreatedFen = 406,   // landed by 落实下单 on the day of creation, paid or not
    // Ratings and reviews.
    Invited = 500, Rated = 501, RatedVerySatisfied = 502, RatedSatisfied = 503, RatedNeutral = 504, RatedDissatisfied = 505, RatedVeryDissatisfied = 506,
    RatedAlone = 507,           // ratings told without the invitations that were not answered
    ReviewsGood = 510, ReviewsNeutral = 511, ReviewsBad = 512,
    // Duty (出勤): a person's days by roster, punches, leave and status log.
    DutyDays = 600,             // days that were judged: with a shift, a punch or leave
    WorkedDays = 601, RosteredDays = 602, RosteredSeconds = 603, WorkedSeconds = 604,
    LateTimes = 605, LateSeconds = 606, SevereLateTimes = 607, EarlyTimes = 608, EarlySeconds = 609,
    AbsentDays = 610, LeaveThousandths = 611, MissingPunches = 612,
    FullMonths = 613, JudgedMonths = 614,    // once for each month, on the last day on which a shift was due
    OvertimeWorkdaySeconds = 615, OvertimeRestSeconds = 616, OvertimeStatutorySeconds = 617,
    OnlineDays = 620, OnlineSeconds = 621, ServingSeconds = 622, SuspendedSeconds = 623,
    FirstOnlineSeconds = 624, LastOnlineSeconds = 625,    // Σ of seconds of the business day
    // Phone calls (话务). Rung: unanswered, or known how long it rang.
    Calls = 640, CallsAnswered = 641, CallsTimed = 642, CallAnswerSeconds = 643, CallsWithin20 = 644, CallsTalked = 645, CallTalkSeconds = 646, CallsJudged = 647, CallsResolved = 648,
    CallRatings = 649, CallRatingPoints = 650, CallsSatisfied = 651, CallsRung = 652, CallsWithin3Rings = 653,
    // Cases (工单), on the day they were opened.
    Cases = 660, CasesSolved = 661, CaseSolveSeconds = 662, CasesOverdue = 663, CasesUnregistered = 664, CasesRemarked = 665, CasesJudgedOnce = 666, CasesOnce = 667,
    AfterSalesHandled = 668, AfterSalesSeconds = 669,
    // One contact (一次解决) where no case is, on the reception's day; OnceOpen: cases and receptions without a return whose 72 hours are not over or not covered.
    ReceptionsJudgedOnce = 670, ReceptionsOnce = 671, OnceOpen = 672,
    // Complaints, errors, conduct, handovers.
    Complaints = 680, ComplaintSeconds = 681, ComplaintsHandled = 682, ComplaintsSatisfied = 683,
    OperationErrors = 690, OperationErrorFen = 691, ConductIncidents = 692, HandoversMade = 693, HandoversMissed = 694,
    // Growth. Points are hundredths.
    TrainingSeats = 700, TrainingAttended = 701, Exams = 702, ExamPoints = 703, Dialogues = 704, DialoguePoints = 705, Suggestions = 706, AdoptedSuggestions = 707,
    SharingSessions = 708, TeamProjects = 709, TasksDone = 710, ReportsDue = 711, ReportsOnTime = 712,
    ReportsAwaited = 713,       // not in: due once its day is over
    // Surveys and work on product reviews.
    SurveyAnswers = 720, SurveyPoints = 721, ReviewsToHandle = 722, ReviewsAnswered = 723, ReviewsTurned = 724, ReviewHandlingSeconds = 725,
    TargetSalesFen = 730,       // what a person is to sell in a month, on its first day
    // Findings (质检发现) of the program: receptions that a rule which counts was asked of; points are hundredths.
    ReceptionsChecked = 740, FatalFindings = 741, NonFatalFindings = 742, PraisedFindings = 743, AttentionFindings = 744, QaPossible = 745, QaEarned = 746, TabooHits = 747,
    RiskReceptions = 748,       // with at least one finding that draws attention
    // Phrases (话术).
    PhraseUses = 780, ExpiredPhraseUses = 781, PhraseMessages = 782,    // PhraseMessages: the agent's messages that were held against the library
}
