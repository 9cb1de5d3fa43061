using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.Appeals;
using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary><c>heng appeal</c>: what people say is wrong with recorded facts, and what is answered.</summary>
public static class AppealCommand
{
    private static readonly IReadOnlyList<string> Kinds = [.. Enum.GetValues<CorrectedFact>().Select(k => Json.Kebab(k))];

    public static Command Build(GlobalOptions options) => new("appeal", "Appeals that correct facts: list, show, raise, answer, escalate") { List(options), Show(options), Raise(options), Answer(options), Escalate(options) };

    private static Option<long> IdOption() => new("--id") { Description = "The appeal's number", Required = true };
    private static Option<string?> ReasonOption() => new("--reason") { Description = "Why; of an answer its evidence" };
    private static Option<string?> PersonOption() => new("--person") { Description = $"Whose the order is, or {WrittenWish.Nobody} for nobody's" };
    private static Option<string?> PointsOption() => new("--points") { Description = "The points that should stand" };
    private static Option<string?> DueOption() => new("--due") { Description = "The days due that should stand" };
    private static Option<string?> PaidOption() => new("--paid") { Description = "The days paid that should stand" };

    private static Command List(GlobalOptions options)
    {
        var open = new Option<bool>("--open") { Description = "Those that wait for an answer" };
        var command = new Command("list", "The appeals that one may see, latest first") { open };
        command.Run(options, (context, parsed) =>
        {
            var sight = new AppealSight(context.Viewer, context.Database.People.Roster);
            KeptAppeal[] seen = [.. context.Database.Appeals.All.Where(a => sight.Sees(a) && (!parsed.GetValue(open) || a.State.IsOpen)).Reverse()];
            context.Output.Write(new JsonArray([.. seen.Select(a => AppealJson.Of(a, sight))]), () => AppealJson.Sheet(seen));
            return Exit.Done;
        });
        return command;
    }

    private static Command Show(GlobalOptions options)
    {
        var id = IdOption();
        var command = new Command("show", "One appeal: the fact as recorded, what was said, and who moved or would move") { id };
        command.Run(options, (context, parsed) =>
        {
            var appeal = Find(context, parsed.GetValue(id));
            return Told(context, appeal);
        });
        return command;
    }

    private static Command Raise(GlobalOptions options)
    {
        var kind = new Option<string>("--kind") { Description = string.Join(", ", Kinds), Required = true };
        var fact = new Option<string>("--fact") { Description = "The fact's id, as explanations and addresses name it; of an order its number", Required = true };
        var day = new Option<string?>("--day") { Description = "Its day; of points and attendance any day of the month" };
        var (person, points, due, paid, reason) = (PersonOption(), PointsOption(), DueOption(), PaidOption(), ReasonOption());
        var command = new Command("raise", "Say that a fact which bears on one's own numbers is wrong") { kind, fact, day, person, points, due, paid, reason };
        command.Run(options, (context, parsed) =>
        {
            var place = Kinds.ToList().IndexOf(parsed.GetValue(kind)!);
            if (place < 0) throw CommandStoppedException.Usage("value-unknown", $"--kind 可为 {string.Join("、", Kinds)}", $"--kind is one of {string.Join(", ", Kinds)}");
            var of = Enum.GetValues<CorrectedFact>()[place];
            var wish = new WrittenWish(parsed.GetValue(person), parsed.GetValue(points), parsed.GetValue(due), parsed.GetValue(paid)).Read(of) ?? throw CommandStoppedException.Refused(AppealWords.Unreadable);
            var (raised, refused) = Doing(context).Raise(of, parsed.GetValue(fact)!, DayOf(parsed.GetValue(day)), wish, parsed.GetValue(reason), context.Viewer);
            if (refused is not null) throw CommandStoppedException.Refused(refused);
            return Told(context, raised!);
        });
        return command;
    }

    private static Command Answer(GlobalOptions options)
    {
        var (id, accept, refuse) = (IdOption(), new Option<bool>("--accept") { Description = "Correct the fact" }, new Option<bool>("--refuse") { Description = "Leave it as it is" });
        var (person, points, due, paid, reason) = (PersonOption(), PointsOption(), DueOption(), PaidOption(), ReasonOption());
        var command = new Command("answer", "Answer an appeal; without values an accepted one corrects what was asked for") { id, accept, refuse, person, points, due, paid, reason };
        command.Run(options, (context, parsed) =>
        {
            if (parsed.GetValue(accept) == parsed.GetValue(refuse)) throw CommandStoppedException.Usage("answer-unclear", "请用 --accept 或 --refuse 之一", "Say --accept or --refuse");
            var appeal = Find(context, parsed.GetValue(id));
            var written = new WrittenWish(parsed.GetValue(person), parsed.GetValue(points), parsed.GetValue(due), parsed.GetValue(paid));
            var wish = written.IsEmpty ? null : written.Read(appeal.Kind) ?? throw CommandStoppedException.Refused(AppealWords.Unreadable);
            if (Doing(context).Answer(appeal, parsed.GetValue(accept), wish, parsed.GetValue(reason), context.Viewer) is { } refused) throw CommandStoppedException.Refused(refused);
            return Told(context, context.Database.Appeals.Find(appeal.Id)!);
        });
        return command;
    }

    private static Command Escalate(GlobalOptions options)
    {
        var (id, reason) = (IdOption(), ReasonOption());
        var command = new Command("escalate", "Ask HR or the manager to decide one's own refused appeal, once") { id, reason };
        command.Run(options, (context, parsed) =>
        {
            var appeal = Find(context, parsed.GetValue(id));
            if (Doing(context).Escalate(appeal, parsed.GetValue(reason), context.Viewer) is { } refused) throw CommandStoppedException.Refused(refused);
            return Told(context, context.Database.Appeals.Find(appeal.Id)!);
        });
        return command;
    }

    private static int Told(CommandContext context, KeptAppeal appeal)
    {
        var sight = new AppealSight(context.Viewer, context.Database.People.Roster);
        var fact = new AppealFacts(context.Database).Find(appeal);
        var wouldMove = fact is not null && sight.MayAnswer(appeal, fact) ? Doing(context).Preview(fact, appeal.Wish) : null;
        context.Output.Write(AppealJson.Of(appeal, sight, fact, wouldMove), () => AppealJson.Sheet([appeal]));
        return Exit.Done;
    }

    /// <summary>What one may not see is not there.</summary>
    private static KeptAppeal Find(CommandContext context, long id) =>
        context.Database.Appeals.Find(id) is { } appeal && new AppealSight(context.Viewer, context.Database.People.Roster).Sees(appeal) ? appeal : throw CommandStoppedException.Refused(AppealWords.Unknown);

    private static AppealDoing Doing(CommandContext context)
    {
        var months = new Dictionary<Month, KeptMonth>();
        return new(context.Database, context.Folder, TimeProvider.System,
            month => months.TryGetValue(month, out var known) ? known : months[month] = KeptMonth.Of(context.Database, MonthBook.Load(context.Database, month, context.Database.Shops.All, context.AsOf)));
    }

    private static DateOnly? DayOf(string? day) => day is null ? null : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read
        : throw CommandStoppedException.Usage("day-unreadable", "日期写成 2026-10-05 这样", "Days are written like 2026-10-05");
}
