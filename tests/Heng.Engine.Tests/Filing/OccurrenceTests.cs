using Heng.Engine.Filing;
using Heng.Engine.Records;

namespace Heng.Engine.Tests.Filing;

public sealed class OccurrenceTests
{
    private static readonly DateOnly Day = new(2026, 11, 2);
    private static readonly Instant At = new(1_793_600_000);
    private static readonly FilingActor Chen = new("陈静", true), Zhao = new("赵磊", true), Hr = new("人事", true, true), Wang = new("王雨桐", false), Li = new("李思远", false);
    private static readonly OccurrenceText Text = new(OccurrenceKind.Conduct, "脱岗", Day, null, null, null, "离开 40 分钟", null);
    private static readonly OccurrenceType Type = new(OccurrenceKind.Conduct, new("脱岗", "Off post"));

    private static FilingStep<OccurrenceHappening> Record(OccurrenceText? text = null, FilingActor? by = null, OccurrenceType? type = null) => OccurrenceCycle.Record(by ?? Chen, "王雨桐", text ?? Text, type ?? Type, At, Day);

    private static OccurrenceState Recorded(bool atOnce = false) => new("王雨桐", Day, [Record(type: Type with { AtOnce = atOnce }).Happens!]);

    private static OccurrenceState Then(OccurrenceState state, OccurrenceEvent what, FilingActor by, string why = "", int days = 0) =>
        state.After(OccurrenceCycle.Decide(state, new(what, by, why), 3, At, Day.AddDays(days)).Happens!);

    private static FilingRefusal? No(OccurrenceState state, OccurrenceEvent what, FilingActor by, string why = "x", int days = 0) => OccurrenceCycle.Decide(state, new(what, by, why), 3, At, Day.AddDays(days)).Refused;

    [Fact]
    public void Each_reason_against_a_record_is_named()
    {
        Assert.Equal(FilingRefusal.OwnChecked, Record(by: Wang with { Checks = true }).Refused);
        Assert.Equal(FilingRefusal.RoleMayNot, Record(by: Li).Refused);
        Assert.Equal(FilingRefusal.KindMissing, Record(Text with { Name = null }).Refused);
        Assert.Equal(FilingRefusal.DueMissing, Record(Text with { Day = null }).Refused);
        Assert.Equal(FilingRefusal.DayAhead, Record(Text with { Day = Day.AddDays(1) }).Refused);
        Assert.Equal(FilingRefusal.NothingShown, Record(Text with { Words = null }).Refused);
        Assert.Null(Record(Text with { Words = null, Evidence = 1 }).Refused);
        Assert.Equal(FilingRefusal.CostNegative, Record(Text with { Cost = -0.01m }).Refused);
        Assert.Equal(FilingRefusal.TooLong, Record(Text with { Words = new('长', 501) }).Refused);
        Assert.Null(Record(Text with { Words = new('长', 500) }).Refused);
        Assert.Equal(Day.AddDays(3), Record().Happens!.AnswerBy);
    }

    [Fact]
    public void It_counts_when_a_second_person_confirms_after_the_person_was_heard()
    {
        var state = Recorded();
        Assert.Equal(OccurrenceStage.Waits, state.Stage);
        Assert.Equal(FilingRefusal.SamePerson, No(state, OccurrenceEvent.Confirmed, Chen, days: 4));
        Assert.Equal(FilingRefusal.OwnChecked, No(state, OccurrenceEvent.Confirmed, Wang with { Checks = true }, days: 4));
        // Until the end of the third day the person may still speak.
        Assert.Equal(FilingRefusal.StillToAnswer, No(state, OccurrenceEvent.Confirmed, Zhao, days: 3));
        Assert.Null(No(state, OccurrenceEvent.Confirmed, Zhao, days: 4));
        Assert.Null(No(state, OccurrenceEvent.Objected, Wang, days: 3));
        Assert.Equal(FilingRefusal.AnswerOver, No(state, OccurrenceEvent.Objected, Wang, days: 4));
        Assert.Equal(FilingRefusal.NeedsReason, No(state, OccurrenceEvent.Objected, Wang, " "));
        Assert.Equal(FilingRefusal.NotYours, No(state, OccurrenceEvent.Objected, Li));
        var objected = Then(state, OccurrenceEvent.Objected, Wang, "去仓库核对");
        Assert.Equal((OccurrenceStage.Waits, true, "去仓库核对", ""), (objected.Stage, objected.ObjectionOpen, objected.Answer!.Words, objected.Answer.Why));
        var confirmed = Then(objected, OccurrenceEvent.Confirmed, Zhao);
        Assert.Equal((OccurrenceStage.Counts, false, 3), (confirmed.Stage, confirmed.ObjectionOpen, confirmed.Number));
        Assert.Equal(new Incident("", Day, "王雨桐", "脱岗", 3, "离开 40 分钟"), confirmed.AsIncident);
        Assert.Equal(FilingRefusal.AlreadyDecided, No(confirmed, OccurrenceEvent.Dismissed, Hr, days: 9));
    }

