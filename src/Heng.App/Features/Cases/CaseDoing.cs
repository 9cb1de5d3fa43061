using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Floor;
using Heng.App.Features.Importing;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.Engine.Daily;
using Heng.Engine.Facts;
using Heng.Engine.Records;
using Heng.Intake.Fields;
using Heng.Store;

namespace Heng.App.Features.Cases;

/// <summary>A case to open: from a reception, or without one.</summary>
public sealed record NewCase(string? Reception, string Category, string Note, Instant? DueAt, string? To);

/// <summary>Opens cases and takes them on, for a page, and says why not. Each step writes the case's record as it is then.</summary>
public sealed class CaseDoing(FloorDesk desk)
{
    private const int LongestCategory = 40;
    // Of two that are opened in one second each gets a number of its own.
    private static readonly Lock Numbering = new();
    private readonly CaseBook book = new(desk.Database);

    public (CaseEntry? Opened, Refusal? Refused) Open(NewCase asked, Viewer viewer)
    {
        if (FloorDesk.Checked(viewer, null) is { } no) return (null, no);
        asked = asked with { Note = Privacy.Masked(asked.Note), Category = Privacy.Masked(asked.Category) };
        if (viewer.Person is not { } me) return (null, CaseWords.Of(CaseRefusal.NotYours));
        if (CaseCourse.MayOpen(asked.Note, asked.DueAt, desk.Now) is { } against) return (null, CaseWords.Of(against));
        if (asked.Category.Length > LongestCategory) return (null, CaseWords.Of(CaseRefusal.TextTooLong));
        if (asked.To is { } to && !IsPerson(to)) return (null, CaseWords.Of(CaseRefusal.UnknownPerson));
        var from = asked.Reception is null ? null : FindReception(asked.Reception, viewer);
        if (asked.Reception is not null && from is null) return (null, CaseWords.Of(CaseRefusal.NotYours));
        lock (Numbering) return Open(asked, me, from);
    }

    private (CaseEntry? Opened, Refusal? Refused) Open(NewCase asked, string me, (Shop Shop, Reception Reception, string Buyer)? from)
    {
        var shop = from?.Shop ?? (desk.Database.Shops.All is [var first, ..] ? first : null);
        // A form that is posted twice finds what the first opened.
        if (asked.Reception is { } of && desk.Database.Matters(FloorKinds.Cases).All.Any(k => k.Happened[0].Reception == of && CaseBook.Split(k.Of.Key!) is var (s, i) && book.Find(s, i)?.Stage == CaseStage.Open))
            return (null, CaseWords.Of(CaseRefusal.AlreadyOpen));
        var opened = new Case(shop?.Name ?? "", "", me, asked.To == me ? null : asked.To, desk.Now, asked.Category.Length > 0 ? asked.Category : null, from?.Buyer, asked.DueAt, null, null, true, null, asked.Note);
        var step = new CaseHappening(CaseEvent.Opened, me, desk.Now, asked.Note) { Shop = opened.Shop, Reception = asked.Reception, To = asked.To, DueAt = asked.DueAt };
        foreach (var id in FreeNumbers(opened.Shop))
        {
            var (begun, refused) = new ByHand(desk.Database, desk.Folder, desk.Time).Begin(FloorKinds.Cases, new(me, desk.Today, desk.Today, CaseBook.KeyOf(opened.Shop, id)), step with { Case = id }, "cases", HandRecord.Of(RecordKinds.Cases, opened with { Id = id }));
            // Somebody at another process took the number in between: the next one is free.
            if (refused == DoingWords.ChangedMeanwhile) continue;
            if (refused is not null) return (null, refused);
            new FloorTelling(desk.Database).Case(begun!, opened.Shop, id, asked.To is { } holder ? [holder] : []);
            return (book.Find(opened.Shop, id), null);
        }
        throw new InvalidOperationException("Numbers never end.");
    }

