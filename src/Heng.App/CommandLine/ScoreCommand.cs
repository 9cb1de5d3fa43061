using System.CommandLine;
using System.Text.Json.Nodes;
using Heng.App.Features.Closing;
using Heng.App.Features.Cycles;
using Heng.App.Features.Guard;
using Heng.App.Features.Months;
using Heng.App.Features.Pay;
using Heng.App.Features.PayRuns;
using Heng.App.Features.People;
using Heng.App.Features.Scores;
using Heng.Engine.Explanation;
using Heng.Engine.Scoring;

namespace Heng.App.CommandLine;

/// <summary><c>heng score</c> and <c>heng pay</c>: a month's cards and payslips. A closed month answers from its seal, unless another plan is asked for.</summary>
public static class ScoreCommand
{
    public static Command Score(GlobalOptions options) => Build(options, "score", "Everybody's scorecard of a month", "--plan", $"A {PlanFiles.Names}; without it the published ones", "score",
        (book, viewer) => [.. CardsOf(book, viewer).Select(ScoreJson.Of)], (rows, _) => ScoreJson.Sheet(rows));

    /// <summary>The places that a score can't be told apart from stand beside its rank. They are not sealed: they follow from what was.</summary>
    private static void AddPlaces(JsonArray rows, KeptMonth month)
    {
        foreach (var row in rows)
            if (month.Find(row!["agent"]!.GetValue<string>()) is { } person && month.ResultOf(person).Plan == row["plan"]!.GetValue<string>() && month.Within(person) is { } span)
                row["rankWithin"] = new JsonObject { ["best"] = span.Best, ["worst"] = span.Worst };
    }

    /// <summary>Who sealed somebody's pay before their month, and when.</summary>
    private static void AddAlone(JsonArray rows, IReadOnlyDictionary<string, SealedMonth> alone)
    {
        foreach (var row in rows)
            if (alone.TryGetValue(row!["agent"]!.GetValue<string>(), out var seal)) row["alone"] = new JsonObject { ["by"] = seal.Closed.By, ["at"] = RunJson.At(seal.Closed.ClosedAt), ["hash"] = seal.Closed.Hash };
    }

    /// <summary>What the guard finds in somebody's own pay stands beside it; it is not sealed.</summary>
    private static void AddFindings(JsonArray rows, GuardBook guard)
    {
        foreach (var row in rows)
            if (guard.Rows.Where(r => r.Finding.Subject == row!["agent"]!.GetValue<string>()).Select(GuardJson.Of).ToArray() is { Length: > 0 } own) row!["guard"] = new JsonArray(own);
    }

    /// <summary>The month's cards, and behind them those of longer cycles that end with it.</summary>
    private static IEnumerable<Scorecard> CardsOf(MonthBook book, Viewer viewer) => book.ByRank.Select(p => p.Card!).Concat(book.Cycles.Select(c => c.Card))
        .Where(c => book.Find(c.Agent) is { } person && Rights.Sees(viewer, c.Agent, person.Employment.Group));

    public static Command Pay(GlobalOptions options) => Build(options, "pay", "Everybody's payslip of a month", "--scheme", $"A {PlanFiles.Names} whose pay scheme to use; without it the published ones", "pay",
        (book, viewer) => [.. SealedMonth.PayRows(book, book.Alone).Where(row => Rights.SeesPay(viewer, row["agent"]!.GetValue<string>()))],
        (rows, book) => PayJson.Sheet(rows, (agent, line) => book?.Alone.ContainsKey(agent) == false && book.Find(agent)?.Pay?.Lines.First(l => l.Id == line).Explanation.State == ValueState.Provisional), new PayFiles());

