using Heng.Engine.Explanation;
using Heng.Engine.Scoring;
using Heng.Engine.Scoring.Lint;

namespace Heng.Engine.Appraisal;

/// <summary>What is wrong with the course of a scheme's file, beside the raters that its plans ask.</summary>
public static class CourseLint
{
    private const string Place = "course";

    public static IReadOnlyList<Finding> Of(Course course, IReadOnlyList<Plan> plans) => [.. course.Findings([.. RatersAsked(plans)]).Select(f => Of(f, course))];

    /// <summary>The kinds of raters that plans ask for points.</summary>
    public static IEnumerable<string> RatersAsked(IEnumerable<Plan> plans) =>
        plans.SelectMany(p => p.Items).Select(i => i.Source).OfType<FromRaters>().SelectMany(s => s.Raters).Select(r => r.Rater).Distinct(StringComparer.Ordinal);

    private static Finding Of(CourseFinding found, Course course)
    {
        var stage = course.Stages.FirstOrDefault(s => s.Id == found.About);
        var place = stage is null ? Place : $"{Place}/stages/{stage.Id}";
        var about = stage is { } known ? known.Name : new(found.About, found.About);
        var (reason, mend) = Words(found.Fault, about, RaterWords.Of(found.About));
        return found.Fault is CourseFault.StageWithoutItem or CourseFault.PeersNeverShown ? Finding.Warning(LintRules.CourseIdle, place, reason, mend) : Finding.Error(LintRules.CourseBroken, place, reason, mend);
    }

    private static (Wording Reason, Wording Mend) Words(CourseFault fault, Wording about, Wording rater) => fault switch
    {
        CourseFault.NoStage => (new("考核流程没有环节", "the course has no stage"), new("写出 stages", "write its stages")),
        CourseFault.StageTwice => (new($"环节“{about.Zh}”的 id 重复", $"the stage {about.En} has another's id"), new("换一个 id", "give it another id")),
        CourseFault.NobodyFills => (new($"环节“{about.Zh}”没有人填写", $"nobody fills the stage {about.En}"), new("写出 by", "say by whom")),
        CourseFault.UnknownFiller => (new($"没有填写人 {about.Zh}", $"there is no filler {about.En}"), new($"可用：{string.Join("、", Filler.All)}", $"one of {string.Join(", ", Filler.All)}")),
        CourseFault.NoOffice => (new($"环节“{about.Zh}”对所有人只做一次，须由人事或经理做", $"the stage {about.En} is done once for everybody, by HR or the manager"), new("by 写 hr 或 manager", "let by hold hr or manager")),
        CourseFault.NothingIsPublished => (new("流程里没有公布，谁也看不到结果", "nothing is published, so nobody sees a result"), new("加一个 work: publish 的环节", "add a stage of work: publish")),
        CourseFault.ApprovedAfterPublishing => (new($"“{about.Zh}”在公布之后才审批", $"{about.En} approves after publishing"), new("移到公布之前", "move it before publishing")),
        CourseFault.CloseIsNotLast => (new($"“{about.Zh}”之后还有环节", $"stages follow {about.En}"), new("把关闭放在最后", "let it be the last")),
        CourseFault.RatedAfterPublishing => (new($"“{about.Zh}”在公布之后才评分", $"{about.En} rates after publishing"), new("移到公布之前", "move it before publishing")),
        CourseFault.RaterWithoutStage => (new($"考核项要{rater.Zh}评分，流程里却没有这样的环节", $"items ask for points of {rater.En}, and no stage has them give any"), new("在一个 work: rate 的环节的 by 里加上", "add them to a stage of work: rate")),
        CourseFault.StageWithoutItem => (new($"没有考核项要“{about.Zh}”的人评分", $"no item asks those of {about.En} for points"), new("删去这个环节，或给考核项加评分人", "leave the stage out, or have an item ask them")),
        CourseFault.PeersNeverShown => (new("同事人数少于匿名门槛，互评的平均永远不会显示", "fewer peers are asked than the threshold, so their mean is never shown"), new("peers 的 count 至少为 threshold", "let count of peers be at least threshold")),
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
