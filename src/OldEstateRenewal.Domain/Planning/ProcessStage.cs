using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>What a gate looks at (门槛类别). The mechanism is here, which stage asks for it is said by the documents.</summary>
public enum GateKind
{
    /// <summary>摸底调查完成：every estate of the project has been surveyed.</summary>
    Surveyed,

    /// <summary>现场审核认定完成.</summary>
    Recognised,

    /// <summary>意见征询或表决通过; the rule names the matter.</summary>
    Consent,

    /// <summary>已列入印发的年度计划.</summary>
    PlanIssued,

    /// <summary>改造方案已确定.</summary>
    SchemeFixed,

    /// <summary>公示期满、异议已答复; the rule names the notice.</summary>
    NoticeEnded,

    /// <summary>审查通过; the rule names the review.</summary>
    ReviewPassed,

    /// <summary>参建单位已明确：contractor and supervisor are named.</summary>
    PartiesNamed,

    /// <summary>改造内容全部完工.</summary>
    WorksFinished,

    /// <summary>竣工验收通过.</summary>
    AcceptancePassed,

    /// <summary>验收问题全部整改复验.</summary>
    DefectsClosed,

    /// <summary>居委会、业主委员会确认; those who must confirm are named by the rule.</summary>
    Confirmed,

    /// <summary>设施全部移交接收单位.</summary>
    HandedOver,

    /// <summary>物业管理已落实.</summary>
    PropertyArranged,

    /// <summary>归档材料齐全.</summary>
    ArchiveComplete,
}

/// <summary>What must hold before a stage is reached (门槛).</summary>
/// <param name="Key">Unique within the stage.</param>
/// <param name="Name">In Chinese: 方案公示期满.</param>
/// <param name="Kind">What is looked at.</param>
/// <param name="Rule">The matter, notice or review that is meant, where the kind has several.</param>
/// <param name="Citation">The clause that asks for it.</param>
public sealed record ProcessGate(string Key, string Name, GateKind Kind, string? Rule, Citation Citation)
{
    /// <summary>The bodies that must agree (参加审查的部门), by keys of the section "duties"; empty where the gate names none.</summary>
    public IReadOnlyList<string> Bodies { get; init; } = [];
}

/// <summary>A paper that must lie in the file when a stage is reached (所需材料).</summary>
/// <param name="Key">Unique within the stage.</param>
/// <param name="Name">In Chinese: 立项批复.</param>
/// <param name="Citation">The clause that asks for it.</param>
public sealed record ProcessPaper(string Key, string Name, Citation Citation);

/// <summary>What is known of a project when a stage is to be reached (项目现状).</summary>
/// <param name="Reached">The stages reached, with their days.</param>
/// <param name="Gates">The answers to the gates of the stage, by key.</param>
/// <param name="Papers">The keys of the papers that are there.</param>
public sealed record ProcessFacts(IReadOnlyDictionary<string, DateOnly> Reached, IReadOnlyDictionary<string, Reason> Gates, IReadOnlySet<string> Papers)
{
    /// <summary>The stages before it that were reached and have to be looked at again (须复核), by key, with why.</summary>
    public IReadOnlyDictionary<string, string> Again { get; init; } = new Dictionary<string, string>();
}

