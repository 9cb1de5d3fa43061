using Heng.Engine.Live.Warnings;
using Heng.Engine.Quality.Sampling;

namespace Heng.App.Features.People;

/// <summary>A role (角色). Stored by name: never rename. The operator is whoever runs the command line over the data folder: reads all, approves nothing, is never stored.</summary>
public enum Role { Administrator, Manager, Hr, Qa, Leader, Agent, Auditor, Operator, Supervisor }

/// <summary>Who is asking: a role, and for a leader or agent the person and group behind the account. A supervisor (主管) has the groups given to the account.</summary>
public sealed record Viewer(string Name, Role Role, string? Person, string? Group)
{
    public IReadOnlyList<string> Groups { get; init; } = Group is null ? [] : [Group];

    /// <summary>Answers for groups of people, and is paid as anybody is.</summary>
    public bool Leads => Role is Role.Leader or Role.Supervisor;
}

/// <summary>
/// What a viewer may see, the same for pages, exports, API and command line.
/// Pay is closer held than performance: QA, leaders and supervisors see their people's numbers, never their pay.
/// </summary>
public static class Rights
{
    public static bool SeesEveryone(Viewer viewer) => viewer.Role is Role.Administrator or Role.Manager or Role.Hr or Role.Qa or Role.Auditor or Role.Operator;

    public static bool Sees(Viewer viewer, string person, string? group) =>
        IsSelf(viewer, person) || SeesGroup(viewer, group);

    /// <summary>What a group adds up to, and everybody in it.</summary>
    public static bool SeesGroup(Viewer viewer, string? group) =>
        SeesEveryone(viewer) || LeadsGroup(viewer, group);

    /// <summary>What some group adds up to, be it one alone.</summary>
    public static bool SeesSomeGroup(Viewer viewer) => SeesEveryone(viewer) || viewer.Leads && viewer.Groups.Count > 0;

    /// <summary>Whether there can be anybody whom this viewer sees; where there can't, an empty answer would look like an empty month.</summary>
    public static bool SeesSomebody(Viewer viewer) => viewer.Person is not null || SeesSomeGroup(viewer);

    public static bool SeesPay(Viewer viewer, string person) => SeesEverybodysPay(viewer) || IsSelf(viewer, person);

    public static bool SeesSomebodysPay(Viewer viewer) => SeesEverybodysPay(viewer) || viewer.Person is not null;

    /// <summary>Warnings and awards are between a person, their leader and those who answer for them.</summary>
    public static bool SeesMeasures(Viewer viewer, string? group) =>
        viewer.Role is Role.Manager or Role.Hr or Role.Auditor or Role.Operator || LeadsGroup(viewer, group);

    public static bool SeesSomeMeasures(Viewer viewer) => viewer.Role is Role.Manager or Role.Hr or Role.Auditor or Role.Operator || viewer.Leads && viewer.Groups.Count > 0;

    /// <summary>Every measure; leaders and supervisors decide coaching and training in their groups.</summary>
    public static bool DecidesMeasures(Viewer viewer) => viewer.Role is Role.Hr or Role.Manager;

    public static bool DecidesSomeMeasures(Viewer viewer) => DecidesMeasures(viewer) || viewer.Leads && viewer.Groups.Count > 0;

    /// <summary>What is recorded of somebody's conduct and errors: they themself, who answers for them, and QA.</summary>
    public static bool SeesIncidents(Viewer viewer, string person, string? group) => SeesFilings(viewer, person, group) || viewer.Role is Role.Qa;

    public static bool RecordsIncidents(Viewer viewer, string? group) => ChecksFilings(viewer, group) || viewer.Role is Role.Qa;

    /// <summary>Filings, weekly reports and goals are between a person and those who answer for them.</summary>
    public static bool SeesFilings(Viewer viewer, string person, string? group) => IsSelf(viewer, person) || SeesMeasures(viewer, group);

    /// <summary>Confirms or sends back what a person files; nobody their own.</summary>
    public static bool ChecksFilings(Viewer viewer, string? group) => viewer.Role is Role.Hr or Role.Manager || LeadsGroup(viewer, group);
    /// <summary>Honours are seen by everybody, and awarded by those who answer for all.</summary>
    public static bool Awards(Viewer viewer) => viewer.Role is Role.Hr or Role.Manager;

