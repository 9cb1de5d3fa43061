using System.Globalization;
using Heng.App.Features.Notices.Mail;
using Heng.App.Features.Notices.Robots;
using Heng.App.Features.Notices.Sending;
using Heng.App.Ui;
using Heng.Store;
using Microsoft.AspNetCore.Mvc;

namespace Heng.App.Features.Notices.Setting;

internal static class NoticeSettingsEndpoints
{
    public const string Address = "/settings/notices";

    public static IServiceCollection AddNoticeSettings(this IServiceCollection services, string folder) => services
        .AddSingleton<RobotPlaces>(_ => new()).AddSingleton<RobotClient>(s => new(s.GetRequiredService<TimeProvider>())).AddSingleton(new RobotSafe(folder)).AddSingleton<RobotOutlets>()
        .AddSingleton(new MailSafe(folder)).AddSingleton<MailPost>(s => new(s.GetRequiredService<MailSafe>())).AddSingleton<MailOutlets>().AddSingleton<MailDeeds>()
        .AddSingleton<Posting>(s => new(s.GetRequiredService<Database>(), () => [.. s.GetRequiredService<RobotOutlets>().All(), .. s.GetRequiredService<MailOutlets>().All()], s.GetRequiredService<TimeProvider>()))
        .AddSingleton<NoticeDeeds>().AddSingleton<NoticeSettingsQuery>().AddSingleton<NoticeSettingsFor>(s => s.GetRequiredService<NoticeSettingsQuery>().For);

    public static void MapNoticeSettings(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, async (string? did, HttpContext context, [FromServices] NoticeSettingsFor view) =>
            await view(null, context) is { View: { } page } ? Pages.Show<NoticeSettingsPage>(page with { Did = did }) : Pages.Error(StatusCodes.Status403Forbidden));

        pages.MapPost(Address, async (IFormCollection form, HttpContext context, [FromServices] NoticeSettingsFor view) =>
        {
            if (Ask(form) is not { } ask) return Pages.Error(StatusCodes.Status400BadRequest);
            var seen = await view(ask, context);
            if (seen.View is { Did: { } did }) return new SeeOther(Links.With(Address, ("did", did)));
            return seen.View is { } page ? Pages.Show<NoticeSettingsPage>(page, StatusCodes.Status400BadRequest) : Pages.Error(seen.Status);
        });
    }

    private static NoticeAsk? Ask(IFormCollection form) => Enum.TryParse<NoticeAct>(form["act"], ignoreCase: true, out var act) && Enum.IsDefined(act)
        ? new(act)
        {
            Before = Line(form["before"]), Every = Line(form["every"]), Hour = Line(form["hour"]), Site = Line(form["site"]), Robot = long.TryParse(form["robot"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0,
            Name = Line(form["name"]), Platform = Line(form["platform"]), Address = Line(form["address"]), Secret = Line(form["secret"]), Group = Line(form["group"]), Kinds = [.. form["kinds"].OfType<string>()], English = form["language"] == "en",
            Mail = new(Line(form["host"]), Line(form["port"]), Line(form["security"]), Line(form["account"]), form["password"].ToString(), Line(form["sender"]), act == NoticeAct.MailOff),
        } : null;

    private static string Line(string? text) => (text ?? "").ReplaceLineEndings(" ").Trim();
}
