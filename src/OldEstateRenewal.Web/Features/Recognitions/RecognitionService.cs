using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Eligibility;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Recognitions;

/// <summary>What may be applied for: a relaxation still open, or a condition left to a person.</summary>
public sealed record RecognitionChoice(string RuleKey, string RuleName, string Key, string Name, Citation Citation, string? Proof, string? Approval)
{
    public static IReadOnlyList<RecognitionChoice> Of(EligibilityResult result) =>
    [
        .. result.OpenRelaxations.Select(open => new RecognitionChoice(result.Rule.Item.Key, result.Rule.Item.Name, open.Key, open.Name, open.Citation, open.Proof, open.Approval)),
        .. result.OpenReviews.Select(open => new RecognitionChoice(result.Rule.Item.Key, result.Rule.Item.Name, open.Key, $"{open.Name}（人工认定）", Nearest(open), null, null)),
    ];

    /// <summary>The clause that leaves it to persons stands with the building it leaves.</summary>
    private static Citation Nearest(Reason review) => review.Parts.FirstOrDefault(part => part.Outcome == Outcome.Review)?.Citation ?? review.Citation;
}

/// <summary>Applies for recognition, decides it, takes it back. Who applied never approves.</summary>
public sealed class RecognitionService(PortalDbContext db, AuditTrail audit, CurrentAccess access, PolicyShelf policies, TimeProvider time)
{
    public async Task<IReadOnlyList<RecognitionChoice>> ChoicesAsync(Guid estateId)
    {
        var view = await policies.TodayAsync();
        var estate = (await EstateCases.ReadAsync(db, [estateId])).Single();
        var open = await OpenAsync(estateId);
        return view.All(PolicySections.Eligibility).Select(rule => view.JudgeEligibility(rule.Item.Key, estate.Facts)).OfType<EligibilityResult>()
            .SelectMany(RecognitionChoice.Of).Where(choice => choice.RuleKey.Length <= RecognitionRequest.KeyLength && choice.Key.Length <= RecognitionRequest.KeyLength && !open.Any(request => request.RuleKey == choice.RuleKey && request.Key == choice.Key)).ToList();
    }

    public Task<RecognitionRequest?> FindAsync(Guid id, bool forReading = false)
    {
        var requests = db.RecognitionRequests.Include(r => r.Steps).Include(r => r.Estate);
        return (forReading ? requests.AsNoTrackingWithIdentityResolution() : requests).SingleOrDefaultAsync(r => r.Id == id);
    }

    public async Task<RecognitionRequest> ApplyAsync(Guid estateId, string estateName, RecognitionChoice choice, string reason)
    {
        var request = new RecognitionRequest
        {
            EstateId = estateId,
            RuleKey = choice.RuleKey,
            Key = choice.Key,
            Name = Short(choice.Name),
            Basis = Short(choice.Citation.ToString()),
            ProofWanted = choice.Proof is null ? null : Short(choice.Proof),
            ApprovalWanted = choice.Approval is null ? null : Short(choice.Approval),
            Reason = reason.Trim(),
            AppliedBy = access.Value.UserName,
            AppliedById = access.Value.UserId,
            AppliedAt = time.GetUtcNow(),
        };
        db.RecognitionRequests.Add(request);
        audit.Add("RecognitionApplied", request, $"{estateName} · {request.Name}", request.Reason);
        await db.SaveChangesAsync();
        return request;
    }

    /// <summary>Approves, refuses or takes back; the reasons why not, or none.</summary>
    public async Task<IReadOnlyList<string>> StepAsync(RecognitionRequest request, RecognitionState kind, DateOnly on, string? remark)
    {
        var refusals = kind == RecognitionState.Withdrawn ? RecognitionRules.WhyNotWithdraw(request, remark) : RecognitionRules.WhyNotDecide(request, access.Value.UserId, kind, on, policies.Today, remark);
        if (refusals.Count > 0) return refusals;
        var step = new RecognitionStep
        {
            RequestId = request.Id,
            EstateId = request.EstateId,
            Kind = kind,
            On = on,
            Remark = string.IsNullOrWhiteSpace(remark) ? null : remark.Trim(),
            By = access.Value.UserName,
            ById = access.Value.UserId,
            At = time.GetUtcNow(),
        };
        db.RecognitionSteps.Add(step);
        // Steps are rows of their own: the application moves with them, so that two deciding at once do not both decide.
        db.Entry(request).Property(r => r.Version).IsModified = true;
        audit.Add($"Recognition{kind}", request, $"{request.Estate!.Name} · {request.Name}", step.Remark);
        return await SaveAsync();
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
            return ["他人刚刚办理了此申请，请刷新后再看。"];
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { ConstraintName: RecognitionStep.UniqueKind })
        {
            return ["他人刚刚办理了此申请，请刷新后再看。"];
        }
    }

    private async Task<List<RecognitionRequest>> OpenAsync(Guid estateId) =>
        (await db.RecognitionRequests.AsNoTracking().Include(r => r.Steps).Where(r => r.EstateId == estateId).ToListAsync()).Where(r => r.IsOpen).ToList();

    private static string Short(string text) => text.Length <= RecognitionRequest.TextLength ? text : text[..RecognitionRequest.TextLength];
}
