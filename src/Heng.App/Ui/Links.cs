using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Quality.Phrases;
using Heng.Engine.Records;

namespace Heng.App.Ui;

/// <summary>Addresses of the pages, written once.</summary>
public static class Links
{
    /// <summary>A name from an address, as <see cref="InPath"/> wrote it there.</summary>
    public static string NameIn(string route) => Uri.UnescapeDataString(route);

    /// <summary>
    /// A name as a part of a path. What would part the path (a slash), or be stepped over (. and ..), is escaped within the name, and so is the escape itself:
    /// servers and proxies undo one layer of escaping, and not all of them the same one.
    /// </summary>
    private static string InPath(string name)
    {
        var whole = name.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal);
        return Escape(whole is "." or ".." ? whole.Replace(".", "%2E", StringComparison.Ordinal) : whole);
    }

    /// <summary>The path of a request, escaped anew. One leading slash only, so that it cannot name another host.</summary>
    public static string Of(PathString path) => "/" + string.Join('/', (path.Value ?? "").Split('/').Select(Escape)).TrimStart('/');

    public static string Month(Month month) => $"/month/{month}";
    /// <summary>What quality rules found, what draws attention, and the rules.</summary>
    public const string QualityFindings = "/quality/findings", QualityAttention = "/quality/attention", QualityRules = "/quality/rules", QualityLabel = "/quality/label", QualityAudit = "/quality/audit";
    public static string QualityRule(string id) => $"{QualityRules}/{InPath(id)}";
    public static string QualityPreview(string job) => $"{QualityRules}/preview/{InPath(job)}";

    /// <summary>What quality is lost by, a coaching task, and to give one.</summary>
    public const string Coaching = "/quality/coaching", NewCoaching = Coaching + "/new";
    public static string CoachingTask(long id) => Numbered(Coaching, id);

    /// <summary>Inspections by people: the queue and one's own, plans and draws, agreement, calibrations.</summary>
    public const string Inspections = "/quality/inspections", SamplingPlans = "/quality/inspections/plans", InspectionAgreement = "/quality/inspections/agreement", Calibrations = "/quality/inspections/calibrations";
    public static string Inspection(long id) => Numbered(Inspections, id);
    public static string SamplingPlan(long id) => Numbered(SamplingPlans, id);
    public static string Calibration(long id) => Numbered(Calibrations, id);
    public static string Recording(long inspection) => Inspection(inspection) + "/recording";
    /// <summary>Incidents and errors, filings, goals, sessions and projects: the list, and one of them.</summary>
    public const string Incidents = "/daily/incidents", Filing = "/daily/filing", Duties = "/daily/filing/duties", Reports = "/daily/filing/reports", Meetings = "/daily/filing/meetings", Goals = "/daily/goals", Activities = "/daily/activities";
    public static string Incident(long id) => $"{Incidents}/{id.ToString(CultureInfo.InvariantCulture)}";
    public static string Report(long id) => $"{Reports}/{id.ToString(CultureInfo.InvariantCulture)}";
    public static string Meeting(long id) => $"{Meetings}/{id.ToString(CultureInfo.InvariantCulture)}";
    public static string Goal(long id) => $"{Goals}/{id.ToString(CultureInfo.InvariantCulture)}";
    public static string Activity(long id) => $"{Activities}/{id.ToString(CultureInfo.InvariantCulture)}";
    /// <summary>A picture or PDF that was brought as evidence.</summary>
    public static string Evidence(long id) => $"/daily/evidence/{id.ToString(CultureInfo.InvariantCulture)}";
    public static string Agent(Month month, string agent) => $"/month/{month}/agent/{InPath(agent)}";
    public static string Measures(Month month) => $"/month/{month}/measures";
    /// <summary>One's interviews, and what was decided about one.</summary>
    public const string Interviews = "/interviews";
    public static string Interview(long interview) => $"{Interviews}/{interview.ToString(CultureInfo.InvariantCulture)}";
    public const string Honours = "/growth/honours", Improvements = "/growth/improvement";
    public static string Honour(long honour) => $"{Honours}/{honour.ToString(CultureInfo.InvariantCulture)}";
    public static string HonourPaper(long honour) => $"{Honour(honour)}.pdf";
    public static string HonoursOf(Month month, string? group = null) => With(Honours, ("month", month.ToString()), ("group", group));
    public static string Improvement(long plan) => $"{Improvements}/{plan.ToString(CultureInfo.InvariantCulture)}";
    public const string Onboardings = "/growth/onboarding";
    public static string Onboarding(long training) => Numbered(Onboardings, training);
    public static string OnboardingPlan(string plan) => $"{Onboardings}/plans/{InPath(plan)}";
    public static string StartOnboarding(string person) => With(Onboardings, ("start", person)) + "#start";
    public const string Trainings = "/growth/training", Exams = "/growth/exams", ExamBanks = "/growth/exams/banks", Dialogues = "/growth/dialogues";
    public static string Training(long training) => Numbered(Trainings, training);
    public static string Exam(long exam) => Numbered(Exams, exam);
    /// <summary>One's own sheet of an exam, and the words of others that wait for points.</summary>
    public static string Sitting(long exam) => Exam(exam) + "/sit";
    public static string ExamWords(long exam) => Exam(exam) + "/words";
    public static string Dialogue(long dialogue) => Numbered(Dialogues, dialogue);
    public static string DialogueRun(long dialogue) => Dialogue(dialogue) + "/run";
    public static string DialogueSheet(long run) => Numbered(Dialogues + "/runs", run);
    /// <summary>The phrase library, and one of its phrases.</summary>
    public const string Phrases = "/quality/phrases", PhraseTable = Phrases + "/table", PhraseSuggestions = Phrases + "/suggestions";
    /// <summary>The setting of the reader of meaning.</summary>
    public const string Meaning = "/settings/meaning";
    /// <summary>Good examples, one of them, and to propose a reception as one.</summary>
    public const string Examples = "/quality/examples", NewExamplePath = Examples + "/new";
    public static string Example(long example) => Numbered(Examples, example);
    public static string NewExample(string reception) => With(NewExamplePath, ("reception", reception));
    public static string Phrase(long phrase) => Numbered(Phrases, phrase);
    private static string Numbered(string path, long number) => $"{path}/{number.ToString(CultureInfo.InvariantCulture)}";
    /// <summary>To write the record of an interview with somebody about a month; of an assessment, or after another, where it is one's part or next level.</summary>
    public static string NewInterview(Month month, string agent, string? scheme = null, string? cycle = null, long? follows = null) =>
        With($"{Interviews}/new", ("month", month.ToString()), ("agent", agent), ("scheme", scheme), ("cycle", cycle), ("follows", follows?.ToString(CultureInfo.InvariantCulture)));
    /// <summary>How far the assessments that end with the month have come, and one's own part in them.</summary>
    public static string Appraisal(Month month, string? scheme = null, string? cycle = null) => With($"/month/{month}/appraisal", ("scheme", scheme), ("cycle", cycle));
    /// <summary>One's own points to give, item by item or person by person.</summary>
    public static string Scoring(Month month, string? scheme = null, string? cycle = null, string? stage = null, bool? byPerson = null, string? at = null) =>
        With($"/month/{month}/scoring", ("scheme", scheme), ("cycle", cycle), ("stage", stage), ("by", byPerson switch { true => "person", false => "item", null => null }), ("at", at));
    /// <summary>How raters rate; of one of them, every mark.</summary>
    public static string Raters(Month month, string? rater = null) => With($"/month/{month}/raters", ("rater", rater));
    /// <summary>Suggestions and surveys: what people say, and what is done about it.</summary>
    public const string Voice = "/voice", Suggestions = Voice + "/suggestions", NewSuggestion = Suggestions + "/new", SimilarSuggestions = Suggestions + "/similar", SuggestionBoard = Suggestions + "/board";
    public const string Surveys = Voice + "/surveys", SurveyForms = Surveys + "/forms";
    public static string Suggestion(long suggestion) => $"{Suggestions}/{suggestion.ToString(CultureInfo.InvariantCulture)}";
    public static string SuggestionBoardOf(Month month, bool quarter) => With(SuggestionBoard, ("month", month.ToString()), ("span", quarter ? "quarter" : null));
    public static string Survey(long survey) => $"{Surveys}/{survey.ToString(CultureInfo.InvariantCulture)}";
    public static string SurveyAnswer(long survey) => $"{Survey(survey)}/answer";
    public static string SurveyForm(string form) => $"{SurveyForms}/{InPath(form)}";
    public static string Appeal(long appeal) => $"/appeals/{appeal.ToString(CultureInfo.InvariantCulture)}";
    public const string MyDay = "/daily", RosterPath = "/daily/roster", Leave = "/daily/leave", HandoverPath = "/daily/handover", Cases = "/daily/cases";
    public static string Roster(string? group, DateOnly? day = null, bool month = false) => With(RosterPath, ("group", group), ("day", Iso(day)), ("view", month ? "month" : null));
    public static string EditRoster(string group, string person, DateOnly day, bool month) => With(RosterPath, ("group", group), ("day", Iso(day)), ("view", month ? "month" : null), ("edit", person), ("on", Iso(day))) + "#edit";
    public static string Handover(DateOnly? day = null, string? group = null) => With(HandoverPath, ("day", Iso(day)), ("group", group));
    public static string Case(string shop, string id) => With("/daily/case", ("shop", shop), ("id", id));
    /// <summary>To say what is wrong with a fact.</summary>
    public static string NewAppeal(CorrectedFact kind, string fact, DateOnly? day = null) => With("/appeals/new", ("kind", CommandLine.Json.Kebab(kind)), ("fact", fact), ("day", Iso(day)));
    public static string Pool(Month month) => $"/month/{month}/pool";
    public static string Funds(string? fund = null) => fund is null ? "/funds" : $"/funds#{InPath(fund)}";
    public static string Pay(Month month, string agent) => $"{Agent(month, agent)}/pay";
    public static string PayWorkbook(Month month, string agent) => $"{Pay(month, agent)}.xlsx";
    public static string Payslips(Month month) => $"/month/{month}/payslips.zip";
    public static string PayPaper(Month month, string agent) => $"{Pay(month, agent)}.pdf";
    public static string Papers(Month month) => $"/month/{month}/payslips-pdf.zip";
    public static string Guard(Month month) => With("/pay/guard", ("month", month.ToString()));
    /// <summary>A person's report of the month, and the same on paper and as a table.</summary>
    public static string PersonReport(Month month, string agent) => $"{Agent(month, agent)}/report";
    public static string PersonReportPaper(Month month, string agent) => $"{PersonReport(month, agent)}.pdf";
    public static string PersonReportWorkbook(Month month, string agent) => $"{PersonReport(month, agent)}.xlsx";
    /// <summary>The assessment form, and the same on paper and as a table.</summary>
    public static string Form(Month month, string agent) => $"{Agent(month, agent)}/form";
    public static string FormPaper(Month month, string agent) => $"{Form(month, agent)}.pdf";
    public static string FormWorkbook(Month month, string agent) => $"{Form(month, agent)}.xlsx";
    /// <summary>The report of the shop, or of the viewer's groups, and the same as a table.</summary>
    public static string TeamReport(Month month) => $"/month/{month}/report";
    public static string TeamReportWorkbook(Month month) => $"{TeamReport(month)}.xlsx";
    public static string Differences(Month month) => $"/month/{month}/differences";
    public static string Change(Month month, string agent) => $"{Agent(month, agent)}/change";
    /// <summary>How the month's pay comes about, from the cards to the payment.</summary>
    public static string Run(Month month) => $"/month/{month}/run";
    /// <summary>The people and lines behind a sum of the run.</summary>
    public static string RunGroup(Month month, string group) => $"{Run(month)}?group={Uri.EscapeDataString(group)}#behind";
    public static string RunComponent(Month month, string component) => $"{Run(month)}?component={Uri.EscapeDataString(component)}#behind";
    /// <summary>Cards of two months, quarters and years that end with the month.</summary>
    public static string Cycles(Month month, string? agent = null) => $"/month/{month}/cycles{(agent is null ? "" : $"#{InPath(agent)}")}";
    public static string Reception(string id) => $"/reception/{InPath(id)}";
    public static string Order(string id) => $"/orders/{InPath(id)}";
    public static string Import(long import) => $"/import/{import.ToString(CultureInfo.InvariantCulture)}";
    public static string Receptions(Month month, string? agent = null, DateOnly? day = null, DateOnly? until = null) =>
        With("/receptions", ("month", month.ToString()), ("agent", agent), ("day", Iso(day)), ("until", until == day ? null : Iso(until)));
    public static string Orders(Month month, string? agent = null) => With("/orders", ("month", month.ToString()), ("agent", agent));

    public static string ExplainMetric(Month month, string? agent, string metric, DateOnly? day = null) =>
        With("/explain", ("month", month.ToString()), ("agent", agent), ("metric", metric), ("day", day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    /// <param name="cycle">Of the card of a longer cycle that ends with the month.</param>
    public static string ExplainItem(Month month, string agent, string item, string? cycle = null) =>
        With("/explain", ("month", month.ToString()), ("agent", agent), ("item", item), ("cycle", cycle));
    public static string ExplainLine(Month month, string agent, string line) => With("/explain", ("month", month.ToString()), ("agent", agent), ("line", line));

    /// <summary>Where a piece of evidence can be read; null for what has no page of its own.</summary>
    public static string? Evidence(FactKind kind, string id) => kind switch
    {
        FactKind.Reception => Reception(id),
        FactKind.Order => Order(id),
        FactKind.Phrase => PhraseFact.In(id) is var (reception, _, _) ? Reception(reception) : null,
        _ => null,
    };

    /// <summary>A path with the query values that are given; empty ones are left out.</summary>
    public static string With(string path, params IEnumerable<(string Name, string? Value)> query)
    {
        var given = query.Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => $"{q.Name}={Escape(q.Value!)}").ToArray();
        return given.Length == 0 ? path : path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + string.Join('&', given);
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    private static string Escape(string text) => Uri.EscapeDataString(text);
}
