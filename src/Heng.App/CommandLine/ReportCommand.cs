using System.CommandLine;
using System.Text.Json.Nodes;
using Heng.App.Features.Forms;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.PersonReports;
using Heng.App.Features.TeamReports;
using Heng.App.Ui;
using Heng.Engine.Records;

namespace Heng.App.CommandLine;

/// <summary><c>heng report</c>: a month's report of the shop or of a group, of one person, or somebody's assessment form.</summary>
public static class ReportCommand
{
    public static Command Build(GlobalOptions options)
    {
        var month = new Option<string>("--month") { Description = "Month, e.g. 2026-10", Required = true };
        var agent = new Option<string?>("--agent") { Description = "One person's report" };
        var group = new Option<string?>("--group") { Description = "One group alone" };
        var form = new Option<string?>("--form") { Description = "One person's assessment form" };
        var command = new Command("report", "Reports of a month: the shop's or one group's, a person's, or an assessment form") { month, agent, group, form };
        command.Run(options, (context, parsed) =>
        {
            if (new[] { agent, group, form }.Count(o => parsed.GetValue(o) is not null) > 1) throw CommandStoppedException.Usage("report-unclear", "--agent、--group、--form 只能用一个", "Only one of --agent, --group and --form");
            var months = new Dictionary<Month, KeptMonth>();
            KeptMonth Load(Month of) => months.TryGetValue(of, out var known) ? known : months[of] = context.MonthOf(of);
            var now = Load(Read.Month(parsed.GetValue(month)));
            if (parsed.GetValue(agent) is { } one) Person(context, now, Load, one);
            else if (parsed.GetValue(form) is { } whose) Form(context, now, whose);
            else Team(context, now, Load, parsed.GetValue(group));
            return Exit.Done;
        });
        return command;
    }

    private static void Person(CommandContext context, KeptMonth now, Func<Month, KeptMonth> months, string agent)
    {
        var view = new PersonReport(context.Database, now, new(context.Database, months), context.Viewer, Language.Zh).Of(Seen(context, now, agent));
        context.Output.Write(ReportJson.Of(view), () => Table(PersonReportExport.Of(view, Language.Zh)));
        context.Tell(view.Notes);
    }

    private static void Form(CommandContext context, KeptMonth now, string agent)
    {
        var view = new FormMaking(context.Database, now, context.Viewer, Language.Zh).Of(Seen(context, now, agent));
        context.Output.Write(ReportJson.Of(view), () => Table(FormExport.Of(view, Language.Zh)));
        context.Tell(view.Notes);
    }

    private static void Team(CommandContext context, KeptMonth now, Func<Month, KeptMonth> months, string? group)
    {
        context.Require(Rights.SeesSomeGroup(context.Viewer), "只有能看小组的人可以看团队报告", "Only who sees a group sees its report");
        var before = months(now.Month.Plus(-1));
        if (group is not null && (!Rights.SeesGroup(context.Viewer, group) || now.People.All(p => p.Group != group)))
            throw CommandStoppedException.Refused(new("group-unknown", new($"这个月没有小组“{group}”，或您无权查看", $"There is no group '{group}' in this month, or you may not see it")));
        var view = new TeamReport(context.Database, now, before.HasData ? before : null, context.Viewer).Of(group);
        context.Output.Write(TeamReportJson.Of(view), () => Table(TeamReportExport.Of(view, Language.Zh)));
        context.Tell(view.Notes);
    }

    private static MonthPerson Seen(CommandContext context, KeptMonth now, string agent) => now.Find(agent) is { } person && KeptMonth.Sees(context.Viewer, person) ? person
        : throw CommandStoppedException.Refused(new("agent-unknown", new($"这个月没有“{agent}”，或您无权查看", $"There is no '{agent}' in this month, or you may not see them")));

    private static Sheet Table(Features.Exports.ExportSheet sheet) => new(sheet.Columns, [.. sheet.Rows.Select(r => (IReadOnlyList<string>)[.. r.Select(c => Convert.ToString(c, System.Globalization.CultureInfo.InvariantCulture) ?? "")])]);
}
