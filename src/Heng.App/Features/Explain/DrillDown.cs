using Heng.App.Features.Months;
using Heng.App.Features.Orders;
using Heng.App.Features.People;
using Heng.App.Features.Receptions;
using Heng.Store;

namespace Heng.App.Features.Explain;

/// <summary>The queries that lead from a number down to the chats and orders it is made of (下钻).</summary>
public static class DrillDown
{
    public static IServiceCollection AddDrillDownQueries(this IServiceCollection services)
    {
        services.AddSingleton<ExplainFor>(p => new ExplainQuery(p.GetRequiredService<BookCache>(), p.GetRequiredService<ViewerFor>()).For);
        services.AddSingleton<ReceptionFor>(p => new ReceptionQuery(p.GetRequiredService<Database>(), p.GetRequiredService<ViewerFor>()).For);
        services.AddSingleton<ReceptionsFor>(p => new ReceptionsQuery(p.GetRequiredService<Database>(), p.GetRequiredService<ViewerFor>()).For);
        services.AddSingleton<OrdersFor>(p => new OrdersQuery(p.GetRequiredService<Database>(), p.GetRequiredService<ViewerFor>()).For);
        services.AddSingleton<OrdersExportFor>(p => new OrdersQuery(p.GetRequiredService<Database>(), p.GetRequiredService<ViewerFor>()).Export);
        services.AddSingleton<OrderFor>(p => new OrderQuery(p.GetRequiredService<Database>(), p.GetRequiredService<ViewerFor>()).For);
        return services;
    }
}
