using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>What a test finds already registered in its county, written past the pages.</summary>
public static class Registry
{
    public static async Task<Guid> EstateAsync(this County county, string name, string? street = null, int? built = 1995, int? buildings = 2, int? households = 40, decimal? area = 3000)
    {
        var id = Guid.CreateVersion7();
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.estates (tenant_id, id, name, street_id, built_years, building_count, household_count, floor_area, land, place, is_demonstration, version)
            values ('{county.Id}', '{id}', '{name}', {(street is null ? "null" : $"'{county.Street(street)}'")}, '{(built is null ? "{}" : $"{{{built}}}")}', {Number(buildings)}, {Number(households)}, {Number(area)}, 'StateOwned', 'CountyTown', false, 0)
            """);
        return id;
    }

    /// <summary>A building with one dwelling and its owner.</summary>
    public static async Task<Guid> BuildingAsync(this County county, Guid estate, string owner = "王甲乙")
    {
        var id = Guid.CreateVersion7();
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.buildings (tenant_id, id, estate_id, name, sequence, built_year, storeys, entrances, floor_area, is_demonstration, version)
            values ('{county.Id}', '{id}', '{estate}', '1号楼', 1, 1995, 6, 2, 1500, false, 0);
            with person as (insert into portal.owners (tenant_id, id, name, kind, version) values ('{county.Id}', gen_random_uuid(), '{owner}', 'Person', 0) returning id),
            home as (insert into portal.dwellings (tenant_id, id, building_id, entrance, storey, room, position, span, kind, holding, registered_area, version) values ('{county.Id}', gen_random_uuid(), '{id}', 1, 2, '201', 1, 1, 'Dwelling', 'Owned', 81.25, 0) returning id)
            insert into portal.ownerships (tenant_id, id, dwelling_id, owner_id, from_on, recorded_by, recorded_at) select '{county.Id}', gen_random_uuid(), home.id, person.id, '2005-01-01', '试验', '2026-11-01' from person, home
            """);
        return id;
    }

    public static async Task<Guid> PlanAsync(this County county, int year, params Guid[] estates)
    {
        var plan = await county.UnaskedPlanAsync(year, estates);
        foreach (var estate in estates) await county.AskedAsync(estate, 40, 40);
        return plan;
    }

    /// <summary>The first round was held outside the portal, with these figures.</summary>
    public static Task AskedAsync(this County county, Guid estate, int whole, int agreeing) => county.Portal.Sql.AppAsync(county.Scope, $"""
        insert into portal.outside_consents (tenant_id, id, estate_id, rule_key, held_on, whole, asked, participating, agreeing, remark, recorded_by, recorded_by_id, recorded_at)
        values ('{county.Id}', gen_random_uuid(), '{estate}', 'plan-entry', '2026-10-01', {whole}, {whole}, {whole}, {agreeing}, '试验', '试验', gen_random_uuid(), now())
        """);

    /// <summary>A plan of estates whose owners nobody has asked yet.</summary>
    public static async Task<Guid> UnaskedPlanAsync(this County county, int year, params Guid[] estates)
    {
        var id = Guid.CreateVersion7();
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.annual_plans (tenant_id, id, year, revision, created_by, created_at, version) values ('{county.Id}', '{id}', {year}, 1, '试验', '2026-11-01', 0)
            """);
        for (var i = 0; i < estates.Length; i++)
        {
            await county.Portal.Sql.AppAsync(county.Scope, $"""
                insert into portal.plan_entries (tenant_id, id, plan_id, estate_id, sequence, name, built_years, building_count, household_count, floor_area)
                select tenant_id, gen_random_uuid(), '{id}', id, {i + 1}, name, built_years, building_count, household_count, floor_area from portal.estates where id = '{estates[i]}'
                """);
        }

        return id;
    }

    public static Task StepAsync(this County county, Guid plan, string kind, int minutesLater = 0) => county.Portal.Sql.AppAsync(county.Scope, $"""
        insert into portal.plan_steps (tenant_id, id, plan_id, kind, by, at) values ('{county.Id}', gen_random_uuid(), '{plan}', '{kind}', '试验', '2026-11-01'::timestamptz + interval '{minutesLater} minutes')
        """);

    /// <summary>At least one row in every table of the county.</summary>
    public static async Task<Filled> FillAsync(this County county, string canary = "金丝雀")
    {
        var estate = await county.EstateAsync(canary + "小区", "城关街道");
        var building = await county.BuildingAsync(estate, canary + "业主");
        var plan = await county.PlanAsync(2027, estate);
        await county.StepAsync(plan, "Submitted");
        await county.StepAsync(plan, "Returned", 1);
        await county.HistoryAsync(estate, await county.EstateAsync(canary + "旧小区", "城关街道"), building, canary);
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.estate_facts (tenant_id, estate_id, key, value, recorded_by, recorded_at) values ('{county.Id}', '{estate}', 'poor-upkeep', true, '{canary}', now());
            insert into portal.policy_files (tenant_id, id, key, json, added_by, added_at) values ('{county.Id}', gen_random_uuid(), 'x', {SixthCounty.Literal}, '{canary}', now());
            with arranged as (insert into portal.holiday_years (tenant_id, id, year, revision, source, recorded_by, recorded_at) values ('{county.Id}', gen_random_uuid(), 2049, 1, '{canary}', '{canary}', now()) returning id)
            insert into portal.holiday_days (tenant_id, year_id, day, name, is_worked) select '{county.Id}', id, '2049-10-01', '{canary}', false from arranged;
            insert into portal.audit_entries (tenant_id, at, by, kind, subject_type, subject, changes) values ('{county.Id}', now(), '{canary}', 'EstateAdded', 'Estate', '{canary}', '{"{}"}')
            """);
        await county.ChosenAsync(estate, plan, canary);
        await county.JudgedAsync(estate);
        var import = await county.ImportedAsync(canary);
        var (dwelling, owner) = (await county.OnlyAsync("dwellings"), await county.OnlyAsync("owners"));
        var ballot = await county.BallotAsync(estate, building, dwelling, canary);
        var project = await county.ProjectAsync(estate, canary);
        await county.NoticeAsync(estate, project, canary);
        await county.ReportedAsync(estate, canary);
        await county.SchemedAsync(project, estate, canary);
        await county.SiteAsync(project, estate, canary);
        await county.AfterworksAsync(project, estate, canary);
        await county.MoneyAsync(project, estate, building, dwelling, canary);
        await county.DispatchAsync(project, estate, canary);
        await county.MessagedAsync(estate, canary);
        await county.CheckedAsync(project, estate, canary);
        await county.EvaluatedAsync(estate, canary);
        return new Filled(estate, building, plan) { Project = project, Dwelling = dwelling, Owner = owner, Import = import, Ballot = ballot };
    }

    /// <summary>A draft notice under the estate's own id, so that its address can be made, with a photograph, an objection and its answer.</summary>
    public static Task NoticeAsync(this County county, Guid estate, Guid project, string canary) => county.Portal.Sql.AppAsync(county.Scope, $"""
        insert into portal.notices (tenant_id, id, project_id, series_id, revision, kind, title, text, body, place, contact, days, unit, chosen, extends_over_holidays, state, made_by, made_at, version)
          values ('{county.Id}', '{estate}', '{project}', '{estate}', 1, 'Scheme', '{canary}公示', '{canary}', '{canary}', '{canary}', '{canary}', 5, 'Unstated', 'Calendar', false, 'Draft', '{canary}', '2026-11-01', 0);
        insert into portal.notice_photos (tenant_id, attachment_id, notice_id, project_id, phase, taken_on) select '{county.Id}', a.id, '{estate}', '{project}', 'Start', '2026-11-01' from portal.attachments a where a.estate_id = '{estate}' limit 1;
        insert into portal.notice_objections (tenant_id, id, notice_id, series_id, project_id, number, channel, text, received_on, recorded_by, recorded_at) values ('{county.Id}', '{estate}', '{estate}', '{estate}', '{project}', 1, 'Phone', '{canary}', '2026-11-01', '{canary}', '2026-11-01');
        insert into portal.notice_replies (tenant_id, id, objection_id, project_id, kind, summary, text, replied_on, is_published, by, at) values ('{county.Id}', gen_random_uuid(), '{estate}', '{project}', 'Answered', '{canary}', '{canary}', '2026-11-01', true, '{canary}', '2026-11-01')
        """);

    /// <summary>A project of one estate, with a stage reached and a paper.</summary>
    public static async Task<Guid> ProjectAsync(this County county, Guid estate, string name, int year = 2027)
    {
        var project = Guid.CreateVersion7();
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.projects (tenant_id, id, plan_year, name, process_on, made_by, made_at, version) values ('{county.Id}', '{project}', {year}, '{name}', '2026-11-01', '试验', '2026-11-01', 0);
            insert into portal.project_estates (tenant_id, project_id, estate_id, plan_year, sequence) values ('{county.Id}', '{project}', '{estate}', {year}, 1);
            insert into portal.project_steps (tenant_id, id, project_id, stage_key, kind, "on", by, by_id, at) values ('{county.Id}', gen_random_uuid(), '{project}', 'survey', 'Planned', '2026-11-01', '试验', gen_random_uuid(), '2026-11-01');
            insert into portal.officers (tenant_id, id, body, leader, name, recorded_by, recorded_at) values ('{county.Id}', gen_random_uuid(), '县住建局', '试验', '试验', '试验', '2026-11-01');
            insert into portal.project_papers (tenant_id, id, project_id, stage_key, paper_key, name, has_proof, recorded_by, recorded_at) values ('{county.Id}', gen_random_uuid(), '{project}', 'approval', 'approval', '立项批复', false, '试验', '2026-11-01')
            """);
        return project;
    }

    /// <summary>A mark, an estimate, an adopted draft, a locked plan and a reported rate; draft and locked plan have the estate's own id, so that their addresses can be made.</summary>
    private static Task<int> ChosenAsync(this County county, Guid estate, Guid plan, string canary) => county.Portal.Sql.AppAsync(county.Scope, $"""
        insert into portal.candidate_marks (tenant_id, id, estate_id, criterion, criterion_name, part, out_of, source, as_of, recorded_by, recorded_by_id, recorded_at) values ('{county.Id}', gen_random_uuid(), '{estate}', 'maturity', '条件相对成熟', 60, 100, '{canary}', '2026-11-01', '{canary}', gen_random_uuid(), now());
        insert into portal.candidate_estimates (tenant_id, id, estate_id, investment, source, as_of, recorded_by, recorded_by_id, recorded_at) values ('{county.Id}', gen_random_uuid(), '{estate}', 1000000, '{canary}', '2026-11-01', '{canary}', gen_random_uuid(), now());
        insert into portal.selection_drafts (tenant_id, id, name, year, rule, full_mark, is_proven, made_by, made_by_id, made_at) values ('{county.Id}', '{estate}', '{canary}', 2027, 'x', 100, true, '{canary}', gen_random_uuid(), now());
        insert into portal.selection_entries (tenant_id, draft_id, estate_id, sequence, rank, name, score, is_chosen, hand, json) values ('{county.Id}', '{estate}', '{estate}', 1, 1, '{canary}', '125/2', true, 'None', '[]');
        insert into portal.selection_adoptions (tenant_id, draft_id, plan_id, by, by_id, at) values ('{county.Id}', '{estate}', '{plan}', '{canary}', gen_random_uuid(), now());
        insert into portal.frozen_plans (tenant_id, id, year, edition, document_number, issued_on, recorded_by, recorded_by_id, recorded_at) values ('{county.Id}', '{estate}', 2027, 1, '{canary}', '2026-11-01', '{canary}', gen_random_uuid(), now());
        insert into portal.frozen_plan_entries (tenant_id, frozen_plan_id, sequence, estate_id, name) values ('{county.Id}', '{estate}', 1, '{estate}', '{canary}');
        insert into portal.execution_reports (tenant_id, id, year, measure, as_of, planned, actual, recorded_by, recorded_by_id, recorded_at) values ('{county.Id}', gen_random_uuid(), 2027, 'Started', '2026-11-01', 1, 1, '{canary}', gen_random_uuid(), now())
        """);

    /// <summary>An open ballot with one vote, and rows of all that belongs to ballots.</summary>
    private static async Task<Guid> BallotAsync(this County county, Guid estate, Guid building, Guid dwelling, string canary)
    {
        var ballot = Guid.CreateVersion7();
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.ballots (tenant_id, id, estate_id, name, text, state, closes_at, made_by, made_by_id, made_at, version) values ('{county.Id}', '{ballot}', '{estate}', '{canary}表决', '{canary}', 'Draft', '2099-01-01', '{canary}', gen_random_uuid(), '2026-11-01', 0);
            insert into portal.ballot_matters (tenant_id, id, ballot_id, estate_id, sequence, asked_key, rule_key, title, frozen, rule_words) values ('{county.Id}', '{ballot}', '{ballot}', '{estate}', 1, 'plan-entry', 'plan-entry', '{canary}', $json${FrozenQuestions.PlanEntry}$json$, '试验');
            insert into portal.roll_exclusions (tenant_id, ballot_id, dwelling_id, estate_id, reason, by, at) values ('{county.Id}', '{ballot}', '{dwelling}', '{estate}', '{canary}', '{canary}', now());
            update portal.ballots set state = 'Displayed' where id = '{ballot}';
            insert into portal.roll_entries (tenant_id, id, ballot_id, estate_id, dwelling_id, building_id, building, entrance, storey, room, position, span, kind, holding, area, area_source, inhabited, owners_json, sheet_code, receipt_code, receipt_mark, by, at)
              values ('{county.Id}', '{ballot}', '{ballot}', '{estate}', '{dwelling}', '{building}', '1号楼', 1, 2, '201', 1, 1, 'Dwelling', 'Owned', 81.25, 'Register', true, '{OneOwner}', '00000000', '\x{Convert.ToHexString(SealedCode(county))}', '\x00', '{canary}', now());
            update portal.ballots set state = 'Open', opened_at = now(), frozen_hash = '\x00' where id = '{ballot}';
            insert into portal.ballot_votes (tenant_id, id, act_id, ballot_id, estate_id, matter_id, dwelling_id, choice, channel, signed, recorded_by, recorded_by_id, recorded_at, number, previous_hash, hash)
              values ('{county.Id}', gen_random_uuid(), gen_random_uuid(), '{ballot}', '{estate}', '{ballot}', '{dwelling}', 'Agree', 'Paper', true, '{canary}', gen_random_uuid(), now(), 0, '\x', '\x');
            insert into portal.ballot_steps (tenant_id, id, ballot_id, estate_id, kind, by, by_id, at) values ('{county.Id}', gen_random_uuid(), '{ballot}', '{estate}', 'Opened', '{canary}', gen_random_uuid(), now());
            insert into portal.ballot_results (tenant_id, ballot_id, estate_id, json, votes, head, seal, closed_at, closed_by) values ('{county.Id}', '{ballot}', '{estate}', '{NoResult}', 0, sha256('x'), sha256('x'), now(), '{canary}');
            insert into portal.roll_decisions (tenant_id, id, ballot_id, estate_id, dwelling_id, registry, is_accepted, reason, by, at) values ('{county.Id}', gen_random_uuid(), '{ballot}', '{estate}', '{dwelling}', 'x', false, '{canary}', '{canary}', now());
            insert into portal.call_backs (tenant_id, id, ballot_id, estate_id, dwelling_id, why, chosen_by, chosen_at, version) values ('{county.Id}', gen_random_uuid(), '{ballot}', '{estate}', '{dwelling}', '{canary}', '{canary}', now(), 0);
            insert into portal.water_stops (tenant_id, id, ballot_id, estate_id, riser, is_off, by, at) values ('{county.Id}', gen_random_uuid(), '{ballot}', '{estate}', '{canary}', true, '{canary}', now());
            insert into portal.contact_attempts (tenant_id, id, ballot_id, estate_id, dwelling_id, channel, outcome, by, by_id, at) values ('{county.Id}', gen_random_uuid(), '{ballot}', '{estate}', '{dwelling}', 'Phone', 'Asked', '{canary}', gen_random_uuid(), now())
            """);
        return ballot;
    }

    private static async Task<Guid> OnlyAsync(this County county, string table) => await county.Portal.Sql.AskAppAsync<Guid>(county.Scope, $"select id from portal.{table} limit 1");

    /// <summary>A row in every table that tells of an estate's names, origin, neighbours, earlier works and twins.</summary>
    private static Task<int> HistoryAsync(this County county, Guid estate, Guid other, Guid building, string canary)
    {
        var (first, second) = estate.CompareTo(other) < 0 ? (estate, other) : (other, estate);
        return county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.estate_aliases (tenant_id, id, estate_id, name, kind, recorded_by, recorded_at) values ('{county.Id}', gen_random_uuid(), '{estate}', '{canary}院', 'Alias', '{canary}', now());
            with act as (insert into portal.estate_successions (tenant_id, id, act_id, from_id, to_id, kind, "on", reason, built_years_before, built_years_after, recorded_by, recorded_at)
              values ('{county.Id}', gen_random_uuid(), gen_random_uuid(), '{other}', '{estate}', 'Merged', '2026-01-01', '{canary}', '{"{}"}', '{"{}"}', '{canary}', now()) returning id)
            insert into portal.building_moves (tenant_id, id, succession_id, building_id, from_id, to_id, name_before, name_after, "on") select '{county.Id}', gen_random_uuid(), act.id, '{building}', '{other}', '{estate}', '1号楼', '1号楼', '2026-01-01' from act;
            update portal.estates set ended_on = '2026-01-01' where id = '{other}';
            insert into portal.estate_adjacencies (tenant_id, id, first_id, second_id, reason, recorded_by, recorded_at) values ('{county.Id}', gen_random_uuid(), '{first}', '{second}', '{canary}', '{canary}', now());
            insert into portal.earlier_works (tenant_id, id, estate_id, programme, year, has_central_money, recorded_by, recorded_at) values ('{county.Id}', gen_random_uuid(), '{estate}', 'Residents', 2015, false, '{canary}', now());
            insert into portal.twin_decisions (tenant_id, id, first_id, second_id, verdict, reason, figures, decided_by, decided_at) values ('{county.Id}', gen_random_uuid(), '{first}', '{second}', 'Different', '{canary}', 'x', '{canary}', now())
            """);
    }

    /// <summary>A survey, a check on the spot, an application for recognition, a verdict and a file of an estate; each has the estate's own id, so that its address can be made.</summary>
    public static Task JudgedAsync(this County county, Guid estate) => county.Portal.Sql.AppAsync(county.Scope, $"""
        insert into portal.surveys (tenant_id, id, estate_id, surveyed_on, surveyors, built_years, json, recorded_by, recorded_at) values ('{county.Id}', '{estate}', '{estate}', '2026-11-01', '试验', '{"{}"}', {NoAnswers}, '试验', '2026-11-01');
        insert into portal.site_checks (tenant_id, id, estate_id, checked_on, bureau, street_people, community_people, designer, outcome, recorded_by, recorded_at, has_proof) values ('{county.Id}', '{estate}', '{estate}', '2026-11-01', '甲', '乙', '丙', '丁', 'Conforms', '试验', '2026-11-01', false);
        with request as (insert into portal.recognition_requests (tenant_id, id, estate_id, rule_key, key, name, basis, reason, applied_by, applied_by_id, applied_at, has_proof, version)
          values ('{county.Id}', '{estate}', '{estate}', 'plan-entry', 'built', '试验', '试验', '试验', '试验', gen_random_uuid(), '2026-11-01', false, 0) returning id)
        insert into portal.recognition_steps (tenant_id, id, request_id, estate_id, kind, "on", by, by_id, at) select '{county.Id}', gen_random_uuid(), id, '{estate}', 'Withdrawn', '2026-11-01', '试验', gen_random_uuid(), '2026-11-01' from request;
        insert into portal.verdict_records (tenant_id, id, estate_id, rule_key, rule_name, verdict, document, document_key, json, policies, judged_on, judged_at, cause, caused_by)
          values ('{county.Id}', gen_random_uuid(), '{estate}', 'test', '试验', 'Eligible', '试验', 'x', '[]', 'x', '2026-11-01', '2026-11-01', '试验', '试验');
        with file as (insert into portal.attachments (tenant_id, id, estate_id, subject_type, subject_id, kind, file_name, content_type, size, sha256, added_by, added_at)
          values ('{county.Id}', '{estate}', '{estate}', 'Estate', '{estate}', 'Photo', 'x.jpg', 'image/jpeg', 1, sha256('\x00'::bytea), '试验', '2026-11-01') returning id)
        insert into portal.attachment_contents (tenant_id, attachment_id, bytes) select '{county.Id}', id, '\x00' from file
        """);

    /// <summary>One row of a table that tells of an estate, under an id that says when it was made.</summary>
    public static Task KeepAsync(this County county, Guid estate, string table, Guid id) => county.Portal.Sql.AppAsync(county.Scope, table switch
    {
        "surveys" => $"insert into portal.surveys (tenant_id, id, estate_id, surveyed_on, surveyors, built_years, json, recorded_by, recorded_at) values ('{county.Id}', '{id}', '{estate}', '2026-11-01', '试验', '{"{}"}', {NoAnswers}, '试验', '2026-11-01')",
        "site_checks" => $"insert into portal.site_checks (tenant_id, id, estate_id, checked_on, bureau, street_people, community_people, designer, outcome, recorded_by, recorded_at, has_proof) values ('{county.Id}', '{id}', '{estate}', '2026-11-01', '甲', '乙', '丙', '丁', 'Conforms', '试验', '2026-11-01', false)",
        "recognition_requests" => $"insert into portal.recognition_requests (tenant_id, id, estate_id, rule_key, key, name, basis, reason, applied_by, applied_by_id, applied_at, has_proof, version) values ('{county.Id}', '{id}', '{estate}', 'plan-entry', 'built', '试验', '试验', '试验', '试验', gen_random_uuid(), '2026-11-01', false, 0)",
        "attachments" => $"insert into portal.attachments (tenant_id, id, estate_id, subject_type, subject_id, kind, file_name, content_type, size, sha256, added_by, added_at) values ('{county.Id}', '{id}', '{estate}', 'Estate', '{estate}', 'Photo', 'x.jpg', 'image/jpeg', 1, '\\x00', '试验', '2026-11-01')",
        "earlier_works" => $"insert into portal.earlier_works (tenant_id, id, estate_id, programme, year, has_central_money, recorded_by, recorded_at) values ('{county.Id}', '{id}', '{estate}', 'Residents', 2015, false, '试验', now())",
        "estate_aliases" => $"insert into portal.estate_aliases (tenant_id, id, estate_id, name, kind, recorded_by, recorded_at) values ('{county.Id}', '{id}', '{estate}', '另名院', 'Alias', '试验', now())",
        _ => throw new ArgumentOutOfRangeException(nameof(table)),
    });

    /// <summary>An import that was given up, with all that belongs to it.</summary>
    private static async Task<Guid> ImportedAsync(this County county, string canary)
    {
        var import = Guid.CreateVersion7();
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.imports (tenant_id, id, kind, file_name, length, sha256, street_id, state, rows_done, attempts, new_rows, changed_rows, same_rows, open_rows, refused_rows, skipped_rows, uploaded_by, uploaded_by_id, uploaded_at, asked_by, asked_by_id, version)
              values ('{county.Id}', '{import}', 'Estates', '{canary}.csv', 1, '\x00', '{county.Street("城关街道")}', 'Discarded', 0, 0, 0, 0, 0, 0, 0, 0, '{canary}', gen_random_uuid(), now(), '{canary}', gen_random_uuid(), 0);
            insert into portal.import_contents (tenant_id, import_id, file) values ('{county.Id}', '{import}', '\x00');
            insert into portal.import_rows (tenant_id, import_id, number, state, has_problem) values ('{county.Id}', '{import}', 1, 'New', false);
            insert into portal.import_corrections (tenant_id, import_id, "row", "column", text, by, at) values ('{county.Id}', '{import}', 1, 1, '\x00', '{canary}', now());
            insert into portal.import_decisions (tenant_id, import_id, key, answer, by, at) values ('{county.Id}', '{import}', 'row:1', 'skip', '{canary}', now());
            insert into portal.column_choices (tenant_id, kind, header, street_id) values ('{county.Id}', 'Estates', '{canary}', '{county.Street("城关街道")}');
            insert into portal.import_estates (tenant_id, act_id, import_id, estate_id, kind, file_name, is_undoing, by, at, estates_made, estates_changed, buildings_made, buildings_changed, dwellings_made, dwellings_changed)
              select tenant_id, gen_random_uuid(), '{import}', id, 'Estates', '{canary}.csv', false, '{canary}', now(), 0, 1, 0, 0, 0, 0 from portal.estates where ended_on is null limit 1
            """);
        return import;
    }

    private const string OneOwner = "[{\"Id\":\"00000000-0000-0000-0000-000000000001\",\"Name\":\"x\",\"Kind\":0}]";

    private static byte[] SealedCode(County county) => county.Portal.Services.GetRequiredService<Web.Security.PersonalData>().Seal(county.Id, Web.Security.PersonalField.Receipt, "ABCD")!;

    private const string NoResult = "{\"Name\":\"x\",\"Units\":0,\"Excluded\":0,\"Voted\":0,\"Matters\":[]}";

    private const string NoAnswers = "$json${\"Facts\":{},\"Facilities\":{},\"Works\":[],\"Buildings\":[]}$json$";

    private static string Number<T>(T? value) where T : struct, IFormattable => value?.ToString(null, CultureInfo.InvariantCulture) ?? "null";
}

