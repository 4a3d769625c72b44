using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Handovers;

/// <summary>How a project stands before the gate 设施全部移交, and who may write its list.</summary>
public static class HandoverGates
{
    private const string Stage = "handover";

    /// <summary>An empty list means that nobody has looked yet what there is to hand over.</summary>
    public static async Task<Reason> HandedOverAsync(PortalDbContext db, Project project, ProcessGate gate)
    {
        var items = await db.HandoverItems.AsNoTracking().Where(i => i.ProjectId == project.Id).OrderBy(i => i.Sequence).ToListAsync();
        if (items.Count == 0) return GateBook.Told(gate, false, "尚未列出移交清单");
        var open = items.Where(item => !item.IsHandedOver).ToList();
        return open.Count == 0 ? GateBook.Told(gate, true, $"{items.Count} 项设施全部移交，接收单齐全") : GateBook.Told(gate, false, string.Join("；", open.Select(item => $"{item.Name}{item.State}")));
    }

    public static IReadOnlyList<string> WhyNotAct(ProjectPage page, Role role) =>
        page.Stages.FirstOrDefault(line => line.Stage.Item.Key == Stage) is { } line ? ProjectRules.WhyNotAct(line.Stage.Item, role) : [];

    public static IReadOnlyList<string> WhyNotRemove(HandoverItem item) => item.HandedOn is null && !item.HasProof ? [] : ["已登记移交，不能移出清单。"];
}
