using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Pay.Guard;
using Heng.Engine.Records;

namespace Heng.App.Features.Guard;

/// <summary>Fills the page of the guard, and does what its forms ask for. It tells of everybody's pay, so it is for who sees that.</summary>
public sealed class GuardQuery(BookCache books, ViewerFor viewers, TimeProvider time)
{
    public Task<Seen<GuardView>> For(Month month, GuardForm? form, HttpContext context) => Task.FromResult(View(month, form, viewers(context)));

    private Seen<GuardView> View(Month month, GuardForm? form, Viewer? viewer)
    {
        if (viewer is null || !Rights.SeesGuard(viewer) || form is { Act: "set" } && !Rights.SetsGuard(viewer) || form is { Act: "acknowledge" } && !Rights.AcknowledgesGuard(viewer)) return Seen<GuardView>.Forbidden;
        var refused = form switch
        {
            { Act: "acknowledge" } => new GuardBook(books.Database, books.Of(month)).Acknowledge(form.Finding, form.Stamp, form.Reason, viewer, time),
            { Act: "set" } => SettingOf(form) is { } typed ? GuardBook.Set(books.Database, typed, viewer, time) : new("form", new("请填写数字", "Numbers belong there")),
            _ => null,
        };
        var book = new GuardBook(books.Database, books.Of(month));
        return new GuardView(month, book.Rows, book.Gaps, book.Looked.Setting, book.Looked.Minimums, Rights.AcknowledgesGuard(viewer), Rights.SetsGuard(viewer))
        {
            People = [.. book.Looked.People.Select(p => GuardedPay.Of(book.Looked, p))],
            Notices = [.. book.Looked.Notices.OrderByDescending(n => n.Day)], Refused = refused, Did = form is null || refused is not null ? null : form.Act,
        };
    }

    private static GuardSetting? SettingOf(GuardForm form) =>
        int.TryParse(form.Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && Percent(form.Least) is { } least && Percent(form.Most) is { } most
            ? new(form.Place.Length == 0 ? null : form.Place, days, least, most) { FlexibleHolidays = GuardSetting.Written(form.FlexibleHolidays) } : null;

    private static decimal? Percent(string text) =>
        decimal.TryParse(text.TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) ? percent / 100m : null;
}
