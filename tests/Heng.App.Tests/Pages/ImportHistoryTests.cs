using System.Net;
using Heng.App.Features.Imports;
using Heng.App.Features.People;
using Heng.App.Tests.Importing;
using Heng.App.Tests.SignIn;
using Heng.Intake;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.App.Tests.Pages;

/// <summary>Imports through the pages: what was refused stays in the history, and who may not import stops nothing.</summary>
public sealed class ImportHistoryTests : IDisposable
{
    private readonly Counter counter = new();
    private readonly WebApplication app;
    private Viewer viewer = new("陈店长", Role.Manager, null, null);

    public ImportHistoryTests()
    {
        app = Server.Build(counter.Database, counter.Data, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.AddSingleton<ViewerFor>(_ => viewer);
        });
        app.Start();
    }

    private ImportJobs Jobs => app.Services.GetRequiredService<ImportJobs>();

    private static async Task<ImportState> End(ImportJob job)
    {
        for (var i = 0; i < 600 && job.State is ImportState.Waiting or ImportState.Running; i++) await Task.Delay(50);
        return job.State;
    }

    private static IFormFile Form(string name, string text) => new FormFile(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), 0, System.Text.Encoding.UTF8.GetByteCount(text), "files", name);

    [Theory]
    [InlineData("表.csv", "a,b\n1,2\n", "认不出表头")]
    [InlineData("空.csv", "", "文件是空的")]
    public async Task A_refused_upload_stands_in_the_history_with_its_reason_who_and_when(string name, string text, string reason)
    {
        using var visitor = new Visitor(app.Urls.First());
        var answer = await visitor.Upload(name, text);
        var job = Jobs.Find(answer.Headers.Location!.ToString().Split('/')[^1])!;
        Assert.Equal(ImportState.Refused, await End(job));
        var ended = await visitor.Read($"/import/{job.Id}");
        foreach (var words in new[] { reason, "<p class=\"muted\">未识别 · 陈店长" }) Assert.Contains(words, ended, StringComparison.Ordinal);
        var kept = Assert.Single(counter.Database.Imports.All());
        var history = await visitor.Read("/import");
        foreach (var words in new[] { name, "陈店长", "未接收", $"/import/{kept.Id}", Engine.Records.ShopClock.Shanghai.ToLocal(kept.StartedAt).ToString("yyyy-MM-dd HH:mm", null) })
            Assert.Contains(words, history, StringComparison.Ordinal);
        var page = await visitor.Read($"/import/{kept.Id}");
        Assert.Contains(reason, page, StringComparison.Ordinal);
        Assert.DoesNotContain("账平", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_of_which_one_file_was_refused_says_how_many_and_which()
    {
        var good = Form("好.csv", Counter.Messages + Counter.Line("2026-10-09 10:00:00"));
        var id = await Jobs.Start(new([good, Form("坏.csv", "a,b\n1,2\n")], "别家", null, null), new IntakeOptions("别家"), "陈店长");
        Assert.Equal(ImportState.Partly, await End(Jobs.Find(id)!));
        using var visitor = new Visitor(app.Urls.First());
        var page = await visitor.Read($"/import/{id}");
        foreach (var words in new[] { "2 个文件中有 1 个未接收：坏.csv：认不出表头", "部分未接收", "接收的文件账平", "默认店铺 别家 · " }) Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain(">完成<", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_while_another_import_runs_is_refused_and_stays_in_the_history()
    {
        string id;
        using (new Features.Importing.ImportRun(counter.Database, counter.Data, TimeProvider.System))
        {
            id = await Jobs.Start(new([Form("a.csv", Counter.Messages + Counter.Line("2026-10-09 10:00:00"))], "", null, null), new IntakeOptions(), "陈店长");
            Assert.Equal(ImportState.Refused, await End(Jobs.Find(id)!));
        }
        var kept = Assert.Single(counter.Database.Imports.All());
        Assert.StartsWith("import-busy: ", Assert.Single(counter.Database.Imports.Rejected(kept.Id)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_waits_is_cancelled_at_once_and_the_one_before_it_goes_on()
    {
        using var visitor = new Visitor(app.Urls.First());
        await visitor.Read("/import");
        // The first can't write while somebody else does, so it is surely at work when the second is cancelled.
        using var writing = counter.Database.Connect();
        Said(writing, "BEGIN IMMEDIATE");
        var first = Jobs.Find(await Jobs.Start(new([Form("long.csv", Counter.Messages + Counter.Line("2026-10-08 10:00:00"))], "", null, null), new IntakeOptions(), "陈店长"))!;
        var second = Jobs.Find(await Jobs.Start(new([Form("short.csv", Counter.Messages + Counter.Line("2026-10-09 10:00:00"))], "", null, null), new IntakeOptions(), "陈店长"))!;
        Assert.Equal(ImportState.Waiting, second.State);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Post($"/import/{second.Id}/cancel", "/import")).StatusCode);
        Assert.Equal(ImportState.Cancelled, await End(second));
        Assert.Contains(first.State, new[] { ImportState.Waiting, ImportState.Running });
        Assert.Contains("已取消", await visitor.Read($"/import/{second.Id}"), StringComparison.Ordinal);
        Said(writing, "ROLLBACK");
        Assert.Equal(ImportState.Done, await End(first));
        Assert.Equal("long.csv", Assert.Single(counter.Database.Imports.All()).Name);
    }

    private static void Said(System.Data.Common.DbConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    [Fact]
    public async Task Who_may_not_import_stops_nothing_and_learns_nothing()
    {
        using var visitor = new Visitor(app.Urls.First());
        await visitor.Upload("表.csv", "a,b\n1,2\n");
        foreach (var who in new[] { new Viewer("小雨", Role.Agent, "小雨", "一组"), new Viewer("组长", Role.Leader, "组长", "一组"), new Viewer("质检", Role.Qa, null, null) })
        {
            viewer = who;
            foreach (var id in new[] { "1", "999", "nonsense" })
            {
                var answer = await visitor.Post($"/import/{id}/cancel", "/people");
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
                Assert.Contains("无权查看", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
                foreach (var page in new[] { "", "/progress", "/rejected.csv" }) Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Get($"/import/{id}{page}")).StatusCode);
            }
        }
    }

    public void Dispose()
    {
        ((IDisposable)app).Dispose();
        counter.Dispose();
    }
}
