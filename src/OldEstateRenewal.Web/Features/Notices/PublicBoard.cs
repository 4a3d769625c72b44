using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Holidays;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Notices;

/// <summary>A notice as anybody may see it.</summary>
public sealed record PublicNotice(Guid Id, string Title, string Estates, DateOnly PostedOn, DateOnly LastDay, bool IsRunning, string Body, DateOnly? WithdrawnOn, string? WhyWithdrawn);

/// <summary>A result that has been published.</summary>
public sealed record PublicResult(string Estate, string Ballot, DateTimeOffset ClosedAt, IReadOnlyList<string> Lines, DateTimeOffset? AnnulledAt);

/// <summary>The policies of a county, for pages that anybody may see.</summary>
public sealed record PublicPolicies(Tenant Tenant, PolicyView View);

/// <summary>公示栏 of a county.</summary>
public sealed record PublicPage(Tenant Tenant, IReadOnlyList<PublicNotice> Running, IReadOnlyList<PublicNotice> Past, int? PlanYear, IReadOnlyList<string> Planned, IReadOnlyList<PublicResult> Results, IReadOnlyList<PolicyDocument> Policies);

/// <summary>An answer that was published.</summary>
public sealed record PublicReply(string Receipt, string Summary, string Text, DateOnly RepliedOn);

/// <summary>One notice in full.</summary>
public sealed record PublicNoticePage(Tenant Tenant, Notice Notice, Term Term, string? Caveat, string Estates, bool IsRunning, IReadOnlyList<PublicReply> Replies, PublicObjectionForm Form);

/// <summary>
/// 公示栏, without sign-in. It reads as the county and in a transaction that can write nothing, and takes columns by name: what is not listed here does not
/// leave the database. Drafts, objections and people are not asked for.
/// </summary>
public sealed class PublicBoard(PortalDatabase database, TimeProvider time)
{
    private const int MostPast = 50;
    private const int MostResults = 20;
    private const string WholeCounty = "全县（市、区）";
    private const string Who = "群众（网上）";
    private static readonly List<NoticeState> shown = [NoticeState.Posted, NoticeState.Concluded, NoticeState.Withdrawn];

    public Task<PublicPage?> ReadAsync(string county) => AskAsync(county, async (db, tenant) =>
    {
        var (today, book) = (ChinaTime.Today(time), await CountyCalendar.ReadAsync(db));
        var notices = await NoticesAsync(db, book, today);
        var (year, planned) = await PlanAsync(db);
        return (PublicPage?)new PublicPage(tenant, notices.Where(notice => notice.IsRunning).ToList(), notices.Where(notice => !notice.IsRunning).Take(MostPast).ToList(), year, planned, await ResultsAsync(db), await PoliciesAsync(db, tenant));
    });

