using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Heng.App.Features.Activities;
using Heng.App.Features.AgentMonth;
using Heng.App.Features.Appeals;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Audit;
using Heng.App.Features.Choosing;
using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Cycles;
using Heng.App.Features.Dialogues;
using Heng.App.Features.DifferencePages;
using Heng.App.Features.Exams;
using Heng.App.Features.Errors;
using Heng.App.Features.Explain;
using Heng.App.Features.Filing;
using Heng.App.Features.Floor;
using Heng.App.Features.Forms;
using Heng.App.Features.Goals;
using Heng.App.Features.Guard;
using Heng.App.Features.Funds;
using Heng.App.Features.Honours;
using Heng.App.Features.ImprovementPlans;
using Heng.App.Features.Imports;
using Heng.App.Features.Incidents;
using Heng.App.Features.Quality;
using Heng.App.Features.Interviews;
using Heng.App.Features.Consequences;
using Heng.App.Features.Notices;
using Heng.App.Features.Notices.Setting;
using Heng.App.Features.Onboarding;
using Heng.App.Features.Orders;
using Heng.App.Features.Overview;
using Heng.App.Features.Pay;
using Heng.App.Features.People;
using Heng.App.Features.PayRuns;
using Heng.App.Features.PersonReports;
using Heng.App.Features.PlanPages;
using Heng.App.Features.Pools;
using Heng.App.Features.Proposals;
using Heng.App.Features.Raters;
using Heng.App.Features.Receptions;
using Heng.App.Features.Reports;
using Heng.App.Features.Rules;
using Heng.App.Features.ScoringPages;
using Heng.App.Features.Settings;
using Heng.App.Features.SignIn;
using Heng.App.Features.Suggestions;
using Heng.App.Features.Surveys;
using Heng.App.Features.TeamReports;
using Heng.App.Features.Training;
using Heng.App.Features.Unmatched;
using Heng.App.Features.WhyChanged;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Heng.App.Ui;

/// <summary>Everything the pages need, in two calls. What fills their views is registered beside them, one delegate a page.</summary>
public static class PagesSetup
{
    /// <summary>The whole catalogue on one form, with what is said of each.</summary>
    private const int LargestForm = 8192;

    /// <summary>More than any form of words holds, and little to read for a stranger.</summary>
    private const long MostSent = 256 * 1024;

