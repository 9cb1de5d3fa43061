using System.Text.Encodings.Web;
using System.Text.Unicode;
using Heng.App.Features.Pay.Workbooks;
using Heng.App.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Heng.App.Features.Pay.Papers;

/// <summary>
/// Prints payslips to PDF (工资条 PDF): the sheet of the page, rendered here, in one Chromium for all that are asked for together. One press runs at a time.
/// </summary>
public sealed class PaperPress : IAsyncDisposable
{
    public const string ContentType = "application/pdf", Extension = ".pdf";
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static readonly ServiceProvider Services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    private readonly Chromium chromium;
    private readonly HtmlRenderer renderer = new(Services, NullLoggerFactory.Instance);
    private readonly (Shell Around, Language Language, string Styles) look;

    private PaperPress(Chromium chromium, Shell around, Language language) =>
        (this.chromium, look) = (chromium, (around, language, File.ReadAllText(Path.Combine(Bundle.Root, "dist", "app.css"))));

    /// <param name="around">Which shop's, and whether all of it is invented.</param>
    /// <param name="program">From <see cref="Chromium.Find()"/>.</param>
    /// <exception cref="PressFailedException">No browser started.</exception>
    public static async Task<PaperPress> Open(string program, Shell around, Language language, CancellationToken cancelled = default)
    {
        await Turn.WaitAsync(cancelled);
        try
        {
            return new(await Chromium.Start(program), around, language);
        }
        catch
        {
            Turn.Release();
            throw;
        }
    }

    public async Task<byte[]> Print(PayslipView slip) => await chromium.Print(await Document(slip));

    /// <summary>Any sheet that shows one view, as a document of its own.</summary>
    public async Task<byte[]> Print<TSheet>(string title, object view, bool landscape = false) where TSheet : IComponent => await chromium.Print(await renderer.Dispatcher.InvokeAsync(async () =>
        (await renderer.RenderComponentAsync<SheetPaper>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(SheetPaper.Title)] = title, [nameof(SheetPaper.Sheet)] = typeof(TSheet), [nameof(SheetPaper.View)] = view, [nameof(SheetPaper.Landscape)] = landscape,
            [nameof(SheetPaper.In)] = look.Language, [nameof(SheetPaper.Around)] = look.Around, [nameof(SheetPaper.Styles)] = look.Styles,
        }))).ToHtmlString()));

    /// <summary>Printed and written one after the other.</summary>
    public Task<int> Zip(Stream to, IReadOnlyList<PayslipView> slips, CancellationToken cancelled = default) =>
        SlipFiles.Zip(to, slips[0].Month, slips.Select(s => (s.Agent, (Func<Task<byte[]>>)(() => Print(s)))), Extension, cancelled);

    public async ValueTask DisposeAsync()
    {
        await renderer.DisposeAsync();
        await chromium.DisposeAsync();
        Turn.Release();
    }

    /// <summary>On paper nothing can be opened.</summary>
    private Task<string> Document(PayslipView slip) => renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<SlipPaper>(ParameterView.FromDictionary(new Dictionary<string, object?>
    {
        [nameof(SlipPaper.View)] = slip with { ScoreHref = null, DifferencesHref = null, Lines = [.. slip.Lines.Select(l => l with { ExplainHref = null })] },
        [nameof(SlipPaper.In)] = look.Language, [nameof(SlipPaper.Around)] = look.Around, [nameof(SlipPaper.Styles)] = look.Styles,
    }))).ToHtmlString());
}
