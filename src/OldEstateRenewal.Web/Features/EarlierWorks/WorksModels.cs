using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Registry;
using OldEstateRenewal.Domain.Works;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.EarlierWorks;

public sealed record BuildingChoice(Guid Id, string Name);

/// <summary>A record with the names it refers to, and its withdrawal if there is one.</summary>
public sealed record WorksLine(EarlierWork Work, string Estate, string? Building, string? WithdrawnBy, DateTimeOffset? WithdrawnAt, string? WhyWithdrawn)
{
    public bool IsWithdrawn => WithdrawnAt is not null;
}

/// <summary>The earlier works of one estate, and the form for another.</summary>
public sealed record WorksSheet(Estate Estate, List<WorksLine> Lines, WorksHistory History, List<BuildingChoice> Buildings, IReadOnlyList<PolicyAnswer<WorksItem>> Items, EarlierWorkForm Form, IReadOnlyList<HistoryObjection> Objections);

public sealed record WorksIndex(List<WorksLine> Lines, string? Q, RenewalProgramme? Programme);

public static class WorksLines
{
    /// <summary>The records of the whole county or of one estate, newest year first; withdrawn ones too where they are asked for.</summary>
    public static IQueryable<WorksLine> Lines(this PortalDbContext db, bool withWithdrawn, Guid? estate = null, RenewalProgramme? programme = null, string? name = null) =>
        from work in db.EarlierWorks.AsNoTracking()
        join e in db.Estates on work.EstateId equals e.Id
        where work.Withdraws == null && (estate == null || work.EstateId == estate) && (programme == null || work.Programme == programme) && (name == null || e.Name.Contains(name))
        let withdrawal = db.EarlierWorks.FirstOrDefault(later => later.Withdraws == work.Id)
        where withWithdrawn || withdrawal == null
        orderby work.Year descending, work.Id
        select new WorksLine(work, e.Name, db.Buildings.Where(b => b.Id == work.BuildingId).Select(b => b.Name).FirstOrDefault(), withdrawal!.RecordedBy, withdrawal != null ? withdrawal.RecordedAt : null, withdrawal!.Remark);

    public static async Task<WorksIndex> IndexAsync(PortalDbContext db, string? q, RenewalProgramme? programme)
    {
        var lines = db.Lines(withWithdrawn: false, null, programme, string.IsNullOrWhiteSpace(q) ? null : q.Trim());
        return new WorksIndex(await lines.Take(Most).ToListAsync(), q, programme);
    }

    private const int Most = 5000;
}

/// <summary>Earlier works as a table: page, spreadsheet and PDF.</summary>
public static class WorksTable
{
    public static TableReport<WorksLine> Of(WorksIndex index, Access access, DateTimeOffset at) => TableFile.Report("既往改造登记表", Columns, index.Lines, access, at, [index.Programme?.Name(), string.IsNullOrWhiteSpace(index.Q) ? null : $"小区名称含“{index.Q.Trim()}”"]);

    public static IReadOnlyList<TableColumn<WorksLine>> Columns { get; } =
    [
        TableColumn.Serial<WorksLine>(),
        new("小区", 26, line => line.Estate),
        new("范围", 12, line => line.Building ?? "整个小区"),
        new("年份", 8, line => (long?)line.Work.Year) { Format = CellFormat.Whole, Alignment = ColumnAlignment.Center },
        new("类别", 16, line => line.Work.Programme.Name()),
        new("改造内容", 20, line => line.Work.ItemName ?? line.Work.ItemKey ?? "整体改造"),
        new("中央补助", 10, line => line.Work.HasCentralMoney ? "有" : "无") { Alignment = ColumnAlignment.Center },
        new("金额（元）", 14, line => line.Work.Amount?.Yuan) { Format = CellFormat.Fixed(2), Total = ColumnTotal.Sum },
        new("文号", 20, line => line.Work.DocumentNumber),
        new("备注", 24, line => line.Work.Remark),
        new("登记", 22, line => $"{line.Work.RecordedBy} {line.Work.RecordedAt.ToChinaText()}"),
    ];
}
