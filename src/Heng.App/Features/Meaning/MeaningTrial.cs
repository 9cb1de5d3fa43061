using Heng.Engine.Quality;
using Heng.Engine.Quality.Meaning;

namespace Heng.App.Features.Meaning;

/// <summary>An invented chat and two criteria, of which the agent's answer shows one.</summary>
public static class MeaningTrial
{
    public static MeaningQuestion Question { get; } = MeaningQuestion.Of(
        [(Speaker.Buyer, "衣服收到是破的，怎么办"), (Speaker.Agent, "这个找快递，不归我们管"), (Speaker.Buyer, "可是快递说让找你们")],
        [new("pushes-off", "推诿", "把该自己处理的问题推给别人"), new("warm", "热情", "主动关心，语气亲切")])!;
}
