using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Notices;

/// <summary>Writes notices. Every act gives back why it was refused; an empty list means that it is saved.</summary>
public sealed class NoticeService(PortalDbContext db, AuditTrail audit, CurrentAccess access, NoticeReader reader, NoticeDrafts drafts, AttachmentService attachments, TimeProvider time)
{
    private const string Stale = "他人刚刚处理了此公示，这次没有保存。请看过最新情况后再办。";

    private DateOnly Today => ChinaTime.Today(time);

    /// <summary>Makes a draft; null when the rule is none of the project's.</summary>
    public async Task<Notice> AddAsync(Project? project, NoticeForm form, NoticeRule? rule)
    {
        var id = Guid.CreateVersion7();
        var notice = new Notice { Id = id, SeriesId = id, ProjectId = project?.Id, Title = "", Text = "", Body = "", Place = "", Contact = "", MadeBy = access.Value.UserName, MadeAt = time.GetUtcNow() };
        await WriteAsync(notice, form, rule);
        db.Notices.Add(notice);
        audit.Add("NoticeDrafted", notice, notice.Title);
        await db.SaveChangesAsync();
        return notice;
    }

    public async Task<IReadOnlyList<string>> EditAsync(Notice notice, NoticeForm form, NoticeRule? rule)
    {
        if (NoticeRules.WhyNotEdit(notice) is { Count: > 0 } refusals) return refusals;
        db.Entry(notice).Property(n => n.Version).OriginalValue = form.Version;
        await WriteAsync(notice, form, rule);
        db.Entry(notice).Property(n => n.Version).IsModified = true;
        audit.Add("NoticeEdited", notice, notice.Title);
        return await SaveAsync();
    }

    public async Task<IReadOnlyList<string>> PostAsync(Notice notice, NoticeStepForm form)
    {
        if (NoticeRules.WhyNotPost(notice, await reader.VersionsAsync(notice.ProjectId)) is { Count: > 0 } refusals) return refusals;
        if (NoticeRules.WhyNotPostOn(form.On, Today) is { } wrong) return [wrong];
        await db.TakeTurnAsync(notice.SeriesId);
        foreach (var earlier in await db.Notices.Where(n => n.SeriesId == notice.SeriesId && n.Id != notice.Id && (n.State == NoticeState.Posted || n.State == NoticeState.Concluded)).ToListAsync())
        {
            if (form.On < earlier.PostedOn) return [$"张贴日期早于上一稿的张贴日期 {earlier.PostedOn:yyyy-MM-dd}。"];
            End(earlier, NoticeState.Superseded, form.On!.Value, "文字有变，由新稿重新公示");
            audit.Add("NoticeSuperseded", earlier, earlier.Title);
        }

        Expect(notice, form.Version);
        (notice.State, notice.PostedOn, notice.PostedBy) = (NoticeState.Posted, form.On, access.Value.UserName);
        audit.Add("NoticePosted", notice, notice.Title);
        return await SaveAsync();
    }

    public async Task<IReadOnlyList<string>> WithdrawAsync(Notice notice, NoticeStepForm form)
    {
        if (NoticeRules.WhyNotWithdraw(notice) is { Count: > 0 } refusals) return refusals;
        if (form.Reason.OrNull() is not { } reason) return ["请写明撤回的原因。"];
        Expect(notice, form.Version);
        End(notice, NoticeState.Withdrawn, Today, reason);
        audit.Add("NoticeWithdrawn", notice, notice.Title, reason);
        return await SaveAsync();
    }

    /// <summary>Concludes; the turn keeps an objection from slipping in between.</summary>
    public async Task<IReadOnlyList<string>> ConcludeAsync(Notice notice, NoticeStepForm form)
    {
        await db.TakeTurnAsync(notice.SeriesId);
        var page = await reader.PageAsync(notice);
        if (page.AgainstConclusion is { Count: > 0 } refusals) return refusals;
        Expect(notice, form.Version);
        End(notice, NoticeState.Concluded, Today, null);
        audit.Add("NoticeConcluded", notice, notice.Title, page.Term!.InWords);
        return await SaveAsync();
    }

