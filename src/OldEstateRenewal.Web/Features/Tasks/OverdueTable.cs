using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Tasks;

/// <summary>By what the overdue list is put in order.</summary>
public enum OverdueOrder
{
    /// <summary>按责任单位.</summary>
    Body,

    /// <summary>按街道.</summary>
    Street,

    /// <summary>按责任人.</summary>
    Person,
}

/// <summary>逾期清单: who owes how much, and every line of it.</summary>
public sealed record OverduePage(OverdueOrder By, IReadOnlyList<IGrouping<string, OverdueLine>> Groups, TableReport Table);

public static class OverdueTable
{
    public static string Name(this OverdueOrder by) => by switch { OverdueOrder.Street => "按街道", OverdueOrder.Person => "按责任人", _ => "按责任单位" };

    public static string Who(this OverdueOrder by) => by switch { OverdueOrder.Street => "街道", OverdueOrder.Person => "责任人", _ => "责任单位" };

    public static OverduePage Page(IReadOnlyList<OverdueLine> lines, OverdueOrder by, Access access, DateTimeOffset at)
    {
        var groups = lines.GroupBy(line => by switch { OverdueOrder.Street => line.Street, OverdueOrder.Person => line.Person, _ => line.Task.Body }).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        return new OverduePage(by, groups, Of(groups.SelectMany(group => group).ToList(), by, access, at));
    }

    private static TableReport<OverdueLine> Of(IReadOnlyList<OverdueLine> lines, OverdueOrder by, Access access, DateTimeOffset at) => TableFile.Report("逾期清单",
    [
        TableColumn.Serial<OverdueLine>(),
        new TableColumn<OverdueLine>("责任单位", 20, line => line.Task.Body),
        new TableColumn<OverdueLine>("责任人", 10, line => line.Person),
        new TableColumn<OverdueLine>("街道", 14, line => line.Street),
        new TableColumn<OverdueLine>("事项", 44, line => line.Task.Text),
        new TableColumn<OverdueLine>("应完成", 12, line => line.Task.DueOn),
        new TableColumn<OverdueLine>("逾期（天）", 10, line => (long?)line.Days) { Format = CellFormat.Whole },
        new TableColumn<OverdueLine>("依据", 34, line => line.Task.Rule),
    ], lines, access, at, [by.Name()]);
}
