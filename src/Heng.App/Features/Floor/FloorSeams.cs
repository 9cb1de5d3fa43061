using Heng.App.Features.Cases;
using Heng.App.Features.Exports;
using Heng.App.Features.Handovers;
using Heng.App.Features.Leaves;
using Heng.App.Features.Rosters;
using Heng.App.Ui;
using Heng.Engine.Records;

namespace Heng.App.Features.Floor;

// What fills the pages of the floor's day, one delegate a page.
public delegate Seen<MyDayView> MyDayFor(HttpContext context);
public delegate Seen<RosterView> RosterFor(RosterAsk ask, HttpContext context);
public delegate ExportSheet? RosterFileFor(RosterAsk ask, HttpContext context);
public delegate Seen<LeaveView> LeaveFor(HttpContext context);
public delegate Seen<HandoverView> HandoverFor(DateOnly? day, string? group, HttpContext context);
public delegate ExportSheet? StretchFileFor(Month? month, HttpContext context);
public delegate Seen<CasesView> CasesFor(CasesAsk ask, HttpContext context);
public delegate Seen<CaseView> CaseFor(string shop, string id, HttpContext context);
