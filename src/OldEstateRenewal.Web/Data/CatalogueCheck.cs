using Microsoft.EntityFrameworkCore;

namespace OldEstateRenewal.Web.Data;

/// <summary>
/// Asks PostgreSQL's catalogue whether every wall stands: row-level security enabled, forced and checked, tenant first in every key,
/// no view around it, working roles without power. Runs at start-up and in every build; any row is a defect.
/// </summary>
public static class CatalogueCheck
{
    public static async Task<IReadOnlyList<string>> ProblemsAsync(PortalDbContext db) =>
        await db.Database.SqlQueryRaw<string>(Sql).ToListAsync();

    private const string Sql = """
        with tables as (
          select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, a.attnum as tenant
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          left join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
          where n.nspname = 'portal' and c.relkind in ('r', 'p')
        ), tenant_tables as (select * from tables where tenant is not null),
        platform(relname) as (values ('tenants'), ('users'), ('user_claims'), ('user_logins'), ('user_tokens'), ('key_ring'), ('migrations')),
        working(name) as (values ('portal_app'), ('portal_supervisor'))
        select t.relname || ': no tenant_id, and not a known platform table' as "Value" from tables t where t.tenant is null and t.relname not in (select relname from platform)
        union all
        select relname || ': row-level security is not enabled and forced' from tenant_tables where not (relrowsecurity and relforcerowsecurity)
        union all
        select t.relname || ': no policy with USING and WITH CHECK' from tenant_tables t
        where not exists (select from pg_policy p where p.polrelid = t.oid and p.polcmd = '*' and p.polqual is not null and p.polwithcheck is not null)
        union all
        select distinct t.relname || ': policy ' || p.polname || ' does not restrict to the own tenant' from tenant_tables t join pg_policy p on p.polrelid = t.oid
        cross join (values ('(tenant_id = (NULLIF(current_setting(''app.tenant''::text, true), ''''::text))::uuid)')) own(expr)
        cross join lateral (values (p.polqual, p.polcmd <> 'a'), (p.polwithcheck, p.polcmd = 'a')) side(tree, needed)
        cross join lateral (select pg_get_expr(side.tree, p.polrelid)) found(expr)
        where p.polpermissive and not coalesce(found.expr = own.expr or starts_with(found.expr, '(' || own.expr || ' AND ')
          or (p.polcmd = 'r' and p.polname in ('supervision', 'from_above') and starts_with(found.expr, '(tenant_id = ANY ('))
          or (p.polcmd = 'r' and p.polname = 'supervision' and t.relname in ('week_steps', 'week_totals') and starts_with(found.expr, '(tenant_id IN ( SELECT unnest(') and strpos(found.expr, 'supervised_tenants()') > 0)
          or (p.polcmd = 'r' and p.polname = 'to_county' and t.relname in ('review_decisions', 'figure_returns', 'check_candidates', 'check_lots', 'check_quotas', 'check_visits', 'check_findings', 'finding_verdicts', 'county_reviews') and starts_with(found.expr, '((tenant_id = ANY (') and strpos(found.expr, ') AND (county_id = (NULLIF(current_setting(''app.tenant''::text, true), ''''::text))::uuid)') > 0)
          or (p.polcmd = 'r' and p.polname = 'to_counties' and t.relname in ('bulletins', 'bulletin_rows', 'paper_template_versions') and starts_with(found.expr, '((tenant_id = ANY (') and strpos(found.expr, 'state)::text = ''Issued''::text)') > 0)
          or (p.polcmd = 'r' and p.polname = 'to_counties' and t.relname = 'messages' and starts_with(found.expr, '((tenant_id = ANY (') and strpos(found.expr, 'state)::text = ''Sent''::text)') > 0 and strpos(found.expr, ' AND ((NULLIF(current_setting(''app.tenant''::text, true), ''''::text))::uuid = ANY (county_ids))') > 0)
          or (p.polcmd = 'r' and p.polname = 'to_counties' and t.relname in ('evaluations', 'evaluation_criteria', 'evaluation_rounds', 'county_results') and starts_with(found.expr, '((tenant_id = ANY (') and strpos(found.expr, 'state)::text = ''Published''::text)') > 0)
          or (p.polcmd = 'r' and p.polname = 'to_drawn_county' and t.relname in ('check_lists', 'check_closings') and starts_with(found.expr, '((tenant_id = ANY (') and strpos(found.expr, 'county_id = (NULLIF(current_setting(''app.tenant''::text, true), ''''::text))::uuid)') > 0)
          or (t.relname = 'memberships' and found.expr = '(' || own.expr || ' OR (user_id = (NULLIF(current_setting(''app.person''::text, true), ''''::text))::uuid))'), not side.needed)
        union all
        select t.relname || ': index ' || i.indexrelid::regclass || ' is unique without leading tenant_id' from tenant_tables t join pg_index i on i.indrelid = t.oid
        where i.indisunique and i.indkey[0] <> t.tenant
        union all
        select t.relname || ': foreign key ' || f.conname || ' does not carry tenant_id' from tenant_tables t join pg_constraint f on f.conrelid = t.oid and f.contype = 'f'
        join tenant_tables r on r.oid = f.confrelid where not (t.tenant = f.conkey[1] and r.tenant = f.confkey[1])
        union all
        select c.relname || ': a view without security_invoker, or a materialized view' from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'portal' and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false)))
        union all
        select w.name || ': has power beyond its work' from working w join pg_roles r on r.rolname = w.name where r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb
        union all
        select w.name || ': does not exist' from working w where not exists (select from pg_roles where rolname = w.name)
        union all
        select w.name || ': is a member of ' || g.rolname from working w join pg_roles r on r.rolname = w.name join pg_auth_members m on m.member = r.oid join pg_roles g on g.oid = m.roleid
        union all
        select c.relname || ': owned by ' || r.rolname from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
        where n.nspname = 'portal' and r.rolname <> 'portal_owner'
        union all
        select t.relname || ': ' || w.name || ' may ' || p.privilege from tables t cross join working w cross join (values ('TRUNCATE'), ('REFERENCES'), ('TRIGGER')) p(privilege) where has_table_privilege(w.name, t.oid, p.privilege)
        union all
        select t.relname || ': the supervisor may ' || p.privilege from tables t cross join (values ('INSERT'), ('UPDATE'), ('DELETE')) p(privilege)
        where has_table_privilege('portal_supervisor', t.oid, p.privilege) or (p.privilege <> 'DELETE' and has_any_column_privilege('portal_supervisor', t.oid, p.privilege))
        union all
        select t.relname || ': household data is open to the supervisor' from tables t where t.relname in ('dwellings', 'owners', 'ownerships', 'imports', 'import_contents', 'import_rows', 'import_estates', 'import_corrections', 'attachments', 'attachment_contents', 'roll_entries', 'roll_exclusions', 'ballot_votes', 'ballot_heads', 'contact_attempts', 'roll_decisions', 'call_backs', 'water_stops', 'report_files', 'report_contents', 'users', 'audit_entries') and has_any_column_privilege('portal_supervisor', t.oid, 'SELECT')
        union all
        select t.relname || ': the app may ' || p.privilege from tables t cross join (values ('UPDATE'), ('DELETE')) p(privilege) where t.relname in ('audit_entries', 'audit_heads', 'plan_steps', 'policy_files', 'memberships', 'tenants', 'surveys', 'recognition_steps', 'verdict_records', 'attachment_contents', 'ballot_votes', 'ballot_heads', 'ballot_steps', 'ballot_results', 'roll_entries', 'contact_attempts', 'roll_decisions', 'water_stops', 'review_opinions', 'review_packets', 'review_decisions', 'weekly_sheets', 'week_steps', 'week_totals', 'figure_returns', 'return_replies', 'bulletin_readings', 'quarterly_returns', 'paper_template_versions', 'message_readings', 'message_answers', 'check_lists', 'check_candidates', 'check_closings', 'check_lots', 'check_quotas', 'check_visits', 'check_findings', 'finding_mendings', 'finding_verdicts', 'evidence_contents', 'county_results')
          and (has_table_privilege('portal_app', t.oid, p.privilege) or (p.privilege = 'UPDATE' and has_any_column_privilege('portal_app', t.oid, p.privilege)))
        union all
        select t.relname || ': the app may INSERT' from tables t where t.relname in ('audit_heads', 'ballot_heads', 'memberships', 'tenants', 'users', 'migrations') and has_any_column_privilege('portal_app', t.oid, 'INSERT')
        union all
        select 'function ' || f.proname || ' runs with its owner''s power' from pg_proc f join pg_namespace n on n.oid = f.pronamespace
        where n.nspname = 'portal' and f.prosecdef and f.proname not in ('supervised_tenants', 'chain_audit_entry', 'analyze_registry', 'take_vote', 'last_ledger_number', 'last_receipt_number', 'last_report_number')
        union all
        select 'schema portal: ' || w.name || ' may create' from working w where has_schema_privilege(w.name, 'portal', 'CREATE')
        union all
        select n.relname || ': trigger ' || n.name || ' is missing' from (values ('report_files', 'keep_report'), ('weekly_sheets', 'keep_week'), ('check_lists', 'refuse_change'), ('check_candidates', 'refuse_change'), ('check_candidates', 'keep_check_list'), ('check_closings', 'refuse_change'), ('check_lots', 'refuse_change'), ('check_lots', 'keep_draw'), ('check_quotas', 'refuse_change'), ('check_quotas', 'keep_draw'), ('check_visits', 'refuse_change'), ('check_findings', 'refuse_change'), ('finding_mendings', 'refuse_change'), ('finding_verdicts', 'refuse_change'), ('evidence_contents', 'refuse_change'), ('evidence_papers', 'keep_evidence'), ('evaluations', 'keep_final'), ('evaluation_criteria', 'keep_criteria'), ('self_assessments', 'keep_final'), ('evaluation_rounds', 'keep_final'), ('county_reviews', 'keep_round'), ('county_results', 'keep_round'), ('county_results', 'refuse_change'),
           ('weekly_sheets', 'refuse_change'), ('week_steps', 'refuse_change'), ('week_totals', 'refuse_change'), ('figure_returns', 'refuse_change'), ('bulletins', 'keep_bulletin'), ('bulletin_rows', 'keep_bulletin_rows'), ('messages', 'keep_message'), ('message_readings', 'refuse_change'), ('message_answers', 'refuse_change'), ('calendar_feeds', 'keep_calendar'), ('ledger_postings', 'entry_agrees'), ('ledger_entries', 'entry_is_posted'), ('ledger_entries', 'refuse_change'), ('ledger_postings', 'refuse_change'), ('owner_payments', 'refuse_change'), ('funding_acts', 'refuse_change'),
          ('payment_steps', 'three_persons'), ('payment_steps', 'refuse_change'), ('payment_sources', 'keep_payment_sources'), ('cost_sheets', 'keep_sheet'), ('share_sheets', 'keep_sheet'), ('share_sheets', 'shares_agree'), ('cost_lines', 'keep_sheet_lines'),
          ('share_lines', 'keep_sheet_lines'), ('share_amounts', 'keep_share_amounts'), ('bill_runs', 'keep_bill_run'), ('bill_runs', 'bills_agree'), ('bills', 'keep_bills'), ('audit_entries', 'chain'), ('audit_entries', 'refuse_change'), ('audit_entries', 'refuse_truncate'),
          ('plan_steps', 'refuse_change'), ('policy_files', 'refuse_change'), ('plan_entries', 'only_in_draft'), ('annual_plans', 'only_in_draft'),
          ('ballot_votes', 'take_vote'), ('ballot_votes', 'refuse_change'), ('ballot_votes', 'refuse_truncate'), ('ballots', 'keep_ballot'), ('ballot_matters', 'keep_matters'), ('roll_entries', 'keep_roll'), ('roll_entries', 'refuse_change'),
          ('roll_exclusions', 'keep_exclusions'), ('ballot_steps', 'refuse_change'), ('ballot_results', 'refuse_change'), ('contact_attempts', 'refuse_change'), ('schemes', 'keep_scheme'), ('scheme_items', 'keep_scheme_items'), ('review_opinions', 'refuse_change'), ('review_packets', 'refuse_change'), ('review_decisions', 'refuse_change')) n(relname, name)
        where not exists (select from pg_trigger g join tables t on t.oid = g.tgrelid where t.relname = n.relname and g.tgname = n.name and g.tgenabled in ('O', 'A'))
        """;
}
