using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Changes;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Eligibility;

/// <summary>Judges anew and keeps what has changed, in the transaction of the change itself.</summary>
public sealed class VerdictKeeper(PortalDbContext db, PolicyShelf policies, CurrentAccess access, TimeProvider time)
{
    /// <summary>What was saved in this transaction may have moved verdicts: the end of every request that writes.</summary>
    public async Task KeepAsync()
    {
        if (db.Unjudged.IsEmpty) return;
        var (estates, all) = (db.Unjudged.Estates.ToList(), db.Unjudged.All);
        var cause = string.Join("、", db.Unjudged.Kinds.Distinct().Select(ChangeWords.Kind).Take(3));
        db.Unjudged.Clear();
        // What was refused may still be tracked; it must not be saved along.
        db.ChangeTracker.Clear();
        if (all) await LearnPoliciesAsync();
        await JudgeAsync(all ? null : estates, cause, access.Value.UserName);
    }

    /// <summary>Judges the estates, or all; returns how many records were written.</summary>
    public async Task<int> JudgeAsync(IReadOnlyCollection<Guid>? only, string cause, string by)
    {
        var view = await policies.TodayAsync();
        var identity = Identity(view);
        var last = await LastAsync(only);
        var written = 0;
        foreach (var (estate, facts) in await EstateCases.ReadAsync(db, only))
        {
            foreach (var result in view.All(PolicySections.Eligibility).Select(rule => view.JudgeEligibility(rule.Item.Key, facts)).OfType<EligibilityResult>())
            {
                var record = VerdictRecord.Of(estate.Id, result, identity);
                if (last.TryGetValue((estate.Id, record.RuleKey), out var known) && record.SaysTheSameAs(known)) continue;
                (record.JudgedOn, record.JudgedAt, record.Cause, record.CausedBy) = (view.On, time.GetUtcNow(), cause, by);
                db.VerdictRecords.Add(record);
                written++;
            }
        }

        if (written > 0) await db.SaveChangesAsync();
        return written;
    }

    /// <summary>The newest record of each estate and rule.</summary>
    public static async Task<List<VerdictRecord>> LastAsync(PortalDbContext db, IReadOnlyCollection<Guid>? only)
    {
        var records = db.VerdictRecords.AsNoTracking();
        if (only is not null) records = records.Where(r => only.Contains(r.EstateId));
        return await records.GroupBy(r => new { r.EstateId, r.RuleKey }).Select(group => group.OrderByDescending(r => r.JudgedAt).ThenByDescending(r => r.Id).First()).ToListAsync();
    }

    private async Task<Dictionary<(Guid, string), VerdictRecord>> LastAsync(IReadOnlyCollection<Guid>? only) =>
        (await LastAsync(db, only)).ToDictionary(record => (record.EstateId, record.RuleKey));

    /// <summary>The request began before the document came in.</summary>
    private async Task LearnPoliciesAsync()
    {
        // Row-level security shows the tenant's own files and those from above it.
        var files = await db.PolicyFiles.IgnoreQueryFilters([PortalDbContext.TenantFilter]).OrderBy(file => file.AddedAt).ThenBy(file => file.Id).Select(file => file.Id).ToListAsync();
        access.Set(access.Value with { PolicyFileIds = files });
    }

    private string Identity(PolicyView view) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{string.Join(',', view.Documents.Select(document => document.Key))} {string.Join(',', access.Value.PolicyFileIds)}")));
}
