using Heng.App.Features.Quality.Measure;
using Heng.App.Features.Quality.Rules;
using Heng.App.Ui;
using Heng.Engine.Quality.Inspection;
using Heng.Store;

namespace Heng.App.Features.Demo;

/// <summary>
/// How invented inspectors mark: what is there is drawn for each reception, and each of them overlooks some of it and now and then sees what is not there. So two agree mostly, and not by a
/// constant. Which faults those are has nothing to do with what is written there; the chats are invented too.
/// </summary>
internal sealed class DemoMarks(Database database, DemoOptions options)
{
    private const int SeesPerMille = 860, ImaginesPerMille = 25;

    private static readonly (string Criterion, int PerMille, string Comment)[] Faults =
    [
        ("not-active", 220, "买家没有追问就停下了，可以主动给办法"), ("no-closing", 190, "结束时没有礼貌用语"), ("hard-tone", 150, "这一句偏生硬，换个说法更好"), ("not-warm", 130, "只答了问题，没有照顾到买家的处境"),
        ("asked-too-little", 90, "尺码和身高体重没有一次问全"), ("phrase-outdated", 80, "用的是上个版本的活动短语"), ("remark-thin", 70, "备注只写了“已处理”"), ("forbidden-address", 50, "用“你”称呼买家"), ("praise-wording", 240, ""), ("praise-phrases", 140, ""),
    ];

    private readonly QualityBook book = new(database);

    /// <summary>Which messages of the reception a mark may point at.</summary>
    public IReadOnlySet<string> MessagesOf(string item) => LinesOf(item).Select(l => l.Fact).OfType<string>().ToHashSet(StringComparer.Ordinal);

    public IReadOnlyList<CriterionMark> Of(string item, string inspector)
    {
        var (there, sees) = (DemoRandom.For(options.Seed, "inspected/" + item), DemoRandom.For(options.Seed, $"inspected/{item}/{inspector}"));
        string[] said = [.. LinesOf(item).Where(l => l is { From: Receptions.Speaker.Agent, Fact: not null, Text: not null, Notice: null }).Select(l => l.Fact!)];
        var marks = new List<CriterionMark>();
        foreach (var (criterion, perMille, comment) in Faults)
        {
            var (isThere, at) = (there.Chance(perMille), said.Length == 0 ? null : there.Pick(said));
            if (sees.Chance(isThere ? SeesPerMille : ImaginesPerMille)) marks.Add(new(criterion, Verdict.Found, 1, at, comment.Length == 0 ? null : comment));
        }
        // No case was opened in most chats: then there is no remark to judge.
        if (there.Chance(700)) marks.AddRange(new[] { "remark-missing", "remark-incomplete", "remark-beside" }.Select(c => new CriterionMark(c, Verdict.NotApplicable)));
        return marks;
    }

    private IReadOnlyList<Receptions.ChatLine> LinesOf(string item)
    {
        var id = long.Parse(item, System.Globalization.CultureInfo.InvariantCulture);
        return database.Shops.Find(DemoShop.Name) is { } shop && database.Facts.Reception(shop.Id, id) is { } reception ? MarkedTalk.Of(database, shop, reception, [], book, Language.Zh).Lines : [];
    }
}