    /// <summary>A new wording, to be changed and posted; what hangs now stays until then.</summary>
    public async Task<(Notice? Draft, IReadOnlyList<string> Refusals)> ReviseAsync(Notice notice)
    {
        await db.TakeTurnAsync(notice.SeriesId);
        var series = await db.Notices.AsNoTracking().Where(n => n.SeriesId == notice.SeriesId).ToListAsync();
        if (NoticeRules.WhyNotRevise(notice, series) is { Count: > 0 } refusals) return (null, refusals);
        var draft = new Notice
        {
            ProjectId = notice.ProjectId,
            SchemeId = notice.SchemeId,
            SeriesId = notice.SeriesId,
            Revision = series.Max(n => n.Revision) + 1,
            Kind = notice.Kind,
            RuleKey = notice.RuleKey,
            Title = notice.Title,
            Text = notice.Text,
            List = notice.List,
            Body = notice.Body,
            Place = notice.Place,
            Contact = notice.Contact,
            Days = notice.Days,
            Unit = notice.Unit,
            Chosen = notice.Chosen,
            ExtendsOverHolidays = notice.ExtendsOverHolidays,
            MadeBy = access.Value.UserName,
            MadeAt = time.GetUtcNow(),
        };
        db.Notices.Add(draft);
        audit.Add("NoticeRevised", draft, draft.Title);
        await db.SaveChangesAsync();
        return (draft, []);
    }

    public async Task<IReadOnlyList<string>> AddPhotoAsync(NoticePage page, NoticePhotoForm form, IReadOnlyCollection<IFormFile> files)
    {
        if (NoticeRules.WhyNotPhotograph(page.Notice, access.Value.Role) is { Count: > 0 } refusals) return refusals;
        if (NoticeProof.WhyNotTaken(form.Phase!.Value, form.TakenOn!.Value, page.Term!, page.Today) is { } wrong) return [wrong + "。"];
        if (files.Count == 0) return ["请选择照片。"];
        var place = new AttachmentPlace(AttachmentSubject.Notice, page.Notice.Id, page.Project?.Estates.MinBy(e => e.Sequence)?.EstateId, page.Notice.Title);
        var problems = (await attachments.AddAsync(place, AttachmentKind.Photo, $"{form.Phase.Value.InWords()} {form.TakenOn:yyyy-MM-dd}", files)).ToList();
        var added = db.ChangeTracker.Entries<Attachment>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).ToList();
        if (added.Count == 0 && problems.Count == 0) problems.Add("这张照片已经登记过，每个时点应分别拍照。");
        foreach (var file in added)
        {
            if (!file.IsImage) problems.Add($"{file.FileName}：不是照片，已作为附件保存，不计入三次拍照。");
            else db.NoticePhotos.Add(new NoticePhoto { AttachmentId = file.Id, NoticeId = page.Notice.Id, ProjectId = page.Notice.ProjectId, Phase = form.Phase.Value, TakenOn = form.TakenOn.Value });
        }