    /// <summary>What was not confirmed or was taken back, and prizes in money.</summary>
    public static bool SeesAllHonours(Viewer viewer) => viewer.Role is Role.Hr or Role.Manager or Role.Auditor or Role.Operator;

    /// <summary>Improvement plans: one's own, the group's, and everybody's for who answers for them.</summary>
    public static bool SeesGrowth(Viewer viewer, string? person, string? group) => viewer.Role is Role.Manager or Role.Hr or Role.Auditor or Role.Operator || LeadsGroup(viewer, group) || person is not null && IsSelf(viewer, person);

    /// <summary>Starts, leads and ends a new hire's training, with a mentor.</summary>
    public static bool LeadsOnboarding(Viewer viewer, string? group) => DecidesMeasures(viewer) || LeadsGroup(viewer, group);

    /// <summary>The plans for new hires: read by who starts by them, changed by who answers for all.</summary>
    public static bool SeesOnboardingPlans(Viewer viewer) => DecidesSomeMeasures(viewer) || OnlyLooks(viewer);

    /// <summary>Reads all and changes nothing.</summary>
    public static bool OnlyLooks(Viewer viewer) => viewer.Role is Role.Auditor;

    public static bool Imports(Viewer viewer) => viewer.Role is Role.Administrator or Role.Manager or Role.Hr or Role.Operator;

    /// <summary>Whole tables leave only for those who may bring them, and pay only for those who see everybody's.</summary>
    public static bool Exports(Viewer viewer, bool pay) => Imports(viewer) && (!pay || SeesEverybodysPay(viewer));

    /// <summary>Whose pay goes where is HR's to say, so that who approves a run brings no account.</summary>
    public static bool BringsAccounts(Viewer viewer) => viewer.Role is Role.Hr or Role.Operator;

    /// <summary>Whole account numbers are for who takes pay's tables to the bank; others who see pay see the last four.</summary>
    public static bool SeesAccounts(Viewer viewer) => Exports(viewer, pay: true);

    public static bool Prepares(Viewer viewer) => viewer.Role is Role.Hr or Role.Manager;

    /// <summary>A metric of the shop's own may decide about pay, as a plan does.</summary>
    public static bool Defines(Viewer viewer) => viewer.Role is Role.Hr or Role.Manager;

    /// <summary>What the legal guard finds tells of everybody's pay.</summary>
    public static bool SeesGuard(Viewer viewer) => SeesEverybodysPay(viewer);

    /// <summary>To have seen a finding, and to let it stand, is for those who answer for pay.</summary>
    public static bool AcknowledgesGuard(Viewer viewer) => viewer.Role is Role.Hr or Role.Manager;

    public static bool SetsGuard(Viewer viewer) => viewer.Role is Role.Hr or Role.Manager;

    /// <summary>A plan decides about everybody's score and pay.</summary>
    public static bool Publishes(Viewer viewer) => viewer.Role is Role.Hr or Role.Manager;

    /// <summary>The counting rules decide about everybody's numbers.</summary>
    public static bool SetsRules(Viewer viewer) => viewer.Role is Role.Manager or Role.Administrator;

    /// <summary>How a pool's shares were moved and why; its amounts are pay.</summary>
    public static bool SeesShares(Viewer viewer) => SeesEverybodysPay(viewer) || viewer.Leads;

    /// <summary>Who speaks for a role of a pool.</summary>
    public static bool ClaimsShares(Viewer viewer) => viewer.Leads || viewer.Role is Role.Hr or Role.Manager;

    public static bool MovesShares(Viewer viewer) => viewer.Role == Role.Manager;

    /// <summary>Enters into a fund's ledger, or approves what another entered.</summary>
    public static bool KeepsFunds(Viewer viewer) => viewer.Role is Role.Hr or Role.Manager;

    /// <summary>Who leads assessments from stage to stage.</summary>
    public static bool LeadsAppraisals(Viewer viewer) => viewer.Role is Role.Hr or Role.Manager;

