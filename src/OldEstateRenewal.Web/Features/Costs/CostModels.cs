using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Works;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Schemes;

namespace OldEstateRenewal.Web.Features.Costs;

/// <summary>The sheets of a project, stage by stage, newest first.</summary>
public sealed record CostList(Project Project, IReadOnlyList<CostSheet> Sheets, Scheme? Scheme, CostStartForm Form)
{
    public IReadOnlyList<CostSheet> Of(CostStage stage) => Sheets.Where(sheet => sheet.Stage == stage).OrderByDescending(sheet => sheet.Number).ToList();

    public IReadOnlyList<string> AgainstStart(CostStage stage) => CostRules.WhyNotStart(stage, Sheets, Scheme);

    public bool Revises(CostStage stage) => CostRules.Revises(stage, Sheets);
}

/// <summary>One sheet as it is shown.</summary>
public sealed record CostPage(CostCheck Check, IReadOnlyList<string> AgainstFixing, AttachmentList Files)
{
    public CostSheet Sheet => Check.Sheet;

    public IReadOnlyList<CostGroup> Groups => Check.Lines.GroupBy(CostTable.GroupOf).Select(group => new CostGroup(group.Key, group.ToList(), CostFigures.Sum(group))).ToList();
}

public sealed record CostGroup(string Name, IReadOnlyList<CostLine> Lines, Money Cost);

/// <summary>The form of a sheet.</summary>
public sealed record CostEditor(CostCheck Check, CostForm Form)
{
    public CostSheet Sheet => Check.Sheet;

    public IReadOnlyList<IGrouping<string, PolicyAnswer<WorksItem>>> Choices => Check.Catalogue.Items.Where(answer => !answer.Item.Forbidden).GroupBy(answer => SchemeWords.ClassOf(answer.Item)).ToList();

    public IReadOnlyList<WorksItem> Fees => Check.Catalogue.Items.Select(answer => answer.Item).Where(IsFee).ToList();

    public static IReadOnlyList<CostLineKind> Others { get; } = [CostLineKind.Design, CostLineKind.Supervision, CostLineKind.Other, CostLineKind.Contingency];

    /// <summary>Whether a connection fee may be charged for it.</summary>
    public static bool IsFee(WorksItem item) => SchemeWords.AsksOwnership(item) && !item.Forbidden;
}

/// <summary>The stages side by side.</summary>
public sealed record CostComparison(Project Project, IReadOnlyList<CostSheet> Sheets, IReadOnlyList<CostComparisonRow> Rows)
{
    public Money Total(int at) => CostFigures.Sum(Sheets[at].Lines);

    public static CostComparison Of(Project project, IReadOnlyList<CostSheet> sheets)
    {
        var keyed = sheets.Select(Keyed).ToList();
        var rows = keyed.SelectMany(lines => lines.Keys).Distinct().Select(key => keyed.Select(lines => lines.GetValueOrDefault(key)).ToList())
            .Select(lines => new CostComparisonRow(lines)).OrderBy(row => row.First.Kind).ThenBy(row => row.First.Sequence).ToList();
        return new CostComparison(project, sheets, rows);
    }

    /// <summary>A line is the same line when it prices the same item of the scheme, or is of the same kind and name in the same place; the first of them the first.</summary>
    internal static Dictionary<(string Key, int Nth), CostLine> Keyed(CostSheet sheet) => sheet.Lines.OrderBy(line => line.Sequence)
        .GroupBy(line => line is { Kind: CostLineKind.Works, SchemeItemId: { } item } ? $"{item}" : $"{line.Kind} {line.ItemKey} {line.Name} {line.BuildingId ?? line.EstateId}")
        .SelectMany(group => group.Select((line, nth) => (Key: (group.Key, nth), Line: line))).ToDictionary(each => each.Key, each => each.Line);
}

/// <summary>One line through the stages; null where a stage does not have it.</summary>
public sealed record CostComparisonRow(IReadOnlyList<CostLine?> Lines)
{
    public CostLine First => Lines.First(line => line is not null)!;

    public Money Cost(int at) => Lines[at]?.Cost ?? Money.Zero;
}
