namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>Schemes and reviews already there, written past the pages.</summary>
public static class SchemeRegistry
{
    /// <summary>A fixed version and a draft after it, a review with an opinion, a packet and a decision; draft and review have the estate's own id, so that their addresses can be made.</summary>
    public static Task SchemedAsync(this County county, Guid project, Guid estate, string canary)
    {
        var first = Guid.CreateVersion7();
        return county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.schemes (tenant_id, id, project_id, number, state, sources, answers_json, has_proof, made_by, made_at, version) values ('{county.Id}', '{first}', '{project}', 1, 'Draft', '{"{}"}', '{"{}"}', false, '{canary}', '2026-11-01', 0);
            insert into portal.scheme_items (tenant_id, id, scheme_id, project_id, sequence, item_key, name, class_name, quantity, unit, unit_cost) values ('{county.Id}', gen_random_uuid(), '{first}', '{project}', 1, 'roads', '{canary}', '基础类', 10, '㎡', 5);
            update portal.schemes set state = 'Fixed', fixed_at = '2026-11-02', fixed_by = '{canary}', text = '{canary}' where id = '{first}';
            insert into portal.schemes (tenant_id, id, project_id, number, state, reason, sources, answers_json, has_proof, made_by, made_at, version) values ('{county.Id}', '{estate}', '{project}', 2, 'Draft', '{canary}', '{"{}"}', '{"{}"}', false, '{canary}', '2026-11-03', 0);
            insert into portal.scheme_items (tenant_id, id, scheme_id, project_id, sequence, item_key, name, class_name) values ('{county.Id}', gen_random_uuid(), '{estate}', '{project}', 1, 'roads', '{canary}', '基础类');
            insert into portal.reviews (tenant_id, id, project_id, scheme_id, kind, opened_on, bodies, answers_json, has_proof, opened_by, opened_at, version) values ('{county.Id}', '{estate}', '{project}', '{first}', 'City', '2026-11-02', array['{canary}'], '{"{}"}', false, '{canary}', '2026-11-02', 0);
            insert into portal.review_opinions (tenant_id, id, review_id, project_id, body, kind, "on", recorded_by, recorded_at) values ('{county.Id}', gen_random_uuid(), '{estate}', '{project}', '{canary}', 'Agree', '2026-11-03', '{canary}', now());
            insert into portal.review_packets (tenant_id, review_id, project_id, bytes, size, made_by, made_at) values ('{county.Id}', '{estate}', '{project}', '\x00', 1, '{canary}', now());
            insert into portal.review_decisions (tenant_id, id, county_id, project_id, review_id, has_passed, "on", by, by_id, at) values ('{county.Id}', gen_random_uuid(), '{county.Id}', '{project}', gen_random_uuid(), true, '2026-11-03', '{canary}', gen_random_uuid(), now())
            """);
    }

    /// <summary>A stage was reached.</summary>
    public static Task ReachedAsync(this County county, Guid project, string stage) => county.Portal.Sql.AppAsync(county.Scope, $"""
        insert into portal.project_steps (tenant_id, id, project_id, stage_key, kind, "on", by, by_id, at) values ('{county.Id}', gen_random_uuid(), '{project}', '{stage}', 'Reached', '2026-11-01', '试验', gen_random_uuid(), '2026-11-01')
        """);
}