    /// <summary>The second's number, then the same with -2, -3 and so on, less those that are taken.</summary>
    private IEnumerable<string> FreeNumbers(string shop)
    {
        var second = ShopClock.Shanghai.ToLocal(desk.Now).ToString("'H'yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        for (var number = 1; ; number++)
            if ((number == 1 ? second : string.Create(CultureInfo.InvariantCulture, $"{second}-{number}")) is var id && book.Steps(shop, id) is null && book.Find(shop, id) is null) yield return id;
    }

    public Refusal? Do(string shop, string id, CaseEvent act, string note, string? to, string? department, Instant? dueAt, Viewer viewer)
    {
        (note, department) = (Privacy.Masked(note), department is null ? null : Privacy.Masked(department));
        if (FloorDesk.Checked(viewer, null) is { } no) return no;
        if (act is CaseEvent.Opened or CaseEvent.Taken || book.Find(shop, id) is not { } of || !MaySee(viewer, of)) return CaseWords.Of(CaseRefusal.NotYours);
        var actor = new CaseActor(new FloorOffices(desk.Database).NameOf(viewer), MayAct(viewer, of));
        var step = CaseCourse.Decide(of.Case, new(actor, act, note) { To = to, Department = department, DueAt = dueAt }, desk.Now, IsPerson);
        if (step.Refused is { } refused) return CaseWords.Of(refused);
        var (byHand, kept, record) = (new ByHand(desk.Database, desk.Folder, desk.Time), book.Steps(shop, id), HandRecord.Of(RecordKinds.Cases, step.Becomes!));
        // A case that an import brought begins its steps here with the first that is taken.
        var happens = step.Happens! with { Shop = shop, Case = id };
        var day = ShopClock.Shanghai.DayOf(of.Case.OpenedAt);
        var busy = kept is null
            ? byHand.Begin(FloorKinds.Cases, new(of.Holder, day, day, CaseBook.KeyOf(shop, id)), happens, "cases", record).Refused
            : byHand.Keep(FloorKinds.Cases, kept, happens, "cases", record);
        if (busy is null) new FloorTelling(desk.Database).Case(book.Steps(shop, id)!, shop, id, Told(act, of, step.Becomes!));
        return busy;
    }

    public static bool MaySee(Viewer viewer, CaseEntry of) => FloorRights.SeesFloor(viewer, of.Group) || viewer.Person is { } me && (me == of.Holder || me == of.Case.Agent);

    /// <summary>Its holder, who opened it, and who leads the holder's group.</summary>
    public static bool MayAct(Viewer viewer, CaseEntry of) => viewer.Person is { } me && (me == of.Holder || me == of.Case.Agent) || FloorRights.LeadsFloor(viewer, of.Group);

    /// <summary>The reception with its shop and buyer, where the viewer may see it.</summary>
    public (Shop Shop, Reception Reception, string Buyer)? FindReception(string id, Viewer viewer)
    {
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        foreach (var shop in desk.Database.Shops.All)
            if (desk.Database.Facts.Reception(shop.Id, number) is { } reception && new Sight(viewer, desk.Database.People.Roster).Sees(reception.Agent, reception.Day))
                return (shop, reception, desk.Database.Names.Buyers.NameOf(shop.Id, reception.Buyer));
        return null;
    }

    private static IReadOnlyList<string> Told(CaseEvent act, CaseEntry of, Case becomes) => act switch
    {
        CaseEvent.Passed => [becomes.Holder],
        CaseEvent.Solved or CaseEvent.Told => [of.Case.Agent, becomes.Holder],
        _ => [becomes.Holder],
    };

    private bool IsPerson(string name) => desk.Database.People.Roster is var roster && roster.Find(name) is { } person && roster.On(person.Id, desk.Today) is not null;
}

/// <summary>Reminds of cases on the day they are due, and once when they are late; of late ones the leaders of the group hear too.</summary>
public static class CaseReminders
{
    public static IReadOnlyList<Notice> Run(Database database, Instant now) => database.Notices.Tell([.. new CaseBook(database).All
        .Where(c => c is { Stage: CaseStage.Open, Holder.Length: > 0, Case.DueAt: not null } && (CaseCourse.IsLate(c.Case, now) || ShopClock.Shanghai.DayOf(c.Case.DueAt!.Value) == ShopClock.Shanghai.DayOf(now)))
        .SelectMany(c => Of(database, c, now))]);

    private static IEnumerable<Notice> Of(Database database, CaseEntry of, Instant now)
    {
        var late = CaseCourse.IsLate(of.Case, now);
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["case"] = of.Case.Id, ["late"] = late ? "yes" : "no" };
        var occasion = string.Create(CultureInfo.InvariantCulture, $"case/{of.Key}/{of.Case.DueAt!.Value.UnixSeconds}/{(late ? "late" : "due")}");
        return (late ? Recipients.LeadersOf(database, of.Group).Append(of.Holder) : [of.Holder]).Distinct(StringComparer.Ordinal)
            .Select(to => new Notice(to, FloorTelling.CaseDueKind, occasion, words, Ui.Links.Case(of.Case.Shop, of.Case.Id), now));
    }
}
