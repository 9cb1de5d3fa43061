using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Floor;

/// <summary>What the pages of the floor are made with: the database, where imports take turns, the clock, and who asks.</summary>
public sealed record FloorDesk(Database Database, string Folder, TimeProvider Time, ViewerFor Viewers)
{
    public Instant Now => new(Time.GetUtcNow().ToUnixTimeSeconds());
    /// <summary>The day on the wall.</summary>
    public DateOnly Today => ShopClock.Shanghai.DayOf(Now);

    /// <summary>Why somebody may do nothing at all here; null where they may.</summary>
    public static Refusal? Checked(Viewer viewer, string? why) =>
        viewer.Role is Role.Operator ? DoingWords.NeedsNamedPerson : why?.Length > DoingWords.LongestReason ? DoingWords.ReasonTooLong : null;
}

/// <summary>How forms of the floor answer: back to their page where it was done, the page with the refusal where not.</summary>
internal static class FloorAnswer
{
    public static IResult Of<TPage, TView>(Seen<TView> seen, Func<TView, Refusal?> refused, string back) where TPage : Microsoft.AspNetCore.Components.IComponent where TView : class =>
        seen.View is not { } page ? Pages.Error(seen.Status) : refused(page) is null ? new SeeOther(back) : Pages.Show<TPage>(page, StatusCodes.Status400BadRequest);
}
