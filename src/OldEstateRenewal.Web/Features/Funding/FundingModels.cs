using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Works;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.CostShares;
using OldEstateRenewal.Web.Features.Projects;

namespace OldEstateRenewal.Web.Features.Funding;

/// <summary>A source, instrument, line of revenue or requirement as the documents name it, with every limit that any document sets on it.</summary>
public sealed record SourceLine(PolicyAnswer<FundingSource> Answer, IReadOnlyList<PolicyAnswer<FundingLimit>> Limits, IReadOnlyList<GrantStanding> Grants)
{
    public FundingSource Item => Answer.Item;

    public IEnumerable<(string Text, string Citation)> Permitted => Said(Item.Only, limit => limit.Only);

    public IEnumerable<(string Text, string Citation)> Forbidden => Said(Item.Never, limit => limit.Never);

    private IEnumerable<(string Text, string Citation)> Said(Domain.CostSharing.FundingUse? own, Func<FundingLimit, Domain.CostSharing.FundingUse?> ofLimit)
    {
        if (own is not null) yield return (own.Text, Answer.Citation.ToString());
        foreach (var limit in Limits) if (ofLimit(limit.Item) is { } use) yield return (use.Text, limit.Citation.ToString());
    }
}

/// <summary>What a project of the year costs others than owners, and what covers it.</summary>
public sealed record ProjectCover(Project Project, Money Cost, Money Used, Money Allotted, Money Paid)
{
    /// <summary>缺口: cost that has no source yet.</summary>
    public Money Gap => Cost - Used;

    /// <summary>结余: allotted, and no use yet.</summary>
    public Money Surplus => Allotted - Used;
}

/// <summary>What of the money needs a look.</summary>
public sealed record FundingAlarm(string Tag, string Css, string Text, string Path);

/// <summary>预算执行 of one source, or of all.</summary>
public sealed record ExecutionLine(string Name, Money Approved, Money Received, Money Paid, IReadOnlyList<MonthLine> Months)
{
    public string OfReceived => FundingWords.Rate(Paid, Received);

    public string OfApproved => FundingWords.Rate(Paid, Approved);
}

/// <summary>One month, and everything up to its end.</summary>
public sealed record MonthLine(DateOnly Month, Money Received, Money Paid, Money ReceivedSoFar, Money PaidSoFar, Money ApprovedSoFar);

/// <summary>资金 of a plan year. A street sees the money of its own projects only, and not what the county was given.</summary>
public sealed record FundingPage(int Year, IReadOnlyList<int> Years, bool IsWhole, IReadOnlyList<GrantStanding> Grants, IReadOnlyList<IGrouping<string, SourceLine>> Sources, IReadOnlyList<ProjectCover> Projects, IReadOnlyList<FundingAlarm> Alarms, IReadOnlyList<ExecutionLine> Execution);

public sealed record GrantEditor(GrantForm Form, IReadOnlyList<PolicyAnswer<FundingSource>> Sources, IReadOnlyList<Project> Projects);

public sealed record GrantPage(GrantStanding Standing, PolicyAnswer<FundingSource>? Source, IReadOnlyList<Project> Projects, ActForm Form, bool IsWhole, DateOnly Today)
{
    public FundingGrant Grant => Standing.Grant;

    public string ProjectName(Guid? id) => Projects.FirstOrDefault(project => project.Id == id)?.Name ?? "（其他项目）";

    /// <summary>Why nothing of a kind can be recorded now.</summary>
    public IReadOnlyList<(FundingActKind Kind, IReadOnlyList<string> Reasons)> Against { get; } =
        FundingRules.Recorded.Select(kind => (kind, FundingRules.WhyNot(Standing, kind))).ToList();
}

/// <summary>A payer's part of a line of the cost, and where its money comes from.</summary>
public sealed record UseLine(ShareLine Share, CostLine Cost, ShareAmount Payer, WorksCase Works, IReadOnlyList<FundingUse> Uses)
{
    public string Key => $"{Share.Id}|{Payer.Payer}";

    public string Name => $"{Cost.Name} · {Payer.Name}";

    public Money Amount => Payer.Amount ?? Money.Zero;

    public Money Used => Uses.Select(use => use.Amount).Total();

    public Money Gap => Amount - Used;
}

