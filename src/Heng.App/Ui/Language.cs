using Heng.Engine.Explanation;

namespace Heng.App.Ui;

/// <summary>The language a page is read in (语言). Chinese stands first.</summary>
public sealed record Language(bool English)
{
    public static readonly Language Zh = new(false), En = new(true);
    public string Tag => English ? "en" : "zh-CN";
    public string T(string zh, string en) => English ? en : zh;
    public string T(Wording words) => words.In(English);

    /// <summary>As <see cref="T(Wording)"/> with a capital at the head. Words that are the same in both languages are somebody's own, and stay as written.</summary>
    public string Opening(Wording words) => T(words) is { Length: > 0 } text && English && words.Zh != words.En ? char.ToUpperInvariant(text[0]) + text[1..] : T(words);
    public static Language Of(string? code) => code == "en" ? En : Zh;
}
