using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Holidays;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Reviews;

/// <summary>Reads reviews: those of a project with what can be opened, and one with its clock.</summary>
public sealed class ReviewReader(PortalDbContext db, ReviewBook book, ReviewPackets packets, SchemeReader schemes, GateBook gates, PolicyShelf policies, CountyCalendar days, CurrentAccess access, TimeProvider time)
{
    private const int MostDaysAhead = 20;

    public async Task<ReviewList?> ListAsync(Guid projectId, ReviewForm form)
    {
        var project = await db.Projects.AsNoTracking().Include(p => p.Estates).ThenInclude(e => e.Estate).Include(p => p.Steps).AsSplitQuery().SingleOrDefaultAsync(p => p.Id == projectId);
        if (project is null) return null;
        var (newest, known) = (await schemes.NewestAsync(projectId), await book.OfProjectAsync(projectId));
        var offers = new List<ReviewOffer>();
        var view = (await policies.TodayAsync()).AsOf(project.ProcessOn);
        var process = RenewalProcess.Of(view);
        var doubts = await gates.DoubtsAsync(project, process);
        foreach (var ask in ReviewAsk.Of(process, view)) offers.Add(await OfferAsync(ask, project, newest, known, view, process.Before(ask.Stage.Item.Key).Where(doubts.ContainsKey).Select(key => $"{process.Names[key]}{doubts[key][0].Again}：{doubts[key][0].Why}。").ToList()));
        return new ReviewList(project, newest, offers, known, await book.CityAsync(), form);
    }

    public async Task<ReviewPage?> PageAsync(Guid id)
    {
        if (await book.FindAsync(id) is not { } review) return null;
        var standing = await book.StandingAsync(review);
        var view = (await policies.TodayAsync()).AsOf(review.Project!.ProcessOn);
        var city = review.Kind == ReviewKind.City ? await book.CityAsync() : null;
        var packet = await db.ReviewPackets.AsNoTracking().Where(p => p.ReviewId == id).Select(p => new ReviewPacket { ReviewId = p.ReviewId, ProjectId = p.ProjectId, Bytes = Array.Empty<byte>(), Size = p.Size, Missing = p.Missing, MadeBy = p.MadeBy, MadeAt = p.MadeAt }).SingleOrDefaultAsync();
        var against = ReviewRules.WhyNotSpeak(standing, await schemes.NewestAsync(review.ProjectId), city);
        var files = await AttachmentList.ReadAsync(db, access, AttachmentSubject.Review, id, AttachmentKind.Scan);
        var holidays = await days.ReadAsync();
        return new ReviewPage(standing, Approvals(standing, view, holidays.Calendar), ReviewAnswers.TestsOf(view), against, packet, city, holidays.Caveat(review.OpenedOn, ChinaTime.Today(time).AddDays(MostDaysAhead)) ?? "扣除周末和节假日，调休上班的计入", files with { CanAdd = files.CanAdd && access.May(Security.Duty.EditPlans) && standing.State != ReviewState.Passed });
    }

    private async Task<ReviewOffer> OfferAsync(ReviewAsk ask, Project project, Scheme? newest, IReadOnlyList<ReviewStanding> known, PolicyView view, IReadOnlyList<string> again)
    {
        var (reached, names) = (ProjectSteps.Reached(project.Steps), RenewalProcess.Of(view).Names);
        var before = ask.Stage.Item.After.Where(names.ContainsKey).Select(key => (names[key], reached.ContainsKey(key)));
        var others = view.All(PolicySections.Duties).Where(duty => duty.Item.Kind is BodyKind.Department or BodyKind.Utility && !duty.Item.Body.Contains('、', StringComparison.Ordinal)).Select(duty => duty.Item.Body).Distinct().Except(ask.Bodies).ToList();
        List<string> against = [.. ReviewRules.WhyNotOpen(ask, newest, before, known), .. again];
        var packet = ask.Kind == ReviewKind.City && newest is { State: SchemeState.Fixed } ? await packets.ListAsync(project, newest) : [];
        return new ReviewOffer(ask, against, ask.Kind == ReviewKind.County ? others : [], packet);
    }

    private List<ApprovalLine> Approvals(ReviewStanding standing, PolicyView view, WorkingCalendar calendar)
    {
        var (review, today) = (standing.Review, ChinaTime.Today(time));
        var answers = ReviewAnswers.Read(review.AnswersJson).Values;
        return ReviewAnswers.RulesOf(view).Select(rule =>
        {
            var applies = rule.Item.Applies(answers);
            var clock = applies.Outcome == Outcome.Passed && standing.State != ReviewState.Returned ? rule.Item.Clock(review.OpenedOn, standing.PassedOn, today, calendar) : null;
            return new ApprovalLine(rule, applies, clock, clock is { Kind: DueKind.Ahead } ? calendar.WorkingDaysAfter(today, clock.DueOn) : null);
        }).ToList();
    }
}
