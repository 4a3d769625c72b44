using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OldEstateRenewal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Choosing : Migration
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "candidate_estimates",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "candidate_marks",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "execution_reports",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "frozen_plan_entries",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "selection_adoptions",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "selection_entries",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "frozen_plans",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "selection_drafts",
                schema: "portal");
        }
    }
}
