namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>What a test finds of a project that is nearly done.</summary>
public static class AfterworksRows
{
    /// <summary>A row in every table of acceptance, hand-over and property service; each has the estate's own id, so that its address can be made.</summary>
    public static Task AfterworksAsync(this County county, Guid project, Guid estate, string canary) => county.Portal.Sql.AppAsync(county.Scope, $"""
        insert into portal.acceptances (tenant_id, id, project_id, held_on, has_proof, recorded_by, recorded_at, version) values ('{county.Id}', '{estate}', '{project}', '2026-11-01', false, '{canary}', '2026-11-01', 0);
        insert into portal.acceptance_seats (tenant_id, acceptance_id, project_id, party_key, party, clause, is_optional, sequence, is_present) values ('{county.Id}', '{estate}', '{project}', 'client', '{canary}', '试验', false, 1, false);
        insert into portal.acceptance_defects (tenant_id, id, project_id, number, source, item, place, owner, due_on, recorded_by, recorded_at) values ('{county.Id}', '{estate}', '{project}', 1, 'Acceptance', '{canary}', '1号楼', '{canary}', '2026-12-01', '{canary}', '2026-11-01');
        insert into portal.defect_steps (tenant_id, id, defect_id, project_id, kind, "on", text, by, by_id, at) values ('{county.Id}', gen_random_uuid(), '{estate}', '{project}', 'Mended', '2026-11-02', '{canary}', '{canary}', gen_random_uuid(), '2026-11-02');
        insert into portal.spot_checks (tenant_id, id, project_id, held_on, office, conforms, findings, has_proof, recorded_by, recorded_at) values ('{county.Id}', '{estate}', '{project}', '2026-11-03', '{canary}', true, '{canary}', false, '{canary}', '2026-11-03');
        insert into portal.acceptance_confirmations (tenant_id, id, project_id, estate_id, body, confirmed_on, confirms, signed_by, has_proof, recorded_by, recorded_at) values ('{county.Id}', '{estate}', '{project}', '{estate}', '居委会', '2026-11-04', true, '{canary}', false, '{canary}', '2026-11-04');
        insert into portal.handover_items (tenant_id, id, project_id, sequence, name, has_proof, listed_by, listed_at, version) values ('{county.Id}', '{estate}', '{project}', 1, '{canary}给水', false, '{canary}', '2026-11-05', 0);
        insert into portal.property_services (tenant_id, id, estate_id, mode_key, mode, firm, from_on, decision, has_committee, recorded_by, recorded_at) values ('{county.Id}', '{estate}', '{estate}', 'professional', '专业化物业服务', '{canary}物业', '2026-11-06', 'Residents', false, '{canary}', '2026-11-06');
        insert into portal.fund_balances (tenant_id, id, estate_id, stated_on, balance, source, recorded_by, recorded_at) values ('{county.Id}', '{estate}', '{estate}', '2026-11-07', 100, '{canary}', '{canary}', '2026-11-07')
        """);

    /// <summary>A stage of a project that was reached on a day, written past its gates.</summary>
    public static Task ReachedAsync(this County county, Guid project, string stage, string on) => county.Portal.Sql.AppAsync(county.Scope, $"""
        insert into portal.project_steps (tenant_id, id, project_id, stage_key, kind, "on", by, by_id, at) values ('{county.Id}', gen_random_uuid(), '{project}', '{stage}', 'Reached', '{on}', '试验', gen_random_uuid(), '2026-11-20')
        """);

    /// <summary>A form with files, as a browser sends it.</summary>
    public static async Task<Page> SendFilesAsync(this Clerk clerk, string path, byte[]? file, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent { { new StringContent((await clerk.OpenAsync(clerk.County!.Home + "/policies")).Token!), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        if (file is not null) form.Add(new ByteArrayContent(file), "files", "扫描件.pdf");
        return await clerk.PostAsync(clerk.County.Home + path, form);
    }
}
