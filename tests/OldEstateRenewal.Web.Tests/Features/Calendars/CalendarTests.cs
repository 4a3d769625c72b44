using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using OldEstateRenewal.Web.Infrastructure;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace OldEstateRenewal.Web.Tests.Features.Calendars;

/// <summary>日历订阅: read by whoever holds the address, as long as its person has the right.</summary>
public sealed class CalendarTests(PortalFixture fixture)
{
    [Fact]
    public async Task Make_AnAddress_IsShownOnceAndReadWithoutSigningIn()
    {
        var (city, county) = await CityAsync();
        var message = await city.MessageAsync("请王甲乙整改", [county], "2026-11-30");
        var clerk = await county.ClerkAsync();

        var page = await (await (await clerk.GetAsync("/tasks")).FollowAsync("订阅到日历")).PressAsync("生成订阅地址");
        var address = page.Value("订阅地址（只显示这一次）");
        var (status, calendar) = await ReadAsync(address);

        Assert.Equal(200, status);
        Assert.StartsWith("https://portal.test/calendar/", address, StringComparison.Ordinal);
        Assert.DoesNotContain(Token(address), (await clerk.GetAsync("/calendar")).Html, StringComparison.Ordinal);
        Assert.Contains("2026-11-21 10:00", (await clerk.GetAsync("/calendar")).Text, StringComparison.Ordinal);
        var unfolded = calendar.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains($"UID:{county.Id:N}-message-{message}@old-estate-renewal", unfolded, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20261130", unfolded, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:答复督办通知（11月1日发出）", unfolded, StringComparison.Ordinal);
        Assert.DoesNotContain("王甲乙", calendar, StringComparison.Ordinal);
        Assert.Equal(calendar, (await ReadAsync(address)).Text);
        Assert.Equal(SHA256.HashData(Encoding.ASCII.GetBytes(Token(address))), await fixture.Portal.Sql.AskAppAsync<byte[]>(county.Scope, "select token_hash from portal.calendar_feeds"));
    }

