using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Daily;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Floor;

/// <summary>Who hears what of the floor's day. A step is told once to each whom it concerns, never to who took it.</summary>
public sealed class FloorTelling(Database database)
{
    public const string SwapKind = "swap-step", LeaveKind = "leave-step", HandoverKind = "handover-step", CaseKind = "case-step", CaseDueKind = "case-due";

    public void Swap(KeptMatter<RequestHappening> kept, IReadOnlyList<string> to) => Request(SwapKind, kept, to, Links.Roster(null, kept.Happened[0].Swap!.Day) + "#swaps", new()
    {
        ["day"] = Iso(kept.Happened[0].Swap!.Day), ["with"] = kept.Happened[0].Swap!.With,
    });

    public void Leave(KeptMatter<RequestHappening> kept, IReadOnlyList<string> to) => Request(LeaveKind, kept, to, Links.Leave, new() { ["day"] = Iso(kept.Of.First) });

    public void Handover(KeptMatter<HandoverHappening> kept, IReadOnlyList<string> to) => Tell(HandoverKind, kept.Subject, kept.Happened, to, Links.Handover(kept.Of.First),
        new() { ["what"] = Json.Kebab(kept.Happened[^1].What), ["about"] = kept.Of.About, ["day"] = Iso(kept.Of.First) });

    public void Case(KeptMatter<CaseHappening> kept, string shop, string id, IReadOnlyList<string> to) => Tell(CaseKind, kept.Subject, kept.Happened, to, Links.Case(shop, id),
        new() { ["what"] = Json.Kebab(kept.Happened[^1].What), ["case"] = id });

    private void Request(string kind, KeptMatter<RequestHappening> kept, IReadOnlyList<string> to, string link, Dictionary<string, string> words)
    {
        var state = new RequestState(kept.Happened);
        (words["what"], words["stage"], words["about"]) = (Json.Kebab(kept.Happened[^1].What), Json.Kebab(state.Stage), state.Asker);
        Tell(kind, kept.Subject, kept.Happened, to, link, words);
    }

    private void Tell<T>(string kind, string subject, IReadOnlyList<T> happened, IReadOnlyList<string> to, string link, Dictionary<string, string> words) where T : MatterStep
    {
        var (last, occasion) = (happened[^1], string.Create(CultureInfo.InvariantCulture, $"{subject}/{happened.Count}"));
        words["by"] = last.Who;
        database.Notices.Tell([.. to.Where(t => t != last.Who).Distinct(StringComparer.Ordinal).Select(t => new Notice(t, kind, occasion, words, link, last.At))]);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
