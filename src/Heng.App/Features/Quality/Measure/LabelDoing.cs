using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Features.Quality.Rules;
using Heng.App.Features.Receptions;
using Heng.Engine.Facts;
using Heng.Engine.Quality.Book;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Quality.Measure;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Quality.Measure;

/// <summary>A place of a reception: a hit of a rule, or, told by its message, one that no version hit.</summary>
public sealed record LabelledPlace(Shop Shop, string Rule, string Place, long Reception, DateOnly Day, string? Message = null);

/// <summary>Keeps what people say of places, and that they read receptions whole.</summary>
public sealed class LabelDoing(Database database, TimeProvider time)
{
    public Refusal? Label(LabelledPlace place, bool isThere, TruthSource source, bool whole, string? why, Viewer viewer)
    {
        if (Checked(viewer, why) is { } no) return no;
        if (place.Message is null && !IsFinding(place)) return MeasuredWords.Of(MeasureRefusal.PlaceUnknown);
        return Keep(place, new(isThere ? LabelEvent.There : LabelEvent.NotThere, NameOf(viewer), Now, why ?? "", source, whole)
        {
            Shop = place.Shop.Name, Reception = DayCheck.IdText(place.Reception), Message = place.Message,
        });
    }

    /// <summary>That somebody looked at a hit and cannot say: it says nothing, and comes round again for them once the others are done.</summary>
    public Refusal? Skip(LabelledPlace place, Viewer viewer) => Checked(viewer, null)
        ?? Keep(place, new(LabelEvent.Skipped, NameOf(viewer), Now, "", TruthSource.Inspection, false) { Shop = place.Shop.Name, Reception = DayCheck.IdText(place.Reception) });

    /// <summary>A line in which a rule missed what it looks for: the same place that a later version would hit there.</summary>
    public Refusal? Missed(Shop shop, Reception reception, string rule, string? message, IReadOnlyList<ChatLine> lines, Viewer viewer)
    {
        if (Checked(viewer, null) is { } no) return no;
        if (new QualityBook(database).Courses.FirstOrDefault(c => c.Id == rule).Course is not { } course) return MeasuredWords.Of(MeasureRefusal.RuleUnknown);
        if (message is null || lines.FirstOrDefault(l => l.Fact == message) is not { } line) return MeasuredWords.Of(MeasureRefusal.PlaceUnknown);
        if (!Reads(course, reception.Day, line)) return MeasuredWords.Of(MeasureRefusal.LineNotRead);
        var place = DayCheck.IdText(DayCheck.IdOf(rule, reception.Id, message, 0));
        return Label(new(shop, rule, place, reception.Id, reception.Day, message), isThere: true, TruthSource.Audit, whole: true, null, viewer);
    }

    /// <summary>Who pointed at a line takes it back, before the reception is read to its end and after; what was said stays in the log, and counts no more.</summary>
    public Refusal? TakeBack(string rule, string place, string? why, Viewer viewer)
    {
        if (Checked(viewer, why) is { } no) return no;
        var (matters, who) = (database.Matters(MeasureMatters.Label), NameOf(viewer));
        if (matters.Find(MeasureMatters.LabelKey(rule, place)) is not { } kept || PlaceLabel.Of(kept) is var label && !(label.IsMissed && label.IsBy(who))) return MeasuredWords.Of(MeasureRefusal.NothingToTakeBack);
        if (string.IsNullOrWhiteSpace(why)) return MeasuredWords.Of(MeasureRefusal.NeedsReason);
        return matters.Append(kept, new(LabelEvent.TakenBack, who, Now, why, TruthSource.Audit, true)) ? null : DoingWords.ChangedMeanwhile;
    }

    /// <summary>Whether any version that looked at the day reads what that side writes; where none ran, the one that speaks for the rule.</summary>
    private static bool Reads(RuleCourse course, DateOnly day, ChatLine line)
    {
        if (line.Notice is not null || line.Recalled || line.Corrected) return false;
        Engine.Quality.Role? role = line.From switch { Speaker.Agent => Engine.Quality.Role.Agent, Speaker.Buyer => Engine.Quality.Role.Buyer, _ => null };
        var versions = course.Versions.Where(v => v.RunsOn(day)).DefaultIfEmpty(course.Shown(day));
        return role is { } side && versions.Any(v => RuleTexts.Read(v.Text).When.Reads(side));
    }

