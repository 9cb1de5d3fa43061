using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.Features.Audit;
using Heng.App.Features.Closing;
using Heng.App.Features.People;
using Heng.Engine.Explanation;
using Heng.Store.Audit;

namespace Heng.App.CommandLine;

/// <summary><c>heng verify</c>: closed months recomputed from what they were made of and compared with their seals, and the chain of decisions.</summary>
public static class VerifyCommand
{
    public static Command Build(GlobalOptions options)
    {
        var month = new Option<string?>("--month") { Description = "One closed month; without it all of them" };
        var inputs = new Option<bool>("--inputs-only") { Description = "Begin at the kept agent-days, without folding the messages again" };
        var command = new Command("verify", "Recompute closed months and compare them with their seals") { month, inputs };
        command.Run(options, (context, parsed) =>
        {
            context.Require(Rights.SeesEverybodysPay(context.Viewer), "此角色看不到所有人的工资", "This role does not see everybody's pay");
            var (closed, alone) = (context.Database.ClosedMonths.Months(SealedMonth.Company), context.Database.ClosedSlips.All(SealedMonth.Company));
            if (parsed.GetValue(month) is { } asked)
            {
                var wanted = Read.Month(asked);
                alone = [.. alone.Where(s => s.Closed.Month == wanted)];
                if (!closed.Contains(wanted) && alone.Count == 0) throw CommandStoppedException.Refused(new("not-closed", new($"{wanted} 还没有结账", $"{wanted} is not closed")));
                closed = [.. closed.Where(m => m == wanted)];
            }
            if (context.Database.Decisions.FirstBroken() is { } broken)
                throw CommandStoppedException.Refused(new("chain-broken", new($"决定链在第 {broken} 条断开", $"The chain of decisions breaks at number {broken.ToString(CultureInfo.InvariantCulture)}")));
            // All that is kept is looked at where all is asked for.
            var kept = parsed.GetValue(month) is null ? KeptFaults(context) : [];
            var verification = new Verification(context.Database);
            Verified[] found = [.. closed.Select(m => verification.Of(m, messages: !parsed.GetValue(inputs))).Concat(alone.Select(s => verification.Of(s.Closed.Month, s.Agent))).OrderBy(v => v.Month).ThenBy(v => v.Agent is null).ThenBy(v => v.Agent, StringComparer.Ordinal)];
            context.Output.Write(new JsonArray([.. found.Select(Row)]), () => new(["month", "agent", "hash", "verified", "fault", "place", "messages"],
                [.. found.Select(v => (IReadOnlyList<string>)[v.Month.ToString(), v.Agent ?? "", v.Hash, v.Fault is null ? "✓" : "✗", v.Fault is { } fault ? Json.Kebab(fault) : "", v.Place ?? "", v.Messages is { } chats ? $"{Days(chats.Days - chats.Moved.Count)}/{Days(chats.Days)}" : "–"])]));
            context.Tell(found.Where(v => v.Messages is { Moved.Count: > 0 }).Select(v => (v.Month, v.Messages!.Moved)).Select(v => new Wording(
                $"{v.Month}：{Days(v.Moved.Count)} 天的聊天在结账后又导入过或已删除，与结账时的不再一致，无法核对：{string.Join("、", v.Moved)}",
                $"{v.Month}: the chats of {Days(v.Moved.Count)} days were imported again or went since the closing and are others now, so they can't be checked: {string.Join(", ", v.Moved)}")));
            context.Tell(kept.Skip(1).Take(20).Select(k => k.Words));
            if (kept is [var one, ..]) throw CommandStoppedException.Refused(one);
            if (found.FirstOrDefault(v => v.Fault is not null) is { } first) throw CommandStoppedException.Refused(new(Json.Kebab(first.Fault!.Value), Words(first)));
            return Exit.Done;
        });
        return command;
    }

    private static Refusal[] KeptFaults(CommandContext context) =>
    [
        .. new Inspection(context.Database).Faults().Select(f => new Refusal(Json.Kebab(f.Fault), f.Fault switch
        {
            KeptFault.WitnessChanged => new($"第 {f.Place} 条决定见证的内容被改过", $"What decision {f.Place} witnessed was changed"),
            KeptFault.RowGone => new($"只增不减的一行不见了：{f.KeptIn} {f.Place}", $"A row that is only appended is gone: {f.KeptIn} {f.Place}"),
            KeptFault.DayChanged => new($"这一天的聊天记录被改过：{f.Place}", $"The chats of this day were changed: {f.Place}"),
            KeptFault.RecordChanged => new($"这条记录被改过：{f.KeptIn} {f.Place}", $"This record was changed: {f.KeptIn} {f.Place}"),
            _ => new($"只增不减的一行被改过：{f.KeptIn} {f.Place}", $"A row that is only appended was changed: {f.KeptIn} {f.Place}"),
        })),
        .. AccountCheck.Differing(context.Database).Select(name => new Refusal("rights-differ", new($"账号“{name}”的角色或停用状态与记录的决定不符", $"The role of account '{name}', or whether it is disabled, is not what was decided"))),
    ];

    private static JsonObject Row(Verified of) => new()
    {
        ["month"] = of.Month.ToString(), ["agent"] = of.Agent, ["hash"] = of.Hash, ["verified"] = of.Fault is null, ["fault"] = of.Fault is { } fault ? Json.Kebab(fault) : null,
        ["place"] = of.Place, ["sealed"] = of.Sealed, ["recomputed"] = of.Recomputed,
        ["messages"] = of.Messages is { } chats ? new JsonObject { ["days"] = chats.Days, ["moved"] = new JsonArray([.. chats.Moved.Select(m => (JsonNode)m)]) } : null,
    };

    private static string Days(int days) => days.ToString(CultureInfo.InvariantCulture);

    private static Wording Words(Verified of)
    {
        var (zh, en) = of.Agent is { } agent ? ($"{of.Month} {agent} 单独发薪", $"{agent}'s own pay of {of.Month}") : ($"{of.Month}", $"{of.Month}");
        return of.Fault switch
        {
            SealFault.SealChanged => new($"{zh} 封存的内容与它的哈希不符", $"What {en} sealed is not what its hash says"),
            SealFault.DecisionDiffers => new($"{zh} 的结账决定里是另一个哈希", $"The decision that closed {en} names another hash"),
            SealFault.InputsMissing => new($"{zh} 结账时没有保存输入，无法重算", $"{en} was closed without its inputs, so it can't be recomputed"),
            SealFault.InputsChanged => new($"{zh} 保存的输入与结账时不符", $"The kept inputs of {en} are not those of its closing"),
            SealFault.MessagesDiffer => new($"{zh} 所用的每日数据与聊天记录重新统计的不符：{of.Place}，所用 {of.Sealed}，重新统计 {of.Recomputed}", $"The days that {en} was made of do not follow from its messages: {of.Place}, kept {of.Sealed}, folded again {of.Recomputed}"),
            SealFault.DifferenceDiffers => new($"{zh} 的差额与它所依据的封存不符：{of.Place}", $"A difference of {en} does not follow from the seals it rests on: {of.Place}"),
            SealFault.SlipDiffers => new($"{zh} 的封存里不是单独发薪时封存的工资条：{of.Place}", $"The seal of {en} does not hold the payslip that was sealed alone: {of.Place}"),
            _ => new($"{zh} 重算的结果与封存不符：{of.Place}，封存 {of.Sealed}，重算 {of.Recomputed}", $"{en} recomputed is not what was sealed: {of.Place}, sealed {of.Sealed}, recomputed {of.Recomputed}"),
        };
    }
}
