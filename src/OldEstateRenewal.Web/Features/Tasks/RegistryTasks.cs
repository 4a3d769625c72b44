using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Twins;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Tasks;

/// <summary>What the registry leaves open: estates of which too little is known, and pairs that may be one.</summary>
public sealed class RegistryTasks(PortalDbContext db, EstateStandings standings, TwinBoard twins, CurrentAccess access) : ITaskSource
{
    private const int MostTwins = 5;
    private const int MostNamed = 5;

    public async Task<IReadOnlyList<WaitingTask>> ReadAsync()
    {
        if (!access.May(Duty.EditRegistry)) return [];
        var known = await standings.ReadAsync();
        var names = (await db.Estates.AsNoTracking().Where(e => e.EndedOn == null).OrderBy(e => e.Id).Select(e => new { e.Id, e.Name }).ToListAsync()).Where(e => known.GetValueOrDefault(e.Id)?.Verdict == EligibilityVerdict.Undetermined).Select(e => e.Name).ToList();
        var tasks = (await twins.ReadAsync()).Where(twin => twin.IsOpen).Take(MostTwins)
            .Select(twin => new WaitingTask($"twins-{twin.Pair.First.Id}-{twin.Pair.Second.Id}", $"{twin.Pair.First.Name}与{twin.Pair.Second.Name}疑似重复登记：{twin.Pair.Why}，请判断。", "/twins", TaskBodies.Bureau, "小区台账：同一小区只登记一次") { Standing = "疑似重复", StandingCss = "bad", IsMine = true }).ToList();
        if (names.Count > 0)
            tasks.Insert(0, new WaitingTask("undetermined", $"{names.Count} 个小区情况未查清，尚不能认定能否纳入改造：{string.Join("、", names.Take(MostNamed))}{(names.Count > MostNamed ? " 等" : "")}", $"/estates?verdict={EligibilityVerdict.Undetermined}", TaskBodies.Bureau, "资格认定所需的情况") { Standing = "待查", IsMine = true });
        return tasks;
    }
}
