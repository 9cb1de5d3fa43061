using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;

namespace Heng.App.Features.WhyChanged;

/// <summary>Fills the page that splits the difference between two months of a person.</summary>
public sealed class ChangeQuery(BookCache books, ViewerFor viewers)
{
    public Task<Seen<ChangeView>> For(Month month, Month earlier, string agent, HttpContext context) => Task.FromResult(View(month, earlier, agent, viewers(context)));

    private Seen<ChangeView> View(Month month, Month earlier, string agent, Viewer? viewer)
    {
        if (viewer is null) return Seen<ChangeView>.Forbidden;
        var (then, now) = (books.Of(earlier), books.Of(month));
        // Who may not see everyone learns nothing from the answer about who works here.
        if (now.Find(agent) is not { } person || then.Find(agent) is not { } before)
            return Rights.SeesEveryone(viewer) || viewer.Person == agent ? Seen<ChangeView>.NotFound : Seen<ChangeView>.Forbidden;
        if (!KeptMonth.Sees(viewer, person) || !KeptMonth.Sees(viewer, before)) return Seen<ChangeView>.Forbidden;
        var steps = now.StepsFrom(then, books.Database);
        var pay = Rights.SeesPay(viewer, agent);
        return new ChangeView(earlier, month, agent, steps.Score(agent), pay ? steps.Pay(agent) : null, pay);
    }
}
