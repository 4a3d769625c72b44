using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Registry;
using OldEstateRenewal.Domain.Works;

namespace OldEstateRenewal.Web.Features.Schemes;

/// <summary>Where an item may be: an estate of the project, or a building of it.</summary>
public sealed record SchemePlace(Guid EstateId, Guid? BuildingId, string Name);

/// <summary>An estate of the project with its figures.</summary>
public sealed record SchemeEstate(Guid Id, string Name, int? Buildings, int? Households, Area? Area);

/// <summary>Why a version cannot be fixed yet, with the clause where there is one.</summary>
/// <param name="Text">The reason, in words.</param>
/// <param name="Citation">The clause; null for what the portal itself asks for.</param>
/// <param name="ExplainKey">The works item whose absence may be explained, or null.</param>
public sealed record SchemeObjection(string Text, Citation? Citation, string? ExplainKey = null)
{
    public string InWords => $"{Text}{(Citation is null ? "" : $"（{Citation}）")}。";
}

/// <summary>A version held against the documents and the records: one list greys out, explains and guards.</summary>
public sealed record SchemeCheck(Scheme Scheme, PolicyView View, IReadOnlyList<SchemeEstate> Estates, IReadOnlyDictionary<Guid, SchemePlace> Places, IReadOnlyDictionary<Guid, WorksHistory> Histories)
{
    public const string CentralSubsidy = "central-subsidy";

    private readonly SchemeAnswers answers = SchemeAnswers.Read(Scheme.AnswersJson);

    public WorksCatalogue Catalogue { get; } = new(View);

    public SchemeAnswers Answers => answers;

    /// <summary>What no scheme may do; each is asked about.</summary>
    public IReadOnlyList<PolicyAnswer<WorksItem>> Bans => Catalogue.Items.Where(answer => answer.Item.Forbidden).ToList();

    public IReadOnlyList<PolicyAnswer<RenewalMode>> Managements => View.All(PolicySections.Modes).Where(mode => mode.Item.Kind == ModeKind.Management).ToList();

    public PolicyAnswer<SequenceRule>? Sequence => View.All(PolicySections.Sequence) is [var first, ..] ? first : null;

    public PolicyAnswer<PolicyStatement>? Grading => View.Find(PolicySections.Statements, "scheme-grading");

    public Money? Total => Scheme.Items.Any(item => item.Cost is not null) ? Scheme.Items.Aggregate(Money.Zero, (sum, item) => sum + (item.Cost ?? Money.Zero)) : null;

    public PlanTotals Totals => new(Estates.Count, Sum(estate => estate.Buildings), Sum(estate => estate.Households),
        Estates.All(estate => estate.Area is not null) ? Estates.Aggregate(Area.Zero, (sum, estate) => sum + estate.Area!.Value) : null, Total);

    /// <summary>The cost per ㎡ and per household against what is usual; a hint, never a refusal.</summary>
    public IReadOnlyList<Reason> Plausibility => View.All(PolicySections.Plausibility)
        .Where(band => band.Item.Ratio is PlausibilityRatio.YuanPerSquareMetre or PlausibilityRatio.YuanPerHousehold).Select(band => band.Item.Check(Totals)).ToList();

    /// <summary>The items that the documents call for and the version leaves out.</summary>
    public IReadOnlyList<PolicyAnswer<WorksItem>> LeftOut => Estates.SelectMany(estate => Catalogue.LeftOut(Contents(estate))).DistinctBy(answer => answer.Item.Key).ToList();

    /// <summary>What may be left out with a reason, and is.</summary>
    public IReadOnlyList<SchemeObjection> ToExplain => Refused.Where(objection => objection.ExplainKey is not null).ToList();

    /// <summary>Everything that speaks against fixing it.</summary>
    public IReadOnlyList<SchemeObjection> Objections =>
    [
        .. Scheme.Items.Count == 0 ? new[] { Bare("还没有改造内容") } : [],
        .. Refused.Where(objection => objection.ExplainKey is not { } key || !answers.Explained.ContainsKey(key)),
        .. NotExplained(),
        .. Undeclared(),
        .. Repeated(refuses: true),
        .. Scheme.Items.OrderBy(item => item.Sequence).SelectMany(OfItem),
        .. OfHead(),
    ];

    /// <summary>What a person should look at before fixing it.</summary>
    public IReadOnlyList<SchemeObjection> Warnings => Repeated(refuses: false).ToList();

    public string PlaceOf(SchemeItem item) => (item.BuildingId ?? item.EstateId) is { } id && Places.TryGetValue(id, out var place) ? place.Name : Estates.Count > 1 ? "各小区" : "全小区";