    /// <summary>Everybody's parts; an agent sees their own, a leader those of the group, and each what they are asked to do.</summary>
    public static bool SeesAppraisals(Viewer viewer) => viewer.Role is Role.Hr or Role.Manager or Role.Auditor or Role.Administrator or Role.Operator;

    /// <summary>Who gave which mark as a peer or subordinate, and how each rater rates. Nobody else is told, the administrator neither.</summary>
    public static bool SeesRaters(Viewer viewer) => viewer.Role is Role.Hr or Role.Manager or Role.Auditor or Role.Operator;

    /// <summary>Answers for every training, exam and simulated dialogue.</summary>
    public static bool ManagesLearning(Viewer viewer) => viewer.Role is Role.Qa or Role.Hr or Role.Manager;

    /// <summary>Plans trainings and sets exams: leaders and supervisors for their groups.</summary>
    public static bool AsksToLearn(Viewer viewer) => ManagesLearning(viewer) || viewer.Leads && viewer.Groups.Count > 0;
    /// <summary>Who may suggest, vote for suggestions and answer surveys where asked: everybody but who only reads.</summary>
    /// <summary>Who proposes, confirms and ends quality rules.</summary>
    public static bool SetsQuality(Viewer viewer) => viewer.Role is Role.Qa or Role.Hr or Role.Manager;

    /// <summary>What a rule must reach before it may cost points decides about everybody's score.</summary>
    public static bool SetsQualityBar(Viewer viewer) => viewer.Role is Role.Hr or Role.Manager;

    /// <summary>Who sees what rules in shadow find, and the rules' texts.</summary>
    public static bool TendsQuality(Viewer viewer) => SetsQuality(viewer) || viewer.Role is Role.Auditor or Role.Operator;

    /// <summary>Takes and solves what draws attention in the chats of somebody of the group.</summary>
    public static bool HandlesAttention(Viewer viewer, string? group) => SetsQuality(viewer) || LeadsGroup(viewer, group);

    /// <summary>Takes and solves a warning: who leads the group and the manager each of them, QA of what was said and complained of, HR of who is away from a shift.</summary>
    public static bool HandlesWarning(Viewer viewer, WarningKind kind, string? group) => LeadsGroup(viewer, group) || viewer.Role switch
    {
        Role.Manager => true, Role.Qa => kind is WarningKind.ForbiddenWords or WarningKind.RiskWords or WarningKind.Complaint, Role.Hr => kind is WarningKind.Away, _ => false,
    };

    /// <summary>Gives coaching tasks and closes them.</summary>
    public static bool Coaches(Viewer viewer, string? group) => viewer.Role is Role.Qa or Role.Manager || LeadsGroup(viewer, group);

    public static bool CoachesSomebody(Viewer viewer) => viewer.Role is Role.Qa or Role.Manager || viewer.Leads && viewer.Groups.Count > 0;

    /// <summary>A coaching task is between whom it is for, who coaches them, and who answers for all; a group's is everybody's in it.</summary>
    public static bool SeesCoaching(Viewer viewer, string? person, string? group) =>
        Coaches(viewer, group) || SeesMeasures(viewer, group) || (person is null ? group is not null && viewer.Group == group : IsSelf(viewer, person));

    public static bool Suggests(Viewer viewer) => viewer.Role is not (Role.Auditor or Role.Operator);

    /// <summary>Leaders and supervisors remark and propose; HR or the manager decides.</summary>
    public static bool DecidesSuggestions(Viewer viewer) => viewer.Role is Role.Hr or Role.Manager;

    /// <summary>Opens and closes surveys, and says what is done about them.</summary>
    public static bool LeadsSurveys(Viewer viewer) => viewer.Role is Role.Hr or Role.Manager;

    /// <summary>Writes, ends and brings phrases. Everybody reads them: agents work with them.</summary>
    public static bool KeepsPhrases(Viewer viewer) => viewer.Role is Role.Qa or Role.Hr or Role.Manager || viewer.Leads && viewer.Groups.Count > 0;

