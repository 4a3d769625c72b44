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

namespace OldEstateRenewal.Web.Data;

/// <summary>What the two working roles may do with a tenant table, and how a street clerk's view is narrowed.</summary>
/// <param name="App">Privileges of the app; never TRUNCATE.</param>
/// <param name="Supervised">Whether a city may read it; household tables never.</param>
/// <param name="WithinStreet">SQL that holds for rows of the street in app.street; null where streets do not matter.</param>
public sealed record TableRights(string App, bool Supervised = false, string? WithinStreet = null)
{
    /// <summary>
    /// Whether a city reads the rows of all its counties at once: then the wall looks the tenant up in a hash, not in a list from end to end, which for a country of 2 800 counties
    /// is the difference between seconds and tenths. The price is that the wall no longer leads to an index: who reads such a table names the counties.
    /// </summary>
    public bool RollsUp { get; init; }

    private const string Street = "nullif(current_setting('app.street', true), '')::uuid";
    private const string ByEstate = "exists (select from portal.estates e where e.tenant_id = {0}.tenant_id and e.id = {0}.estate_id)";

    private const string ByBoth = "exists (select from portal.estates e where e.tenant_id = {0}.tenant_id and e.id = {0}.first_id) and exists (select from portal.estates e where e.tenant_id = {0}.tenant_id and e.id = {0}.second_id)";
    private const string ByFromAndTo = "exists (select from portal.estates e where e.tenant_id = {0}.tenant_id and e.id = {0}.from_id) and ({0}.to_id is null or exists (select from portal.estates e where e.tenant_id = {0}.tenant_id and e.id = {0}.to_id))";
    private const string ByImport = "exists (select from portal.imports i where i.tenant_id = {0}.tenant_id and i.id = {0}.import_id)";

    private const string ByProject = "exists (select from portal.project_estates pe where pe.tenant_id = {0}.tenant_id and pe.project_id = {0}.project_id)";

    /// <summary>A notice of the county is read by every street, like those of its own projects.</summary>
    private const string ByProjectOrNone = "({0}.project_id is null or " + ByProject + ")";

