using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>Why something cannot be done to a ballot now. An empty list means that it can; the same list greys out, explains and guards.</summary>
public static class BallotRules
{
    public static IReadOnlyList<string> WhyNotEdit(Ballot ballot) => ballot.State is BallotState.Draft ? [] : [$"{ballot.State.Name()}，内容、事项和范围不再改动。"];

    /// <summary>Why the roll cannot be displayed yet.</summary>
    public static IReadOnlyList<string> WhyNotDisplay(Ballot ballot, RollDraft roll, IReadOnlyList<BallotStep> steps)
    {
        if (ballot.State != BallotState.Draft) return [$"{ballot.State.Name()}，名册已公示过。"];
        var reasons = new List<string>();
        if (ballot.Matters.Count == 0) reasons.Add("还没有表决事项。");
        if (roll.Counted.Count == 0) reasons.Add("范围内还没有住户资料，名册是空的。");
        reasons.AddRange(roll.Problems.Take(10).Select(problem => $"{problem.UnitKey}：{problem.Text}。"));
        if (roll.Problems.Count > 10) reasons.Add($"名册另有 {roll.Problems.Count - 10} 处问题。");
        if (!steps.Any(step => step.Kind == BallotStepKind.RollChecked)) reasons.Add("名册须先由街道核对。");
        return reasons;
    }

    /// <summary>Why the ballot cannot open yet.</summary>
    public static IReadOnlyList<string> WhyNotOpen(Ballot ballot, RollDraft roll, IReadOnlyList<BallotStep> steps, IReadOnlyList<ConsentQuestion> questions, DateTimeOffset now)
    {
        if (ballot.State != BallotState.Displayed) return [ballot.State == BallotState.Draft ? "名册公示后才能开始。" : $"{ballot.State.Name()}。"];
        var reasons = new List<string>();
        if (questions.Count < ballot.Matters.Count) reasons.Add("有的事项在现行政策中已没有规定，请退回筹备后重选事项。");
        if (roll.Counted.Count == 0) reasons.Add("名册是空的。");
        reasons.AddRange(roll.Problems.Take(10).Select(problem => $"{problem.UnitKey}：{problem.Text}。"));
        if (Unanswered(steps, BallotStepKind.RollObjection) is > 0 and var open) reasons.Add($"有 {open} 件对名册的异议还没有答复。");
        if (ballot.ClosesAt is not { } closes || closes <= now) reasons.Add("截止时间已过，请退回筹备后改期。");
        else reasons.AddRange(questions.SelectMany(question => WhyNotFor(question, steps, closes, now)).Distinct());
        return reasons;
    }

    /// <summary>Days of notice and of voting that the channels' rules ask for.</summary>
    private static IEnumerable<string> WhyNotFor(ConsentQuestion question, IReadOnlyList<BallotStep> steps, DateTimeOffset closes, DateTimeOffset now)
    {
        var (displayed, days) = (steps.Where(step => step.Kind == BallotStepKind.RollDisplayed).Select(step => (DateTimeOffset?)step.At).Max(), (closes - now).TotalDays);
        foreach (var channel in question.Channels.Where(channel => channel.Item.Held == ChannelHeld.Here))
        {
            if (channel.Item.VotingAtLeast is { } least && days < least) yield return $"表决期不得少于 {least} 日（{channel.Citation}）。";
            if (channel.Item.VotingAtMost is { } most && days > most) yield return $"表决期不得超过 {most} 日（{channel.Citation}）。";
        }

        // A meeting's notice binds the meeting; where every way of voting asks for it, it binds the ballot.
        var notices = question.Channels.Where(channel => channel.Item.Held == ChannelHeld.Here).Select(channel => channel.Item.Notice).ToList();
        if (notices.Count > 0 && notices.All(notice => notice is not null) && displayed is { } since && (now - since).TotalDays < notices.Min())
            yield return $"须提前 {notices.Min()} 日通知，名册和事项自 {since.ToChinaText()} 起公示，还不够。";
    }

    public static IReadOnlyList<string> WhyNotVote(Ballot ballot, DateTimeOffset now) => ballot.State switch
    {
        BallotState.Draft or BallotState.Displayed => ["尚未开始，开始后才能录入。"],
        BallotState.Open when ballot.ClosesAt <= now => ["截止时间已过，不再收票。"],
        BallotState.Open => [],
        _ => [$"{ballot.State.Name()}，不再收票。"],
    };

    /// <summary>Why the closing time cannot be moved to the end of that day's voting.</summary>
    public static IReadOnlyList<string> WhyNotExtend(Ballot ballot, DateOnly? until, string? why)
    {
        if (ballot.State != BallotState.Open) return [$"{ballot.State.Name()}，不能延长。"];
        if (string.IsNullOrWhiteSpace(why)) return ["请写明延长的原因。"];
        if (until is not { } day || day <= DateOnly.FromDateTime(ballot.ClosesAt!.Value.ToChina().DateTime)) return ["新的截止日期应晚于原截止日期。"];
        var days = day.DayNumber - DateOnly.FromDateTime(ballot.OpenedAt!.Value.ToChina().DateTime).DayNumber;
        return ballot.Matters.SelectMany(matter => matter.Question?.Channels ?? []).Where(channel => channel.Item.Held == ChannelHeld.Here && channel.Item.VotingAtMost < days)
            .Select(channel => $"表决期不得超过 {channel.Item.VotingAtMost} 日（{channel.Citation}）。").Distinct().ToList();
    }

    /// <summary>Before its time a ballot is closed by two persons: one asks, another does it.</summary>
    public static IReadOnlyList<string> WhyNotClose(Ballot ballot, IReadOnlyList<BallotStep> steps, Guid personId, DateTimeOffset now)
    {
        if (ballot.State != BallotState.Open) return [$"{ballot.State.Name()}。"];
        if (ballot.ClosesAt <= now) return [];
        if (!steps.Any(step => step.Kind == BallotStepKind.ClosureAsked)) return ["未到截止时间。提前截止须一人申请、另一人确认。"];
        return steps.Any(step => step.Kind == BallotStepKind.ClosureAsked && step.ById != personId) ? [] : ["提前截止须由申请人以外的人确认。"];
    }

    public static int Unanswered(IReadOnlyList<BallotStep> steps, BallotStepKind kind) => steps.Count(step => step.Kind == kind && !steps.Any(reply => reply.RepliesToId == step.Id));

    public static IReadOnlyList<string> WhyNotAnnul(Ballot ballot, IEnumerable<BallotStep> steps) => ballot.State != BallotState.Closed ? ["截止后才会有结果被撤销。"]
        : BallotStep.Annuls(steps) is { } annulled ? [$"结果已于 {annulled.At.ToChinaText()} 登记为被撤销。"] : [];

    public static IReadOnlyList<string> WhyNotReinstate(IEnumerable<BallotStep> steps) => BallotStep.Annuls(steps) is null ? ["结果没有被撤销。"] : [];
}
