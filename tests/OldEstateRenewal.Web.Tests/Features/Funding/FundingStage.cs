using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Funding;

/// <summary>A project of one estate in the plan of 2027, and a clerk who keeps its money.</summary>
internal sealed record FundingStage(County County, Guid Estate, Guid Project, Clerk Clerk)
{
    public static readonly string[] Ruicheng = ["ruicheng", "yuncheng", "shanxi", "nation"];

    public static async Task<FundingStage> MakeAsync(PortalFixture fixture, string[]? chain = null, County[]? above = null)
    {
        var county = await County.MakeAsync(fixture.Portal, chain, above: above ?? []);
        var estate = await county.EstateAsync("甲小区", "城关街道");
        return new FundingStage(county, estate, await county.ProjectAsync(estate, "甲小区改造"), await county.ClerkAsync());
    }

    /// <summary>A grant as a clerk enters it.</summary>
    public async Task<Guid> EnterAsync(string source = "中央补助资金（财政资金）", string? earmarked = null)
    {
        var page = (await Clerk.GetAsync("/grants/new?year=2027")).Choose("资金来源", source).Fill("资金名称", "第一批");
        if (earmarked is not null) page.Choose("指定项目", earmarked);
        return (await page.PressAsync("登记")).Id;
    }

    public Task<Page> ActAsync(Guid grant, string kind, string amount, params (string Name, string Value)[] more) => ActAsync(grant, Guid.CreateVersion7(), kind, amount, more);

    public Task<Page> ActAsync(Guid grant, Guid act, string kind, string amount, params (string Name, string Value)[] more) => Clerk.ForgeAsync(
        $"/grants/{grant}/acts", [("ActId", $"{act}"), ("Kind", kind), ("Amount", amount), ("On", "2026-11-20"), ("Reference", "临财建〔2026〕1号"), ("Voucher", "记-12"), .. more]);

    public Task<Page> UseAsync(Guid grant, string part, string amount) => Clerk.ForgeAsync($"/projects/{Project}/funding/uses", ("GrantId", $"{grant}"), ("Part", part), ("Amount", amount));

    /// <summary>The line of a name, as the form of uses knows it.</summary>
    public async Task<string> PartAsync(string name) => (await County.Portal.Sql.AskAppAsync<string>(County.Scope, $"select a.line_id || '|' || a.payer from portal.share_amounts a join portal.share_lines l on l.id = a.line_id join portal.cost_lines c on c.id = l.cost_line_id where c.name = '{name}'"))!;
}
