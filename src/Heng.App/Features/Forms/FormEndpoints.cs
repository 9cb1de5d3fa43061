using Heng.App.Features.Pay.Papers;
using Heng.App.Ui;

namespace Heng.App.Features.Forms;

internal static class FormEndpoints
{
    public static void MapForms(this IEndpointRouteBuilder pages) => pages.MapPersonSheet<FormSheet, FormView>("/month/{month}/agent/{agent}/form", new(
        context => context.RequestServices.GetRequiredService<FormFor>().Invoke,
        (form, failed) => Pages.Show<FormPage>(form with { PdfFailed = failed }),
        FormExport.Of,
        form => (form with { OnPaper = true }, "form", new("考核表", "Assessment form"), form.Agent, Links.Form(form.Month, form.Agent))));
}
