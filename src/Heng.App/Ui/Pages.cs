using Heng.App.Features.Errors;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heng.App.Ui;

/// <summary>Turns a view into its page. A page is a component with one parameter, <c>View</c>.</summary>
internal static class Pages
{
    public static IResult Show<TPage>(object view, int status = StatusCodes.Status200OK) where TPage : IComponent =>
        new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["View"] = view }) { StatusCode = status };

    public static IResult Show<TPage, TView>(Seen<TView> seen) where TPage : IComponent where TView : class =>
        seen.View is { } view ? Show<TPage>(view) : Error(seen.Status);

    public static IResult Error(int status, bool unreadable = false, long? most = null) => Show<ErrorPage>(new ErrorView(status, unreadable) { Most = most }, status);
}
