using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Shared;
using ColumnAlignment = OldEstateRenewal.Documents.Tables.ColumnAlignment;

namespace OldEstateRenewal.Web.Features.Plans;

/// <summary>A row of the plan table: an estate, or what the document counts without naming.</summary>
public sealed record PlanLine(int Year, PlanEntry Entry, bool IsUnlisted = false);

/// <summary>The plan as the table its document prints: one column list for the page, the spreadsheet and the PDF.</summary>
public static class PlanTable
{
    private const decimal YuanPerTenThousand = 10_000m;

    /// <summary>The plan of one year.</summary>
    public static TableReport<PlanLine> OfYear(AnnualPlan plan, PlanContext context, string tenantName, DateTimeOffset madeAt)
    {
        var subtitle = context.Form.SpansYears ? $"（{plan.Year}年）" : null;
        return Make(context, LinesOf(plan, context), context.Form.TitleFor(plan.Year) + plan.RevisionName, subtitle, Notes(plan, context), tenantName, plan.State == PlanState.Issued ? null : plan.State.Name(), madeAt);
    }

    /// <summary>The plans of several years in one table.</summary>
    public static TableReport<PlanLine> OfYears(IReadOnlyList<AnnualPlan> plans, PlanContext context, string tenantName, DateTimeOffset madeAt) =>
        Make(context, plans.SelectMany(plan => LinesOf(plan, context with { Unlisted = 0 })).ToList(), context.Form.TitleFor(plans[0].Year), null, [], tenantName, plans.All(plan => plan.State == PlanState.Issued) ? null : "含未印发年度", madeAt);

    private static TableReport<PlanLine> Make(PlanContext context, List<PlanLine> lines, string title, string? subtitle, List<string> notes, string tenantName, string? draft, DateTimeOffset madeAt) =>
        new(context.Form.Columns.Select(column => Column(column, lines, context)).ToList(), lines)
        {
            Marker = context.Form.Marker,
            Title = title,
            Subtitle = subtitle,
            UnitLine = context.Form.UnitLine,
            Notes = draft is null ? notes : [.. notes, $"本表为{draft}稿，未经印发。"],
            Source = $"资料来源：{tenantName}老旧小区改造台账",
            Author = tenantName,
            MadeAt = madeAt.ToChina(),
            Paper = context.Form.Orientation == PageOrientation.Landscape ? PaperLayout.Landscape : PaperLayout.Portrait,
            TotalLabel = context.Form.TotalLabel ?? "合计",
        };

    private static List<PlanLine> LinesOf(AnnualPlan plan, PlanContext context)
    {
        var lines = plan.Entries.OrderBy(entry => entry.Sequence).ThenBy(entry => entry.Id).Select(entry => new PlanLine(plan.Year, entry)).ToList();
        if (context.Unlisted > 0) lines.Add(new PlanLine(plan.Year, new PlanEntry { Name = $"其余 {context.Unlisted} 个小区（文件未逐项列明）" }, IsUnlisted: true));
        return lines;
    }

    private static List<string> Notes(AnnualPlan plan, PlanContext context)
    {
        var notes = new List<string>();
        if (context is { Unlisted: > 0, Target: { } target }) notes.Add($"合计为{target.Citation}印发数（{target.Item.InWords}）；文件未逐项列出各小区的数据，空格处为文件未载。");
        if (!string.IsNullOrWhiteSpace(plan.DifferenceNote)) notes.Add($"差异说明：{plan.DifferenceNote}");
        return notes;
    }

    private static TableColumn<PlanLine> Column(PlanColumn column, List<PlanLine> lines, PlanContext context)
    {
        var (value, format) = Field(column.Field);
        return new TableColumn<PlanLine>(column.Heading, column.Width * 2, (line, number) => column.Field == PlanField.Sequence ? line.IsUnlisted ? CellValue.Blank : (long?)number : value(line))
        {
            Alignment = column.Align switch
            {
                Domain.Planning.ColumnAlignment.Left => ColumnAlignment.Left,
                Domain.Planning.ColumnAlignment.Right => ColumnAlignment.Right,
                _ => ColumnAlignment.Center,
            },
            Format = format,
            Total = Total(column, lines, context),
        };
    }

    private static (Func<PlanLine, CellValue> Value, CellFormat Format) Field(PlanField field) => field switch
    {
        PlanField.Year => (line => (long?)line.Year, CellFormat.Whole),
        PlanField.Estate => (line => line.Entry.Name, default),
        PlanField.Street => (line => line.Entry.Street, default),
        PlanField.Address => (line => line.Entry.Address ?? line.Entry.Street, default),
        PlanField.BuiltYears => (line => BuiltYearsText.Write(line.Entry.BuiltYears), default),
        PlanField.Buildings => (line => (long?)line.Entry.BuildingCount, CellFormat.Whole),
        PlanField.Households => (line => (long?)line.Entry.HouseholdCount, CellFormat.Whole),
        PlanField.Area => (line => line.Entry.FloorArea?.SquareMetres, CellFormat.UpTo(2)),
        PlanField.Investment => (line => line.Entry.Investment?.Yuan / YuanPerTenThousand, CellFormat.UpTo(6)),
        PlanField.Scope => (line => line.Entry.Scope, default),
        _ => (_ => CellValue.Blank, default),
    };

    private static ColumnTotal Total(PlanColumn column, List<PlanLine> lines, PlanContext context)
    {
        if (context.Form.TotalLabel is null) return ColumnTotal.None;
        var measure = column.Field switch
        {
            PlanField.Buildings => TargetMeasure.Buildings,
            PlanField.Households => TargetMeasure.Households,
            PlanField.Area => TargetMeasure.Area,
            PlanField.Investment => TargetMeasure.Investment,
            _ => (TargetMeasure?)null,
        };
        if (measure is null) return column == context.Form.Columns.FirstOrDefault(c => c.Field is PlanField.Estate) ? ColumnTotal.Label : ColumnTotal.None;
        if (context.Unlisted == 0) return lines.All(line => Field(column.Field).Value(line).Kind == CellKind.Blank) ? ColumnTotal.None : ColumnTotal.Sum;
        return context.Target?.Item.Figures.TryGetValue(measure.Value, out var printed) == true ? ColumnTotal.Of(printed.ToString()) : ColumnTotal.None;
    }
}
