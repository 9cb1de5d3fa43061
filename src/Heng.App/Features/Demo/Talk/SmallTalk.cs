namespace Heng.App.Features.Demo.Talk;

/// <summary>Openings, closings and the sentences around an order.</summary>
internal static class SmallTalk
{
    public static readonly Sentence[] Hello = Topic.Ways("在吗\n你好\n在不在\n有人吗\n亲，在吗\n您好\n客服在吗\nhello\n哈喽");
    public static readonly Sentence[] Welcome = Topic.Ways("在的亲，请问有什么可以帮您\n您好，{客}为您服务，请问需要咨询哪一款\n亲，在的，请讲\n您好，在的，请问看中哪款了\n您好，很高兴为您服务，有什么可以帮到您");
    public static readonly Sentence[] AutoReply = Topic.Ways("亲，欢迎光临衡裳旗舰店，客服{客}正在赶来，请直接留下您的问题，会尽快回复您~");
    public static readonly Sentence[] Robot = Topic.Ways("【智能助手】您可能想问：1 尺码推荐 2 发货时间 3 优惠活动，回复数字即可查看\n【智能助手】现货商品{时}小时内发出，默认{物流}\n【智能助手】退换货请在订单详情页提交申请");
    public static readonly Sentence[] System = Topic.Ways("当前用户来自 商品详情页\n当前用户来自 手机淘宝搜索\n当前用户来自 店铺首页");
    public static readonly Sentence[] ItemCard = Topic.Ways("[商品卡片] {品} ¥{价}");
    public static readonly Sentence[] Bought = Topic.Ways("拍下了\n已经拍了\n我下单了\n拍好了，看一下\n付款了，早点发\n下单了，{色}{码}码");
    public static readonly Sentence[] Confirm = Topic.Ways("看到您的订单了，跟您核对一下：{色}{码}码，收货地址没问题吧\n收到订单，{品}{色}{码}码，地址确认一下就可以安排了\n亲，订单已收到，请核对收货信息：{址}");
    public static readonly Sentence[] Right = Topic.Ways("对的\n没问题\n是的，麻烦快点发\n嗯嗯\n对，谢谢");
    public static readonly Sentence[] WillShip = Topic.Ways("好的，{时}小时内为您发出，感谢支持\n感谢惠顾，马上安排发货，祝您生活愉快\n收到，仓库会尽快发出，记得收货后给我们五星好评");
    public static readonly Sentence[] StillLooking = Topic.Ways("我再看看\n考虑一下\n好的，我先收藏\n回头再说\n等发工资再买");
    public static readonly Sentence[] TakeYourTime = Topic.Ways("好的，喜欢可以先加购物车，有需要随时联系\n没关系，您慢慢看，活动到月底结束\n好的亲，有问题随时找{客}");
    public static readonly Sentence[] Thanks = Topic.Ways("谢谢\n好的谢谢\n好的\n嗯，知道了\nok\n谢谢亲");
    public static readonly Sentence[] Farewell = Topic.Ways("不客气，感谢您的咨询，祝您生活愉快\n应该的，有问题随时联系我们\n感谢支持，期待您再次光临\n不客气，祝您购物愉快");
    public static readonly Sentence[] Hurry = Topic.Ways("？\n人呢\n还在吗\n怎么不回复\n有人吗，等半天了\n客服呢");
    public static readonly Sentence[] Sorry = Topic.Ways("抱歉让您久等了，刚才咨询较多\n不好意思久等了，马上为您处理\n非常抱歉，刚刚在帮其他顾客查询");
    public static readonly Sentence[] Urge = Topic.Ways("亲，看到您拍下的{品}还没有付款，库存不多了，方便的话尽快付款，今天可以安排发货\n您好，您的订单还未支付，付款后{时}小时内发出，有疑问可以随时联系\n亲，{色}{码}码快没货了，给您保留到今晚，记得付款\n您好，昨天的订单还没付款，是对尺码还有疑问吗");
    public static readonly Sentence[] WillPay = Topic.Ways("好的，马上付\n忘了，这就付\n等会儿付\n付好了\n再考虑一下");
    public static readonly Sentence[] HandOn = Topic.Ways("您好，售后问题这边给您转接专员处理，请稍等\n帮您转接售后同事，请不要离开\n这边给您转给负责的同事跟进");
    public static readonly Sentence[] TakeOver = Topic.Ways("您好，{客}为您继续处理，看到您的问题了\n亲，我是{客}，您的情况已经了解，马上处理\n您好，接到同事转过来的问题，帮您核实一下");
    public static readonly Sentence[] OfflineReply = Topic.Ways("您好，看到您的留言了，抱歉夜间客服已下班，现在为您处理\n早上好，看到您昨晚的咨询，请问现在方便吗");
    /// <summary>With the kinds of fault that each is.</summary>
    public static readonly (string Text, string Kind)[] Rude =
    [
        ("不知道，你自己看详情页", "禁用语句、禁用称呼"), ("你明天找其它客服吧", "禁用语句、禁用称呼"), ("我要下班了", "禁用语句"), ("这个不清楚，你去问快递", "禁用语句、禁用称呼"),
        ("页面上不是写了吗，自己看", "不耐烦"), ("那你想怎么样", "不耐烦、禁用称呼"), ("说了没有就是没有，别问了", "不耐烦"), ("不想要就退，没人逼你买", "不耐烦、禁用称呼"),
    ];
    public static readonly Sentence[] Upset = Topic.Ways("你什么态度\n怎么这样说话\n我要投诉你\n算了，不买了\n这服务真差");
    public static readonly Sentence[] Campaign = Topic.Ways("【衡裳大促】本周六日全店满{满}减{券}，收藏加购抢先看");
    public static readonly string[] Particles = ["哦", "哦亲", "呢", "喔", "噢", "哈"];
}
