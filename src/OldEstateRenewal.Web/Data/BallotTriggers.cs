namespace OldEstateRenewal.Web.Data;

/// <summary>
/// What keeps a ballot honest whatever the application does: votes only while it is open by the database's own clock, numbered and chained; roll, matters
/// and text frozen at the opening; the state moves forwards only; nothing after the close.
/// </summary>
public static class BallotTriggers
{
    /// <summary>The ballot is not open, or its time is over.</summary>
    public const string NotOpen = "BA001";

    /// <summary>What is frozen is to be changed.</summary>
    public const string Frozen = "BA002";

    public const string Sql = $"""
        create or replace function portal.vote_hash(vote portal.ballot_votes) returns bytea language sql immutable set search_path = portal, pg_temp as $$
          select sha256(vote.previous_hash || convert_to(jsonb_build_array(vote.tenant_id, vote.ballot_id, vote.number, vote.id, vote.act_id, vote.matter_id, vote.dwelling_id, vote.supersedes_id, vote.choice, vote.channel,
            vote.signed, vote.proxy, vote.given_on, vote.evidence_id, vote.remark, vote.recorded_by, vote.recorded_by_id, (extract(epoch from vote.recorded_at) * 1000000)::bigint)::text, 'UTF8'))
        $$;
        create or replace function portal.take_vote() returns trigger language plpgsql security definer set search_path = portal, pg_temp as $$
        declare asked ballots; head ballot_heads;
        begin
          select * into asked from ballots where tenant_id = new.tenant_id and id = new.ballot_id for share;
          if asked.id is null then raise exception 'no such ballot' using errcode = '42501'; end if;
          if asked.state is distinct from 'Open' or clock_timestamp() >= asked.closes_at then raise exception 'the ballot takes no votes' using errcode = '{NotOpen}'; end if;
          if not exists (select from roll_entries r where r.tenant_id = new.tenant_id and r.ballot_id = new.ballot_id and r.dwelling_id = new.dwelling_id)
            or not exists (select from ballot_matters m where m.tenant_id = new.tenant_id and m.ballot_id = new.ballot_id and m.id = new.matter_id)
            or new.supersedes_id is not null and not exists (select from ballot_votes v where v.tenant_id = new.tenant_id and v.id = new.supersedes_id and v.ballot_id = new.ballot_id and v.matter_id = new.matter_id and v.dwelling_id = new.dwelling_id)
          then raise exception 'the vote is not of this ballot' using errcode = '{Frozen}'; end if;
          insert into ballot_heads (tenant_id, ballot_id, estate_id, number, hash) values (new.tenant_id, new.ballot_id, asked.estate_id, 0, asked.frozen_hash) on conflict do nothing;
          select * into strict head from ballot_heads where tenant_id = new.tenant_id and ballot_id = new.ballot_id for update;
          new.estate_id := asked.estate_id;
          new.recorded_at := clock_timestamp();
          new.number := head.number + 1;
          new.previous_hash := head.hash;
          new.hash := portal.vote_hash(new);
          update ballot_heads set number = new.number, hash = new.hash where tenant_id = new.tenant_id and ballot_id = new.ballot_id;
          return new;
        end $$;
        create or replace function portal.keep_ballot() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        begin
          if old.state in ('Closed', 'Cancelled') then raise exception 'the ballot has ended' using errcode = '{Frozen}'; end if;
          if (old.state, new.state) not in (('Draft', 'Draft'), ('Draft', 'Displayed'), ('Displayed', 'Draft'), ('Displayed', 'Displayed'), ('Displayed', 'Open'), ('Open', 'Open'), ('Open', 'Closed'), ('Draft', 'Cancelled'), ('Displayed', 'Cancelled'), ('Open', 'Cancelled'))
          then raise exception 'a ballot moves forwards' using errcode = '{Frozen}'; end if;
          if old.state = 'Open' and ((old.estate_id, old.name, old.text, old.opened_at, old.frozen_hash) is distinct from (new.estate_id, new.name, new.text, new.opened_at, new.frozen_hash)
            or (old.building_id, old.entrance, old.riser, old.scheme_id) is distinct from (new.building_id, new.entrance, new.riser, new.scheme_id) or new.closes_at < old.closes_at or (clock_timestamp() >= old.closes_at and new.closes_at is distinct from old.closes_at))
          then raise exception 'an open ballot is frozen' using errcode = '{Frozen}'; end if;
          if old.state = 'Open' and new.state = 'Closed' and clock_timestamp() < old.closes_at and not exists (select from ballot_steps a join ballot_steps b on b.tenant_id = a.tenant_id and b.ballot_id = a.ballot_id and b.by_id <> a.by_id and b.kind = 'Closed'
            where a.tenant_id = old.tenant_id and a.ballot_id = old.id and a.kind = 'ClosureAsked')
          then raise exception 'before its time a ballot is closed by two persons' using errcode = '{Frozen}'; end if;
          return new;
        end $$;
        create or replace function portal.keep_matters() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        declare stands text;
        begin
          select state into stands from ballots where tenant_id = coalesce(new.tenant_id, old.tenant_id) and id = coalesce(new.ballot_id, old.ballot_id) for share;
          if stands is null then raise exception 'no such ballot' using errcode = '42501'; end if;
          if stands not in ('Draft', 'Displayed') then raise exception 'the matters of a ballot are frozen when it opens' using errcode = '{Frozen}'; end if;
          return coalesce(new, old);
        end $$;
        create or replace function portal.keep_roll() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        declare stands text;
        begin
          select state into stands from ballots where tenant_id = new.tenant_id and id = new.ballot_id for share;
          if stands is null then raise exception 'no such ballot' using errcode = '42501'; end if;
          if not (stands = 'Displayed' and new.supersedes_id is null or stands = 'Open' and new.supersedes_id is not null) then raise exception 'the roll of a ballot is frozen when it opens' using errcode = '{Frozen}'; end if;
          if new.supersedes_id is not null and not exists (select from roll_entries r where r.tenant_id = new.tenant_id and r.id = new.supersedes_id and r.ballot_id = new.ballot_id and r.dwelling_id = new.dwelling_id)
          then raise exception 'the entry is not of this roll' using errcode = '{Frozen}'; end if;
          return new;
        end $$;
        create or replace function portal.keep_attempts() returns trigger language plpgsql set search_path = portal, pg_temp as $$
        declare asked ballots;
        begin
          select * into asked from ballots where tenant_id = new.tenant_id and id = new.ballot_id for share;
          if asked.id is null then raise exception 'no such ballot' using errcode = '42501'; end if;
          if asked.state is distinct from 'Open' or clock_timestamp() >= asked.closes_at then raise exception 'who was asked is frozen when the ballot closes' using errcode = '{NotOpen}'; end if;
          return new;
        end $$;
        create or replace trigger keep_attempts before insert on portal.contact_attempts for each row execute function portal.keep_attempts();
        create or replace trigger take_vote before insert on portal.ballot_votes for each row execute function portal.take_vote();
        create or replace trigger keep_ballot before update on portal.ballots for each row execute function portal.keep_ballot();
        create or replace trigger keep_matters before insert or update or delete on portal.ballot_matters for each row execute function portal.keep_matters();
        create or replace trigger keep_roll before insert on portal.roll_entries for each row execute function portal.keep_roll();
        create or replace trigger keep_exclusions before insert or update or delete on portal.roll_exclusions for each row execute function portal.keep_matters();
        create or replace trigger refuse_change before update or delete on portal.ballot_votes for each row execute function portal.refuse_change();
        create or replace trigger refuse_truncate before truncate on portal.ballot_votes for each statement execute function portal.refuse_change();
        create or replace trigger refuse_change before update or delete on portal.roll_entries for each row execute function portal.refuse_change();
        create or replace trigger refuse_change before update or delete on portal.ballot_steps for each row execute function portal.refuse_change();
        create or replace trigger refuse_change before update or delete on portal.ballot_results for each row execute function portal.refuse_change();
        create or replace trigger refuse_change before update or delete on portal.outside_consents for each row execute function portal.refuse_change();
        create or replace trigger refuse_change before update or delete on portal.contact_attempts for each row execute function portal.refuse_change();

        """;
}
