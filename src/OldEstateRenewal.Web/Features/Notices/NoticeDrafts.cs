using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Notices;

/// <summary>Writes the first wording of a notice from what the portal knows, and the masked list of households.</summary>
public sealed class NoticeDrafts(PortalDbContext db, CurrentAccess access, TimeProvider time)
{
    public async Task<NoticeForm> WriteAsync(Project project, NoticeKind kind, string? rule, Guid? ballot)
    {
        var estates = string.Join("、", project.Estates.Select(estate => estate.Estate!.Name));
        return new NoticeForm
        {
            Kind = kind,
            RuleKey = rule,
            Ballot = ballot,
            Title = Cut($"{(project.Name.EndsWith("改造", StringComparison.Ordinal) ? project.Name[..^2] : project.Name)}{kind.Name()}", Notice.TitleLength),
            Text = Cut(await TextAsync(project, kind, ballot), Notice.TextLength),
            Body = Cut($"{access.Value.Tenant.Name}住房和城乡建设局", Notice.BodyLength),
            Place = Cut($"{estates}公告栏、各单元入口", Notice.PlaceLength),
            Days = rule is null ? 5 : null,
        };
    }

    /// <summary>A notice of the county itself: the list of a plan, or an announcement to be written.</summary>
    public async Task<NoticeForm> WriteAsync(NoticeKind kind, Guid? plan)
    {
        var county = access.Value.Tenant.Name;
        var listed = kind == NoticeKind.PlanList ? await db.Plans.AsNoTracking().Where(p => p.Id == plan).Select(p => new { p.Year, Entries = p.Entries.OrderBy(e => e.Sequence).Select(e => new { e.Name, e.Street }).ToList() }).SingleOrDefaultAsync() : null;
        var list = listed is null ? $"{Blank}公示内容。）" : string.Join('\n', listed.Entries.Select((entry, at) => $"{at + 1}. {entry.Name}{(entry.Street.OrNull() is { } street ? $"（{street}）" : "")}"));
        var opening = listed is null ? "" : $"{county}{listed.Year}年城镇老旧小区改造计划拟列入下列 {listed.Entries.Count} 个小区，现予公示。\n";
        // A list cut short would be a wrong list.
        if (opening.Length + list.Length + Remedy.Length + 2 > Notice.TextLength) list = $"{Blank}小区过多，正文放不下，请写明“名单附后”，并随公示张贴计划表。）";
        return new NoticeForm
        {
            Kind = kind,
            Title = Cut(listed is null ? $"{county}{kind.Name()}" : $"{county}{listed.Year}年城镇老旧小区改造{kind.Name()}", Notice.TitleLength),
            Text = $"{opening}{list}\n{Remedy}",
            Body = Cut($"{county}住房和城乡建设局", Notice.BodyLength),
            Place = Cut($"{county}政府网站、各有关小区公告栏", Notice.PlaceLength),
            Days = 5,
        };
    }

    /// <summary>The households of a closed ballot, a line each, without names and without whole room numbers: 1号楼 2单元 3** 已投票.</summary>
    public async Task<string?> ListAsync(Guid ballotId)
    {
        var voted = (await db.BallotVotes.AsNoTracking().Current(db).Where(v => v.BallotId == ballotId).Select(v => v.DwellingId).Distinct().ToListAsync()).ToHashSet();
        var roll = await db.RollEntries.AsNoTracking().Standing(db).Where(e => e.BallotId == ballotId && e.Exclusion == null).OrderBy(e => e.Building).ThenBy(e => e.Entrance).ThenBy(e => e.Storey).ThenBy(e => e.Position).ToListAsync();
        var lines = roll.Select(entry => $"{entry.Building}\t{Buildings.HouseholdWords.Place(entry.Entrance, Masked(entry.Room))}\t{(voted.Contains(entry.DwellingId) ? "已投票" : "未投票")}").ToList();
        var text = string.Join('\n', lines);
        return lines.Count == 0 || text.Length > Notice.ListLength ? null : text;
    }

    /// <summary>201 becomes 2**: a neighbour knows it, a stranger does not.</summary>
    public static string Masked(string room) => room.Length < 2 ? "*" : room[..1] + new string('*', room.Length - 1);

    private async Task<string> TextAsync(Project project, NoticeKind kind, Guid? ballot) => kind switch
    {
        NoticeKind.Scheme => $"{project.Name}已列入{access.Value.Tenant.Name}{project.PlanYear}年城镇老旧小区改造计划，改造方案已经编制，现予公示。\n一、改造范围\n{Estates(project)}\n二、改造内容\n{Blank}主要改造内容、工程量和费用分担，或写明“详见随附的改造方案”。）\n{Remedy}",
        NoticeKind.PlanList => $"下列小区列入{access.Value.Tenant.Name}{project.PlanYear}年城镇老旧小区改造计划，现予公示。\n{Estates(project)}\n{Remedy}",
        NoticeKind.CandidateList => $"经摸底调查和审核，下列小区拟申报城镇老旧小区改造，现予公示。\n{Estates(project)}\n{Remedy}",
        NoticeKind.BallotResult when ballot is { } id && await ResultAsync(id) is { } result => $"{result}\n各户投票情况见附表；附表隐去姓名和部分室号，各户可凭回执码查询本户的票怎样记录。\n{Remedy}",
        _ => $"{Blank}公示内容。）\n{Remedy}",
    };

    /// <summary>How a gap in a draft begins, that somebody must fill.</summary>
    public const string Blank = "（请填写";

    private const string Remedy = "公示期间对公示内容有异议的，请以来访、电话、信函或者在网上公示栏提出，写明理由；将逐件答复。";

    private async Task<string?> ResultAsync(Guid id)
    {
        if (await db.Ballots.AsNoTracking().Include(b => b.Estate).Include(b => b.Matters).SingleOrDefaultAsync(b => b.Id == id) is not { } ballot || await db.BallotResults.AsNoTracking().SingleOrDefaultAsync(r => r.BallotId == id) is not { } sealed_) return null;
        var notice = new ResultNotice(ballot, sealed_, access.Value.Tenant, time.GetUtcNow());
        var matters = notice.Paper.Matters.Select((matter, at) => $"{at + 1}. {matter.Title}：{ResultNotice.OutcomeOf(matter)}。{(matter.Parts.Count == 1 ? string.Join("；", matter.Parts[0].Criteria) + "。" : "")}");
        return $"{notice.Opening}\n{string.Join('\n', matters)}";
    }

    private static string Estates(Project project) => string.Join('\n', project.Estates.Select((estate, at) => $"{at + 1}. {estate.Estate!.Name}{Figures(estate.Estate)}"));

    private static string Figures(Estates.Estate estate)
    {
        string?[] figures = [estate.Address.OrNull(), estate.BuildingCount is { } buildings ? $"{buildings} 栋" : null, estate.HouseholdCount is { } households ? $"{households} 户" : null, estate.FloorArea is { } area ? $"建筑面积 {area.SquareMetres:0.##} 平方米" : null];
        var known = figures.OfType<string>().ToList();
        return known.Count == 0 ? "。" : $"（{string.Join("，", known)}）。";
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
