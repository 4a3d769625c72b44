using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Consent;

/// <summary>The bar of participation or of approval (参与、同意的门槛): by heads, by area, or both; both must be met.</summary>
/// <param name="Heads">By heads (人数、户数), or null.</param>
/// <param name="Area">By exclusive area (专有部分面积), or null.</param>
public sealed record ConsentBar(Threshold? Heads, Threshold? Area)
{
    internal static ConsentBar? Read(PolicyNode? node)
    {
        if (node is null) return null;
        var bar = new ConsentBar(Threshold.ReadOptional(node, "heads"), Threshold.ReadOptional(node, "area"));
        return bar is { Heads: null, Area: null } ? node.Wrong("heads", "heads 与 area 至少一项", bar) : bar;
    }

    internal string InWords(string who) => string.Join("且", new[]
    {
        Area is null ? null : $"专有部分面积{Area}",
        Heads is null ? null : $"{who}{Heads}",
    }.OfType<string>());
}

/// <summary>
/// The rule of one matter (表决事项规则): who is counted, where, how many must take part and how many agree. A rule that
/// <see cref="RefersTo"/> other matters (法定比例) has no bars of its own: the scheme's contents say which of them apply.
/// </summary>
public sealed record ConsentRule(PolicyItemHead Head) : PolicyItem(Head)
{
    /// <summary>Statutory vote or opinion.</summary>
    public required ConsentBasis Basis { get; init; }

    /// <summary>The number of the matter in 民法典第二百七十八条第一款 (1–9), or null.</summary>
    public int? StatutoryMatter { get; init; }

    /// <summary>Who is counted.</summary>
    public required ConsentPopulation Population { get; init; }

    /// <summary>For which part of the estate; a referral may leave it to the matters it refers to.</summary>
    public ConsentScope? Scope { get; init; }

    /// <summary>Which kinds of unit count (计入的专有部分); dwellings unless the rule says more.</summary>
    public required IReadOnlyList<UnitKind> Units { get; init; }

    /// <summary>How owners become heads.</summary>
    public HeadCounting Counting { get; init; }

    /// <summary>The bar of participation (参与表决), always of all; null when there is none.</summary>
    public ConsentBar? Participation { get; init; }

    /// <summary>The bar of approval (同意); null when there is none.</summary>
    public ConsentBar? Approval { get; init; }

    /// <summary>Of what approval is measured.</summary>
    public ConsentDenominator ApprovalOf { get; init; }

    /// <summary>The share that must have been asked (征询覆盖率), always of all; null when there is none.</summary>
    public Threshold? Coverage { get; init; }

    /// <summary>Whether each vote must be signed (签字按手印).</summary>
    public bool Signed { get; init; }

    /// <summary>Whether those asked who did not vote are added to the majority; off unless the management covenant says so.</summary>
    public bool NonVotersJoinMajority { get; init; }

    /// <summary>The channels allowed for this matter; empty when the channels of the division decide.</summary>
    public required IReadOnlyList<VoteChannel> Channels { get; init; }

    /// <summary>The matters that this one resolves to (法定比例 → 民法典各事项), the usual one first; empty for an own rule.</summary>
    public required IReadOnlyList<string> RefersTo { get; init; }

    /// <summary>Whether everybody must agree (须全体同意): one refusal and it cannot carry.</summary>
    public bool IsUnanimous => ApprovalOf == ConsentDenominator.All && (Approval?.Heads?.Share ?? Approval?.Area?.Share) == Fraction.One;

    /// <summary>What is counted by heads (计数口径), in words.</summary>
    public string Who => Population switch
    {
        ConsentPopulation.Owners => "业主人数",
        ConsentPopulation.Residents => "居民户数",
        _ => "户数",
    };

    /// <summary>Whether opinion is only gathered and nothing has to be reached (只征询意见，不设门槛).</summary>
    public bool HasNoBar => Participation is null && Approval is null && Coverage is null && RefersTo.Count == 0;

    /// <inheritdoc/>
    public override string InWords => RefersTo.Count > 0 ? "按内容所涉事项，分别适用各事项的比例"
        : HasNoBar ? "只征询意见，不设门槛"
        : string.Join("；", new[]
        {
            Coverage is null ? null : $"征询覆盖{Who}{Coverage}",
            Participation is null ? null : $"{Participation.InWords(Who)}参与",
            Approval is null ? null : IsUnanimous ? "须全体同意" : $"{(ApprovalOf == ConsentDenominator.All ? "全体" : "参与者")}中{Approval.InWords(Who)}同意",
            Signed ? "逐户签字" : null,
        }.OfType<string>());

    /// <summary>
    /// Reads { basis, matter?, population, scope?, units?, counting?, participation?, approval? { of, heads?, area? }, unanimous?,
    /// coverage?, signed?, nonVotersJoinMajority?, channels?, refersTo? }.
    /// </summary>
    public static ConsentRule Read(PolicyNode node)
    {
        var unanimous = node.Flag("unanimous");
        var approval = node.OptionalObject("approval");
        var rule = new ConsentRule(node.Head())
        {
            Basis = node.Choice<ConsentBasis>("basis"),
            StatutoryMatter = node.OptionalWhole("matter", 1, 9),
            Population = node.Choice<ConsentPopulation>("population"),
            Scope = node.OptionalChoice<ConsentScope>("scope"),
            Units = node.Has("units") ? node.Choices<UnitKind>("units") : [UnitKind.Dwelling],
            Counting = node.OptionalChoice<HeadCounting>("counting") ?? HeadCounting.OneHeadPerBuyer,
            Participation = ConsentBar.Read(node.OptionalObject("participation")),
            Approval = unanimous ? new ConsentBar(Threshold.Everybody, null) : ConsentBar.Read(approval),
            ApprovalOf = unanimous ? ConsentDenominator.All : approval?.Choice<ConsentDenominator>("of") ?? ConsentDenominator.Participants,
            Coverage = Threshold.ReadOptional(node, "coverage"),
            Signed = node.Flag("signed"),
            NonVotersJoinMajority = node.Flag("nonVotersJoinMajority"),
            Channels = node.Choices<VoteChannel>("channels"),
            RefersTo = node.Texts("refersTo"),
        };
        rule.NoteContradictions(node, unanimous && approval is not null);
        return rule;
    }

    private void NoteContradictions(PolicyNode node, bool twoApprovals)
    {
        var hasBar = Participation is not null || Approval is not null || Coverage is not null;
        if (twoApprovals) node.Wrong("unanimous", "与 approval 只写其一", 0);
        if (hasBar && RefersTo.Count > 0) node.Wrong("refersTo", "引用其他事项的，不再写 participation、approval、coverage、unanimous", 0);
        if (!hasBar && RefersTo.Count == 0 && Basis == ConsentBasis.Statutory) node.Wrong("approval", "法定表决须写 participation、approval、unanimous 之一，或引用其他事项（refersTo）", 0);
        if (RefersTo.Count == 0 && Scope is null) node.Wrong("scope", "表决范围（estate、building、entrance、riser）", 0);
        if (Basis == ConsentBasis.Opinion && StatutoryMatter is not null) node.Wrong("matter", "意见征询不写法定事项序号", 0);
        if (NonVotersJoinMajority && Participation is null && Approval is null) node.Wrong("nonVotersJoinMajority", "有参与或同意门槛时才可为 true", 0);
    }
}
