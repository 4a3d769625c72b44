using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Projects;

namespace OldEstateRenewal.Web.Features.Acceptances;

/// <summary>How a project stands before the gates that the acceptance answers for.</summary>
public static class AcceptanceGates
{
    public const char Separator = '、';

    public static async Task<Reason> PassedAsync(PortalDbContext db, Project project, ProcessGate gate)
    {
        var newest = await db.Acceptances.AsNoTracking().Where(a => a.ProjectId == project.Id).OrderByDescending(a => a.RecordedAt).ThenByDescending(a => a.Id).FirstOrDefaultAsync();
        return newest switch
        {
            null => GateBook.Told(gate, false, "尚无竣工验收记录"),
            { Result: null } => GateBook.Told(gate, false, $"{newest.HeldOn:yyyy-MM-dd} 的验收尚未登记结论"),
            { Result: AcceptanceResult.Failed } => GateBook.Told(gate, false, $"{newest.HeldOn:yyyy-MM-dd} 验收不通过"),
            { HasProof: false } => GateBook.Told(gate, false, $"{newest.HeldOn:yyyy-MM-dd} 验收的签字扫描件已移除"),
            _ => GateBook.Told(gate, true, $"{newest.HeldOn:yyyy-MM-dd} 验收通过"),
        };
    }

    public static async Task<Reason> DefectsClosedAsync(PortalDbContext db, Project project, ProcessGate gate)
    {
        var defects = await db.AcceptanceDefects.AsNoTracking().Include(d => d.Steps).Where(d => d.ProjectId == project.Id).OrderBy(d => d.Number).ToListAsync();
        var open = defects.Where(defect => defect.State != DefectState.Closed).ToList();
        return open.Count == 0
            ? GateBook.Told(gate, true, defects.Count == 0 ? "验收未提出问题" : $"{defects.Count} 项问题全部复验合格")
            : GateBook.Told(gate, false, string.Join("；", open.Select(defect => $"第{defect.Number}项{defect.Item}（{defect.State.Name()}，限 {defect.DueOn:yyyy-MM-dd}）")));
    }

    /// <summary>Every body that the rule names, for every estate of the project.</summary>
    public static async Task<Reason> ConfirmedAsync(PortalDbContext db, Project project, ProcessGate gate)
    {
        var bodies = (gate.Rule ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries);
        var rows = await db.AcceptanceConfirmations.AsNoTracking().Where(c => c.ProjectId == project.Id).ToListAsync();
        var ids = project.Estates.OrderBy(e => e.Sequence).Select(e => e.EstateId).ToList();
        var names = await db.Estates.AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name);
        var missing = ids.SelectMany(id => bodies.Select(body => Missing(names[id], body, rows.Where(row => row.EstateId == id && row.Body == body).MaxBy(row => (row.RecordedAt, row.Id))))).OfType<string>().ToList();
        return missing.Count == 0 ? GateBook.Told(gate, true, $"{string.Join("、", bodies)}已确认") : GateBook.Told(gate, false, string.Join("；", missing));
    }

    private static string? Missing(string estate, string body, AcceptanceConfirmation? row) => row switch
    {
        null => $"{estate}{body}尚未确认",
        { Confirms: false } => $"{estate}{body}不予确认",
        { HasProof: false } => $"{estate}{body}确认书扫描件未上传",
        _ => null,
    };
}
