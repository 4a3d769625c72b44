using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Reviews;

/// <summary>Writes reviews of a county. Every act gives back why it was refused; an empty list means that it is saved.</summary>
public sealed class ReviewService(PortalDbContext db, AuditTrail audit, CurrentAccess access, ReviewBook book, ReviewReader reader, ReviewPackets packets, SchemeReader schemes, TimeProvider time)
{
    public async Task<(Guid Id, IReadOnlyList<string> Refusals)> OpenAsync(Guid projectId, ReviewForm form)
    {
        await db.TakeTurnAsync(projectId);
        var list = (await reader.ListAsync(projectId, form))!;
        if (list.Offers.FirstOrDefault(offer => offer.Ask.Kind == form.Kind) is not { } offer) return (Guid.Empty, ["本地文件的流程中没有这种审查。"]);
        if (offer.Against.Count > 0) return (Guid.Empty, offer.Against);
        if (WhyNotOn(form.OpenedOn, list.Newest!) is { } wrong) return (Guid.Empty, [wrong]);
        if (form.Others.Except(offer.Others).Any() || form.Others.Count > Review.MostBodies) return (Guid.Empty, ["请从列出的部门中选择。"]);
        var review = new Review
        {
            TenantId = access.Value.Tenant.Id,
            ProjectId = projectId,
            SchemeId = list.Newest!.Id,
            Kind = offer.Ask.Kind,
            OpenedOn = form.OpenedOn!.Value,
            Bodies = [.. offer.Ask.Bodies.Concat(form.Others).Distinct()],
            Remark = form.Remark.OrNull(),
            OpenedBy = access.Value.UserName,
            OpenedAt = time.GetUtcNow(),
        };
        db.Reviews.Add(review);
        if (review.Kind == ReviewKind.City) await PackAsync(review, list);
        audit.Add("ReviewOpened", review, $"{list.Project.Name}改造方案{list.Newest.Name} · {review.Kind.Name()}", review.Remark);
        return (review.Id, await SaveAsync());
    }

    /// <summary>The tests of simplified procedures, answered by someone on a day.</summary>
    public async Task<IReadOnlyList<string>> AnswerAsync(ReviewPage page, ReviewTestsForm form)
    {
        var known = page.Tests.Select(test => test.Key).ToHashSet();
        var said = form.Tests.Where(test => test.Value is not null && known.Contains(test.Key)).ToList();
        if (page.Standing.State == ReviewState.Passed) return ["审查已通过，不再改动。"];
        if (said.Count == 0) return ["请至少回答一项条件。"];
        if (form.By.OrNull() is not { } by || form.On is not { } on) return ["请填写由谁核实、核实的日期。"];
        if (on > ChinaTime.Today(time)) return ["核实的日期不能在今天之后。"];
        var review = page.Review;
        db.Entry(review).Property(r => r.Version).OriginalValue = form.Version;
        var answers = ReviewAnswers.Read(review.AnswersJson);
        foreach (var (key, holds) in said)
            if (answers.Tests.GetValueOrDefault(key)?.Holds != holds) answers.Tests[key] = new ReviewAnswer(holds!.Value, by, on);
        review.AnswersJson = answers.Write();
        audit.Add("ReviewTested", review, NameOf(review), string.Join("；", page.Tests.Where(test => answers.Tests.ContainsKey(test.Key)).Select(test => $"{test.Name}：{(answers.Tests[test.Key].Holds ? "是" : "否")}")));
        return await SaveAsync();
    }

    public async Task<IReadOnlyList<string>> SpeakAsync(Guid id, OpinionForm form)
    {
        if (await book.FindAsync(id) is not { } review) return [];
        await db.TakeTurnAsync(review.ProjectId);
        var standing = await book.StandingAsync(review);
        var refusals = ReviewRules.WhyNotSpeak(standing, await schemes.NewestAsync(review.ProjectId), review.Kind == ReviewKind.City ? await book.CityAsync() : null);
        if (refusals.Count > 0) return refusals;
        if (!review.Bodies.Contains(form.Body)) return ["请从参加审查的部门中选择。"];
        if (form.Kind is not { } kind || !Enum.IsDefined(kind)) return ["请选择同意或退回。"];
        if (kind != OpinionKind.Agree && string.IsNullOrWhiteSpace(form.Text)) return [kind == OpinionKind.Return ? "退回的，请写明理由。" : "附意见的，请写明意见。"];
        if (form.On is not { } on || on < review.OpenedOn || on > ChinaTime.Today(time)) return [$"意见的日期应在 {review.OpenedOn:yyyy-MM-dd} 至今天之间。"];
        var opinion = new ReviewOpinion { ReviewId = id, ProjectId = review.ProjectId, Body = form.Body!, Kind = kind, Text = form.Text.OrNull(), On = on, RecordedBy = access.Value.UserName, RecordedAt = time.GetUtcNow() };
        db.ReviewOpinions.Add(opinion);
        audit.Add("ReviewOpinionRecorded", opinion, $"{NameOf(review)} · {opinion.Body} {kind.Name()}", opinion.Text);
        return await SaveAsync();
    }

    private async Task PackAsync(Review review, ReviewList list)
    {
        var (bytes, missing) = await packets.MakeAsync(list.Project, list.Newest!);
        db.ReviewPackets.Add(new ReviewPacket
        {
            TenantId = review.TenantId,
            ReviewId = review.Id,
            ProjectId = review.ProjectId,
            Bytes = bytes,
            Size = bytes.Length,
            Missing = missing.Count == 0 ? null : string.Join("\n", missing),
            MadeBy = access.Value.UserName,
            MadeAt = time.GetUtcNow(),
        });
    }

    private string? WhyNotOn(DateOnly? day, Scheme scheme) => day switch
    {
        null => "请填写受理（报送）日期，如 2026-11-21。",
        { } on when on > ChinaTime.Today(time) => "受理（报送）日期不能在今天之后。",
        { } on when on < DateOnly.FromDateTime(scheme.FixedAt!.Value.ToChina().DateTime) => $"受理（报送）日期不能早于方案确定之日 {scheme.FixedAt.Value.ToChina():yyyy-MM-dd}。",
        _ => null,
    };

    private static string NameOf(Review review) => $"{review.Project!.Name}改造方案{review.Scheme!.Name} · {review.Kind.Name()}";

    private async Task<IReadOnlyList<string>> SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
            return [];
        }
        catch (DbUpdateConcurrencyException)
        {
            return ["他人刚刚修改了此次审查，请核对后再保存。"];
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { ConstraintName: Review.OneOfAVersion })
        {
            return ["此版方案已提交审查。"];
        }
    }
}
