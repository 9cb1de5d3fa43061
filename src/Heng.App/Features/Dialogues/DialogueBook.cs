using System.Globalization;
using Heng.App.Features.Training;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Dialogues;

/// <summary>Looks up scripts and runs as they are kept.</summary>
public static class DialogueBook
{
    public static DialogueScript Script(Database database, string id, int version) => database.Matters(LearningKinds.Scripts).Find(id)!.Happened[version - 1].Script!;

    /// <summary>A run speaks of the day that it was begun on, which lies within the window.</summary>
    public static IReadOnlyList<KeptMatter<DialogueRunHappening>> RunsOf(Database database, KeptMatter<DialogueHappening> kept)
    {
        var setting = new DialogueState(kept.Happened).Setting;
        return [.. database.Matters(LearningKinds.Runs).Between(ShopClock.Shanghai.DayOf(setting.Opens), ShopClock.Shanghai.DayOf(setting.Closes)).Where(r => r.Happened[0].Dialogue == kept.Id)];
    }

    public static string KeyOf(long dialogue, string who) => string.Create(CultureInfo.InvariantCulture, $"{dialogue}/{who}");
}
