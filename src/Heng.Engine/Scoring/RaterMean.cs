using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Scoring;

/// <summary>The weighted mean of kinds of raters (加权平均). No rater at all is no value under every rule.</summary>
public sealed record RaterMean(IReadOnlyList<decimal> Weights, MissingRater Missing) : Operation
{
    public override decimal? Apply(IReadOnlyList<decimal?> inputs)
    {
        var present = Enumerable.Range(0, inputs.Count).Where(i => inputs[i] is not null).ToArray();
        if (present.Length == 0 || (Missing == MissingRater.Block && present.Length < inputs.Count)) return null;
        var weight = Missing == MissingRater.Zero ? Weights.Sum() : present.Sum(i => Weights[i]);
        return weight == 0 ? null : present.Sum(i => Weights[i] * inputs[i]!.Value) / weight;
    }

    public override Wording Formula
    {
        get
        {
            var weights = string.Join("/", Weights.Select(Shown.Number));
            return Missing switch
            {
                MissingRater.Zero => new($"按 {weights} 加权平均，缺评按 0", $"mean weighted {weights}, an absent rater counts 0"),
                MissingRater.Block => new($"按 {weights} 加权平均，缺评则无", $"mean weighted {weights}, none if a rater is absent"),
                _ => new($"按 {weights} 加权平均，缺评权重分给其他人", $"mean weighted {weights}, absent weights go to the others"),
            };
        }
    }

    /// <summary>One item's entries as a value. Marks off the scale are left out and said so: a slip of the pen is neither best nor worst.</summary>
    public static (Explained Value, int Counted, IReadOnlyList<Wording> Notes) Of(Item item, FromRaters source, OnScale scale, IEnumerable<Entry> entries)
    {
        var known = source.Raters.Select(r => r.Rater).ToHashSet(StringComparer.Ordinal);
        var own = entries.Where(e => e.Item == item.Id && known.Contains(e.Rater))
            .OrderBy(e => e.By, StringComparer.Ordinal).ThenBy(e => e.Points).ThenBy(e => e.Comment, StringComparer.Ordinal).ToArray();
        var (good, off) = (own.Where(e => scale.Holds(e.Points)).ToArray(), own.Where(e => !scale.Holds(e.Points)).ToArray());
        var fewPeers = good.Count(e => e.Rater == Peer) is > 0 and var peers && peers < source.PeersAtLeast ? FewPeers(peers, source.PeersAtLeast) : (Wording?)null;
        if (fewPeers is not null) good = [.. good.Where(e => e.Rater != Peer)];
        var kinds = source.Raters.Select(r => OfKind(r.Rater, [.. good.Where(e => e.Rater == r.Rater)], [.. off.Where(e => e.Rater == r.Rater)], scale,
            r.Rater == Peer ? fewPeers : null)).ToArray();
        var weights = source.Raters.Select(r => source.Plain ? 1m : r.Weight);
        var mean = Explained.By("rating", item.Name, Unit.Points, new RaterMean([.. weights], source.MissingRater), kinds);
        var thin = good.Where(e => IsUnnamed(e.Rater)).CountBy(e => e.Rater).Where(k => k.Value < source.ShownFrom).ToArray();
        return (thin.Length == 0 ? mean : Closed(mean, good, thin, source.ShownFrom), good.Length, Notes(mean, off, scale, fewPeers));
    }

    private const string Peer = "peer", Subordinate = "subordinate";

    /// <summary>Peers and subordinates are not told apart: of each kind stands the mean, and what they wrote stands without names, in no order of theirs.</summary>
    public static bool IsUnnamed(string rater) => rater is Peer or Subordinate;

    /// <summary>Where so few gave that one could tell whose marks they are, the item's mean stands alone: from the other kinds' marks beside it theirs could be worked out.</summary>
    private static Explained Closed(Explained mean, Entry[] counted, KeyValuePair<string, int>[] thin, int from)
    {
        var zh = string.Join("、", thin.Select(k => $"{RaterWords.Of(k.Key).Zh} {k.Value} 份"));
        var en = string.Join(", ", thin.Select(k => $"{k.Value} by {RaterWords.Of(k.Key).En}"));
        var named = Said(counted.Where(e => !IsUnnamed(e.Rater)));
        return Explained.Leaf(mean.Id, mean.Label, mean.Value, mean.Unit, mean.Value is { } value ? [new Evidence(FactKind.Entry, IdOf(counted[0], "rating"), value)] : []) with
        {
            Note = new($"{zh}，少于 {from} 份，为匿名不分列{named.Zh}", $"{en}, fewer than {from}: not shown by kind, so that nobody can tell whose they are{named.En}"),
        };
    }

    private static Wording Said(IEnumerable<Entry> entries)
    {
        var words = entries.Where(e => !string.IsNullOrWhiteSpace(e.Comment)).Select(e => e.Comment!).Order(StringComparer.Ordinal).ToArray();
        return words.Length == 0 ? new("", "") : new($"；评语：{string.Join("；", words)}", $"; comments: {string.Join("; ", words)}");
    }

