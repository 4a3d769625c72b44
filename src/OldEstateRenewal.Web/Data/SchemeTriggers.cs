namespace OldEstateRenewal.Web.Data;

/// <summary>What keeps a fixed scheme as it was fixed, whatever the application does; what was sent to a review, and said in one, too.</summary>
public static class SchemeTriggers
{
    public const string Sql = """
        create or replace function portal.keep_scheme() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          if old.state <> 'Draft' then raise exception 'a fixed scheme is never changed' using errcode = '42501'; end if;
          return new;
        end $$;
        create or replace function portal.keep_scheme_items() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          if (tg_op <> 'DELETE' and (select state from schemes where tenant_id = new.tenant_id and id = new.scheme_id) is distinct from 'Draft')
            or (tg_op <> 'INSERT' and (select state from schemes where tenant_id = old.tenant_id and id = old.scheme_id) is distinct from 'Draft')
          then raise exception 'the items of a fixed scheme are never changed' using errcode = '42501'; end if;
          return coalesce(new, old);
        end $$;
        create or replace trigger keep_scheme before update on portal.schemes for each row execute function portal.keep_scheme();
        create or replace trigger keep_scheme_items before insert or update or delete on portal.scheme_items for each row execute function portal.keep_scheme_items();
        create or replace trigger refuse_change before update or delete on portal.review_opinions for each row execute function portal.refuse_change();
        create or replace trigger refuse_change before update or delete on portal.review_packets for each row execute function portal.refuse_change();
        create or replace trigger refuse_change before update or delete on portal.review_decisions for each row execute function portal.refuse_change();

        """;
}
