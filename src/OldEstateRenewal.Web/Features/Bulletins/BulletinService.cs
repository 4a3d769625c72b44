using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Features.Supervision;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Bulletins;

/// <summary>Draws up, edits and issues a city's bulletins. Every act gives back why it was refused; an empty list means that it is saved.</summary>
public sealed class BulletinService(BulletinMaker maker, BulletinReader reader, CityDesk desk, CurrentAccess access, TimeProvider time)
{
    private static readonly IReadOnlyList<string> stale = ["他人刚刚改动了这份通报，这次没有保存，请核对后再试。"];

    private Guid City => access.Value.Tenant.Id;

    /// <summary>A draft of a month, with the figures as the counties have approved them by now.</summary>
    public async Task<(Guid Id, IReadOnlyList<string> Refusals)> StartAsync(BulletinStartForm form)
    {
        var (month, year) = (BulletinReader.MonthOf(form.Month), form.PlanYear!.Value);
        var editions = month is { } of ? await reader.EditionsAsync(year, of) : [];
        if (BulletinRules.WhyNotStart(month, ChinaTime.Today(time), editions, form.Reason.OrNull() is not null) is { Count: > 0 } refusals) return (Guid.Empty, refusals);
        var snapshot = await maker.TakeAsync(year, month!.Value);
        var bulletin = new Bulletin
        {
            TenantId = City,
            PlanYear = year,
            Month = month.Value,
            Edition = editions.Count + 1,
            Reason = editions.Count == 0 ? null : form.Reason.OrNull(),
            Title = "",
            Opening = "",
            TakenAt = time.GetUtcNow(),
            MadeBy = access.Value.UserName,
            MadeAt = time.GetUtcNow(),
        };
        bulletin.Title = BulletinWords.Title(bulletin);
        Propose(bulletin, snapshot);
        bulletin.Rows.AddRange(snapshot.Rows);
        var failed = await SaveAsync(own =>
        {
            own.Bulletins.Add(bulletin);
            desk.Note(own, "BulletinDrafted", bulletin, bulletin.Id, BulletinWords.NameOf(bulletin), bulletin.Reason);
            return Task.FromResult<IReadOnlyList<string>>([]);
        });
        return (bulletin.Id, failed);
    }

    public Task<IReadOnlyList<string>> EditAsync(Guid id, BulletinForm form) => ChangeAsync(id, form.Version, (own, bulletin) =>
    {
        (bulletin.Title, bulletin.Opening, bulletin.Praise, bulletin.Naming, bulletin.Demands) = (form.Title!.Trim(), form.Opening!.Trim(), form.Praise.OrNull(), form.Naming.OrNull(), form.Demands.OrNull());
        desk.Note(own, "BulletinEdited", bulletin, id, BulletinWords.NameOf(bulletin));
        return Task.FromResult<IReadOnlyList<string>>([]);
    });

    /// <summary>重新取数: the figures as they are approved by now, and the text proposed anew.</summary>
    public async Task<IReadOnlyList<string>> RefreshAsync(Bulletin shown, long version)
    {
        var snapshot = await maker.TakeAsync(shown.PlanYear, shown.Month);
        return await ChangeAsync(shown.Id, version, async (own, bulletin) =>
        {
            await own.BulletinRows.Where(r => r.BulletinId == bulletin.Id).ExecuteDeleteAsync();
            foreach (var row in snapshot.Rows) row.BulletinId = bulletin.Id;
            own.BulletinRows.AddRange(snapshot.Rows);
            bulletin.TakenAt = time.GetUtcNow();
            Propose(bulletin, snapshot);
            desk.Note(own, "BulletinRefreshed", bulletin, bulletin.Id, BulletinWords.NameOf(bulletin));
            return [];
        });
    }

    public Task<IReadOnlyList<string>> IssueAsync(Bulletin shown, BulletinIssueForm form) => BulletinRules.WhyNotIssue(shown, form, ChinaTime.Today(time)) is { Count: > 0 } refusals ? Task.FromResult(refusals) : ChangeAsync(shown.Id, form.Version, async (own, bulletin) =>
    {
        bulletin.TemplateId = await own.PaperTemplateVersions.OrderByDescending(t => t.MadeAt).ThenByDescending(t => t.Id).Select(t => (Guid?)t.Id).FirstOrDefaultAsync();
        (bulletin.State, bulletin.Number, bulletin.IssuedOn, bulletin.IssuedBy, bulletin.IssuedAt) = (BulletinState.Issued, form.Number!.Trim(), form.IssuedOn, access.Value.UserName, time.GetUtcNow());
        desk.Note(own, "BulletinIssued", bulletin, bulletin.Id, $"{BulletinWords.NameOf(bulletin)} {bulletin.Number}");
        return [];
    });

    private static void Propose(Bulletin bulletin, BulletinSnapshot snapshot) =>
        (bulletin.Opening, bulletin.Praise, bulletin.Naming, bulletin.Demands) = (Fit(snapshot.TextOf("总体进展")) ?? "本月没有县（市、区）审定的数据。", Fit(snapshot.TextOf("表扬")), Fit(snapshot.TextOf("点名")), Fit(snapshot.TextOf("下一步")));

    private static string? Fit(string? text) => text is { Length: > Bulletin.TextLength } ? text[..Bulletin.TextLength] : text;

    private Task<IReadOnlyList<string>> ChangeAsync(Guid id, long version, Func<PortalDbContext, Bulletin, Task<IReadOnlyList<string>>> change) => SaveAsync(async own =>
    {
        var bulletin = await own.Bulletins.SingleAsync(b => b.Id == id);
        if (BulletinRules.WhyNotEdit(bulletin) is { Count: > 0 } refusals) return refusals;
        if (bulletin.Version != version) return stale;
        return await change(own, bulletin);
    });

    private async Task<IReadOnlyList<string>> SaveAsync(Func<PortalDbContext, Task<IReadOnlyList<string>>> act)
    {
        try
        {
            return await desk.WriteAsync(async own =>
            {
                var refusals = await act(own);
                if (refusals.Count == 0) await own.SaveChangesAsync();
                return refusals;
            });
        }
        catch (DbUpdateConcurrencyException)
        {
            return stale;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } wrong)
        {
            return wrong.ConstraintName == Bulletin.UniqueNumber ? ["这个文号已经用过。"] : ["这个月刚刚有人拟了通报，请刷新后在拟稿上修改。"];
        }
    }
}
