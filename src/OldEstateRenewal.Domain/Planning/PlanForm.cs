using System.Globalization;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>What a column of a plan table shows (计划表字段).</summary>
public enum PlanField
{
    /// <summary>序号.</summary>
    Sequence,

    /// <summary>年份.</summary>
    Year,

    /// <summary>小区名称.</summary>
    Estate,

    /// <summary>坐落街道.</summary>
    Street,

    /// <summary>位置.</summary>
    Address,

    /// <summary>建成时间: each year once, joined by 、.</summary>
    BuiltYears,

    /// <summary>楼栋数.</summary>
    Buildings,

    /// <summary>户数.</summary>
    Households,

    /// <summary>建筑面积（㎡）.</summary>
    Area,

    /// <summary>计划投资（万元）.</summary>
    Investment,

    /// <summary>改造内容.</summary>
    Scope,

    /// <summary>备注.</summary>
    Remarks,
}

/// <summary>How a column stands (对齐).</summary>
public enum ColumnAlignment
{
    /// <summary>左对齐.</summary>
    Left,

    /// <summary>居中.</summary>
    Center,

    /// <summary>右对齐.</summary>
    Right,
}

/// <summary>How the page lies (纸张方向).</summary>
public enum PageOrientation
{
    /// <summary>纵向.</summary>
    Portrait,

    /// <summary>横向.</summary>
    Landscape,
}

/// <summary>A column of a plan table (计划表栏目).</summary>
/// <param name="Field">What it shows.</param>
/// <param name="Heading">The heading as printed, with its line breaks.</param>
/// <param name="Width">The width in Chinese characters.</param>
/// <param name="Align">How the cells stand.</param>
public sealed record PlanColumn(PlanField Field, string Heading, int Width, ColumnAlignment Align)
{
    /// <summary>The heading without line breaks: 坐落街道名称.</summary>
    public string Words => Heading.Replace("\n", "", StringComparison.Ordinal);

    internal static PlanColumn Read(PolicyNode node) =>
        new(node.Choice<PlanField>("field"), node.Text("heading"), node.Whole("width", 1, 60), node.OptionalChoice<ColumnAlignment>("align") ?? ColumnAlignment.Center);
}

/// <summary>
/// The form of the plan table (计划表式样): the annex as this county prints it, so that page, spreadsheet and PDF are the same table.
/// </summary>
/// <param name="Head">Key, Chinese name and citation.</param>
/// <param name="Marker">The annex mark: 附件3; null when there is none.</param>
/// <param name="Title">The title, with {year} or {from} and {to} where the years stand.</param>
/// <param name="UnitLine">The line of units above the table, or null.</param>
/// <param name="Columns">The columns in order.</param>
/// <param name="Orientation">How the page lies.</param>
/// <param name="TotalLabel">The label of the total row (合计), or null for a table without one.</param>
/// <param name="From">The first year the table covers, or null for a yearly table.</param>
/// <param name="To">The last year the table covers, or null for a yearly table.</param>
public sealed record PlanForm(
    PolicyItemHead Head, string? Marker, string Title, string? UnitLine, IReadOnlyList<PlanColumn> Columns, PageOrientation Orientation, string? TotalLabel, int? From, int? To) : PolicyItem(Head)
{
    /// <summary>The key under which every document says its form of the plan table.</summary>
    public const string Plan = "plan";

    /// <inheritdoc/>
    public override string InWords => $"{Marker}《{Title}》：{string.Join("、", Columns.Select(column => column.Words))}";

    /// <summary>Whether one table shows several years (跨年度总表).</summary>
    public bool SpansYears => From is not null;

    /// <summary>The title for a year; a table of several years has the same title in each.</summary>
    public string TitleFor(int year) => Title
        .Replace("{year}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{from}", From?.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{to}", To?.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Reads { name, clause, quote?, note?, marker?, title, unitLine?, columns, orientation?, totalLabel?, from?, to? }.</summary>
    public static PlanForm Read(PolicyNode node)
    {
        var columns = node.Objects("columns").Select(PlanColumn.Read).ToList();
        if (columns.Count == 0 || columns.DistinctBy(column => column.Field).Count() < columns.Count) node.Wrong("columns", "至少一栏，且每个字段至多一栏", 0);
        var from = node.OptionalWhole("from", 1990, 2100);
        return new(node.Head(), node.OptionalText("marker"), node.Text("title"), node.OptionalText("unitLine"), columns,
            node.OptionalChoice<PageOrientation>("orientation") ?? PageOrientation.Portrait, node.OptionalText("totalLabel"), from, from is null ? null : node.Whole("to", from.Value, 2100));
    }
}
