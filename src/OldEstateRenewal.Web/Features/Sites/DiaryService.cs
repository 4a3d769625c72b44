using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Sites;

/// <summary>The diary of the site: problems and their solving, inspections, tests of materials.</summary>
public sealed class DiaryService(PortalDbContext db, AuditTrail audit, CurrentAccess access, SiteReader reader, TimeProvider time)
{
    private const int MostYearsBefore = 5;

    private DateOnly Today => ChinaTime.Today(time);

    public async Task<IReadOnlyList<string>> FindAsync(SitePage page, ProblemForm form)
    {
        var text = form.Text!.Trim();
        if (WhyNot(page, form.EstateId!.Value, form.FoundOn!.Value) is { Count: > 0 } reasons) return reasons;
        if (form.DueOn < form.FoundOn) return ["整改期限不能早于发现日期。"];
        if (form.ItemId is { } item && page.Lines.All(line => line.Item.Id != item)) return ["请从列出的施工内容中选择。"];
        await db.TakeTurnAsync(page.Project.Id);
        if (await IsKnownAsync(page, form.EstateId.Value, text, form.FoundOn.Value)) return [];
        Add(page, form.EstateId.Value, form.ItemId, null, form.Kind!.Value, form.Severity!.Value, text, form.FoundOn.Value, form.FoundBy!.Trim(), form.Owner!.Trim(), form.DueOn!.Value);
        await db.SaveChangesAsync();
        return [];
    }

    public async Task<IReadOnlyList<string>> StepAsync(Guid problemId, ProblemStepForm form)
    {
        await db.TakeTurnAsync(problemId);
        var problem = await db.SiteProblems.Include(p => p.Steps).SingleAsync(p => p.Id == problemId);
        List<string> reasons = [.. SiteRules.WhyNotStep(problem, form.Kind!.Value, access.Value.UserId), .. SiteRules.WhyNotOn(problem, form.On!.Value, Today)];
        if (reasons.Count > 0) return reasons;
        var step = new ProblemStep { ProjectId = problem.ProjectId, ProblemId = problem.Id, Kind = form.Kind.Value, On = form.On.Value, Text = form.Text!.Trim(), By = access.Value.UserName, ById = access.Value.UserId, At = time.GetUtcNow() };
        db.ProblemSteps.Add(step);
        audit.Add($"Problem{step.Kind}", step, problem.Text, step.Text);
        await db.SaveChangesAsync();
        return [];
    }

    public async Task<IReadOnlyList<string>> InspectAsync(SitePage page, InspectionForm form)
    {
        var asked = form.Kind == InspectionKind.Dust ? await reader.DustAsync(page.Project) : [];
        var (taken, missing) = (asked.Where(measure => form.Held.Contains(measure.Item.Key)).Select(measure => measure.Item.Name).ToArray(), asked.Where(measure => !form.Held.Contains(measure.Item.Key)).Select(measure => measure.Item.Name).ToArray());
        var found = Found(form, missing).ToList();
        List<string> reasons = [.. WhyNot(page, form.EstateId!.Value, form.On!.Value), .. Owed(found.Count > 0, form.Owner, form.DueOn, form.On.Value)];
        if (reasons.Count > 0) return reasons;
        await db.TakeTurnAsync(page.Project.Id);
        var (inspector, result) = (form.Inspector!.Trim(), form.Result!.Trim());
        if (await db.SiteInspections.AnyAsync(i => i.ProjectId == page.Project.Id && i.Kind == form.Kind && i.On == form.On && i.Inspector == inspector && i.Result == result)) return [];
        var inspection = new SiteInspection
        {
            TenantId = access.Value.Tenant.Id,
            ProjectId = page.Project.Id,
            EstateId = form.EstateId.Value,
            Kind = form.Kind!.Value,
            On = form.On.Value,
            Inspector = inspector,
            Result = result,
            DustTaken = asked.Count == 0 ? null : taken,
            DustMissing = asked.Count == 0 ? null : missing,
            By = access.Value.UserName,
            ById = access.Value.UserId,
            At = time.GetUtcNow(),
        };
        db.SiteInspections.Add(inspection);
        audit.Add("SiteInspected", inspection, $"{inspection.Kind.Name()} · {inspection.Inspector}");
        foreach (var (kind, text) in found) Add(page, inspection.EstateId, null, inspection.Id, kind, form.Severity, text, inspection.On, inspector, form.Owner!.Trim(), form.DueOn!.Value);
        await db.SaveChangesAsync();
        return [];
    }

