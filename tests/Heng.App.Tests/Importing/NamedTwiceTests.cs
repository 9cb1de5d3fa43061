using Heng.App.Features.Importing;
using Heng.App.Features.Pay.Workbooks;
using Heng.Engine.Records;

namespace Heng.App.Tests.Importing;

public sealed class NamedTwiceTests
{
    private static Employment Row(string account, decimal pay) => new("王伟", [account], "一组", "front-line", pay, new(2026, 1, 1), null);

    [Fact]
    public void Two_rows_of_one_name_and_first_day_are_told_and_the_same_row_twice_is_not()
    {
        Assert.Equal(["王伟"], RecordImport.NamedTwice([Row("店:5", 3000m), Row("店:6", 3000m)]));
        Assert.Equal(["王伟"], RecordImport.NamedTwice([Row("店:5", 3000m), Row("店:5", 5000m)]));
        Assert.Empty(RecordImport.NamedTwice([Row("店:5", 3000m), Row("店:5", 3000m)]));
    }

    [Fact]
    public void A_name_that_is_too_long_for_a_file_is_cut_and_no_character_in_two()
    {
        // 60 characters of three bytes are the 180 that are kept; a fire that is four bytes does not fit behind 59 of them.
        Assert.Equal($"payslip-2026-10-{new string('长', 60)}.xlsx", SlipFiles.FileName(new(2026, 10), new string('长', 120), ".xlsx"));
        Assert.Equal($"payslip-2026-10-{new string('长', 59)}.xlsx", SlipFiles.FileName(new(2026, 10), new string('长', 59) + "🔥", ".xlsx"));
    }
}
