using Heng.App.Features.Training;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Exams;

/// <summary>An exam with the versions of its bank and everybody's sittings, as they are kept.</summary>
public sealed class ExamBook
{
    private readonly KeptMatter<ExamBankHappening>? bank;

    private ExamBook(KeptMatter<ExamHappening> kept, KeptMatter<ExamBankHappening>? bank, IReadOnlyList<KeptMatter<SittingHappening>> sittings) => (Kept, this.bank, Sittings) = (kept, bank, sittings);

    public KeptMatter<ExamHappening> Kept { get; }
    public ExamState State => new(Kept.Happened);
    public IReadOnlyList<KeptMatter<SittingHappening>> Sittings { get; }

    public static ExamBook? Find(Database database, long id) => database.Matters(LearningKinds.Exams).Find(id) is { } kept ? Of(database, kept) : null;

    public static ExamBook Of(Database database, KeptMatter<ExamHappening> kept)
    {
        var setting = new ExamState(kept.Happened).Setting;
        // A sitting speaks of the day that it was begun on, which lies within the window.
        var sittings = database.Matters(LearningKinds.Sittings).Between(ShopClock.Shanghai.DayOf(setting.Opens), ShopClock.Shanghai.DayOf(setting.Closes)).Where(s => s.Happened[0].Exam == kept.Id);
        return new(kept, database.Matters(LearningKinds.Banks).Find(setting.Bank), [.. sittings]);
    }

    public ExamBank Bank(int version) => bank!.Happened[version - 1].Bank!;

    public IReadOnlyList<PaperQuestion> Paper(SittingState sitting) => ExamPaper.Of(Bank(sitting.Version), State.Setting.FixedIds, State.Setting.Draws, sitting.Seed);

    public ScoredSitting Scored(SittingState sitting) => ScoredSitting.Of(sitting, Bank(sitting.Version), State.Setting);

    public IReadOnlyList<SittingState> Of(string name) => [.. Sittings.Select(s => new SittingState(s.Happened)).Where(s => s.Who == name).OrderBy(s => s.Try)];

    public KeptMatter<SittingHappening>? Running(string name, Instant now) => Sittings.FirstOrDefault(s => new SittingState(s.Happened) is var state && state.Who == name && !state.IsOver(now));

    public ExamResult Result(string name, Instant now) => ExamResult.Of(name, [.. Of(name).Select(Scored)], State, now);
}
