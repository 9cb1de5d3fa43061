using Heng.Engine.Explanation;

namespace Heng.App.Ui;

/// <summary>The language a page is read in (语言). Chinese stands first.</summary>
public sealed record Language(bool English)
{
    public static readonly Language Zh = new(false), En = new(true);
    public string Tag => English ? "en" : "zh-CN";
    public string T(string zh, string en) => English ? en : zh;
    public string T(Wording words) => words.In(English);
    public static Language Of(string? code) => code == "en" ? En : Zh;
}
