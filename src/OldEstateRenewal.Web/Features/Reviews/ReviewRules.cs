using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Schemes;

namespace OldEstateRenewal.Web.Features.Reviews;

/// <summary>A review that the documents ask for: which stage asks, and which bodies are named.</summary>
public sealed record ReviewAsk(ReviewKind Kind, PolicyAnswer<ProcessStage> Stage, ProcessGate Gate, IReadOnlyList<string> Bodies)
{
    /// <summary>What the process of a county asks for.</summary>
    public static IReadOnlyList<ReviewAsk> Of(RenewalProcess process, PolicyView view) =>
        (from stage in process.Stages
         from gate in stage.Item.Gates
         where gate.Kind == GateKind.ReviewPassed && ReviewWords.KindOf(gate.Rule) is not null
         select new ReviewAsk(ReviewWords.KindOf(gate.Rule)!.Value, stage, gate, BodiesOf(gate, stage.Item, view))).DistinctBy(ask => ask.Kind).ToList();

    private static List<string> BodiesOf(ProcessGate gate, ProcessStage stage, PolicyView view)
    {
        var named = gate.Bodies.Select(key => view.Find(PolicySections.Duties, key)?.Item.Body).OfType<string>().ToList();
        return named.Count > 0 ? named : [stage.Body];
    }
}

/// <summary>Why something cannot be done with a review now; an empty list means that it can.</summary>
public static class ReviewRules
{
    /// <param name="ask">What is asked for.</param>
    /// <param name="newest">The newest version of the scheme, draft or fixed.</param>
    /// <param name="before">The stages before the one that asks: name, and whether it is reached.</param>
    /// <param name="known">The reviews there are.</param>
    public static IReadOnlyList<string> WhyNotOpen(ReviewAsk ask, Scheme? newest, IEnumerable<(string Name, bool IsReached)> before, IReadOnlyList<ReviewStanding> known)
    {
        if (newest is not { State: SchemeState.Fixed }) return [$"改造方案{(newest is null ? "尚未编制" : $"{newest.Name}尚未确定")}，不能提交{ask.Kind.Name()}。"];
        if (known.FirstOrDefault(standing => standing.Review.Kind == ask.Kind && standing.Review.SchemeId == newest.Id) is { } there)
            return [there.State == ReviewState.Returned ? $"改造方案{newest.Name}已被退回，请另编一版后再提交。" : $"改造方案{newest.Name}已提交{ask.Kind.Name()}。"];
        return before.Where(stage => !stage.IsReached).Select(stage => $"请先完成“{stage.Name}”（{ask.Stage.Citation}）。").ToList();
    }

    public static IReadOnlyList<string> WhyNotSpeak(ReviewStanding standing, Scheme? newest, string? city)
    {
        if (standing.Review.Kind == ReviewKind.City && city is not null) return [$"会审由{city}在本门户中决定，县级不能代为登记。"];
        if (standing.State == ReviewState.Passed) return ["审查已通过，意见不再改动。"];
        return newest?.Id != standing.Review.SchemeId ? ["方案已另编新版，此次审查已结束。"] : [];
    }
}
