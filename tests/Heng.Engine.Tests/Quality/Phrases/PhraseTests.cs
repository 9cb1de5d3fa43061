using Heng.Engine.Quality.Phrases;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Quality.Phrases;

public sealed class PhraseTests
{
    private static readonly DateOnly First = new(2026, 10, 1);

    internal static PhraseHappening Written(string text, DateOnly? from, DateOnly? until = null, PhraseEvent what = PhraseEvent.Published, string category = "开场") =>
        new(what, "王雨桐", new(0), "") { Code = "hello", Text = text, Category = category, Owner = "李思远", From = from, Until = until };

    internal static Phrase Of(params PhraseHappening[] happened) => new(happened);

    [Fact]
    public void A_version_is_valid_on_its_first_and_its_last_day_and_on_neither_side()
    {
        var version = Of(Written("您好", First, First.AddDays(9))).Versions.Single();

        Assert.Equal([false, true, true, false], new[] { -1, 0, 9, 10 }.Select(d => version.Holds(First.AddDays(d))));
    }

    [Fact]
    public void A_version_ends_the_day_before_the_next_one_begins()
    {
        var versions = Of(Written("您好", First, First.AddDays(30)), Written("亲，您好", First.AddDays(10))).Versions;

        Assert.Equal([(1, First.AddDays(9)), (2, (DateOnly?)null)], versions.Select(v => (v.Version, v.Last)));
    }

    [Fact]
    public void An_ended_phrase_has_no_day_from_its_end_on()
    {
        var phrase = Of(Written("您好", First), new PhraseHappening(PhraseEvent.Ended, "王雨桐", new(0), "不用了") { From = First.AddDays(5) });

        Assert.Equal((true, false), (phrase.Versions[0].Holds(First.AddDays(4)), phrase.Versions[0].Holds(First.AddDays(5))));
        Assert.Equal(PhraseRefusal.Ended, PhraseCycle.Write(phrase, Written("再来", First.AddDays(9))).Refused);
    }

    [Fact]
    public void A_draft_is_no_version_until_it_is_published_or_dropped()
    {
        var draft = Written("您好", null, what: PhraseEvent.Drafted);

        Assert.Equal((0, "您好"), (Of(draft).Versions.Count, Of(draft).Draft!.Text));
        Assert.Null(Of(draft, Written("您好", First)).Draft);
        Assert.Null(Of(draft, new PhraseHappening(PhraseEvent.DraftDropped, "王雨桐", new(0), "")).Draft);
    }

    [Fact]
    public void The_next_version_begins_after_the_first_day_of_the_one_before()
    {
        var phrase = Of(Written("您好", First));

        Assert.Equal(PhraseRefusal.NotAfterTheLast, PhraseCycle.Write(phrase, Written("亲，您好", First)).Refused);
        Assert.Null(PhraseCycle.Write(phrase, Written("亲，您好", First.AddDays(1))).Refused);
        Assert.Equal(PhraseRefusal.NothingChanged, PhraseCycle.Write(phrase, Written("您好", First.AddDays(1))).Refused);
    }

    [Theory]
    [InlineData("", PhraseRefusal.TextMissing)]
    [InlineData("{name}", PhraseRefusal.TextMissing)]
    [InlineData("亲{name}", PhraseRefusal.TooLittleBesidePlaceholders)]
    [InlineData("亲亲{name}", null)]
    [InlineData("在", PhraseRefusal.TooLittleBesidePlaceholders)]
    [InlineData("在吗", null)]
    public void A_phrase_has_text_beside_its_placeholders(string text, PhraseRefusal? refused) => Assert.Equal(refused, PhraseCycle.Write(null, Written(text, First)).Refused);

    [Fact]
    public void What_is_too_long_or_ends_before_it_begins_is_refused()
    {
        Assert.Equal(PhraseRefusal.TextTooLong, PhraseCycle.Write(null, Written(new('好', 2001), First)).Refused);
        Assert.Null(PhraseCycle.Write(null, Written(new('好', 2000), First)).Refused);
        Assert.Equal(PhraseRefusal.UntilBeforeFrom, PhraseCycle.Write(null, Written("您好", First, First.AddDays(-1))).Refused);
        Assert.Null(PhraseCycle.Write(null, Written("您好", First, First)).Refused);
        Assert.Equal(PhraseRefusal.EndsBeforeItBegan, PhraseCycle.End(Of(Written("您好", First)), new(PhraseEvent.Ended, "王雨桐", new(0), "") { From = First }).Refused);
    }
}
