using Markdig;

namespace Heng.App.Features.PlanPages;

/// <summary>A template's page of explanation as HTML. Markup within the text stays text.</summary>
public static class PageText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    public static string Html(string markdown) => Markdown.ToHtml(markdown, Pipeline).Replace("<table>", "<div class=\"table-wrap\" tabindex=\"0\" role=\"region\"><table class=\"table compact\">", StringComparison.Ordinal).Replace("</table>", "</table></div>", StringComparison.Ordinal);
}
