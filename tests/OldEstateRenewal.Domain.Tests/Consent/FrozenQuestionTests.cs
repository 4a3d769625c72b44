using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Consent;

/// <summary>A frozen rule counts as the original did, whatever the documents say later.</summary>
public sealed class FrozenQuestionTests
{
    private static readonly string[][] chains = [["linqu", "weifang", "shandong", "nation"], ["ruicheng", "yuncheng", "shanxi", "nation"], ["liaocheng", "shandong", "nation"], ["taian", "shandong", "nation"], ["jingyuan", "gansu", "nation"]];

    [Fact]
    public void Read_EveryRuleOfEveryDivision_IsTheRuleThatWasWritten()
    {
        var seen = 0;
        foreach (var chain in chains)
        {
            var view = PolicyBook.Shipped.View(chain, new DateOnly(2026, 11, 21));
            foreach (var question in view.All(PolicySections.Consent).SelectMany(rule => ConsentQuestion.For(view, rule.Item.Key)))
            {
                var thawed = FrozenQuestion.Read(FrozenQuestion.Write(question));

                Assert.Equal(question.Asked.Item.Key, thawed.Asked.Item.Key);
                Assert.Equal(question.Rule.Item.InWords, thawed.Rule.Item.InWords);
                Assert.Equal(question.Rule.Citation, thawed.Rule.Citation);
                Assert.Equal(question.Scope, thawed.Scope);
                Assert.Equal(question.Warnings, thawed.Warnings);
                Assert.Equal(question.Channels.Select(channel => (channel.Item.InWords, channel.Citation)).Order(), thawed.Channels.Select(channel => (channel.Item.InWords, channel.Citation)).Order());
                foreach (var channel in Enum.GetValues<VoteChannel>()) Assert.Equal(question.Refuse(new Vote("", VoteChoice.Agree, channel)).Count, thawed.Refuse(new Vote("", VoteChoice.Agree, channel)).Count);
                seen++;
            }
        }

        Assert.True(seen > 40, $"{seen}");
    }

    [Fact]
    public void Read_SomethingElse_IsRefused() => Assert.ThrowsAny<Exception>(() => FrozenQuestion.Read("{}"));
}
