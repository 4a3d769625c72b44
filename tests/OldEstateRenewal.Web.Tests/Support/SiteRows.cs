using System.Globalization;

namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>What a test finds already on the site of a project, written past the pages.</summary>
public static class SiteRows
{
    /// <summary>A row in every table of the site; each has the project's own id, so that its address can be made.</summary>
    public static Task SiteAsync(this County county, Guid project, Guid estate, string canary) => county.Portal.Sql.AppAsync(county.Scope, $"""
        insert into portal.site_parties (tenant_id, id, project_id, kind, firm, recorded_by, recorded_at) values ('{county.Id}', '{project}', '{project}', 'Water', '{canary}', '{canary}', now());
        insert into portal.party_attendances (tenant_id, id, project_id, party_id, stage, "on", text, by, at) values ('{county.Id}', gen_random_uuid(), '{project}', '{project}', 'Design', '2026-11-01', '{canary}', '{canary}', now());
        insert into portal.site_watchers (tenant_id, id, project_id, kind, origin, name, community, appointed_on, recorded_by, recorded_at) values ('{county.Id}', '{project}', '{project}', 'Volunteer', 'Resident', '{canary}', '{canary}', '2026-11-01', '{canary}', now());
        insert into portal.site_items (tenant_id, id, project_id, estate_id, item_key, name, layer, added_by, added_at, version) values ('{county.Id}', '{project}', '{project}', '{estate}', 'x', '{canary}', 'Any', '{canary}', now(), 0);
        insert into portal.site_progress (tenant_id, id, project_id, item_id, percent, "on", started_on, by, by_id, at) values ('{county.Id}', gen_random_uuid(), '{project}', '{project}', 10, '2026-11-01', '2026-11-01', '{canary}', gen_random_uuid(), now());
        insert into portal.site_inspections (tenant_id, id, project_id, estate_id, kind, "on", inspector, result, by, by_id, at) values ('{county.Id}', '{project}', '{project}', '{estate}', 'Quality', '2026-11-01', '{canary}', '{canary}', '{canary}', gen_random_uuid(), now());
        insert into portal.site_problems (tenant_id, id, project_id, estate_id, kind, severity, text, found_on, found_by, owner, due_on, recorded_by, recorded_by_id, recorded_at) values ('{county.Id}', '{project}', '{project}', '{estate}', 'Quality', 'Minor', '{canary}', '2026-11-01', '{canary}', '{canary}', '2026-11-02', '{canary}', gen_random_uuid(), now());
        insert into portal.problem_steps (tenant_id, id, project_id, problem_id, kind, "on", text, by, by_id, at) values ('{county.Id}', gen_random_uuid(), '{project}', '{project}', 'Solved', '2026-11-01', '{canary}', '{canary}', gen_random_uuid(), now());
        insert into portal.material_tests (tenant_id, id, project_id, estate_id, material, batch, test_number, laboratory, "on", is_passed, by, by_id, at) values ('{county.Id}', gen_random_uuid(), '{project}', '{estate}', '{canary}', '1', '1', '{canary}', '2026-11-01', true, '{canary}', gen_random_uuid(), now());
        insert into portal.green_passes (tenant_id, id, project_id, year, number, kind, plate, route, from_on, until_on, code, issued_by, issued_at) values ('{county.Id}', '{project}', '{project}', 2026, 1, 'Muck', '鲁V00001', '{canary}', '2026-11-01', '2026-12-01', 'ABCDEFGH', '{canary}', now())
        """);

    public static Task ReachAsync(this County county, Guid project, string stage, DateOnly on) => county.Portal.Sql.AppAsync(county.Scope, $"""
        insert into portal.project_steps (tenant_id, id, project_id, stage_key, kind, "on", by, by_id, at) values ('{county.Id}', gen_random_uuid(), '{project}', '{stage}', 'Reached', '{on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}', '试验', gen_random_uuid(), '2026-11-02')
        """);

    public static async Task<Guid> ItemAsync(this County county, Guid project, Guid estate, string name, string layer = "AboveGround", string? due = null)
    {
        var id = Guid.CreateVersion7();
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.site_items (tenant_id, id, project_id, estate_id, item_key, name, layer, planned_finish, added_by, added_at, version) values ('{county.Id}', '{id}', '{project}', '{estate}', '{name}', '{name}', '{layer}', {(due is null ? "null" : $"'{due}'")}, '试验', now(), 0)
            """);
        return id;
    }
}
