using Heng.App.Ui;
using Heng.Engine.Rules;

namespace Heng.App.Features.Rules;

/// <summary>Values of settings in plain words.</summary>
internal static class RuleWords
{
    public static string Of(RuleSetting setting, string value, Language language) => setting.Kind switch
    {
        SettingKind.Choice => language.T(setting.Choices.First(c => c.Value == value).Name),
        SettingKind.List => value.Length == 0 ? language.T("无", "none") : string.Join(language.T("、", ", "), value.Split('\n')),
        _ => value == "off" ? language.T("不限", "none") : $"{value} {language.T(setting.Unit)}",
    };
}
