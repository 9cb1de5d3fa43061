using Heng.App.Features.Interviews;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Heng.Store;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class InterviewSamples
{
    private static readonly InterviewText Text = new(new(2026, 11, 4), "售后纠纷处理得耐心，备注写得清楚。", "平均响应 78 秒，晚高峰常常超过一分钟；邀评有时忘记发。",
        [new("晚高峰前把常用话术整理成快捷短语", SamplePeople.Names[21], new(2026, 11, 10)), new("每天看一次响应时间，周五一起复盘", SamplePeople.Names[1], new(2026, 11, 27))]);

    private static readonly string Hash = InterviewRecords.HashOf(Text);

    private static KeptInterview Kept(params InterviewHappening[] then) =>
        new(7, new(October), null, new(SamplePeople.Names[21], SamplePeople.Names[1], 1, [new(InterviewEvent.Written, SamplePeople.Names[1], new(1793750000), Hash), .. then]), [Text]);

    private static InterviewView Of(KeptInterview kept) => new(kept) { Happened = [.. kept.State.Happened.Select(h => (h, ShopClock.Shanghai.ToLocal(h.At)))] };

    public static InterviewView ToSign => Of(Kept(new InterviewHappening(InterviewEvent.Signed, SamplePeople.Names[1], new(1793753600), Hash))) with { MaySign = true, MayDisagree = true };

    public static InterviewView Disagreed => Of(Kept(new(InterviewEvent.Signed, SamplePeople.Names[1], new(1793753600), Hash), new(InterviewEvent.Disagreed, SamplePeople.Names[21], new(1793757200), Hash, "晚高峰只有我一个人在线，响应时间不是我能控制的。"))) with
    {
        MayGoOn = true, MayWrite = true, Refused = InterviewWords.Of(InterviewRefusal.NeedsReason),
    };

    public static InterviewsView List => new([new(Kept(), true), new(Disagreed.Interview, false)], [new(new(2026, 11, 4), SamplePeople.Names[21], MeasureKind.Coaching, "谈了响应时间；2026-10 E 58.25")], [SamplePeople.Names[21], SamplePeople.Names[23]]);
    public static InterviewsView None => new([], [], []);
    public static NewInterviewView New => new(new(October), SamplePeople.Names[21], SamplePeople.Names[1], null, Text with { Steps = [] });
}
