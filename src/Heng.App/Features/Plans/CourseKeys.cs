using Heng.Engine.Appraisal;
using static Heng.App.Features.Plans.Vocabulary;

namespace Heng.App.Features.Plans;

/// <summary>The keys and words of the stages that an assessment goes through.</summary>
internal static class CourseKeys
{
    public static readonly Dictionary<string, StageWork> Works = new()
    {
        ["collect"] = StageWork.Collect, ["calculate"] = StageWork.Calculate, ["rate"] = StageWork.Rate, ["confirm"] = StageWork.Confirm, ["review"] = StageWork.Review,
        ["approve"] = StageWork.Approve, ["publish"] = StageWork.Publish, ["interview"] = StageWork.Interview, ["close"] = StageWork.Close,
    };
    public static readonly Dictionary<string, DueFrom> DueFroms = new() { ["period-end"] = DueFrom.PeriodEnd, ["maturity"] = DueFrom.Maturity, ["stage"] = DueFrom.StageBegan };
    public static readonly Dictionary<string, Shown> Shows = new() { ["score"] = Shown.Score, ["grade"] = Shown.Grade, ["rank"] = Shown.Rank };

    public static readonly Mapping DueOf = new("due", new Key("after", new AChoice(DueFroms.Keys), true), new("days", new AWholeNumber(), true), new("working", new AFlag()));
    public static readonly Mapping Stage = new("stage",
        new Key("id", Id, true), new("name", Worded), new("work", new AChoice(Works.Keys), true), new("by", new AList(new AChoice([.. Filler.All])), true), new("due", new AMapping(DueOf)));
    public static readonly Mapping PeersOf = new("peers", new Key("count", new AWholeNumber()), new Key("threshold", new AWholeNumber()));
    public static readonly Mapping Stages = new("course", new Key("stages", new AList(new AMapping(Stage))), new("peers", new AMapping(PeersOf)), new("shown", new AList(new AChoice(Shows.Keys))));

    /// <summary>A shipped one by its name, or stages of one's own.</summary>
    public static readonly Holds Course = new Either(new AChoice([.. Engine.Appraisal.Course.Shipped.Keys]), new AMapping(Stages));
}
