namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>A published sheet with a draft of a self-assessment, a review and a result, written past the pages; the sheet bears the estate's id.</summary>
public static class EvaluationRows
{
    public static Task EvaluatedAsync(this County county, Guid estate, string canary) => county.Portal.Sql.AppAsync(county.Scope, $"""
        insert into portal.evaluations (tenant_id, id, year, name, full_marks, grades, bonus_limit, state, made_by, made_at, version) values ('{county.Id}', '{estate}', 2026, '{canary}', 10, '优秀 超过8；差', 0, 'Draft', '{canary}', '2026-11-01', 0);
        insert into portal.evaluation_criteria (tenant_id, id, evaluation_id, sequence, "group", name, marks, needs_evidence) values ('{county.Id}', '{estate}', '{estate}', 1, '{canary}', '{canary}', 10, false);
        update portal.evaluations set state = 'Published', published_by = '{canary}', published_at = '2026-11-02' where id = '{estate}';
        insert into portal.self_assessments (tenant_id, id, evaluation_id, state, items, marks, remarks, figures, saved_by, saved_at, version) values ('{county.Id}', gen_random_uuid(), '{estate}', 'Draft', array['{estate}']::uuid[], array[9]::numeric[], array['{canary}'], array[null::text], '{canary}', '2026-11-03', 0);
        insert into portal.evaluation_rounds (tenant_id, id, evaluation_id, edition, state, opened_by, opened_at, version) values ('{county.Id}', '{estate}', '{estate}', 1, 'Open', '{canary}', '2026-11-04', 0);
        insert into portal.county_reviews (tenant_id, id, round_id, county_id, items, marks, reasons, points, whys, by, at, version) values ('{county.Id}', gen_random_uuid(), '{estate}', '{county.Id}', array['{estate}']::uuid[], array[8]::numeric[], array['{canary}'], array[]::numeric[], array[]::text[], '{canary}', '2026-11-05', 0);
        insert into portal.county_results (tenant_id, id, round_id, county_id, county_name, sequence, self, total, grade, rank) values ('{county.Id}', gen_random_uuid(), '{estate}', '{county.Id}', '{canary}', 1, 9, 8, '差', 1);
        update portal.evaluation_rounds set state = 'Published', published_by = '{canary}', published_at = '2026-11-06' where id = '{estate}'
        """);
}
