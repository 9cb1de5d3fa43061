using Heng.App.Features.Phrases;
using Heng.Engine.Quality.Phrases;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Demo;

/// <summary>The demo's phrase library: what its agents say, since before the chats. Some became new versions with the last month, one expired in it and goes on being used, one was ended, one is a draft.</summary>
internal sealed class DemoPhrases(Database database, DemoOptions options, DemoCast cast)
{
    private const string Expiring = "HD-01";
    private static readonly string[] Renewed = ["CM-03", "SH-01", "WL-02"];

    private static readonly (string Code, string Category, string Text)[] Phrases =
    [
        ("KC-01", "开场", "在的亲，请问有什么可以帮您"), ("KC-02", "开场", "您好，{客服}为您服务，请问需要咨询哪一款"), ("KC-03", "开场", "您好，很高兴为您服务，有什么可以帮到您"), ("KC-04", "开场", "早上好，看到您昨晚的咨询，请问现在方便吗"),
        ("CM-01", "尺码", "亲，按您的身高体重，建议选{尺码}码，穿着比较合身"), ("CM-02", "尺码", "版型做了放量，日常活动没有问题的亲"), ("CM-03", "尺码", "收到，看了您量的数据，{尺码}码是合适的"), ("KU-01", "库存", "您好，帮您查一下库存，请稍等"), ("KU-02", "库存", "亲，{尺码}码库存不多了，喜欢可以尽快下单"),
        (Expiring, "活动", "现在有满{金额}减{优惠}的活动，拍下自动减"), ("HD-02", "活动", "亲，店铺首页可以领满{金额}减{优惠}的券，领完再下单更划算"), ("HD-03", "活动", "下单的时候会自动抵扣，您在付款页可以看到"), ("HD-04", "活动", "亲，直播活动已经结束，现在可以用满{金额}减{优惠}的券，到手价差不多"),
        ("ML-01", "面料", "正常护理不容易起球的，建议反面冷水手洗"), ("ML-02", "面料", "亲，经过固色处理，正常清洗不会掉色的，第一次建议单独洗"), ("FH-01", "发货", "现货的，{小时}小时内就会发走"), ("FH-02", "发货", "您好，下午四点前付款的当天安排，之后的次日发出"), ("FH-03", "发货", "帮您备注加急了，仓库会优先安排"),
        ("CF-01", "催付", "您好，您的订单还未支付，付款后{小时}小时内发出，有疑问可以随时联系"), ("CF-02", "催付", "您好，昨天的订单还没付款，是对尺码还有疑问吗"), ("TH-01", "售后", "亲，赠送运费险的，退换货有运费补贴"), ("TH-02", "售后", "您好，支持七天无理由，吊牌完好就可以申请"),
        ("SH-01", "售后", "非常抱歉给您带来不好的体验，麻烦您拍照给我们看一下"), ("SH-02", "售后", "照片收到了，确实是我们的问题，您可以选择退货退款或者换新"), ("WL-01", "物流", "帮您查一下物流，请稍等"), ("WL-02", "物流", "亲，{物流}显示正在派送途中，今天会联系您"),
        ("AF-01", "安抚", "抱歉让您久等了，刚才咨询较多"), ("AF-02", "安抚", "理解您的心情，已经登记加急，发出后第一时间通知您"), ("JS-01", "结束", "不客气，感谢您的咨询，祝您生活愉快"), ("JS-02", "结束", "感谢支持，期待您再次光临"), ("JS-03", "结束", "应该的，有问题随时联系我们"),
    ];

    /// <summary>A phrase that was ended before the last month, and one that is only written.</summary>
    private static readonly (string Code, string Category, string Text) Ended = ("KC-09", "开场", "亲，在的，请讲"), Drafted = ("FP-01", "发票", "亲，支持开电子发票，抬头发给客服登记就可以");

    private readonly PhraseDoing doing = new(database);

    /// <summary>Before chats are imported: what is used is counted as they come.</summary>
    public void Publish()
    {
        var before = DemoCast.At(options.FirstDay.AddDays(-3));
        foreach (var (phrase, i) in Phrases.Append(Ended).Select((p, i) => (p, i)))
            DemoCast.Must(doing.Begin(Written(phrase, i, PhraseEvent.Published, options.FirstDay, phrase.Code == Expiring ? options.Until.First.AddDays(9) : null), cast.Filing(cast.LeaderOf(DemoStaff.First), before.Plus(60 * i))).Refused);
        var later = cast.Filing(cast.LeaderOf(DemoStaff.First), DemoCast.At(options.Until.First.AddDays(-1)));
        foreach (var phrase in Phrases.Where(p => Renewed.Contains(p.Code)))
            if (options.Months > 1) DemoCast.Must(doing.Write(Find(phrase.Code), Written(phrase with { Text = phrase.Text + "哈" }, 0, PhraseEvent.Published, options.Until.First, options.LastDay.AddMonths(6)) with { Why = "语气放软一点" }, later));
        DemoCast.Must(doing.End(Find(Ended.Code), options.Until.First.AddDays(1), "太随意，用 KC-01", later));
        DemoCast.Must(doing.Begin(Written(Drafted, 1, PhraseEvent.Drafted, options.LastDay.AddDays(1), null), later).Refused);
    }

    private KeptMatter<PhraseHappening> Find(string code) => database.Matters(PhraseBook.Kind).Find(code)!;

    private PhraseHappening Written((string Code, string Category, string Text) phrase, int i, PhraseEvent what, DateOnly from, DateOnly? until) => new(what, "", default, "")
    {
        Code = phrase.Code, Text = phrase.Text, Category = phrase.Category, Owner = cast.Leaders[i % cast.Leaders.Count].Name, From = from, Until = until,
    };
}
