using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Security;

public sealed class SignInSecurityTests(PortalFixture fixture)
{
    private const string Refusal = "账号或口令不正确。连续 5 次不正确的，账号锁定 30 分钟。";

    [Fact]
    public async Task SignIn_FiveFailures_LocksTheAccountEvenForTheRightPassword()
    {
        var clerk = Clerk.Of(await Person.MakeAsync(fixture.Portal));
        for (var i = 1; i < SecurityServices.FailuresUntilLockout; i++) Assert.Equal(Refusal, (await clerk.SignInAsync("Wrong_2026x")).Problem);

        Assert.Equal(Refusal, (await clerk.SignInAsync("Wrong_2026x")).Problem);
        Assert.Equal(Refusal, (await clerk.SignInAsync(County.Password)).Problem);
    }

    [Fact]
    public async Task SignIn_FourFailuresThenRight_StartsCountingAnew()
    {
        var clerk = Clerk.Of(await Person.MakeAsync(fixture.Portal));
        for (var round = 0; round < 2; round++)
        {
            for (var i = 1; i < SecurityServices.FailuresUntilLockout; i++) await clerk.SignInAsync("Wrong_2026x");
            Assert.NotEqual("/sign-in", (await clerk.SignInAsync(County.Password)).Address);
        }
    }

    [Fact]
    public async Task SignIn_UnknownAccount_SaysTheSameAsAWrongPassword()
    {
        var page = await (await Clerk.Anonymous(fixture.Portal).OpenAsync("/sign-in")).Fill("账号", "nobody@nowhere").Fill("口令", "Wrong_2026x").PressAsync("登录");

        Assert.Equal(Refusal, page.Problem);
    }

    [Theory]
    [InlineData("update portal.users set security_stamp = 'another' where id = '{0}'")]
    [InlineData("delete from portal.memberships where user_id = '{0}'; delete from portal.users where id = '{0}'")]
    public async Task Stamp_ChangedOrPersonGone_EndsTheSessionAtTheNextRequest(string change)
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        Assert.Equal(200, (await clerk.GetAsync("/estates")).Status);

        await fixture.Portal.Sql.AdministratorAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, change, clerk.Person!.Id));

        Assert.Equal("/sign-in", (await clerk.GetAsync("/estates")).Address);
    }

    [Fact]
    public async Task Membership_Removed_ClosesTheCountyAtTheNextRequest()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        Assert.Equal(200, (await clerk.GetAsync("/estates")).Status);

        await county.DismissAsync(clerk.Person!);

        Assert.Equal(404, (await clerk.GetAsync("/estates")).Status);
        Assert.Contains("尚未分配", (await clerk.OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Role_Changed_CountsAtTheNextRequest()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        Assert.Equal(200, (await clerk.GetAsync("/estates/new")).Status);

        await fixture.Portal.Sql.AdministratorAsync($"update portal.memberships set role = 'Leader' where user_id = '{clerk.Person!.Id}'");

        Assert.Equal(403, (await clerk.GetAsync("/estates/new")).Status);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/ok\r\nSet-Cookie: a=b")]
    public async Task SignIn_ForeignReturnAddress_LeadsHome(string returnUrl)
    {
        var person = await Person.MakeAsync(fixture.Portal);
        var clerk = Clerk.Of(person);
        var form = await clerk.OpenAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));
        var content = new FormUrlEncodedContent([new("__RequestVerificationToken", form.Token), new("UserName", person.UserName), new("Password", County.Password), new("ReturnUrl", returnUrl)]);

        using var response = await clerk.SendAsync(HttpMethod.Post, "/sign-in", content);

        Assert.Equal(302, (int)response.StatusCode);
        Assert.Equal("/", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task SignIn_OwnReturnAddress_LeadsThere()
    {
        var county = await fixture.CountyAsync();
        var person = await Person.MakeAsync(fixture.Portal);
        await county.AdmitAsync(person, Role.Bureau);

        var page = await (await Clerk.Of(person).OpenAsync(county.Home + "/plans")).Fill("账号", person.UserName).Fill("口令", County.Password).PressAsync("登录");

        Assert.Equal(county.Home + "/plans", page.Address);
    }

    [Fact]
    public async Task Cookies_AfterSigningIn_AreSecureAndUnreadableToScripts()
    {
        var person = await Person.MakeAsync(fixture.Portal);
        var clerk = Clerk.Of(person);
        var form = await clerk.OpenAsync("/sign-in");

        using var response = await clerk.SendAsync(HttpMethod.Post, "/sign-in", new FormUrlEncodedContent([new("__RequestVerificationToken", form.Token), new("UserName", person.UserName), new("Password", County.Password)]));

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-portal=", StringComparison.Ordinal));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
