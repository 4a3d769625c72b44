using static OldEstateRenewal.Web.Data.WallSql;

namespace OldEstateRenewal.Web.Data;

/// <summary>
/// What keeps reported figures honest: what was sent is never changed, an approved week takes no sheet, an issued bulletin stays as it is; and who reads across tenants: a county its city's remarks
/// about it and the city's issued bulletins. The view tells which totals count: those of a week whose newest fact is the very approval that made them.
/// </summary>
public static class SupervisionTriggers
{
    public const string Sql = $"""
        create or replace function portal.keep_week() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          if coalesce((select kind = 'Approved' from week_steps where tenant_id = new.tenant_id and week = new.week order by at desc, id desc limit 1), false)
          then raise exception 'an approved week takes no sheet' using errcode = '42501'; end if;
          return new;
        end $$;
        create or replace trigger keep_week before insert on portal.weekly_sheets for each row execute function portal.keep_week();
        create or replace trigger keep_bulletin before update or delete on portal.bulletins for each row execute function portal.keep_closed('Issued');
        create or replace trigger keep_bulletin_rows before insert or update or delete on portal.bulletin_rows for each row execute function portal.keep_rows_of('bulletins', 'bulletin_id', 'Issued');
        do $keep$
        declare kept text;
        begin
          foreach kept in array array['weekly_sheets', 'week_steps', 'week_totals', 'figure_returns', 'return_replies', 'bulletin_readings', 'ranking_rules', 'county_shares', 'quarterly_returns'] loop
            execute format('create or replace trigger refuse_change before update or delete on portal.%I for each row execute function portal.refuse_change()', kept);
          end loop;
        end $keep$;

        drop view if exists portal.counting_totals;
        create view portal.counting_totals with (security_invoker = true) as
          select t.* from portal.week_totals t join portal.week_steps s on s.tenant_id = t.tenant_id and s.id = t.step_id
          where not exists (select from portal.week_steps later where later.tenant_id = t.tenant_id and later.week = t.week and (later.at, later.id) > (s.at, s.id));
        grant select on portal.counting_totals to {DatabaseSetup.App}, {DatabaseSetup.Supervisor};
        drop policy if exists to_county on portal.figure_returns;
        create policy to_county on portal.figure_returns for select to {DatabaseSetup.App}, {DatabaseSetup.Supervisor} using ({Above} and county_id = {Asking}
          and (nullif(current_setting('app.street', true), '') is null or exists (select from portal.project_estates pe where pe.tenant_id = figure_returns.county_id and pe.project_id = figure_returns.project_id)));
        drop policy if exists to_counties on portal.bulletins;
        create policy to_counties on portal.bulletins for select to {DatabaseSetup.App}, {DatabaseSetup.Supervisor} using ({Above} and state = 'Issued');
        drop policy if exists to_counties on portal.bulletin_rows;
        create policy to_counties on portal.bulletin_rows for select to {DatabaseSetup.App}, {DatabaseSetup.Supervisor} using ({Above} and exists (select from portal.bulletins b where b.tenant_id = bulletin_rows.tenant_id and b.id = bulletin_rows.bulletin_id and b.state = 'Issued'));
        drop policy if exists to_counties on portal.paper_template_versions;
        create policy to_counties on portal.paper_template_versions for select to {DatabaseSetup.App}, {DatabaseSetup.Supervisor} using ({Above} and exists (select from portal.bulletins b where b.tenant_id = paper_template_versions.tenant_id and b.template_id = paper_template_versions.id and b.state = 'Issued'));

        """;
}
