using Heng.App.Features.Facts;
using Heng.App.Features.Months;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Appeals;

public sealed partial class AppealFacts
{
    private KnownFact? OfPeople(CorrectedFact kind, string fact, Month month)
    {
        var records = new PeopleRecords(database, roster, new(month, month));
        var corrected = CorrectionOf(Shops.Company, kind, fact);
        // Marks of peers and subordinates have no names, so none of them can be pointed at; who guesses its id learns nothing.
        if (kind == CorrectedFact.Entry) return records.Entries.SelectMany(g => g).FirstOrDefault(e => !RaterMean.IsUnnamed(e.Rater) && Corrections.IdOf(e) == fact) is { } entry ? Entry(entry, fact, corrected) : null;
        return records.Attendances.Values.FirstOrDefault(a => Corrections.IdOf(a) == fact) is { } sheet ? Sheet(sheet, fact, corrected) : null;
    }

    private KnownFact Entry(Entry entry, string fact, Correction? corrected)
    {
        var (rater, group) = (RaterWords.Of(entry.Rater), roster.Find(entry.Agent) is { } person ? roster.In(person.Id, entry.Month)?.Group : null);
        // Without a name beside them a leader's points are those of whoever leads the group.
        IEnumerable<string?> givers = entry.By is { } by ? [by] : entry.Rater == "leader" ? Recipients.LeadersOf(database, group) : [];
        return new(new("", CorrectedFact.Entry, fact, entry.Month.First), new($"评分 · {entry.Item}", $"Rater's points · {entry.Item}"),
        [
            new(new("分数", "Points"), Same(Show.Trimmed(entry.Points))), new(new("评分人", "Given by"), entry.By is null ? rater : new($"{rater.Zh}（{entry.By}）", $"{rater.En} ({entry.By})")),
            new(new("谁的", "Whose"), Same(entry.Agent), entry.Agent), .. entry.Comment is { Length: > 0 } said ? [new FactLine(new("评语", "Comment"), Same(said))] : Array.Empty<FactLine>(),
        ])
        {
            Bears = Names(entry.Agent), Parties = Names(givers), Stands = new(Points: entry.Points), Corrects = wish => wish.Points is { } points && points != entry.Points, Corrected = corrected,
            Href = Links.ExplainItem(entry.Month, entry.Agent, entry.Item),
        };
    }

    private KnownFact Sheet(Attendance sheet, string fact, Correction? corrected) => new(
        new("", CorrectedFact.Attendance, fact, sheet.Month.First), new($"出勤 · {ShowDates.Words(sheet.Month, Language.Zh)}", $"Attendance · {ShowDates.Words(sheet.Month, Language.En)}"),
        [
            new(new("应出勤", "Days due"), new($"{Show.Trimmed(sheet.DueDays)} 天", $"{Show.Trimmed(sheet.DueDays)} days")), new(new("计薪", "Days paid"), new($"{Show.Trimmed(sheet.PaidDays)} 天", $"{Show.Trimmed(sheet.PaidDays)} days")),
            new(new("谁的", "Whose"), Same(sheet.Agent), sheet.Agent),
        ])
        {
            Bears = Names(sheet.Agent), Stands = new(DueDays: sheet.DueDays, PaidDays: sheet.PaidDays), Corrected = corrected,
            Corrects = wish => (wish.DueDays ?? sheet.DueDays) is > 0 and <= 31 and var due && (wish.PaidDays ?? sheet.PaidDays) is >= 0 and var paid && paid <= due && (due, paid) != (sheet.DueDays, sheet.PaidDays),
        };

    private KnownFact? Message(Shop shop, string fact, DateOnly day)
    {
        if (fact.Length != 32 || database.Days.Load(shop.Id, day, withText: true) is not { } records) return null;
        var row = Array.FindIndex(records.Key!, key => Corrections.IdOf(key) == fact);
        if (row < 0) return null;
        var (rules, characters) = (RulesOf(shop, day), new Utf8Characters());
        var account = database.Names.Accounts.NameOf(shop.Id, records.Account[row]);
        var buyer = database.Names.Buyers.NameOf(shop.Id, records.Buyer[row]);
        var whose = NameOf(new Seating(database, roster).AgentAt(account, records.At(row), rules.Clock));
        var from = records.From[row] switch { Sender.Buyer => new Wording("买家", "the buyer"), Sender.Agent => new(whose ?? account, whose ?? account), _ => new("系统或机器人", "system or robot") };
        var taken = CorrectionOf(shop, CorrectedFact.Message, fact);
        return new(new(shop.Name, CorrectedFact.Message, fact, day), new($"聊天消息 · {Masked.Name(buyer)}", $"Message · {Masked.Name(buyer)}"),
        [
            new(new("谁写的", "Written by"), from, records.From[row] == Sender.Agent ? whose : null), new(new("时间", "When"), Same(ShowDates.Second(rules.Clock.ToLocal(records.At(row))))),
            new(new("内容", "Text"), Same(Masked.In(characters.Of(records.Text![row]).ToString(), buyer))), new(new("客服", "Agent"), Same(whose ?? account), whose),
        ])
        { Bears = Names(whose), Corrects = _ => taken is null, Corrected = taken };
    }
}
