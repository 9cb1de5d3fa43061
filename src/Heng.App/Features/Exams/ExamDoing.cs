using System.Globalization;
using System.Security.Cryptography;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Importing;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Features.Training;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Exams;

/// <summary>Brings banks, sets exams, takes and scores sheets for a page or a command, and says why not. A final result becomes the record that an import would bring.</summary>
public sealed class ExamDoing(Database database, string folder, TimeProvider time)
{
    private const int Tries = 5;
    private Matters<SittingHappening> Sittings => database.Matters(LearningKinds.Sittings);
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
    private Asking Asking => new(database, ShopClock.Shanghai.DayOf(Now));

    /// <summary>A bank that is brought again is its next version; what was asked from an earlier one stays with it.</summary>
    public (int Version, Refusal? Refused) Bring(ExamBank bank, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return (0, DoingWords.NeedsNamedPerson);
        if (!Rights.AsksToLearn(viewer)) return (0, ExamWords.Of(ExamRefusal.RoleMayNot));
        var (now, banks) = (Now, database.Matters(LearningKinds.Banks));
        for (var tried = 0; tried < Tries; tried++)
        {
            var kept = banks.Find(bank.Id);
            var version = (kept?.Happened.Count ?? 0) + 1;
            var happens = new ExamBankHappening(ExamBankEvent.Imported, Asking.NameOf(viewer), now, string.Create(CultureInfo.InvariantCulture, $"v{version}, {bank.Questions.Count}")) { Bank = bank };
            if (kept is null ? banks.Begin(new("", Today, Today, bank.Id), happens) is not null : banks.Append(kept, happens)) return (version, null);
        }
        return (0, DoingWords.ChangedMeanwhile);
    }

    public (long? Begun, Refusal? Refused) Set(ExamForm form, long? id, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return (null, DoingWords.NeedsNamedPerson);
        if (database.Matters(LearningKinds.Banks).Find(form.Bank) is not { } bank) return (null, ExamWords.BankUnknown);
        if (form.DrawsElsewhere) return (null, ExamWords.DrawsElsewhere);
        var (asking, book) = (Asking, id is { } of ? ExamBook.Find(database, of) : null);
        var setting = new ExamSetting(form.Name, form.Bank, bank.Happened.Count, ExamForms.Ids(form.FixedIds), ExamForms.Draws(form.Draws), form.Minutes ?? 0, form.Opens ?? default, form.Closes ?? default, (form.Pass ?? -1m) / 100m, form.Tries ?? 0, asking.Chosen(form.Asked, viewer));
        var step = ExamCycle.Set(book?.State, asking.ExaminerOf(viewer), setting, bank.Happened[^1].Bank!, book?.Sittings.Count > 0, Now);
        if (step.Refused is { } refused) return (null, ExamWords.Of(refused));
        var exams = database.Matters(LearningKinds.Exams);
        var kept = book?.Kept ?? exams.Begin(new("", ShopClock.Shanghai.DayOf(setting.Opens), ShopClock.Shanghai.DayOf(setting.Closes)), step.Happens!)!;
        if (book is not null && !exams.Append(kept, step.Happens!)) return (null, DoingWords.ChangedMeanwhile);
        Tell(kept, book is null ? LearningNoticeWords.ExamSet : LearningNoticeWords.ExamChanged, setting, step.Happens!, setting.Asked);
        return (kept.Id, null);
    }

    public Refusal? CallOff(long id, string why, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        if (why.Length > DoingWords.LongestReason) return DoingWords.ReasonTooLong;
        var book = ExamBook.Find(database, id)!;
        var step = ExamCycle.CallOff(book.State, Asking.ExaminerOf(viewer), why, book.Sittings.Count > 0, Now);
        if (step.Refused is { } refused) return ExamWords.Of(refused);
        if (!database.Matters(LearningKinds.Exams).Append(book.Kept, step.Happens!)) return DoingWords.ChangedMeanwhile;
        Tell(book.Kept, LearningNoticeWords.ExamCalledOff, book.State.Setting, step.Happens!, book.State.Setting.Asked);
        return null;
    }

