using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Heng.App.Features.Exams;
using Heng.App.Features.Notices;
using Heng.App.Features.Webhooks;
using Heng.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Heng.App.Tests.CommandLine;

/// <summary>A server that cannot begin to serve, as another is at its address.</summary>
public sealed class TakenPortTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("heng-taken-").FullName;

    [Fact]
    public async Task What_works_beside_the_pages_ends_quietly_where_the_address_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var database = Database.Open(DatabaseTarget.InFolder(folder));
        database.Migrate();
        using var log = new Said();
        await using (var app = Server.Build(database, folder, builder =>
        {
            builder.WebHost.UseUrls($"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");
            builder.Services.AddHostedService<NoticeRounds>();
            builder.Services.AddHostedService<ExamRounds>();
            builder.Services.AddHostedService<WebhookRounds>();
            builder.Logging.AddProvider(log);
        }))
        {
            await Assert.ThrowsAsync<IOException>(() => app.StartAsync());
        }
        // The host looks after what it began with once it is gone.
        await Task.Delay(1000);
        // A service that was stopped before its first line ran is the host's own matter: nothing of ours can keep it from saying so.
        Assert.DoesNotContain(log.Lines, line => line.Contains("at Heng.", StringComparison.Ordinal) || !line.Contains("TryExecuteBackgroundServiceAsync", StringComparison.Ordinal) || !line.Contains("TaskCanceledException", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>What is said of services that failed.</summary>
    private sealed class Said : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Of(this, categoryName);

        public void Dispose() { }

        private sealed class Of(Said said, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                // That the address is taken is said by who asked for it.
                if (logLevel >= LogLevel.Error && exception is not IOException) said.Lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
            }
        }
    }
}
