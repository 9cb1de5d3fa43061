using Heng.App.CommandLine;
using Heng.App.Features.Consequences;
using Heng.App.Features.Interviews;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Features.Notices;

/// <summary>What is told of measures and interviews. Between the people concerned: no robot can be given it.</summary>
internal static class AfterNoticeWords
{
    public static IReadOnlyList<NoticeKind> Kinds { get; } =
    [
        new(MeasureDoing.ConfirmKind, new("措施待确认", "A measure to confirm"), "circle-alert", said => new($"{said.One("by")} 提出对 {said.One("agent")} 采取“{Measure(said).Zh}”，请您确认", $"{said.One("by")} proposes {Measure(said).En} for {said.One("agent")}; please confirm")),
        new(MeasureDoing.TakenKind, new("措施已记录", "A measure is on record"), "circle-check", said => new($"{said.One("agent")}：“{Measure(said).Zh}”已记录，{said.Day("day").Zh}", $"{said.One("agent")}: {Measure(said).En} is on record, {said.Day("day").En}")),
        new(InterviewDoing.WrittenKind, new("面谈记录待签", "An interview to sign"), "file-text", said => new($"{said.One("by")} 写了和您的面谈记录，请看过后签字", $"{said.One("by")} wrote the record of your interview; read it and sign")),
        new(InterviewDoing.SignedKind, new("面谈已签", "An interview is signed"), "circle-check", said => said.One("disagrees") == "yes"
            ? new($"{said.One("by")} 已阅面谈记录，不同意", $"{said.One("by")} has seen the record of the interview and disagrees") : new($"{said.One("by")} 签了面谈记录", $"{said.One("by")} signed the record of the interview")),
        new(InterviewDoing.WentOnKind, new("请上一级面谈", "An interview goes on"), "users", said => new($"{said.One("with")} 请上一级再面谈", $"{said.One("with")} asks for an interview at the next level")),
    ];

    private static Wording Measure(Said said) => Enum.GetValues<MeasureKind>().Where(k => Json.Kebab(k) == said.One("measure")).Select(MeasureWords.Of).DefaultIfEmpty(new(said.One("measure"), said.One("measure"))).First();
}
