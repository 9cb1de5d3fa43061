using Heng.App.Features.Notices;
using Heng.App.Ui;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class NoticeSamples
{
    private static readonly DateTime Now = new(2026, 11, 3, 9, 5, 0);
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["scheme-zh"] = "客服部绩效考核", ["scheme-en"] = "Customer service appraisal", ["period-zh"] = "2026 年 10 月", ["period-en"] = "October 2026",
        ["stage-zh"] = "员工确认", ["stage-en"] = "Employee confirms or objects", ["parts"] = "1", ["last-day"] = "2026-11-05", ["month"] = "2026-10", ["about"] = Names[21],
    };

    public static NoticesView Full => new(
        [
            Row(9, NoticeWords.PartReminded, 0, false, ("late", "2")), Row(8, NoticeWords.ObjectionRaised, 1, false), Row(7, NoticeWords.PartBegins, 30, false), Row(6, NoticeWords.RatingInvited, 31, true),
            Row(5, NoticeWords.PartDelegated, 54, true), Row(4, "a-kind-of-another-version", 55, true), Row(3, NoticeWords.AssessmentPublished, 80, true), Row(2, NoticeWords.MonthClosed, 81, true),
        ], 3, false, 100);

    public static NoticesView None => new([], 0, false, 100);

    private static NoticeRow Row(long number, string kind, int hoursAgo, bool read, params (string Name, string Word)[] more)
    {
        var notice = new Store.Notice(Names[0], kind, "sample", new Dictionary<string, string>([.. Words, .. more.Select(m => KeyValuePair.Create(m.Name, m.Word))]), null, new(0));
        return new(number, NoticeWords.Find(kind)?.Icon ?? "info", NoticeWords.Find(kind)?.Name ?? new(kind, kind), NoticeWords.Of(notice), Links.Appraisal(October), Now.AddHours(-hoursAgo), read);
    }
}
