using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>A reason against a sheet, at the figure it concerns.</summary>
public sealed record SheetRefusal(string? Key, bool AsksReason, string Text);

/// <summary>Sends weekly sheets, and answers what was returned. Every act gives back why it was refused; an empty list means that it is saved.</summary>
public sealed class WeeklySheetService(PortalDbContext db, WeekReader reader, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    public async Task<IReadOnlyList<SheetRefusal>> SendAsync(DispatchWeek week, WeekLine line, WeeklySheetForm form)
    {
        await db.TakeTurnAsync(WeekService.TurnOf(access.Value.Tenant.Id, week.From));
        if (DispatchRules.WhyNotSend(week, await reader.IsLockedAsync(week.From), reader.Today) is { Count: > 0 } shut) return Refuse(shut);
        var editions = await db.WeeklySheets.CountAsync(s => s.ProjectId == line.Project.Id && s.Week == week.From);
        if (editions != form.Edition) return Refuse(["他人刚刚报送了这张表，您的填写没有保存，请核对最新内容后再报。"]);
        var sheet = SheetOf(week, line, form, editions + 1);
        var refusals = Check(line, sheet).ToList();
        if (editions > 0 && sheet.Correction is null) refusals.Add(new SheetRefusal(nameof(form.Correction), false, "请写明更正的理由。"));
        if (refusals.Count > 0) return refusals;
        db.WeeklySheets.Add(sheet);
        audit.Add(editions == 0 ? "WeeklySheetSent" : "WeeklySheetCorrected", sheet, $"{line.Project.Name} {week.Name}", sheet.Correction);
        await db.SaveChangesAsync();
        return [];
    }

    public async Task<IReadOnlyList<string>> ReplyAsync(WeekLine line, ReturnLine returned, ReturnReplyForm form)
    {
        await db.TakeTurnAsync(returned.Return.Id);
        if (await db.ReturnReplies.AnyAsync(r => r.ReturnId == returned.Return.Id)) return ["已经答复。"];
        if (DispatchRules.WhyNotReply(returned) is { Count: > 0 } refusals) return refusals;
        var reply = new ReturnReply { TenantId = access.Value.Tenant.Id, ProjectId = line.Project.Id, ReturnId = returned.Return.Id, Text = form.Text!.Trim(), By = access.Value.UserName, ById = access.Value.UserId, At = time.GetUtcNow() };
        db.ReturnReplies.Add(reply);
        audit.Add("ReturnAnswered", reply, $"{line.Project.Name} {returned.Figure}", reply.Text);
        await db.SaveChangesAsync();
        return [];
    }

    private WeeklySheet SheetOf(DispatchWeek week, WeekLine line, WeeklySheetForm form, int edition)
    {
        var typed = form.Figures.GroupBy(figure => figure.Key).ToDictionary(figure => figure.Key, figure => figure.First());
        var keys = Indicators.All.Where(indicator => indicator.Key is not (IndicatorKeys.ReportsDue or IndicatorKeys.ReportsOnTime)).Select(indicator => indicator.Key).ToArray();
        var recorded = keys.Select(key => line.Recorded.Figures.GetValueOrDefault(key)).ToArray();
        return new WeeklySheet
        {
            TenantId = access.Value.Tenant.Id,
            ProjectId = line.Project.Id,
            PlanYear = line.Project.PlanYear,
            Week = week.From,
            Edition = edition,
            Stage = line.Stage,
            Keys = keys,
            Planned = recorded.Select(pair => pair.Planned).ToArray(),
            Recorded = recorded.Select(pair => pair.Actual).ToArray(),
            Actual = keys.Select((key, at) => Indicators.Get(key).Group == IndicatorGroup.Scale ? recorded[at].Actual : typed.GetValueOrDefault(key)?.Actual).ToArray(),
            Reasons = keys.Select(key => typed.GetValueOrDefault(key)?.Reason.OrNull()).ToArray(),
            Progress = form.Progress.OrNull(),
            Problems = form.Problems.OrNull(),
            Needs = form.Needs.OrNull(),
            Photos = line.Recorded.Photos,
            Correction = edition == 1 ? null : form.Correction.OrNull(),
            By = access.Value.UserName,
            ById = access.Value.UserId,
            At = time.GetUtcNow(),
        };
    }

    private static IEnumerable<SheetRefusal> Check(WeekLine line, WeeklySheet sheet)
    {
        var reasons = sheet.Keys.Where(key => sheet.ReasonOf(key) is not null).ToDictionary(key => key, key => sheet.ReasonOf(key)!);
        return DispatchRules.WhyNotFigures(sheet.Figures, line.Before, reasons).Select(finding => new SheetRefusal(finding.Key, finding.Severity == FindingSeverity.NeedsReason, finding.Text));
    }

    private static List<SheetRefusal> Refuse(IEnumerable<string> texts) => texts.Select(text => new SheetRefusal(null, false, text)).ToList();
}
