using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using HttpMethod = System.Net.Http.HttpMethod;

namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>A person in front of a browser: follows links, reads pages, fills in forms. Knows nothing of what is behind.</summary>
public sealed class Clerk
{
    private const int MostRedirects = 5;
    private readonly HttpClient browser;

    private Clerk(TestPortal portal, Person? person, County? county) => (Portal, Person, County, browser) = (portal, person, county, portal.Browser());

    public TestPortal Portal { get; }

    public Person? Person { get; }

    public County? County { get; }

    public static Clerk Of(Person person, County? county = null) => new(person.Portal, person, county);

    public static Clerk Anonymous(TestPortal portal, County? county = null) => new(portal, null, county);

    /// <summary>A page of the clerk's county: "/estates".</summary>
    public Task<Page> GetAsync(string path = "") => OpenAsync((County?.Home ?? "") + path);

    /// <summary>A page by its whole address.</summary>
    public async Task<Page> OpenAsync(string address) => await FollowAsync(await browser.GetAsync(address), address);

    /// <summary>The bare answer, redirects not followed.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content = null) => browser.SendAsync(new HttpRequestMessage(method, address) { Content = content });

    public async Task<byte[]> DownloadAsync(string path)
    {
        using var response = await browser.GetAsync(County!.Home + path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync();
    }

    public async Task<Page> SignInAsync(string password)
    {
        var page = await OpenAsync("/sign-in");
        return await page.Fill("账号", Person!.UserName).Fill("口令", password).PressAsync("登录");
    }

    /// <summary>Posts what no form of the portal would send, with the token of a page the clerk may see.</summary>
    public async Task<Page> ForgeAsync(string path, params (string Name, string Value)[] fields)
    {
        var page = await GetAsync("/policies");
        if (page.Token is null) page = await OpenAsync("/sign-in");
        var token = page.Token ?? throw new InvalidOperationException("No form on the page to take a token from.");
        return await PostAsync(County!.Home + path, new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));
    }

    public async Task<Page> PostAsync(string address, HttpContent content) => await FollowAsync(await SendAsync(HttpMethod.Post, address, content), address);

    internal Task<Page> SubmitAsync(IHtmlFormElement form, IHtmlElement button)
    {
        var request = form.GetSubmission(button) ?? throw new InvalidOperationException("The form cannot be sent.");
        if (request.Method == AngleSharp.Io.HttpMethod.Get) return OpenAsync(request.Target.PathName + (request.Target.Query is { Length: > 0 } query ? "?" + query : ""));
        var content = new StreamContent(request.Body);
        content.Headers.TryAddWithoutValidation("Content-Type", request.MimeType);
        return PostAsync(request.Target.PathName, content);
    }

    private async Task<Page> FollowAsync(HttpResponseMessage response, string address)
    {
        for (var i = 0; i < MostRedirects && response.StatusCode == HttpStatusCode.Redirect; i++)
        {
            address = response.Headers.Location!.OriginalString;
            response = await browser.GetAsync(address);
        }

        var html = await response.Content.ReadAsStringAsync();
        if (response.StatusCode == HttpStatusCode.InternalServerError) throw new InvalidOperationException($"{address} answered 500.\n{Portal.Failures}");
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(reply => reply.Content(html).Address(new Uri(browser.BaseAddress!, address)));
        return new Page(this, (int)response.StatusCode, new Uri(browser.BaseAddress!, address), html, (IHtmlDocument)document);
    }
}
