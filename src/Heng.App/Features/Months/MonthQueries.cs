using Heng.App.Features.AgentMonth;
using Heng.App.Features.Consequences;
using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Cycles;
using Heng.App.Features.DifferencePages;
using Heng.App.Features.Forms;
using Heng.App.Features.Overview;
using Heng.App.Features.Pay;
using Heng.App.Features.Pay.Papers;
using Heng.App.Features.Pay.Workbooks;
using Heng.App.Features.People;
using Heng.App.Features.PersonReports;
using Heng.App.Features.TeamReports;
using Heng.App.Features.WhyChanged;

namespace Heng.App.Features.Months;

/// <summary>Registers what fills the pages of a month and of people. Needs the database and who asks.</summary>
public static class MonthQueries
{
    public static IServiceCollection AddMonthQueries(this IServiceCollection services) => services
        .AddSingleton<BookCache>()
        .AddSingleton<OverviewQuery>()
        .AddSingleton<AgentMonthQuery>()
        .AddSingleton<CyclesQuery>()
        .AddSingleton<CyclesFor>(s => s.GetRequiredService<CyclesQuery>().For)
        .AddSingleton<PayslipQuery>()
        .AddSingleton<ChangeQuery>()
        .AddSingleton<PeopleQuery>()
        .AddSingleton<CustomMetricsQuery>()
        .AddSingleton<CustomMetricsFor>(s => s.GetRequiredService<CustomMetricsQuery>().For)
        .AddSingleton<OverviewFor>(s => s.GetRequiredService<OverviewQuery>().For)
        .AddSingleton<RankingFileFor>(s => s.GetRequiredService<OverviewQuery>().Export)
        .AddSingleton<AgentMonthFor>(s => s.GetRequiredService<AgentMonthQuery>().For)
        .AddSingleton<ChangeFor>(s => s.GetRequiredService<ChangeQuery>().For)
        .AddSingleton<PersonReportQuery>()
        .AddSingleton<PersonReportFor>(s => s.GetRequiredService<PersonReportQuery>().For)
        .AddSingleton<FormQuery>()
        .AddSingleton<FormFor>(s => s.GetRequiredService<FormQuery>().For)
        .AddSingleton<TeamReportQuery>()
        .AddSingleton<TeamReportFor>(s => s.GetRequiredService<TeamReportQuery>().For)
        .AddSingleton<DifferencesQuery>()
        .AddSingleton<DifferencesFor>(s => s.GetRequiredService<DifferencesQuery>().For)
        .AddSingleton<PayslipFor>(s => s.GetRequiredService<PayslipQuery>().For)
        .AddSingleton<PapersFor>(s => s.GetRequiredService<PayslipQuery>().Papers)
        .AddSingleton<SlipsQuery>()
        .AddSingleton<SlipsFor>(s => s.GetRequiredService<SlipsQuery>().For)
        .AddSingleton<PeopleFor>(s => s.GetRequiredService<PeopleQuery>().For);
}
