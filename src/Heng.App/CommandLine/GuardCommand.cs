using System.CommandLine;
using System.Text.Json.Nodes;
using Heng.App.Features.Closing;
using Heng.App.Features.Guard;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.Engine.Pay.Guard;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary><c>heng guard</c>: what the law is against in a month's pay, and what was said of it. It warns and changes no pay.</summary>
public static class GuardCommand
{
    public static Command Build(GlobalOptions options) => new("guard", "The legal guard: list, acknowledge, show, set") { List(options), Acknowledge(options), Show(options), Set(options) };

    private static Command List(GlobalOptions options)
    {
        var (month, agent) = (MonthOption(), new Option<string?>("--agent") { Description = "What concerns this person" });
        var command = new Command("list", "A month's findings, each with the article, the numbers and who acknowledged it") { month, agent };
        command.Run(options, (context, parsed) =>
        {
            var book = Book(context, parsed.GetValue(month));
            GuardRow[] rows = [.. parsed.GetValue(agent) is { } only ? book.Of(only) : book.Rows];
            context.Output.Write(new JsonArray([.. rows.Select(GuardJson.Of)]), () => GuardJson.Sheet(rows));
            context.Tell(book.Gaps.GroupBy(g => g.Why).Select(g => new Engine.Explanation.Wording($"{g.Key.Zh}：{string.Join("、", g.Select(p => p.Subject))}", $"{g.Key.En}: {string.Join(", ", g.Select(p => p.Subject))}")));
            return Exit.Done;
        });
        return command;
    }

    private static Command Acknowledge(GlobalOptions options)
    {
        var (month, finding) = (MonthOption(), new Option<string>("--finding") { Description = "As list names it, e.g. minimum-wage/NAME", Required = true });
        var (reason, stamp) = (new Option<string>("--reason") { Description = "Why it may stand", Required = true }, new Option<string?>("--stamp") { Description = "The finding as it was seen; refused where its numbers have changed since" });
        var command = new Command("acknowledge", "Say with a reason that a finding was seen") { month, finding, reason, stamp };
        command.Run(options, (context, parsed) =>
        {
            var id = parsed.GetValue(finding)!;
            if (Book(context, parsed.GetValue(month)).Acknowledge(id, parsed.GetValue(stamp), parsed.GetValue(reason)!, context.Viewer, TimeProvider.System) is { } refusal) throw CommandStoppedException.Refused(refusal);
            var row = Book(context, parsed.GetValue(month)).Rows.First(r => r.Id == id);
            context.Output.Write(GuardJson.Of(row), () => GuardJson.Sheet([row]));
            return Exit.Done;
        });
        return command;
    }

    private static Command Show(GlobalOptions options)
    {
        var command = new Command("show", "The parameters: place of work, days of notice, shares of the base, minimum wages");
        command.Run(options, (context, _) =>
        {
            Require(context);
            Parameters(context);
            return Exit.Done;
        });
        return command;
    }

    private static Command Set(GlobalOptions options)
    {
        var (place, days) = (new Option<string?>("--place") { Description = "The usual place of work; empty for none" }, new Option<int?>("--announce-days") { Description = "Days that a plan is announced before the month it pays" });
        var (least, most) = (new Option<decimal?>("--base-at-least") { Description = "Least share of the base in pay, e.g. 0.3" }, new Option<decimal?>("--base-at-most") { Description = "Largest share of the base in pay, e.g. 0.8" });
        var flexible = new Option<string?>("--flexible-holidays") { Description = "Places that pay statutory holidays under flexible hours too, e.g. 上海,深圳; empty for none" };
        var command = new Command("set", "Set the parameters; what is not given stays") { place, days, least, most, flexible };
        command.Run(options, (context, parsed) =>
        {
            Require(context);
            var now = context.Database.Guard.Setting;
            var town = parsed.GetValue(place) is { } typed ? typed.Trim() is { Length: > 0 } named ? named : null : now.Place;
            var next = new GuardSetting(town, parsed.GetValue(days) ?? now.AnnounceDays, parsed.GetValue(least) ?? now.BaseAtLeast, parsed.GetValue(most) ?? now.BaseAtMost)
            { FlexibleHolidays = parsed.GetValue(flexible) is { } places ? GuardSetting.Written(places) : now.FlexibleHolidays };
            if (GuardBook.Set(context.Database, next, context.Viewer, TimeProvider.System) is { } refusal) throw CommandStoppedException.Refused(refusal);
            Parameters(context);
            return Exit.Done;
        });
        return command;
    }

    private static void Parameters(CommandContext context)
    {
        var (setting, minimums) = (context.Database.Guard.Setting, KnownMinimums.With(context.Database.Records(RecordKinds.MinimumWages).All(Shops.Company.Id)));
        context.Output.Write(GuardJson.Of(setting, minimums), () => GuardJson.Sheet(setting, minimums));
    }

    private static Option<string> MonthOption() => new("--month") { Description = "Month, e.g. 2026-10", Required = true };

    private static GuardBook Book(CommandContext context, string? month)
    {
        Require(context);
        var wanted = Read.Month(month);
        return new(context.Database, new KeptMonth(PlanFiles.Book(context, wanted, null), SealedMonth.Find(context.Database, wanted) is { } closed ? new(closed) : null));
    }

    private static void Require(CommandContext context) => context.Require(Rights.SeesGuard(context.Viewer), "此账号看不到合规提示", "This account does not see the legal guard");
}
