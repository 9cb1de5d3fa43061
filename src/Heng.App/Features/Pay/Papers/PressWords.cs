using Heng.App.CommandLine;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Pay.Papers;

/// <summary>What is said where no PDF comes, and what to do instead.</summary>
public static class PressWords
{
    public static readonly Wording Missing = new("这台机器上没有 Chromium，不能直接生成 PDF。", "There is no Chromium on this machine to make a PDF.");
    public static readonly Wording Failed = new("Chromium 没有印出 PDF。", "Chromium printed no PDF.");
    public static readonly Wording ByHand = new("在浏览器里打开工资条，点“打印”，目标选“另存为 PDF”。", "Open the payslip in a browser, choose Print, and save as PDF.");

    public static readonly Refusal NoChromium = new("chromium-missing", Joined(Missing, new($"也可以用环境变量 {Chromium.Variable} 指明程序。", $"The variable {Chromium.Variable} names the program where it lies elsewhere.")));

    public static Refusal FailedBy(PressFailedException why) => new("chromium-failed", Joined(Failed, new($"（{why.Message}）", $"({why.Message})")));

    private static Wording Joined(Wording one, Wording other) => new(one.Zh + other.Zh + ByHand.Zh, $"{one.En} {other.En} {ByHand.En}");
}
