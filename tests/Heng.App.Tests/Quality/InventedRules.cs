using Heng.Engine.Quality;

namespace Heng.App.Tests.Quality;

/// <summary>Any rule that the language can say, the same for the same seed.</summary>
internal sealed class InventedRules(int seed)
{
    private static readonly string[] Parts =
        ["微信", "你", "QQ", "@me", "@@", "a: b", "#", "- x", "\"", "\\d", "'", "第一 时间", "true", "null", "~", "1.0", "𠮷", "😀", "：", "[", "{", "|", ">", "%", "&a", "*a", "\u00A0", "\u2028", "\t", "亲\u200b", " "];
    private static readonly string[] Ids = ["a", "first-reply", "x-1", "12"];
    private readonly Random random = new(seed);
    private readonly List<string> named = [];

    public QualityRule Rule()
    {
        var (a, b) = (Day(), Day());
        named.Clear();
        return new(Of(Ids), Count(99), new(Phrase(), Phrase()), Of(Enum.GetValues<Severity>()), Phrase(), random.Next(10001) / 100m, Expression(3))
        {
            Reading = Of(Enum.GetValues<Reading>()), EachTime = Perhaps, Urgency = Of(Enum.GetValues<Urgency>()), CountsAs = Perhaps ? "" : Phrase(), Shops = Some(), Lines = Some(), Positions = Some(), From = a < b ? a : b, Until = a < b ? b : a,
            Except = Some(), ExceptQuotes = Perhaps,
            Examples = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new RuleExample(Of("客服：好", "09:00 买家：在吗\n客服：\"在\" #的", "客服：a\n\n客服：b", "客服：😀\n客服：\u2028x"), Perhaps))],
        };
    }

    private Expression Expression(int depth) => (depth == 0 ? 0 : random.Next(5)) switch
    {
        1 => new Not(Expression(depth - 1)),
        2 => new Every([.. Enumerable.Range(0, Count(3)).Select(_ => Expression(depth - 1))]),
        3 => new Either([.. Enumerable.Range(0, Count(3)).Select(_ => Expression(depth - 1))]),
        _ => Condition(),
    };

    private Condition Condition()
    {
        Near? near = named.Count == 0 || Perhaps ? null : new(Of([.. named]), Of(Enum.GetValues<Side>()), Perhaps ? null : Count(600));
        var name = Perhaps ? null : $"{Of(Ids)}-{named.Count}";
        if (name is not null) named.Add(name);
        return new(Of(Enum.GetValues<Role>()), Of(Enum.GetValues<Stretch>()), Operator()) { First = Perhaps ? null : Count(9), Last = Perhaps ? null : Count(9), Name = name, Near = near };
    }

    private Operator Operator() => random.Next(13) switch
    {
        0 => new Words(Of(Needed.Any, Needed.All, Needed.None), Phrases()),
        1 => new Words(Needed.AtLeast, Phrases(), Count(5)),
        2 => new Pattern(Of("第\\d+名", "a|b", "[\"']", "x{2,3}"), Perhaps ? null : "第1名"),
        3 => new SlowReply(random.Next(86401)),
        4 => new NoReply(),
        5 => new Repeated(1 + Count(9), Count(9)),
        6 => new UnansweredQuestion(Some(), Some()),
        7 => new EarlyGoodbye(Phrases(), Some(), Count(600)),
        8 => new TransferWithoutReason(Phrases()),
        9 => new Remark(RemarkFault.Missing, []),
        10 => new Remark(RemarkFault.Incomplete, Phrases()),
        11 => new Mentions(Of(Enum.GetValues<Mention>())),
        _ => new Similar(Phrases(), Count(100)),
    };

    private bool Perhaps => random.Next(2) == 0;
    private int Count(int most) => 1 + random.Next(most);
    private T Of<T>(params T[] all) => all[random.Next(all.Length)];
    private DateOnly Day() => DateOnly.FromDayNumber(1 + random.Next(700_000));
    private string Phrase() => string.Concat(Enumerable.Range(0, Count(3)).Select(_ => Of(Parts)));
    private IReadOnlyList<string> Phrases() => [.. Enumerable.Range(0, Count(4)).Select(_ => Phrase()).Distinct(StringComparer.Ordinal)];
    private IReadOnlyList<string> Some() => Perhaps ? [] : Phrases();
}
