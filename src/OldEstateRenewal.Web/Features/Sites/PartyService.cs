using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Sites;

/// <summary>Who builds, who watches: recorded, corrected by another row, ended with a reason.</summary>
public sealed class PartyService(PortalDbContext db, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    private const string Corrected = "更正";

    public async Task<IReadOnlyList<string>> AddAsync(Guid projectId, PartyForm form)
    {
        await db.TakeTurnAsync(projectId);
        var firm = form.Firm!.Trim();
        var current = await db.SiteParties.Where(p => p.ProjectId == projectId && p.EndedAt == null).ToListAsync();
        var replaced = current.FirstOrDefault(p => p.Id == form.Replaces);
        if (form.Replaces is not null && replaced is null) return ["要更正的单位已被他人更正或终止，请返回查看。"];
        if (current.Any(p => p.Id != form.Replaces && p.Kind == form.Kind && p.Firm == firm)) return [$"“{firm}”已登记为{form.Kind!.Value.Name()}。"];
        if (replaced is not null) End(replaced, Corrected);
        Add(projectId, firm, form, replaced);
        await db.SaveChangesAsync();
        return [];
    }

    public async Task<IReadOnlyList<string>> EndAsync(SiteParty party, string reason)
    {
        if (party.EndedAt is not null) return ["此单位已终止。"];
        End(party, reason.Trim());
        await db.SaveChangesAsync();
        return [];
    }

    public async Task<IReadOnlyList<string>> AttendAsync(SiteParty party, AttendanceForm form)
    {
        if (!SiteWords.Utilities.Contains(party.Kind)) return ["参与记录只登记供水、供电、供气、供热、通信单位。"];
        if (form.On > ChinaTime.Today(time)) return ["参与日期不能晚于今天。"];
        var text = form.Text!.Trim();
        if (party.Attendances.Any(a => a.Stage == form.Stage && a.On == form.On && a.Text == text)) return [];
        var attendance = new PartyAttendance { ProjectId = party.ProjectId, PartyId = party.Id, Stage = form.Stage!.Value, On = form.On!.Value, Text = text, By = access.Value.UserName, At = time.GetUtcNow() };
        db.PartyAttendances.Add(attendance);
        audit.Add("PartyAttended", attendance, $"{party.Firm} · {attendance.Stage.Name()}");
        await db.SaveChangesAsync();
        return [];
    }

    public async Task<IReadOnlyList<string>> AppointAsync(Guid projectId, WatcherForm form)
    {
        await db.TakeTurnAsync(projectId);
        var name = form.Name!.Trim();
        if (form.AppointedOn > ChinaTime.Today(time)) return ["聘请日期不能晚于今天。"];
        if (await db.SiteWatchers.AnyAsync(w => w.ProjectId == projectId && w.EndedAt == null && w.Kind == form.Kind && w.Name == name)) return [$"{name}已登记为{form.Kind!.Value.Name()}。"];
        var watcher = new SiteWatcher
        {
            ProjectId = projectId,
            Kind = form.Kind!.Value,
            Origin = form.Origin!.Value,
            Name = name,
            Community = form.Community!.Trim(),
            AppointedOn = form.AppointedOn!.Value,
            RecordedBy = access.Value.UserName,
            RecordedAt = time.GetUtcNow(),
        };
        db.SiteWatchers.Add(watcher);
        audit.Add("WatcherAppointed", watcher, $"{watcher.Kind.Name()} {watcher.MaskedName}");
        await db.SaveChangesAsync();
        return [];
    }

    public async Task<IReadOnlyList<string>> DismissAsync(SiteWatcher watcher, string reason)
    {
        if (watcher.EndedAt is not null) return ["此人已解聘。"];
        (watcher.EndedAt, watcher.EndedBy, watcher.EndReason) = (time.GetUtcNow(), access.Value.UserName, reason.Trim());
        audit.Add("WatcherDismissed", watcher, $"{watcher.Kind.Name()} {watcher.MaskedName}", reason.Trim());
        await db.SaveChangesAsync();
        return [];
    }

    private void End(SiteParty party, string reason)
    {
        (party.EndedAt, party.EndedBy, party.EndReason) = (time.GetUtcNow(), access.Value.UserName, reason);
        audit.Add("PartyEnded", party, $"{party.Kind.Name()} {party.Firm}", reason);
    }

    private void Add(Guid projectId, string firm, PartyForm form, SiteParty? replaced)
    {
        var party = new SiteParty
        {
            TenantId = access.Value.Tenant.Id,
            ProjectId = projectId,
            Kind = form.Kind!.Value,
            Firm = firm,
            Post = form.Post.OrNull(),
            OfficePhone = form.OfficePhone.OrNull(),
            ContractNumber = form.ContractNumber.OrNull(),
            ContractOn = form.ContractOn,
            ContractAmount = form.Amount is { } yuan ? Money.FromYuan(yuan) : null,
            RecordedBy = access.Value.UserName,
            RecordedAt = time.GetUtcNow(),
        };
        db.SiteParties.Add(party);
        audit.Add(replaced is null ? "PartyRecorded" : "PartyCorrected", party, $"{party.Kind.Name()} {party.Firm}");
    }
}
