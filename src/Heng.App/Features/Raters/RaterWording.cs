using Heng.Engine.Explanation;
using Heng.Engine.Statistics;

namespace Heng.App.Features.Raters;

/// <summary>Verdicts on habits, in words.</summary>
public static class RaterWording
{
    public static Wording? Of(HabitVerdict verdict) => verdict switch
    {
        HabitVerdict.TooFew => new("样本少", "few marks"),
        HabitVerdict.Lenient => new("偏宽", "lenient"),
        HabitVerdict.Severe => new("偏严", "severe"),
        HabitVerdict.Central => new("趋中", "central"),
        HabitVerdict.Halo => new("光环", "halo"),
        HabitVerdict.SelfHigh => new("自评偏高", "rates self higher"),
        HabitVerdict.SelfLow => new("自评偏低", "rates self lower"),
        _ => null,
    };

    public static string Name(string rater, Ui.Language language) => rater.Length > 0 ? rater : language.T("（未署名）", "(no name)");
}
