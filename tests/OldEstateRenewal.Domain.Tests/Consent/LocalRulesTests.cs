using OldEstateRenewal.Domain.Consent;
using static OldEstateRenewal.Domain.Tests.Consent.Ballots;

namespace OldEstateRenewal.Domain.Tests.Consent;

public sealed class LocalRulesTests
{
    [Fact]
    public void PlanEntry_Ruicheng16Households_Needs13()
    {
        var twelve = Count(Shipped.Ruicheng, "plan-entry", Roll(16), Votes(1, 12, VoteChoice.Agree));
        var thirteen = Count(Shipped.Ruicheng, "plan-entry", Roll(16), Votes(1, 13, VoteChoice.Agree));

        Assert.Equal((ConsentOutcome.NotYet, "还差 1 户"), (twelve.Outcome, twelve.Shortfall));
        Assert.Equal(ConsentOutcome.CarriedForGood, thirteen.Outcome);
        Assert.Equal(
            [
                "输入：全小区，居民户数 16（征询 12、参与 12、同意 12），面积 1600.00 ㎡（参与 1200.00、同意 1200.00）",
                "依据：芮政办发〔2022〕23号 二.（三）1；规则：全体中居民户数80%以上（含本数）同意",
                "同意的居民户数 12/16 户，须80%以上（含本数），即 13 户：未达到，还差 1 户",
            ],
            twelve.Working);
    }

    [Fact]
    public void SchemeConsultation_Ruicheng_MeasuresCoverageNotConsent()
    {
        var tally = Count(Shipped.Ruicheng, "scheme-consultation", Roll(16), Votes(1, 10, VoteChoice.Oppose), ["011", "012", "013"]);

        Assert.True(tally.IsCarried);
        Assert.Equal((13, 10), (tally.Heads.Asked, tally.Heads.Participating));
        Assert.Equal("还须征询 6 户", Count(Shipped.Ruicheng, "scheme-consultation", Roll(16), Votes(1, 7, VoteChoice.Agree)).Shortfall);
    }

    [Fact]
    public void Satisfaction_Ruicheng_IsMeasuredAmongThoseWhoAnswered()
    {
        var tally = Count(Shipped.Ruicheng, "satisfaction", Roll(100), [.. Votes(1, 40, VoteChoice.Agree), .. Votes(41, 10, VoteChoice.Oppose)]);

        Assert.True(tally.IsCarried);
    }

    [Fact]
    public void PropertyService_Ruicheng_IsItsOwnClause()
    {
        var question = Question(Shipped.Ruicheng, "property-service");

        Assert.Equal(("ruicheng-2021-2025", "二.（八）"), (question.Rule.Document.Key, question.Rule.Citation.Clause));
    }

    [Fact]
    public void PlanEntry_Linqu_IsTwoThirdsOfHouseholdsAndSaysItIsAReading()
    {
        var question = Question(Shipped.Linqu, "plan-entry");

        Assert.Equal(new Fraction(2, 3), question.Rule.Item.Approval!.Heads!.Share);
        Assert.Equal(ConsentBasis.Opinion, question.Rule.Item.Basis);
        Assert.Contains("口径", question.Rule.Citation.Note);
    }

    [Fact]
    public void RiserWorks_OneOf12Refuses_BlocksThatRiserAndNoOther()
    {
        var roll = Roll(Enumerable.Range(1, 12).Select(number => Unit(number, riser: "A")), Enumerable.Range(13, 12).Select(number => Unit(number, riser: "B")), Enumerable.Range(25, 12).Select(number => Unit(number, riser: "C")));

        var tallies = Tally.Count(Question(Shipped.Liaocheng, "riser-works"), roll, [.. Votes(1, 11, VoteChoice.Agree), .. Votes(12, 1, VoteChoice.Oppose), .. Votes(13, 12, VoteChoice.Agree), .. Votes(25, 9, VoteChoice.Agree)]);

        Assert.Equal([ConsentOutcome.CannotCarry, ConsentOutcome.CarriedForGood, ConsentOutcome.NotYet], tallies.Select(tally => tally.Outcome));
        Assert.Equal("还差 3 户", tallies[2].Shortfall);
    }

