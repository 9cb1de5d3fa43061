using System.Text;
using Heng.App.Features.Gallery;
using Heng.App.Features.Honours;
using Heng.App.Features.Pay.Papers;
using Heng.App.Tests.Pay;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Honours;

/// <summary>The certificate on paper: one sheet of landscape A4, however long its words are.</summary>
public sealed class CertificatePaperTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_certificate_is_one_sheet_of_landscape_A4(bool longest)
    {
        HonourHappening awarded = new(HonourEvent.Awarded, "hr", new(1793590800), longest ? new('长', HonourCycle.LongestReason) : "总分 96.5，全月平均响应 21 秒，带出两位新人")
        {
            Kind = longest ? HonourKind.Other : HonourKind.Champion, Title = longest ? new('奖', HonourCycle.LongestTitle) : null, Group = "售前一组", PeriodZh = "2026年10月", PeriodEn = "2026-10",
            To = longest ? "阿卜杜热合曼·买买提艾力·Christopher Montgomery-Featherstonehaugh" : "王雨桐", Prize = longest ? new('品', HonourCycle.LongestPrize) : "定制保温杯一个",
        };
        await using var press = await PaperPress.Open(Chromium.Find()!, SamplePeople.Leader(demo: longest), Language.Zh);
        var pdf = await press.Print<CertificateSheet>("荣誉证书", new HonourView(new("honour", 12, new(awarded.To!, new(2026, 10, 31)), [awarded]), new([awarded]), SamplePeople.Shop), landscape: true);
        Assert.Equal(1, PrintedText.Pages(pdf));
        // A4 lies: 297 × 210 mm are 842 × 595 points.
        Assert.Matches(@"/MediaBox \[0 0 84[12](\.\d+)? 59[45](\.\d+)?\]", Encoding.Latin1.GetString(pdf));
        var printed = PrintedText.Of(pdf);
        Assert.All("荣誉证书编号".EnumerateRunes(), r => Assert.Contains(r, printed));
    }
}
