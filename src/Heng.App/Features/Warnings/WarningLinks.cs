using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Ui;

namespace Heng.App.Features.Warnings;

/// <summary>Addresses of warnings and running chats.</summary>
public static class WarningLinks
{
    public const string List = "/board/warnings", Settings = List + "/settings", Preview = Settings + "/preview", Report = List + "/report", ReportFile = List + "/report.csv", ChatPath = "/board/chat", Notes = "/board/notes";

    public static string One(long id, WarningShow show = WarningShow.ToHandle) => Of(new(Show: show)) + "#w" + id.ToString(CultureInfo.InvariantCulture);
    public static string Of(WarningAsk ask) => Links.With(List, ("shop", ask.Shop), ("group", ask.Group), ("show", ask.Show == WarningShow.ToHandle ? null : Json.Kebab(ask.Show)));
    public static string Act(long id) => List + "/" + id.ToString(CultureInfo.InvariantCulture);
    public static string Note(long id) => Notes + "/" + id.ToString(CultureInfo.InvariantCulture);
    public static string Chat(string shop, long reception, bool did = false) => Links.With(ChatPath, ("shop", shop), ("reception", reception.ToString(CultureInfo.InvariantCulture)), ("did", did ? "1" : null));
}
