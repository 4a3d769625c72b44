using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Evidence;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.SpotChecks;

/// <summary>整改: a county answers a finding, in its own tenant, with its papers.</summary>
public sealed class MendingService(PortalDbContext db, CheckReader reader, EvidenceShelf evidence, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    public async Task<IReadOnlyList<(string Field, string Text)>> MendAsync(Guid finding, MendingForm form)
    {
        // Two who answer at once: the second sees the first.
        await db.TakeTurnAsync(finding);
        var page = (await reader.FindingAsync(finding))!;
        var line = page.Line;
        if (CheckRules.WhyNotMend(line, form, page.Visit.VisitedOn) is { Count: > 0 } refusals) return refusals;
        var mending = new FindingMending
        {
            TenantId = access.Value.Tenant.Id,
            FindingId = finding,
            ProjectId = line.Finding.ProjectId,
            Text = form.Text!.Trim(),
            MendedOn = form.MendedOn!.Value,
            By = access.Value.UserName,
            ById = access.Value.UserId,
            At = time.GetUtcNow(),
        };
        if (await evidence.AddAsync(new EvidencePlace(mending.Id, null, mending.ProjectId, line.Candidate.ProjectName), form.Files, []) is { Count: > 0 } problems) return problems.Select(problem => (nameof(form.Files), problem)).ToList();
        db.FindingMendings.Add(mending);
        audit.Add("FindingMended", mending, line.Candidate.ProjectName, mending.Text);
        await db.SaveChangesAsync();
        return [];
    }
}