    public async Task<IReadOnlyList<string>> TestAsync(SitePage page, TestForm form)
    {
        var failed = form.IsPassed == false;
        List<string> reasons = [.. WhyNot(page, form.EstateId!.Value, form.On!.Value), .. Owed(failed, form.Owner, form.DueOn, form.On.Value)];
        if (reasons.Count > 0) return reasons;
        await db.TakeTurnAsync(page.Project.Id);
        var number = form.TestNumber!.Trim();
        if (await db.MaterialTests.AnyAsync(t => t.ProjectId == page.Project.Id && t.TestNumber == number)) return [$"报告编号 {number} 已登记。"];
        var test = new MaterialTest
        {
            ProjectId = page.Project.Id,
            EstateId = form.EstateId.Value,
            Material = form.Material!.Trim(),
            Batch = form.Batch!.Trim(),
            TestNumber = number,
            Laboratory = form.Laboratory!.Trim(),
            On = form.On.Value,
            IsPassed = !failed,
            By = access.Value.UserName,
            ById = access.Value.UserId,
            At = time.GetUtcNow(),
        };
        db.MaterialTests.Add(test);
        audit.Add("MaterialTested", test, $"{test.Material} {test.Batch}");
        if (failed) Add(page, test.EstateId, null, null, ProblemKind.Materials, ProblemSeverity.Severe, $"{test.Material}（批次 {test.Batch}）检验不合格，报告编号 {number}。", test.On, test.Laboratory, form.Owner!.Trim(), form.DueOn!.Value);
        await db.SaveChangesAsync();
        return [];
    }

    /// <summary>What an inspection found: the problem written down, and each measure against dust that is not taken.</summary>
    private static IEnumerable<(ProblemKind Kind, string Text)> Found(InspectionForm form, IEnumerable<string> missing)
    {
        if (form.Problem.OrNull() is { } problem) yield return (form.Kind!.Value.Finds(), problem);
        foreach (var name in missing) yield return (ProblemKind.Dust, $"扬尘管控未落实：{name}。");
    }

    private static IEnumerable<string> Owed(bool isWrong, string? owner, DateOnly? due, DateOnly on)
    {
        if (!isWrong) yield break;
        if (owner.OrNull() is null) yield return "发现问题的，须填写责任单位。";
        if (due is null) yield return "发现问题的，须填写整改期限。";
        else if (due < on) yield return "整改期限不能早于发现日期。";
    }

    private List<string> WhyNot(SitePage page, Guid estate, DateOnly on)
    {
        var reasons = new List<string>();
        if (page.Project.Estates.All(e => e.EstateId != estate)) reasons.Add("请从此项目的小区中选择。");
        if (on > Today) reasons.Add($"日期 {on:yyyy-MM-dd} 晚于今天。");
        if (on.Year < page.Project.PlanYear - MostYearsBefore) reasons.Add($"日期 {on:yyyy-MM-dd} 过早，请检查年份。");
        return reasons;
    }

    private Task<bool> IsKnownAsync(SitePage page, Guid estate, string text, DateOnly on) => db.SiteProblems.AnyAsync(p => p.ProjectId == page.Project.Id && p.EstateId == estate && p.Text == text && p.FoundOn == on);

    private void Add(SitePage page, Guid estate, Guid? item, Guid? inspection, ProblemKind kind, ProblemSeverity severity, string text, DateOnly on, string foundBy, string owner, DateOnly due)
    {
        var problem = new SiteProblem
        {
            ProjectId = page.Project.Id,
            EstateId = estate,
            ItemId = item,
            InspectionId = inspection,
            Kind = kind,
            Severity = severity,
            Text = text,
            FoundOn = on,
            FoundBy = foundBy,
            Owner = owner,
            DueOn = due,
            RecordedBy = access.Value.UserName,
            RecordedById = access.Value.UserId,
            RecordedAt = time.GetUtcNow(),
        };
        db.SiteProblems.Add(problem);
        audit.Add("ProblemFound", problem, $"{SiteReader.NameOf(page.Project, estate)} · {text}");
    }
}
