using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Evidence;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Evaluations;

/// <summary>自评: a county fills and sends its sheet, in its own tenant. What was typed is kept as a draft before it is asked whether it may be sent.</summary>
public sealed class SelfAssessmentService(PortalDbContext db, EvaluationReader reader, EvidenceShelf evidence, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    private static readonly IReadOnlyList<(string Field, string Text)> stale = [("", "他人刚刚改动了自评，这次没有保存，请核对后再试。")];

    public async Task<IReadOnlyList<(string Field, string Text)>> SaveAsync(CountyEvaluationPage page, SelfAssessmentForm form)
    {
        await db.TakeTurnAsync($"{access.Value.Tenant.Id} {page.Evaluation.Id}");
        var self = await db.SelfAssessments.SingleOrDefaultAsync(a => a.EvaluationId == page.Evaluation.Id);
        if (self?.State == AssessmentState.Sent) return [("", EvaluationRules.WhyNotFill(page.Score)[0])];
        if ((self?.Version ?? -1) != form.Version) return stale;
        var isNew = self is null;
        self ??= new SelfAssessment { TenantId = access.Value.Tenant.Id, EvaluationId = page.Evaluation.Id, Items = [], Marks = [], Remarks = [], Figures = [], SavedBy = "" };
        Fill(self, page, form);
        if (await PapersAsync(self, page, form) is { Count: > 0 } problems) return problems;
        if (isNew) db.SelfAssessments.Add(self);
        audit.Add("SelfAssessmentSaved", self, $"{page.Evaluation.Year}年 {page.Evaluation.Name}");
        await db.SaveChangesAsync();
        return [];
    }

    /// <summary>Sends what is saved, with what the product said of each item.</summary>
    public async Task<IReadOnlyList<string>> SendAsync(Guid evaluation)
    {
        var page = (await reader.CountyAsync(evaluation))!;
        if (EvaluationRules.WhyNotFill(page.Score) is { Count: > 0 } closed) return closed;
        if (page.Score.Sheet.RefuseSelf() is { Count: > 0 } refusals) return refusals;
        var self = await db.SelfAssessments.SingleAsync(a => a.EvaluationId == evaluation);
        self.Figures = self.Items.Select(item => page.Score.Lines.Single(line => line.Criterion.Id == item).Figure).ToArray();
        (self.State, self.SentBy, self.SentAt) = (AssessmentState.Sent, access.Value.UserName, time.GetUtcNow());
        audit.Add("SelfAssessmentSent", self, $"{page.Evaluation.Year}年 {page.Evaluation.Name}");
        await db.SaveChangesAsync();
        return [];
    }

    private void Fill(SelfAssessment self, CountyEvaluationPage page, SelfAssessmentForm form)
    {
        var typed = form.Items.DistinctBy(item => item.Item).ToDictionary(item => item.Item);
        self.Items = page.Score.Lines.Select(line => line.Criterion.Id).ToArray();
        self.Marks = self.Items.Select(item => typed.GetValueOrDefault(item)?.Marks).ToArray();
        self.Remarks = self.Items.Select(item => typed.GetValueOrDefault(item)?.Remark.OrNull()).ToArray();
        self.Figures = new string?[self.Items.Length];
        (self.SavedBy, self.SavedAt) = (access.Value.UserName, time.GetUtcNow());
    }

    private async Task<IReadOnlyList<(string Field, string Text)>> PapersAsync(SelfAssessment self, CountyEvaluationPage page, SelfAssessmentForm form)
    {
        var removed = await db.EvidencePapers.Where(p => p.SubjectId == self.Id && form.Removed.Contains(p.Id) && p.RemovedAt == null).ToListAsync();
        foreach (var paper in removed) evidence.Remove(paper);
        var problems = new List<(string, string)>();
        foreach (var (item, at) in form.Items.Select((item, at) => (item, at)).Where(each => each.item.Files.Count > 0))
        {
            if (page.Score.Lines.FirstOrDefault(line => line.Criterion.Id == item.Item) is not { } line) continue;
            var there = line.Papers.Where(paper => removed.All(gone => gone.Id != paper.Id)).ToList();
            problems.AddRange((await evidence.AddAsync(new EvidencePlace(self.Id, item.Item, null, line.Criterion.Name), item.Files, there)).Select(problem => ($"Items[{at}].Files", problem)));
        }

        return problems;
    }
}
