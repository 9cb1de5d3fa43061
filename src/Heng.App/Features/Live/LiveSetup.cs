namespace Heng.App.Features.Live;

public static class LiveSetup
{
    /// <summary>Today's messages: what takes them, keeps them, folds them and imports them.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services, string folder)
    {
        services.AddSingleton<LiveBook>();
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<GroupCommit>();
        services.AddHostedService(p => p.GetRequiredService<GroupCommit>());
        services.AddSingleton<Ingest>();
        services.AddSingleton(new SentRoom());
        services.AddSingleton(new SentTurn());
        services.AddSingleton(p => new Absorbing(p.GetRequiredService<Heng.Store.Database>(), folder, p.GetRequiredService<TimeProvider>(), p.GetRequiredService<LiveBook>(), p.GetRequiredService<ILogger<Absorbing>>()));
        services.AddHostedService<LiveRounds>();
        services.AddRequestDecompression(options =>
        {
            options.DecompressionProviders.Clear();
            options.DecompressionProviders.Add("gzip", new WholeGzip());
        });
        return services;
    }
}