    /// <summary>Every tenant table has its line here; one that has none stops the start.</summary>
    public static readonly IReadOnlyDictionary<Type, TableRights> All = new Dictionary<Type, TableRights>
    {
        [typeof(Street)] = new("select, insert, update", Supervised: true, $"id = {Street}"),
        [typeof(Estate)] = new("select, insert, update, delete", Supervised: true, $"street_id = {Street}"),
        [typeof(EstateFact)] = new("select, insert, update, delete", Supervised: true, ByEstate),
        [typeof(EstateAlias)] = new("select, insert, delete", Supervised: true, ByEstate),
        [typeof(EstateSuccession)] = new("select, insert", Supervised: true, ByFromAndTo),
        [typeof(BuildingMove)] = new("select, insert", Supervised: true, ByFromAndTo),
        [typeof(EstateAdjacency)] = new("select, insert, delete", Supervised: true, ByBoth),
        [typeof(EarlierWork)] = new("select, insert", Supervised: true, ByEstate),
        [typeof(TwinDecision)] = new("select, insert", Supervised: true, ByBoth),
        [typeof(Building)] = new("select, insert, update, delete", Supervised: true, ByEstate),
        [typeof(Dwelling)] = new("select, insert, update, delete", WithinStreet: "exists (select from portal.buildings b where b.tenant_id = {0}.tenant_id and b.id = {0}.building_id)"),
        [typeof(Owner)] = new("select, insert, update, delete", WithinStreet: "exists (select from portal.ownerships o where o.tenant_id = {0}.tenant_id and o.owner_id = {0}.id)"),
        [typeof(Ownership)] = new("select, insert, update, delete", WithinStreet: "exists (select from portal.dwellings d where d.tenant_id = {0}.tenant_id and d.id = {0}.dwelling_id)"),
        [typeof(AnnualPlan)] = new("select, insert, update", Supervised: true),
        [typeof(PlanEntry)] = new("select, insert, update, delete", Supervised: true, ByEstate),
        [typeof(PlanStep)] = new("select, insert", Supervised: true),
        [typeof(CandidateMark)] = new("select, insert", Supervised: true, ByEstate),
        [typeof(CandidateEstimate)] = new("select, insert", Supervised: true, ByEstate),
        [typeof(SelectionDraft)] = new("select, insert", Supervised: true),
        [typeof(SelectionEntry)] = new("select, insert", Supervised: true, ByEstate),
        [typeof(SelectionAdoption)] = new("select, insert", Supervised: true),
        [typeof(FrozenPlan)] = new("select, insert", Supervised: true),
        [typeof(FrozenPlanEntry)] = new("select, insert", Supervised: true, ByEstate),
        [typeof(ExecutionReport)] = new("select, insert", Supervised: true),
        [typeof(PolicyFile)] = new("select, insert", Supervised: true),
        [typeof(ReportFile)] = new("select, insert, update", WithinStreet: $"street_id = {Street}"),
        [typeof(ReportContent)] = new("select, insert, delete", WithinStreet: "exists (select from portal.report_files f where f.tenant_id = {0}.tenant_id and f.id = {0}.file_id)"),
        [typeof(ReportSchedule)] = new("select, insert, update", WithinStreet: $"street_id = {Street}"),
        [typeof(PaperTemplateVersion)] = new("select, insert", Supervised: true),
        [typeof(Notice)] = new("select, insert, update", Supervised: true, ByProjectOrNone),
        [typeof(NoticePhoto)] = new("select, insert", Supervised: true, ByProjectOrNone),
        [typeof(NoticeObjection)] = new("select, insert", WithinStreet: ByProject),
        [typeof(NoticeReply)] = new("select, insert", WithinStreet: ByProject),
        [typeof(HolidayYear)] = new("select, insert", Supervised: true),
        [typeof(HolidayDay)] = new("select, insert", Supervised: true),
        [typeof(Survey)] = new("select, insert", Supervised: true, ByEstate),
        [typeof(SiteCheck)] = new("select, insert, update", Supervised: true, ByEstate),
        [typeof(RecognitionRequest)] = new("select, insert, update", Supervised: true, ByEstate),
        [typeof(RecognitionStep)] = new("select, insert", Supervised: true, ByEstate),
        [typeof(VerdictRecord)] = new("select, insert", Supervised: true, ByEstate),
        [typeof(Attachment)] = new("select, insert, update", WithinStreet: ByEstate),
        [typeof(AttachmentContent)] = new("select, insert", WithinStreet: "exists (select from portal.attachments a where a.tenant_id = {0}.tenant_id and a.id = {0}.attachment_id)"),
        [typeof(Import)] = new("select, insert, update", WithinStreet: $"street_id = {Street}"),
        [typeof(ImportContent)] = new("select, insert, update, delete", WithinStreet: ByImport),
        [typeof(ImportRow)] = new("select, insert, update, delete", WithinStreet: ByImport),
        [typeof(ImportCorrection)] = new("select, insert, update, delete", WithinStreet: ByImport),
        [typeof(ImportEstate)] = new("select, insert", WithinStreet: ByEstate),
        [typeof(ImportDecision)] = new("select, insert, update, delete", WithinStreet: ByImport),
        [typeof(ColumnChoice)] = new("select, insert, update", WithinStreet: $"(street_id = {Street} or street_id = '00000000-0000-0000-0000-000000000000')"),
        [typeof(OutsideConsent)] = new("select, insert", Supervised: true, ByEstate),
        [typeof(Ballot)] = new("select, insert, update", Supervised: true, ByEstate),
        [typeof(BallotMatter)] = new("select, insert, update, delete", Supervised: true, ByEstate),
        [typeof(BallotStep)] = new("select, insert", Supervised: true, ByEstate),
        [typeof(BallotResult)] = new("select, insert", Supervised: true, ByEstate),
        [typeof(RollEntry)] = new("select, insert", WithinStreet: ByEstate),
        [typeof(RollExclusion)] = new("select, insert, delete", WithinStreet: ByEstate),
        [typeof(BallotVote)] = new("select, insert", WithinStreet: ByEstate),
        [typeof(BallotHead)] = new("select", WithinStreet: ByEstate),
        [typeof(RollDecision)] = new("select, insert", WithinStreet: ByEstate),
        [typeof(CallBack)] = new("select, insert, update", WithinStreet: ByEstate),
        [typeof(WaterStop)] = new("select, insert", WithinStreet: ByEstate),
        [typeof(ContactAttempt)] = new("select, insert", WithinStreet: ByEstate),
        [typeof(Project)] = new("select, insert, update", Supervised: true, "exists (select from portal.project_estates pe where pe.tenant_id = {0}.tenant_id and pe.project_id = {0}.id)"),
        [typeof(ProjectEstate)] = new("select, insert", Supervised: true, ByEstate),
        [typeof(ProjectStep)] = new("select, insert", Supervised: true, ByProject),
        [typeof(ProjectPaper)] = new("select, insert, update", Supervised: true, ByProject),
        [typeof(Officer)] = new("select, insert", Supervised: true),
        [typeof(Scheme)] = new("select, insert, update", Supervised: true, ByProject),
        [typeof(SchemeItem)] = new("select, insert, update, delete", Supervised: true, ByProject),
        [typeof(Review)] = new("select, insert, update", Supervised: true, ByProject),
        [typeof(ReviewOpinion)] = new("select, insert", Supervised: true, ByProject),
        [typeof(ReviewPacket)] = new("select, insert", Supervised: true, ByProject),
        [typeof(ReviewDecision)] = new("select, insert", Supervised: true),
        [typeof(SiteParty)] = new("select, insert, update", Supervised: true, ByProject),
        [typeof(PartyAttendance)] = new("select, insert", Supervised: true, ByProject),
        [typeof(SiteWatcher)] = new("select, insert, update", WithinStreet: ByProject),
        [typeof(SiteItem)] = new("select, insert, update", Supervised: true, ByProject),
        [typeof(SiteProgress)] = new("select, insert", Supervised: true, ByProject),
        [typeof(SiteProblem)] = new("select, insert", Supervised: true, ByProject),
        [typeof(ProblemStep)] = new("select, insert", Supervised: true, ByProject),
        [typeof(SiteInspection)] = new("select, insert", Supervised: true, ByProject),
        [typeof(MaterialTest)] = new("select, insert", Supervised: true, ByProject),
        [typeof(GreenPass)] = new("select, insert, update", Supervised: true, ByProject),
        [typeof(Acceptance)] = new("select, insert, update", Supervised: true, ByProject),
        [typeof(AcceptanceSeat)] = new("select, insert, update", Supervised: true, ByProject),
        [typeof(AcceptanceDefect)] = new("select, insert", Supervised: true, ByProject),
        [typeof(DefectStep)] = new("select, insert", Supervised: true, ByProject),
        [typeof(SpotCheck)] = new("select, insert, update", Supervised: true, ByProject),
        [typeof(AcceptanceConfirmation)] = new("select, insert, update", Supervised: true, ByProject),
        [typeof(HandoverItem)] = new("select, insert, update, delete", Supervised: true, ByProject),
        [typeof(PropertyService)] = new("select, insert, update", Supervised: true, ByEstate),
        [typeof(FundBalance)] = new("select, insert", Supervised: true, ByEstate),
        [typeof(CostSheet)] = new("select, insert, update", Supervised: true, ByProject),
        [typeof(CostLine)] = new("select, insert, update, delete", Supervised: true, ByProject),
        [typeof(ShareSheet)] = new("select, insert, update", Supervised: true, ByProject),
        [typeof(ShareLine)] = new("select, insert, update, delete", Supervised: true, ByProject),
        [typeof(ShareAmount)] = new("select, insert, update, delete", Supervised: true, ByProject),
        [typeof(BillRun)] = new("select, insert, update, delete", Supervised: true, ByEstate),
        [typeof(BillPart)] = new("select, insert, delete", Supervised: true, ByEstate),
        [typeof(Bill)] = new("select, insert, delete", WithinStreet: ByEstate),
        [typeof(BillRelief)] = new("select, insert", WithinStreet: ByEstate),
        [typeof(OwnerPayment)] = new("select, insert", WithinStreet: ByEstate),
        [typeof(BankFile)] = new("select, insert", WithinStreet: $"street_id = {Street}"),
        [typeof(BankColumnChoice)] = new("select, insert, update", WithinStreet: $"(street_id = {Street} or street_id = '00000000-0000-0000-0000-000000000000')"),
        [typeof(BankLine)] = new("select, insert, update", WithinStreet: $"street_id = {Street}"),
        [typeof(DayClosing)] = new("select, insert", WithinStreet: $"office_id = {Street}"),
        [typeof(PaymentReminder)] = new("select, insert", WithinStreet: ByEstate),
        [typeof(LedgerEntry)] = new("select, insert", WithinStreet: ByEstate),
        [typeof(LedgerPosting)] = new("select, insert", WithinStreet: "exists (select from portal.ledger_entries le where le.tenant_id = {0}.tenant_id and le.id = {0}.entry_id)"),
        [typeof(FundingGrant)] = new("select, insert", Supervised: true, "(earmarked_id is null or exists (select from portal.project_estates pe where pe.tenant_id = {0}.tenant_id and pe.project_id = {0}.earmarked_id))"),
        [typeof(FundingAct)] = new("select, insert", Supervised: true, "(project_id is null or exists (select from portal.project_estates pe where pe.tenant_id = {0}.tenant_id and pe.project_id = {0}.project_id))"),
        [typeof(FundingUse)] = new("select, insert, update", Supervised: true, ByProject),
        [typeof(CountyShare)] = new("select, insert", Supervised: true, ByProject),
        [typeof(SubsidyNotice)] = new("select, insert", Supervised: true),
        [typeof(WorksContract)] = new("select, insert, update", Supervised: true, ByProject),
        [typeof(ContractChange)] = new("select, insert", Supervised: true, ByProject),
        [typeof(PaymentRequest)] = new("select, insert, update", Supervised: true, ByProject),
        [typeof(PaymentStep)] = new("select, insert", Supervised: true, ByProject),
        [typeof(PaymentSource)] = new("select, insert, delete", Supervised: true, ByProject),
        [typeof(FinalAccount)] = new("select, insert", Supervised: true, ByProject),
        [typeof(BalanceSheet)] = new("select, insert, update", Supervised: true, ByProject),
        [typeof(BalanceLine)] = new("select, insert, update, delete", Supervised: true, ByProject),
        [typeof(WeeklySheet)] = new("select, insert", Supervised: true, ByProject),
        [typeof(WeekStep)] = new("select, insert", Supervised: true) { RollsUp = true },
        [typeof(WeekTotal)] = new("select, insert", Supervised: true) { RollsUp = true },
        [typeof(QuarterlyReturn)] = new("select, insert", Supervised: true),
        [typeof(FigureReturn)] = new("select, insert", Supervised: true, ByProject),
        [typeof(ReturnReply)] = new("select, insert", Supervised: true, ByProject),
        [typeof(Bulletin)] = new("select, insert, update", Supervised: true),
        [typeof(BulletinRow)] = new("select, insert, delete", Supervised: true),
        [typeof(BulletinReading)] = new("select, insert", Supervised: true),
        [typeof(RankingRule)] = new("select, insert", Supervised: true),
        [typeof(Message)] = new("select, insert, update, delete", Supervised: true, "false"),
        [typeof(MessageReading)] = new("select, insert", Supervised: true, "false"),
        [typeof(MessageAnswer)] = new("select, insert", Supervised: true, "false"),
        [typeof(CalendarFeed)] = new("select, insert, update"),
        [typeof(CheckList)] = new("select, insert", Supervised: true),
        [typeof(CheckCandidate)] = new("select, insert", Supervised: true, ByProject),
        [typeof(CheckClosing)] = new("select, insert", Supervised: true),
        [typeof(CheckLot)] = new("select, insert", Supervised: true, ByProject),
        [typeof(CheckQuota)] = new("select, insert", Supervised: true),
        [typeof(CheckVisit)] = new("select, insert", Supervised: true, ByProject),
        [typeof(CheckFinding)] = new("select, insert", Supervised: true, ByProject),
        [typeof(FindingMending)] = new("select, insert", Supervised: true, ByProject),
        [typeof(FindingVerdict)] = new("select, insert", Supervised: true, ByProject),
        [typeof(Evaluation)] = new("select, insert, update", Supervised: true),
        [typeof(EvaluationCriterion)] = new("select, insert, delete", Supervised: true),
        [typeof(SelfAssessment)] = new("select, insert, update", Supervised: true),
        [typeof(EvaluationRound)] = new("select, insert, update", Supervised: true),
        [typeof(CountyReview)] = new("select, insert, update", Supervised: true),
        [typeof(CountyResult)] = new("select, insert", Supervised: true),
        [typeof(EvidencePaper)] = new("select, insert, update", Supervised: true, ByProject),
        [typeof(EvidenceContent)] = new("select, insert", Supervised: true, "exists (select from portal.evidence_papers p where p.tenant_id = {0}.tenant_id and p.id = {0}.paper_id)"),
        [typeof(AuditEntry)] = new("select, insert"),
        [typeof(AuditHead)] = new("select"),
    };

    /// <summary>What the app may do with the tables that are nobody's.</summary>
    public static readonly IReadOnlyDictionary<string, string> Platform = new Dictionary<string, string>
    {
        ["tenants"] = "select",
        ["memberships"] = "select",
        ["users"] = "select, update",
        ["user_claims"] = "select",
        ["user_logins"] = "select",
        ["user_tokens"] = "select",
        ["key_ring"] = "select, insert",
        ["migrations"] = "select",
    };
}
