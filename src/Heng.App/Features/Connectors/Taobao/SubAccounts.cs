using System.Globalization;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Connectors.Taobao;

/// <summary>The shop's sub-accounts (子账号), a page at a time. They are proposals to bind: nobody becomes a person by having one.</summary>
public static class SubAccounts
{
    public const string Id = "accounts", Method = "taobao.sellercenter.subusers.page", Deleted = "-1";
    private const int PageSize = 200, MostPages = 100;

    /// <summary>What came of it: the accounts, or a fault.</summary>
    public static async Task<(IReadOnlyList<PlatformAccount> Accounts, Fault? Fault)> Pull(TopClient client, string seller, Instant now, CancellationToken cancel)
    {
        var accounts = new List<PlatformAccount>();
        for (var page = 1; page <= MostPages; page++)
        {
            var reply = await client.Ask(Method, new Dictionary<string, string>
            {
                ["nick"] = seller, ["page_size"] = PageSize.ToString(CultureInfo.InvariantCulture), ["page_num"] = page.ToString(CultureInfo.InvariantCulture),
            }, cancel);
            if (reply is not Answered { Body: var body }) return ([], ((Faulted)reply).Fault);
            var rows = TopAnswer.List(body, "subusers");
            foreach (var row in rows)
                if (TopAnswer.Text(row, "sub_id") is { } id && TopAnswer.Text(row, "nick") is { } nick)
                    accounts.Add(new(id, nick, TopAnswer.Text(row, "full_name"), TopAnswer.Text(row, "status") ?? "", now));
            if (rows.Count < PageSize) break;
        }
        return ([.. accounts.DistinctBy(a => a.Id)], null);
    }
}
