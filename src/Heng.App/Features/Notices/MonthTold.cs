using Heng.App.Features.Closing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Notices;

/// <summary>Tells of a closed month (关账提醒): everybody whose results it sealed, at their payslip, and who answers for pay, at the run.</summary>
public static class MonthTold
{
    public static IReadOnlyList<Notice> Tell(Database database, Month month, Instant at)
    {
        if (SealedMonth.Find(database, month) is not { } closed) return [];
        var own = new SealedResults(closed).Agents.ToHashSet(StringComparer.Ordinal);
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["month"] = month.ToString() };
        Notice To(string name, string link) => new(name, NoticeWords.MonthClosed, month.ToString(), words, link, at);
        return database.Notices.Tell([.. own.Select(name => To(name, Links.Pay(month, name))),
            .. Recipients.Holding(database, Role.Hr, Role.Manager, Role.Auditor).Where(name => !own.Contains(name)).Select(name => To(name, Links.Run(month)))]);
    }
}
