using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Acceptances;

/// <summary>Writes defects and what becomes of them, spot checks and confirmations. Every act gives back why it was refused.</summary>
public sealed class DefectService(PortalDbContext db, AuditTrail audit, CurrentAccess access, AttachmentService attachments, TimeProvider time)
{
    public async Task AddAsync(Project project, DefectForm form)
    {
        await db.TakeTurnAsync(project.Id);
        var (item, place) = (form.Item!.Trim(), form.Place!.Trim());
        // The same form sent twice.
        if (await db.AcceptanceDefects.AnyAsync(d => d.ProjectId == project.Id && d.Item == item && d.Place == place && d.DueOn == form.DueOn && !d.Steps.Any())) return;
        var number = (await db.AcceptanceDefects.Where(d => d.ProjectId == project.Id).MaxAsync(d => (int?)d.Number) ?? 0) + 1;
        var defect = new AcceptanceDefect { ProjectId = project.Id, Number = number, Source = form.Source, Item = item, Place = place, Owner = form.Owner!.Trim(), DueOn = form.DueOn!.Value, RecordedBy = access.Value.UserName, RecordedAt = time.GetUtcNow() };
        db.AcceptanceDefects.Add(defect);
        audit.Add("DefectRecorded", defect, $"{project.Name} · 第{number}项 {item}");
        await db.SaveChangesAsync();
    }

    /// <summary>Mended, with a photo that shows it.</summary>
    public async Task<IReadOnlyList<string>> MendAsync(AcceptanceDefect defect, DefectStepForm form, IReadOnlyCollection<IFormFile> files)
    {
        await LatestAsync(defect);
        List<string> refusals = [.. AcceptanceRules.WhyNotMend(defect), .. DayProblems(defect, form)];
        if (files.Count == 0) refusals.Add("请上传整改后的照片。");
        if (refusals.Count > 0) return refusals;
        var place = new AttachmentPlace(AttachmentSubject.AcceptanceDefect, defect.Id, await attachments.FirstEstateAsync(defect.ProjectId), $"{defect.Project!.Name} · 第{defect.Number}项");
        var problems = await attachments.AddAsync(place, AttachmentKind.Photo, $"整改：{form.Text!.Trim()}"[..Math.Min(Attachment.CaptionLength, 3 + form.Text.Trim().Length)], files);
        return problems.Count > 0 ? problems : await StepAsync(defect, DefectStepKind.Mended, form);
    }

    public async Task<IReadOnlyList<string>> CheckAsync(AcceptanceDefect defect, DefectStepForm form)
    {
        await LatestAsync(defect);
        List<string> refusals = [.. AcceptanceRules.WhyNotCheck(defect, access.Value.UserId), .. DayProblems(defect, form)];
        return refusals.Count > 0 ? refusals : await StepAsync(defect, form.Approved ? DefectStepKind.Approved : DefectStepKind.Rejected, form);
    }

    public async Task<IReadOnlyList<string>> AddSpotCheckAsync(Project project, SpotCheckForm form, IReadOnlyCollection<IFormFile> files)
    {
        if (form.HeldOn > ChinaTime.Today(time)) return [$"抽检日期 {form.HeldOn:yyyy-MM-dd} 晚于今天。"];
        var check = new SpotCheck { ProjectId = project.Id, HeldOn = form.HeldOn!.Value, Office = form.Office!.Trim(), Conforms = form.Conforms!.Value, Findings = form.Findings!.Trim(), RecordedBy = access.Value.UserName, RecordedAt = time.GetUtcNow() };
        var problems = await attachments.AddAsync(new AttachmentPlace(AttachmentSubject.SpotCheck, check.Id, await attachments.FirstEstateAsync(project.Id), $"{project.Name} · 抽检核验"), AttachmentKind.Scan, null, files);
        if (problems.Count > 0) return problems;
        check.HasProof = files.Count > 0;
        if (await db.SpotChecks.AnyAsync(c => c.ProjectId == project.Id && c.HeldOn == check.HeldOn && c.Office == check.Office && c.Findings == check.Findings)) return ["同一天、同一单位、同样内容的抽检已登记。"];
        db.SpotChecks.Add(check);
        audit.Add("SpotCheckRecorded", check, $"{project.Name} · {check.Office}抽检{(check.Conforms ? "合格" : "须整改")}");
        await db.SaveChangesAsync();
        return [];
    }

    public async Task<IReadOnlyList<string>> ConfirmAsync(Project project, IReadOnlyList<string> confirmers, ConfirmationForm form, IReadOnlyCollection<IFormFile> files)
    {
        if (project.Estates.All(estate => estate.EstateId != form.EstateId)) return ["请从本项目的小区中选择。"];
        if (!confirmers.Contains(form.Body!)) return ["请从列出的确认单位中选择。"];
        if (form.ConfirmedOn > ChinaTime.Today(time)) return [$"确认日期 {form.ConfirmedOn:yyyy-MM-dd} 晚于今天。"];
        if (files.Count == 0) return ["请上传盖章签字的确认书扫描件。"];
        var row = new AcceptanceConfirmation
        {
            ProjectId = project.Id,
            EstateId = form.EstateId,
            Body = form.Body!,
            ConfirmedOn = form.ConfirmedOn!.Value,
            Confirms = form.Confirms!.Value,
            SignedBy = form.SignedBy!.Trim(),
            Remark = form.Remark.OrNull(),
            HasProof = true,
            RecordedBy = access.Value.UserName,
            RecordedAt = time.GetUtcNow(),
        };
        var problems = await attachments.AddAsync(new AttachmentPlace(AttachmentSubject.AcceptanceConfirmation, row.Id, row.EstateId, $"{project.Name} · {row.Body}确认"), AttachmentKind.Scan, null, files);
        if (problems.Count > 0) return problems;
        db.AcceptanceConfirmations.Add(row);
        audit.Add("AcceptanceConfirmed", row, $"{project.Name} · {row.Body}{(row.Confirms ? "确认" : "不予确认")}");
        await db.SaveChangesAsync();
        return [];
    }

    /// <summary>The steps as they are after everyone before has finished.</summary>
    private async Task LatestAsync(AcceptanceDefect defect)
    {
        await db.TakeTurnAsync(defect.ProjectId);
        await db.Entry(defect).Collection(d => d.Steps).Query().LoadAsync();
    }

    private async Task<IReadOnlyList<string>> StepAsync(AcceptanceDefect defect, DefectStepKind kind, DefectStepForm form)
    {
        var step = new DefectStep { DefectId = defect.Id, ProjectId = defect.ProjectId, Kind = kind, On = form.On!.Value, Text = form.Text!.Trim(), By = access.Value.UserName, ById = access.Value.UserId, At = time.GetUtcNow() };
        db.DefectSteps.Add(step);
        audit.Add(kind == DefectStepKind.Mended ? "DefectMended" : kind == DefectStepKind.Approved ? "DefectClosed" : "DefectRejected", step, $"{defect.Project!.Name} · 第{defect.Number}项 {defect.Item}");
        await db.SaveChangesAsync();
        return [];
    }

    private List<string> DayProblems(AcceptanceDefect defect, DefectStepForm form)
    {
        if (form.On > ChinaTime.Today(time)) return [$"日期 {form.On:yyyy-MM-dd} 晚于今天。"];
        return defect.Last is { } last && form.On < last.On ? [$"日期 {form.On:yyyy-MM-dd} 早于上一步（{last.On:yyyy-MM-dd} {last.Kind.Name()}）。"] : [];
    }
}