    private static List<Wording> Notes(Explained mean, Entry[] off, OnScale scale, Wording? fewPeers)
    {
        List<Wording> notes = [];
        if (off.Length > 0) notes.Add(OffScale(off, scale));
        if (fewPeers is { } few) notes.Add(few);
        var absent = mean.Inputs.Where(i => i.Value is null && off.All(e => e.Rater != i.Id) && !(i.Id == Peer && fewPeers is not null)).ToArray();
        if (mean.Value is not null && absent.Length > 0)
            notes.Add(new($"缺评：{string.Join("、", absent.Select(a => a.Label.Zh))}", $"not rated by: {string.Join(", ", absent.Select(a => a.Label.En))}"));
        if (mean.Value is null) notes.Add(off.Length > 0 || fewPeers is not null ? new("没有可计入的评分", "no mark that counts") : new("暂无评分", "not rated"));
        return notes;
    }

    /// <summary>Of few marks one could tell whose they are: under the threshold the peers count as absent.</summary>
    private static Wording FewPeers(int peers, int atLeast) =>
        new($"同事评分 {peers} 份，少于 {atLeast} 份，为匿名不计入", $"{peers} marks by peers, fewer than {atLeast}: not counted, so that nobody can tell whose they are");

    /// <summary>What was given and does not count: 组长评分 7 超出 0–5，未计入. Who gave it is told by kind alone, as peers stay unnamed.</summary>
    public static Wording OffScale(IReadOnlyList<Entry> off, OnScale scale)
    {
        var (low, high) = (Shown.Number(scale.Low), Shown.Number(scale.High));
        return new($"{string.Join("、", off.Select(e => IsUnnamed(e.Rater) ? $"{RaterWords.Of(e.Rater).Zh}评分" : $"{RaterWords.Of(e.Rater).Zh}评分 {Shown.Number(e.Points)}").Distinct())} 超出 {low}–{high}，未计入",
            $"{string.Join(", ", off.Select(e => IsUnnamed(e.Rater) ? $"a mark by {RaterWords.Of(e.Rater).En}" : $"the mark {Shown.Number(e.Points)} by {RaterWords.Of(e.Rater).En}").Distinct())} off the scale {low}–{high}, not counted");
    }

    private static Explained OfKind(string rater, IReadOnlyList<Entry> entries, IReadOnlyList<Entry> off, OnScale scale, Wording? few)
    {
        var label = RaterWords.Of(rater);
        var left = few ?? (off.Count == 0 ? (Wording?)null : OffScale(off, scale));
        if (entries.Count == 0) return Explained.Leaf(rater, label, null, Unit.Points) with { Note = left ?? new("未评", "not rated") };
        if (!IsUnnamed(rater)) return Explained.By(rater, label, Unit.Points, Mean.Instance, [.. entries.Select(e => Mark(label, e))]) with { Note = left };
        var (mean, said) = (entries.Sum(e => e.Points) / entries.Count, Said(entries));
        var many = new Wording($"{entries.Count} 份的平均{said.Zh}", $"mean of {entries.Count}{said.En}");
        return Explained.Leaf(rater, label, mean, Unit.Points, [new Evidence(FactKind.Entry, IdOf(entries[0], ""), mean)]) with { Note = left is { } also ? new($"{also.Zh}；{many.Zh}", $"{also.En}; {many.En}") : many };
    }

    /// <summary>What an entry, or all of a kind, is known by. Of those without names their names are no part of it.</summary>
    private static string IdOf(Entry entry, string by) => StableHash.Of("entry", entry.Month.ToString(), entry.Agent, entry.Item, by == "rating" ? by : entry.Rater, by).ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    internal static Explained Mark(Wording label, Entry entry)
    {
        var id = Corrections.IdOf(entry);
        return Explained.Leaf(id, label, entry.Points, Unit.Points, [new Evidence(FactKind.Entry, id, entry.Points)]) with
        {
            Note = string.IsNullOrEmpty(entry.Comment) ? null : new(entry.Comment, entry.Comment),
        };
    }
}

/// <summary>The mean of what has a value.</summary>
public sealed record Mean : Operation
{
    public static readonly Mean Instance = new();
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs.Count(i => i is not null) is > 0 and var n ? inputs.Sum(i => i ?? 0m) / n : null;
    public override Wording Formula => new("平均", "mean");
}

public static class RaterWords
{
    public static readonly IReadOnlyList<string> Kinds = ["self", "peer", "leader", "manager", "subordinate", "hr"];

    public static Wording Of(string rater) => rater switch
    {
        "self" => new("自评", "self"),
        "peer" => new("同事", "peers"),
        "leader" => new("组长", "leader"),
        "manager" => new("店长", "manager"),
        "subordinate" => new("下属", "subordinates"),
        "hr" => new("人事", "HR"),
        _ => new(rater, rater),
    };
}
