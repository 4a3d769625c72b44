using System.Globalization;

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
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.estate_facts (tenant_id, estate_id, key, value, recorded_by, recorded_at) values ('{county.Id}', '{estate}', 'poor-upkeep', true, '{canary}', now());
            insert into portal.policy_files (tenant_id, id, key, json, added_by, added_at) values ('{county.Id}', gen_random_uuid(), 'x', {SixthCounty.Literal}, '{canary}', now());
            insert into portal.audit_entries (tenant_id, at, by, kind, subject_type, subject, changes) values ('{county.Id}', now(), '{canary}', 'EstateAdded', 'Estate', '{canary}', '{"{}"}')
            """);
        await county.JudgedAsync(estate);
        return new Filled(estate, building, plan);
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
          values ('{county.Id}', '{estate}', '{estate}', 'Estate', '{estate}', 'Photo', 'x.jpg', 'image/jpeg', 1, '\x00', '试验', '2026-11-01') returning id)
        insert into portal.attachment_contents (tenant_id, attachment_id, bytes) select '{county.Id}', id, '\x00' from file
        """);

    private const string NoAnswers = "$json${\"Facts\":{},\"Facilities\":{},\"Works\":[],\"Buildings\":[]}$json$";

    private static string Number<T>(T? value) where T : struct, IFormattable => value?.ToString(null, CultureInfo.InvariantCulture) ?? "null";
}

public sealed record Filled(Guid Estate, Guid Building, Guid Plan);

/// <summary>The document of a county nobody thought of when the portal was written.</summary>
public static class SixthCounty
{
    public static readonly string Json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sixth-county.json"));
    public static readonly string[] Chain = ["liu", "nation"];

    public static string Literal => $"$json${Json}$json$";
}
