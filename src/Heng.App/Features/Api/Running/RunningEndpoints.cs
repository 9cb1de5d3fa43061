using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Live;
using Heng.Store;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Heng.App.Features.Api.Running;

/// <summary>How the program runs: <c>/healthz</c> (it answers), <c>/readyz</c> (it can work), and numbers for Prometheus and OTLP. None of it tells a name, an address or a secret.</summary>
internal static class RunningEndpoints
{
    public const string Health = "/healthz", Ready = "/readyz", Otlp = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static IServiceCollection AddRunning(this IServiceCollection services, string folder)
    {
        services.AddHealthChecks().AddCheck<DatabaseReady>("database").AddCheck("disk", new DiskReady(folder)).AddCheck<SentReady>("sent");
        services.AddHostedService<SentNumbers>();
        services.AddSingleton<RunningNumbers>().AddHostedService(s => s.GetRequiredService<RunningNumbers>());
        services.AddHostedService<OtlpExport>();
        return services;
    }

    public static void MapRunning(this WebApplication app)
    {
        app.MapHealthChecks(Health, new() { Predicate = _ => false, ResponseWriter = Write }).DisableAntiforgery();
        app.MapHealthChecks(Ready, new() { ResponseWriter = Write }).DisableAntiforgery();
    }

    private static Task Write(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        var checks = new JsonObject(report.Entries.Select(e => KeyValuePair.Create(e.Key, (JsonNode?)Json.Kebab(e.Value.Status))));
        var answer = new JsonObject { ["status"] = Json.Kebab(report.Status), ["checks"] = checks };
        if (report.Entries.Values.Select(e => e.Description).OfType<string>().ToList() is { Count: > 0 } codes) answer["codes"] = new JsonArray([.. codes.Select(c => JsonValue.Create(c))]);
        return context.Response.WriteAsync(answer.ToJsonString());
    }

    /// <summary>Reached, and with every migration that this program knows.</summary>
    private sealed class DatabaseReady(Database database) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(database.IsCurrent() ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
    }

    /// <summary>What programs sent comes among the records. Somebody has to look, and the program goes on taking.</summary>
    private sealed class SentReady(Database database, Absorbing absorbing) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
            absorbing.FailingSince is not null ? HealthCheckResult.Degraded("import-failing") : database.Ingest.AsideCount > 0 ? HealthCheckResult.Degraded("sendings-set-aside") : HealthCheckResult.Healthy());
    }

    /// <summary>Room for the next import: under a gigabyte it is said, under a tenth of one nothing should be begun.</summary>
    private sealed class DiskReady(string folder) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace switch
        {
            < 100L << 20 => HealthCheckResult.Unhealthy(),
            < 1L << 30 => HealthCheckResult.Degraded(),
            _ => HealthCheckResult.Healthy(),
        });
    }

    /// <summary>The same numbers to whoever the standard variables name. Nothing leaves where they name nobody.</summary>
    internal sealed class OtlpExport(IConfiguration configuration) : IHostedService, IDisposable
    {
        private MeterProvider? provider;

        public bool Sends => provider is not null;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            if (string.IsNullOrEmpty(configuration[Otlp])) return Task.CompletedTask;
            // What the environment says of the program stands over what we say.
            var told = ResourceBuilder.CreateEmpty().AddService("heng").AddTelemetrySdk().AddEnvironmentVariableDetector();
            provider = Sdk.CreateMeterProviderBuilder().ConfigureServices(s => s.AddSingleton(configuration)).SetResourceBuilder(told).AddMeter([.. RunningNumbers.Meters]).AddOtlpExporter().Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public void Dispose() => provider?.Dispose();
    }
}
