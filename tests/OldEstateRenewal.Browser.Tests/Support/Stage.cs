using System.Diagnostics;
using Microsoft.Playwright;
using OldEstateRenewal.Browser.Tests.Support;

[assembly: AssemblyFixture(typeof(Stage))]

namespace OldEstateRenewal.Browser.Tests.Support;

/// <summary>What all tests share: one portal, one Chromium.</summary>
public sealed class Stage : IAsyncLifetime
{
    private static readonly string[] flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    // Well below the portal's half hour of idleness: the copies handed out renew themselves, the kept one does not.
    private static readonly TimeSpan cookieLife = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, (Task<string> Cookies, long Since)> signedIn = [];
    private IPlaywright? playwright;
    private PortalProcess? portal;

    public PortalProcess Portal => portal ?? throw new InvalidOperationException("The portal is not running.");

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalProcess.StartAsync();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = flags });
    }

    /// <summary>The cookies of someone who has signed in; an account signs in again only when its cookies have grown old.</summary>
    public Task<string> SignedInAsync(string userName)
    {
        lock (signedIn)
        {
            if (signedIn.TryGetValue(userName, out var kept) && !kept.Cookies.IsFaulted && Stopwatch.GetElapsedTime(kept.Since) < cookieLife) return kept.Cookies;
            var cookies = SignInAsync(userName);
            signedIn[userName] = (cookies, Stopwatch.GetTimestamp());
            return cookies;
        }
    }

    private async Task<string> SignInAsync(string userName)
    {
        await using var visit = await Visit.OpenAsync(this);
        await visit.SignInAsync(userName);
        await visit.SeeButtonAsync("退出");
        return await visit.Context.StorageStateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        playwright?.Dispose();
        if (portal is not null) await portal.DisposeAsync();
    }
}
