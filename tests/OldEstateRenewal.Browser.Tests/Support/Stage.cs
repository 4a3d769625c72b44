using System.Collections.Concurrent;
using Microsoft.Playwright;
using OldEstateRenewal.Browser.Tests.Support;

[assembly: AssemblyFixture(typeof(Stage))]

namespace OldEstateRenewal.Browser.Tests.Support;

/// <summary>What all tests share: one portal, one Chromium.</summary>
public sealed class Stage : IAsyncLifetime
{
    private static readonly string[] flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly ConcurrentDictionary<string, Task<string>> signedIn = new();
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

    /// <summary>The cookies of someone who has signed in; each account signs in once.</summary>
    public Task<string> SignedInAsync(string userName) => signedIn.GetOrAdd(userName, async name =>
    {
        await using var visit = await Visit.OpenAsync(this);
        await visit.SignInAsync(name);
        await visit.SeeButtonAsync("退出");
        return await visit.Context.StorageStateAsync();
    });

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        playwright?.Dispose();
        if (portal is not null) await portal.DisposeAsync();
    }
}