public sealed record Filled(Guid Estate, Guid Building, Guid Plan)
{
    public Guid Dwelling { get; init; }

    public Guid Owner { get; init; }

    public Guid Import { get; init; }

    public Guid Ballot { get; init; }

    public Guid Project { get; init; }

    /// <summary>An address with the ids of what is there.</summary>
    public string In(string path) => path.Replace("{estate}", $"{Estate}", StringComparison.Ordinal).Replace("{building}", $"{Building}", StringComparison.Ordinal).Replace("{plan}", $"{Plan}", StringComparison.Ordinal)
        .Replace("{dwelling}", $"{Dwelling}", StringComparison.Ordinal).Replace("{owner}", $"{Owner}", StringComparison.Ordinal).Replace("{import}", $"{Import}", StringComparison.Ordinal).Replace("{ballot}", $"{Ballot}", StringComparison.Ordinal).Replace("{project}", $"{Project}", StringComparison.Ordinal);
}

/// <summary>Rules as a ballot freezes them.</summary>
public static class FrozenQuestions
{
    public static string PlanEntry { get; } = FrozenQuestion.Write(ConsentQuestion.For(PolicyBook.Shipped.View(["ruicheng", "yuncheng", "shanxi", "nation"], new DateOnly(2026, 11, 1)), "plan-entry")[0]);
}

/// <summary>The document of a county nobody thought of when the portal was written.</summary>
public static class SixthCounty
{
    public static readonly string Json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sixth-county.json"));
    public static readonly string[] Chain = ["liu", "nation"];

    public static string Literal => $"$json${Json}$json$";
}
