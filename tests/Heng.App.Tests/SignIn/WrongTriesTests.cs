using System.Net;
using Heng.App.Features.SignIn;

namespace Heng.App.Tests.SignIn;

/// <summary>How wrong passwords are counted, and how long the next try waits. Both sides of every edge.</summary>
public sealed class WrongTriesTests
{
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1"), Elsewhere = IPAddress.Parse("192.0.2.2");
    private readonly Clock clock = new();
    private readonly WrongTries tries;

    public WrongTriesTests() => tries = new(clock);

    private TimeSpan? Wait(params TriesOf[] of) => tries.Until(of) - clock.GetUtcNow();

    private void Wrong(int times, params TriesOf[] of)
    {
        for (var i = 0; i < times; i++) Assert.Null(tries.Take(of));
    }

    [Fact]
    public void Five_tries_are_free_and_the_sixth_waits_half_a_minute()
    {
        var ann = TriesOf.Name("ann", Here);
        Wrong(4, ann);
        Assert.Equal((null, 1), (Wait(ann), tries.Left(ann)));
        Wrong(1, ann);
        Assert.Equal((TimeSpan.FromSeconds(30), 0), (Wait(ann)!.Value, tries.Left(ann)));
        clock.Pass(TimeSpan.FromSeconds(29));
        Assert.NotNull(tries.Take(ann));
        clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Null(tries.Take(ann));
    }

    [Fact]
    public void Each_wait_is_twice_the_one_before_and_none_is_longer_than_a_quarter_of_an_hour()
    {
        var ann = TriesOf.Name("ann", Here);
        Wrong(4, ann);
        foreach (var seconds in new[] { 30, 60, 120, 240, 480, 900, 900 }) // 30 × 2ⁿ; 960 is above 900
        {
            Wrong(1, ann);
            Assert.Equal(TimeSpan.FromSeconds(seconds), Wait(ann)!.Value);
            clock.Pass(TimeSpan.FromSeconds(seconds));
        }
    }

    [Fact]
    public void A_try_that_comes_too_early_is_not_counted()
    {
        var ann = TriesOf.Name("ann", Here);
        Wrong(5, ann);
        for (var i = 0; i < 100; i++) Assert.NotNull(tries.Take(ann));
        Assert.Equal(TimeSpan.FromSeconds(30), Wait(ann)!.Value);
    }

    [Fact]
    public void An_hour_of_quiet_forgets_and_a_second_less_does_not()
    {
        var (ann, bob) = (TriesOf.Name("ann", Here), TriesOf.Name("bob", Here));
        Wrong(4, ann);
        Wrong(4, bob);
        clock.Pass(WrongTries.Quiet - TimeSpan.FromSeconds(1));
        Assert.Equal(1, tries.Left(ann));
        Wrong(1, ann);
        Assert.NotNull(Wait(ann));
        clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(5, tries.Left(bob));
    }

    [Fact]
    public void A_right_password_begins_anew_for_the_name_and_gives_the_address_its_try_back()
    {
        TriesOf[] ann = [TriesOf.Name("ann", Here), TriesOf.Address(Here)];
        Wrong(4, ann);
        tries.Right(ann);
        Assert.Equal(5, tries.Left(ann[0]));
        Assert.Equal(TriesOf.FreeOfAddress - 3, tries.Left(ann[1])); // 4 tries, 1 of them right
    }

    [Fact]
    public void Another_address_and_another_name_are_counted_apart()
    {
        Wrong(5, TriesOf.Name("ann", Here));
        Assert.Null(Wait(TriesOf.Name("ann", Elsewhere)));
        Assert.Null(Wait(TriesOf.Name("bob", Here)));
        Assert.Null(Wait(TriesOf.Device("d", 1)));
    }

    [Fact]
    public void Thirty_wrong_names_from_one_address_make_the_address_wait()
    {
        for (var i = 0; i < 29; i++) Wrong(1, TriesOf.Name($"name{i}", Here), TriesOf.Address(Here));
        Assert.Null(Wait(TriesOf.Address(Here)));
        Wrong(1, TriesOf.Name("name29", Here), TriesOf.Address(Here));
        Assert.NotNull(tries.Take(TriesOf.Name("name30", Here), TriesOf.Address(Here)));
        Assert.Null(tries.Take(TriesOf.Name("name30", Elsewhere), TriesOf.Address(Elsewhere)));
    }

    [Theory]
    [InlineData("2001:db8::1", "2001:db8::ffff:1", true)] // one network of IPv6 is one visitor
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    public void Addresses_of_one_visitor_are_one(string one, string other, bool same) =>
        Assert.Equal(same, TriesOf.Address(IPAddress.Parse(one)) == TriesOf.Address(IPAddress.Parse(other)));

    [Fact]
    public void A_thousand_at_once_are_no_more_than_one_after_another()
    {
        var looked = 0;
        Parallel.For(0, 1000, _ =>
        {
            if (tries.Take(TriesOf.Name("ann", Here)) is null) Interlocked.Increment(ref looked);
        });
        Assert.Equal(TriesOf.FreeOfName, looked);
    }
}
