using Heng.App.Features.Demo;

namespace Heng.App.Tests.Demo;

[Collection(DemoFolderGroup.Name)]
public sealed class DemoPlantedTests(DemoFolder demo)
{
    private List<SheetRow> Planted => Sheet.Read(Path.Combine(demo.Summary.Folder, DemoFiles.PlantedFile), null);

    [Fact]
    public void Each_planted_fault_is_an_agents_message_of_the_files()
    {
        var messages = demo.Rows("messages").Where(m => m["from"] == "agent" && m["kind"] == "text").Select(m => (m["at"], m["account"], m["buyer"])).ToHashSet();
        Assert.NotEmpty(Planted);
        Assert.All(Planted, p => Assert.Contains((p["time"], p["account"], p["buyer"]), messages));
    }

    [Fact]
    public void Every_kind_and_every_disguise_is_there_often_enough_to_be_measured()
    {
        string[] kinds = ["违规承诺", "绝对化用语", "不耐烦", "推诿", "诱导好评", "交换联系方式", "引导站外", "禁用语句", "禁用称呼", "禁用语气词"];
        var counts = Planted.CountBy(p => p["kind"]).ToDictionary();
        Assert.All(kinds, kind => Assert.True(counts.GetValueOrDefault(kind) >= 20, $"{kind}: {counts.GetValueOrDefault(kind)}"));
        Assert.All(Enum.GetNames<DodgeNames>(), dodge => Assert.True(Planted.Count(p => p["dodge"] == dodge) >= 40, dodge));
    }

    [Fact]
    public void Who_is_said_to_have_been_called_你_was()
    {
        var texts = demo.Rows("messages").Where(m => m["from"] == "agent").ToLookup(m => (m["at"], m["account"], m["buyer"]), m => m["text"]);
        Assert.All(Planted.Where(p => p["kind"] == "禁用称呼"), p => Assert.Contains(texts[(p["time"], p["account"], p["buyer"])], t => t.Contains('你', StringComparison.Ordinal)));
    }

    /// <summary>As the file writes them.</summary>
    private enum DodgeNames { None, Spaces, Symbols, Traditional, Drawn, Wide }
}
