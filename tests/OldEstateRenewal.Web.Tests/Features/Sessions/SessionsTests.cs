using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Sessions;

public sealed class SessionsTests(PortalFixture fixture)
{
    [Fact]
    public async Task SignIn_RightPassword_OpensTheOnlyCounty()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();

        var page = await clerk.OpenAsync("/");

        Assert.Equal(county.Home, page.Address);
        Assert.Equal("工作台", page.Heading);
        Assert.Contains(clerk.Person!.DisplayName, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WrongPassword_SaysSoAndStaysSignedOut()
    {
        var county = await fixture.CountyAsync();
        var clerk = Clerk.Of(await Person.MakeAsync(fixture.Portal), county);

        var page = await clerk.SignInAsync("Wrong_2026x");

        Assert.Equal(422, page.Status);
        Assert.Equal("账号或口令不正确。连续 5 次不正确的，账号锁定 30 分钟。", page.Problem);
        Assert.Equal(clerk.Person!.UserName, page.Value("账号"));
        Assert.Equal("/sign-in", (await clerk.OpenAsync("/")).Address);
    }

    [Fact]
    public async Task SignIn_NothingTyped_NamesBothFields()
    {
        var page = await (await Clerk.Anonymous(fixture.Portal).OpenAsync("/sign-in")).PressAsync("登录");

        Assert.Equal(422, page.Status);
        Assert.Equal("请填写账号。", page.Wrong("账号"));
        Assert.Equal("请填写口令。", page.Wrong("口令"));
    }

    [Fact]
    public async Task SignIn_TwoMemberships_OffersBothAndEachShowsItsOwn()
    {
        var first = await fixture.CountyAsync();
        var second = await fixture.CountyAsync();
        var person = await Person.MakeAsync(fixture.Portal);
        await first.AdmitAsync(person, Role.Bureau);
        await second.AdmitAsync(person, Role.Leader);
        var clerk = await person.SignInAsync();

        var choice = await clerk.OpenAsync("/");

        Assert.Equal("选择单位", choice.Heading);
        var inFirst = await choice.FollowAsync(first.Tenant.Name);
        Assert.Equal(first.Home, inFirst.Address);
        Assert.True((await clerk.OpenAsync(first.Home + "/estates")).HasLink("登记小区"));
        Assert.False((await clerk.OpenAsync(second.Home + "/estates")).HasLink("登记小区"));
    }

    [Fact]
    public async Task SignIn_NoMembership_SaysWhomToAsk()
    {
        var clerk = await (await Person.MakeAsync(fixture.Portal)).SignInAsync();

        Assert.Contains("尚未分配到任何单位", (await clerk.OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_SignedIn_ClosesTheCounty()
    {
        var clerk = await (await fixture.CountyAsync()).ClerkAsync();

        var page = await (await clerk.GetAsync()).PressAsync("退出");

        Assert.Equal("/sign-in", page.Address);
        Assert.Equal("/sign-in", (await clerk.GetAsync("/estates")).Address);
    }
}
