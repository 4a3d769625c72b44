using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Works;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Sites;

/// <summary>Items of works, and how far they are.</summary>
public sealed class SiteService(PortalDbContext db, SiteReader reader, AttachmentService attachments, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    public async Task<IReadOnlyList<string>> AddAsync(SitePage page, IReadOnlyList<PolicyAnswer<WorksItem>> catalogue, ItemsForm form)
    {
        var chosen = catalogue.Where(answer => form.Keys.Contains(answer.Item.Key)).ToList();
        if (chosen.Count != form.Keys.Distinct().Count()) return ["请从改造内容清单中选择。"];
        if (chosen.FirstOrDefault(answer => answer.Item.Forbidden) is { } forbidden) return [$"“{forbidden.Item.Name}”为禁止事项（{forbidden.Citation}）。"];
        await db.TakeTurnAsync(page.Project.Id);
        var building = await db.Buildings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == form.Place);
        var estate = building?.EstateId ?? form.Place!.Value;
        var there = await db.SiteItems.Where(i => i.ProjectId == page.Project.Id && i.RemovedAt == null && i.EstateId == estate).ToListAsync();
        if (chosen.FirstOrDefault(answer => there.Any(i => i.ItemKey == answer.Item.Key && i.BuildingId == building?.Id)) is { } known) return [$"此处已有“{known.Item.Name}”。"];
        foreach (var answer in chosen) Add(page, answer, estate, building?.Id, form);
        await db.SaveChangesAsync();
        return [];
    }

    /// <summary>False where somebody else has saved in between.</summary>
    public async Task<bool> PlanAsync(Guid itemId, ItemPlanForm form)
    {
        var item = await db.SiteItems.SingleAsync(i => i.Id == itemId);
        db.Entry(item).Property(i => i.Version).OriginalValue = form.Version;
        (item.PlannedStart, item.PlannedFinish, item.Remark) = (form.PlannedStart, form.PlannedFinish, form.Note.OrNull());
        audit.Add("SiteItemPlanned", item, item.Name);
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    public async Task<IReadOnlyList<string>> RemoveAsync(Guid projectId, Guid itemId, string reason)
    {
        await db.TakeTurnAsync(projectId);
        var item = await db.SiteItems.Include(i => i.Progress).SingleAsync(i => i.Id == itemId);
        if (item.Progress.Count > 0) return [$"“{item.Name}”已有进度记录，不能移出。"];
        (item.RemovedAt, item.RemovedBy, item.RemovalReason) = (time.GetUtcNow(), access.Value.UserName, reason.Trim());
        audit.Add("SiteItemRemoved", item, item.Name, reason.Trim());
        await db.SaveChangesAsync();
        return [];
    }

    /// <summary>How far an item is, with photos; a photo may also come alone, with the percentage that stands already.</summary>
    public async Task<IReadOnlyList<string>> ReportAsync(Guid projectId, Guid itemId, ProgressForm form, IReadOnlyCollection<IFormFile> photos)
    {
        await db.TakeTurnAsync(projectId);
        if (await reader.PageAsync(projectId) is not { } page || page.Lines.FirstOrDefault(line => line.Item.Id == itemId) is not { } line) return [];
        var on = form.Now ? page.Today : form.On ?? page.Today;
        if (form.Now && form.Percent == SiteProgress.Whole) form.FinishedOn = on;
        var started = form.StartedOn ?? line.StartedOn ?? on;
        var reasons = SiteRules.WhyNotReport(page, line, form, on, started);
        if (reasons.Count > 0) return reasons;
        if (Says(line, form, on, started)) await AddAsync(page, line, form, on, started);
        return photos.Count == 0 ? [] : await HangAsync(line.Item.Id, photos);
    }

    private static bool Says(SiteLine line, ProgressForm form, DateOnly on, DateOnly started) =>
        line.Newest is not { } newest || (newest.Percent, newest.On, newest.StartedOn, newest.FinishedOn) != (form.Percent!.Value, on, started, form.FinishedOn) || form.Remark.OrNull() is { } remark && remark != newest.Remark;

    private async Task AddAsync(SitePage page, SiteLine line, ProgressForm form, DateOnly on, DateOnly started)
    {
        var progress = new SiteProgress
        {
            ProjectId = page.Project.Id,
            ItemId = line.Item.Id,
            Percent = form.Percent!.Value,
            On = on,
            StartedOn = started,
            FinishedOn = form.FinishedOn,
            Remark = form.Remark.OrNull(),
            By = access.Value.UserName,
            ById = access.Value.UserId,
            At = time.GetUtcNow(),
        };
        db.SiteProgress.Add(progress);
        audit.Add("SiteProgressReported", progress, $"{line.Place} · {line.Item.Name} {progress.Percent}%", progress.Remark);
        await db.SaveChangesAsync();
    }

    private async Task<IReadOnlyList<string>> HangAsync(Guid itemId, IReadOnlyCollection<IFormFile> photos) =>
        await attachments.FindAsync(AttachmentSubject.SiteRecord, itemId) is { } place ? await attachments.AddAndSaveAsync(place, AttachmentKind.Photo, null, photos) : ["此项所在的小区不属于本街道，照片未保存。"];

    private void Add(SitePage page, PolicyAnswer<WorksItem> answer, Guid estate, Guid? building, ItemsForm form)
    {
        var item = new SiteItem
        {
            ProjectId = page.Project.Id,
            EstateId = estate,
            BuildingId = building,
            ItemKey = answer.Item.Key,
            Name = answer.Item.Name,
            Layer = form.Layers.GetValueOrDefault(answer.Item.Key) ?? answer.Item.Place,
            PlannedStart = form.PlannedStart,
            PlannedFinish = form.PlannedFinish,
            Remark = form.Remark.OrNull(),
            AddedBy = access.Value.UserName,
            AddedAt = time.GetUtcNow(),
        };
        db.SiteItems.Add(item);
        audit.Add("SiteItemAdded", item, $"{SiteReader.NameOf(page.Project, estate)} · {item.Name}");
    }
}
