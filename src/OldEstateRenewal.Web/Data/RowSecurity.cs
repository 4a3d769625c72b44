using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OldEstateRenewal.Web.Tenancy;
using static OldEstateRenewal.Web.Data.WallSql;

namespace OldEstateRenewal.Web.Data;

/// <summary>The walls between tenants as SQL, made anew from the model after every migration; safe to repeat.</summary>
public static class RowSecurity
{
    private const string Person = "nullif(current_setting('app.person', true), '')::uuid";

    public static string Sql(IModel model)
    {
        var sql = new StringBuilder(Functions);
        foreach (var type in model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(ITenantOwned))))
            sql.Append(Table(type.GetTableName()!, TableRights.All[type.ClrType]));
        foreach (var (table, rights) in TableRights.Platform)
            sql.Append(CultureInfo.InvariantCulture, $"revoke all on portal.{table} from {DatabaseSetup.App}, {DatabaseSetup.Supervisor}; grant {rights} on portal.{table} to {DatabaseSetup.App};\n");
        return sql.Append(Memberships).Append(AncestorsPolicies).Append(Triggers).Append(BallotTriggers.Sql).Append(DecisionsFromAbove).Append(SchemeTriggers.Sql).Append(MoneyTriggers.Sql).Append(SupervisionTriggers.Sql).Append(SpotCheckTriggers.Sql).Append(EvaluationTriggers.Sql).Append(ReportTriggers.Sql).Append(MessageTriggers.Sql).Append(CalendarTriggers.Sql).ToString();
    }

    private static string Table(string table, TableRights rights)
    {
        var within = rights.WithinStreet is null ? "" : $" and (nullif(current_setting('app.street', true), '') is null or {string.Format(CultureInfo.InvariantCulture, rights.WithinStreet, table)})";
        // An owner is entered before the ownership that shows whose street it is.
        var checkedWithin = rights.WithinStreet?.Contains("ownerships", StringComparison.Ordinal) == true ? "" : within;
        var sql = $"""
            alter table portal.{table} enable row level security;
            alter table portal.{table} force row level security;
            revoke all on portal.{table} from {DatabaseSetup.App}, {DatabaseSetup.Supervisor};
            drop policy if exists own_tenant on portal.{table};
            create policy own_tenant on portal.{table} to {DatabaseSetup.App}, {DatabaseSetup.Owner} using (tenant_id = {Asking}{within}) with check (tenant_id = {Asking}{checkedWithin});
            drop policy if exists supervision on portal.{table};

            """;
        if (rights.App.Length > 0) sql += $"grant {rights.App} on portal.{table} to {DatabaseSetup.App};\n";
        if (!rights.Supervised) return sql;
        var counties = rights.RollsUp ? "in (select unnest(portal.supervised_tenants()))" : "= any ((select portal.supervised_tenants())::uuid[])";
        return sql + $"""
            create policy supervision on portal.{table} for select to {DatabaseSetup.Supervisor} using (tenant_id {counties});
            grant select on portal.{table} to {DatabaseSetup.Supervisor};

            """;
    }

    // The counties a city's person may read are looked up here, never told by the application. Only who owns tables may tell the planner of a large load.
    private const string Functions = $"""
        create or replace function portal.supervised_tenants() returns uuid[] language sql stable security definer set search_path = portal, pg_temp as $$
          select coalesce(array_agg(t.id), array[]::uuid[]) from memberships m join tenants t on t.id = m.tenant_id or m.tenant_id = any (t.ancestor_ids)
          where m.user_id = {Person} and m.role = 'City'
        $$;
        revoke all on function portal.supervised_tenants() from public;
        grant execute on function portal.supervised_tenants() to {DatabaseSetup.App}, {DatabaseSetup.Supervisor};
        create or replace function portal.analyze_registry() returns void language plpgsql security definer set search_path = portal, pg_temp as $$
        begin analyze estates, buildings, dwellings, owners, ownerships; end $$;
        revoke all on function portal.analyze_registry() from public;
        grant execute on function portal.analyze_registry() to {DatabaseSetup.App};

        """;

    private const string Memberships = $"""
        grant select on portal.tenants to {DatabaseSetup.Supervisor};
        alter table portal.memberships enable row level security;
        alter table portal.memberships force row level security;
        drop policy if exists own_memberships on portal.memberships;
        create policy own_memberships on portal.memberships using (tenant_id = {Asking} or user_id = {Person}) with check (tenant_id = {Asking});

        """;

    // A county also reads the policy files of the city and province above it.
    private const string AncestorsPolicies = $"""
        drop policy if exists from_above on portal.policy_files;
        create policy from_above on portal.policy_files for select to {DatabaseSetup.App}, {DatabaseSetup.Supervisor} using ({Above});

        """;

    // A county reads what a city above it has decided about its reviews; a street clerk, about the projects of the street. A stranger's row about it is not there.
    private const string DecisionsFromAbove = $"""
        drop policy if exists to_county on portal.review_decisions;
        create policy to_county on portal.review_decisions for select to {DatabaseSetup.App}, {DatabaseSetup.Supervisor} using ({Above} and county_id = {Asking}
          and (nullif(current_setting('app.street', true), '') is null or exists (select from portal.project_estates pe where pe.tenant_id = review_decisions.county_id and pe.project_id = review_decisions.project_id)));

        """;

    private const string Triggers = """
        create or replace function portal.chain_audit_entry() returns trigger language plpgsql security definer set search_path = portal, pg_temp as $$
        declare head audit_heads;
        begin
          insert into audit_heads (tenant_id, sequence, hash) values (new.tenant_id, 0, '\x') on conflict do nothing;
          select * into strict head from audit_heads where tenant_id = new.tenant_id for update;
          new.sequence := head.sequence + 1;
          new.previous_hash := head.hash;
          new.hash := portal.audit_hash(new);
          update audit_heads set sequence = new.sequence, hash = new.hash where tenant_id = new.tenant_id;
          return new;
        end $$;
        create or replace function portal.audit_hash(entry portal.audit_entries) returns bytea language sql immutable set search_path = portal, pg_temp as $$
          select sha256(entry.previous_hash || convert_to(jsonb_build_array(entry.tenant_id, entry.sequence, (extract(epoch from entry.at) * 1000000)::bigint,
            entry.user_id, entry.by, entry.kind, entry.subject_type, entry.subject_id, entry.subject, entry.changes, entry.remark)::text, 'UTF8'))
        $$;
        create or replace function portal.refuse_change() returns trigger language plpgsql as $$
        begin raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = '42501'; end $$;
        create or replace function portal.keep_closed() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          if old.state::text = any (tg_argv) then raise exception 'a row of % that is % is never changed', tg_table_name, old.state using errcode = '42501'; end if;
          return coalesce(new, old);
        end $$;
        create or replace function portal.keep_rows_of() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        declare side jsonb; state text;
        begin
          foreach side in array array[to_jsonb(old), to_jsonb(new)] loop
            continue when side is null;
            execute format('select state from portal.%I where tenant_id = $1 and id = $2', tg_argv[0]) into state using (side ->> 'tenant_id')::uuid, (side ->> tg_argv[1])::uuid;
            if state = tg_argv[2] then raise exception 'what a row of % says is never changed once it is %', tg_argv[0], state using errcode = '42501'; end if;
          end loop;
          return coalesce(new, old);
        end $$;
        create or replace function portal.is_closed(of_tenant uuid, of_plan uuid) returns boolean language sql stable set search_path = portal, pg_temp as $$
          select coalesce((select kind in ('Submitted', 'Issued') from plan_steps where tenant_id = of_tenant and plan_id = of_plan order by at desc, id desc limit 1), false)
        $$;
        create or replace function portal.only_in_draft() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          if tg_table_name = 'annual_plans' then
            if (old.year, old.revision, old.difference_note) is distinct from (new.year, new.revision, new.difference_note) and is_closed(old.tenant_id, old.id)
            then raise exception 'a submitted or issued plan is closed' using errcode = '42501'; end if;
            return new;
          end if;
          if (tg_op <> 'INSERT' and is_closed(old.tenant_id, old.plan_id)) or (tg_op <> 'DELETE' and is_closed(new.tenant_id, new.plan_id))
          then raise exception 'the entries of a submitted or issued plan are closed' using errcode = '42501'; end if;
          return coalesce(new, old);
        end $$;
        create or replace trigger chain before insert on portal.audit_entries for each row execute function portal.chain_audit_entry();
        create or replace trigger refuse_change before update or delete on portal.audit_entries for each row execute function portal.refuse_change();
        create or replace trigger refuse_truncate before truncate on portal.audit_entries for each statement execute function portal.refuse_change();
        create or replace trigger refuse_change before update or delete on portal.plan_steps for each row execute function portal.refuse_change();
        create or replace trigger refuse_change before update or delete on portal.policy_files for each row execute function portal.refuse_change();
        create or replace trigger only_in_draft before insert or update or delete on portal.plan_entries for each row execute function portal.only_in_draft();
        create or replace trigger only_in_draft before update on portal.annual_plans for each row execute function portal.only_in_draft();

        """;
}
