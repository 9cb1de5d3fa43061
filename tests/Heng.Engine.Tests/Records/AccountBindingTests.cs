using Heng.Engine.Records;

namespace Heng.Engine.Tests.Records;

public class AccountBindingTests
{
    private static AccountBinding At(long second, string person, DateOnly? to = null) => new("店:前台", person, new(2026, 10, 5), to, "hr", new(second));

    [Fact]
    public void The_one_written_last_stands_whatever_order_they_are_read_in()
    {
        AccountBinding[] written = [At(1, "王雨桐"), At(2, "王雨桐", new(2026, 10, 20)), At(1, "李思远")];
        Assert.Equal([("李思远", null), ("王雨桐", (DateOnly?)new DateOnly(2026, 10, 20))], AccountBinding.Standing(written.Reverse()).Select(b => (b.Person, b.To)));
    }

    [Fact]
    public void One_that_ends_before_it_begins_is_undone_and_one_that_ends_that_day_is_not()
    {
        Assert.Empty(AccountBinding.Standing([At(1, "王雨桐"), At(2, "王雨桐", new(2026, 10, 4))]));
        Assert.True(Assert.Single(AccountBinding.Standing([At(1, "王雨桐"), At(2, "王雨桐", new(2026, 10, 5))])).Covers(new(2026, 10, 5)));
    }
}
