using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Features.Funding;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Responsibilities;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Overviews;

/// <summary>Gathers the leader's page out of what the other features say; it works out no figure of its own.</summary>
public sealed class OverviewReader(PortalDbContext db, WeekReader weeks, FundingReader funding, ResponsibilityBook responsibilities, CurrentAccess access, TimeProvider time)
{
    private const int MostLate = 8;
    private const int MostBallots = 6;
    private const int ClosingDays = 14;
    private const int TrendWeeks = 12;

    public async Task<Overview> ReadAsync(int? asked)
    {
        var page = await weeks.PageAsync(await weeks.WeekAsync(DispatchWeek.MondayOf(weeks.Today)));
        var years = page.Sums.Select(sum => sum.PlanYear).ToList();
        var year = asked is { } of && years.Contains(of) ? of : years.Cast<int?>().FirstOrDefault();
        var (late, more) = await LateAsync();
        return new Overview(year, years, weeks.Today, page.Sums.FirstOrDefault(sum => sum.PlanYear == year), await MoneyAsync(year), late, more, await BallotsAsync(), await TrendAsync(year));
    }

    private async Task<IReadOnlyList<ExecutionLine>> MoneyAsync(int? year) => year is null || !access.May(Duty.ReadFunds) ? []
        : ExecutionBoard.Of(await funding.StandingsAsync(db.FundingGrants.Where(g => g.PlanYear == year)), weeks.Today);

    private async Task<(IReadOnlyList<LateLine>, int)> LateAsync()
    {
        var bodies = await responsibilities.ReadAsync();
        var late = bodies.SelectMany(body => body.Tasks.Where(task => task.Light == Light.Red).Select(task => new { body, task })).OrderBy(each => each.task.Pressing?.Deadline).ThenBy(each => each.task.Project, StringComparer.Ordinal).ToList();
        return (late.Take(MostLate).Select(each => new LateLine(each.task.Project, each.task.ProjectId, each.task.Line.Stage.Item.Name, each.body.Body, each.body.Officer?.Name, each.task.PressingInWords ?? "")).ToList(), Math.Max(0, late.Count - MostLate));
    }

    private async Task<IReadOnlyList<ClosingBallot>> BallotsAsync()
    {
        if (!access.May(Duty.ReadBallots)) return [];
        var (now, until) = (time.GetUtcNow(), time.GetUtcNow().AddDays(ClosingDays));
        return await db.Ballots.AsNoTracking().Where(b => b.State == BallotState.Open && b.ClosesAt != null && b.ClosesAt >= now && b.ClosesAt <= until).OrderBy(b => b.ClosesAt).Take(MostBallots).Select(b => new ClosingBallot(b.Id, b.Name, b.Estate!.Name, b.ClosesAt!.Value)).ToListAsync();
    }

    /// <summary>The approved weeks of the plan year.</summary>
    private async Task<IReadOnlyList<(DateOnly, string, string, decimal?)>> TrendAsync(int? year)
    {
        var first = DispatchWeek.MondayOf(weeks.Today).AddDays(-7 * TrendWeeks);
        var totals = await db.WeekTotals.Counting().Where(t => t.PlanYear == year && t.Week >= first).OrderBy(t => t.Week).ToListAsync();
        return totals.Select(total => (total.Week, Start: Rates.Find(RateKeys.Start)!.Of(total.Figures), Completion: Rates.Find(RateKeys.Completion)!.Of(total.Figures))).Select(each => (each.Week, each.Start.Text, each.Completion.Text, each.Start.Tenths)).ToList();
    }
}
