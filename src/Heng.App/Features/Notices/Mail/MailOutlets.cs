using System.Globalization;
using Heng.App.Features.Notices.Sending;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Store;

namespace Heng.App.Features.Notices.Mail;

/// <summary>Everybody who gave and proved an address, as ways out: their own notices, one mail a quarter of an hour at most.</summary>
public sealed class MailOutlets(Database database, MailPost post)
{
    public static readonly TimeSpan Gap = TimeSpan.FromMinutes(15);

    public static string KeyOf(long user) => string.Create(CultureInfo.InvariantCulture, $"mail/{user}");

    public IReadOnlyList<Outlet> All()
    {
        if (database.Mail.Setting is not { Active: true } setting) return [];
        var (users, site) = (database.Users.All.Where(u => !u.Disabled).ToDictionary(u => u.Id), database.NoticeSettings.Setting.Site);
        return [.. database.Mail.Verified.Where(a => users.ContainsKey(a.User)).Select(a => Of(setting, a, users[a.User], site))];
    }

    private Outlet Of(MailSetting setting, MailAddress address, UserAccount user, string? site)
    {
        var (name, language) = (Recipients.NameOf(database, Viewers.Of(database, user)), Language.Of(user.Language));
        return new(KeyOf(user.Id), address.After)
        {
            IsMine = notice => notice.To == name,
            Text = notices => Digest.ForPerson(notices, language, site),
            Deliver = (text, cancel) => post.Send(setting, address.Address, language.T("衡：新的提醒", "Heng: new notices"), text, cancel),
            Past = seq => database.Mail.Past(user.Id, seq),
            Gap = Gap,
        };
    }
}
