using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Registry;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.EarlierWorks;

/// <summary>Records earlier works and withdraws them. What the records and the documents forbid is given back; nothing is saved then.</summary>
public sealed class EarlierWorksService(PortalDbContext db, AuditTrail audit, CurrentAccess access, WorksLedger ledger, PolicyShelf policies, TimeProvider time)
{
    /// <summary>Why these works cannot be recorded, or must first be looked at; empty when they are saved.</summary>
    public async Task<IReadOnlyList<HistoryObjection>> AddAsync(Estate estate, EarlierWorkForm form)
    {
        var item = form.ItemKey is { Length: > 0 } key ? (await policies.TodayAsync()).Find(PolicySections.Works, key)?.Item.Name : null;
        var work = form.ToWork(estate.Id, item, access.Value.UserName, time.GetUtcNow());
        await db.TakeTurnAsync(estate.Id);
        var objections = (await ledger.ReadAsync(estate.Id)).ObjectionsTo(work.ToRecord() with { Buildings = work.BuildingId is { } building ? new HashSet<Guid> { building } : null });
        if (objections.Any(objection => objection.Refuses) || (objections.Count > 0 && !form.Confirmed)) return objections;
        db.EarlierWorks.Add(work);
        audit.Add("EarlierWorkRecorded", work, $"{estate.Name} · {work.Year}年{work.Programme.Name()}");
        await db.SaveChangesAsync();
        return [];
    }

    /// <summary>Withdraws a record; false when it is withdrawn already.</summary>
    public async Task<bool> WithdrawAsync(EarlierWork work, string estateName, string reason)
    {
        var withdrawal = new EarlierWork
        {
            EstateId = work.EstateId,
            BuildingId = work.BuildingId,
            Programme = work.Programme,
            Year = work.Year,
            Withdraws = work.Id,
            Remark = reason,
            RecordedBy = access.Value.UserName,
            RecordedAt = time.GetUtcNow(),
        };
        db.EarlierWorks.Add(withdrawal);
        audit.Add("EarlierWorkWithdrawn", withdrawal, $"{estateName} · {work.Year}年{work.Programme.Name()}", reason);
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { ConstraintName: EarlierWork.UniqueWithdrawal })
        {
            return false;
        }
    }
}
