namespace Heng.App.Ui;

/// <summary>303: a form was taken; the page that follows is read, so that reloading it posts nothing twice.</summary>
internal sealed class SeeOther(string to) : IResult
{
    public string To => to;

    public Task ExecuteAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    }
}