    private static Command Build(
        GlobalOptions options, string name, string description, string planOption, string planDescription, string sealedPart,
        Func<MonthBook, Viewer, JsonArray> live, Func<JsonArray, MonthBook?, Sheet> sheet, PayFiles? files = null)
    {
        var month = new Option<string>("--month") { Description = "Month, e.g. 2026-10", Required = true };
        var plan = new Option<string?>(planOption) { Description = planDescription };
        var command = new Command(name, description) { month, plan };
        files?.AddTo(command);
        command.Run(options, (context, parsed) =>
        {
            var wanted = Read.Month(parsed.GetValue(month));
            if (name == "pay") context.Require(Rights.SeesSomebodysPay(context.Viewer), "此账号看不到任何人的工资", "This account sees nobody's pay");
            else context.Require(Rights.SeesSomebody(context.Viewer), "此账号看不到任何人的评分卡", "This account sees nobody's scorecard");
            var book = new Lazy<MonthBook>(() => PlanFiles.Book(context, wanted, parsed.GetValue(plan)));
            var closed = parsed.GetValue(plan) is null && context.ShopName is null ? SealedMonth.Find(context.Database, wanted) : null;
            var rows = closed is not null ? Sealed(closed, sealedPart, agent => Seen(context, wanted, agent, name == "pay")) : live(book.Value, context.Viewer);
            if (closed is not null && name == "pay" && context.AsOf is { } by) SettledLater.AddTo(rows, context.Database, wanted, by);
            if (closed is null && name == "pay" && book.Value.Facts.Coverage.Spans.Count == 0) throw CommandStoppedException.Refused(WithoutData(book.Value));
            if (closed is null && rows.Count == 0 && book.Value.Files.Count == 0)
                throw CommandStoppedException.Refused(new("no-plan", new("还没有发布方案：heng plan publish，或用 " + planOption + " 指定", $"No plan is published yet: heng plan publish, or name one with {planOption}")));
            if (files?.Asked(parsed) == true)
            {
                files.Write(context, new KeptMonth(book.Value, closed is null ? null : new SealedResults(closed)), parsed);
                return Exit.Done;
            }
            if (files?.SoFar.Asked(parsed) == true)
            {
                if (closed is not null) throw CommandStoppedException.Refused(PaySoFar.Sealed);
                files.SoFar.Write(context, book.Value, files.Agent(parsed));
                return Exit.Done;
            }
            if (name == "score") AddPlaces(rows, new KeptMonth(book.Value, closed is null ? null : new SealedResults(closed)));
            if (files?.Agent(parsed) is { } only) rows = [.. rows.Where(r => r!["agent"]!.GetValue<string>() == only).Select(r => r!.DeepClone())];
            var guard = name == "pay" && Rights.SeesGuard(context.Viewer) ? new GuardBook(context.Database, new KeptMonth(book.Value, closed is null ? null : new SealedResults(closed))) : null;
            if (guard is not null) AddFindings(rows, guard);
            if (name == "pay") AddAlone(rows, closed is not null ? SealedMonth.Alone(context.Database, wanted) : book.Value.Alone);
            context.Output.Write(rows, () => sheet(rows, closed is null ? book.Value : null));
            if (guard is { Open: > 0 }) context.Tell([new($"{guard.Open} 条合规提示未知悉：heng guard list --month {wanted}", $"{guard.Open} {(guard.Open == 1 ? "finding" : "findings")} of the legal guard {(guard.Open == 1 ? "is" : "are")} open: heng guard list --month {wanted}")]);
            if (closed is null) context.Tell(MonthNotes.Standing(book.Value, context.Viewer));
            if (closed is null && name == "score" && parsed.GetValue(plan) is not null) context.Tell(CycleWords.Later(book.Value.Files.SelectMany(f => f.Plans), wanted));
            return Exit.Done;
        });
        return command;
    }

    private static JsonArray Sealed(SealedMonth closed, string part, Func<string, bool> seen) =>
        part == "score" ? [.. closed.Part(part, seen).Concat(closed.Part("cycles", seen)).Select(c => c!.DeepClone())] : closed.Part(part, seen);

    private static Refusal WithoutData(MonthBook book) => book.Month.First > book.Facts.Rules.Clock.DayOf(book.Facts.AsOf.Plus(-1))
        ? new("month-not-begun", new("数据还没有到这个月，没有工资可算", "The records do not reach this month yet, so there is no pay"))
        : new("month-without-data", new("这个月还没有任何数据，没有工资可算；没有数据不是 0", "No data came for this month yet, so there is no pay; no data is not zero"));

    private static bool Seen(CommandContext context, Engine.Records.Month month, string agent, bool pay)
    {
        if (pay) return Rights.SeesPay(context.Viewer, agent);
        var roster = context.Database.People.Roster;
        return Rights.Sees(context.Viewer, agent, roster.Find(agent) is { } person ? roster.In(person.Id, month)?.Group : null);
    }
}
