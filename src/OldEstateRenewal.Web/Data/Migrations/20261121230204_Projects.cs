using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OldEstateRenewal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Projects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "candidate_estimates",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    investment = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_candidate_estimates", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_candidate_estimates_figures", "investment >= 0");
                    table.ForeignKey(
                        name: "fk_candidate_estimates_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_candidate_estimates_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "candidate_marks",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    criterion = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    criterion_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    part = table.Column<decimal>(type: "numeric(12,2)", nullable: true),
                    out_of = table.Column<decimal>(type: "numeric(12,2)", nullable: true),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_candidate_marks", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_candidate_marks_figures", "(part is null and out_of is null) or (part >= 0 and out_of > 0 and part <= out_of)");
                    table.ForeignKey(
                        name: "fk_candidate_marks_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_candidate_marks_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "execution_reports",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    measure = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    planned = table.Column<int>(type: "integer", nullable: false),
                    actual = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_execution_reports", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_execution_reports_reason", "planned >= 0 and actual >= 0 and (actual <= planned or reason is not null)");
                    table.ForeignKey(
                        name: "fk_execution_reports_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "frozen_plans",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    document_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_frozen_plans", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_frozen_plans_reason", "edition = 1 or reason is not null");
                    table.ForeignKey(
                        name: "fk_frozen_plans_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fund_balances",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stated_on = table.Column<DateOnly>(type: "date", nullable: false),
                    balance = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    first_payment = table.Column<decimal>(type: "numeric(16,2)", nullable: true),
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fund_balances", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_fund_balances_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fund_balances_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "holiday_years",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_holiday_years", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_holiday_years_year", "year between 2015 and 2050");
                    table.ForeignKey(
                        name: "fk_holiday_years_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "officers",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    leader = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officers", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_officers_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_year = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    mode_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    process_on = table.Column<DateOnly>(type: "date", nullable: false),
                    remark = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    made_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_projects", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_projects_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "property_services",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mode_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    mode = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    firm = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decision = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: true),
                    cleaning = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    upkeep = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    guarding = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    fee = table.Column<decimal>(type: "numeric(16,2)", nullable: true),
                    trial_until = table.Column<DateOnly>(type: "date", nullable: true),
                    has_committee = table.Column<bool>(type: "boolean", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_property_services", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_property_services_ballots_tenant_id_ballot_id",
                        columns: x => new { x.tenant_id, x.ballot_id },
                        principalSchema: "portal",
                        principalTable: "ballots",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_property_services_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_property_services_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_decisions",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    county_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    review_id = table.Column<Guid>(type: "uuid", nullable: false),
                    has_passed = table.Column<bool>(type: "boolean", nullable: false),
                    reasons = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    experts = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_decisions", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_review_decisions_reasons", "has_passed or reasons is not null");
                    table.ForeignKey(
                        name: "fk_review_decisions_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "selection_drafts",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    budget = table.Column<decimal>(type: "numeric(16,2)", nullable: true),
                    most_estates = table.Column<int>(type: "integer", nullable: true),
                    most_households = table.Column<int>(type: "integer", nullable: true),
                    rule = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    full_mark = table.Column<int>(type: "integer", nullable: false),
                    is_proven = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    made_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_selection_drafts", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_selection_drafts_limits", "budget >= 0 and most_estates >= 0 and most_households >= 0");
                    table.ForeignKey(
                        name: "fk_selection_drafts_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "frozen_plan_entries",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    frozen_plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    building_count = table.Column<int>(type: "integer", nullable: true),
                    household_count = table.Column<int>(type: "integer", nullable: true),
                    floor_area = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    investment = table.Column<decimal>(type: "numeric(16,2)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_frozen_plan_entries", x => new { x.tenant_id, x.frozen_plan_id, x.sequence });
                    table.CheckConstraint("ck_frozen_plan_entries_figures", "building_count >= 0 and household_count >= 0 and floor_area >= 0 and investment >= 0");
                    table.ForeignKey(
                        name: "fk_frozen_plan_entries_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_frozen_plan_entries_frozen_plans_tenant_id_frozen_plan_id",
                        columns: x => new { x.tenant_id, x.frozen_plan_id },
                        principalSchema: "portal",
                        principalTable: "frozen_plans",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_frozen_plan_entries_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "holiday_days",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    is_worked = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_holiday_days", x => new { x.tenant_id, x.year_id, x.day });
                    table.ForeignKey(
                        name: "fk_holiday_days_holiday_years_tenant_id_year_id",
                        columns: x => new { x.tenant_id, x.year_id },
                        principalSchema: "portal",
                        principalTable: "holiday_years",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_holiday_days_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "acceptance_confirmations",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    confirmed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    confirms = table.Column<bool>(type: "boolean", nullable: false),
                    signed_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    remark = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    has_proof = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_confirmations", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_acceptance_confirmations_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_acceptance_confirmations_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_acceptance_confirmations_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "acceptance_defects",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    item = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    place = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    owner = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_defects", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_acceptance_defects_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_acceptance_defects_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "acceptances",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    place = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    remark = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    has_proof = table.Column<bool>(type: "boolean", nullable: false),
                    result = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    working = table.Column<string>(type: "text", nullable: true),
                    concluded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    concluded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptances", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_acceptances_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_acceptances_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "green_passes",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    plate = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    route = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    until_on = table.Column<DateOnly>(type: "date", nullable: false),
                    code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    issued_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    voided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    voided_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    void_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_green_passes", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_green_passes_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_green_passes_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "handover_items",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    receiver = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    takes_management = table.Column<bool>(type: "boolean", nullable: true),
                    takes_charging = table.Column<bool>(type: "boolean", nullable: true),
                    takes_maintenance = table.Column<bool>(type: "boolean", nullable: true),
                    takes_ownership = table.Column<bool>(type: "boolean", nullable: true),
                    maintainer = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    handed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    remark = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    has_proof = table.Column<bool>(type: "boolean", nullable: false),
                    listed_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    listed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover_items", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_handover_items_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_handover_items_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "material_tests",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    material = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    batch = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    test_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    laboratory = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    is_passed = table.Column<bool>(type: "boolean", nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_material_tests", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_material_tests_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_material_tests_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_material_tests_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    series_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    rule_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    text = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: false),
                    list = table.Column<string>(type: "character varying(60000)", maxLength: 60000, nullable: true),
                    body = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    contact = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    chosen = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    extends_over_holidays = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    posted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    made_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    posted_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    ended_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_notices_posted", "days > 0 and (state in ('Draft', 'Withdrawn') or posted_on is not null)");
                    table.ForeignKey(
                        name: "fk_notices_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notices_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_estates",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_year = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_estates", x => new { x.tenant_id, x.project_id, x.estate_id });
                    table.ForeignKey(
                        name: "fk_project_estates_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_project_estates_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_project_estates_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_papers",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    paper_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    issuer = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    has_proof = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_papers", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_project_papers_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_project_papers_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_steps",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    remark = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    working = table.Column<string>(type: "text", nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_steps", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_project_steps_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_project_steps_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "schemes",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    designer = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    grade = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    management_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    management = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    funding = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    sources = table.Column<string[]>(type: "text[]", nullable: false),
                    left_out = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    answers_json = table.Column<string>(type: "text", nullable: false),
                    has_proof = table.Column<bool>(type: "boolean", nullable: false),
                    text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    made_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fixed_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    fixed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    fixed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_schemes", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_schemes_fixed", "(state = 'Fixed') = (fixed_at is not null and text is not null)");
                    table.ForeignKey(
                        name: "fk_schemes_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_schemes_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "site_inspections",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    inspector = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    result = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    dust = table.Column<int>(type: "integer", nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_inspections", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_site_inspections_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_inspections_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_inspections_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "site_items",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    building_id = table.Column<Guid>(type: "uuid", nullable: true),
                    item_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    layer = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    planned_start = table.Column<DateOnly>(type: "date", nullable: true),
                    planned_finish = table.Column<DateOnly>(type: "date", nullable: true),
                    remark = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    added_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    removed_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    removal_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_items", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_site_items_buildings_tenant_id_building_id",
                        columns: x => new { x.tenant_id, x.building_id },
                        principalSchema: "portal",
                        principalTable: "buildings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_items_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_items_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_items_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "site_parties",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    firm = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    post = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    office_phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    contract_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    contract_on = table.Column<DateOnly>(type: "date", nullable: true),
                    contract_amount = table.Column<decimal>(type: "numeric(16,2)", nullable: true),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    end_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_parties", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_site_parties_amount", "contract_amount >= 0");
                    table.ForeignKey(
                        name: "fk_site_parties_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_parties_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "site_watchers",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    origin = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    community = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    appointed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    end_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_watchers", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_site_watchers_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_watchers_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "spot_checks",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    office = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    conforms = table.Column<bool>(type: "boolean", nullable: false),
                    findings = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    has_proof = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_spot_checks", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_spot_checks_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_spot_checks_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "selection_adoptions",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_selection_adoptions", x => new { x.tenant_id, x.draft_id });
                    table.ForeignKey(
                        name: "fk_selection_adoptions_annual_plans_tenant_id_plan_id",
                        columns: x => new { x.tenant_id, x.plan_id },
                        principalSchema: "portal",
                        principalTable: "annual_plans",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_selection_adoptions_selection_drafts_tenant_id_draft_id",
                        columns: x => new { x.tenant_id, x.draft_id },
                        principalSchema: "portal",
                        principalTable: "selection_drafts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_selection_adoptions_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "selection_entries",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    street = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    building_count = table.Column<int>(type: "integer", nullable: true),
                    household_count = table.Column<int>(type: "integer", nullable: true),
                    floor_area = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    investment = table.Column<decimal>(type: "numeric(16,2)", nullable: true),
                    score = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    tie_break = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    is_chosen = table.Column<bool>(type: "boolean", nullable: false),
                    hand = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    hand_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    why_not = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    json = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_selection_entries", x => new { x.tenant_id, x.draft_id, x.estate_id });
                    table.CheckConstraint("ck_selection_entries_hand", "(hand = 'None') = (hand_reason is null)");
                    table.ForeignKey(
                        name: "fk_selection_entries_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_selection_entries_selection_drafts_tenant_id_draft_id",
                        columns: x => new { x.tenant_id, x.draft_id },
                        principalSchema: "portal",
                        principalTable: "selection_drafts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_selection_entries_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "defect_steps",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    defect_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_defect_steps", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_defect_steps_acceptance_defects_tenant_id_defect_id",
                        columns: x => new { x.tenant_id, x.defect_id },
                        principalSchema: "portal",
                        principalTable: "acceptance_defects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_defect_steps_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_defect_steps_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "acceptance_seats",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    acceptance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    clause = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    is_optional = table.Column<bool>(type: "boolean", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    is_present = table.Column<bool>(type: "boolean", nullable: false),
                    unit = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    representative = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    opinion = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    remark = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_seats", x => new { x.tenant_id, x.acceptance_id, x.party_key });
                    table.ForeignKey(
                        name: "fk_acceptance_seats_acceptances_tenant_id_acceptance_id",
                        columns: x => new { x.tenant_id, x.acceptance_id },
                        principalSchema: "portal",
                        principalTable: "acceptances",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_acceptance_seats_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_acceptance_seats_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice_objections",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    series_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    person = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_objections", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_notice_objections_notices_tenant_id_notice_id",
                        columns: x => new { x.tenant_id, x.notice_id },
                        principalSchema: "portal",
                        principalTable: "notices",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notice_objections_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notice_objections_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice_photos",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    attachment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    phase = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    taken_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_photos", x => new { x.tenant_id, x.attachment_id });
                    table.ForeignKey(
                        name: "fk_notice_photos_attachments_tenant_id_attachment_id",
                        columns: x => new { x.tenant_id, x.attachment_id },
                        principalSchema: "portal",
                        principalTable: "attachments",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notice_photos_notices_tenant_id_notice_id",
                        columns: x => new { x.tenant_id, x.notice_id },
                        principalSchema: "portal",
                        principalTable: "notices",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notice_photos_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notice_photos_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reviews",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scheme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    bodies = table.Column<string[]>(type: "text[]", nullable: false),
                    answers_json = table.Column<string>(type: "text", nullable: false),
                    remark = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    has_proof = table.Column<bool>(type: "boolean", nullable: false),
                    opened_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviews", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_reviews_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reviews_schemes_tenant_id_scheme_id",
                        columns: x => new { x.tenant_id, x.scheme_id },
                        principalSchema: "portal",
                        principalTable: "schemes",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reviews_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "scheme_items",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    scheme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    item_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    class_name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    layer = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: true),
                    building_id = table.Column<Guid>(type: "uuid", nullable: true),
                    quantity = table.Column<decimal>(type: "numeric(14,3)", precision: 14, scale: 3, nullable: true),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    unit_cost = table.Column<decimal>(type: "numeric(16,2)", nullable: true),
                    lump_sum = table.Column<decimal>(type: "numeric(16,2)", nullable: true),
                    ownership = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    section = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    remark = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scheme_items", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_scheme_items_figures", "quantity > 0 and unit_cost >= 0 and lump_sum >= 0 and (lump_sum is null or unit_cost is null)");
                    table.ForeignKey(
                        name: "fk_scheme_items_buildings_tenant_id_building_id",
                        columns: x => new { x.tenant_id, x.building_id },
                        principalSchema: "portal",
                        principalTable: "buildings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_scheme_items_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_scheme_items_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_scheme_items_schemes_tenant_id_scheme_id",
                        columns: x => new { x.tenant_id, x.scheme_id },
                        principalSchema: "portal",
                        principalTable: "schemes",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_scheme_items_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "site_problems",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    inspection_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    severity = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    found_on = table.Column<DateOnly>(type: "date", nullable: false),
                    found_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    owner = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_problems", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_site_problems_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_problems_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_problems_site_inspections_tenant_id_inspection_id",
                        columns: x => new { x.tenant_id, x.inspection_id },
                        principalSchema: "portal",
                        principalTable: "site_inspections",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_problems_site_items_tenant_id_item_id",
                        columns: x => new { x.tenant_id, x.item_id },
                        principalSchema: "portal",
                        principalTable: "site_items",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_problems_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "site_progress",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    percent = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    finished_on = table.Column<DateOnly>(type: "date", nullable: true),
                    remark = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_progress", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_site_progress_finish", "percent between 0 and 100 and (percent = 100) = (finished_on is not null)");
                    table.ForeignKey(
                        name: "fk_site_progress_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_progress_site_items_tenant_id_item_id",
                        columns: x => new { x.tenant_id, x.item_id },
                        principalSchema: "portal",
                        principalTable: "site_items",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_progress_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "party_attendances",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_party_attendances", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_party_attendances_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_party_attendances_site_parties_tenant_id_party_id",
                        columns: x => new { x.tenant_id, x.party_id },
                        principalSchema: "portal",
                        principalTable: "site_parties",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_party_attendances_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice_replies",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    objection_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    summary = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    replied_on = table.Column<DateOnly>(type: "date", nullable: false),
                    is_published = table.Column<bool>(type: "boolean", nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_replies", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_notice_replies_notice_objections_tenant_id_objection_id",
                        columns: x => new { x.tenant_id, x.objection_id },
                        principalSchema: "portal",
                        principalTable: "notice_objections",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notice_replies_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notice_replies_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_opinions",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    review_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_opinions", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_review_opinions_return", "kind = 'Agree' or text is not null");
                    table.ForeignKey(
                        name: "fk_review_opinions_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_review_opinions_reviews_tenant_id_review_id",
                        columns: x => new { x.tenant_id, x.review_id },
                        principalSchema: "portal",
                        principalTable: "reviews",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_review_opinions_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_packets",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    review_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    missing = table.Column<string>(type: "text", nullable: true),
                    made_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_packets", x => new { x.tenant_id, x.review_id });
                    table.ForeignKey(
                        name: "fk_review_packets_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_review_packets_reviews_tenant_id_review_id",
                        columns: x => new { x.tenant_id, x.review_id },
                        principalSchema: "portal",
                        principalTable: "reviews",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_review_packets_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "problem_steps",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    problem_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_problem_steps", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_problem_steps_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_problem_steps_site_problems_tenant_id_problem_id",
                        columns: x => new { x.tenant_id, x.problem_id },
                        principalSchema: "portal",
                        principalTable: "site_problems",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_problem_steps_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_confirmations_tenant_id_estate_id",
                schema: "portal",
                table: "acceptance_confirmations",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_confirmations_tenant_id_project_id",
                schema: "portal",
                table: "acceptance_confirmations",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_defects_tenant_id_project_id_number",
                schema: "portal",
                table: "acceptance_defects",
                columns: new[] { "tenant_id", "project_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_acceptance_seats_tenant_id_project_id",
                schema: "portal",
                table: "acceptance_seats",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_acceptances_tenant_id_project_id",
                schema: "portal",
                table: "acceptances",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_candidate_estimates_tenant_id_estate_id",
                schema: "portal",
                table: "candidate_estimates",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_candidate_marks_tenant_id_estate_id_criterion",
                schema: "portal",
                table: "candidate_marks",
                columns: new[] { "tenant_id", "estate_id", "criterion" });

            migrationBuilder.CreateIndex(
                name: "ix_defect_steps_tenant_id_defect_id",
                schema: "portal",
                table: "defect_steps",
                columns: new[] { "tenant_id", "defect_id" });

            migrationBuilder.CreateIndex(
                name: "ix_defect_steps_tenant_id_project_id",
                schema: "portal",
                table: "defect_steps",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_execution_reports_tenant_id_year_measure",
                schema: "portal",
                table: "execution_reports",
                columns: new[] { "tenant_id", "year", "measure" });

            migrationBuilder.CreateIndex(
                name: "ix_frozen_plan_entries_tenant_id_estate_id",
                schema: "portal",
                table: "frozen_plan_entries",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_frozen_plans_tenant_id_year_edition",
                schema: "portal",
                table: "frozen_plans",
                columns: new[] { "tenant_id", "year", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fund_balances_tenant_id_estate_id",
                schema: "portal",
                table: "fund_balances",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_green_passes_tenant_id_project_id",
                schema: "portal",
                table: "green_passes",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_green_passes_tenant_id_year_number",
                schema: "portal",
                table: "green_passes",
                columns: new[] { "tenant_id", "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_handover_items_tenant_id_project_id_name",
                schema: "portal",
                table: "handover_items",
                columns: new[] { "tenant_id", "project_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_holiday_years_tenant_id_year_revision",
                schema: "portal",
                table: "holiday_years",
                columns: new[] { "tenant_id", "year", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_material_tests_tenant_id_estate_id",
                schema: "portal",
                table: "material_tests",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_material_tests_tenant_id_project_id_test_number",
                schema: "portal",
                table: "material_tests",
                columns: new[] { "tenant_id", "project_id", "test_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notice_objections_tenant_id_notice_id",
                schema: "portal",
                table: "notice_objections",
                columns: new[] { "tenant_id", "notice_id" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_objections_tenant_id_project_id",
                schema: "portal",
                table: "notice_objections",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_objections_tenant_id_series_id_number",
                schema: "portal",
                table: "notice_objections",
                columns: new[] { "tenant_id", "series_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notice_photos_tenant_id_notice_id",
                schema: "portal",
                table: "notice_photos",
                columns: new[] { "tenant_id", "notice_id" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_photos_tenant_id_project_id",
                schema: "portal",
                table: "notice_photos",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_replies_tenant_id_objection_id",
                schema: "portal",
                table: "notice_replies",
                columns: new[] { "tenant_id", "objection_id" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_replies_tenant_id_project_id",
                schema: "portal",
                table: "notice_replies",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_tenant_id_project_id",
                schema: "portal",
                table: "notices",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_tenant_id_series_id_revision",
                schema: "portal",
                table: "notices",
                columns: new[] { "tenant_id", "series_id", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_officers_tenant_id_body",
                schema: "portal",
                table: "officers",
                columns: new[] { "tenant_id", "body" });

            migrationBuilder.CreateIndex(
                name: "ix_party_attendances_tenant_id_party_id",
                schema: "portal",
                table: "party_attendances",
                columns: new[] { "tenant_id", "party_id" });

            migrationBuilder.CreateIndex(
                name: "ix_party_attendances_tenant_id_project_id",
                schema: "portal",
                table: "party_attendances",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_problem_steps_tenant_id_problem_id",
                schema: "portal",
                table: "problem_steps",
                columns: new[] { "tenant_id", "problem_id" });

            migrationBuilder.CreateIndex(
                name: "ix_problem_steps_tenant_id_project_id",
                schema: "portal",
                table: "problem_steps",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_project_estates_tenant_id_estate_id_plan_year",
                schema: "portal",
                table: "project_estates",
                columns: new[] { "tenant_id", "estate_id", "plan_year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_project_papers_tenant_id_project_id_stage_key",
                schema: "portal",
                table: "project_papers",
                columns: new[] { "tenant_id", "project_id", "stage_key" });

            migrationBuilder.CreateIndex(
                name: "ix_project_steps_tenant_id_project_id",
                schema: "portal",
                table: "project_steps",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_projects_tenant_id_plan_year",
                schema: "portal",
                table: "projects",
                columns: new[] { "tenant_id", "plan_year" });

            migrationBuilder.CreateIndex(
                name: "ix_property_services_tenant_id_ballot_id",
                schema: "portal",
                table: "property_services",
                columns: new[] { "tenant_id", "ballot_id" });

            migrationBuilder.CreateIndex(
                name: "ix_property_services_tenant_id_estate_id",
                schema: "portal",
                table: "property_services",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_review_decisions_tenant_id_county_id_review_id",
                schema: "portal",
                table: "review_decisions",
                columns: new[] { "tenant_id", "county_id", "review_id" });

            migrationBuilder.CreateIndex(
                name: "ix_review_opinions_tenant_id_project_id",
                schema: "portal",
                table: "review_opinions",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_review_opinions_tenant_id_review_id",
                schema: "portal",
                table: "review_opinions",
                columns: new[] { "tenant_id", "review_id" });

            migrationBuilder.CreateIndex(
                name: "ix_review_packets_tenant_id_project_id",
                schema: "portal",
                table: "review_packets",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_reviews_tenant_id_project_id",
                schema: "portal",
                table: "reviews",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_reviews_tenant_id_scheme_id_kind",
                schema: "portal",
                table: "reviews",
                columns: new[] { "tenant_id", "scheme_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_scheme_items_tenant_id_building_id",
                schema: "portal",
                table: "scheme_items",
                columns: new[] { "tenant_id", "building_id" });

            migrationBuilder.CreateIndex(
                name: "ix_scheme_items_tenant_id_estate_id",
                schema: "portal",
                table: "scheme_items",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_scheme_items_tenant_id_project_id",
                schema: "portal",
                table: "scheme_items",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_scheme_items_tenant_id_scheme_id_sequence",
                schema: "portal",
                table: "scheme_items",
                columns: new[] { "tenant_id", "scheme_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_schemes_one_draft",
                schema: "portal",
                table: "schemes",
                columns: new[] { "tenant_id", "project_id" },
                unique: true,
                filter: "state = 'Draft'");

            migrationBuilder.CreateIndex(
                name: "ix_schemes_tenant_id_project_id_number",
                schema: "portal",
                table: "schemes",
                columns: new[] { "tenant_id", "project_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_selection_adoptions_tenant_id_plan_id",
                schema: "portal",
                table: "selection_adoptions",
                columns: new[] { "tenant_id", "plan_id" });

            migrationBuilder.CreateIndex(
                name: "ix_selection_drafts_tenant_id_year",
                schema: "portal",
                table: "selection_drafts",
                columns: new[] { "tenant_id", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_selection_entries_tenant_id_estate_id",
                schema: "portal",
                table: "selection_entries",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_site_inspections_tenant_id_estate_id",
                schema: "portal",
                table: "site_inspections",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_site_inspections_tenant_id_project_id",
                schema: "portal",
                table: "site_inspections",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_site_items_tenant_id_building_id",
                schema: "portal",
                table: "site_items",
                columns: new[] { "tenant_id", "building_id" });

            migrationBuilder.CreateIndex(
                name: "ix_site_items_tenant_id_estate_id",
                schema: "portal",
                table: "site_items",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_site_items_tenant_id_project_id",
                schema: "portal",
                table: "site_items",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_site_parties_tenant_id_project_id",
                schema: "portal",
                table: "site_parties",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_site_problems_tenant_id_estate_id",
                schema: "portal",
                table: "site_problems",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_site_problems_tenant_id_inspection_id",
                schema: "portal",
                table: "site_problems",
                columns: new[] { "tenant_id", "inspection_id" });

            migrationBuilder.CreateIndex(
                name: "ix_site_problems_tenant_id_item_id",
                schema: "portal",
                table: "site_problems",
                columns: new[] { "tenant_id", "item_id" });

            migrationBuilder.CreateIndex(
                name: "ix_site_problems_tenant_id_project_id",
                schema: "portal",
                table: "site_problems",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_site_progress_tenant_id_item_id",
                schema: "portal",
                table: "site_progress",
                columns: new[] { "tenant_id", "item_id" });

            migrationBuilder.CreateIndex(
                name: "ix_site_progress_tenant_id_project_id",
                schema: "portal",
                table: "site_progress",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_site_watchers_tenant_id_project_id",
                schema: "portal",
                table: "site_watchers",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_spot_checks_tenant_id_project_id",
                schema: "portal",
                table: "spot_checks",
                columns: new[] { "tenant_id", "project_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceptance_confirmations",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "acceptance_seats",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "candidate_estimates",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "candidate_marks",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "defect_steps",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "execution_reports",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "frozen_plan_entries",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "fund_balances",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "green_passes",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "handover_items",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "holiday_days",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "material_tests",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "notice_photos",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "notice_replies",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "officers",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "party_attendances",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "problem_steps",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "project_estates",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "project_papers",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "project_steps",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "property_services",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "review_decisions",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "review_opinions",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "review_packets",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "scheme_items",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "selection_adoptions",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "selection_entries",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "site_progress",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "site_watchers",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "spot_checks",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "acceptances",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "acceptance_defects",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "frozen_plans",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "holiday_years",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "notice_objections",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "site_parties",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "site_problems",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "reviews",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "selection_drafts",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "notices",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "site_inspections",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "site_items",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "schemes",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "projects",
                schema: "portal");
        }
    }
}
