using System.Text.Json.Nodes;
using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.Engine.Closing;
using Heng.Engine.Explanation;
using Heng.Engine.Pay.Late;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.PayRuns;

/// <summary>What a month may leave to be settled if it is closed before it is mature: from its own lines, and from what came after earlier ones.</summary>
internal static class Outlook
{
    /// <summary>Null where the month is mature or sealed.</summary>
    public static ClosingOutlook? Of(Database database, KeptMonth kept)
    {
        if (kept.Sealed is not null || kept.Book.Facts.AsOf >= kept.Book.MaturesAt) return null;
        var closed = database.ClosedMonths.All(SealedMonth.Company);
        var own = kept.People.Where(p => p.Live?.Pay is not null).SelectMany(p => p.Live!.Pay!.Lines.Select(l => (p.Name, Line: l))).ToArray();
        var differences = closed.SelectMany(c => Sealed(SealedMonth.Of(c))).Concat(own.SelectMany(l => Difference(l.Name, l.Line.Id, l.Line.Amount)));
        return ClosingOutlook.Of([.. own.Select(l => (l.Line.Amount, l.Line.Explanation.State == ValueState.Provisional))], closed.Where(c => c.State == "provisional").Select(c => c.Month), [.. differences]);
    }

    private static IEnumerable<PaidDifference> Sealed(SealedMonth month) => month.Part("pay", _ => true).SelectMany(slip => slip!["lines"] is not JsonArray lines ? []
        : lines.SelectMany(l => Difference(slip["agent"]!.GetValue<string>(), l!["line"]!.GetValue<string>(), l["amount"]!.GetValue<decimal>())));

    private static IEnumerable<PaidDifference> Difference(string agent, string line, decimal yuan) => LateLine.Parse(line) is { } late ? [new(late.Month, agent, yuan)] : [];
}