    [Fact]
    public void RiserWorks_RiserWithShopsOnly_IsLeftOut()
    {
        var roll = Roll([Unit(1), Unit(2, riser: "B", kind: UnitKind.Shop)]);

        Assert.Equal("1号楼 1单元 A", Assert.Single(Tally.Count(Question(Shipped.Liaocheng, "riser-works"), roll, [])).PartName);
    }

    [Fact]
    public void RiserWorks_NotSigned_DoesNotCount()
    {
        var tally = Count(Shipped.Liaocheng, "riser-works", Roll(1), [new Vote("001", VoteChoice.Agree)]);

        Assert.Equal(ConsentOutcome.NotYet, tally.Outcome);
        Assert.Contains(tally.Refusals, refusal => refusal.Text == "须签字确认，尚未签字" && refusal.Citation!.Clause == "问答05");
    }

    [Fact]
    public void Refuse_OnLineInLinqu_StatutoryVoteIsImportedOnlyButOpinionIsTaken()
    {
        var online = new Vote("001", VoteChoice.Agree, VoteChannel.Online);

        var refusal = Assert.Single(Question(Shipped.Linqu, "scheme").Refuse(online));

        Assert.Equal("《潍坊市物业管理条例》 第三十二条", refusal.Citation!.ToString());
        Assert.Empty(Question(Shipped.Linqu, "plan-entry").Refuse(online));
        Assert.Empty(Question(Shipped.Linqu, "scheme").Refuse(online with { Channel = VoteChannel.Imported }));
        Assert.Empty(Question(Shipped.Liaocheng, "common-use").Refuse(online));
    }

    [Fact]
    public void Refuse_PhoneForAStatutoryVote_IsOpinionOnly()
    {
        var phone = new Vote("001", VoteChoice.Agree, VoteChannel.Phone);

        Assert.Equal("电话不能用于法定表决，只可征询意见", Assert.Single(Question(Shipped.Jingyuan, "fund-use").Refuse(phone)).Text);
        Assert.Empty(Question(Shipped.Linqu, "plan-entry").Refuse(phone));
    }

    [Fact]
    public void Count_OneProxyForFourOwners_NoneOfThemCountsInWeifang()
    {
        var votes = Votes(1, 4, VoteChoice.Agree).Select(vote => vote with { Proxy = "王五" }).ToList();

        var four = Count(Shipped.Linqu, "major-matter", Roll(4), votes);
        var three = Count(Shipped.Linqu, "major-matter", Roll(4), votes.Take(3));

        Assert.Equal((0, 3), (four.Heads.Agreeing, three.Heads.Agreeing));
        Assert.Contains(four.Refusals, refusal => refusal.Text.Contains("超过 3 人"));
    }

    [Fact]
    public void Channels_LinquMeeting_InheritsFifteenDaysOfNoticeFromWeifang()
    {
        var meeting = Question(Shipped.Linqu, "scheme").Channels.Single(channel => channel.Item.Key == "statutory-meeting").Item;

        Assert.Equal((15, NoticeDays.Unstated), (meeting.Notice, meeting.NoticeCount));
    }

    [Fact]
    public void Refuse_OnLineInLinquBeforeWeifangsRule_NothingWasReserved() =>
        Assert.Empty(Question(Shipped.View("linqu-2024", 2021, 6, 1), "common-use").Refuse(new Vote("001", VoteChoice.Agree, VoteChannel.Online)));

    [Fact]
    public void OpinionSurvey_Jingyuan_HasNoBar()
    {
        var tally = Count(Shipped.Jingyuan, "opinion-survey", Roll(4), Votes(1, 1, VoteChoice.Agree));

        Assert.Equal(ConsentOutcome.OpinionOnly, tally.Outcome);
    }

    [Fact]
    public void Lift_Liaocheng_IsDecidedEntranceByEntrance()
    {
        var question = Question(Shipped.Liaocheng, "lift");

        Assert.Equal((ConsentScope.Entrance, "alteration"), (question.Scope, question.Rule.Item.Key));
    }
}
