using Heng.App.CommandLine;

namespace Heng.App.Features.Doing;

/// <summary>Why somebody may not do just now what they otherwise may: the same words wherever people take steps.</summary>
public static class DoingWords
{
    /// <summary>Reasons and remarks; so many characters fit on a page and in the log of decisions.</summary>
    public const int LongestReason = 500;

    public static readonly Refusal NeedsNamedPerson = new("needs-named-person", new("这一步要实名：--as 用户 并提供密钥", "This needs a named person: --as USER with the key"));
    public static readonly Refusal ReasonTooLong = new("reason-too-long", new($"理由最多 {LongestReason} 字", $"The reason has at most {LongestReason} characters"));
    public static readonly Refusal ChangedMeanwhile = new("changed-meanwhile", new("别人刚刚也做了，请再看一遍再做", "Somebody else did something here just now; look again before you go on"));
    public static readonly Refusal Busy = new("import-running", new("正在导入或重算，请稍后再试；什么都没有变", "An import or recount is running; try a little later. Nothing has changed"));
    /// <summary>A form that says nothing of what to do, or something else, does nothing.</summary>
    public static readonly Refusal ActUnknown = new("act-unknown", new("没有说清要做什么：请用页面上的按钮，再试一次", "It does not say what to do: use one of the page's buttons and try again"));
    public static Refusal PersonUnknown(string? name) => new("person-unknown", new($"没有“{name}”这个人或账号", $"There is no person or account '{name}'"));
}
