namespace OldEstateRenewal.Domain.Consent;

/// <summary>What a criterion asks (判定项).</summary>
public enum CriterionKind
{
    /// <summary>征询覆盖.</summary>
    Coverage,

    /// <summary>参与表决.</summary>
    Participation,

    /// <summary>同意.</summary>
    Approval,
}

/// <summary>One criterion of a rule, judged (一项门槛的判定): the exact part and whole, the threshold, and what is still missing.</summary>
public sealed record Criterion
{
    private readonly Measure measure;
    private readonly ConsentDenominator of;
    private readonly bool nonVotersJoin;

    internal Criterion(CriterionKind kind, bool isArea, Threshold threshold, Measure measure, ConsentRule rule)
    {
        (Kind, IsArea, Threshold, this.measure) = (kind, isArea, threshold, measure);
        (of, nonVotersJoin) = (rule.ApprovalOf, rule.NonVotersJoinMajority);
        (Part, Whole) = PartAndWhole(0);
        Shortfall = LeastFurther();
        Who = rule.Who;
    }

    /// <summary>What it asks.</summary>
    public CriterionKind Kind { get; }

    /// <summary>Whether it is measured by area (0.01 ㎡) rather than by heads.</summary>
    public bool IsArea { get; }

    /// <summary>The threshold.</summary>
    public Threshold Threshold { get; }

    /// <summary>What is there: heads, or area in 0.01 ㎡.</summary>
    public long Part { get; }

    /// <summary>Of what: heads, or area in 0.01 ㎡.</summary>
    public long Whole { get; }

    /// <summary>Whether it is met as the votes stand.</summary>
    public bool IsMet => Threshold.IsMet(Part, Whole);

    /// <summary>Whether it stays met whatever the rest does: nobody else votes, or everybody else opposes.</summary>
    public bool IsSafe => IsMet && (Kind != CriterionKind.Approval || Threshold.IsMet(measure.Agreeing, measure.Whole));

    /// <summary>
    /// The least further agreement with which it is met, if each further vote agrees (for coverage: the least further ones to ask); 0 when
    /// it is met; null when not even everybody left is enough. Cast votes are taken to stay.
    /// </summary>
    public long? Shortfall { get; }

    private string Who { get; }

    /// <summary>The criterion in words: 参与表决业主人数 119/180，须2/3以上（含本数）：未达到，还差 1 户.</summary>
    public string InWords => $"{Label} {Show(Part)}/{Show(Whole)}{Unit}，须{Threshold}{Needed}：{State}";

    /// <summary>The criterion in words when nothing can come any more (截止后): 达到 or 未达到, without what was missing.</summary>
    public string InFinalWords => $"{Label} {Show(Part)}/{Show(Whole)}{Unit}，须{Threshold}{Needed}：{(IsMet ? "达到" : "未达到")}";

    /// <summary>An amount of this measure in words: 3 户, 214.60 ㎡.</summary>
    internal string Amount(long amount) => IsArea ? $"{Hundredths.Fixed(amount)} ㎡" : $"{amount} 户";

    private string Label => (Kind, IsArea) switch
    {
        (CriterionKind.Coverage, _) => $"已征询{Who}",
        (CriterionKind.Participation, true) => "参与表决专有部分面积",
        (CriterionKind.Participation, _) => $"参与表决{Who}",
        (_, true) => "同意的专有部分面积",
        _ => $"同意的{Who}",
    };

    private string State => IsMet ? "达到" : Shortfall is { } more ? $"未达到，{(Kind == CriterionKind.Coverage ? "还须征询" : "还差")} {Amount(more)}" : "已不可能达到";

    private string Needed => IsArea || Whole <= 0 ? "" : $"，即 {Threshold.Least(Whole)} 户";

    private string Unit => IsArea ? " ㎡" : " 户";

    private string Show(long amount) => IsArea ? Hundredths.Fixed(amount) : $"{amount}";

    private (long Part, long Whole) PartAndWhole(long more) => Kind switch
    {
        CriterionKind.Coverage => (measure.Asked + more, measure.Whole),
        CriterionKind.Participation => (measure.ParticipatingWith(more, nonVotersJoin), measure.Whole),
        _ => (measure.AgreeingWith(more, nonVotersJoin), of == ConsentDenominator.All ? measure.Whole : measure.ParticipatingWith(more, nonVotersJoin)),
    };

    private bool IsMetWith(long more)
    {
        var (part, whole) = PartAndWhole(more);
        return Threshold.IsMet(part, whole);
    }

    private long? LeastFurther()
    {
        var (least, most) = (0L, Kind == CriterionKind.Coverage ? measure.Whole - measure.Asked : measure.Remaining);
        if (!IsMetWith(most)) return null;
        while (least < most)
        {
            var middle = least + (most - least) / 2;
            if (IsMetWith(middle)) most = middle;
            else least = middle + 1;
        }

        return least;
    }
}
