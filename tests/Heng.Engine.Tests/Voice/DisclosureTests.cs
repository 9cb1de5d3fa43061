using FsCheck;
using FsCheck.Fluent;
using Heng.Engine.Voice;

namespace Heng.Engine.Tests.Voice;

public sealed class DisclosureTests
{
    private static Shown Of(params (string Group, int Answers)[] groups) => Disclosure.Of(groups.ToDictionary(g => g.Group, g => g.Answers), 5);

    [Fact]
    public void Four_answers_show_nothing_and_five_show_all_of_them()
    {
        Assert.False(Of(("一组", 4)).All);
        var shown = Of(("一组", 5));
        Assert.True(shown.All);
        Assert.Equal(["一组"], shown.Groups);
    }

    [Fact]
    public void Where_the_rest_would_be_few_the_smallest_shown_group_is_held_back_too()
    {
        // All 15 less 一组 6 less 二组 7 would leave 三组's 2.
        Assert.Equal(["二组"], Of(("一组", 6), ("二组", 7), ("三组", 2)).Groups);
        // 2 + 3 left over are five: shown by nobody's name.
        Assert.Equal(["一组", "二组"], Of(("一组", 6), ("二组", 7), ("三组", 2), ("四组", 3)).Groups);
        Assert.Empty(Of(("一组", 6), ("三组", 2)).Groups);
        Assert.True(Of(("一组", 6), ("三组", 2)).All);
        Assert.Equal(["一组"], Of(("一组", 6), ("三组", 0)).Groups);
    }

    [Fact]
    public void Small_groups_together_are_never_shown_by_name() => Assert.Equal(["一组"], Of(("一组", 9), (SurveyTally.Small, 8)).Groups);

    /// <summary>Whatever is added and taken away of what is shown comes to nobody, or to so many answers at least.</summary>
    [Fact]
    public void No_sum_or_difference_of_what_is_shown_tells_of_few()
    {
        var counts = Gen.Choose(0, 12).ListOf(6).SelectMany(answers => Gen.Choose(3, 8).Select(least => (answers, least)));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Arb.From(counts), sample =>
        {
            var groups = sample.answers.Select((answers, i) => (Name: i == 0 ? SurveyTally.Small : $"组{i}", answers)).ToDictionary(g => g.Name, g => g.answers);
            var shown = Disclosure.Of(groups, sample.least);
            int[] parts = [.. shown.Groups.Select(g => groups[g])];
            if (!shown.All) return parts.Length == 0 && groups.Values.Sum() < sample.least;
            return Enumerable.Range(0, 1 << parts.Length).All(taken =>
            {
                var sum = parts.Where((_, i) => (taken & 1 << i) != 0).Sum();
                return Tells(sum) && Tells(groups.Values.Sum() - sum);
            });

            bool Tells(int answers) => answers == 0 || answers >= sample.least;
        }));
    }

    [Fact]
    public void Nobody_is_held_back_without_need() =>
        Assert.Equal(["一组", "三组", "二组"], Of(("一组", 5), ("二组", 5), ("三组", 5)).Groups);
}
