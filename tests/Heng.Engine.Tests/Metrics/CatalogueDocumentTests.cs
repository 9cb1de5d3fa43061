using Heng.Engine.Metrics;

namespace Heng.Engine.Tests.Metrics;

public class CatalogueDocumentTests
{
    /// <summary>With HENG_WRITE_DOCS=1 the page is written first, which is how it is brought up to date.</summary>
    [Fact]
    public void The_documentation_of_the_catalogue_is_up_to_date()
    {
        var page = Path.Combine(Root(), "docs", "metric-catalogue.md");
        if (Environment.GetEnvironmentVariable("HENG_WRITE_DOCS") == "1") File.WriteAllText(page, CatalogueDocument.Markdown());
        Assert.Equal(CatalogueDocument.Markdown(), File.ReadAllText(page));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Heng.slnx"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("no Heng.slnx above the tests");
        return folder;
    }
}
