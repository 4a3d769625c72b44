namespace OldEstateRenewal.Web.Data;

/// <summary>Numbers of reports run through the whole tenant, also for a street that sees but its own; and what was made stays as it was made.</summary>
public static class ReportTriggers
{
    public const string Sql = $"""
        create or replace function portal.last_report_number(of_year int) returns int language plpgsql security definer set search_path = portal, pg_temp as $$
        declare own text := coalesce(current_setting('app.street', true), ''); last int;
        begin
          perform set_config('app.street', '', true);
          select coalesce(max(number), 0) into last from report_files where tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and year = of_year;
          perform set_config('app.street', own, true);
          return last;
        end $$;
        revoke all on function portal.last_report_number(int) from public;
        grant execute on function portal.last_report_number(int) to {DatabaseSetup.App};
        create or replace function portal.keep_report() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          if (old.tenant_id, old.id, old.year, old.number, old.key, old.name, old.format, old.parameters, old.is_household, old.street_id, old.batch_id, old.made_by_id, old.asked_at, old.code, old.site)
            is distinct from (new.tenant_id, new.id, new.year, new.number, new.key, new.name, new.format, new.parameters, new.is_household, new.street_id, new.batch_id, new.made_by_id, new.asked_at, new.code, new.site)
          then raise exception 'what a report was asked for is never changed' using errcode = '42501'; end if;
          if old.state in ('Done', 'Cancelled', 'Failed') and to_jsonb(old) - 'cleared_at' is distinct from to_jsonb(new) - 'cleared_at'
          then raise exception 'a report that was made is never changed' using errcode = '42501'; end if;
          return new;
        end $$;
        create or replace trigger keep_report before update on portal.report_files for each row execute function portal.keep_report();
        create or replace trigger refuse_change before update or delete on portal.paper_template_versions for each row execute function portal.refuse_change();

        """;
}
