using OldEstateRenewal.Domain.Consent;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>What states, channels and choices are called on the pages.</summary>
public static class BallotWords
{
    public static string Name(this BallotState state) => state switch
    {
        BallotState.Draft => "筹备",
        BallotState.Displayed => "名册公示",
        BallotState.Open => "进行中",
        BallotState.Closed => "已截止",
        _ => "已取消",
    };

    public static string Css(this BallotState state) => state switch { BallotState.Open => "good", BallotState.Displayed => "warn", BallotState.Cancelled => "bad", _ => "" };

    public static string Name(this VoteChannel channel) => channel switch
    {
        VoteChannel.Paper => "书面",
        VoteChannel.DoorToDoor => "入户",
        VoteChannel.Phone => "电话",
        VoteChannel.Meeting => "会议",
        VoteChannel.Online => "线上",
        _ => "导入官方结果",
    };

    public static string Name(this VoteChoice choice) => choice switch { VoteChoice.Agree => "同意", VoteChoice.Oppose => "不同意", VoteChoice.Abstain => "弃权", _ => "无效" };

    /// <summary>For the 楼盘表: a mark that is read without colour.</summary>
    public static string Mark(this VoteChoice? choice) => choice switch { VoteChoice.Agree => "✓ 同意", VoteChoice.Oppose => "✗ 不同意", VoteChoice.Abstain => "○ 弃权", VoteChoice.Invalid => "— 无效", _ => "未投" };

    public static string Css(this VoteChoice? choice) => choice switch { VoteChoice.Agree => "agree", VoteChoice.Oppose => "oppose", VoteChoice.Abstain => "abstain", VoteChoice.Invalid => "invalid", _ => "missing" };

    public static string Name(this ConsentOutcome outcome) => outcome switch
    {
        ConsentOutcome.NotYet => "尚未通过",
        ConsentOutcome.CannotCarry => "已不可能通过",
        ConsentOutcome.Carries => "按现有票数通过",
        ConsentOutcome.CarriedForGood => "已确定通过",
        _ => "只征询意见",
    };

    /// <summary>When nothing can come any more.</summary>
    public static string Final(this ConsentOutcome outcome) => outcome switch { ConsentOutcome.Carries or ConsentOutcome.CarriedForGood => "通过", ConsentOutcome.OpinionOnly => "只征询意见", _ => "未通过" };

    public static string Css(this ConsentOutcome outcome) => outcome switch { ConsentOutcome.Carries or ConsentOutcome.CarriedForGood => "good", ConsentOutcome.CannotCarry => "bad", ConsentOutcome.NotYet => "warn", _ => "" };

    public static string Name(this ContactOutcome outcome) => outcome switch
    {
        ContactOutcome.Asked => "已征询，未表态",
        ContactOutcome.NotHome => "无人在家",
        ContactOutcome.Unreachable => "联系不上",
        ContactOutcome.Refused => "拒绝表态",
        _ => "已约时间",
    };

    public static string Name(this BallotStepKind kind) => kind switch
    {
        BallotStepKind.RollChecked => "核对名册",
        BallotStepKind.RollDisplayed => "公示名册",
        BallotStepKind.RollObjection => "对名册的异议",
        BallotStepKind.Opened => "开始",
        BallotStepKind.Extended => "延长",
        BallotStepKind.ClosureAsked => "申请提前截止",
        BallotStepKind.Closed => "截止",
        BallotStepKind.Cancelled => "取消",
        BallotStepKind.Published => "公布结果",
        BallotStepKind.Objection => "对结果的异议",
        BallotStepKind.Reply => "答复",
        BallotStepKind.Recounted => "复核计票",
        BallotStepKind.Annulled => "结果被撤销",
        BallotStepKind.Reinstated => "撤销失效",
        _ => "撤销之诉",
    };

    /// <summary>Statutory votes and opinion are never mixed up, in words neither.</summary>
    public static string Name(this ConsentBasis basis) => basis == ConsentBasis.Statutory ? "法定表决" : "意见征询（不是法定表决）";
}
