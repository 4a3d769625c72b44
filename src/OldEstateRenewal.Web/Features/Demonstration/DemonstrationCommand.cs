using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Demonstration;

/// <summary>Loads the demonstration once, and tells the operator where to look and how to sign in.</summary>
public static class DemonstrationCommand
{
    private const string PasswordFile = "demonstration-password";
    private const string PasswordLetters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    public static async Task LoadAsync(IServiceProvider services, DatabaseSetup setup, IConfiguration configuration)
    {
        var (password, isGiven) = Password(configuration);
        var database = services.GetRequiredService<PortalDatabase>();
        var isLoaded = await database.InTransactionAsync(null, db => db.Tenants.AnyAsync(t => t.IsDemonstration));
        if (!isLoaded) await new DemonstrationLoader(database, setup, services.GetRequiredService<PersonalData>()).LoadAsync(password);
        else if (isGiven) await new DemonstrationLoader(database, setup, services.GetRequiredService<PersonalData>()).ResetPasswordsAsync(password);
        services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => Tell(services, password, isLoaded && !isGiven && !IsKept(configuration)));
    }

    private static (string Password, bool IsGiven) Password(IConfiguration configuration)
    {
        if (configuration["PORTAL_DEMO_PASSWORD"] is { Length: > 0 } given) return (given, true);
        if (IsKept(configuration)) return (File.ReadAllText(KeptIn(configuration)!).Trim(), false);
        // Two digits and an underscore at the end keep the rules of complexity, whatever the letters are.
        var password = RandomNumberGenerator.GetString(PasswordLetters, 14) + "_a9Z";
        if (KeptIn(configuration) is { } file) Keep(file, password);
        return (password, false);
    }

    private static string? KeptIn(IConfiguration configuration) => configuration["Portal:DataFolder"] is { Length: > 0 } folder ? Path.Combine(folder, PasswordFile) : null;

    private static bool IsKept(IConfiguration configuration) => KeptIn(configuration) is { } file && File.Exists(file);

    private static void Keep(string file, string password)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var stream = new FileStream(file, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        using var writer = new StreamWriter(stream);
        writer.WriteLine(password);
    }

    private static void Tell(IServiceProvider services, string password, bool isForgotten)
    {
        var addresses = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine();
        Console.WriteLine($"门户已启动：{string.Join("  ", addresses)}");
        Console.WriteLine("演示账号：");
        foreach (var account in DemonstrationTenants.Accounts)
            Console.WriteLine($"  {account.UserName,-18} {DemonstrationTenants.All.Single(tenant => tenant.Key == account.Tenant).Name} {account.DisplayName}");
        Console.WriteLine(isForgotten ? "口令：见首次启动时的显示；可设 PORTAL_DEMO_PASSWORD 后重启以更换。" : $"口令（所有演示账号相同）：{password}");
        Console.WriteLine("按 Ctrl-C 停止。");
    }
}
