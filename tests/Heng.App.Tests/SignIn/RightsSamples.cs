using System.Globalization;
using Heng.App.Tests.Queries;
using static Heng.App.Tests.Queries.DrilledShop;

namespace Heng.App.Tests.SignIn;

/// <summary>Whom an address speaks of; Nothings is one that is not there for anybody.</summary>
internal enum Whose { Nobodys, Anns, Others, Nothings }

/// <summary>An address to ask for, and a form to send, for every pattern. What the forms ask for is refused for its own sake, or changes the copy alone.</summary>
internal static class RightsSamples
{
    public static IEnumerable<(string Address, Whose Of)> Of(string name, DrilledShop shop)
    {
        var path = name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..].Replace("{month}", October.ToString(), StringComparison.Ordinal);
        // Nothing is printed here: of a month without payslips the right is asked all the same.
        if (path.Contains("pdf", StringComparison.Ordinal)) return [(name[4..].Replace("{month}", "2020-01", StringComparison.Ordinal).Replace("{id:long}", "99", StringComparison.Ordinal).Replace("{agent}", Uri.EscapeDataString(shop.Other.Name), StringComparison.Ordinal), Whose.Nothings)];
        if (path.Contains("{agent}", StringComparison.Ordinal)) return Two(agent => path.Replace("{agent}", Uri.EscapeDataString(agent), StringComparison.Ordinal), shop);
        return path switch
        {
            "/explain" => Two(agent => $"/explain?month={October}&agent={Uri.EscapeDataString(agent)}&metric=consulted", shop),
            "/voice/suggestions/board" or "/unmatched" or "/pay/guard" or "/reconcile" or "/reconcile.csv" or "/reconcile.xlsx" => [($"{path}?month={October}", Whose.Nobodys)],
            "/receptions" or "/orders" or "/orders.csv" or "/orders.xlsx" => [($"{path}?month={October}", Whose.Nobodys), .. Two(agent => $"{path}?month={October}&agent={Uri.EscapeDataString(agent)}", shop)],
            "/reception/{id}" => Two(agent => $"/reception/{ReceptionOf(shop, agent)}", shop),
            "/appeals/new" when name.StartsWith("GET", StringComparison.Ordinal) => Two(agent => $"{path}?kind=order&fact={Uri.EscapeDataString(OrderOf(shop, agent))}", shop),
            "/quality/examples/new" => name.StartsWith("GET", StringComparison.Ordinal) ? Two(agent => $"{path}?reception={ReceptionOf(shop, agent)}", shop) : [(path, Whose.Nothings)],
            "/interviews/new" when name.StartsWith("GET", StringComparison.Ordinal) => Two(agent => $"{path}?month={October}&agent={Uri.EscapeDataString(agent)}", shop),
            "/growth/improvement/new" => name.StartsWith("GET", StringComparison.Ordinal) ? Two(agent => $"{path}?agent={Uri.EscapeDataString(agent)}", shop) : [(path, Whose.Nothings)],
            "/orders/{id}" => Two(agent => $"/orders/{Uri.EscapeDataString(OrderOf(shop, agent))}", shop),
            "/accounts/session" => [(path, Whose.Nothings)],
            "/board/chats" => Two(agent => $"{path}?agent={Uri.EscapeDataString(agent)}", shop),
            "/board/chat" => [($"{path}?shop=none&reception=99", Whose.Nothings)],
            "/board/warnings/{id:long}" => [("/board/warnings/1", Whose.Anns), ("/board/warnings/2", Whose.Others)],
            "/board/stream" => [($"{path}?shop=none", Whose.Nothings)],
            "/daily/case" => [($"{path}?id=none", Whose.Nothings)],
            "/account" when name.StartsWith("POST", StringComparison.Ordinal) => [(path, Whose.Nothings)],
            "/plans/{scheme}" => [("/plans/s4-ksf", Whose.Nobodys)],
            // Those that go on to work out are asked for one that is not there: the right is looked at first.
            "/plans/{scheme}/simulate" or "/plans/{scheme}/targets" or "/plans/{scheme}/publish" => [(path.Replace("{scheme}", "none", StringComparison.Ordinal), Whose.Nothings)],
            "/plans/{scheme}/edit" => [("/plans/s4-ksf/edit", Whose.Nobodys)],
            "/import/{id}" or "/import/{id}/progress" or "/import/{id}/rejected.csv" => [(path.Replace("{id}", "1", StringComparison.Ordinal), Whose.Nobodys)],
            "/error/{status:int}" => [("/error/404", Whose.Nobodys)],
            "/{*path:nonfile}" => [("/nowhere", Whose.Nobodys)],
            _ when path.Contains('{', StringComparison.Ordinal) => [(path[..path.IndexOf('{', StringComparison.Ordinal)] + "99" + path[(path.IndexOf('}', StringComparison.Ordinal) + 1)..], Whose.Nothings)],
            _ => [(path, Whose.Nobodys)],
        };
    }

    public static (string Name, string Value)[] Form(string name, DrilledShop shop) => name switch
    {
        "POST /month/{month}/run" => [("act", "pay"), ("day", "2026-11-15"), ("reference", "x")],
        "POST /month/{month}/appraisal" => [("act", "end"), ("stage", "none")],
        "POST /month/{month}/measures" => [("act", "refused"), ("plan", "none"), ("rule", "none"), ("agent", "nobody"), ("measure", "coaching"), ("why", "x")],
        "POST /month/{month}/scoring" => [("act", "save"), ("cell", "none"), ("points", "1"), ("comment", ""), ("seen", "0")],
        "POST /interviews/new" => [("month", October.ToString()), ("agent", shop.Ann.Name), ("day", "2026-11-01")],
        "POST /interviews/{id:long}" => [("act", "sign"), ("hash", "x")],
        "POST /growth/honours" => [("month", October.ToString()), ("kind", "other"), ("to", "nobody"), ("why", "x")],
        "POST /growth/honours/{id:long}" => [("act", "take-back"), ("why", "x")],
        "POST /growth/improvement/new" => [("interview", "99")],
        "POST /growth/improvement/{id:long}" => [("act", "agree")],
        "POST /growth/onboarding" => [("trainee", "nobody")],
        "POST /growth/onboarding/{id:long}" => [("act", "tick"), ("at", "0")],
        "POST /growth/onboarding/plans/{plan}" => [("yaml", "x"), ("seen", "0")],
        "POST /voice/suggestions/new" or "POST /voice/suggestions/similar" => [("title", "快捷短语分组"), ("words", "按品类分"), ("category", "tools"), ("seen", "1")],
        "POST /voice/suggestions/{id:long}" => [("act", "vote")],
        "POST /voice/surveys" => [("form", "none")],
        "POST /voice/surveys/{id:long}" => [("act", "remind")],
        "POST /voice/surveys/forms/{form}" => [("text", "x")],
        "POST /appeals/new" => [("kind", "attendance"), ("fact", $"{October}/{shop.Ann.Name}"), ("day", $"{October}-01"), ("why", "x")],
        "POST /appeals/{id:long}" => [("act", "refuse"), ("why", "x")],
        "POST /growth/training" or "POST /growth/exams" or "POST /growth/dialogues" => [("name", "")],
        "POST /growth/training/{id:long}" or "POST /growth/exams/{id:long}" or "POST /growth/dialogues/{id:long}" => [("act", "call-off"), ("why", "x")],
        "POST /growth/exams/{id:long}/sit" => [("act", "save")],
        "POST /month/{month}/pool" => [("act", "claim"), ("points", "1"), ("reason", "x")],
        "POST /daily/incidents" => [("agent", "nobody"), ("of", "conduct/脱岗"), ("day", "2026-10-05"), ("words", "x")],
        "POST /daily/filing" => [("duty", "99"), ("count", "1"), ("day", "2026-10-05")],
        "POST /daily/filing/duties" => [("whose", "@nobody"), ("zh", "x")],
        "POST /daily/filing/reports" => [("due", "2026-01-01"), ("done", "x")],
        "POST /daily/filing/meetings" => [("day", "2026-10-05"), ("kind", "weekly"), ("attended", "nobody")],
        "POST /daily/goals" => [("agent", "nobody"), ("name", "x")],
        "POST /daily/activities" => [("kind", "none"), ("name", "x")],
        "POST /daily/roster" => [("act", "set"), ("person", "nobody"), ("day", "2026-11-02"), ("shift", "休")],
        "POST /daily/roster/swaps" or "POST /daily/leave" => [("act", "withdrawn"), ("id", "0")],
        "POST /daily/handover" => [("act", "written"), ("day", "2026-11-02")],
        "POST /daily/relief" => [("act", "incident"), ("about", "nobody"), ("day", "2026-11-02")],
        "POST /daily/stretch" => [("act", "confirmed"), ("about", "nobody"), ("day", "2026-11-02")],
        "POST /daily/cases" => [("note", "")],
        "POST /daily/case" => [("act", "noted"), ("id", "none"), ("note", "x")],
        "POST /notices" => [("to", "1")],
        "POST /settings/keys" => [("act", "revoke"), ("key", "99")],
        "POST /settings/kept-here" => [("kind", "incidents"), ("since", "2099-01-01")],
        "POST /settings" => [("roles", "none")],
        "POST /account/mail" => [("act", "remove")],
        "POST /account/calendar" => [("act", "none")],
        "POST /settings/webhooks" => [("act", "pause"), ("hook", "99")],
        "POST /account/code" => [("act", "none")],
        "POST /settings/notices" => [("act", "pause"), ("robot", "0")],
        "POST /month/{month}/report" => [("week", "none"), ("group", "none"), ("what", "x")],
        "POST /funds" => [("act", "pay"), ("fund", "none"), ("amount", "1"), ("reason", "x")],
        "POST /pay/guard" => [("month", October.ToString()), ("act", "acknowledge"), ("finding", "none")],
        "POST /rules/texts" => [("shop", shop.Shop.Name), ("text", $"您好 {Environment.TickCount64}"), ("day", "2026-10-05")],
        "POST /accounts" => [("act", "disable"), ("name", "agent")],
        "POST /rules" => [("act", "save")],
        "POST /metrics/custom" => [("act", "save")],
        "POST /plans/{scheme}/edit" => [("act", "save"), ("yaml", "\u0001")],
        _ => Quality(name),
    };

    private static (string Name, string Value)[] Quality(string name) => name switch
    {
        "POST /quality/rules/{id}" => [("act", "confirm")],
        "POST /quality/label" => [("rule", "none"), ("act", "right")],
        "POST /quality/audit" => [("act", "done")],
        "POST /quality/phrases" or "POST /quality/phrases/{id:long}" => [("code", "x")],
        "POST /quality/examples/new" => [("reception", "1"), ("title", "x")],
        "POST /quality/examples/{id:long}" => [("act", "consent")],
        "POST /quality/phrases/table" => [("file", "")],
        "POST /quality/phrases/suggestions" => [("act", "accept"), ("text", "x")],
        "POST /quality/attention" => [("id", "99"), ("act", "take")],
        "POST /board/warnings/{id:long}" => [("act", "comment"), ("note", "x")],
        "POST /board/warnings/settings" or "POST /board/warnings/settings/preview" => [("wait", "5")],
        "POST /board/chat" => [("words", "x")],
        "POST /board/notes/{id:long}" => [("act", "acknowledge")],
        "POST /quality/coaching/new" => [("title", "x")],
        "POST /quality/coaching/{id:long}" => [("act", "acknowledge")],
        "POST /quality/rules" => [("rule", "none"), ("act", "confirm")],
        "POST /quality/inspections" => [("act", "next")],
        "POST /quality/inspections/{id:long}" => [("act", "take")],
        "POST /quality/inspections/{id:long}/recording" => [("link", "x")],
        "POST /quality/inspections/plans" => [("name", "")],
        "POST /quality/inspections/plans/{id:long}" => [("act", "draw")],
        "POST /quality/inspections/calibrations" => [("name", "")],
        "POST /quality/inspections/calibrations/{id:long}" => [("act", "open")],
        "POST /settings/meaning" => [("act", "save")],
        _ => [("nothing", "")],
    };

    private static IEnumerable<(string, Whose)> Two(Func<string, string> address, DrilledShop shop) => [(address(shop.Ann.Name), Whose.Anns), (address(shop.Other.Name), Whose.Others)];

    private static string ReceptionOf(DrilledShop shop, string agent) =>
        shop.Database.Facts.Receptions(shop.Shop.Id, October.First, October.Last, shop.Facts.Roster.Find(agent)!.Id)[0].Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>One that is this person's under every rule, and landed on nobody else.</summary>
    private static string OrderOf(DrilledShop shop, string agent)
    {
        var id = shop.Facts.Roster.Find(agent)!.Id;
        return shop.Database.Ledger.Between(shop.Shop.Id, October.First, October.Last)
            .First(r => r.Credits.All(c => c.Agent == id) && (r.Created.Agent ?? id) == id && (r.Paid.Agent ?? id) == id).Order.Id;
    }
}
