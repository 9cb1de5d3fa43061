namespace Heng.App.Features.Demo;

/// <summary>An article: the title as listed, the short word that people use in chat, price in yuan, fabric.</summary>
internal sealed record DemoProduct(string Title, string Word, int Price, string Fabric)
{
    private static readonly string[] Years = ["2026新款", "秋冬新款", "当季热卖", "设计款"];

    public static readonly string[] Colours = ["黑色", "白色", "杏色", "燕麦色", "雾霾蓝", "焦糖色", "豆沙粉", "墨绿色", "浅灰色", "酒红色", "卡其色", "藏青色"];
    public static readonly string[] Sizes = ["S", "M", "L", "XL", "2XL"];

    public static readonly IReadOnlyList<DemoProduct> All =
    [
        Of("法式碎花收腰连衣裙", "连衣裙", 189, "雪纺面料"), Of("复古方领针织连衣裙", "针织裙", 229, "羊毛混纺"), Of("高腰垂感阔腿裤", "阔腿裤", 129, "醋酸混纺"),
        Of("直筒显瘦牛仔裤", "牛仔裤", 149, "棉弹牛仔"), Of("加绒保暖打底裤", "打底裤", 59, "德绒"), Of("双面呢羊毛大衣", "大衣", 899, "含羊毛八成"),
        Of("短款白鸭绒羽绒服", "羽绒服", 599, "白鸭绒填充"), Of("连帽轻薄羽绒马甲", "马甲", 269, "白鸭绒填充"), Of("圆领纯棉基础T恤", "T恤", 49, "新疆棉"),
        Of("条纹长袖针织打底衫", "打底衫", 89, "莫代尔"), Of("慵懒风粗针毛衣", "毛衣", 179, "腈纶混纺"), Of("V领羊毛开衫", "开衫", 239, "含羊毛五成"),
        Of("宽松牛津纺衬衫", "衬衫", 119, "全棉牛津纺"), Of("真丝印花衬衫", "真丝衬衫", 369, "桑蚕丝"), Of("小香风短外套", "外套", 329, "粗花呢"),
        Of("休闲工装风衣", "风衣", 399, "棉涤混纺"), Of("英伦格纹西装外套", "西装", 299, "聚酯混纺"), Of("百褶半身长裙", "半身裙", 139, "垂感面料"),
        Of("A字牛仔半身裙", "牛仔裙", 109, "全棉牛仔"), Of("运动休闲卫衣", "卫衣", 129, "棉质毛圈"), Of("加绒连帽卫衣", "加绒卫衣", 159, "摇粒绒内里"),
        Of("宽松束脚运动裤", "运动裤", 99, "棉质毛圈"), Of("冰丝防晒外套", "防晒衣", 89, "冰丝"), Of("法式吊带背心", "吊带", 39, "莱赛尔"),
        Of("珊瑚绒家居服套装", "家居服", 119, "珊瑚绒"), Of("纯棉睡衣两件套", "睡衣", 139, "全棉"), Of("羊羔毛短外套", "羊羔毛外套", 249, "仿羊羔毛"),
        Of("气质通勤西裤", "西裤", 159, "四面弹"), Of("新中式盘扣上衣", "盘扣上衣", 199, "香云纱感面料"), Of("马面裙", "马面裙", 259, "织锦面料"),
        Of("羊绒围巾", "围巾", 169, "含羊绒三成"), Of("棉袜五双装", "袜子", 39, "精梳棉"),
    ];

    private static DemoProduct Of(string title, string word, int price, string fabric) => new(title, word, price, fabric);

    /// <summary>The title as the shop would write it for search.</summary>
    public string ListedTitle(int style) => $"衡裳{Years[style % Years.Length]}{Title}女";
}
