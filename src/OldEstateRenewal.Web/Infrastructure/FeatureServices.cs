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
using OldEstateRenewal.Web.Features.Disbursements;
using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Features.EarlierWorks;
using OldEstateRenewal.Web.Features.Eligibility;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Evaluations;
using OldEstateRenewal.Web.Features.Evidence;
using OldEstateRenewal.Web.Features.Figures;
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

namespace OldEstateRenewal.Web.Infrastructure;

/// <summary>The services of the features, house by house; what is needed by all stands in <see cref="Portal"/>.</summary>
public static class FeatureServices
{
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        AddReports(services);
        AddPolicies(services);
        AddRegistry(services);
        AddPlanning(services);
        AddBallots(services);
        AddProjects(services);
        AddMoney(services);
        AddSupervision(services);
        AddImports(services);
        return services;
    }

    /// <summary>报表.</summary>
    private static void AddReports(IServiceCollection services)
    {
        services.AddScoped<PaperTemplates>();
        services.AddScoped<ReportChoices>();
        services.AddScoped<ReportRegister>();
        services.AddScoped<ReportShelf>();
        services.AddScoped<ReportSchedules>();
        services.AddSingleton<ReportSite>();
        services.AddSingleton<Verification>();
        services.AddSingleton<ReportBell>();
        services.AddSingleton<ReportJob>();
        services.AddSingleton<ReportClock>();
        services.AddHostedService(provider => provider.GetRequiredService<ReportClock>());
        services.AddHostedService<ReportWorker>();
    }

    /// <summary>政策、节假日、公示.</summary>
    private static void AddPolicies(IServiceCollection services)
    {
        services.AddScoped<PolicyShelf>();
        services.AddScoped<CountyCalendar>();
        services.AddScoped<HolidayService>();
        services.AddScoped<NoticeReader>();
        services.AddScoped<NoticeDrafts>();
        services.AddScoped<NoticeService>();
        services.AddScoped<NoticeGate>();
        services.AddScoped<PublicBoard>();
    }

    /// <summary>台账、摸底、认定.</summary>
    private static void AddRegistry(IServiceCollection services)
    {
        services.AddScoped<EstateService>();
        services.AddScoped<EstateStandings>();
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
        services.AddScoped<VerdictKeeper>();
        services.AddSingleton<DailyJudgement>();
        services.AddHostedService(provider => provider.GetRequiredService<DailyJudgement>());
    }

    /// <summary>计划、遴选.</summary>
    private static void AddPlanning(IServiceCollection services)
    {
        services.AddScoped<PlanService>();
        services.AddScoped<CandidatePool>();
        services.AddScoped<SelectionService>();
        services.AddScoped<PipelineBoard>();
        services.AddScoped<ReconciliationBoard>();
    }

    /// <summary>表决征询.</summary>
    private static void AddBallots(IServiceCollection services)
    {
        services.AddScoped<BallotRoll>();
        services.AddScoped<BallotService>();
        services.AddScoped<BallotReader>();
        services.AddScoped<VoteService>();
        services.AddScoped<TallyBook>();
        services.AddScoped<ClosureService>();
        services.AddScoped<RecountService>();
        services.AddScoped<ConsentGate>();
        services.AddSingleton<DueClosures>();
        services.AddHostedService(provider => provider.GetRequiredService<DueClosures>());
        services.AddScoped<RollDifferences>();
        services.AddScoped<RiserBoard>();
        services.AddScoped<BallotIntegrity>();
        services.AddScoped<SheetPile>();
        services.AddScoped<ReceiptBook>();
        services.AddScoped<OnlineOpinions>();
        services.AddReceiptLimit();
    }

    /// <summary>项目、方案、审查、现场、验收、归档.</summary>
    private static void AddProjects(IServiceCollection services)
    {
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
    }

    /// <summary>造价、分担、资金、账单、收缴.</summary>
    private static void AddMoney(IServiceCollection services)
    {
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
    }

    /// <summary>周调度、督导、通报、任务.</summary>
    private static void AddSupervision(IServiceCollection services)
    {
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
        services.AddEvidence().AddSpotChecks().AddEvaluations();
    }

    /// <summary>导入.</summary>
    private static void AddImports(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<ImportSeal>();
        services.AddSingleton<ImportBell>();
        services.AddScoped<ImportService>();
        services.AddHostedService<ImportWorker>();
    }
}
