using static OldEstateRenewal.Web.Data.WallSql;

namespace OldEstateRenewal.Web.Data;

/// <summary>
/// What keeps an evaluation honest: a published sheet, a sent self-assessment and a published round with its reviews and results stay as they are; and who reads across tenants: the counties the
/// published sheets and results, each county its own review once it is published.
/// </summary>
public static class EvaluationTriggers
{
    public const string Sql = $"""
        create or replace function portal.keep_evidence() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          if exists (select from self_assessments where tenant_id = new.tenant_id and id = new.subject_id and state = 'Sent') or (tg_op = 'UPDATE' and exists (select from finding_mendings where tenant_id = old.tenant_id and id = old.subject_id))
          then raise exception 'the papers of what was sent are never changed' using errcode = '42501'; end if;
          return new;
        end $$;
        create or replace trigger keep_final before update or delete on portal.evaluations for each row execute function portal.keep_closed('Published');
        create or replace trigger keep_final before update or delete on portal.self_assessments for each row execute function portal.keep_closed('Sent');
        create or replace trigger keep_final before update or delete on portal.evaluation_rounds for each row execute function portal.keep_closed('Published');
        create or replace trigger keep_criteria before insert or update or delete on portal.evaluation_criteria for each row execute function portal.keep_rows_of('evaluations', 'evaluation_id', 'Published');
        create or replace trigger keep_round before insert or update or delete on portal.county_reviews for each row execute function portal.keep_rows_of('evaluation_rounds', 'round_id', 'Published');
        create or replace trigger keep_round before insert on portal.county_results for each row execute function portal.keep_rows_of('evaluation_rounds', 'round_id', 'Published');
        create or replace trigger refuse_change before update or delete on portal.county_results for each row execute function portal.refuse_change();
        create or replace trigger keep_evidence before insert or update on portal.evidence_papers for each row execute function portal.keep_evidence();

        drop policy if exists to_counties on portal.evaluations;
        create policy to_counties on portal.evaluations for select to {DatabaseSetup.App}, {DatabaseSetup.Supervisor} using ({Above} and state = 'Published');
        drop policy if exists to_counties on portal.evaluation_criteria;
        create policy to_counties on portal.evaluation_criteria for select to {DatabaseSetup.App}, {DatabaseSetup.Supervisor} using ({Above} and exists (select from portal.evaluations e where e.tenant_id = evaluation_criteria.tenant_id and e.id = evaluation_criteria.evaluation_id and e.state = 'Published'));
        drop policy if exists to_counties on portal.evaluation_rounds;
        create policy to_counties on portal.evaluation_rounds for select to {DatabaseSetup.App}, {DatabaseSetup.Supervisor} using ({Above} and state = 'Published');
        drop policy if exists to_counties on portal.county_results;
        create policy to_counties on portal.county_results for select to {DatabaseSetup.App}, {DatabaseSetup.Supervisor} using ({Above} and exists (select from portal.evaluation_rounds r where r.tenant_id = county_results.tenant_id and r.id = county_results.round_id and r.state = 'Published'));
        drop policy if exists to_county on portal.county_reviews;
        create policy to_county on portal.county_reviews for select to {DatabaseSetup.App}, {DatabaseSetup.Supervisor} using ({Above} and county_id = {Asking} and exists (select from portal.evaluation_rounds r where r.tenant_id = county_reviews.tenant_id and r.id = county_reviews.round_id and r.state = 'Published'));

        """;
}
