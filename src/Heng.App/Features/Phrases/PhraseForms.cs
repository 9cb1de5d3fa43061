using Heng.App.Features.Doing;
using Heng.App.Features.Filing;
using Heng.Engine.Quality.Phrases;

namespace Heng.App.Features.Phrases;

/// <summary>What stands in a form of a phrase: a draft, or a version to publish.</summary>
internal static class PhraseForms
{
    public static PhraseHappening Of(IFormCollection form, Filer filer) =>
        new(form.Text("act") == "draft" ? PhraseEvent.Drafted : PhraseEvent.Published, filer.Name, filer.Now, form.Text("why")?.ReplaceLineEndings(" ") ?? "")
        {
            Code = form.Text("code"), Text = form.Text("text")?.ReplaceLineEndings("\n"), Category = form.Text("category"), Owner = form.Text("owner"), From = form.Day("from"), Until = form.Day("until"),
        };
}
