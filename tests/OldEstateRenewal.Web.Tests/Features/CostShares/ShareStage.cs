using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.CostShares;

/// <summary>A project with a fixed cost sheet, and a clerk who says who pays what.</summary>
public sealed record ShareStage(County County, Guid Project, Guid Cost, Clerk Clerk)
{
    public static readonly string[] Liaocheng = ["liaocheng", "shandong", "nation"];
    public static readonly string[] Ruicheng = ["ruicheng", "yuncheng", "shanxi", "nation"];
    public static readonly string[] Taian = ["taian", "shandong", "nation"];

    public static async Task<ShareStage> MakeAsync(County county, int households, string stage, params CostRow[] lines)
    {
        var project = await county.ProjectAsync(await county.EstateAsync("甲小区", "城关街道", households: households, area: 20000), "甲小区");
        return new ShareStage(county, project, await county.FixedCostAsync(project, stage, lines), await county.ClerkAsync());
    }

    /// <summary>A first sheet, worked out by the documents of the day.</summary>
    public async Task<Page> StartAsync() => await (await Clerk.GetAsync($"/projects/{Project}/shares?cost={Cost}")).PressAsync("编制费用分担");

    public async Task<Page> EditAsync(Func<Page, Page> fill) => await fill(await Clerk.GetAsync($"/shares/{await NewestAsync()}/edit")).PressAsync("保存");

    public Task<Guid> NewestAsync() => County.Portal.Sql.AskAppAsync<Guid>(County.Scope, $"select id from portal.share_sheets where project_id = '{Project}' order by number desc limit 1");

    /// <summary>Who pays what of each line, as the page tells it.</summary>
    public static string[] Amounts(Page page) => page.Rows().Select(row => row[3]).ToArray();

    /// <summary>The sums by payer: name, amount, amount of a household.</summary>
    public static string[][] Sums(Page page) => page.Document.QuerySelectorAll("main table")[1].QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td").Take(3).Select(cell => cell.TextContent.Trim()).ToArray()).ToArray();
}