    public Task<PublicNoticePage?> FindAsync(string county, Guid id, PublicObjectionForm form) => AskAsync(county, async (db, tenant) =>
    {
        if (await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id && n.PostedOn != null && shown.Contains(n.State)) is not { } notice) return null;
        var book = await CountyCalendar.ReadAsync(db);
        var (term, estates) = (notice.Term(book)!, await EstatesAsync(db, notice.ProjectId));
        var replies = await db.NoticeObjections.AsNoTracking().Where(o => o.SeriesId == notice.SeriesId).OrderBy(o => o.Number)
            .Select(o => new { o.ReceivedOn, o.Number, o.NoticeId, Last = o.Replies.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Select(r => new { r.IsPublished, r.Summary, r.Text, r.RepliedOn }).FirstOrDefault() }).ToListAsync();
        var published = replies.Where(o => o.Last is { IsPublished: true }).Select(o => new PublicReply(NoticeObjection.ReceiptOf(o.ReceivedOn, o.Number, o.NoticeId), o.Last!.Summary, o.Last.Text, o.Last.RepliedOn)).ToList();
        return new PublicNoticePage(tenant, notice, term, book.Caveat(term), estates, NoticeRules.IsRunning(notice, term, ChinaTime.Today(time)), published, form);
    });

    /// <summary>Takes an objection; the receipt number, or why not. Null when there is no such notice to be seen.</summary>
    public async Task<(string? Receipt, string? Refusal)?> ObjectAsync(string county, Guid id, PublicObjectionForm form)
    {
        if (await TenantAsync(county) is not { } tenant) return null;
        return await database.InTransactionAsync<(string?, string?)?>(TenantScope.OfTenant(tenant.Id), async db =>
        {
            if (await db.Notices.AsNoTracking().Where(n => n.Id == id && n.PostedOn != null && shown.Contains(n.State)).Select(n => (Guid?)n.SeriesId).SingleOrDefaultAsync() is not { } series) return null;
            await db.TakeTurnAsync(series);
            var notice = await db.Notices.AsNoTracking().SingleAsync(n => n.Id == id);
            var book = await CountyCalendar.ReadAsync(db);
            if (!NoticeRules.IsRunning(notice, notice.Term(book), ChinaTime.Today(time))) return (null, "公示期已满，不能再在网上提出。您仍可以按公示上的联系方式反映。");
            if (await db.NoticeObjections.CountAsync(o => o.SeriesId == series) >= NoticeObjection.MostPerNotice) return (null, "网上收到的意见过多，请按公示上的联系方式反映。");
            var access = new CurrentAccess();
            access.Set(new Access(Guid.Empty, Who, tenant, Role.Platform, null));
            var person = form.Name.OrNull() is { } name ? Buildings.Owner.Mask(name, Buildings.OwnerKind.Person) : null;
            var kept = await NoticeService.KeepAsync(db, new AuditTrail(db, access, time), notice, ObjectionChannel.Online, person, form.Text!.Trim(), ChinaTime.Today(time), Who, time.GetUtcNow());
            return (kept.Receipt, null);
        });
    }

    private static async Task<List<PublicNotice>> NoticesAsync(PortalDbContext db, HolidayBook book, DateOnly today)
    {
        var rows = await db.Notices.AsNoTracking().Where(n => n.PostedOn != null && shown.Contains(n.State)).OrderByDescending(n => n.PostedOn).ThenBy(n => n.Title).Take(MostPast * 4).ToListAsync();
        var projects = rows.Select(n => n.ProjectId).OfType<Guid>().Distinct().ToList();
        var estates = (await db.ProjectEstates.AsNoTracking().Where(e => projects.Contains(e.ProjectId)).OrderBy(e => e.Sequence).Select(e => new { e.ProjectId, e.Estate!.Name }).ToListAsync()).ToLookup(e => e.ProjectId, e => e.Name);
        return rows.Select(n => (Notice: n, Term: n.Term(book)!)).Select(n => new PublicNotice(n.Notice.Id, n.Notice.Title, n.Notice.ProjectId is { } project ? string.Join("、", estates[project]) : WholeCounty, n.Term.From, n.Term.LastDay, NoticeRules.IsRunning(n.Notice, n.Term, today), n.Notice.Body,
            n.Notice.State == NoticeState.Withdrawn ? n.Notice.EndedOn : null, n.Notice.State == NoticeState.Withdrawn ? n.Notice.EndReason : null)).ToList();
    }

    private static async Task<(int? Year, IReadOnlyList<string> Names)> PlanAsync(PortalDbContext db)
    {
        var plan = await db.Plans.AsNoTracking().Where(p => p.Steps.Any(s => s.Kind == PlanStepKind.Issued)).OrderByDescending(p => p.Year).ThenByDescending(p => p.Revision).Select(p => new { p.Year, Names = p.Entries.OrderBy(e => e.Sequence).Select(e => e.Name).ToList() }).FirstOrDefaultAsync();
        return (plan?.Year, plan?.Names ?? []);
    }

    private static async Task<List<PublicResult>> ResultsAsync(PortalDbContext db)
    {
        var rows = await db.Ballots.AsNoTracking().Where(b => b.State == BallotState.Closed && db.BallotSteps.Any(s => s.BallotId == b.Id && s.Kind == BallotStepKind.Published)).OrderByDescending(b => b.ClosedAt).Take(MostResults)
            .Select(b => new { b.Name, Estate = b.Estate!.Name, b.ClosedAt, Json = db.BallotResults.Where(r => r.BallotId == b.Id).Select(r => r.Json).FirstOrDefault(), Steps = db.BallotSteps.Where(s => s.BallotId == b.Id && (s.Kind == BallotStepKind.Annulled || s.Kind == BallotStepKind.Reinstated)).ToList() }).ToListAsync();
        return rows.Where(row => row.Json is not null && row.ClosedAt is not null).Select(row => new PublicResult(row.Estate, row.Name, row.ClosedAt!.Value, ResultPaper.Read(row.Json!).Matters.Select(matter => $"{matter.Title}：{ResultNotice.OutcomeOf(matter)}").ToList(), BallotStep.Annuls(row.Steps)?.At)).ToList();
    }

    /// <summary>What the documents say that hold for a county today; null where there is no such county.</summary>
    public Task<PublicPolicies?> PoliciesAsync(string county) => AskAsync(county, async (db, tenant) => (PublicPolicies?)new PublicPolicies(tenant, await ViewAsync(db, tenant)));

    private async Task<List<PolicyDocument>> PoliciesAsync(PortalDbContext db, Tenant tenant)
    {
        var view = await ViewAsync(db, tenant);
        return view.Documents.Where(document => document.ValidityOn(view.On) == PolicyValidity.InForce).ToList();
    }

    private async Task<PolicyView> ViewAsync(PortalDbContext db, Tenant tenant)
    {
        var access = new CurrentAccess();
        var files = await db.PolicyFiles.IgnoreQueryFilters([PortalDbContext.TenantFilter]).OrderBy(f => f.AddedAt).ThenBy(f => f.Id).Select(f => f.Id).ToListAsync();
        access.Set(new Access(Guid.Empty, Who, tenant, Role.Platform, null) { PolicyFileIds = files });
        return await new PolicyShelf(db, access, time).TodayAsync();
    }

    private static async Task<string> EstatesAsync(PortalDbContext db, Guid? project) => project is null ? WholeCounty :
        string.Join("、", await db.ProjectEstates.AsNoTracking().Where(e => e.ProjectId == project).OrderBy(e => e.Sequence).Select(e => e.Estate!.Name).ToListAsync());

    private async Task<T?> AskAsync<T>(string county, Func<PortalDbContext, Tenant, Task<T?>> read) where T : class
    {
        if (await TenantAsync(county) is not { } tenant) return null;
        return await database.InTransactionAsync(TenantScope.OfTenant(tenant.Id), async db =>
        {
            await db.Database.ExecuteSqlAsync($"set transaction read only");
            return await read(db, tenant);
        });
    }

    private Task<Tenant?> TenantAsync(string? county)
    {
        var key = county?.ToLowerInvariant() ?? "";
        return database.InTransactionAsync(null, db => db.Tenants.AsNoTracking().SingleOrDefaultAsync(t => t.Key == key && t.Level == PolicyLevel.County));
    }
}