        if (db.ChangeTracker.HasChanges()) await db.SaveChangesAsync();
        return problems;
    }

    public async Task<IReadOnlyList<string>> AddObjectionAsync(Notice notice, ObjectionForm form)
    {
        await db.TakeTurnAsync(notice.SeriesId);
        await db.Entry(notice).ReloadAsync();
        if (NoticeRules.WhyNotObject(notice, access.Value.Role) is { Count: > 0 } refusals) return refusals;
        if (form.ReceivedOn > Today) return ["收到日期不能晚于今天。"];
        if (form.ReceivedOn < notice.PostedOn) return [$"收到日期早于张贴日期 {notice.PostedOn:yyyy-MM-dd}。"];
        if (form.Channel == ObjectionChannel.Online) return ["网上的异议由群众在公示栏自行提交。"];
        var person = form.Person.OrNull() is { } name ? Owner.Mask(name, OwnerKind.Person) : null;
        await KeepAsync(db, audit, notice, form.Channel!.Value, person, form.Text!.Trim(), form.ReceivedOn!.Value, access.Value.UserName, time.GetUtcNow());
        return [];
    }

    public async Task<IReadOnlyList<string>> ReplyAsync(NoticeObjection objection, ReplyForm form)
    {
        if (form.RepliedOn > Today) return ["答复日期不能晚于今天。"];
        if (form.RepliedOn < objection.ReceivedOn) return [$"答复日期早于收到日期 {objection.ReceivedOn:yyyy-MM-dd}。"];
        var reply = new NoticeReply
        {
            ObjectionId = objection.Id,
            ProjectId = objection.ProjectId,
            Kind = form.ReplyKind,
            Summary = form.Summary!.Trim(),
            Text = form.Answer!.Trim(),
            RepliedOn = form.RepliedOn!.Value,
            IsPublished = form.IsPublished && form.ReplyKind == ReplyKind.Answered,
            By = access.Value.UserName,
            At = time.GetUtcNow(),
        };
        db.NoticeReplies.Add(reply);
        audit.Add("NoticeObjectionAnswered", reply, $"异议 {objection.Receipt}", reply.Kind.Name());
        await db.SaveChangesAsync();
        return [];
    }

    /// <summary>Writes an objection down under the next number; also for those who have no account.</summary>
    public static async Task<NoticeObjection> KeepAsync(PortalDbContext db, AuditTrail audit, Notice notice, ObjectionChannel channel, string? person, string text, DateOnly on, string by, DateTimeOffset at)
    {
        await db.TakeTurnAsync(notice.SeriesId);
        // The same form sent twice is one objection.
        if (await db.NoticeObjections.AsNoTracking().FirstOrDefaultAsync(o => o.SeriesId == notice.SeriesId && o.Channel == channel && o.ReceivedOn == on && o.Person == person && o.Text == text) is { } same) return same;
        var number = (await db.NoticeObjections.Where(o => o.SeriesId == notice.SeriesId).MaxAsync(o => (int?)o.Number) ?? 0) + 1;
        var objection = new NoticeObjection { NoticeId = notice.Id, SeriesId = notice.SeriesId, ProjectId = notice.ProjectId, Number = number, Channel = channel, Person = person, Text = text, ReceivedOn = on, RecordedBy = by, RecordedAt = at };
        db.NoticeObjections.Add(objection);
        audit.Add("NoticeObjectionReceived", objection, $"{notice.Title} · 异议 {objection.Receipt}");
        await db.SaveChangesAsync();
        return objection;
    }

    private async Task WriteAsync(Notice notice, NoticeForm form, NoticeRule? rule)
    {
        (notice.Kind, notice.RuleKey, notice.Title, notice.Text) = (form.Kind!.Value, rule?.Key, form.Title!.Trim(), form.Text!.ReplaceLineEndings("\n").Trim());
        (notice.Body, notice.Place, notice.Contact) = (form.Body!.Trim(), form.Place!.Trim(), form.Contact!.Trim());
        (notice.Days, notice.Unit, notice.ExtendsOverHolidays) = rule is null ? (form.Days!.Value, DayUnit.Unstated, false) : (rule.Term.Days, rule.Term.Unit, rule.Term.ExtendsOverHolidays);
        notice.SchemeId = notice.Kind == NoticeKind.Scheme ? form.SchemeId : null;
        notice.Chosen = notice.Unit == DayUnit.Unstated ? form.Chosen : DayUnit.Unstated;
        if (form.Ballot is { } ballot && notice.Kind == NoticeKind.BallotResult) notice.List = await drafts.ListAsync(ballot);
        if (notice.Kind != NoticeKind.BallotResult) notice.List = null;
    }

    private void Expect(Notice notice, long version)
    {
        db.Entry(notice).Property(n => n.Version).OriginalValue = version;
        db.Entry(notice).Property(n => n.Version).IsModified = true;
    }

    private void End(Notice notice, NoticeState state, DateOnly on, string? reason) => (notice.State, notice.EndedOn, notice.EndReason, notice.EndedBy) = (state, on, reason, access.Value.UserName);

    private async Task<IReadOnlyList<string>> SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
            return [];
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return [Stale];
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { ConstraintName: Notice.UniqueRevision })
        {
            db.ChangeTracker.Clear();
            return [Stale];
        }
    }
}