/// <summary>
/// A stage in the life of a project (环节): what comes before it, what must hold and be on file, and which body owes it. The documents differ in
/// order and gates; a stage that a county repeals is not part of its process.
/// </summary>
/// <param name="Head">Key, Chinese name and citation.</param>
/// <param name="Order">Its place when the process is shown.</param>
/// <param name="Milestone">The milestone whose day is its deadline, or null.</param>
/// <param name="Body">The body that owes it (责任主体).</param>
/// <param name="Kind">What that body is: a street's tasks go to the street.</param>
/// <param name="After">The stages that come before it (前置环节).</param>
/// <param name="Gates">What must hold.</param>
/// <param name="Papers">What must be on file.</param>
/// <param name="Duties">The keys under which documents name the body that owes it: where one does, its name stands in the place of the general one.</param>
public sealed record ProcessStage(
    PolicyItemHead Head, int Order, ProjectStage? Milestone, string Body, BodyKind Kind, IReadOnlyList<string> After, IReadOnlyList<ProcessGate> Gates, IReadOnlyList<ProcessPaper> Papers,
    IReadOnlyList<string> Duties) : PolicyItem(Head)
{
    /// <inheritdoc/>
    public override string InWords => $"{Body}负责{(Gates.Count == 0 ? "" : $"；须{string.Join("、", Gates.Select(gate => gate.Name))}")}{(Papers.Count == 0 ? "" : $"；须有{string.Join("、", Papers.Select(paper => paper.Name))}")}";

    /// <summary>May the stage be reached? Every stage before it, gate and paper is a reason; a gate that nobody answered is unknown.</summary>
    public Reason MayReach(ProcessFacts facts, IReadOnlyDictionary<string, string> stageNames) => Reason.OfAll(Key, Name, Citation,
    [
        .. After.Where(stageNames.ContainsKey).Select(before => Before(before, stageNames[before], facts)),
        .. facts.Again.Where(again => stageNames.ContainsKey(again.Key)).Select(again => Reason.Single($"again:{again.Key}", $"{stageNames[again.Key]}须先复核", Outcome.Failed, again.Value, Citation)),
        .. Gates.Select(gate => facts.Gates.GetValueOrDefault(gate.Key) ?? Reason.Single(gate.Key, gate.Name, Outcome.Unknown, "尚未核实", gate.Citation)),
        .. Papers.Select(paper => Reason.Single($"paper:{paper.Key}", paper.Name, Outcomes.Of(facts.Papers.Contains(paper.Key)), facts.Papers.Contains(paper.Key) ? "已上传" : "未上传", paper.Citation)),
    ]);

    /// <summary>The day of a stage may not lie in the future nor before a stage that it follows; null when it is sound, else why not.</summary>
    public string? WhyNotOn(DateOnly on, DateOnly today, ProcessFacts facts, IReadOnlyDictionary<string, string> stageNames)
    {
        if (on > today) return $"{Name}日期 {on:yyyy-MM-dd} 晚于今天，请填写实际完成的日期。";
        var later = After.Where(key => stageNames.ContainsKey(key) && facts.Reached.TryGetValue(key, out var day) && day > on).Select(key => $"{stageNames[key]}（{facts.Reached[key]:yyyy-MM-dd}）").ToList();
        return later.Count == 0 ? null : $"{Name}日期 {on:yyyy-MM-dd} 早于前置环节：{string.Join("、", later)}。";
    }

    /// <summary>Reads { name, clause, quote?, note?, order, milestone?, body, kind, duties?: [key], after?: [key], gates?: [{ key, name, kind, rule?, bodies?, clause?, quote? }], papers?: [{ key, name }] }.</summary>
    public static ProcessStage Read(PolicyNode node)
    {
        var head = node.Head();
        return new(
            head, node.Whole("order", 1, 1000), node.OptionalChoice<ProjectStage>("milestone"), node.Text("body"), node.Choice<BodyKind>("kind"), node.Texts("after"),
            node.Objects("gates").Select(gate => new ProcessGate(gate.Text("key"), gate.Text("name"), gate.Choice<GateKind>("kind"), gate.OptionalText("rule"), gate.CitationOr(head.Citation)) { Bodies = gate.Texts("bodies") }).ToList(),
            node.Objects("papers").Select(paper => new ProcessPaper(paper.Text("key"), paper.Text("name"), paper.CitationOr(head.Citation))).ToList(), node.Texts("duties"));
    }

    private Reason Before(string key, string name, ProcessFacts facts) => facts.Reached.TryGetValue(key, out var day)
        ? Reason.Single($"after:{key}", $"已完成{name}", Outcome.Passed, $"{day:yyyy-MM-dd}", Citation)
        : Reason.Single($"after:{key}", $"已完成{name}", Outcome.Failed, "尚未完成", Citation);
}
