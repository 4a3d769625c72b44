using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Demonstration;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;
using Serilog;

namespace OldEstateRenewal.Web.Infrastructure;

/// <summary>The portal from start to stop: database, commands, web application.</summary>
public static class Portal
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders().AddSerilog(new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).CreateLogger(), dispose: true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 8 * 1024 * 1024;
        });
        try
        {
            await using var postgres = await PortalPostgres.StartAsync(builder.Configuration);
            await postgres.Setup.PrepareAsync();
            if (args.FirstOrDefault() == "administrator") return await AdministratorCommand.RunAsync(postgres.Setup, args[1..]);
            AddPortal(builder.Services, builder.Configuration, postgres.Setup.Connections);
            await using var app = builder.Build();
            UsePortal(app);
            await app.Services.GetRequiredService<Readiness>().CheckAsync();
            if (builder.Configuration.GetValue<bool>("Portal:Demonstration")) await DemonstrationCommand.LoadAsync(app.Services, postgres.Setup, builder.Configuration);
            await app.RunAsync();
            return 0;
        }
        catch (PortalStartException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
    }

    public static void AddPortal(IServiceCollection services, IConfiguration configuration, PortalConnections connections)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new PortalDatabase(connections));
        services.AddSingleton<Readiness>();
        services.AddScoped<DatabaseLease>();
        services.AddScoped(provider => provider.GetRequiredService<DatabaseLease>().Context);
        services.AddPortalSecurity(configuration.GetValue("Portal:RequireHttps", !configuration.GetValue<bool>("Portal:Demonstration")));
        services.AddScoped<AuditTrail>();
        services.AddScoped<PolicyShelf>();
        services.AddScoped<EstateService>();
        services.AddScoped<PlanService>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddControllersWithViews(options =>
        {
            options.Filters.Add<DutyFilter>();
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            options.ModelBinderProviders.Insert(0, new PlainTextProvider());
            ChineseBinding.Configure(options);
        }).AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new FeatureViews()));
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
    }

    public static void UsePortal(WebApplication app)
    {
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseSecurityHeaders();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<TenancyMiddleware>();
        app.UseAuthorization();
        app.MapGet("/healthz", () => Results.Text("ok"));
        app.MapGet("/readyz", async (Readiness readiness) => await readiness.ReportAsync());
        app.MapStaticAssets();
        app.MapControllers();
    }
}

/// <summary>The portal cannot start; the message tells the operator why, in Chinese.</summary>
public sealed class PortalStartException(string message) : Exception(message);
