using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Demonstration;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;
using Serilog;
using Serilog.Extensions.Logging;

namespace OldEstateRenewal.Web.Infrastructure;

/// <summary>The portal from start to stop: database, commands, web application.</summary>
public static class Portal
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var log = Logging(builder.Configuration).CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(log, dispose: true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 8 * 1024 * 1024;
        });
        try
        {
            using var loggers = new SerilogLoggerFactory(log);
            await using var postgres = await PortalPostgres.StartAsync(builder.Configuration, loggers.CreateLogger<EmbeddedPostgres>());
            await postgres.Setup.PrepareAsync();
            if (args.FirstOrDefault() == "administrator") return await AdministratorCommand.RunAsync(postgres.Setup, args[1..]);
            AddPortal(builder.Services, builder.Configuration, postgres.Setup.Connections);
            await using var app = builder.Build();
            UsePortal(app);
            app.Services.GetRequiredService<PersonalData>();
            await app.Services.GetRequiredService<Readiness>().CheckAsync();
            if (builder.Configuration.GetValue<bool>("Portal:Demonstration")) await DemonstrationCommand.LoadAsync(app.Services, postgres.Setup, builder.Configuration);
            var ended = postgres.Exited.ContinueWith(_ => app.Lifetime.StopApplication(), TaskScheduler.Default);
            await app.RunAsync();
            return ended.IsCompleted ? 1 : 0;
        }
        catch (Exception problem) when (problem is PortalStartException or EmbeddedPostgresException)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
    }

    /// <summary>Logs as configured, without the keys that stand in addresses.</summary>
    public static LoggerConfiguration Logging(IConfiguration configuration) => new LoggerConfiguration().ReadFrom.Configuration(configuration).Enrich.With<TokenMask>();

    public static void AddPortal(IServiceCollection services, IConfiguration configuration, PortalConnections connections)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new PortalDatabase(connections));
        services.AddSingleton<Readiness>();
        services.AddScoped<DatabaseLease>();
        services.AddScoped(provider => provider.GetRequiredService<DatabaseLease>().Take());
        services.AddPortalSecurity(RequiresHttps(configuration));
        services.AddSingleton(provider => new PersonalData(PersonalDataKey.Read(provider.GetRequiredService<IConfiguration>())));
        services.AddScoped<AuditTrail>();
        services.AddScoped<ExportTrail>();
        services.AddFeatures();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddControllersWithViews(options =>
        {
            options.Filters.Add<DutyFilter>();
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            options.ModelBinderProviders.Insert(0, new PlainTextProvider());
            options.ModelBinderProviders.Insert(0, new ExactNumberProvider());
            ChineseBinding.Configure(options);
        }).AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new FeatureViews()));
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
    }

    private static bool RequiresHttps(IConfiguration configuration) => configuration.GetValue("Portal:RequireHttps", !configuration.GetValue<bool>("Portal:Demonstration"));

    public static void UsePortal(WebApplication app)
    {
        app.UseExceptionHandler("/error");
        if (RequiresHttps(app.Configuration)) app.UseHttpsOnly();
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseSecurityHeaders();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
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
