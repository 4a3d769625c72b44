using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Candidates;

/// <summary>One estate in one year.</summary>
/// <param name="Year">The plan year.</param>
/// <param name="State">How far its place in the year is settled, in words.</param>
/// <param name="Entry">Its figures.</param>
/// <param name="PlanId">The plan it stands in; null for one that only a draft names.</param>
/// <param name="Counts">Whether it is in the newest plan of the year.</param>
public sealed record PipelineLine(int Year, string State, PlanEntry Entry, Guid? PlanId, bool Counts);

/// <summary>A year with its estates, held against the document's target.</summary>
public sealed record PipelineYear(int Year, AnnualPlan? Plan, IReadOnlyList<PipelineLine> Lines, PlanContext Context)
{
    public IReadOnlyList<PlanEntry> Counted => Lines.Where(line => line.Counts).Select(line => line.Entry).ToList();

    public PlanTotals Totals => PlanRules.Totals(Counted, Context.Unlisted);

    public Reason? Comparison => Context.Compare(Counted);
}

/// <summary>五年改造规划.</summary>
public sealed record Pipeline(IReadOnlyList<PipelineYear> Years, PolicyAnswer<PlanTarget>? Target)
{
    public int From => Years[0].Year;

    public int To => Years[^1].Year;

    public IReadOnlyList<PipelineLine> Lines => Years.SelectMany(year => year.Lines).ToList();

    public PlanTotals Totals => PlanRules.Totals(Years.SelectMany(year => year.Counted).ToList(), Years.Sum(year => year.Context.Unlisted));

    public Reason? Comparison => Target?.Item.Compare(Totals);
}

/// <summary>Reads the years of a programme: issued plans, those being drawn up, adopted drafts.</summary>
public sealed class PipelineBoard(PortalDbContext db, PolicyShelf policies)
{
    private const int Years = 5;

    public async Task<Pipeline> ReadAsync(int? from)
    {
        var view = await policies.TodayAsync();
        var programme = view.All(PolicySections.Targets).Where(target => target.Item.From < target.Item.To && (from is null || from == target.Item.From)).MaxBy(target => target.Item.From);
        var first = Math.Clamp(from ?? programme?.Item.From ?? await FirstAsync(), AnnualPlan.EarliestYear, AnnualPlan.LatestYear - Years + 1);
        var last = programme is { } target ? Math.Min(target.Item.To, first + 9) : first + Years - 1;
        var plans = await db.Plans.AsNoTracking().Include(p => p.Entries.OrderBy(e => e.Sequence)).Include(p => p.Steps).Where(p => p.Year >= first && p.Year <= last).AsSplitQuery().ToListAsync();
        var adopted = await db.SelectionDrafts.AsNoTracking().Include(d => d.Entries.Where(e => e.IsChosen).OrderBy(e => e.Sequence)).Where(d => d.Year >= first && d.Year <= last && d.Adoption != null).AsSplitQuery().ToListAsync();
        return new Pipeline(Enumerable.Range(first, last - first + 1).Select(year => Year(year, plans.Where(p => p.Year == year).OrderByDescending(p => p.Revision).ToList(), adopted.Where(d => d.Year == year), PlanContext.Of(view, year))).ToList(), programme);
    }

    private async Task<int> FirstAsync() => await db.Plans.AsNoTracking().OrderBy(p => p.Year).Select(p => (int?)p.Year).FirstOrDefaultAsync() ?? policies.Today.Year;

    private static PipelineYear Year(int year, List<AnnualPlan> plans, IEnumerable<SelectionDraft> adopted, PlanContext context)
    {
        var newest = plans.FirstOrDefault();
        var issued = plans.FirstOrDefault(plan => plan.State == PlanState.Issued);
        var inIssued = issued?.Entries.Select(entry => entry.EstateId).ToHashSet() ?? [];
        var lines = (newest?.Entries ?? []).Select(entry => new PipelineLine(year, newest == issued || inIssued.Contains(entry.EstateId) ? PlanState.Issued.Name() : newest!.State.Name(), entry, newest!.Id, Counts: true)).ToList();
        var known = lines.Select(line => line.Entry.EstateId).ToHashSet();
        lines.AddRange((issued?.Entries ?? []).Where(entry => known.Add(entry.EstateId)).Select(entry => new PipelineLine(year, $"已印发，{newest!.State.Name()}的调整稿移出", entry, issued!.Id, Counts: false)));
        lines.AddRange(adopted.SelectMany(draft => draft.Entries).Where(entry => known.Add(entry.EstateId)).Select(entry => new PipelineLine(year, "方案已采纳，现不在计划中", Entry(entry), null, Counts: false)));
        return new PipelineYear(year, newest, lines, context);
    }

    private static PlanEntry Entry(SelectionEntry entry) => new()
    {
        EstateId = entry.EstateId,
        Name = entry.Name,
        Street = entry.Street,
        BuildingCount = entry.BuildingCount,
        HouseholdCount = entry.HouseholdCount,
        FloorArea = entry.FloorArea,
        Investment = entry.Investment,
    };
}

/// <summary>The programme as a spreadsheet or a PDF.</summary>
public static class PipelineTable
{
    public static TableReport<PipelineLine> Of(Pipeline pipeline, Access access, DateTimeOffset at) => TableFile.Report($"{pipeline.From}—{pipeline.To}年老旧小区改造规划", Columns, pipeline.Lines, access, at, [],
        [.. pipeline.Years.Where(year => year.Comparison is not null).Select(year => $"{year.Year}年：{string.Join("；", year.Comparison!.Parts.Select(part => part.Working))}（{year.Comparison.Citation}）"),
            .. pipeline.Comparison is { } whole ? new[] { $"{pipeline.From}—{pipeline.To}年：{string.Join("；", whole.Parts.Select(part => part.Working))}（{whole.Citation}）" } : [],
            .. pipeline.Lines.Where(line => !line.Counts).Take(1).Select(_ => "调整稿移出的、现不在计划中的小区列出备查，不计入合计。")]);

    private static readonly IReadOnlyList<TableColumn<PipelineLine>> Columns =
    [
        TableColumn.Serial<PipelineLine>(),
        new("年度", 7, line => (long?)line.Year) { Format = CellFormat.Whole, Alignment = Documents.Tables.ColumnAlignment.Center },
        new("小区名称", 24, line => line.Entry.Name),
        new("街道（乡镇）", 14, line => line.Entry.Street),
        new("状态", 20, line => line.State),
        new("楼栋（栋）", 10, line => line.Counts ? (long?)line.Entry.BuildingCount : CellValue.Blank) { Format = CellFormat.Whole, Total = ColumnTotal.Sum },
        new("户数（户）", 10, line => line.Counts ? (long?)line.Entry.HouseholdCount : CellValue.Blank) { Format = CellFormat.Whole, Total = ColumnTotal.Sum },
        new("建筑面积（㎡）", 14, line => line.Counts ? line.Entry.FloorArea?.SquareMetres : CellValue.Blank) { Format = CellFormat.UpTo(2), Total = ColumnTotal.Sum },
        new("投资（万元）", 12, line => line.Counts ? line.Entry.Investment?.TenThousands() : CellValue.Blank) { Format = CellFormat.UpTo(6), Total = ColumnTotal.Sum },
    ];
}
