namespace Heng.App.Features.Connectors;

/// <summary>The faults that there are, worded.</summary>
public static class Faults
{
    public static readonly Fault Unreachable = new("connector-unreachable", new("连不上平台接口；检查网络后再试，已拉取的时段不会重来", "The platform cannot be reached; check the network and pull again, what is done stays done"), Again: true, OfConnection: true);
    public static readonly Fault Slow = new("connector-slow", new("平台接口超时没有回答", "The platform did not answer in time"), Again: true, OfConnection: true);
    public static readonly Fault Unavailable = new("connector-unavailable", new("平台接口出错（5xx），稍后再试", "The platform's interface is failing (5xx); try again later"), Again: true, OfConnection: true);
    public static readonly Fault Limited = new("connector-limited", new("调用次数超限，稍后再试，或调低每秒次数（--per-second）", "The platform's call limit is reached; try again later or lower --per-second"), Again: true, OfConnection: true);

    public static readonly Fault BadSignature = new("connector-bad-signature", new("平台说签名不对：App Secret 或 App Key 有误；用 heng connect 重新填写", "The platform says that the signature is wrong: the secret or the key is not right; keep them again with heng connect"), OfConnection: true);
    public static readonly Fault KeyUnknown = new("connector-key-unknown", new("平台不认识这个 App Key；用 heng connect 重新填写", "The platform does not know this app key; keep it again with heng connect"), OfConnection: true);
    public static readonly Fault SessionEnded = new("connector-session-ended", new("授权（session）无效或已过期；在平台上重新授权，再用 heng connect 填写", "The session is invalid or has ended; grant it again on the platform and keep it with heng connect"), OfConnection: true);
    public static readonly Fault ClockOff = new("connector-clock-off", new("平台不接受时间戳：本机时钟不准", "The platform refuses the time stamp: this machine's clock is off"), OfConnection: true);
    public static readonly Fault NoPermission = new("connector-no-permission", new("应用没有这个接口的权限；在平台上申请，或用 --only 跳过", "The app may not use this interface; apply for it on the platform or leave it out with --only"));

    public static readonly Fault NotOfShop = new("connector-account-not-of-shop", new("平台说子账号不属于这家店", "The platform says that an account is not this shop's"));
    public static readonly Fault WindowRefused = new("connector-window-refused", new("平台不接受这个时间范围", "The platform refuses this window of time"));
    public static readonly Fault Refused = new("connector-refused", new("平台拒绝了请求", "The platform refused the request"));
    public static readonly Fault Unreadable = new("connector-answer-unreadable", new("平台的回答读不懂", "The platform's answer cannot be read"));
    public static readonly Fault WindowFull = new("connector-window-full", new("一秒内的记录超过平台一次能给的数量", "One second holds more records than the platform gives for a window"));

    public static readonly Fault AccountsUnknown = new("connector-accounts-unknown", new("还不知道这家店有哪些子账号；先拉取子账号（--only accounts）", "The shop's accounts are not known yet; pull them first (--only accounts)"));
    public static readonly Fault KeysUnreadable = new("connector-keys-unreadable", new("存着的密钥解不开（数据目录里的 keys 不见了或换了）；用 heng connect 重新填写", "The kept keys cannot be opened (the data folder's keys are gone or others); keep them again with heng connect"), OfConnection: true);
}
