using System.Globalization;

namespace Heng.App.Features.Demo.Talk;

/// <summary>What fills the gaps of one conversation's sentences; it stays the same throughout, so that question and answer fit.</summary>
internal sealed class TalkSlots
{
    private static readonly string[] Names =
        ["品", "色", "色2", "码", "码2", "高", "重", "价", "券", "满", "材", "物流", "天", "单", "址", "季", "补", "时", "客"];

    private static readonly string[] Couriers = ["中通", "圆通", "韵达", "申通", "极兔", "顺丰", "邮政"];
    private static readonly string[] Seasons = ["春秋", "初秋", "深秋", "冬天", "早春"];
    private static readonly string[] Towns = ["样例市示范区", "虚拟市演示区", "例城市甲乙区", "某某市丙丁县", "示例市子丑区"];
    private static readonly string[] Streets = ["桂花路", "梧桐街", "云溪巷", "望江路", "青石街", "月牙路"];

    private readonly string[] _values = new string[Names.Length];

    public string this[int index] => _values[index];
    public DemoProduct Product { get; }
    public int CompensationYuan { get; }

    public TalkSlots(DemoRandom random, DemoProduct product, string? orderNumber, string agentNick)
    {
        Product = product;
        var size = random.Below(4);
        var colour = random.Below(DemoProduct.Colours.Length);
        var height = 150 + size * 4 + random.Below(8);
        var weight = 86 + size * 14 + random.Below(14);
        var amountOff = random.Pick([5, 10, 15, 20, 30]);
        Set("品", product.Word);
        Set("色", DemoProduct.Colours[colour]);
        Set("色2", DemoProduct.Colours[(colour + 1 + random.Below(DemoProduct.Colours.Length - 1)) % DemoProduct.Colours.Length]);
        Set("码", DemoProduct.Sizes[size]);
        Set("码2", DemoProduct.Sizes[size + 1]);
        Set("高", Text(height));
        Set("重", Text(weight));
        Set("价", Text(product.Price));
        Set("券", Text(amountOff));
        Set("满", Text(amountOff * 10 - 1));
        Set("材", product.Fabric);
        Set("物流", random.Pick(Couriers));
        Set("天", Text(random.Between(2, 5)));
        Set("单", orderNumber ?? "…" + Text(random.Between(100_000, 999_999)));
        Set("址", Address(random));
        Set("季", random.Pick(Seasons));
        CompensationYuan = random.Between(2, 6) * 5;
        Set("补", Text(CompensationYuan));
        Set("时", Text(random.Pick([24, 36, 48])));
        Set("客", agentNick);
    }

    /// <summary>An unknown gap is a mistake in a script and stops at once.</summary>
    public static int IndexOf(string name) => Array.IndexOf(Names, name) is var index and >= 0 ? index : throw new InvalidOperationException($"No gap is called {name}.");

    public static string Address(DemoRandom random) =>
        $"虚构省{random.Pick(Towns)}{random.Pick(Streets)}{Text(random.Between(1, 299))}号{Text(random.Between(1, 20))}栋***";

    /// <summary>A transfer passes the buyer on to another agent, who signs with another nick.</summary>
    public void PassTo(string agentNick) => Set("客", agentNick);

    private void Set(string name, string value) => _values[IndexOf(name)] = value;
    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
