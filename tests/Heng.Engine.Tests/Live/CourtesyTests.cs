using Heng.Engine.Live;

namespace Heng.Engine.Tests.Live;

public class CourtesyTests
{
    [Theory]
    [InlineData("谢谢")]
    [InlineData("好的，谢谢亲～")]
    [InlineData("嗯嗯")]
    [InlineData("OK！")]
    [InlineData("那好吧")]
    [InlineData("知道了，麻烦了")]
    [InlineData("谢谢你啦")]
    [InlineData("没事了")]
    public void Thanks_and_assent_keep_nobody_waiting(string said) => Assert.True(Courtesy.Holds(said));

    [Theory]
    [InlineData("")]
    [InlineData("！！！")]
    [InlineData("亲")]
    [InlineData("好的，什么时候发货")]
    [InlineData("可以吗")]
    [InlineData("好了？")]
    [InlineData("那你的呢")]
    [InlineData("好的好的好的好的好的好的好的好的好的好的好的好的好的好的好的好的好的好的好的好的好")]
    public void What_may_ask_for_something_waits(string said) => Assert.False(Courtesy.Holds(said));
}
