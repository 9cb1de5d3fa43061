using Heng.App.Features.Api;
using Heng.App.Features.Api.Running;
using Heng.App.Features.ApiKeys;
using Heng.App.Features.Appeals;
using Heng.App.Features.Calendars;
using Heng.App.Features.Webhooks;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Audit;
using Heng.App.Features.Board;
using Heng.App.Features.Choosing;
using Heng.App.Features.Dialogues;
using Heng.App.Features.Exams;
using Heng.App.Features.Consequences;
using Heng.App.Features.Activities;
using Heng.App.Features.Filing;
using Heng.App.Features.Goals;
using Heng.App.Features.Incidents;
using Heng.App.Features.GoodExamples;
using Heng.App.Features.Meaning;
using Heng.App.Features.Phrases;
using Heng.App.Features.Quality;
using Heng.App.Features.Inspections;
using Heng.App.Features.Honours;
using Heng.App.Features.ImprovementPlans;
using Heng.App.Features.Onboarding;
using Heng.App.Features.Interviews;
using Heng.App.Features.KeptHere;
using Heng.App.Features.Live;
using Heng.App.Features.Explain;
using Heng.App.Features.Floor;
using Heng.App.Features.Guard;
using Heng.App.Features.Funds;
using Heng.App.Features.Imports;
using Heng.App.Features.Months;
using Heng.App.Features.Notices;
using Heng.App.Features.Notices.Setting;
using Heng.App.Features.PayRuns;
using Heng.App.Features.PlanPages;
using Heng.App.Features.Pools;
using Heng.App.Features.Proposals;
using Heng.App.Features.Raters;
using Heng.App.Features.Reports;
using Heng.App.Features.Rules;
using Heng.App.Features.ScoringPages;
using Heng.App.Features.Settings;
using Heng.App.Features.SignIn;
using Heng.App.Features.Training;
using Heng.App.Features.Warnings;
using Heng.App.Features.Suggestions;
using Heng.App.Features.Surveys;
using Heng.App.Features.Unmatched;
using Heng.App.Ui;
using Heng.Store;

namespace Heng.App;

/// <summary>The web server over one opened database. The command line and the tests build it the same way.</summary>
public static class Server
{
    public static WebApplication Build(Database database, string folder, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Warning)
            // Said in words at the edge (an address that is taken), or in the README (who reads the folder reads all).
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new DemoMark(folder));
        builder.Services.AddHengSignIn(folder);
        builder.Services.AddSingleton<ShellQuery>();
        builder.Services.AddSingleton<ShellFor>(p => p.GetRequiredService<ShellQuery>().For);
        builder.Services.AddImportPages(folder);
        builder.Services.AddMonthQueries();
        builder.Services.AddDrillDownQueries();
        builder.Services.AddReconcile();
        builder.Services.AddUnmatched();
        builder.Services.AddRules(folder);
        builder.Services.AddGuard();
        builder.Services.AddPlanPages();
        builder.Services.AddPayRuns();
        builder.Services.AddAppraisals();
        builder.Services.AddScoring(folder);
        builder.Services.AddRaters();
        builder.Services.AddAppeals(folder);
        builder.Services.AddNotices();
        builder.Services.AddNoticeSettings(folder);
        builder.Services.AddSettings();
        builder.Services.AddKeptHere();
        builder.Services.AddApiKeys().AddApi(folder).AddWebhooks(folder).AddCalendars();
        builder.Services.AddMeasures(folder);
        builder.Services.AddInterviews();
        builder.Services.AddIncidents(folder);
        builder.Services.AddQuality();
        builder.Services.AddInspections(folder);
        builder.Services.AddFiling(folder);
        builder.Services.AddGoals(folder);
        builder.Services.AddActivities(folder);
        builder.Services.AddHonours();
        builder.Services.AddImprovements();
        builder.Services.AddOnboardings();
        builder.Services.AddTrainings(folder);
        builder.Services.AddExams(folder);
        builder.Services.AddDialogues(folder);
        builder.Services.AddSuggestions(folder);
        builder.Services.AddSurveys();
        builder.Services.AddPhrases().AddGoodExamples().AddMeaning(folder);
        builder.Services.AddLive(folder).AddBoard().AddWarnings();
        builder.Services.AddRequestDecompression(options =>
        {
            options.DecompressionProviders.Clear();
            options.DecompressionProviders.Add("gzip", new WholeGzip());
        });
        builder.Services.AddChoosing();
        builder.Services.AddProposals();
        builder.Services.AddPools();
        builder.Services.AddFunds();
        builder.Services.AddAudit();
        builder.Services.AddFloor(folder);
        builder.Services.AddHengPages();
        configure?.Invoke(builder);
        var app = builder.Build();
        app.UseAuthentication();
        app.UseApiDoor();
        app.UseWhen(context => context.Request.Path.StartsWithSegments(ApiDoor.Path, StringComparison.Ordinal), api => api.UseRequestDecompression());
        app.MapHengPages();
        app.ForSignedIn().MapRejectedRows();
        app.MapApi();
        app.MapRunning();
        app.MapCalendars();
        return app;
    }
}