    private IReadOnlyList<SchemeObjection> Refused => Estates.SelectMany(estate => Catalogue.Refuse(Contents(estate)).Select(refusal => Told(estate, refusal))).Distinct().ToList();

    private SchemeContents Contents(SchemeEstate estate)
    {
        var items = Scheme.Items.Where(item => item.EstateId is null || item.EstateId == estate.Id).Select(item => item.ItemKey).Concat(answers.Declared.Where(each => each.Value).Select(each => each.Key)).ToHashSet();
        // What is chosen again although it was renewed is refused below with the record that forbids it.
        var renewed = Histories[estate.Id].Records.Select(record => record.Item).OfType<string>().Where(key => !items.Contains(key)).ToHashSet();
        return new SchemeContents(items) { Sources = Scheme.Sources, AlreadyRenewed = renewed };
    }

    private SchemeObjection Told(SchemeEstate estate, SchemeRefusal refusal) =>
        new(Estates.Count > 1 ? $"{estate.Name}：{refusal.Text}" : refusal.Text, refusal.Citation, refusal.MayBeExplained ? refusal.ItemKey : null);

    private IEnumerable<SchemeObjection> NotExplained()
    {
        if (Scheme.LeftOut is not null || LeftOut is not { Count: > 0 } left) yield break;
        var rule = View.All(PolicySections.WorksRules).First(answer => answer.Item is { Kind: WorksRuleKind.ClassDemand, MayBeExplained: true } && answer.Item.Class == left[0].Item.Class);
        yield return new($"{rule.Item.Name}{rule.Item.Demand}：未列入{string.Join("、", left.Select(answer => answer.Item.Name))}，须说明理由", rule.Citation);
    }

    private IEnumerable<SchemeObjection> Undeclared() => Bans.Where(ban => !answers.Declared.ContainsKey(ban.Item.Key)).Select(ban => new SchemeObjection($"尚未回答方案是否涉及“{ban.Item.Name}”", ban.Citation));

    /// <summary>What earlier works forbid, or no document speaks of.</summary>
    private IEnumerable<SchemeObjection> Repeated(bool refuses) =>
        from item in Scheme.Items.OrderBy(item => item.Sequence)
        from estate in Estates
        where item.EstateId is null || item.EstateId == estate.Id
        from objection in Histories[estate.Id].ObjectionsTo(Works(item))
        where objection.Refuses == refuses
        select new SchemeObjection($"{(Estates.Count > 1 ? estate.Name + "：" : "")}{objection.Text}", objection.Citation);

    private WorksRecord Works(SchemeItem item) => new(Guid.Empty, RenewalProgramme.OldEstate, Scheme.Project!.PlanYear)
    {
        Item = item.ItemKey,
        ItemName = item.Name,
        HasCentralMoney = Scheme.Sources.Contains(CentralSubsidy),
        Buildings = item.BuildingId is { } building ? new HashSet<Guid> { building } : null,
    };

    private IEnumerable<SchemeObjection> OfItem(SchemeItem item)
    {
        var name = $"第{item.Sequence}项“{item.Name}”（{PlaceOf(item)}）";
        if (Catalogue.Find(item.ItemKey) is null) yield return Bare($"{name}不在现行改造内容清单中，请删除后另选");
        if (item.Cost is null) yield return Bare($"{name}未填数量和单价，也未填总价");
        else if (item.LumpSum is null && item.Unit is null) yield return Bare($"{name}未填单位");
        if (Sequence is { } rule && item.Layer is null && Catalogue.Find(item.ItemKey)?.Item.Place is WorksPlace.Any) yield return new($"{name}未注明{string.Join("或", rule.Item.Layers.Select(layer => layer.Name))}", rule.Citation);
    }

    private IEnumerable<SchemeObjection> OfHead()
    {
        if (Scheme.Designer is null) yield return Bare("未填设计单位");
        if (!Scheme.HasProof) yield return Bare("未上传设计图件（附件种类选“图件”）");
        if (Grading is { } grading && Scheme.Grade is null) yield return new("未填改造分级", grading.Citation);
        if (Scheme.ManagementKey is null && Scheme.Management is null) yield return new("未写明改造后的物业管理方式", Managements is [var mode, ..] ? mode.Citation : null);
        if (Scheme.Funding is null && Scheme.Sources.Length == 0) yield return Bare("未写明资金筹措");
    }

    private static SchemeObjection Bare(string text) => new(text, null);

    private int? Sum(Func<SchemeEstate, int?> figure) => Estates.All(estate => figure(estate) is not null) ? Estates.Sum(estate => figure(estate)!.Value) : null;
}
