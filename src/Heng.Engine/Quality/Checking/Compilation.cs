using Heng.Engine.Quality.Checking.Looks;

namespace Heng.Engine.Quality.Checking;

/// <summary>Makes rules ready: their phrases into slots, their conditions into looks, a condition's place for its name.</summary>
internal sealed class Compilation(Slots slots)
{
    private readonly List<CheckedCondition> conditions = [];
    private CheckedRule rule = null!;
    private QualityRule of = null!;

    public CheckedRule Of(QualityRule text, int number)
    {
        of = text;
        rule = new(text, number, text.Except.Count == 0 ? -1 : slots.Add(number, text.Reading, Role.Anyone, false, text.Except));
        conditions.Clear();
        rule.When = Of(text.When, true);
        rule.Conditions.AddRange(conditions);
        rule.Stretch = conditions.Count == 0 ? Stretch.Message : conditions.Max(c => c.Of.Stretch);
        rule.HoldsOfNothing = rule.When.CanHold(_ => false);
        rule.Sleeps = !rule.When.CanHold(c => !rule.Conditions[c].Look.Sleeps);
        return rule;
    }

    private Joined Of(Expression expression, bool positive)
    {
        switch (expression)
        {
            case Every every: return new([.. every.Of.Select(e => Of(e, positive))], Joining.Every);
            case Either either: return new([.. either.Of.Select(e => Of(e, positive))], Joining.Either);
            case Not not: return new([Of(not.Of, !positive)], Joining.Not);
            case Condition condition:
                var near = condition.Near is { } beside ? conditions.FindIndex(c => c.Of.Name == beside.Name) : -1;
                if (condition.Near is not null && near < 0) throw new ArgumentException($"{of.Id}: no earlier condition is named {condition.Near.Name}");
                conditions.Add(new(condition, rule, conditions.Count, near, positive, LookOf(condition)));
                return new([], Joining.One, conditions.Count - 1);
            default: throw new ArgumentException($"{of.Id}: an expression that nobody knows");
        }
    }

    private Look LookOf(Condition condition) => condition.Of switch
    {
        Words { Needed: Needed.None } words => new NoWordsLook(Slot(condition.Role, words.Phrases, false)),
        Words words => WordsOf(condition, words),
        Pattern pattern => PatternOf(condition, pattern),
        SlowReply slow => new SlowReplyLook(slow.Seconds),
        NoReply => new NoReplyLook(),
        Repeated repeated => new RepeatedLook(repeated.Times, repeated.Characters),
        UnansweredQuestion question => new QuestionLook(Slot(Role.Buyer, question.Asking, false), Slot(Role.Agent, question.Holding, false)),
        EarlyGoodbye early => new GoodbyeLook(Slot(Role.Agent, early.Goodbyes, true), Slot(Role.Buyer, early.Thanks, false), early.WithinSeconds),
        TransferWithoutReason transfer => new TransferLook(Slot(Role.Agent, transfer.Reasons, false)),
        Remark remark => new RemarkLook(remark, of.Reading),
        Mentions mentions => new MentionLook(mentions.What),
        Similar similar => new SimilarLook(similar, of.Reading),
        _ => throw new ArgumentException($"{of.Id}: an operator that nobody knows"),
    };

    private WordsLook WordsOf(Condition condition, Words words)
    {
        var slot = Slot(condition.Role, words.Phrases, true);
        var lost = words.Phrases.Any(p => Phrase.Of(p, of.Reading) is null);
        return new(slot, words.Needed switch { Needed.All => lost ? int.MaxValue : slots.All[slot].Phrases, Needed.AtLeast => Math.Max(1, words.Count), _ => 1 });
    }

    private PatternLook PatternOf(Condition condition, Pattern pattern)
    {
        var parts = PatternParts.Of(pattern.Regex);
        var known = parts is not null && parts.All(p => Phrase.Of(p, of.Reading) is not null);
        return new(Patterns.Compiled(pattern.Regex, of.Reading), pattern.Except is { } except ? Patterns.Compiled(except, of.Reading) : null,
            known ? slots.Add(rule.Number, of.Reading, condition.Role, true, parts!, loose: true) : -1, known);
    }

    private int Slot(Role role, IEnumerable<string> texts, bool wakes) => slots.Add(rule.Number, of.Reading, role, wakes, texts);
}
