using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Tasks;

/// <summary>Open ballots: what is not recorded by the moment that was set is not counted.</summary>
public sealed class BallotTasks(PortalDbContext db, CurrentAccess access) : ITaskSource
{
    public async Task<IReadOnlyList<WaitingTask>> ReadAsync()
    {
        if (!access.May(Duty.ReadBallots)) return [];
        var open = await db.Ballots.AsNoTracking().Where(b => b.State == BallotState.Open && b.ClosesAt != null).OrderBy(b => b.ClosesAt).Select(b => new { b.Id, b.Name, Estate = b.Estate!.Name, Street = b.Estate.Street!.Name, b.ClosesAt }).ToListAsync();
        return open.Select(ballot => new WaitingTask($"ballot-{ballot.Id}", $"{ballot.Estate}：{ballot.Name}，{ballot.ClosesAt!.Value.ToChinaText()} 截止", $"/ballots/{ballot.Id}", ballot.Street ?? TaskBodies.Bureau, "开始时确定的截止时间，到时自动截止")
        {
            DueOn = DateOnly.FromDateTime(ballot.ClosesAt!.Value.ToChina().DateTime),
            Street = ballot.Street,
            IsMine = access.May(Duty.RecordVotes) || access.May(Duty.CloseBallots),
            Outside = $"{ballot.Estate}：表决征询 {ballot.ClosesAt.Value.ToChinaText()} 截止",
        }).ToList();
    }
}
