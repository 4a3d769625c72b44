namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>
/// Tries with bare SQL, as the app, to get from one county into another, table by table; views can only be read. The tables are read from the catalogue, so that a
/// new one is tried too. An empty list means that every wall held.
/// </summary>
public sealed class WallProbe(Sql sql, County victim, County intruder)
{
    private const string NoPrivilege = Sql.Refused;
    private readonly List<string> leaks = [];

    public async Task<IReadOnlyList<string>> LeaksAsync()
    {
        var tables = await sql.AskAdministratorAsync<string[]>("select array_agg(table_name::text order by 1) from information_schema.columns where table_schema = 'portal' and column_name = 'tenant_id' and table_name <> 'memberships'");
        var views = await sql.AskAdministratorAsync<string[]>("select coalesce(array_agg(table_name::text), array[]::text[]) from information_schema.views where table_schema = 'portal'");
        Assert.True(tables!.Length >= 13);
        foreach (var table in tables)
        {
            Assert.True(await sql.AskAdministratorAsync<long>($"select count(*) from portal.{table} where tenant_id = '{victim.Id}'") > 0, $"{table} is not filled");
            await ReadAsync(table);
            if (views!.Contains(table)) continue;
            await WriteAsync(table);
            await InsertAsync(table);
        }

        return leaks;
    }

    private async Task ReadAsync(string table)
    {
        foreach (var (who, scope) in new[] { ("nobody", null), ("another tenant", intruder.Scope) })
        {
            long seen = 0;
            var refusal = await Sql.RefusalOfAsync(async () => seen = await sql.AskAppAsync<long>(scope, $"select count(*) from portal.{table} where tenant_id = '{victim.Id}'"));
            if (refusal is not (null or NoPrivilege)) leaks.Add($"{table}: {who} reading fails with {refusal}");
            if (seen > 0) leaks.Add($"{table}: {who} sees {seen} rows");
        }
    }

    private async Task WriteAsync(string table)
    {
        foreach (var (who, scope) in new[] { ("nobody", null), ("another tenant", intruder.Scope) })
        {
            foreach (var act in new[] { $"update portal.{table} set tenant_id = tenant_id where tenant_id = '{victim.Id}'", $"update portal.{table} set tenant_id = '{intruder.Id}' where tenant_id = '{victim.Id}'", $"delete from portal.{table} where tenant_id = '{victim.Id}'" })
            {
                var rows = 0;
                var refusal = await Sql.RefusalOfAsync(async () => rows = await sql.AppAsync(scope, act));
                if (rows > 0 || refusal is not (null or NoPrivilege)) leaks.Add($"{table}: {who}: {act[..6]} changes {rows} rows {refusal}");
            }
        }

        var refused = await sql.RefusalAsync(victim.Scope, $"update portal.{table} set tenant_id = '{intruder.Id}' where tenant_id = '{victim.Id}'");
        if (refused != Sql.Refused) leaks.Add($"{table}: a row can be given away ({refused})");
    }

    /// <summary>A copy of the victim's own row, sent in by someone else.</summary>
    private async Task InsertAsync(string table)
    {
        var columns = await sql.AskAdministratorAsync<string>($"select string_agg(quote_ident(column_name), ', ') from information_schema.columns where table_schema = 'portal' and table_name = '{table}' and is_generated = 'NEVER'");
        foreach (var stranger in new[] { "", intruder.Id.ToString() })
        {
            var refusal = await sql.RefusalAsync(victim.Scope, $"""
                create temp table copied on commit drop as select * from portal.{table} where tenant_id = '{victim.Id}' limit 1;
                set local app.tenant = '{stranger}';
                insert into portal.{table} ({columns}) select {columns} from copied
                """);
            if (refusal != Sql.Refused) leaks.Add($"{table}: '{stranger}' can insert for another tenant ({refusal})");
        }
    }
}
