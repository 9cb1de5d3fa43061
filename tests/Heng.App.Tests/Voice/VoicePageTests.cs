using System.Collections.Concurrent;
using System.Net;
using Heng.App.Features.Suggestions;
using Heng.App.Tests.SignIn;
using Heng.Engine.Voice;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Heng.App.Tests.Voice.VoiceShop;

namespace Heng.App.Tests.Voice;

/// <summary>Suggestions and surveys as people use them, over HTTP.</summary>
public sealed class VoicePageTests
{
    private static async Task<WebApplication> Serve(VoiceShop shop, Heard log)
    {
        var app = Server.Build(shop.Database, shop.Shop.Data, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.AddProvider(log);
            builder.Services.AddSingleton<TimeProvider>(shop.Clock);
        });
        await app.StartAsync();
        return app;
    }

    private static async Task<Visitor> In(WebApplication app, string name)
    {
        var visitor = new Visitor(app.Urls.First());
        Assert.Equal(HttpStatusCode.SeeOther, await visitor.SignIn(name, Password));
        return visitor;
    }

    [Fact]
    public async Task An_unnamed_suggestion_sent_by_somebody_signed_in_leaves_no_trace_of_who_in_tables_files_or_log()
    {
        using var shop = new VoiceShop();
        using var log = new Heard();
        await using var app = await Serve(shop, log);
        using var wang = await In(app, "wang");
        await wang.Read("/voice/suggestions/new");
        var before = shop.Dump().ToHashSet(StringComparer.Ordinal);
        var files = Directory.GetFiles(shop.Shop.Data, "*", SearchOption.AllDirectories).ToHashSet(StringComparer.Ordinal);
        log.Lines.Clear();
        using var sent = await wang.Post("/voice/suggestions/new", "/voice/suggestions/new", ("title", "晚班加一个人"), ("words", "八点后排队"), ("category", "care"), ("unnamed", "1"));
        Assert.Equal((HttpStatusCode.SeeOther, "/voice/suggestions/1"), (sent.StatusCode, sent.Headers.Location?.OriginalString));
        var person = shop.Database.People.Roster.Find("王雨桐")!.Id;
        // A session says that it was used, as it does for any page.
        Assert.DoesNotContain(shop.Dump().Where(row => !before.Contains(row) && !row.StartsWith("sign_in_session:", StringComparison.Ordinal)), row => row.Contains("王雨桐", StringComparison.Ordinal) || row.Contains("wang", StringComparison.Ordinal) || row.Contains($"person={person} ", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("王雨桐", StringComparison.Ordinal) || line.Contains("wang", StringComparison.Ordinal) || line.Contains("晚班", StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.GetFiles(shop.Shop.Data, "*", SearchOption.AllDirectories).Where(f => !files.Contains(f)), file => File.ReadAllText(file).Contains("王雨桐", StringComparison.Ordinal));
        // Not among their own, and not told apart on its page.
        Assert.DoesNotContain("晚班加一个人", await wang.Read("/voice/suggestions?mine=1"), StringComparison.Ordinal);
        var main = (await wang.Read("/voice/suggestions/1")).Split("<main", 2)[1];
        Assert.Contains("不具名", main, StringComparison.Ordinal);
        Assert.DoesNotContain("王雨桐", main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suggestion_is_written_voted_for_and_adopted_by_forms_and_what_is_wrong_is_said_with_the_text_kept()
    {
        using var shop = new VoiceShop();
        using var log = new Heard();
        await using var app = await Serve(shop, log);
        using var wang = await In(app, "wang");
        using (var wrong = await wang.Post("/voice/suggestions/new", "/voice/suggestions/new", ("title", "快捷短语分组"), ("words", new string('长', 100_000))))
        {
            var page = await wrong.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
            Assert.Contains("data-refusal=\"text-too-long\"", page, StringComparison.Ordinal);
            Assert.Contains("快捷短语分组", page, StringComparison.Ordinal);
        }
        using (var junk = await wang.Post("/voice/suggestions/new", "/voice/suggestions/new", ("title", "快捷短语分组"), ("words", "按品类"), ("category", "junk"))) Assert.Contains("data-refusal=\"category-unknown\"", await junk.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (await wang.Post("/voice/suggestions/new", "/voice/suggestions/new", ("title", "快捷短语分组"), ("words", "按品类"), ("category", "tools"))) { }
        using var similar = await wang.Post("/voice/suggestions/similar", "/voice/suggestions/new", ("title", "快捷短语分组吧"), ("words", ""));
        Assert.Contains("/voice/suggestions/1", await similar.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var chen = await In(app, "chen");
        using (var voted = await chen.Post("/voice/suggestions/1", "/voice/suggestions/1", ("act", "vote"))) Assert.Equal(HttpStatusCode.SeeOther, voted.StatusCode);
        using (var mayNot = await chen.Post("/voice/suggestions/1", "/voice/suggestions/1", ("act", "adopted"), ("why", "好"))) Assert.Contains("data-refusal=\"role-may-not\"", await mayNot.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var proposed = await chen.Post("/voice/suggestions/1", "/voice/suggestions/1", ("act", "propose-adopted"), ("why", "好"))) Assert.Equal(HttpStatusCode.SeeOther, proposed.StatusCode);
        using var hr = await In(app, "hr");
        shop.Clock.Pass(TimeSpan.FromSeconds(1));
        using (var adopted = await hr.Post("/voice/suggestions/1", "/voice/suggestions/1", ("act", "adopted"), ("why", "下周做"))) Assert.Equal(HttpStatusCode.SeeOther, adopted.StatusCode);
        Assert.Equal(SuggestionStage.Adopted, shop.State(1).Stage);
        var csv = await hr.Read("/voice/suggestions.csv");
        Assert.Contains("快捷短语分组,工具与系统,王雨桐,已采纳,1", csv, StringComparison.Ordinal);
        // The running month by the calendar, whichever has data.
        using (var board = await hr.Get("/voice/suggestions/board?span=quarter")) Assert.Equal("/voice/suggestions/board?month=2026-11&span=quarter", board.Headers.Location?.OriginalString);
        Assert.Contains("王雨桐", await hr.Read("/voice/suggestions/board?month=2026-11"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_survey_is_opened_answered_once_and_shown_by_forms()
    {
        using var shop = new VoiceShop();
        using var log = new Heard();
        await using var app = await Serve(shop, log);
        using var hr = await In(app, "hr");
        using (var unread = await hr.Post("/voice/surveys", "/voice/surveys", ("form", "monthly"), ("first", "2026-11-02"), ("last", "2026-11-08"), ("least", "abc"))) Assert.Contains("data-refusal=\"value-unreadable\"", await unread.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var opened = await hr.Post("/voice/surveys", "/voice/surveys", ("form", "monthly"), ("first", "2026-11-02"), ("last", "2026-11-08"), ("least", "3"), ("group", "一组"))) Assert.Equal("/voice/surveys/1", opened.Headers.Location?.OriginalString);
        using (var again = await hr.Post("/voice/surveys", "/voice/surveys", ("form", "monthly"), ("first", "2026-11-03"), ("last", "2026-11-08"), ("least", "3"))) Assert.Contains("data-refusal=\"open-already\"", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var wang = await In(app, "wang");
        Assert.Contains("/voice/surveys/1/answer", await wang.Read("/voice"), StringComparison.Ordinal);
        using (var part = await wang.Post("/voice/surveys/1/answer", "/voice/surveys/1/answer", ("q:fair", "5"), ("line", "夜班目标分开")))
        {
            var page = await part.Content.ReadAsStringAsync();
            Assert.Contains("data-refusal=\"incomplete\"", page, StringComparison.Ordinal);
            Assert.Contains("夜班目标分开", page, StringComparison.Ordinal);
        }
        (string, string)[] whole = [("q:fair", "5"), ("q:understandable", "4"), ("q:helped", "3"), ("line", "夜班目标分开")];
        using (var given = await wang.Post("/voice/surveys/1/answer", "/voice/surveys/1/answer", whole)) Assert.Equal(HttpStatusCode.SeeOther, given.StatusCode);
        using (var twice = await wang.Post("/voice/surveys/1/answer", "/voice/suggestions/new", whole)) Assert.Contains("data-refusal=\"already-answered\"", await twice.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var name in One.Skip(1).Take(2)) Assert.Null(shop.Asking.Answer(1, new(new Dictionary<string, int> { ["fair"] = 2, ["understandable"] = 2, ["helped"] = 2 }, null), Agent(name)));
        Assert.DoesNotContain("夜班目标分开", await hr.Read("/voice/surveys/1"), StringComparison.Ordinal);
        using (var reminded = await hr.Post("/voice/surveys/1", "/voice/surveys/1", ("act", "remind"))) Assert.Contains("已提醒", await hr.Read(reminded.Headers.Location!.OriginalString), StringComparison.Ordinal);
        using (var again = await hr.Post("/voice/surveys/1", "/voice/surveys/1", ("act", "remind"))) Assert.Contains("data-refusal=\"reminded-today\"", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var closed = await hr.Post("/voice/surveys/1", "/voice/surveys/1", ("act", "close"), ("why", "都答了"))) Assert.Equal(HttpStatusCode.SeeOther, closed.StatusCode);
        Assert.Contains("夜班目标分开", await hr.Read("/voice/surveys/1"), StringComparison.Ordinal);
        var seen = await wang.Read("/voice/surveys/1");
        // 5 + 2 + 2 = 9 of 3.
        Assert.Contains("3.00", seen, StringComparison.Ordinal);
        // All five counts stand on a phone too: two chose 2, one 5.
        foreach (var count in new[] { "<dt>1 分</dt><dd>0 人</dd>", "<dt>2 分</dt><dd>2 人</dd>", "<dt>5 分</dt><dd>1 人</dd>" }) Assert.Contains(count, seen, StringComparison.Ordinal);
        Assert.DoesNotContain("夜班目标分开", seen, StringComparison.Ordinal);
        using (var written = await hr.Post("/voice/surveys/1", "/voice/surveys/1", ("act", "write"), ("heard", "夜班目标"), ("doing", "分开定目标"), ("by", "陈静"), ("due", "2026-11-20"))) Assert.Equal(HttpStatusCode.SeeOther, written.StatusCode);
        Assert.Contains("分开定目标", await wang.Read("/voice"), StringComparison.Ordinal);
    }

    private sealed class Heard : ILoggerProvider, ILogger
    {
        public ConcurrentBag<string> Lines { get; } = [];
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));
        public void Dispose() { }
    }
}
