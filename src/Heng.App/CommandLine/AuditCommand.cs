using System.CommandLine;
using System.Text.Json.Nodes;
using Heng.App.Features.Audit;
using Heng.App.Features.People;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary><c>heng audit</c>: the log of decisions, taken out with all that it covers, and such a file verified by itself.</summary>
public static class AuditCommand
{
    private const int AtOnce = 1000;
    private static readonly string[] Columns = ["seq", "at", "who", "what", "subject", "why", "hash"];

    public static Command Build(GlobalOptions options) => new("audit", "The log of decisions: list, export, verify") { List(options), Export(options), Verify(options) };

    private static Command List(GlobalOptions options)
    {
        var area = new Option<string?>("--area") { Description = "The first part of the subject: month, account, plan, import, appraisal …" };
        var who = new Option<string?>("--who") { Description = "By whom" };
        var text = new Option<string?>("--text") { Description = "What stands in who, subject or why" };
        var part = new ListPart("its seq");
        var command = new Command("list", "Decisions, oldest first; those that only bind rows into the chain with --area witness") { area, who, text, part.Limit, part.After };
        command.Run(options, (context, parsed) =>
        {
            Require(context);
            var ask = new AuditAsk(parsed.GetValue(area), parsed.GetValue(who), parsed.GetValue(text), null, null, 1);
            var rows = new JsonArray([.. Behind(context.Database, part.NumberOf(parsed)).Where(d => AuditQuery.Fits(d, ask)).Take(part.MostOf(parsed)).Select(Of)]);
            context.Output.Write(rows, () => new(Columns, [.. rows.Select(r => (IReadOnlyList<string>)[.. Columns.Select(c => r![c]!.ToString())])]));
            return Exit.Done;
        });
        return command;
    }

    /// <summary>Read no further than is asked for.</summary>
    private static IEnumerable<Decision> Behind(Database database, long seq)
    {
        while (database.Decisions.Behind(seq, AtOnce) is { Count: > 0 } some)
        {
            foreach (var decision in some) yield return decision;
            seq = some[^1].Seq;
        }
    }

    private static Command Export(GlobalOptions options)
    {
        var file = new Option<string>("--out") { Description = "The .zip to write", Required = true };
        var command = new Command("export", "The log and every row that it covers, in a file that can be verified offline") { file };
        command.Run(options, (context, parsed) =>
        {
            Require(context);
            var path = parsed.GetValue(file)!;
            var counts = OutFile.Put(path, stream => AuditArchive.Write(context.Database, stream, Now));
            context.Output.Write(Of(counts, path), () => Sheet(Of(counts, path)));
            return Exit.Done;
        });
        return command;
    }

    private static Command Verify(GlobalOptions options)
    {
        var file = new Argument<string>("FILE") { Description = "What heng audit export wrote" };
        var head = new Option<string?>("--head") { Description = "The head that an earlier export told: the file must go on from it" };
        var command = new Command("verify", "Verify such a file; needs no data folder") { file, head };
        command.SetAction(parsed => Commands.Guard(parsed, () =>
        {
            var path = parsed.GetValue(file)!;
            if (!File.Exists(path)) throw CommandStoppedException.Usage("file-missing", $"没有文件 {path}", $"There is no file {path}");
            using var stream = File.OpenRead(path);
            var found = AuditCheck.Of(stream, parsed.GetValue(head));
            var json = Of(found.Counts, path);
            (json["verified"], json["fault"], json["place"]) = (found.Fault is null, found.Fault is { } fault ? Json.Kebab(fault) : null, found.Place);
            new Output(parsed.InvocationConfiguration.Output, parsed.GetValue(options.Format)).Write(json, () => Sheet(json));
            if (found.Fault is { } broken) throw CommandStoppedException.Refused(new(Json.Kebab(broken), Words(broken, found.Place)));
            return Exit.Done;
        }));
        return command;
    }

    private static Wording Words(AuditFault fault, string? place) => fault switch
    {
        AuditFault.ChainBroken => new($"决定链在第 {place} 条断开", $"The chain of decisions breaks at number {place}"),
        AuditFault.WitnessChanged => new($"第 {place} 条决定见证的内容被改过", $"What decision {place} witnessed was changed"),
        AuditFault.RowChanged => new($"这一行与见证的不符：{place}", $"This row is not what was witnessed: {place}"),
        AuditFault.RowGone => new($"见证过的这一行不见了：{place}", $"A witnessed row is gone: {place}"),
        AuditFault.HeadUnknown => new("文件里没有哈希是这个的决定：记录被重写过，或者不是同一家店的", "No decision in the file has this hash: the log was written anew, or it is another shop's"),
        _ => new("这不是 heng audit export 写的文件，或者已经损坏", "This is no file of heng audit export, or it is damaged"),
    };

    private static JsonObject Of(Decision d) => new()
    {
        ["seq"] = d.Seq, ["at"] = Heng.App.Features.PayRuns.RunJson.At(d.At), ["who"] = d.Who, ["what"] = d.What, ["subject"] = d.Subject, ["why"] = d.Why, ["hash"] = d.Hash,
    };

    private static JsonObject Of(AuditCounts counts, string path) => new() { ["file"] = path, ["decisions"] = counts.Decisions, ["witnessed"] = counts.Witnessed, ["rows"] = counts.Rows, ["head"] = counts.Head };

    private static Sheet Sheet(JsonObject json) => new([.. json.Select(p => p.Key)], [[.. json.Select(p => p.Value?.ToString() ?? "")]]);

    private static void Require(CommandContext context) => context.Require(Rights.SeesAudit(context.Viewer), "此角色看不到决定记录", "This role does not see the log of decisions");

    private static Instant Now => new(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
}
