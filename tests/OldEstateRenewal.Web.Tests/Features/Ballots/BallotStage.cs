using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Ballots;

/// <summary>A county with an estate of a few dwellings, and a ballot brought as far as a test needs it, through the pages.</summary>
internal sealed record BallotStage(County County, Clerk Bureau, Guid Estate, Guid Building)
{
    public static readonly string[] Ruicheng = ["ruicheng", "yuncheng", "shanxi", "nation"];

    /// <summary>One building of two entrances; a dwelling for each area, each with an owner of its own, unless one is named again.</summary>
    public static async Task<BallotStage> MakeAsync(PortalFixture fixture, IReadOnlyList<(string Owner, decimal Area)> homes, string[]? chain = null)
    {
        var county = await fixture.CountyAsync(chain ?? Ruicheng);
        var (estate, building) = (await county.EstateAsync("试验小区", "城关街道"), Guid.CreateVersion7());
        var sql = $"insert into portal.buildings (tenant_id, id, estate_id, name, sequence, is_demonstration, version) values ('{county.Id}', '{building}', '{estate}', '1号楼', 1, false, 0);";
        var owners = homes.Select(home => home.Owner).Distinct().ToDictionary(name => name, _ => Guid.CreateVersion7());
        foreach (var (name, id) in owners) sql += $"insert into portal.owners (tenant_id, id, name, kind, version) values ('{county.Id}', '{id}', '{name}', 'Person', 0);";
        for (var i = 0; i < homes.Count; i++)
        {
            var (dwelling, storey, place) = (Guid.CreateVersion7(), i % 12 / 2 + 1, i % 2 + 1);
            sql += $"""
                insert into portal.dwellings (tenant_id, id, building_id, entrance, storey, room, position, span, kind, holding, registered_area, version) values ('{county.Id}', '{dwelling}', '{building}', {i / 12 + 1}, {storey}, '{storey}0{place}', {place}, 1, 'Dwelling', 'Owned', {homes[i].Area}, 0);
                insert into portal.ownerships (tenant_id, id, dwelling_id, owner_id, recorded_by, recorded_at) values ('{county.Id}', gen_random_uuid(), '{dwelling}', '{owners[homes[i].Owner]}', '试验', '2026-11-01');
                """;
        }

        await county.Portal.Sql.AppAsync(county.Scope, sql);
        return new BallotStage(county, await county.ClerkAsync(), estate, building);
    }

    public static List<(string Owner, decimal Area)> Homes(int count, decimal area = 100) => Enumerable.Range(1, count).Select(n => ($"业主{n}", area)).ToList();

    /// <summary>Prepared with the matters, by their keys.</summary>
    public async Task<Page> PrepareAsync(params string[] matters)
    {
        var form = await Bureau.GetAsync($"/estates/{Estate}/ballots/new");
        foreach (var box in form.Document.QuerySelectorAll("input[name=Matters]").Cast<AngleSharp.Html.Dom.IHtmlInputElement>()) box.IsChecked = matters.Contains(box.Value);
        if (matters.Any(matter => matter.StartsWith("scheme/", StringComparison.Ordinal)) && form.Document.QuerySelector("#SchemeId") is AngleSharp.Html.Dom.IHtmlSelectElement versions) versions.Value = versions.Options[1].Value;
        return await form.Fill("名称", "第一轮征询").Fill("交付表决的内容", "是否同意本小区列入改造计划。").Fill("截止日期", "2099-12-31").PressAsync("保存");
    }

    /// <summary>Open, with the roll checked by the street and displayed.</summary>
    public async Task<Page> OpenAsync(params string[] matters)
    {
        var page = await PrepareAsync(matters);
        Assert.Equal("", page.Problem);
        page = await page.PressAsync("名册已核对");
        page = await page.Fill("公示地点、时间", "公告栏").PressAsync("公示名册");
        Assert.Equal("名册已公示。公示期满、异议答复后开始。", page.Notice);
        page = await page.PressAsync("开始");
        Assert.Equal("已开始。内容、规则、名册已固定。", page.Notice);
        return page;
    }

    public Task<Guid[]?> DwellingsAsync() => County.Portal.Sql.AskAppAsync<Guid[]>(County.Scope, $"select array_agg(id order by entrance, storey, position) from portal.dwellings where building_id = '{Building}'");

    /// <summary>Closed before its time, by the bureau's request and the leader's word.</summary>
    public async Task<Page> CloseAsync(Guid ballot)
    {
        await (await Bureau.GetAsync($"/ballots/{ballot}")).Fill("原因", "全部住户已联系").PressAsync("申请提前截止");
        var closed = await (await (await County.ClerkAsync(Role.Leader)).GetAsync($"/ballots/{ballot}")).PressAsync("确认截止");
        Assert.Equal("已截止，结果已封存。", closed.Notice);
        return closed;
    }

    /// <summary>As if its time had been set so from the beginning: once open it cannot be brought forward by anyone but the administrator.</summary>
    public Task<int> ClosesInAsync(Guid ballot, string interval) => County.Portal.Sql.AdministratorAsync($"set local session_replication_role = replica; update portal.ballots set closes_at = clock_timestamp() + interval '{interval}' where id = '{ballot}'");

    /// <summary>One vote on all matters alike, as the grid sends it.</summary>
    public static Task<Page> VoteAsync(Clerk clerk, Guid ballot, Guid dwelling, string choice, Guid? act = null, string channel = "DoorToDoor", string seen = "") =>
        clerk.ForgeAsync($"/ballots/{ballot}/votes", [("ActId", $"{act ?? Guid.CreateVersion7()}"), ("DwellingId", $"{dwelling}"), ("Choice", choice), ("Channel", channel), ("Signed", "true"), .. seen.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => ("Seen", pair))]);
}
