using static OldEstateRenewal.Web.Data.WallSql;

namespace OldEstateRenewal.Web.Data;

/// <summary>
/// What keeps a spot check honest: a fixed list takes no further candidate, a drawn one no further lot, and nothing of either is ever changed; and who reads across tenants: a county what
/// concerns it, and the lists from which its projects were drawn.
/// </summary>
public static class SpotCheckTriggers
{
    public const string Sql = $"""
        create or replace function portal.keep_check_list() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          if new.sequence not between 1 and (select candidates from check_lists where tenant_id = new.tenant_id and id = new.list_id)
          then raise exception 'a fixed list takes no further candidate' using errcode = '42501'; end if;
          return new;
        end $$;
        create or replace trigger keep_check_list before insert on portal.check_candidates for each row execute function portal.keep_check_list();
        create or replace function portal.keep_draw() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          if not exists (select from check_closings where tenant_id = new.tenant_id and id = new.closing_id and list_id = new.list_id and kind = 'Drawn')
          then raise exception 'only a draw gives lots' using errcode = '42501'; end if;
          if tg_table_name = 'check_lots' then
            if new.place not between 1 and (select candidates from check_lists where tenant_id = new.tenant_id and id = new.list_id)
            then raise exception 'a list has no more lots than candidates' using errcode = '42501'; end if;
          elsif not exists (select from check_candidates where tenant_id = new.tenant_id and list_id = new.list_id and county_id = new.county_id)
          then raise exception 'a county without candidates has no places' using errcode = '42501'; end if;
          return new;
        end $$;
        create or replace trigger keep_draw before insert on portal.check_lots for each row execute function portal.keep_draw();
        create or replace trigger keep_draw before insert on portal.check_quotas for each row execute function portal.keep_draw();
        do $keep$
        declare kept text;
        begin
          foreach kept in array array['check_lists', 'check_candidates', 'check_closings', 'check_lots', 'check_quotas', 'check_visits', 'check_findings', 'finding_mendings', 'finding_verdicts', 'evidence_contents'] loop
            execute format('create or replace trigger refuse_change before update or delete on portal.%I for each row execute function portal.refuse_change()', kept);
          end loop;
          foreach kept in array array['check_candidates', 'check_lots', 'check_visits', 'check_findings', 'finding_verdicts'] loop
            execute format('drop policy if exists to_county on portal.%I', kept);
            execute format($policy$create policy to_county on portal.%1$I for select to {DatabaseSetup.App}, {DatabaseSetup.Supervisor} using ({Above} and county_id = {Asking}
              and (nullif(current_setting('app.street', true), '') is null or exists (select from portal.project_estates pe where pe.tenant_id = %1$I.county_id and pe.project_id = %1$I.project_id)))$policy$, kept);
          end loop;
          foreach kept in array array['check_lists', 'check_closings'] loop
            execute format('drop policy if exists to_drawn_county on portal.%I', kept);
            execute format($policy$create policy to_drawn_county on portal.%1$I for select to {DatabaseSetup.App}, {DatabaseSetup.Supervisor} using ({Above}
              and exists (select from portal.check_quotas q where q.tenant_id = %1$I.tenant_id and q.list_id = %1$I.%2$I and q.county_id = {Asking}))$policy$, kept, case kept when 'check_lists' then 'id' else 'list_id' end);
          end loop;
        end $keep$;
        drop policy if exists to_county on portal.check_quotas;
        create policy to_county on portal.check_quotas for select to {DatabaseSetup.App}, {DatabaseSetup.Supervisor} using ({Above} and county_id = {Asking});

        """;
}