    [Fact]
    public void Acknowledged_it_counts_and_withdrawn_it_keeps_its_number_and_says_why()
    {
        var counts = Then(Recorded(), OccurrenceEvent.Acknowledged, Wang);
        Assert.Equal((OccurrenceStage.Counts, 3), (counts.Stage, counts.Number));
        Assert.Equal(FilingRefusal.AlreadyAnswered, No(counts, OccurrenceEvent.Objected, Wang));
        Assert.Equal(FilingRefusal.NeedsReason, No(counts, OccurrenceEvent.Withdrawn, Chen, " "));
        Assert.Equal(FilingRefusal.RoleMayNot, No(counts, OccurrenceEvent.Withdrawn, Zhao));
        Assert.Equal(FilingRefusal.OwnChecked, No(counts, OccurrenceEvent.Withdrawn, Wang));
        var gone = Then(counts, OccurrenceEvent.Withdrawn, Chen, "记错了人");
        Assert.Equal((OccurrenceStage.Withdrawn, 3, "记错了人"), (gone.Stage, gone.AsIncident.Number, gone.AsIncident.Withdrawn));
        Assert.Equal(FilingRefusal.AlreadyWithdrawn, No(gone, OccurrenceEvent.Withdrawn, Hr));
        Assert.Null(No(counts, OccurrenceEvent.Withdrawn, Hr));
    }

    [Fact]
    public void What_counts_at_once_is_decided_anew_after_an_objection()
    {
        var counts = Then(Recorded(atOnce: true), OccurrenceEvent.Counted, Chen);
        Assert.Equal(OccurrenceStage.Counts, counts.Stage);
        Assert.Equal(FilingRefusal.AlreadyDecided, No(counts, OccurrenceEvent.Dismissed, Zhao, days: 9));
        var objected = Then(counts, OccurrenceEvent.Objected, Wang, "在岗");
        Assert.Equal((OccurrenceStage.Counts, true), (objected.Stage, objected.ObjectionOpen));
        Assert.Equal(FilingRefusal.SamePerson, No(objected, OccurrenceEvent.Dismissed, Chen));
        Assert.Equal(FilingRefusal.NeedsReason, No(objected, OccurrenceEvent.Dismissed, Zhao, ""));
        Assert.Equal(OccurrenceStage.Dismissed, Then(objected, OccurrenceEvent.Dismissed, Zhao, "查监控在岗").Stage);
        // It was numbered when it began to count, and keeps its number.
        Assert.Null(OccurrenceCycle.Decide(objected, new(OccurrenceEvent.Confirmed, Zhao, ""), 9, At, Day).Happens!.Number);
        Assert.Equal(3, Then(objected, OccurrenceEvent.Confirmed, Zhao).Number);
        Assert.Equal(FilingRefusal.AlreadyDecided, No(Recorded(), OccurrenceEvent.Counted, Chen));
    }

    [Fact]
    public void A_shop_sets_kinds_anew_adds_its_own_and_ends_them()
    {
        OccurrenceTypeHappening Set(string zh, bool atOnce) => OccurrenceTypes.Set(Hr, OccurrenceKind.Conduct, zh, null, atOnce, null, At).Happens!;
        var types = OccurrenceTypes.Of([Set("脱岗", true), Set("抽烟", false), new(OccurrenceTypeEvent.Ended, "人事", At, "") { Kind = OccurrenceKind.Conduct, Zh = "旷工" }]);
        Assert.True(types.Single(t => t.Name.Zh == "脱岗").AtOnce);
        Assert.Equal("抽烟", types[^1].Name.Zh);
        Assert.DoesNotContain(types, t => t.Name.Zh == "旷工");
        Assert.Equal(OccurrenceTypes.Shipped.Count, types.Count);
        Assert.Equal(FilingRefusal.RoleMayNot, OccurrenceTypes.Set(Chen, OccurrenceKind.Conduct, "x", null, false, null, At).Refused);
        Assert.Equal(FilingRefusal.CountMissing, OccurrenceTypes.Set(Hr, OccurrenceKind.Conduct, "x", null, false, 31, At).Refused);
        Assert.Null(OccurrenceTypes.Set(Hr, OccurrenceKind.Conduct, "x", null, false, 30, At).Refused);
    }

    [Fact]
    public void What_a_file_is_its_first_bytes_say()
    {
        Assert.Equal(EvidenceType.Png, Evidences.TypeOf([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0]));
        Assert.Equal(EvidenceType.Jpeg, Evidences.TypeOf([0xFF, 0xD8, 0xFF, 0xE0]));
        Assert.Equal(EvidenceType.Webp, Evidences.TypeOf("RIFF\0\0\0\0WEBPVP8 "u8));
        Assert.Null(Evidences.TypeOf("RIFF\0\0\0\0WAVEfmt "u8));
        Assert.Equal(EvidenceType.Pdf, Evidences.TypeOf("%PDF-1.7"u8));
        Assert.Null(Evidences.TypeOf("<script>"u8));
        Assert.Null(Evidences.TypeOf([]));
    }

    [Theory]
    [InlineData("/reception/1", true), InlineData("https://a.example/1", true), InlineData("//evil.example", false), InlineData("/\\evil.example", false), InlineData("javascript:alert(1)", false), InlineData("看聊天", false)]
    public void A_link_leads_into_this_site_or_the_web_and_nowhere_else(string link, bool leads) => Assert.Equal(leads ? link : null, FilingText.Address(link));
}
