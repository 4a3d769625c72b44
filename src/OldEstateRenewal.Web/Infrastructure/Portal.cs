using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Acceptances;
using OldEstateRenewal.Web.Features.Archives;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Balances;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Bills;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Bulletins;
using OldEstateRenewal.Web.Features.Calendars;
using OldEstateRenewal.Web.Features.Candidates;
using OldEstateRenewal.Web.Features.Collecting;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.CostShares;
using OldEstateRenewal.Web.Features.Demonstration;
using OldEstateRenewal.Web.Features.Disbursements;
using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Features.EarlierWorks;
using OldEstateRenewal.Web.Features.Eligibility;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Figures;
using OldEstateRenewal.Web.Features.Evaluations;
using OldEstateRenewal.Web.Features.Evidence;
using OldEstateRenewal.Web.Features.Funding;
using OldEstateRenewal.Web.Features.Handovers;
using OldEstateRenewal.Web.Features.Holidays;
using OldEstateRenewal.Web.Features.Identity;
using OldEstateRenewal.Web.Features.Imports;
using OldEstateRenewal.Web.Features.Ledgers;
using OldEstateRenewal.Web.Features.Messages;
using OldEstateRenewal.Web.Features.Notices;
using OldEstateRenewal.Web.Features.Overviews;
using OldEstateRenewal.Web.Features.Owners;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.PropertyServices;
using OldEstateRenewal.Web.Features.Quarters;
using OldEstateRenewal.Web.Features.Recognitions;
using OldEstateRenewal.Web.Features.Reports;
using OldEstateRenewal.Web.Features.Responsibilities;
using OldEstateRenewal.Web.Features.Reviews;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Features.Search;
using OldEstateRenewal.Web.Features.Sites;
using OldEstateRenewal.Web.Features.SpotChecks;
using OldEstateRenewal.Web.Features.Supervision;
using OldEstateRenewal.Web.Features.Surveys;
using OldEstateRenewal.Web.Features.Tasks;
using OldEstateRenewal.Web.Features.Twins;
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
        services.AddEvidence().AddSpotChecks().AddEvaluations();
        services.AddScoped<ExportTrail>();
        services.AddScoped<PaperTemplates>();
        services.AddScoped<ReportChoices>();
        services.AddScoped<ReportShelf>();
        services.AddScoped<ReportSchedules>();
        services.AddSingleton<ReportSite>();
        services.AddSingleton<Verification>();
        services.AddSingleton<ReportBell>();
        services.AddSingleton<ReportJob>();
        services.AddSingleton<ReportClock>();
        services.AddHostedService(provider => provider.GetRequiredService<ReportClock>());
        services.AddHostedService<ReportWorker>();
        services.AddScoped<PolicyShelf>();
        services.AddScoped<CountyCalendar>();
        services.AddScoped<HolidayService>();
        services.AddScoped<NoticeReader>();
        services.AddScoped<NoticeDrafts>();
        services.AddScoped<NoticeService>();
        services.AddScoped<NoticeGate>();
        services.AddScoped<PublicBoard>();
        services.AddScoped<EstateService>();
        services.AddScoped<EstateStandings>();
        services.AddScoped<PlanService>();
        services.AddScoped<CandidatePool>();
        services.AddScoped<SelectionService>();
        services.AddScoped<PipelineBoard>();
        services.AddScoped<ReconciliationBoard>();
        services.AddScoped<BuildingService>();
        services.AddScoped<DwellingService>();
        services.AddScoped<OwnershipBook>();
        services.AddScoped<OwnerService>();
        services.AddScoped<Namesakes>();
        services.AddScoped<IdentityService>();
        services.AddScoped<SuccessionService>();
        services.AddScoped<WorksLedger>();
        services.AddScoped<EarlierWorksService>();
        services.AddScoped<TwinBoard>();
        services.AddScoped<PortalSearch>();
        services.AddScoped<SurveyService>();
        services.AddScoped<AttachmentService>();
        services.AddScoped<RecognitionService>();
        services.AddScoped<BallotRoll>();
        services.AddScoped<BallotService>();
        services.AddScoped<BallotReader>();
        services.AddScoped<VoteService>();
        services.AddScoped<TallyBook>();
        services.AddScoped<ClosureService>();
        services.AddScoped<RecountService>();
        services.AddScoped<ConsentGate>();
        services.AddScoped<SchemeReader>();
        services.AddScoped<SchemeService>();
        services.AddScoped<SchemeGate>();
        services.AddScoped<ReviewBook>();
        services.AddScoped<ReviewReader>();
        services.AddScoped<ReviewService>();
        services.AddScoped<ReviewPackets>();
        services.AddScoped<ReviewGate>();
        services.AddScoped<CityReviews>();
        services.AddScoped<GateBook>();
        services.AddScoped<SiteGate>();
        services.AddScoped<SiteReader>();
        services.AddScoped<SiteService>();
        services.AddScoped<PartyService>();
        services.AddScoped<DiaryService>();
        services.AddScoped<PassService>();
        services.AddScoped<ArchiveChecklist>();
        services.AddScoped<ArchiveFiles>();
        services.AddScoped<AcceptanceBook>();
        services.AddScoped<AcceptanceService>();
        services.AddScoped<DefectService>();
        services.AddScoped<HandoverService>();
        services.AddScoped<AftercareBook>();
        services.AddScoped<PropertyBureau>();
        services.AddScoped<ProjectReader>();
        services.AddScoped<ProjectService>();
        services.AddScoped<ResponsibilityBook>();
        services.AddScoped<LedgerService>();
        services.AddScoped<LedgerReader>();
        services.AddScoped<Offices>();
        services.AddScoped<PaymentUses>();
        services.AddScoped<PaymentService>();
        services.AddScoped<CollectingReader>();
        services.AddScoped<ArrearsBook>();
        services.AddScoped<ReminderService>();
        services.AddScoped<DayBook>();
        services.AddScoped<BankReader>();
        services.AddScoped<BankFileService>();
        services.AddScoped<BankLayouts>();
        services.AddScoped<BankLineService>();
        services.AddScoped<Outstanding>();
        services.AddScoped<FundingReader>();
        services.AddScoped<FundingAlarms>();
        services.AddScoped<FundingService>();
        services.AddScoped<ProjectFundingReader>();
        services.AddScoped<UseService>();
        services.AddScoped<CountyShareService>();
        services.AddScoped<SubsidyBoard>();
        services.AddScoped<ContractReader>();
        services.AddScoped<ContractService>();
        services.AddScoped<PaymentRequestService>();
        services.AddScoped<PaymentLedger>();
        services.AddScoped<CostReader>();
        services.AddScoped<CostService>();
        services.AddScoped<ShareReader>();
        services.AddScoped<ShareService>();
        services.AddScoped<BalanceReader>();
        services.AddScoped<BalanceService>();
        services.AddScoped<OwnersLines>();
        services.AddScoped<BillReader>();
        services.AddScoped<BillRunService>();
        services.AddScoped<ReliefService>();
        services.AddScoped<RecordedFigures>();
        services.AddScoped<WeekReader>();
        services.AddScoped<WeekService>();
        services.AddScoped<WeeklySheetService>();
        services.AddScoped<ReturnService>();
        services.AddScoped<QuarterReader>();
        services.AddScoped<QuarterService>();
        services.AddScoped<FigureReader>();
        services.AddScoped<OverviewReader>();
        services.AddScoped<CountyBook>();
        services.AddScoped<CityDesk>();
        services.AddScoped<SupervisionBoard>();
        services.AddScoped<CityComparisonReader>();
        services.AddScoped<ReturnDesk>();
        services.AddScoped<BulletinMaker>();
        services.AddScoped<BulletinReader>();
        services.AddScoped<BulletinService>();
        services.AddScoped<BulletinReadingService>();
        services.AddMessages();
        services.AddTasks();
        services.AddCalendars();
        services.AddSingleton<DueClosures>();
        services.AddHostedService(provider => provider.GetRequiredService<DueClosures>());
        services.AddScoped<RollDifferences>();
        services.AddScoped<RiserBoard>();
        services.AddScoped<BallotIntegrity>();
        services.AddScoped<SheetPile>();
        services.AddScoped<ReceiptBook>();
        services.AddScoped<OnlineOpinions>();
        services.AddReceiptLimit();
        services.AddScoped<VerdictKeeper>();
        services.AddSingleton<DailyJudgement>();
        services.AddHostedService(provider => provider.GetRequiredService<DailyJudgement>());
        services.AddHttpContextAccessor();
        services.AddSingleton<ImportSeal>();
        services.AddSingleton<ImportBell>();
        services.AddScoped<ImportService>();
        services.AddHostedService<ImportWorker>();
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
