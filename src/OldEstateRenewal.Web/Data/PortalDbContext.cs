using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Features.Acceptances;
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
using OldEstateRenewal.Web.Features.Funding;
using OldEstateRenewal.Web.Features.Handovers;
using OldEstateRenewal.Web.Features.Holidays;
using OldEstateRenewal.Web.Features.Identity;
using OldEstateRenewal.Web.Features.Imports;
using OldEstateRenewal.Web.Features.Ledgers;
using OldEstateRenewal.Web.Features.Messages;
using OldEstateRenewal.Web.Features.Notices;
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
using OldEstateRenewal.Web.Features.Sites;
using OldEstateRenewal.Web.Features.SpotChecks;
using OldEstateRenewal.Web.Features.Supervision;
using OldEstateRenewal.Web.Features.Surveys;
using OldEstateRenewal.Web.Features.Twins;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Data;

/// <summary>All rows. Pooled: the scope is given at each lease and taken back at its end.</summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : IdentityUserContext<PortalUser, Guid>(options)
{
    public const string TenantFilter = "tenant";

    private Guid? FilteredTenant => Scope?.TenantId;

    /// <summary>On whose behalf this context asks; null means nobody's.</summary>
    public TenantScope? Scope { get; set; }

    /// <summary>The estates to be judged anew before the transaction ends.</summary>
    public Unjudged Unjudged { get; } = new();

    internal Unjudged Saving { get; } = new();

    /// <summary>The transaction that already knows the scope.</summary>
    internal DbTransaction? ScopedTransaction { get; set; }

    public DbSet<Tenant> Tenants => Set<Tenant>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<KeyRingElement> KeyRing => Set<KeyRingElement>();
    public DbSet<Street> Streets => Set<Street>();
    public DbSet<Estate> Estates => Set<Estate>();
    public DbSet<EstateFact> EstateFacts => Set<EstateFact>();
    public DbSet<EstateAlias> EstateAliases => Set<EstateAlias>();
    public DbSet<EstateSuccession> EstateSuccessions => Set<EstateSuccession>();
    public DbSet<BuildingMove> BuildingMoves => Set<BuildingMove>();
    public DbSet<EstateAdjacency> EstateAdjacencies => Set<EstateAdjacency>();
    public DbSet<EarlierWork> EarlierWorks => Set<EarlierWork>();
    public DbSet<TwinDecision> TwinDecisions => Set<TwinDecision>();
    public DbSet<Building> Buildings => Set<Building>();
    public DbSet<Dwelling> Dwellings => Set<Dwelling>();
    public DbSet<Owner> Owners => Set<Owner>();
    public DbSet<Ownership> Ownerships => Set<Ownership>();
    public DbSet<AnnualPlan> Plans => Set<AnnualPlan>();
    public DbSet<PlanEntry> PlanEntries => Set<PlanEntry>();
    public DbSet<PlanStep> PlanSteps => Set<PlanStep>();
    public DbSet<CandidateMark> CandidateMarks => Set<CandidateMark>();
    public DbSet<CandidateEstimate> CandidateEstimates => Set<CandidateEstimate>();
    public DbSet<SelectionDraft> SelectionDrafts => Set<SelectionDraft>();
    public DbSet<SelectionEntry> SelectionEntries => Set<SelectionEntry>();
    public DbSet<SelectionAdoption> SelectionAdoptions => Set<SelectionAdoption>();
    public DbSet<FrozenPlan> FrozenPlans => Set<FrozenPlan>();
    public DbSet<FrozenPlanEntry> FrozenPlanEntries => Set<FrozenPlanEntry>();
    public DbSet<ExecutionReport> ExecutionReports => Set<ExecutionReport>();
    public DbSet<PolicyFile> PolicyFiles => Set<PolicyFile>();
    public DbSet<ReportFile> ReportFiles => Set<ReportFile>();
    public DbSet<ReportContent> ReportContents => Set<ReportContent>();
    public DbSet<ReportSchedule> ReportSchedules => Set<ReportSchedule>();
    public DbSet<PaperTemplateVersion> PaperTemplateVersions => Set<PaperTemplateVersion>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<NoticePhoto> NoticePhotos => Set<NoticePhoto>();
    public DbSet<NoticeObjection> NoticeObjections => Set<NoticeObjection>();
    public DbSet<NoticeReply> NoticeReplies => Set<NoticeReply>();
    public DbSet<HolidayYear> HolidayYears => Set<HolidayYear>();
    public DbSet<HolidayDay> HolidayDays => Set<HolidayDay>();
    public DbSet<Survey> Surveys => Set<Survey>();
    public DbSet<SiteCheck> SiteChecks => Set<SiteCheck>();
    public DbSet<RecognitionRequest> RecognitionRequests => Set<RecognitionRequest>();
    public DbSet<RecognitionStep> RecognitionSteps => Set<RecognitionStep>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<AttachmentContent> AttachmentContents => Set<AttachmentContent>();
    public DbSet<VerdictRecord> VerdictRecords => Set<VerdictRecord>();
    public DbSet<Import> Imports => Set<Import>();
    public DbSet<ImportContent> ImportContents => Set<ImportContent>();
    public DbSet<ImportEstate> ImportEstates => Set<ImportEstate>();

    public DbSet<ImportRow> ImportRows => Set<ImportRow>();
    public DbSet<ImportCorrection> ImportCorrections => Set<ImportCorrection>();
    public DbSet<ImportDecision> ImportDecisions => Set<ImportDecision>();
    public DbSet<ColumnChoice> ColumnChoices => Set<ColumnChoice>();
    public DbSet<OutsideConsent> OutsideConsents => Set<OutsideConsent>();
    public DbSet<Ballot> Ballots => Set<Ballot>();
    public DbSet<BallotMatter> BallotMatters => Set<BallotMatter>();
    public DbSet<BallotStep> BallotSteps => Set<BallotStep>();
    public DbSet<RollEntry> RollEntries => Set<RollEntry>();
    public DbSet<RollExclusion> RollExclusions => Set<RollExclusion>();
    public DbSet<BallotVote> BallotVotes => Set<BallotVote>();
    public DbSet<BallotHead> BallotHeads => Set<BallotHead>();
    public DbSet<BallotResult> BallotResults => Set<BallotResult>();
    public DbSet<CallBack> CallBacks => Set<CallBack>();
    public DbSet<WaterStop> WaterStops => Set<WaterStop>();
    public DbSet<RollDecision> RollDecisions => Set<RollDecision>();
    public DbSet<ContactAttempt> ContactAttempts => Set<ContactAttempt>();
    public DbSet<Project> Projects => Set<Project>();
    public DbSet<ProjectEstate> ProjectEstates => Set<ProjectEstate>();
    public DbSet<ProjectStep> ProjectSteps => Set<ProjectStep>();
    public DbSet<ProjectPaper> ProjectPapers => Set<ProjectPaper>();
    public DbSet<Officer> Officers => Set<Officer>();
    public DbSet<Scheme> Schemes => Set<Scheme>();
    public DbSet<SchemeItem> SchemeItems => Set<SchemeItem>();
    public DbSet<Review> Reviews => Set<Review>();
    public DbSet<ReviewOpinion> ReviewOpinions => Set<ReviewOpinion>();
    public DbSet<ReviewPacket> ReviewPackets => Set<ReviewPacket>();
    public DbSet<ReviewDecision> ReviewDecisions => Set<ReviewDecision>();
    public DbSet<SiteParty> SiteParties => Set<SiteParty>();
    public DbSet<PartyAttendance> PartyAttendances => Set<PartyAttendance>();
    public DbSet<SiteWatcher> SiteWatchers => Set<SiteWatcher>();
    public DbSet<SiteItem> SiteItems => Set<SiteItem>();
    public DbSet<SiteProgress> SiteProgress => Set<SiteProgress>();
    public DbSet<SiteProblem> SiteProblems => Set<SiteProblem>();
    public DbSet<ProblemStep> ProblemSteps => Set<ProblemStep>();
    public DbSet<SiteInspection> SiteInspections => Set<SiteInspection>();
    public DbSet<MaterialTest> MaterialTests => Set<MaterialTest>();
    public DbSet<GreenPass> GreenPasses => Set<GreenPass>();
    public DbSet<Acceptance> Acceptances => Set<Acceptance>();
    public DbSet<AcceptanceSeat> AcceptanceSeats => Set<AcceptanceSeat>();
    public DbSet<AcceptanceDefect> AcceptanceDefects => Set<AcceptanceDefect>();
    public DbSet<DefectStep> DefectSteps => Set<DefectStep>();
    public DbSet<SpotCheck> SpotChecks => Set<SpotCheck>();
    public DbSet<AcceptanceConfirmation> AcceptanceConfirmations => Set<AcceptanceConfirmation>();
    public DbSet<HandoverItem> HandoverItems => Set<HandoverItem>();
    public DbSet<PropertyService> PropertyServices => Set<PropertyService>();
    public DbSet<FundBalance> FundBalances => Set<FundBalance>();
    public DbSet<CostSheet> CostSheets => Set<CostSheet>();
    public DbSet<CostLine> CostLines => Set<CostLine>();
    public DbSet<ShareSheet> ShareSheets => Set<ShareSheet>();
    public DbSet<ShareLine> ShareLines => Set<ShareLine>();
    public DbSet<ShareAmount> ShareAmounts => Set<ShareAmount>();
    public DbSet<BillRun> BillRuns => Set<BillRun>();
    public DbSet<BillPart> BillParts => Set<BillPart>();
    public DbSet<Bill> Bills => Set<Bill>();
    public DbSet<BillRelief> BillReliefs => Set<BillRelief>();
    public DbSet<OwnerPayment> OwnerPayments => Set<OwnerPayment>();
    public DbSet<BankFile> BankFiles => Set<BankFile>();
    public DbSet<BankLine> BankLines => Set<BankLine>();

    public DbSet<BankColumnChoice> BankColumnChoices => Set<BankColumnChoice>();
    public DbSet<DayClosing> DayClosings => Set<DayClosing>();
    public DbSet<PaymentReminder> PaymentReminders => Set<PaymentReminder>();
    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();
    public DbSet<LedgerPosting> LedgerPostings => Set<LedgerPosting>();
    public DbSet<FundingGrant> FundingGrants => Set<FundingGrant>();
    public DbSet<FundingAct> FundingActs => Set<FundingAct>();
    public DbSet<FundingUse> FundingUses => Set<FundingUse>();

    public DbSet<CountyShare> CountyShares => Set<CountyShare>();
    public DbSet<SubsidyNotice> SubsidyNotices => Set<SubsidyNotice>();
    public DbSet<WorksContract> WorksContracts => Set<WorksContract>();
    public DbSet<ContractChange> ContractChanges => Set<ContractChange>();
    public DbSet<PaymentRequest> PaymentRequests => Set<PaymentRequest>();
    public DbSet<PaymentStep> PaymentSteps => Set<PaymentStep>();
    public DbSet<PaymentSource> PaymentSources => Set<PaymentSource>();
    public DbSet<FinalAccount> FinalAccounts => Set<FinalAccount>();
    public DbSet<BalanceSheet> BalanceSheets => Set<BalanceSheet>();
    public DbSet<BalanceLine> BalanceLines => Set<BalanceLine>();
    public DbSet<WeeklySheet> WeeklySheets => Set<WeeklySheet>();
    public DbSet<WeekStep> WeekSteps => Set<WeekStep>();
    public DbSet<QuarterlyReturn> QuarterlyReturns => Set<QuarterlyReturn>();
    public DbSet<WeekTotal> WeekTotals => Set<WeekTotal>();
    public DbSet<FigureReturn> FigureReturns => Set<FigureReturn>();
    public DbSet<ReturnReply> ReturnReplies => Set<ReturnReply>();
    public DbSet<Bulletin> Bulletins => Set<Bulletin>();
    public DbSet<BulletinRow> BulletinRows => Set<BulletinRow>();
    public DbSet<BulletinReading> BulletinReadings => Set<BulletinReading>();
    public DbSet<RankingRule> RankingRules => Set<RankingRule>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<MessageReading> MessageReadings => Set<MessageReading>();
    public DbSet<MessageAnswer> MessageAnswers => Set<MessageAnswer>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
    public DbSet<CheckList> CheckLists => Set<CheckList>();
    public DbSet<CheckCandidate> CheckCandidates => Set<CheckCandidate>();
    public DbSet<CheckClosing> CheckClosings => Set<CheckClosing>();
    public DbSet<CheckLot> CheckLots => Set<CheckLot>();
    public DbSet<CheckQuota> CheckQuotas => Set<CheckQuota>();
    public DbSet<CheckVisit> CheckVisits => Set<CheckVisit>();
    public DbSet<CheckFinding> CheckFindings => Set<CheckFinding>();
    public DbSet<FindingMending> FindingMendings => Set<FindingMending>();
    public DbSet<FindingVerdict> FindingVerdicts => Set<FindingVerdict>();
    public DbSet<Evaluation> Evaluations => Set<Evaluation>();
    public DbSet<EvaluationCriterion> EvaluationCriteria => Set<EvaluationCriterion>();
    public DbSet<SelfAssessment> SelfAssessments => Set<SelfAssessment>();
    public DbSet<EvaluationRound> EvaluationRounds => Set<EvaluationRound>();
    public DbSet<CountyReview> CountyReviews => Set<CountyReview>();
    public DbSet<CountyResult> CountyResults => Set<CountyResult>();
    public DbSet<EvidencePaper> EvidencePapers => Set<EvidencePaper>();
    public DbSet<EvidenceContent> EvidenceContents => Set<EvidenceContent>();
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Area>().HaveConversion<AreaConverter>().HaveColumnType("numeric(14,2)");
        conventions.Properties<Money>().HaveConversion<MoneyConverter>().HaveColumnType("numeric(16,2)");
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDefaultSchema("portal");
        builder.Entity<KeyRingElement>().ToTable("key_ring");
        builder.Entity<PortalUser>().ToTable("users").Property(u => u.DisplayName).HasMaxLength(PortalUser.DisplayNameLength);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
        foreach (var type in builder.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(ITenantOwned))))
        {
            builder.Entity(type.ClrType).HasQueryFilter(TenantFilter, SameTenant(type));
            builder.Entity(type.ClrType).HasOne(typeof(Tenant)).WithMany().HasForeignKey(nameof(ITenantOwned.TenantId)).OnDelete(DeleteBehavior.Restrict);
        }

        foreach (var type in builder.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(IVersioned))))
            builder.Entity(type.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
        SnakeCaseNames.Apply(builder.Model);
    }

    private LambdaExpression SameTenant(IMutableEntityType type)
    {
        var row = Expression.Parameter(type.ClrType, "row");
        var tenantId = Expression.Convert(Expression.Property(row, nameof(ITenantOwned.TenantId)), typeof(Guid?));
        return Expression.Lambda(Expression.Equal(tenantId, Expression.Property(Expression.Constant(this), nameof(FilteredTenant))), row);
    }
}
