namespace OldEstateRenewal.Web.Data;

/// <summary>Of a calendar's address only its use and its end may be noted; once revoked it stays so.</summary>
public static class CalendarTriggers
{
    public const string Sql = """
        create or replace function portal.keep_calendar() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          if (old.tenant_id, old.id, old.person_id, old.token_hash, old.made_at) is distinct from (new.tenant_id, new.id, new.person_id, new.token_hash, new.made_at) or old.revoked_at is not null
          then raise exception 'a calendar is never changed, and a revoked one never comes back' using errcode = '42501'; end if;
          return new;
        end $$;
        create or replace trigger keep_calendar before update on portal.calendar_feeds for each row execute function portal.keep_calendar();

        """;
}