    /// <summary>Nothing more is in the reception: each of its hits is said to be right or wrong, and it was read from end to end.</summary>
    public Refusal? Read(Shop shop, Reception reception, IReadOnlyList<(KeptFinding Hit, bool? IsThere)> hits, Viewer viewer)
    {
        if (Checked(viewer, null) is { } no) return no;
        if (hits.Any(h => h.IsThere is null)) return MeasuredWords.Of(MeasureRefusal.AnswerMissing);
        var (matters, id) = (database.Matters(MeasureMatters.Audit), DayCheck.IdText(reception.Id));
        if (matters.Find(MeasureMatters.AuditKey(shop.Name, id)) is not null) return MeasuredWords.Of(MeasureRefusal.AlreadyRead);
        foreach (var (hit, isThere) in hits)
            if (Label(new(shop, hit.Rule, DayCheck.IdText(hit.Id), reception.Id, reception.Day), isThere!.Value, TruthSource.Audit, whole: true, null, viewer) is { } refused) return refused;
        var missed = database.Matters(MeasureMatters.Label).Between(reception.Day, reception.Day).Select(PlaceLabel.Of).Count(l => l.IsMissed && l.IsIn(shop.Name, id));
        var step = new AuditStep(AuditEvent.Read, NameOf(viewer), Now, "", shop.Name, id, hits.Count, missed);
        return matters.Begin(new("", reception.Day, reception.Day, MeasureMatters.AuditKey(shop.Name, id)), step) is null ? MeasuredWords.Of(MeasureRefusal.AlreadyRead) : null;
    }

    public Refusal? SetBar(Bar bar, string? why, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        if (!Rights.SetsQualityBar(viewer)) return MeasuredWords.Of(MeasureRefusal.RoleMayNot);
        if (why?.Length > DoingWords.LongestReason) return DoingWords.ReasonTooLong;
        if (!bar.IsSound) return MeasuredWords.Of(MeasureRefusal.BarUnsound);
        if (string.IsNullOrWhiteSpace(why)) return MeasuredWords.Of(MeasureRefusal.NeedsReason);
        var (matters, step, today) = (database.Matters(MeasureMatters.Bar), new BarStep(NameOf(viewer), Now, why, bar.Precision, bar.AtLeast), ShopClock.Shanghai.DayOf(Now));
        return (matters.Find(MeasureMatters.BarKey) is { } kept ? matters.Append(kept, step) : matters.Begin(new("", today, today, MeasureMatters.BarKey), step) is not null) ? null : DoingWords.ChangedMeanwhile;
    }

    /// <summary>The same said again by the same person, as a form sent twice, is kept once.</summary>
    private Refusal? Keep(LabelledPlace place, LabelStep step)
    {
        var (matters, key) = (database.Matters(MeasureMatters.Label), MeasureMatters.LabelKey(place.Rule, place.Place));
        if (matters.Find(key) is not { } kept)
            return matters.Begin(new(place.Rule, place.Day, place.Day, key), step) is null ? DoingWords.ChangedMeanwhile : null;
        if (step.Says && kept.Happened[^1] is var last && last.Who == step.Who && last.What == step.What && last.Source == step.Source && (last.Whole || !step.Whole)) return null;
        return matters.Append(kept, step) ? null : DoingWords.ChangedMeanwhile;
    }

    private bool IsFinding(LabelledPlace place) => long.TryParse(place.Place, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && database.Findings.Find(place.Shop.Id, place.Day, id).Any(f => f.Rule == place.Rule && f.Reception == place.Reception);

    private static Refusal? Checked(Viewer viewer, string? why) => viewer.Role is Role.Operator ? DoingWords.NeedsNamedPerson
        : !Rights.SetsQuality(viewer) ? MeasuredWords.Of(MeasureRefusal.RoleMayNot) : why?.Length > DoingWords.LongestReason ? DoingWords.ReasonTooLong : null;

    private string NameOf(Viewer viewer) => AppraisalDoing.ActorOf(viewer, database.People.Roster).Name;
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
