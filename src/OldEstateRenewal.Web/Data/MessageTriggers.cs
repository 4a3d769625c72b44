namespace OldEstateRenewal.Web.Data;

/// <summary>A message that was sent stays as it was sent, what a county read and answered too; and the counties a message names may read it, their streets not.</summary>
public static class MessageTriggers
{
    private const string Tenant = "nullif(current_setting('app.tenant', true), '')::uuid";

    public const string Sql = $"""
        create or replace function portal.keep_message() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          if old.state = 'Sent' then raise exception 'a message that was sent is never changed' using errcode = '42501'; end if;
          return coalesce(new, old);
        end $$;
        create or replace trigger keep_message before update or delete on portal.messages for each row execute function portal.keep_message();
        create or replace trigger refuse_change before update or delete on portal.message_readings for each row execute function portal.refuse_change();
        create or replace trigger refuse_change before update or delete on portal.message_answers for each row execute function portal.refuse_change();
        drop policy if exists to_counties on portal.messages;
        create policy to_counties on portal.messages for select to {DatabaseSetup.App}, {DatabaseSetup.Supervisor} using (tenant_id = any ((select t.ancestor_ids from portal.tenants t where t.id = {Tenant})::uuid[]) and state = 'Sent'
          and {Tenant} = any (county_ids) and nullif(current_setting('app.street', true), '') is null);

        """;
}
