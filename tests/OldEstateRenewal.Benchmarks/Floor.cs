using System.Text;
using Npgsql;

namespace OldEstateRenewal.Benchmarks;

/// <summary>The least a signed-in page of 50 estates can cost: Kestrel, a cookie compared, one batch under row-level security, bytes written by hand.</summary>
internal sealed class Floor : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly NpgsqlDataSource source;

    private Floor(WebApplication app, NpgsqlDataSource source) => (this.app, this.source) = (app, source);

    public string Address => app.Urls.First() + "/";
    public static string Cookie => "floor=" + new string('x', 180);

    public static async Task<Floor> StartAsync(Stage stage)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var source = NpgsqlDataSource.Create(stage.Setup.Connections.App);
        var app = builder.Build();
        var floor = new Floor(app, source);
        app.MapGet("/", http => floor.ServeAsync(http, stage.TenantId));
        await app.StartAsync();
        return floor;
    }

    private async Task ServeAsync(HttpContext http, Guid tenantId)
    {
        if (http.Request.Headers.Cookie != Cookie)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select set_config('app.tenant', $1::text, true)") { Parameters = { new NpgsqlParameter<string> { TypedValue = tenantId.ToString() } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select id, name, address, built_years, building_count, household_count, floor_area from estates where tenant_id = $1 order by name collate \"zh-x-icu\" limit 50") { Parameters = { new NpgsqlParameter<Guid> { TypedValue = tenantId } } });
        await using var rows = await batch.ExecuteReaderAsync();
        await rows.NextResultAsync();
        http.Response.ContentType = "text/html; charset=utf-8";
        var page = new StringBuilder(26_000).Append("<!DOCTYPE html><title>小区台账</title><table>");
        while (await rows.ReadAsync())
        {
            page.Append("<tr><td class=\"name\"><a href=\"/bench/estates/").Append(rows.GetGuid(0)).Append("\">").Append(rows.GetString(1)).Append("</a></td><td data-label=\"坐落\">").Append(rows.GetString(2))
                .Append("</td><td data-label=\"建成年份\" class=\"t\">").AppendJoin('、', rows.GetFieldValue<int[]>(3)).Append("</td><td data-label=\"楼栋\" class=\"n\">").Append(rows.GetInt32(4))
                .Append("</td><td data-label=\"户数\" class=\"n\">").Append(rows.GetInt32(5)).Append("</td><td data-label=\"建筑面积\" class=\"n\">").Append(rows.GetDecimal(6))
                .Append("</td><td data-label=\"能否改造\" class=\"t\"><span class=\"tag good\">符合</span></td><td data-label=\"已列计划\">2026</td></tr>");
        }

        Encoding.UTF8.GetBytes(page.Append("</table>").ToString(), http.Response.BodyWriter);
        await http.Response.BodyWriter.FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await source.DisposeAsync();
    }
}
