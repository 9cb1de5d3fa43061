using Heng.App.Features.GoodExamples;
using Heng.App.Features.Meaning;
using Heng.App.Features.Phrases;
using Heng.App.Features.Receptions;
using Heng.App.Ui;
using Heng.Engine.Quality.Examples;
using Heng.Engine.Quality.Meaning;
using Heng.Engine.Quality.Phrases;
using Heng.Engine.Records;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

/// <summary>The phrase library and the good examples of invented people.</summary>
public static class PhraseSamples
{
    private static readonly DateOnly Day = new(2026, 11, 4);
    private static readonly Instant At = new(1_793_750_000);
    private const string Long = "亲，您好！感谢您光临本店，我是您的专属客服{客服}。现在店铺全场满三百减四十，叠加会员券更优惠；您看中的款式如果拿不准尺码，可以把身高体重发给我，我帮您参考，下午四点前付款当天就能发出哦~";

    private static PhraseHappening Published => new(PhraseEvent.Published, Names[1], At, "") { Code = "大促满减-叠加会员券-2026秋冬", Text = Long, Category = "开场", Owner = Names[1], From = new(2026, 9, 1), Until = new(2026, 10, 31) };
    private static Phrase Expired => new([Published]);
    private static PhraseHappening Draft => Published with { What = PhraseEvent.Drafted, Text = Long[..40], From = Day, Until = null, Why = "双十一改口径" };

    private static PhraseRow Row(long id, PhraseStanding standing, long? uses, long? expired) => new(id, Expired.Versions[0], standing, uses, expired, uses > 0 ? Day : null);

    public static PhrasesView Library => new(new(), [Row(3, PhraseStanding.Expired, 1_204, 87), Row(4, PhraseStanding.Expiring, 0, 0), .. Enumerable.Range(5, 12).Select(i => Row(i, PhraseStanding.Valid, 12_000 - i * 900, 0))], 214, Day.AddDays(-59), Day, Day)
    {
        Uses = 48_120, Expired = 87, Messages = 310_442, Categories = PhraseWords.Categories, People = [Names[0], Names[1]], MayKeep = true,
        Imported = new(12, 1, 140, [new(7, PhraseWords.Of(PhraseRefusal.OwnerUnknown).Words), new(19, PhraseWords.Of(PhraseRefusal.NotAfterTheLast).Words)]),
    };

    public static PhrasesView Empty => new(new(), [], 0, Day.AddDays(-59), Day, Day) { Categories = PhraseWords.Categories };
    public static PhrasesView Refused => Empty with { MayKeep = true, People = [Names[0]], Typed = Published with { Owner = "不在的人" }, Refused = PhraseWords.Of(PhraseRefusal.OwnerUnknown) };

    public static PhraseView One => new(3, new([Published, Draft]), Expired.Versions[0], PhraseStanding.Expired, Day)
    {
        From = Day.AddDays(-59), To = Day, Uses = 1_204, Expired = 87, People = [new(Names[0], 812, 60), new(Names[21], 392, 27)], MoreExpired = 12, MayKeep = true,
        ExpiredUses = [new(Names[0], Day, 1, 2, Links.Reception("1001")), new(Names[21], Day.AddDays(-1), 1, 1, Links.Reception("1002"))],
        Happened = [(Published, ShopClock.Shanghai.ToLocal(At)), (Draft, ShopClock.Shanghai.ToLocal(At))], Owners = [Names[0], Names[1]], Categories = PhraseWords.Categories,
    };

    public static PhraseView Read => One with { MayKeep = false, Uses = null, Expired = null, People = [], ExpiredUses = [], MoreExpired = 0 };

    private static PhraseSuggestion Suggestion(string text, PhraseVersion? of) => new(PhraseSuggestions.KeyOf(text), text, 46, [Names[0], Names[1], Names[21]], [new(Names[0], text, "1001", Day), new(Names[1], text + "~", "1002", Day)], of);

    public static PhraseSuggestionsView Suggestions => new("satisfaction", [("satisfaction", new("满意率", "Satisfaction")), ("consult-conversion", new("咨询转化率", "Consult conversion"))],
        [Suggested(Suggestion("亲，{号码}这单已经催过仓库了，今晚八点前一定发出，您放心", null), null), Suggested(Suggestion(Long, Expired.Versions[0]), 3)], Day, 4, Day)
    { Dismissed = 2, MayKeep = true, People = [Names[0], Names[1]], Categories = PhraseWords.Categories };

    public static PhraseSuggestionsView NoSuggestions => Suggestions with { Rows = [], Last = null, GoodAgents = 0, Dismissed = 0, Refused = PhraseWords.Of(PhraseRefusal.CodeTaken) };

    private static SuggestedPhrase Suggested(PhraseSuggestion of, long? variant) => new(of, variant, [Names[0]], [(of.Examples[0].Text, Links.Reception("1001")), (of.Examples[1].Text, null)]);

