using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Handovers;

/// <summary>Reads and writes the hand-over of a project's facilities. Every act gives back why it was refused.</summary>
public sealed class HandoverService(PortalDbContext db, AuditTrail audit, CurrentAccess access, ProjectReader projects, PolicyShelf policies, AttachmentService attachments, TimeProvider time)
{
    public const string Stale = "他人刚刚修改了此记录，这次没有保存。您填写的内容仍在下方，请核对后再保存。";
    private const string PublicServices = "公共服务（专项规划衔接）";

    public async Task<HandoverBoard?> BoardAsync(Guid projectId, HandoverListForm form)
    {
        if (await projects.PageAsync(projectId) is not { } page) return null;
        var items = await db.HandoverItems.AsNoTracking().Where(i => i.ProjectId == projectId).OrderBy(i => i.Sequence).ToListAsync();
        var offered = (await OfferedAsync(page.Project)).Where(facility => items.All(item => item.Name != facility.Item.Name)).ToList();
        return new HandoverBoard(page, items, offered, HandoverGates.WhyNotAct(page, access.Value.Role), form);
    }

    public async Task<HandoverSheet?> SheetAsync(Guid id, HandoverForm? form = null)
    {
        if (await db.HandoverItems.Include(i => i.Project).SingleOrDefaultAsync(i => i.Id == id) is not { } item || await projects.PageAsync(item.ProjectId) is not { } page) return null;
        return new HandoverSheet(item, form ?? HandoverForm.Of(item), HandoverGates.WhyNotAct(page, access.Value.Role), await AttachmentList.ReadAsync(db, access, AttachmentSubject.HandoverItem, id, AttachmentKind.Scan, AttachmentKind.Photo));
    }

    /// <summary>As someone else saved it in the meantime.</summary>
    public async Task<long> RenewAsync(HandoverItem item)
    {
        await db.Entry(item).ReloadAsync();
        return item.Version;
    }

    /// <summary>Puts facilities on the list; those that stand there already are left as they are.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(HandoverBoard board, HandoverListForm form)
    {
        await db.TakeTurnAsync(board.Project.Id);
        var there = await db.HandoverItems.Where(i => i.ProjectId == board.Project.Id).ToListAsync();
        var names = form.Facilities.Select(key => board.Offered.FirstOrDefault(facility => facility.Item.Key == key)?.Item.Name).OfType<string>()
            .Concat((form.Others ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct().Where(name => there.All(item => item.Name != name)).ToList();
        if (board.WhyNotAct.Count > 0) return board.WhyNotAct;
        if (names.Count == 0) return ["请勾选设施，或写明其他设施。"];
        if (names.FirstOrDefault(name => name.Length > HandoverItem.NameLength) is { } wordy) return [$"设施名称不超过 {HandoverItem.NameLength} 字：{wordy[..20]}…"];
        if (there.Count + names.Count > HandoverItem.MostPerProject) return [$"一个项目最多列 {HandoverItem.MostPerProject} 项设施。"];
        var last = there.Select(item => item.Sequence).DefaultIfEmpty().Max();
        foreach (var (name, at) in names.Select((name, at) => (name, at))) Add(board.Project, name, last + at + 1);
        await db.SaveChangesAsync();
        return [];
    }

    public async Task<IReadOnlyList<string>> ReceiveAsync(HandoverSheet sheet, HandoverForm form, IReadOnlyCollection<IFormFile> files)
    {
        if (sheet.WhyNotAct.Count > 0) return sheet.WhyNotAct;
        if (form.HandedOn > ChinaTime.Today(time)) return [$"移交日期 {form.HandedOn:yyyy-MM-dd} 晚于今天。"];
        var item = sheet.Item;
        var place = new AttachmentPlace(AttachmentSubject.HandoverItem, item.Id, await attachments.FirstEstateAsync(item.ProjectId), $"{item.Project!.Name} · {item.Name}移交");
        var problems = await attachments.AddAsync(place, AttachmentKind.Scan, "移交接收单", files);
        if (problems.Count > 0) return problems;
        db.Entry(item).Property(i => i.Version).OriginalValue = form.Version;
        (item.Receiver, item.Maintainer, item.HandedOn, item.Remark) = (form.Receiver!.Trim(), form.Maintainer!.Trim(), form.HandedOn, form.Remark.OrNull());
        (item.TakesManagement, item.TakesCharging, item.TakesMaintenance, item.TakesOwnership) = (form.TakesManagement, form.TakesCharging, form.TakesMaintenance, form.TakesOwnership);
        (item.HasProof, item.RecordedBy, item.RecordedAt) = (item.HasProof || files.Count > 0, access.Value.UserName, time.GetUtcNow());
        audit.Add("FacilityHandedOver", item, $"{item.Project.Name} · {item.Name} → {item.Receiver}");
        return await SaveAsync();
    }

    public async Task<IReadOnlyList<string>> RemoveAsync(HandoverSheet sheet)
    {
        var refusals = sheet.WhyNotAct.Concat(HandoverGates.WhyNotRemove(sheet.Item)).ToList();
        if (refusals.Count > 0) return refusals;
        if (sheet.Files.Files.Count > 0) return ["此项已有附件，不能移出清单。"];
        db.HandoverItems.Remove(sheet.Item);
        audit.Add("HandoverUnlisted", sheet.Item, $"{sheet.Item.Project!.Name} · {sheet.Item.Name}");
        return await SaveAsync();
    }

    /// <summary>What can be handed over: pipes, common parts, buildings and conveniences; not schools and clinics.</summary>
    private async Task<IEnumerable<PolicyAnswer<SurveyFacility>>> OfferedAsync(Project project) =>
        (await policies.TodayAsync()).AsOf(project.ProcessOn).All(PolicySections.Facilities).Where(facility => facility.Item.Group != PublicServices);

    private void Add(Project project, string name, int sequence)
    {
        var item = new HandoverItem { ProjectId = project.Id, Sequence = sequence, Name = name, ListedBy = access.Value.UserName, ListedAt = time.GetUtcNow() };
        db.HandoverItems.Add(item);
        audit.Add("HandoverListed", item, $"{project.Name} · {name}");
    }

    private async Task<IReadOnlyList<string>> SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
            return [];
        }
        catch (DbUpdateConcurrencyException)
        {
            return [Stale];
        }
    }
}
