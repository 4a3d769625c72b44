namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>A drawn list with a visit, a finding, its mending and its verdict, written past the pages; what has a page of its own bears the estate's id.</summary>
public static class SpotCheckRows
{
    public static Task CheckedAsync(this County county, Guid project, Guid estate, string canary) => county.Portal.Sql.AppAsync(county.Scope, $"""
        insert into portal.check_lists (tenant_id, id, title, plan_year, places, candidates, fixed_by, fixed_by_id, fixed_at) values ('{county.Id}', '{estate}', '{canary}', 2027, 1, 1, '{canary}', gen_random_uuid(), '2026-11-10');
        insert into portal.check_candidates (tenant_id, id, list_id, sequence, county_id, county_key, county_name, project_id, project_name, phase, code) values ('{county.Id}', '{estate}', '{estate}', 1, '{county.Id}', '{county.Tenant.Key}', '{canary}', '{project}', '{canary}', 'NotStarted', 'x-1');
        insert into portal.check_closings (tenant_id, id, list_id, kind, seed, source, caller, by, by_id, at) values ('{county.Id}', '{estate}', '{estate}', 'Drawn', '7', '{canary}', '{canary}', '{canary}', gen_random_uuid(), '2026-11-11');
        insert into portal.check_lots (tenant_id, id, list_id, closing_id, candidate_id, county_id, project_id, place, hash, is_drawn) values ('{county.Id}', '{estate}', '{estate}', '{estate}', '{estate}', '{county.Id}', '{project}', 1, encode(sha256('7|x-1'::bytea), 'hex'), true);
        insert into portal.check_quotas (tenant_id, id, list_id, closing_id, county_id, county_name, candidates, drawn) values ('{county.Id}', gen_random_uuid(), '{estate}', '{estate}', '{county.Id}', '{canary}', 1, 1);
        insert into portal.check_visits (tenant_id, id, list_id, lot_id, county_id, project_id, visited_on, visitors, by, by_id, at) values ('{county.Id}', '{estate}', '{estate}', '{estate}', '{county.Id}', '{project}', '2026-11-12', '{canary}', '{canary}', gen_random_uuid(), '2026-11-12');
        insert into portal.check_findings (tenant_id, id, visit_id, lot_id, county_id, project_id, sequence, text, severity, due_on) values ('{county.Id}', '{estate}', '{estate}', '{estate}', '{county.Id}', '{project}', 1, '{canary}', 'Minor', '2026-11-15');
        insert into portal.finding_mendings (tenant_id, id, finding_id, project_id, text, mended_on, by, by_id, at) values ('{county.Id}', '{estate}', '{estate}', '{project}', '{canary}', '2026-11-13', '{canary}', gen_random_uuid(), '2026-11-13');
        insert into portal.finding_verdicts (tenant_id, id, finding_id, mending_id, county_id, project_id, kind, reason, by, by_id, at) values ('{county.Id}', gen_random_uuid(), '{estate}', '{estate}', '{county.Id}', '{project}', 'SentBack', '{canary}', '{canary}', gen_random_uuid(), '2026-11-14');
        insert into portal.evidence_papers (tenant_id, id, subject_id, project_id, file_name, content_type, size, sha256, by, by_id, at) values ('{county.Id}', '{estate}', '{estate}', '{project}', '{canary}.pdf', 'application/pdf', 3, sha256('abc'::bytea), '{canary}', gen_random_uuid(), '2026-11-13');
        insert into portal.evidence_contents (tenant_id, paper_id, bytes) values ('{county.Id}', '{estate}', 'abc'::bytea)
        """);
}