/// <summary>县级承担额 by the rule of the documents, with its working; null rule where no document has one.</summary>
/// <param name="Shares">What the county decided to take, the newest first; only that one counts.</param>
/// <param name="Answer">Null while the settlement or the share is missing.</param>
public sealed record Residual(PolicyAnswer<CostRule>? Rule, Money? Settlement, Money Higher, IReadOnlyList<CountyShare> Shares, CostAnswer? Answer)
{
    public const string County = "county";

    /// <summary>Whether the document leaves the share to the county; one that states it is followed as it stands.</summary>
    public bool AsksShare => Rule?.Item.Shares.Any(share => share.Payer == County && share.Kind == ShareKind.SuppliedFraction) == true;

    public CountyShare? Share => AsksShare && Shares.Count > 0 ? Shares[0] : null;

    public string? WhyNotRecord => Rule is null ? "本地文件没有县级承担额的规定，不需要登记比例。" : AsksShare ? null : "文件已定县级承担比例，按文件执行。";
}

/// <summary>资金用途 of a project.</summary>
public sealed record ProjectFunding(Project Project, ShareSheet? Sheet, IReadOnlyList<UseLine> Lines, IReadOnlyList<GrantStanding> Grants, IReadOnlyList<FundingUse> Stale, Residual Residual, IReadOnlyList<FundingAlarm> Alarms, PolicyView View)
{
    public UseForm Form { get; init; } = new();

    public CountyShareForm ShareForm { get; init; } = new() { ActId = Guid.CreateVersion7() };

    public Money Cost => Lines.Select(line => line.Amount).Total();

    public Money Used => Lines.Select(line => line.Used).Total();

    public Money Gap => Cost - Used;

    public Money Allotted => Grants.Select(grant => grant.AllottedTo(Project.Id)).Total();

    /// <summary>What an allotment has left for uses.</summary>
    public Money SurplusOf(GrantStanding grant) => grant.AllottedTo(Project.Id) - grant.UsedBy(Project.Id);

    public Money Surplus => Grants.Select(SurplusOf).Total();
}

/// <summary>补助测算依据 of a year laid beside the plan, the plan locked by the province and the registry.</summary>
public sealed record SubsidyPage(int Year, IReadOnlyList<int> Years, IReadOnlyList<SubsidyNotice> Notices, IReadOnlyList<PolicyAnswer<FundingSource>> Sources, SubsidyFigures? Plan, SubsidyFigures? Frozen, SubsidyFigures Registry, IReadOnlyList<SubsidyLine> Lines, SubsidyForm Form);

/// <summary>The four figures by which the ministry allots.</summary>
public sealed record SubsidyFigures(string Name, long? Estates, long? Households, long? Buildings, Area? Area)
{
    public static readonly IReadOnlyList<(string Name, string Unit, Func<SubsidyFigures, decimal?> Of)> Measures =
    [
        ("小区", "个", figures => figures.Estates),
        ("户数", "户", figures => figures.Households),
        ("楼栋", "栋", figures => figures.Buildings),
        ("面积", "㎡", figures => figures.Area?.SquareMetres),
    ];
}

/// <summary>One estate in plan, locked plan and registry.</summary>
public sealed record SubsidyLine(string Name, Guid? EstateId, SubsidyFigures? Plan, SubsidyFigures? Frozen, SubsidyFigures? Registry)
{
    public IReadOnlyList<string> Differences => SubsidyFigures.Measures.Skip(1).SelectMany(measure => new[] { (Plan, Frozen), (Plan, Registry) }
        .Select(pair => (Mine: pair.Item1 is { } mine ? measure.Of(mine) : null, Other: pair.Item2, measure))
        .Where(pair => pair.Other is not null && pair.Mine is not null && measure.Of(pair.Other) is { } theirs && theirs != pair.Mine)
        .Select(pair => $"{measure.Name}：计划 {pair.Mine:0.##}，{pair.Other!.Name} {measure.Of(pair.Other):0.##}，差 {pair.Mine - measure.Of(pair.Other):+0.##;-0.##} {measure.Unit}"))
        .Concat(Plan is null ? ["计划中没有"] : []).Concat(Frozen is null && HasFrozen ? ["省级锁定计划中没有"] : []).ToList();

    public bool HasFrozen { get; init; }
}