    public static IEnumerable<(string Id, string Name, Func<IResult> Page)> Pages =>
    [
        ("phrases", "话术库", () => Ui.Pages.Show<PhrasesPage>(Library)),
        ("phrases-empty", "话术库：没有", () => Ui.Pages.Show<PhrasesPage>(Empty)),
        ("phrases-refused", "话术库：被拒", () => Ui.Pages.Show<PhrasesPage>(Refused)),
        ("phrase", "一条话术：过期、有草稿", () => Ui.Pages.Show<PhrasePage>(One)),
        ("phrase-read", "一条话术：只看", () => Ui.Pages.Show<PhrasePage>(Read)),
        ("phrase-suggestions", "建议话术", () => Ui.Pages.Show<PhraseSuggestionsPage>(Suggestions)),
        ("phrase-suggestions-none", "建议话术：没有、被拒", () => Ui.Pages.Show<PhraseSuggestionsPage>(NoSuggestions)),
        ("examples", "优秀案例", () => Ui.Pages.Show<ExamplesPage>(Examples)),
        ("examples-none", "优秀案例：没有", () => Ui.Pages.Show<ExamplesPage>(Examples with { Rows = [], Total = 0 })),
        ("example-asked", "案例：请本人同意", () => Ui.Pages.Show<ExamplePage>(ExampleAsked)),
        ("example-shared", "案例：聊天已不在、被拒", () => Ui.Pages.Show<ExamplePage>(ExampleShared)),
        ("meaning", "语义助手", () => Ui.Pages.Show<MeaningPage>(Meaning)),
        ("meaning-off", "语义助手：未启用、被拒", () => Ui.Pages.Show<MeaningPage>(MeaningOff)),
        ("meaning-read", "语义助手：只看", () => Ui.Pages.Show<MeaningPage>(Meaning with { MaySet = false, Tried = null })),
        ("example-new", "推荐案例：被拒", () => Ui.Pages.Show<NewExamplePage>(NewExample)),
    ];

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ExamplesFor>((_, _) => Of(Examples));
        services.AddSingleton<ExampleFor>((id, _, _) => id is 2 or 3 ? Of(id == 2 ? ExampleAsked : ExampleShared) : Task.FromResult(Seen<ExampleView>.NotFound));
        services.AddSingleton<NewExampleFor>((_, _, _) => Of(NewExample));
        services.AddSingleton<MeaningFor>((form, _) => Of(form is null ? Meaning : MeaningOff));
        services.AddSingleton<PhrasesFor>((_, form, _) => Of(form is null ? Library : Refused));
        services.AddSingleton<PhraseTableFor>((_, _) => Of(Library));
        services.AddSingleton<PhraseSheetFor>(_ => new("phrases", PhraseTable.Columns, []));
        services.AddSingleton<PhraseFor>((id, _, _) => id is >= 3 and <= 16 ? Of(One) : Task.FromResult(Seen<PhraseView>.NotFound));
        services.AddSingleton<PhraseSuggestionsFor>((_, form, _) => Of(form is null ? Suggestions : NoSuggestions));
    }

    private static GoodExample Example(params ExampleHappening[] then) => new(Names[21], [new(ExampleEvent.Proposed, Names[1], At, "") { Title = "尺码拿不准时怎样一步步问到位，又不让买家觉得烦", Category = "推荐", Words = "先问平时穿什么，再给两个选择，最后把退换说清楚。", Reception = "1001" }, .. then]);
    private static ExampleHappening Consent => new(ExampleEvent.Consented, Names[21], At, "");

    private static IReadOnlyList<ChatLine> Lines =>
    [
        new(new(2026, 11, 4, 10, 0, 0), Speaker.Buyer, "买家", "平时穿 M，这件要拍多大？我住****，电话****"), new(new(2026, 11, 4, 10, 0, 12), Speaker.Agent, Names[21], "亲，这款版型偏大，平时 M 建议拍 S；喜欢宽松就拍 M。不合适七天内都可以换，来回运费我们出~"),
        new(new(2026, 11, 4, 10, 1, 0), Speaker.System, "", null, new("买家撤回了一条消息", "The buyer recalled a message"), 0, true),
    ];

    public static ExamplesView Examples => new(new(), [new(2, Example(), true), new(3, Example(Consent), false)], 2, ExampleWords.Categories);
    public static ExampleView ExampleAsked => new(2, Example(), Day, Lines) { MayAnswer = true, Reception = Links.Reception("1001") };
    public static ExampleView ExampleShared => new(3, Example(Consent), Day, []) { MayWithdraw = true, MayTakeBack = true, Refused = ExampleWords.Of(ExampleRefusal.NotOpen) };
    public static NewExampleView NewExample => new("1001", Names[21], Day, Lines, ExampleWords.Categories) { Typed = Example().Proposed with { First = At }, Refused = ExampleWords.Of(ExampleRefusal.StretchEmpty) };

    private static MeaningSetting Setting => new(Names[1], At, "") { On = true, Address = "https://models.a-very-long-host-name.example.com/openai-compatible/v1", Model = "a-model-with-a-rather-long-name-2026-10", ClosedKey = "x" };
    private static MeaningRead Read1 => new(MeaningEvent.Answered, Names[1], At, "") { Model = Setting.Model, Lines = 42, Characters = 3_120, Proposals = [new("pushes-off", true, 0.92m, 2, "不归我们管")], Dropped = [new("warm", MeaningFault.QuoteNotThere)] };

    public static MeaningView Meaning => new(Setting, true, [Read1, Read1 with { What = MeaningEvent.Failed, Failure = MeaningRefusal.TooSlow }]) { Tried = new(Read1.Proposals, Read1.Dropped) };
    public static MeaningView MeaningOff => new(new("", default, ""), true, []) { Refused = MeaningWords.Of(MeaningRefusal.AddressUnfit) };

    private static Task<Seen<T>> Of<T>(T view) where T : class => Task.FromResult<Seen<T>>(view);
}
