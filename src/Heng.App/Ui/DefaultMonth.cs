namespace Heng.App.Ui;

/// <summary>An address without its month leads to the same one in the latest month; nothing else of it is changed.</summary>
internal sealed class DefaultMonth : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var (context, request) = (call.HttpContext, call.HttpContext.Request);
        if (!string.IsNullOrEmpty(request.Query["month"])) return await next(call);
        var rest = request.Query.Where(q => q.Key != "month").SelectMany(q => q.Value, (q, value) => (q.Key, value));
        var month = (context.Items[typeof(Shell)] as Shell ?? Shell.Nobody).Latest;
        return Results.Redirect(Links.With(Links.Of(request.Path), [("month", month.ToString()), .. rest]));
    }
}
