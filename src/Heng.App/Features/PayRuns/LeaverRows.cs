using Heng.App.Features.Closing;
using Heng.App.Features.People;
using Heng.Engine.Closing;
using Heng.Engine.Explanation;

namespace Heng.App.Features.PayRuns;

/// <summary>Who left in the month as the page of its run shows them: where each stands, what hinders, and the next step where the viewer may do it.</summary>
internal static class LeaverRows
{
    private static readonly Wording WithTheMonth = new("随当月发放", "paid with the month");

    public static LeaverRow Of(Leaver leaver, bool monthSealed, Viewer viewer)
    {
        var (alone, own) = (leaver.State.Sealed, viewer.Person == leaver.Agent);
        var hindered = Hindered(leaver, monthSealed, own);
        var next = hindered is not null && !alone || own ? null : NextOf(leaver, viewer);
        var state = !alone && monthSealed ? WithTheMonth : RunWords.Of(leaver.State.Stage);
        return new(leaver.Agent, leaver.LastDay, leaver.Net, state, alone, next, leaver.State.PreparedHash ?? "",
            [.. SaidOf(leaver), .. hindered is { } why && !(monthSealed || alone) ? [LeaverWords.Of(why).Words] : Array.Empty<Wording>(), .. next is null ? Waits(leaver, viewer, monthSealed) : []]);
    }

    private static LeaverRefusal? Hindered(Leaver leaver, bool monthSealed, bool own) =>
        monthSealed ? LeaverRefusal.MonthSealed : leaver.LastDay is null ? LeaverRefusal.NotLeaving : !leaver.Gone ? LeaverRefusal.NotLeftYet : leaver.Net is null ? LeaverRefusal.NotPaid : own ? LeaverRefusal.OwnPay : null;

    private static RunAct? NextOf(Leaver leaver, Viewer viewer) => leaver.State.Stage switch
    {
        MonthStage.Open when Rights.Prepares(viewer) => RunAct.Draft,
        MonthStage.Prepared when leaver.Moved => Rights.Prepares(viewer) ? RunAct.Draft : null,
        MonthStage.Prepared when Rights.Closes(viewer) && leaver.State.PreparedBy != viewer.Name => RunAct.Approve,
        MonthStage.Approved when Rights.Prepares(viewer) => RunAct.Pay,
        _ => null,
    };

    private static IEnumerable<Wording> Waits(Leaver leaver, Viewer viewer, bool monthSealed)
    {
        if (leaver.State.Stage == MonthStage.Prepared && !monthSealed && leaver.State.PreparedBy == viewer.Name) yield return LeaverWords.Of(LeaverRefusal.SamePerson).Words;
    }

    /// <summary>What single lines of the payslip say of themselves.</summary>
    private static IEnumerable<Wording> SaidOf(Leaver leaver)
    {
        if (leaver.Moved) yield return LeaverWords.Of(LeaverRefusal.ResultsMoved).Words;
        foreach (var line in leaver.Slip?["lines"]!.AsArray() ?? [])
            foreach (var (zh, en) in line!["notes"]!.AsArray().Zip(line["notesEn"]!.AsArray()))
                yield return new($"{line["label"]!.GetValue<string>()}：{zh!.GetValue<string>()}", $"{line["labelEn"]!.GetValue<string>()}: {en!.GetValue<string>()}");
    }
}