    /// <summary>Which model reads chats, and whether any does; what leaves the house is the administrator's to answer for.</summary>
    public static bool SetsMeaning(Viewer viewer) => viewer.Role is Role.Administrator;

    /// <summary>Proposes a chat that they may see as a good example; the agent whose it is consents.</summary>
    public static bool ProposesExamples(Viewer viewer) => KeepsPhrases(viewer);

    /// <summary>What good agents write, masked.</summary>
    public static bool SeesPhraseSuggestions(Viewer viewer) => KeepsPhrases(viewer) || OnlyLooks(viewer);

    public static bool SeesSettings(Viewer viewer) => viewer.Role is Role.Hr or Role.Manager or Role.Administrator or Role.Auditor;

    /// <summary>A key lets a program act as an account: given by who may see all of it, and by whoever holds the data folder.</summary>
    public static bool MakesKeys(Viewer viewer) => viewer.Role is Role.Manager or Role.Operator;

    /// <summary>To end a key that got about takes nothing else.</summary>
    public static bool RevokesKeys(Viewer viewer) => MakesKeys(viewer) || viewer.Role is Role.Administrator;

    /// <summary>What other programs are told when something happened.</summary>
    public static bool SetsWebhooks(Viewer viewer) => viewer.Role is Role.Manager or Role.Administrator or Role.Operator;

    /// <summary>Which roles must have a second factor.</summary>
    public static bool SetsSignIn(Viewer viewer) => viewer.Role is Role.Administrator;

    /// <summary>Robots, mail and when people are reminded; what is told to whom follows from the assessment.</summary>
    public static bool SetsNotices(Viewer viewer) => viewer.Role is Role.Hr or Role.Manager or Role.Administrator or Role.Operator;

    /// <summary>From when on a day without a filed record counts 0 moves scores.</summary>
    public static bool SetsKeptHere(Viewer viewer) => viewer.Role is Role.Hr or Role.Manager;

    public static bool Closes(Viewer viewer) => viewer.Role == Role.Manager;

    public static bool SeesOrders(Viewer viewer) => viewer.Role is not Role.Qa;

    public static bool SeesEverybodysPay(Viewer viewer) => viewer.Role is Role.Manager or Role.Hr or Role.Auditor or Role.Operator;

    /// <summary>The log of decisions tells amounts and reasons.</summary>
    public static bool SeesAudit(Viewer viewer) => SeesEverybodysPay(viewer);

    public static bool ManagesAccounts(Viewer viewer) => viewer.Role is Role.Administrator or Role.Hr or Role.Operator;

    /// <summary>HR lets in those who are paid by the plans; who sees or decides more is let in by the administrator.</summary>
    public static bool ManagesAccount(Viewer viewer, Role of) => viewer.Role is Role.Administrator or Role.Operator || viewer.Role == Role.Hr && of is (Role.Agent or Role.Leader);

    /// <summary>Inspections of the company's and of the group's own check; an agent's own are another question, answered by what was told.</summary>
    public static bool SeesInspections(Viewer viewer, string? group) => viewer.Role is Role.Qa || SeesMeasures(viewer, group);

    /// <summary>Plans of inspections, and how inspectors inspect.</summary>
    public static bool SeesInspectionWork(Viewer viewer) => viewer.Role is Role.Qa || SeesSomeMeasures(viewer);

    /// <summary>HR and the manager set what is inspected; who leads a group sets its own check.</summary>
    public static bool SetsSampling(Viewer viewer, string? group) => viewer.Role is Role.Hr or Role.Manager || LeadsGroup(viewer, group);

    /// <summary>QA inspects for the company, who leads a group inspects it themself.</summary>
    public static bool Inspects(Viewer viewer, InspectionKind kind, string? group) => kind == InspectionKind.Company ? viewer.Role is Role.Qa : LeadsGroup(viewer, group);

    public static bool DecidesInspections(Viewer viewer) => viewer.Role is Role.Qa or Role.Hr or Role.Manager;

    private static bool LeadsGroup(Viewer viewer, string? group) => viewer.Leads && group is not null && viewer.Groups.Contains(group, StringComparer.Ordinal);

    private static bool IsSelf(Viewer viewer, string person) => viewer.Person == person;
}
