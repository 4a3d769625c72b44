namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>Reports already there, written past the pages. The file bears the estate's id, so that its address can be made.</summary>
public static class ReportRows
{
    public const string Code = "ABCDEFGHJKMNPQRSTVWXYZ0123";

    public static Task ReportAsync(this County county, Guid id, string canary = "报表", int number = 1, string madeAt = "2026-11-03", string? street = "城关街道") => county.Portal.Sql.AppAsync(county.Scope, $"""
        insert into portal.report_files (tenant_id, id, year, number, key, name, format, parameters, is_household, street_id, made_by, made_by_id, asked_at, code, site, state, percent, attempts, made_at, rows, length, sha256)
          values ('{county.Id}', '{id}', 2026, {number}, 'estates', '{canary}', 'Pdf', '', false, {(street is null ? "null" : $"'{county.Street(street)}'")}, '{canary}', gen_random_uuid(), '{madeAt}', '{Code[..^2]}{number:00}', 'https://portal.test', 'Done', 100, 1, '{madeAt}', 1, 3, sha256('abc'::bytea));
        insert into portal.report_contents (tenant_id, file_id, bytes) values ('{county.Id}', '{id}', 'abc'::bytea)
        """);

    /// <summary>A row in each table of the reports centre.</summary>
    public static async Task ReportedAsync(this County county, Guid estate, string canary)
    {
        await county.ReportAsync(estate, canary);
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.report_schedules (tenant_id, id, key, name, format, parameters, is_household, street_id, cycle, day, hour, site, made_by, made_by_id, made_at, next_at)
              values ('{county.Id}', '{estate}', 'estates', '{canary}', 'Pdf', '', false, '{county.Street("城关街道")}', 'Weekly', 1, 8, 'https://portal.test', '{canary}', gen_random_uuid(), '2026-11-03', '2049-01-01');
            insert into portal.paper_template_versions (tenant_id, id, mark, signatories, seal, made_by, made_by_id, made_at) values ('{county.Id}', '{estate}', '{canary}', array['{canary}'], 'Unsealed', '{canary}', gen_random_uuid(), '2026-11-03')
            """);
    }
}
