using Heng.App.Features.Importing;
using Heng.App.Features.Imports;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Store;

namespace Heng.App.Features.Unmatched;

/// <summary>Fills the page of what is unmatched, for those who see everyone, and keeps a binding for those who import.</summary>
public sealed class UnmatchedQuery(Database database, ViewerFor viewers, ImportJobs jobs, TimeProvider time)
{
    public Task<Seen<UnmatchedView>> For(UnmatchedAsk ask, HttpContext context) =>
        Task.FromResult(viewers(context) is { } viewer && Rights.SeesEveryone(viewer) ? View(ask, viewer) : Seen<UnmatchedView>.Forbidden);

    public Task<Seen<UnmatchedView>> Bind(UnmatchedAsk ask, BindForm form, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.Imports(viewer)) return Task.FromResult(Seen<UnmatchedView>.Forbidden);
        var refused = Kept(form, viewer.Name);
        return Task.FromResult<Seen<UnmatchedView>>(View(ask, viewer) with { Refused = refused });
    }

    private BindRefusal Kept(BindForm form, string by)
    {
        if (SaidDays.DayOf(form.From) is not { } from) return BindRefusal.Day;
        if (form.Account.Length is 0 or > 200) return BindRefusal.Gone;
        if (!form.Nobody && !form.Undo && database.People.Roster.Find(form.Person) is null) return BindRefusal.Person;
        try
        {
            var binding = new Binding(database, jobs.Folder, time);
            if (form.Undo) return binding.Undo(form.Account, form.Person, from, by) ? BindRefusal.None : BindRefusal.Gone;
            binding.Bind(form.Account, form.Nobody ? "" : form.Person, from, by);
            return BindRefusal.None;
        }
        catch (ImportBusyException)
        {
            return BindRefusal.Busy;
        }
    }

    private UnmatchedView View(UnmatchedAsk ask, Viewer viewer)
    {
        var roster = database.People.Roster;
        var accounts = new UnmatchedAccounts(database, roster, ask.Month).All();
        var page = Paging.Held(ask.Page, accounts.Count, UnmatchedAsk.PageSize);
        return new(ask with { Page = page }, Paging.Of(accounts, page, UnmatchedAsk.PageSize), accounts.Count, new UntalkedBuyers(database, ask.Month).All(),
            roster.Bindings, [.. roster.People.Select(p => p.Name)], Rights.Imports(viewer));
    }
}