    [Fact]
    public async Task Read_RevokedReplacedOrUnknown_IsNotFound()
    {
        var (_, county) = await CityAsync();
        var clerk = await county.ClerkAsync();
        var first = await MakeAsync(clerk);
        var second = await MakeAsync(clerk, "重新生成");

        Assert.Equal(404, (await ReadAsync(first)).Status);
        Assert.Equal(200, (await ReadAsync(second)).Status);
        Assert.Equal("订阅已停用，原地址不能再读取。", (await (await clerk.GetAsync("/calendar")).PressAsync("停用")).Notice);
        Assert.Equal(404, (await ReadAsync(second)).Status);
        var token = Token(second);
        foreach (var wrong in new[] { token[..^1] + (token[^1] == 'A' ? 'B' : 'A'), token[..^1], new string('A', 64), "x", "%20", new string('.', 64), new string('绿', 64) })
            Assert.Equal(404, (await ReadAsync($"https://portal.test/calendar/{wrong}.ics")).Status);
        Assert.Contains("没有在用的订阅地址。", (await clerk.ForgeAsync("/calendar/revocation")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_AfterThePersonLeft_IsNotFound()
    {
        var (_, county) = await CityAsync();
        var clerk = await county.ClerkAsync();
        var address = await MakeAsync(clerk);
        Assert.Equal(200, (await ReadAsync(address)).Status);

        await county.DismissAsync(clerk.Person!);

        Assert.Equal(404, (await ReadAsync(address)).Status);
    }

    [Fact]
    public async Task Read_AfterThePersonMovedToAnotherStreet_ShowsThatStreetOnly()
    {
        var stage = await DispatchRows.StageAsync(fixture);
        var clerk = await stage.County.ClerkAsync(Role.Street, "城关街道");
        var address = await MakeAsync(clerk);
        Assert.Contains("甲片区", (await ReadAsync(address)).Text, StringComparison.Ordinal);

        await stage.County.DismissAsync(clerk.Person!);
        await stage.County.AdmitAsync(clerk.Person!, Role.Street, "东城街道");

        var (status, calendar) = await ReadAsync(address);
        Assert.Equal(200, status);
        Assert.DoesNotContain("甲片区", calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_FilledCounty_TellsNoHouseholdAndNoName()
    {
        var county = await fixture.CountyAsync();
        await county.FillAsync("机密");
        var clerk = await county.ClerkAsync();

        var calendar = (await ReadAsync(await MakeAsync(clerk))).Text;

        Assert.Contains("BEGIN:V", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("机密业主", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain(clerk.Person!.DisplayName, calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_TooOften_IsTurnedAway()
    {
        await using var portal = await TestPortal.StartAsync(await fixture.CloneAsync(), receiptsPerMinute: 2);
        using var browser = portal.Browser();
        var statuses = new List<int>();
        for (var i = 0; i < 3; i++) statuses.Add((int)(await browser.GetAsync($"/calendar/{new string('A', 64)}.ics")).StatusCode);

        Assert.Equal([404, 404, 429], statuses);
    }

    [Fact]
    public async Task Read_WithEverythingLogged_LeavesTheTokenOut()
    {
        var sink = new Kept();
        await using var serilog = Portal.Logging(new ConfigurationBuilder().Build()).MinimumLevel.Verbose().WriteTo.Sink(sink).CreateLogger();
        using var provider = new SerilogLoggerProvider(serilog);
        await using var portal = await TestPortal.StartAsync(await fixture.CloneAsync(), everything: provider);
        var county = await County.MakeAsync(portal);
        var address = await MakeAsync(await county.ClerkAsync());
        using var browser = portal.Browser();

        Assert.Equal(200, (int)(await browser.GetAsync(address)).StatusCode);

        var token = Token(address);
        Assert.Contains(sink.Lines, line => line.Contains("/calendar/〔已隐去〕.ics", StringComparison.Ordinal));
        Assert.DoesNotContain(sink.Lines, line => line.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Feed_Database_KeepsItAsItWasMade()
    {
        var (_, county) = await CityAsync();
        await MakeAsync(await county.ClerkAsync());
        var sql = fixture.Portal.Sql;

        Assert.Equal(Sql.Refused, await sql.RefusalAsync(county.Scope, "update portal.calendar_feeds set token_hash = sha256('x')"));
        Assert.Equal(Sql.Refused, await sql.RefusalAsync(county.Scope, "delete from portal.calendar_feeds"));
        await sql.AppAsync(county.Scope, "update portal.calendar_feeds set revoked_at = now()");
        Assert.Equal(Sql.Refused, await sql.RefusalAsync(county.Scope, "update portal.calendar_feeds set revoked_at = null"));
    }

    private static string Token(string address) => address.Split('/')[^1].Replace(".ics", "", StringComparison.Ordinal);

    private static async Task<string> MakeAsync(Clerk clerk, string press = "生成订阅地址") => (await (await clerk.GetAsync("/calendar")).PressAsync(press)).Value("订阅地址（只显示这一次）");

    private async Task<(int Status, string Text)> ReadAsync(string address)
    {
        using var browser = fixture.Portal.Browser();
        using var response = await browser.GetAsync(address);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<(County City, County County)> CityAsync()
    {
        var city = await County.CityAsync(fixture.Portal);
        return (city, await County.MakeAsync(fixture.Portal, above: city));
    }

    /// <summary>Each event as an operator could read it: the text and every property.</summary>
    private sealed class Kept : ILogEventSink
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IEnumerable<string> Lines => lines;

        public void Emit(LogEvent logEvent) => lines.Enqueue($"{logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture)} {string.Join(' ', logEvent.Properties.Select(property => $"{property.Key}={property.Value}"))} {logEvent.Exception}");
    }
}
