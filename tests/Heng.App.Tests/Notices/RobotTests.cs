using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Heng.App.Features.Notices;
using Heng.App.Features.Notices.Robots;
using Heng.App.Features.Notices.Sending;
using Heng.App.Ui;
using Heng.Store;

namespace Heng.App.Tests.Notices;

/// <summary>What is posted to the three platforms, where to, and what their answers mean.</summary>
public sealed class RobotTests
{
    private const string Ding = "https://oapi.dingtalk.com/robot/send?access_token=abc123", WeCom = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a-b7", Feishu = "https://open.feishu.cn/open-apis/bot/v2/hook/0f-1e";
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1_599_360_473);

    [Fact]
    public void The_two_that_sign_have_the_signatures_of_their_vectors_though_they_swap_key_and_message()
    {
        Assert.Equal("9uMBwWNha8Pcr4QQCL9YQitwL0E0g2JIxycWz23gAkE=", RobotSignature.DingTalk(1_599_360_473_000, "SECtest"));
        Assert.Equal("wSds2BzzFIIGf/WrhUO+NI1q/9j+FRJd3JNHKAq0NZY=", RobotSignature.Feishu(1_599_360_473, "test-secret"));
    }

    [Fact]
    public void DingTalk_has_its_signature_escaped_in_the_address_in_milliseconds()
    {
        var request = RobotRequest.Of(RobotPlatform.DingTalk, new(Ding), "SECtest", "你好", At);
        Assert.Equal(Ding + "&timestamp=1599360473000&sign=9uMBwWNha8Pcr4QQCL9YQitwL0E0g2JIxycWz23gAkE%3D", request.Address.OriginalString);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"msgtype":"text","text":{"content":"你好"}}"""), JsonNode.Parse(request.Json)));
        Assert.Equal(Ding, RobotRequest.Of(RobotPlatform.DingTalk, new(Ding), null, "x", At).Address.OriginalString);
    }

    [Fact]
    public void Feishu_has_its_signature_in_the_body_in_seconds_and_WeCom_none()
    {
        var feishu = RobotRequest.Of(RobotPlatform.Feishu, new(Feishu), "test-secret", "你好", At);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"msg_type":"text","content":{"text":"你好"},"timestamp":"1599360473","sign":"wSds2BzzFIIGf/WrhUO+NI1q/9j+FRJd3JNHKAq0NZY="}"""), JsonNode.Parse(feishu.Json)));
        Assert.Equal(Feishu, feishu.Address.OriginalString);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"msgtype":"text","text":{"content":"你好"}}"""), JsonNode.Parse(RobotRequest.Of(RobotPlatform.WeCom, new(WeCom), "x", "你好", At).Json)));
    }

    [Theory]
    [InlineData(RobotPlatform.DingTalk, Ding)]
    [InlineData(RobotPlatform.WeCom, WeCom)]
    [InlineData(RobotPlatform.Feishu, Feishu)]
    public void Each_platforms_own_address_is_allowed_for_it_alone(RobotPlatform platform, string address)
    {
        foreach (var (of, _, _) in RobotPlatforms.All) Assert.Equal(of == platform, new RobotPlaces().Of(of, address) is not null);
    }

    [Theory]
    [InlineData("http://oapi.dingtalk.com/robot/send?access_token=a")]
    [InlineData("https://oapi.dingtalk.com:8443/robot/send?access_token=a")]
    [InlineData("https://oapi.dingtalk.com.evil.example/robot/send?access_token=a")]
    [InlineData("https://evil.example/robot/send?access_token=a")]
    [InlineData("https://oapi.dingtalk.com@evil.example/robot/send?access_token=a")]
    [InlineData("https://user@oapi.dingtalk.com/robot/send?access_token=a")]
    [InlineData("https://oapi.dingtalk.com/robot/../v1/x?access_token=a")]
    [InlineData("https://oapi.dingtalk.com/robot/send?access_token=a&sign=b")]
    [InlineData("https://oapi.dingtalk.com/robot/send?access_token=a#b")]
    [InlineData("https://oapi.dingtalk.com/robot/send")]
    [InlineData("http://127.0.0.1:80/robot/send?access_token=a")]
    [InlineData("https://localhost/robot/send?access_token=a")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/robot/send?access_token=a")]
    [InlineData("")]
    public void Any_other_address_is_not(string address) => Assert.Null(new RobotPlaces().Of(RobotPlatform.DingTalk, address));

    [Fact]
    public void A_stand_in_is_one_authority_of_this_machine_and_none_of_another()
    {
        Assert.NotNull(new RobotPlaces(new("http://127.0.0.1:5001")).Of(RobotPlatform.WeCom, "http://127.0.0.1:5001/x"));
        Assert.Null(new RobotPlaces(new("http://127.0.0.1:5001")).Of(RobotPlatform.WeCom, "http://127.0.0.1:5002/x"));
        Assert.Null(new RobotPlaces(new("http://evil.example")).Of(RobotPlatform.WeCom, "http://evil.example/x"));
    }

    [Theory]
    [InlineData(200, """{"errcode":0,"errmsg":"ok"}""", DeliveryKind.Sent, "0 ok")]
    [InlineData(200, """{"code":0,"msg":"success"}""", DeliveryKind.Sent, "0 success")]
    [InlineData(200, """{"StatusCode":0}""", DeliveryKind.Sent, "0")]
    [InlineData(200, """{"errcode":310000,"errmsg":"sign not match"}""", DeliveryKind.Refused, "310000 sign not match")]
    [InlineData(200, """{"code":19021,"msg":"sign match fail or timestamp is not within one hour"}""", DeliveryKind.Refused, "19021 sign match fail or timestamp is not within one hour")]
    [InlineData(200, """{"code":11232,"msg":"frequency limited"}""", DeliveryKind.Limited, "11232 frequency limited")]
    [InlineData(200, """{"errcode":45009,"errmsg":"api freq out of limit"}""", DeliveryKind.Limited, "45009 api freq out of limit")]
    [InlineData(429, "", DeliveryKind.Limited, "HTTP 429")]
    [InlineData(503, "<html>", DeliveryKind.Unreachable, "HTTP 503")]
    [InlineData(302, "", DeliveryKind.Refused, "HTTP 302")]
    [InlineData(200, "<html>", DeliveryKind.Refused, "answer-unreadable")]
    [InlineData(200, "[1]", DeliveryKind.Refused, "answer-unreadable")]
    [InlineData(200, """{"errcode":"x"}""", DeliveryKind.Refused, "answer-unreadable")]
    public void An_answer_is_done_a_limit_or_a_refusal(int status, string body, DeliveryKind kind, string answer) =>
        Assert.Equal(new Delivery(kind, answer), RobotAnswer.Read((HttpStatusCode)status, body));

    [Fact]
    public void Keys_show_nothing_as_text_and_are_taken_out_of_answers()
    {
        var keys = new RobotKeys(Ding, "SECtest");
        Assert.DoesNotContain("abc123", keys.ToString(), StringComparison.Ordinal);
        Assert.Equal("bad … for …", keys.Without("bad abc123 for SECtest"));
    }

    private static Notice Due(string to, string stage = "confirm") => new(to, NoticeWords.PartReminded, "x", new Dictionary<string, string>
    {
        ["scheme-zh"] = "考核", ["scheme-en"] = "Plan", ["period-zh"] = "10 月", ["period-en"] = "October", ["stage-zh"] = stage, ["stage-en"] = stage, ["parts"] = "1", ["late"] = "1", ["last-day"] = "2026-11-05", ["about"] = "买家小雨", ["pay"] = "8000",
    }, "/x", new(1));

    [Fact]
    public void Many_notices_read_as_one_text_with_the_names_and_nothing_else_of_the_words()
    {
        var text = Digest.ForGroup([Due("陈佳怡"), Due("李思远"), Due("陈佳怡", "approve")], Language.Zh, "https://heng.example/");
        Assert.Equal("【衡】3 条提醒\n· 考核（10 月）“confirm”，已晚 1 天：陈佳怡、李思远\n· 考核（10 月）“approve”，已晚 1 天：陈佳怡\nhttps://heng.example/notices", text);
        Assert.Equal("[Heng 衡] 1 notice\n· Plan (October), 'confirm', 1 day late: 陈佳怡", Digest.ForGroup([Due("陈佳怡")], Language.En, null));
    }

    [Fact]
    public void Who_rates_whom_is_told_to_a_group_as_a_number()
    {
        var asked = Due("陈佳怡") with { Kind = NoticeWords.RatingInvited };
        var text = Digest.ForGroup([asked, asked with { To = "李思远" }], Language.Zh, null);
        Assert.EndsWith("（2 人）", text, StringComparison.Ordinal);
        Assert.DoesNotContain("陈佳怡", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_stays_under_the_shortest_limit_and_says_what_is_left_out()
    {
        var text = Digest.ForGroup([.. Enumerable.Range(0, 200).Select(i => Due("陈佳怡", $"环节 {i}"))], Language.Zh, "https://heng.example");
        Assert.InRange(Encoding.UTF8.GetByteCount(text), 1000, 2048);
        var shown = text.Split('\n').Count(l => l.StartsWith('·'));
        Assert.Contains($"还有 {200 - shown} 条", text, StringComparison.Ordinal);
        // More people than are named: eight, and how many in all.
        Assert.EndsWith("人7 等 9 人", Digest.ForGroup([.. Enumerable.Range(0, 9).Select(i => Due($"人{i}"))], Language.Zh, null), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_between_two_people_has_no_words_for_a_group()
    {
        foreach (var kind in new[] { NoticeWords.ObjectionRaised, NoticeWords.ObjectionAnswered, NoticeWords.PartDelegated, NoticeWords.AssessmentReopened }) Assert.Null(NoticeWords.Find(kind)!.InGroup);
    }
}
