namespace OldEstateRenewal.Web.Data;

/// <summary>
/// What keeps money honest whatever the application does: fixed sheets and issued bills stay as they are, shares add up to the cost, both sides of an entry agree, a payment is
/// asked, checked and approved by three persons, and what was written down is reversed by another row only.
/// </summary>
public static class MoneyTriggers
{
    /// <summary>Sums that must agree do not.</summary>
    public const string Unequal = "MO001";

    /// <summary>What stands is to be changed: refused like any other forbidden write.</summary>
    public const string Stands = "42501";

    /// <summary>Needed by check constraints, so that it must be there before the tables are.</summary>
    public const string Functions = """
        create or replace function portal.sum_of(amounts bigint[]) returns numeric language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$ select coalesce(sum(a), 0) from unnest(amounts) a $$;

        """;

    // Numbers run through the whole county: a street clerk's own street is put aside while the last one is looked up.
    public const string Sql = $"""
        create or replace function portal.last_ledger_number(of_year int) returns int language plpgsql security definer set search_path = portal, pg_temp as $$
        declare own text := coalesce(current_setting('app.street', true), ''); last int;
        begin
          perform set_config('app.street', '', true);
          select coalesce(max(number), 0) into last from ledger_entries where tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and year = of_year;
          perform set_config('app.street', own, true);
          return last;
        end $$;
        create or replace function portal.last_receipt_number(of_year int) returns int language plpgsql security definer set search_path = portal, pg_temp as $$
        declare own text := coalesce(current_setting('app.street', true), ''); last int;
        begin
          perform set_config('app.street', '', true);
          select coalesce(max(number), 0) into last from owner_payments where tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and year = of_year;
          perform set_config('app.street', own, true);
          return last;
        end $$;
        revoke all on function portal.last_ledger_number(int), portal.last_receipt_number(int) from public;
        grant execute on function portal.last_ledger_number(int), portal.last_receipt_number(int) to {DatabaseSetup.App};

        create or replace function portal.entry_agrees() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          if (select coalesce(sum(debit), 0) - coalesce(sum(credit), 0) from ledger_postings where tenant_id = new.tenant_id and entry_id = new.entry_id) <> 0
          then raise exception 'debit and credit of the entry do not agree' using errcode = '{Unequal}'; end if;
          return null;
        end $$;
        create or replace function portal.entry_is_posted() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          if not exists (select from ledger_postings where tenant_id = new.tenant_id and entry_id = new.id)
          then raise exception 'an entry without postings' using errcode = '{Unequal}'; end if;
          return null;
        end $$;
        drop trigger if exists entry_agrees on portal.ledger_postings;
        create constraint trigger entry_agrees after insert on portal.ledger_postings deferrable initially deferred for each row execute function portal.entry_agrees();
        drop trigger if exists entry_is_posted on portal.ledger_entries;
        create constraint trigger entry_is_posted after insert on portal.ledger_entries deferrable initially deferred for each row execute function portal.entry_is_posted();

        create or replace function portal.keep_sheet() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          if old.state <> 'Draft' then raise exception 'a fixed sheet is never changed' using errcode = '{Stands}'; end if;
          return new;
        end $$;
        create or replace function portal.keep_sheet_lines() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        declare sheets text := tg_argv[0]; before text; after text;
        begin
          if tg_op <> 'DELETE' then execute format('select state from %I where tenant_id = $1 and id = $2', sheets) into after using new.tenant_id, new.sheet_id; end if;
          if tg_op <> 'INSERT' then execute format('select state from %I where tenant_id = $1 and id = $2', sheets) into before using old.tenant_id, old.sheet_id; end if;
          if coalesce(after, 'Draft') <> 'Draft' or coalesce(before, 'Draft') <> 'Draft' then raise exception 'the lines of a fixed sheet are never changed' using errcode = '{Stands}'; end if;
          return coalesce(new, old);
        end $$;
        create or replace function portal.keep_share_amounts() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          if (select s.state from share_lines l join share_sheets s on s.tenant_id = l.tenant_id and s.id = l.sheet_id where l.tenant_id = coalesce(new.tenant_id, old.tenant_id) and l.id = coalesce(new.line_id, old.line_id)) <> 'Draft'
            or (tg_op = 'UPDATE' and new.line_id <> old.line_id)
          then raise exception 'the shares of a fixed sheet are never changed' using errcode = '{Stands}'; end if;
          return coalesce(new, old);
        end $$;
        create or replace function portal.shares_agree() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          if new.state = 'Fixed' and (exists (select from cost_lines c where c.tenant_id = new.tenant_id and c.sheet_id = new.cost_sheet_id and c.cost is distinct from
              (select sum(a.amount) from share_lines l join share_amounts a on a.tenant_id = l.tenant_id and a.line_id = l.id where l.tenant_id = new.tenant_id and l.sheet_id = new.id and l.cost_line_id = c.id))
            or exists (select from share_lines l join cost_lines c on c.tenant_id = l.tenant_id and c.id = l.cost_line_id where l.tenant_id = new.tenant_id and l.sheet_id = new.id and c.sheet_id <> new.cost_sheet_id)
            or not exists (select from cost_sheets c where c.tenant_id = new.tenant_id and c.id = new.cost_sheet_id and c.state = 'Fixed'))
          then raise exception 'the shares do not add up to the cost' using errcode = '{Unequal}'; end if;
          return null;
        end $$;
        create or replace trigger keep_sheet before update on portal.cost_sheets for each row execute function portal.keep_sheet();
        create or replace trigger keep_sheet before update on portal.share_sheets for each row execute function portal.keep_sheet();
        create or replace trigger keep_sheet before update on portal.balance_sheets for each row execute function portal.keep_sheet();
        create or replace trigger keep_sheet_lines before insert or update or delete on portal.cost_lines for each row execute function portal.keep_sheet_lines('cost_sheets');
        create or replace trigger keep_sheet_lines before insert or update or delete on portal.share_lines for each row execute function portal.keep_sheet_lines('share_sheets');
        create or replace trigger keep_sheet_lines before insert or update or delete on portal.balance_lines for each row execute function portal.keep_sheet_lines('balance_sheets');
        create or replace trigger keep_share_amounts before insert or update or delete on portal.share_amounts for each row execute function portal.keep_share_amounts();
        drop trigger if exists shares_agree on portal.share_sheets;
        create constraint trigger shares_agree after insert or update on portal.share_sheets deferrable initially deferred for each row execute function portal.shares_agree();

        create or replace function portal.keep_bill_run() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          if old.state = 'Withdrawn' or (old.state, new.state) not in (('Draft', 'Draft'), ('Draft', 'Issued'), ('Issued', 'Withdrawn'))
            or (old.state = 'Issued' and (old.total, old.bill_count, old.basis, old.due_on, old.how_to_pay, old.share_sheet_id, old.estate_id, old.is_difference) is distinct from (new.total, new.bill_count, new.basis, new.due_on, new.how_to_pay, new.share_sheet_id, new.estate_id, new.is_difference))
          then raise exception 'an issued run of bills is never changed' using errcode = '{Stands}'; end if;
          return new;
        end $$;
        create or replace function portal.keep_bills() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          if (select state from bill_runs where tenant_id = coalesce(new.tenant_id, old.tenant_id) and id = coalesce(new.run_id, old.run_id)) <> 'Draft' or (tg_op = 'UPDATE' and new.run_id <> old.run_id)
          then raise exception 'issued bills are never changed' using errcode = '{Stands}'; end if;
          return coalesce(new, old);
        end $$;
        create or replace function portal.bills_agree() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          if new.state = 'Issued' and (exists (select from bill_parts p where p.tenant_id = new.tenant_id and p.run_id = new.id and p.amount * 100 <>
              (select coalesce(sum(b.amounts[p.sequence + 1]), 0) from bills b where b.tenant_id = new.tenant_id and b.run_id = new.id))
            or new.total <> (select coalesce(sum(b.amount), 0) from bills b where b.tenant_id = new.tenant_id and b.run_id = new.id)
            or new.bill_count <> (select count(*) from bills b where b.tenant_id = new.tenant_id and b.run_id = new.id)
            or new.total <> (select coalesce(sum(p.amount), 0) from bill_parts p where p.tenant_id = new.tenant_id and p.run_id = new.id)
            or (not new.is_difference and (exists (select from bills b where b.tenant_id = new.tenant_id and b.run_id = new.id and 0 > any (b.amounts))
              or exists (select from bill_parts p where p.tenant_id = new.tenant_id and p.run_id = new.id and p.share_line_id is null)))
            or (new.is_difference and exists (select from (
              select b.dwelling_id, b.amount * 100 as fen from bills b join bill_runs r on r.tenant_id = b.tenant_id and r.id = b.run_id
                where r.tenant_id = new.tenant_id and r.project_id = new.project_id and r.estate_id = new.estate_id and r.state = 'Issued' and r.share_sheet_id <> new.share_sheet_id
              union all
              select b.dwelling_id, b.amounts[p.sequence + 1] from bills b join bill_parts p on p.tenant_id = b.tenant_id and p.run_id = b.run_id and p.share_line_id is null
                where b.tenant_id = new.tenant_id and b.run_id = new.id) before group by dwelling_id having sum(fen) <> 0)))
          then raise exception 'the bills do not add up to the owners'' part' using errcode = '{Unequal}'; end if;
          return null;
        end $$;
        create or replace trigger keep_bill_run before update on portal.bill_runs for each row execute function portal.keep_bill_run();
        create or replace trigger keep_bills before insert or update or delete on portal.bills for each row execute function portal.keep_bills();
        create or replace trigger keep_bills before insert or update or delete on portal.bill_parts for each row execute function portal.keep_bills();
        drop trigger if exists bills_agree on portal.bill_runs;
        create constraint trigger bills_agree after insert or update on portal.bill_runs deferrable initially deferred for each row execute function portal.bills_agree();

        create or replace function portal.three_persons() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          perform from payment_requests where tenant_id = new.tenant_id and id = new.request_id for update;
          if new.kind in ('Checked', 'Approved') and exists (select from payment_steps s where s.tenant_id = new.tenant_id and s.request_id = new.request_id and s.kind in ('Asked', 'Checked') and s.by_id = new.by_id)
          then raise exception 'a payment is asked, checked and approved by three persons' using errcode = '{Stands}'; end if;
          if exists (select from payment_steps s where s.tenant_id = new.tenant_id and s.request_id = new.request_id and (s.kind in ('Returned', 'Paid') or (new.kind = 'Returned' and s.kind = 'Approved')))
            or (new.kind <> 'Asked' and not exists (select from payment_steps s where s.tenant_id = new.tenant_id and s.request_id = new.request_id
              and (s.kind = case new.kind when 'Checked' then 'Asked' when 'Approved' then 'Checked' when 'Paid' then 'Approved' else 'Asked' end)))
          then raise exception 'the steps of a payment come in their order' using errcode = '{Stands}'; end if;
          if new.kind = 'Approved' and (select r.amount - r.retained - (select coalesce(sum(p.amount), 0) from payment_sources p where p.tenant_id = r.tenant_id and p.request_id = r.id) from payment_requests r where r.tenant_id = new.tenant_id and r.id = new.request_id) <> 0
          then raise exception 'the sources do not add up to the payment' using errcode = '{Unequal}'; end if;
          return new;
        end $$;
        create or replace function portal.keep_payment_sources() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          if exists (select from payment_steps s where s.tenant_id = coalesce(new.tenant_id, old.tenant_id) and s.request_id = coalesce(new.request_id, old.request_id) and s.kind in ('Approved', 'Returned'))
          then raise exception 'the sources of an approved payment are never changed' using errcode = '{Stands}'; end if;
          return coalesce(new, old);
        end $$;
        create or replace trigger three_persons before insert on portal.payment_steps for each row execute function portal.three_persons();
        create or replace trigger keep_payment_sources before insert or update or delete on portal.payment_sources for each row execute function portal.keep_payment_sources();

        do $keep$
        declare kept text;
        begin
          foreach kept in array array['bill_reliefs', 'owner_payments', 'day_closings', 'payment_reminders', 'ledger_entries', 'ledger_postings', 'funding_acts', 'subsidy_notices', 'contract_changes', 'payment_steps', 'final_accounts'] loop
            execute format('create or replace trigger refuse_change before update or delete on portal.%I for each row execute function portal.refuse_change()', kept);
          end loop;
        end $keep$;

        """;
}
