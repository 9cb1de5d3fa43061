using System.Globalization;
using Heng.Engine.Facts;
using Heng.Engine.Records;
using static Heng.Engine.Facts.Primitive;

namespace Heng.Engine.Tests.Facts;

/// <summary>Conversations with the account "desk", which amy, ben and cat share by shift.</summary>
public class SharedAccountTests
{
    private const string AmyThenBen = "amy 09:00-18:00, ben 18:00-26:00";

    private static FoldedDay Fold(string lines, string shifts)
    {
        var messages = Chat.Messages(lines, RuleSet.Default);
        (string, int, int)[] desk = [.. shifts.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Shift)];
        var columns = MessageRows.Of(Chat.Day, messages, RuleSet.Default, Chat.PersonAt, account => account == "desk" ? desk : []);
        return new(DayFold.Fold(Chat.Day, columns, RuleSet.Default), columns);
    }

    /// <summary>Hours may be below 0 (the night before) and above 24 (after midnight).</summary>
    private static (string, int, int) Shift(string text)
    {
        var (name, times) = (text.Split(' ')[0], text.Split(' ')[1]);
        var middle = times.IndexOf('-', 1);
        static int Second(string time) => int.Parse(time.Split(':')[0], CultureInfo.InvariantCulture) * 3600 + int.Parse(time.Split(':')[1], CultureInfo.InvariantCulture) * 60;
        return (name, Second(times[..middle]), Second(times[(middle + 1)..]));
    }

    [Theory]
    [InlineData("17:59:59", "amy", "ben", 59)]
    [InlineData("18:00:00", "ben", "amy", 60)]
    public void Who_replied_is_who_is_timed_from_the_second_a_shift_begins(string replied, string who, string other, int waited)
    {
        var day = Fold($"17:59:00 buyer 有货吗\n{replied} desk 有", AmyThenBen);
        Assert.Equal((1, 1, waited), (day[who, Consulted], day[who, Received], day[who, RoundSeconds]));
        Assert.Equal(day.Reception(who), Assert.Single(day.Facts.Receptions));
        Assert.Equal(0, day[other, Consulted]);
    }

    [Fact]
    public void The_buyers_words_between_belong_to_the_next_reply()
    {
        // amy: 17:50:00 → 17:50:10 is 10 s. ben: 17:58:00, not 17:59:30, → 18:00:30 is 150 s.
        var day = Fold("17:50:00 buyer 有货吗\n17:50:10 desk 有\n17:58:00 buyer 便宜点\n17:59:30 buyer 行吗\n18:00:30 desk 不行\n18:00:40 desk 抱歉", AmyThenBen);
        Assert.Equal((1, 10, 1), (day["amy", Rounds], day["amy", RoundSeconds], day["amy", BuyerMessages]));
        Assert.Equal((1, 150, 2), (day["ben", Rounds], day["ben", RoundSeconds], day["ben", BuyerMessages]));
        // One conversation without a silence, cut where the person changes: 17:50:00–17:50:10 and 17:58:00–18:00:40.
        Assert.Equal([10L, 160L], day.Facts.Sessions.Select(s => s.End.SecondsSince(s.Start)));
        Assert.Equal((6, 0), (day.Facts.Folded, day.Facts.Filtered));
    }

    [Theory]
    [InlineData("17:59:59", "amy", "ben")]
    [InlineData("18:00:00", "ben", "amy")]
    public void An_unanswered_round_belongs_to_who_was_on_shift_at_the_question(string asked, string who, string other)
    {
        var day = Fold($"{asked} buyer>desk 有货吗\n18:20:00 buyer 还在吗", AmyThenBen);
        Assert.Equal((1, 1, 2), (day[who, UnansweredRounds], day[who, Unreplied], day[who, BuyerMessages]));
        Assert.Equal(0, day[other, Consulted]);
    }

    [Theory]
    [InlineData("17:59:59", "amy")]
    [InlineData("18:00:00", "ben")]
    public void So_does_one_after_the_last_reply(string asked, string who)
    {
        var day = Fold($"17:50:00 buyer 有货吗\n17:50:10 desk 有\n{asked} buyer 那发货呢\n18:10:00 buyer 人呢", AmyThenBen);
        Assert.Equal(1, day[who, UnansweredRounds]);
        Assert.Equal(1, day["amy", UnansweredRounds] + day["ben", UnansweredRounds]);
    }

    [Fact]
    public void What_nobody_asked_stays_with_who_was_there_last()
    {
        var day = Fold("17:50:00 buyer 有货吗\n17:50:10 desk 有\n18:05:00 desk [auto] 欢迎下次光临", AmyThenBen);
        Assert.Equal((1, 0), (day["amy", Consulted], day.Facts.Receptions.Count - 1));
    }

    // cat's night ends at 02:00 and amy's day begins at 09:00: seven hours, so 05:29:59 is as near to 01:59:59 as 05:30:00 to 09:00.
    [Theory]
    [InlineData("00:30:00", "cat")]
    [InlineData("01:59:59", "cat")]
    [InlineData("02:00:00", "cat")]
    [InlineData("05:29:59", "cat")]
    [InlineData("05:30:00", "amy")]
    [InlineData("09:00:00", "amy")]
    [InlineData("23:59:59", "ben")]
    public void A_shift_over_midnight_is_found_from_both_days_and_between_shifts_the_nearest(string at, string who)
    {
        var day = Fold($"{at} desk 您好", "cat -6:00-2:00, " + AmyThenBen);
        Assert.Equal(1, day[who, Received]);
    }

    [Theory]
    [InlineData("17:29:59", "amy")]
    [InlineData("17:30:00", "ben")]
    public void While_two_are_on_shift_who_came_later_sits_there(string at, string who) =>
        Assert.Equal(1, Fold($"{at} desk 您好", "amy 09:00-18:00, ben 17:30-26:00")[who, Received]);

    [Fact]
    public void Who_comes_back_begins_a_session_and_keeps_the_reception()
    {
        var day = Fold("11:59:00 buyer 有货吗\n11:59:30 desk 有\n12:01:00 desk 我接班了\n12:06:00 desk 我回来了", "amy 09:00-12:00, ben 12:00-12:05, amy 12:05-18:00");
        Assert.Equal((2, 1, 1), (day.Sessions("amy").Count(), day.Sessions("ben").Count(), day.Facts.Receptions.Count(r => r.Agent == day.Reception("amy").Agent)));
        Assert.Equal((2, 1), (day["amy", AgentMessages], day["ben", AgentMessages]));
    }

    [Fact]
    public void Sessions_that_begin_in_one_second_have_two_ids_and_the_first_is_the_accounts_own()
    {
        const string lines = "17:59:59 desk 您好\n17:59:59 buyer 在吗\n18:00:05 desk 在";
        var (shared, alone) = (Fold(lines, AmyThenBen), Fold(lines, ""));
        Assert.Equal(2, shared.Facts.Sessions.Select(s => s.Id).Distinct().Count());
        Assert.Equal(shared.Facts.Sessions[0].Start, shared.Facts.Sessions[1].Start);
        Assert.Equal(alone.Facts.Sessions[0].Id, shared.Facts.Sessions[0].Id);
        Assert.Equal(2, shared.Facts.Receptions.Select(r => r.Id).Distinct().Count());
    }

    [Fact]
    public void A_transfer_to_a_shared_account_waits_for_whoever_replies()
    {
        var day = Fold("17:59:00 buyer>ann 在吗\n17:59:30 ann -> desk\n18:00:10 desk 在", AmyThenBen);
        // From the transfer: 17:59:30 → 18:00:10.
        Assert.Equal((1, 40, 1), (day["ben", Rounds], day["ben", RoundSeconds], day["ben", TransferredIn]));
        Assert.Equal((0, 0), (day["amy", TransferredIn], day["ann", UnansweredRounds]));
    }

    [Fact]
    public void Passing_on_is_done_by_who_is_on_shift_and_takes_the_open_round_along()
    {
        var day = Fold("17:59:00 buyer>desk 在吗\n18:00:00 desk -> ann\n18:00:20 ann 在", AmyThenBen);
        Assert.Equal((1, 0, 0), (day["ben", TransferredOut], day["ben", UnansweredRounds], day["amy", Consulted]));
        Assert.Equal((1, 20), (day["ann", Rounds], day["ann", RoundSeconds]));
    }

    [Fact]
    public void Other_accounts_and_an_account_without_shifts_are_as_ever()
    {
        const string lines = "17:59:00 buyer>ann 在吗\n18:00:30 ann 在\n18:01:00 buyer2>desk 在吗\n18:01:10 desk 在";
        var (shared, alone) = (Fold(lines, AmyThenBen), Fold(lines, ""));
        Assert.Equal((90, 10, 10), (shared["ann", RoundSeconds], shared["ben", RoundSeconds], alone["desk", RoundSeconds]));
        Assert.Equal(alone.Facts.Sessions.Select(s => s.Id), shared.Facts.Sessions.Select(s => s.Id));
    }
}