    /// <summary>The seed is drawn here and kept. Of two beginnings at once one is kept: the number of the try is its key.</summary>
    public Refusal? Begin(long id, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        var (book, me, now) = (ExamBook.Find(database, id)!, Asking.NameOf(viewer), Now);
        var step = SittingCycle.Begin(book.State, id, me, book.Of(me), BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)), now);
        if (step.Refused is { } refused) return ExamWords.Of(refused);
        Sittings.Begin(new(me, Today, Today, string.Create(CultureInfo.InvariantCulture, $"{id}/{me}/{step.Happens!.Try}")), step.Happens);
        return null;
    }

    /// <summary>Keeps what is new of a sheet; what two devices send at once is kept one after the other.</summary>
    public Refusal? Answer(long id, Viewer viewer, Func<SittingState, IReadOnlyList<PaperQuestion>, IReadOnlyList<SittingAnswer>> answers, bool handIn, bool sure)
    {
        if (viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        var me = Asking.NameOf(viewer);
        for (var tried = 0; tried < Tries; tried++)
        {
            var book = ExamBook.Find(database, id)!;
            if (book.Sittings.LastOrDefault(s => s.Happened[0].Who == me) is not { } kept) return ExamWords.Of(ExamRefusal.NotYours);
            var (state, paper) = (new SittingState(kept.Happened), book.Paper(new(kept.Happened)));
            var step = SittingCycle.Answer(state, me, paper, answers(state, paper), Now);
            if (step.Refused is { } refused) return ExamWords.Of(refused);
            if (step.Happens is { } happens && !Sittings.Append(kept, happens)) continue;
            if (!handIn) return null;
            // Looked at anew: what was just kept is a part of it.
            kept = Sittings.Find(kept.Id)!;
            state = new(kept.Happened);
            if (!sure && paper.Any(p => state.AnswerTo(p.Question.Id) is not { IsEmpty: false })) return ExamWords.SomeUnanswered;
            var done = SittingCycle.HandIn(state, me, Now);
            if (done.Refused is { } late) return ExamWords.Of(late);
            if (!Sittings.Append(kept, done.Happens!)) continue;
            Settle(id);
            return null;
        }
        return DoingWords.ChangedMeanwhile;
    }

    public Refusal? Score(long id, KeptMatter<SittingHappening> kept, IReadOnlyList<SittingMark> marks, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        var (book, by) = (ExamBook.Find(database, id)!, Asking.ExaminerOf(viewer));
        var state = new SittingState(kept.Happened);
        var step = SittingCycle.Score(state, by.Name, ExamCycle.MayChange(book.State, by) && by.Sets, book.Paper(state), marks, Now);
        if (step.Refused is ExamRefusal.UnchangedMark) return null;
        if (step.Refused is { } refused) return ExamWords.Of(refused);
        return Sittings.Append(kept, step.Happens!) ? null : DoingWords.ChangedMeanwhile;
    }

    /// <summary>Puts final results on record, once each, and tells who scores that there is something to. What can't be done while an import runs is done by the next round.</summary>
    public void Settle(long id)
    {
        var (book, now) = (ExamBook.Find(database, id)!, Now);
        if (book.State.IsCalledOff) return;
        var open = false;
        foreach (var name in book.Sittings.Select(s => s.Happened[0].Who).Distinct(StringComparer.Ordinal).ToArray())
        {
            var result = book.Result(name, now);
            open |= result.Tries.Any(t => t.Sitting.IsOver(now) && t.Points is null);
            if (result.Tries.Any(t => t.Sitting.IsRecorded) || result.Record(book.State.Setting.Name) is not { } record) continue;
            var kept = book.Sittings.First(s => s.Happened[0].Who == name && s.Happened[0].Try == result.Best!.Sitting.Try);
            var happens = new SittingHappening(SittingEvent.Recorded, "", now, string.Create(CultureInfo.InvariantCulture, $"{record.Score} / {record.Full}"));
            if (new ByHand(database, folder, time).Keep(LearningKinds.Sittings, kept, happens, "exams", HandRecord.Of(RecordKinds.Exams, record)) is not null) continue;
            Tell(book.Kept, LearningNoticeWords.ExamFinal, book.State.Setting, happens, [name]);
        }
        if (open) Tell(book.Kept, LearningNoticeWords.ExamToScore, book.State.Setting, book.Kept.Happened[0] with { Who = "", At = now }, [book.State.SetBy, .. Recipients.Holding(database, Role.Qa)]);
    }

    /// <summary>Those whose window is open or was over in the last days: time ends sheets that nobody hands in.</summary>
    public void SettleAll()
    {
        foreach (var exam in database.Matters(LearningKinds.Exams).Between(Today.AddDays(-14), Today).ToArray()) Settle(exam.Id);
    }

    private DateOnly Today => ShopClock.Shanghai.DayOf(Now);

    private void Tell(KeptMatter<ExamHappening> kept, string kind, ExamSetting setting, MatterStep happened, IReadOnlyList<string> whom)
    {
        string Minute(Instant at) => ShowDates.Minute(ShopClock.Shanghai.ToLocal(at));
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = setting.Name, ["by"] = happened.Who, ["at"] = Minute(setting.Opens), ["until"] = Minute(setting.Closes), ["minutes"] = setting.Minutes.ToString(CultureInfo.InvariantCulture), ["why"] = kind == LearningNoticeWords.ExamCalledOff ? happened.Why : "",
        };
        // Of changes each is told, of all else the exam alone.
        var occasion = kind == LearningNoticeWords.ExamChanged ? string.Create(CultureInfo.InvariantCulture, $"{kept.Subject}/{happened.At.UnixSeconds}") : kept.Subject;
        var link = kind == LearningNoticeWords.ExamToScore ? Links.ExamWords(kept.Id) : Links.Exam(kept.Id);
        database.Notices.Tell([.. whom.Where(w => w != happened.Who).Distinct(StringComparer.Ordinal).Select(to => new Notice(to, kind, occasion, words, link, happened.At))]);
    }
}
