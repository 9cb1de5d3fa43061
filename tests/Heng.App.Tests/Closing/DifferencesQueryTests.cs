using Heng.App.Features.DifferencePages;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Tests.Queries;

namespace Heng.App.Tests.Closing;

/// <summary>Who sees what a month settles, and what came after the closing, as the written roles say.</summary>
public sealed class DifferencesQueryTests
{
    [Fact]
    public async Task Each_role_sees_the_lines_and_the_changes_that_are_theirs()
    {
        using var shop = new LateShop();
        shop.Quiet(LateShop.October);
        shop.Refund("1", 40m, "2026-10-12 09:00:00");
        shop.Review("2", "2026-09-29 09:00:00");
        using var books = new BookCache(shop.Database);
        async Task<(int Status, string Rows, string Changes)> As(Role role, string? person = null)
        {
            var seen = await new DifferencesQuery(books, QueryShop.By(new("somebody", role, person, "一组"))).For(LateShop.October, QueryShop.Request);
            return (seen.Status, string.Join(' ', seen.View?.Rows.Select(r => FormattableString.Invariant($"{r.Agent}:{r.Amount}")) ?? []),
                string.Join(' ', seen.View?.Months.Single().Changes!.Select(c => $"{c.Person}:{c.Kind}:{c.Id}:{c.Import?.Name}").Distinct() ?? []));
        }

        const string refund = "王雨桐:order:1:refund-1_202610120900.csv", review = "李静:review:2/杯:review-2.csv";
        // 10 % of the 40 that came back, and 2 for the review of whom left.
        var all = (200, "李静:2 王雨桐:-4", $"{refund} {review}");
        foreach (var role in new[] { Role.Manager, Role.Hr, Role.Auditor, Role.Operator }) Assert.Equal(all, await As(role));
        Assert.Equal((200, "王雨桐:-4", refund), await As(Role.Agent, "王雨桐"));
        Assert.Equal((200, "李静:2", review), await As(Role.Leader, "李静"));
        Assert.Equal((200, "", ""), await As(Role.Agent, "陈"));
        Assert.Equal((403, "", ""), await As(Role.Qa));
        Assert.Equal((403, "", ""), await As(Role.Administrator));
    }
}
