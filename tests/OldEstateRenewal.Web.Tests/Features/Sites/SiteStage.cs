using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Sites;

/// <summary>A project of one estate whose works began on 1 October 2026, unless said otherwise.</summary>
internal sealed record SiteStage(County County, Guid Estate, Guid Project, Clerk Clerk)
{
    public string Site => $"/projects/{Project}/site";

    public static async Task<SiteStage> MakeAsync(PortalFixture fixture, bool started = true, string[]? chain = null)
    {
        var county = await fixture.CountyAsync(chain);
        var estate = await county.EstateAsync("甲小区", "城关街道");
        var project = await county.ProjectAsync(estate, "甲小区改造");
        if (started) await county.ReachAsync(project, "start", new DateOnly(2026, 10, 1));
        return new SiteStage(county, estate, project, await county.ClerkAsync());
    }

    public Task<Guid> ItemAsync(string name, string layer = "AboveGround", string? due = null) => County.ItemAsync(Project, Estate, name, layer, due);

    public Task<Page> ReportAsync(Guid item, int percent, string on, string? finished = null, string? remark = null) =>
        Clerk.ForgeAsync($"{Site}/items/{item}/progress", ("Percent", $"{percent}"), ("On", on), ("FinishedOn", finished ?? ""), ("Remark", remark ?? ""));

    public Task<Page> FindAsync(string text, string severity = "Minor", string due = "2026-11-30") => Clerk.ForgeAsync(
        $"{Site}/problems", ("Text", text), ("Kind", "Quality"), ("Severity", severity), ("EstateId", $"{Estate}"), ("FoundOn", "2026-11-01"), ("FoundBy", "监理单位"), ("Owner", "施工单位"), ("DueOn", due));

    public Task<Page> PartyAsync(string kind, string firm, string phone = "") => Clerk.ForgeAsync($"{Site}/parties", ("Kind", kind), ("Firm", firm), ("OfficePhone", phone));
}