    public static IServiceCollection AddHengPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Chinese stays Chinese in the markup instead of turning into entities.
        services.Replace(ServiceDescriptor.Singleton(HtmlEncoder.Create(UnicodeRanges.All)));
        services.AddHttpContextAccessor();
        services.AddCascadingValue(provider => Preferences.Language(Context(provider)));
        services.AddCascadingValue(provider => Context(provider)?.Items[typeof(Shell)] as Shell ?? Shell.Nobody);
        services.AddAntiforgery(options => options.Cookie.Name = "heng.form");
        services.Configure<FormOptions>(options =>
        {
            options.MultipartBodyLengthLimit = ImportsView.Largest;
            options.ValueCountLimit = LargestForm;
        });
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        return services;
    }

    public static WebApplication MapHengPages(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseHengFiles();
        app.UseResponseCompression();
        app.UsePreferences();
        app.UseErrorPages();
        app.Use(KnowWhoAsks);
        app.UseAntiforgery();
        app.Use(RefuseForgeries);

        var open = app.MapGroup("").WithMetadata(new Audience(SignedIn: false));
        open.MapSignIn();
        open.MapInvitations();
        open.MapErrors();

        var pages = app.ForSignedIn();
        pages.MapGet("/", (HttpContext context) => Results.Redirect(Of(context).Home));
        pages.MapAccounts();
        pages.MapNotices();
        pages.MapNoticeSettings();
        pages.MapSettings();
        pages.MapOverview();
        pages.MapAgentMonth();
        pages.MapCycles();
        pages.MapChanges();
        pages.MapPersonReports();
        pages.MapForms();
        pages.MapTeamReports();
        pages.MapDifferences();
        pages.MapMeasures();
        pages.MapPools();
        pages.MapFunds();
        pages.MapAudit();
        pages.MapExplain();
        pages.MapReceptions();
        pages.MapPay();
        pages.MapGuard();
        pages.MapOrders();
        pages.MapImports();
        pages.MapPeople();
        pages.MapReconcile();
        pages.MapUnmatched();
        pages.MapCustomMetrics();
        pages.MapRules();
        pages.MapPlans();
        pages.MapPayRuns();
        pages.MapAppraisals();
        pages.MapScoring();
        pages.MapRaters();
        pages.MapAppeals();
        pages.MapInterviews();
        pages.MapIncidents();
        pages.MapQuality();
        pages.MapFiling();
        pages.MapGoals();
        pages.MapActivities();
        pages.MapHonours();
        pages.MapImprovements();
        pages.MapOnboardings();
        pages.MapTrainings();
        pages.MapExams();
        pages.MapDialogues();
        pages.MapSuggestions();
        pages.MapSurveys();
        pages.MapChoosing();
        pages.MapProposals();
        pages.MapFloor();
        return app;
    }

    /// <summary>What is mapped on it leads whoever is not signed in to sign in.</summary>
    public static RouteGroupBuilder ForSignedIn(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").WithMetadata(new Audience(SignedIn: true));
        pages.AddEndpointFilter(new Twice(TimeProvider.System).Once);
        return pages;
    }

    /// <summary>Before a handler is asked: the code that reads its form would fail where the form's token is missing or another's.</summary>
    private static Task RefuseForgeries(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }) return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    /// <summary>Stands before the form is read, so that nobody unknown can have a large upload parsed.</summary>
    private static async Task KnowWhoAsks(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Audience>() is { } audience)
        {
            var shell = await context.RequestServices.GetRequiredService<ShellFor>()(context);
            var address = Links.Of(context.Request.Path) + context.Request.QueryString;
            context.Items[typeof(Shell)] = shell with { Address = address };
            if (audience.SignedIn && shell.User is null)
            {
                await Sent(context);
                // A page is returned to after signing in, also that of a form whose address is its page's; a form is not sent twice.
                context.Response.Redirect(Links.With("/signin", ("to", (HttpMethods.IsGet(context.Request.Method) || context.GetEndpoint()!.Metadata.GetMetadata<ComesBack>() is not null) && address != "/" ? address : null)));
                return;
            }
            // Said before it is read: a body that breaks off would look like a form out of date.
            if (context.GetEndpoint()!.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize is { } most && context.Request.ContentLength > most)
            {
                await Past(context);
                await Pages.Error(StatusCodes.Status413PayloadTooLarge, most: most).ExecuteAsync(context);
                return;
            }
            if (audience.SignedIn && shell.MustSetCode && !context.Request.Path.StartsWithSegments("/account", StringComparison.Ordinal))
            {
                context.Response.Redirect("/account#code");
                return;
            }
        }
        await next(context);
    }

    /// <summary>
    /// A form whose page is returned to is let come in whole before it is answered: where a busy browser sends the rest of it later, the server gives up waiting for what nobody reads, closes,
    /// and the browser shows a broken connection in the place of signing in. Nothing of it is parsed, and only so much is waited for.
    /// </summary>
    private static Task Sent(HttpContext context) => context.Request.ContentLength is > 0 and <= MostSent && context.GetEndpoint()!.Metadata.GetMetadata<ComesBack>() is not null
        ? context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted) : Task.CompletedTask;

    /// <summary>A browser that still sends shows no answer: what is not absurdly large is read to its end and let go.</summary>
    private static async Task Past(HttpContext context)
    {
        if (context.Request.ContentLength > ImportsView.Largest || context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } limit) return;
        limit.MaxRequestBodySize = ImportsView.Largest;
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
    }

    private static HttpContext? Context(IServiceProvider services) => services.GetRequiredService<IHttpContextAccessor>().HttpContext;
    private static Shell Of(HttpContext context) => context.Items[typeof(Shell)] as Shell ?? Shell.Nobody;

    /// <summary>Marks the endpoints that are pages, and whether one must be signed in for them.</summary>
    private sealed record Audience(bool SignedIn);
}

/// <summary>Marks forms whose address is also that of their page.</summary>
internal sealed record ComesBack;
