using Heng.Engine.Records;
using Heng.Engine.Rules;

namespace Heng.Engine.Tests.Rules;

public sealed class ChangeProposalTests
{
    private static readonly Instant Now = new(200);
    private static readonly ChangeProposal Asked = new([new(ProposalEvent.Proposed, "人事", new(100), "阈值太松", "items: []", 3)]);

    private static ChangeProposal After(ProposalStep? step) => new([.. Asked.Happened, step!]);

    [Fact]
    public void Another_confirms_and_who_proposed_does_not()
    {
        Assert.Equal(ProposalEvent.Confirmed, Asked.Confirm("店长", Now, 3).Happens!.What);
        Assert.Equal(ProposalRefusal.SamePerson, Asked.Confirm("人事", Now, 3).Refused);
    }

    [Fact]
    public void It_is_open_until_it_is_ended_or_another_version_comes()
    {
        Assert.True(Asked.IsOpen(3));
        Assert.False(Asked.IsOpen(4));
        Assert.Equal(ProposalRefusal.NotOpen, Asked.Confirm("店长", Now, 4).Refused);
        foreach (var ended in new[] { After(Asked.Confirm("店长", Now, 3).Happens), After(Asked.Refuse("店长", Now, 3, "太严").Happens), After(Asked.Withdraw("人事", Now, 3).Happens) })
        {
            Assert.False(ended.IsOpen(3));
            Assert.Equal(ProposalRefusal.NotOpen, ended.Confirm("店长", Now, 3).Refused);
            Assert.Equal(ProposalRefusal.NotOpen, ended.Refuse("店长", Now, 3, "太严").Refused);
            Assert.Equal(ProposalRefusal.NotOpen, ended.Withdraw("人事", Now, 3).Refused);
        }
    }

    [Fact]
    public void Refusing_takes_a_reason_and_another_person_and_taking_back_the_proposer()
    {
        Assert.Equal(ProposalRefusal.NeedsReason, Asked.Refuse("店长", Now, 3, " ").Refused);
        Assert.Equal(ProposalRefusal.SamePerson, Asked.Refuse("人事", Now, 3, "不要了").Refused);
        Assert.Equal("太严", Asked.Refuse("店长", Now, 3, " 太严 ").Happens!.Why);
        Assert.Equal(ProposalRefusal.NotYours, Asked.Withdraw("店长", Now, 3).Refused);
        Assert.Equal(ProposalEvent.Withdrawn, Asked.Withdraw("人事", Now, 3).Happens!.What);
    }
}
