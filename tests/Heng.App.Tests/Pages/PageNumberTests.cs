using Heng.App.Ui;

namespace Heng.App.Tests.Pages;

public class PageNumberTests
{
    // 26 rows of 25 a page are two pages.
    [Theory]
    [InlineData(null, 1)]
    [InlineData("", 1)]
    [InlineData("0", 1)]
    [InlineData("-1", 1)]
    [InlineData("x", 1)]
    [InlineData("1", 1)]
    [InlineData("2", 2)]
    [InlineData("3", 2)]
    [InlineData("99999999999", 2)]
    public void A_page_beyond_the_last_is_the_last_and_what_is_no_number_the_first(string? asked, int page) => Assert.Equal(page, Paging.Held(Paging.Asked(asked), 26, 25));
}
