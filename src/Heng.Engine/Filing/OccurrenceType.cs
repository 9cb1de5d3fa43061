using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Filing;

/// <summary>A kind of incident or error (事件类型) that a shop records: its name as plans write it, whether it counts at once, and in how many days the person may answer.</summary>
public sealed record OccurrenceType(OccurrenceKind Kind, Wording Name, bool AtOnce = false, int AnswerDays = OccurrenceCycle.AnswerDays);

/// <summary>Stored by number: append, never renumber.</summary>
public enum OccurrenceTypeEvent : byte { Set, Ended }

/// <summary>A kind that the shop set for itself, or no longer offers.</summary>
public sealed record OccurrenceTypeHappening(OccurrenceTypeEvent What, string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public OccurrenceKind? Kind { get; init; }
    public string? Zh { get; init; }
    public string? En { get; init; }
    public bool? AtOnce { get; init; }
    public int? AnswerDays { get; init; }

    public OccurrenceType Type => new(Kind!.Value, new(Zh!, En ?? Zh!), AtOnce == true, AnswerDays ?? OccurrenceCycle.AnswerDays);
}

/// <summary>What can be recorded: the code of conduct and the errors of the shipped plans, and the shop's own.</summary>
public static class OccurrenceTypes
{
    public static IReadOnlyList<OccurrenceType> Shipped { get; } =
    [
        Conduct("与买家争吵", "Quarrel with a buyer"), Conduct("无人接替离岗", "Leaving unrelieved"), Conduct("脱岗", "Off post"), Conduct("上班做私事", "Other work in working time"),
        Conduct("在外兼职", "Outside job"), Conduct("泄露信息", "Leak"), Conduct("谋取私利", "Private gain"), Conduct("旷工", "Absence"),
        Error("订单信息差错", "Wrong order data"), Error("地址修改差错", "Wrong change of address"), Error("退款发起差错", "Refund started wrongly"), Error("订单备注未执行", "Order remark not executed"),
        Error("重大失误", "Grave mistake"),
    ];

    /// <summary>The shipped ones, as the shop set them since, and its own behind them; what it ended is left out.</summary>
    public static IReadOnlyList<OccurrenceType> Of(IEnumerable<OccurrenceTypeHappening> happened)
    {
        var types = Shipped.ToList();
        foreach (var one in happened)
        {
            var place = types.FindIndex(t => t.Kind == one.Kind && t.Name.Zh == one.Zh);
            if (one.What == OccurrenceTypeEvent.Ended && place >= 0) types.RemoveAt(place);
            else if (one.What == OccurrenceTypeEvent.Set && place >= 0) types[place] = one.Type;
            else if (one.What == OccurrenceTypeEvent.Set) types.Add(one.Type);
        }
        return types;
    }

    /// <summary>Set by HR or the manager, as it decides what counts.</summary>
    public static FilingStep<OccurrenceTypeHappening> Set(FilingActor by, OccurrenceKind kind, string? zh, string? en, bool atOnce, int? days, Instant now) =>
        !by.Leads ? FilingRefusal.RoleMayNot
        : zh is null ? FilingRefusal.NameMissing
        : zh.Length > FilingText.MostName || en?.Length > FilingText.MostName ? FilingRefusal.TooLong
        : days is < 1 or > OccurrenceCycle.MostAnswerDays ? FilingRefusal.CountMissing
        : new OccurrenceTypeHappening(OccurrenceTypeEvent.Set, by.Name, now, "") { Kind = kind, Zh = zh, En = en, AtOnce = atOnce, AnswerDays = days ?? OccurrenceCycle.AnswerDays };

    private static OccurrenceType Conduct(string zh, string en) => new(OccurrenceKind.Conduct, new(zh, en));
    private static OccurrenceType Error(string zh, string en) => new(OccurrenceKind.Error, new(zh, en));
}
