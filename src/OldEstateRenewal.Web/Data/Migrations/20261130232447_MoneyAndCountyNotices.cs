using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OldEstateRenewal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class MoneyAndCountyNotices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "dust_missing",
                schema: "portal",
                table: "site_inspections",
                type: "text[]",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "dust_taken",
                schema: "portal",
                table: "site_inspections",
                type: "text[]",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "project_id",
                schema: "portal",
                table: "notices",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "scheme_id",
                schema: "portal",
                table: "notices",
                type: "uuid",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "project_id",
                schema: "portal",
                table: "notice_replies",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AlterColumn<Guid>(
                name: "project_id",
                schema: "portal",
                table: "notice_photos",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AlterColumn<Guid>(
                name: "project_id",
                schema: "portal",
                table: "notice_objections",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "scheme_id",
                schema: "portal",
                table: "ballots",
                type: "uuid",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "estate_id",
                schema: "portal",
                table: "attachments",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.CreateTable(
                name: "balance_sheets",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    mode_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    first_year = table.Column<int>(type: "integer", nullable: false),
                    years = table.Column<int>(type: "integer", nullable: false),
                    discount_rate = table.Column<decimal>(type: "numeric(7,4)", precision: 7, scale: 4, nullable: true),
                    assumptions = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    made_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fixed_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    fixed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_balance_sheets", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_balance_sheets_figures", "(state = 'Fixed') = (fixed_at is not null) and years between 1 and 50 and discount_rate between 0 and 100");
                    table.ForeignKey(
                        name: "fk_balance_sheets_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_balance_sheets_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bank_files",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    street_id = table.Column<Guid>(type: "uuid", nullable: true),
                    file_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    line_count = table.Column<int>(type: "integer", nullable: false),
                    total = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    from_on = table.Column<DateOnly>(type: "date", nullable: true),
                    until_on = table.Column<DateOnly>(type: "date", nullable: true),
                    uploaded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_files", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_bank_files_streets_tenant_id_street_id",
                        columns: x => new { x.tenant_id, x.street_id },
                        principalSchema: "portal",
                        principalTable: "streets",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bank_files_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cost_sheets",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    scheme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    reviewer = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    reviewed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    has_proof = table.Column<bool>(type: "boolean", nullable: false),
                    made_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fixed_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    fixed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cost_sheets", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_cost_sheets_fixed", "(state = 'Fixed') = (fixed_at is not null)");
                    table.ForeignKey(
                        name: "fk_cost_sheets_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cost_sheets_schemes_tenant_id_scheme_id",
                        columns: x => new { x.tenant_id, x.scheme_id },
                        principalSchema: "portal",
                        principalTable: "schemes",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cost_sheets_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "day_closings",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    receipts = table.Column<int>(type: "integer", nullable: false),
                    total = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    cash_booked = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    cash_counted = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    remark = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_day_closings", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_day_closings_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "funding_grants",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_year = table.Column<int>(type: "integer", nullable: false),
                    source_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    source_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    earmarked_id = table.Column<Guid>(type: "uuid", nullable: true),
                    purpose = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    account = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    made_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_funding_grants", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_funding_grants_projects_tenant_id_earmarked_id",
                        columns: x => new { x.tenant_id, x.earmarked_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_funding_grants_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_entries",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: true),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_entries", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_ledger_entries_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ledger_entries_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ledger_entries_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subsidy_notices",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_year = table.Column<int>(type: "integer", nullable: false),
                    source_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    estates = table.Column<int>(type: "integer", nullable: false),
                    households = table.Column<int>(type: "integer", nullable: false),
                    buildings = table.Column<int>(type: "integer", nullable: false),
                    area = table.Column<decimal>(type: "numeric(14,2)", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    remark = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subsidy_notices", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_subsidy_notices_figures", "estates >= 0 and households >= 0 and buildings >= 0 and area >= 0 and amount >= 0");
                    table.ForeignKey(
                        name: "fk_subsidy_notices_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "works_contracts",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    firm = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    progress_cap = table.Column<decimal>(type: "numeric(7,4)", precision: 7, scale: 4, nullable: false),
                    retention_rate = table.Column<decimal>(type: "numeric(7,4)", precision: 7, scale: 4, nullable: false),
                    retention_months = table.Column<int>(type: "integer", nullable: false),
                    has_proof = table.Column<bool>(type: "boolean", nullable: false),
                    made_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_works_contracts", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_works_contracts_figures", "amount > 0 and progress_cap between 0 and 100 and retention_rate between 0 and 100 and retention_months between 0 and 120");
                    table.ForeignKey(
                        name: "fk_works_contracts_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_works_contracts_site_parties_tenant_id_party_id",
                        columns: x => new { x.tenant_id, x.party_id },
                        principalSchema: "portal",
                        principalTable: "site_parties",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_works_contracts_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "balance_lines",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sheet_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    side = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    revenue_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    from_year = table.Column<int>(type: "integer", nullable: false),
                    until_year = table.Column<int>(type: "integer", nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(14,3)", precision: 14, scale: 3, nullable: false),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    unit_amount = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    growth = table.Column<decimal>(type: "numeric(7,4)", precision: 7, scale: 4, nullable: false),
                    basis = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_balance_lines", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_balance_lines_figures", "quantity > 0 and unit_amount >= 0 and until_year >= from_year and growth between -100 and 100");
                    table.ForeignKey(
                        name: "fk_balance_lines_balance_sheets_tenant_id_sheet_id",
                        columns: x => new { x.tenant_id, x.sheet_id },
                        principalSchema: "portal",
                        principalTable: "balance_sheets",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_balance_lines_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_balance_lines_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bank_lines",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    street_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    payer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    summary = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    fingerprint = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dwelling_id = table.Column<Guid>(type: "uuid", nullable: true),
                    score = table.Column<int>(type: "integer", nullable: true),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    decided_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_lines", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_bank_lines_score", "score between 0 and 100");
                    table.ForeignKey(
                        name: "fk_bank_lines_bank_files_tenant_id_file_id",
                        columns: x => new { x.tenant_id, x.file_id },
                        principalSchema: "portal",
                        principalTable: "bank_files",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bank_lines_dwellings_tenant_id_dwelling_id",
                        columns: x => new { x.tenant_id, x.dwelling_id },
                        principalSchema: "portal",
                        principalTable: "dwellings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bank_lines_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bank_lines_streets_tenant_id_street_id",
                        columns: x => new { x.tenant_id, x.street_id },
                        principalSchema: "portal",
                        principalTable: "streets",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bank_lines_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cost_lines",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sheet_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    item_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    class_name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    scheme_item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: true),
                    building_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ownership = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    section = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    traits = table.Column<string[]>(type: "text[]", nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(14,3)", precision: 14, scale: 3, nullable: true),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    unit_cost = table.Column<decimal>(type: "numeric(16,2)", nullable: true),
                    lump_sum = table.Column<decimal>(type: "numeric(16,2)", nullable: true),
                    rate = table.Column<decimal>(type: "numeric(7,4)", precision: 7, scale: 4, nullable: true),
                    cost = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    remark = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cost_lines", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_cost_lines_figures", "cost >= 0 and quantity > 0 and unit_cost >= 0 and lump_sum >= 0 and rate > 0 and num_nonnulls(unit_cost, lump_sum, rate) <= 1 and (kind <> 'Works' or rate is null)");
                    table.ForeignKey(
                        name: "fk_cost_lines_buildings_tenant_id_building_id",
                        columns: x => new { x.tenant_id, x.building_id },
                        principalSchema: "portal",
                        principalTable: "buildings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cost_lines_cost_sheets_tenant_id_sheet_id",
                        columns: x => new { x.tenant_id, x.sheet_id },
                        principalSchema: "portal",
                        principalTable: "cost_sheets",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cost_lines_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cost_lines_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cost_lines_scheme_items_tenant_id_scheme_item_id",
                        columns: x => new { x.tenant_id, x.scheme_item_id },
                        principalSchema: "portal",
                        principalTable: "scheme_items",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cost_lines_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "final_accounts",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cost_sheet_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    approved_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    remark = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_final_accounts", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_final_accounts_amount", "amount >= 0");
                    table.ForeignKey(
                        name: "fk_final_accounts_cost_sheets_tenant_id_cost_sheet_id",
                        columns: x => new { x.tenant_id, x.cost_sheet_id },
                        principalSchema: "portal",
                        principalTable: "cost_sheets",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_final_accounts_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_final_accounts_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "share_sheets",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cost_sheet_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    applied_on = table.Column<DateOnly>(type: "date", nullable: false),
                    household_count = table.Column<int>(type: "integer", nullable: true),
                    area = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    basis = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    made_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fixed_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    fixed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_share_sheets", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_share_sheets_figures", "(state = 'Fixed') = (fixed_at is not null) and household_count >= 0 and area >= 0");
                    table.ForeignKey(
                        name: "fk_share_sheets_cost_sheets_tenant_id_cost_sheet_id",
                        columns: x => new { x.tenant_id, x.cost_sheet_id },
                        principalSchema: "portal",
                        principalTable: "cost_sheets",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_share_sheets_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_share_sheets_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "funding_acts",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    voucher = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    remark = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    revokes_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_funding_acts", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_funding_acts_figures", "amount > 0 and (kind = 'Revoked') = (revokes_id is not null) and (kind <> 'Allotted' or project_id is not null)");
                    table.ForeignKey(
                        name: "fk_funding_acts_funding_acts_tenant_id_revokes_id",
                        columns: x => new { x.tenant_id, x.revokes_id },
                        principalSchema: "portal",
                        principalTable: "funding_acts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_funding_acts_funding_grants_tenant_id_grant_id",
                        columns: x => new { x.tenant_id, x.grant_id },
                        principalSchema: "portal",
                        principalTable: "funding_grants",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_funding_acts_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_funding_acts_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_postings",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    account = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    source_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    debit = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    credit = table.Column<decimal>(type: "numeric(16,2)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_postings", x => new { x.tenant_id, x.entry_id, x.sequence });
                    table.CheckConstraint("ck_ledger_postings_side", "debit >= 0 and credit >= 0 and (debit = 0) <> (credit = 0)");
                    table.ForeignKey(
                        name: "fk_ledger_postings_ledger_entries_tenant_id_entry_id",
                        columns: x => new { x.tenant_id, x.entry_id },
                        principalSchema: "portal",
                        principalTable: "ledger_entries",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ledger_postings_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contract_changes",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    difference = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_changes", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_contract_changes_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contract_changes_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contract_changes_works_contracts_tenant_id_contract_id",
                        columns: x => new { x.tenant_id, x.contract_id },
                        principalSchema: "portal",
                        principalTable: "works_contracts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_requests",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    work_done = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    retained = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    remark = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    excess_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    has_proof = table.Column<bool>(type: "boolean", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_requests", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_payment_requests_figures", "amount > 0 and work_done >= 0 and retained >= 0 and retained < amount");
                    table.ForeignKey(
                        name: "fk_payment_requests_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payment_requests_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payment_requests_works_contracts_tenant_id_contract_id",
                        columns: x => new { x.tenant_id, x.contract_id },
                        principalSchema: "portal",
                        principalTable: "works_contracts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bill_runs",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    share_sheet_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    basis = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    how_to_pay = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    total = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    bill_count = table.Column<int>(type: "integer", nullable: false),
                    made_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    issued_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdraw_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bill_runs", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_bill_runs_state", "total >= 0 and (state = 'Draft') = (issued_at is null) and (state = 'Withdrawn') = (withdrawn_at is not null)");
                    table.ForeignKey(
                        name: "fk_bill_runs_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bill_runs_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bill_runs_share_sheets_tenant_id_share_sheet_id",
                        columns: x => new { x.tenant_id, x.share_sheet_id },
                        principalSchema: "portal",
                        principalTable: "share_sheets",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bill_runs_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "share_lines",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sheet_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cost_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule_document = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    rule_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    basis = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    clause = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    working = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_share_lines", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_share_lines_cost_lines_tenant_id_cost_line_id",
                        columns: x => new { x.tenant_id, x.cost_line_id },
                        principalSchema: "portal",
                        principalTable: "cost_lines",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_share_lines_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_share_lines_share_sheets_tenant_id_sheet_id",
                        columns: x => new { x.tenant_id, x.sheet_id },
                        principalSchema: "portal",
                        principalTable: "share_sheets",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_share_lines_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_sources",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(16,2)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_sources", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_payment_sources_amount", "amount > 0");
                    table.ForeignKey(
                        name: "fk_payment_sources_funding_grants_tenant_id_grant_id",
                        columns: x => new { x.tenant_id, x.grant_id },
                        principalSchema: "portal",
                        principalTable: "funding_grants",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payment_sources_payment_requests_tenant_id_request_id",
                        columns: x => new { x.tenant_id, x.request_id },
                        principalSchema: "portal",
                        principalTable: "payment_requests",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payment_sources_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payment_sources_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_steps",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    voucher = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    remark = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_steps", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_payment_steps_payment_requests_tenant_id_request_id",
                        columns: x => new { x.tenant_id, x.request_id },
                        principalSchema: "portal",
                        principalTable: "payment_requests",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payment_steps_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payment_steps_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bills",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    building_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dwelling_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    area = table.Column<decimal>(type: "numeric(14,2)", nullable: false),
                    storey = table.Column<int>(type: "integer", nullable: false),
                    amounts = table.Column<long[]>(type: "bigint[]", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(16,2)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bills", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_bills_sum", "amount >= 0 and amount * 100 = portal.sum_of(amounts)");
                    table.ForeignKey(
                        name: "fk_bills_bill_runs_tenant_id_run_id",
                        columns: x => new { x.tenant_id, x.run_id },
                        principalSchema: "portal",
                        principalTable: "bill_runs",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bills_buildings_tenant_id_building_id",
                        columns: x => new { x.tenant_id, x.building_id },
                        principalSchema: "portal",
                        principalTable: "buildings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bills_dwellings_tenant_id_dwelling_id",
                        columns: x => new { x.tenant_id, x.dwelling_id },
                        principalSchema: "portal",
                        principalTable: "dwellings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bills_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bills_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bill_parts",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    share_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    clause = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    cost = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    split = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    coefficients = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    building_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bill_parts", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_bill_parts_figures", "amount >= 0 and cost >= amount");
                    table.ForeignKey(
                        name: "fk_bill_parts_bill_runs_tenant_id_run_id",
                        columns: x => new { x.tenant_id, x.run_id },
                        principalSchema: "portal",
                        principalTable: "bill_runs",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bill_parts_buildings_tenant_id_building_id",
                        columns: x => new { x.tenant_id, x.building_id },
                        principalSchema: "portal",
                        principalTable: "buildings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bill_parts_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bill_parts_share_lines_tenant_id_share_line_id",
                        columns: x => new { x.tenant_id, x.share_line_id },
                        principalSchema: "portal",
                        principalTable: "share_lines",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bill_parts_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "share_amounts",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    payer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    supplied_fraction = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    supplied_amount = table.Column<decimal>(type: "numeric(16,2)", nullable: true),
                    amount = table.Column<decimal>(type: "numeric(16,2)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_share_amounts", x => new { x.tenant_id, x.line_id, x.payer });
                    table.CheckConstraint("ck_share_amounts_figures", "amount >= 0 and supplied_amount >= 0");
                    table.ForeignKey(
                        name: "fk_share_amounts_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_share_amounts_share_lines_tenant_id_line_id",
                        columns: x => new { x.tenant_id, x.line_id },
                        principalSchema: "portal",
                        principalTable: "share_lines",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_share_amounts_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bill_reliefs",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bill_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    source_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    revokes_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bill_reliefs", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_bill_reliefs_amount", "amount > 0 and (kind = 'Revocation') = (revokes_id is not null)");
                    table.ForeignKey(
                        name: "fk_bill_reliefs_bill_reliefs_tenant_id_revokes_id",
                        columns: x => new { x.tenant_id, x.revokes_id },
                        principalSchema: "portal",
                        principalTable: "bill_reliefs",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bill_reliefs_bills_tenant_id_bill_id",
                        columns: x => new { x.tenant_id, x.bill_id },
                        principalSchema: "portal",
                        principalTable: "bills",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bill_reliefs_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bill_reliefs_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_reminders",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bill_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    outstanding = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_reminders", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_payment_reminders_bills_tenant_id_bill_id",
                        columns: x => new { x.tenant_id, x.bill_id },
                        principalSchema: "portal",
                        principalTable: "bills",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payment_reminders_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payment_reminders_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "owner_payments",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    building_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dwelling_id = table.Column<Guid>(type: "uuid", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false, defaultValueSql: "coalesce(nullif(current_setting('app.street', true), '')::uuid, nullif(current_setting('app.tenant', true), '')::uuid)"),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    method = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    bill_part_id = table.Column<Guid>(type: "uuid", nullable: true),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reference = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    bank_line_id = table.Column<Guid>(type: "uuid", nullable: true),
                    remark = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    reverses_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_owner_payments", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_owner_payments_figures", "amount > 0 and number > 0 and (kind = 'Reversal') = (reverses_id is not null) and (dwelling_id is null) = (building_id is null)");
                    table.ForeignKey(
                        name: "fk_owner_payments_bank_lines_tenant_id_bank_line_id",
                        columns: x => new { x.tenant_id, x.bank_line_id },
                        principalSchema: "portal",
                        principalTable: "bank_lines",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_owner_payments_bill_parts_tenant_id_bill_part_id",
                        columns: x => new { x.tenant_id, x.bill_part_id },
                        principalSchema: "portal",
                        principalTable: "bill_parts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_owner_payments_buildings_tenant_id_building_id",
                        columns: x => new { x.tenant_id, x.building_id },
                        principalSchema: "portal",
                        principalTable: "buildings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_owner_payments_dwellings_tenant_id_dwelling_id",
                        columns: x => new { x.tenant_id, x.dwelling_id },
                        principalSchema: "portal",
                        principalTable: "dwellings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_owner_payments_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_owner_payments_owner_payments_tenant_id_reverses_id",
                        columns: x => new { x.tenant_id, x.reverses_id },
                        principalSchema: "portal",
                        principalTable: "owner_payments",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_owner_payments_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "funding_uses",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    share_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    payer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(16,2)", nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoke_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_funding_uses", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_funding_uses_amount", "amount > 0 and (revoked_at is null) = (revoke_reason is null)");
                    table.ForeignKey(
                        name: "fk_funding_uses_funding_grants_tenant_id_grant_id",
                        columns: x => new { x.tenant_id, x.grant_id },
                        principalSchema: "portal",
                        principalTable: "funding_grants",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_funding_uses_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_funding_uses_share_amounts_tenant_id_share_line_id_payer",
                        columns: x => new { x.tenant_id, x.share_line_id, x.payer },
                        principalSchema: "portal",
                        principalTable: "share_amounts",
                        principalColumns: new[] { "tenant_id", "line_id", "payer" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_funding_uses_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_notices_tenant_id_scheme_id",
                schema: "portal",
                table: "notices",
                columns: new[] { "tenant_id", "scheme_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ballots_tenant_id_scheme_id",
                schema: "portal",
                table: "ballots",
                columns: new[] { "tenant_id", "scheme_id" });

            migrationBuilder.CreateIndex(
                name: "ix_balance_lines_tenant_id_project_id",
                schema: "portal",
                table: "balance_lines",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_balance_lines_tenant_id_sheet_id_sequence",
                schema: "portal",
                table: "balance_lines",
                columns: new[] { "tenant_id", "sheet_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_balance_sheets_one_draft",
                schema: "portal",
                table: "balance_sheets",
                columns: new[] { "tenant_id", "project_id" },
                unique: true,
                filter: "state = 'Draft'");

            migrationBuilder.CreateIndex(
                name: "ix_balance_sheets_tenant_id_project_id_number",
                schema: "portal",
                table: "balance_sheets",
                columns: new[] { "tenant_id", "project_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bank_files_tenant_id_sha256",
                schema: "portal",
                table: "bank_files",
                columns: new[] { "tenant_id", "sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bank_files_tenant_id_street_id",
                schema: "portal",
                table: "bank_files",
                columns: new[] { "tenant_id", "street_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bank_lines_tenant_id_dwelling_id",
                schema: "portal",
                table: "bank_lines",
                columns: new[] { "tenant_id", "dwelling_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bank_lines_tenant_id_estate_id",
                schema: "portal",
                table: "bank_lines",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bank_lines_tenant_id_file_id_sequence",
                schema: "portal",
                table: "bank_lines",
                columns: new[] { "tenant_id", "file_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bank_lines_tenant_id_fingerprint",
                schema: "portal",
                table: "bank_lines",
                columns: new[] { "tenant_id", "fingerprint" });

            migrationBuilder.CreateIndex(
                name: "ix_bank_lines_tenant_id_street_id",
                schema: "portal",
                table: "bank_lines",
                columns: new[] { "tenant_id", "street_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bill_parts_tenant_id_building_id",
                schema: "portal",
                table: "bill_parts",
                columns: new[] { "tenant_id", "building_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bill_parts_tenant_id_estate_id",
                schema: "portal",
                table: "bill_parts",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bill_parts_tenant_id_run_id_sequence",
                schema: "portal",
                table: "bill_parts",
                columns: new[] { "tenant_id", "run_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bill_parts_tenant_id_share_line_id",
                schema: "portal",
                table: "bill_parts",
                columns: new[] { "tenant_id", "share_line_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bill_reliefs_tenant_id_bill_id",
                schema: "portal",
                table: "bill_reliefs",
                columns: new[] { "tenant_id", "bill_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bill_reliefs_tenant_id_estate_id",
                schema: "portal",
                table: "bill_reliefs",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bill_reliefs_tenant_id_revokes_id",
                schema: "portal",
                table: "bill_reliefs",
                columns: new[] { "tenant_id", "revokes_id" },
                unique: true,
                filter: "revokes_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_bill_runs_tenant_id_estate_id_number",
                schema: "portal",
                table: "bill_runs",
                columns: new[] { "tenant_id", "estate_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bill_runs_tenant_id_project_id",
                schema: "portal",
                table: "bill_runs",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bill_runs_tenant_id_share_sheet_id",
                schema: "portal",
                table: "bill_runs",
                columns: new[] { "tenant_id", "share_sheet_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bills_tenant_id_building_id",
                schema: "portal",
                table: "bills",
                columns: new[] { "tenant_id", "building_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bills_tenant_id_dwelling_id",
                schema: "portal",
                table: "bills",
                columns: new[] { "tenant_id", "dwelling_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bills_tenant_id_estate_id",
                schema: "portal",
                table: "bills",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bills_tenant_id_run_id_dwelling_id",
                schema: "portal",
                table: "bills",
                columns: new[] { "tenant_id", "run_id", "dwelling_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bills_tenant_id_run_id_number",
                schema: "portal",
                table: "bills",
                columns: new[] { "tenant_id", "run_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contract_changes_tenant_id_contract_id",
                schema: "portal",
                table: "contract_changes",
                columns: new[] { "tenant_id", "contract_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contract_changes_tenant_id_project_id",
                schema: "portal",
                table: "contract_changes",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cost_lines_tenant_id_building_id",
                schema: "portal",
                table: "cost_lines",
                columns: new[] { "tenant_id", "building_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cost_lines_tenant_id_estate_id",
                schema: "portal",
                table: "cost_lines",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cost_lines_tenant_id_project_id",
                schema: "portal",
                table: "cost_lines",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cost_lines_tenant_id_scheme_item_id",
                schema: "portal",
                table: "cost_lines",
                columns: new[] { "tenant_id", "scheme_item_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cost_lines_tenant_id_sheet_id_sequence",
                schema: "portal",
                table: "cost_lines",
                columns: new[] { "tenant_id", "sheet_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_cost_sheets_one_draft",
                schema: "portal",
                table: "cost_sheets",
                columns: new[] { "tenant_id", "project_id", "stage" },
                unique: true,
                filter: "state = 'Draft'");

            migrationBuilder.CreateIndex(
                name: "ix_cost_sheets_tenant_id_project_id_stage_number",
                schema: "portal",
                table: "cost_sheets",
                columns: new[] { "tenant_id", "project_id", "stage", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cost_sheets_tenant_id_scheme_id",
                schema: "portal",
                table: "cost_sheets",
                columns: new[] { "tenant_id", "scheme_id" });

            migrationBuilder.CreateIndex(
                name: "ix_day_closings_tenant_id_office_id_on",
                schema: "portal",
                table: "day_closings",
                columns: new[] { "tenant_id", "office_id", "on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_final_accounts_tenant_id_cost_sheet_id",
                schema: "portal",
                table: "final_accounts",
                columns: new[] { "tenant_id", "cost_sheet_id" });

            migrationBuilder.CreateIndex(
                name: "ix_final_accounts_tenant_id_project_id",
                schema: "portal",
                table: "final_accounts",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_funding_acts_tenant_id_grant_id",
                schema: "portal",
                table: "funding_acts",
                columns: new[] { "tenant_id", "grant_id" });

            migrationBuilder.CreateIndex(
                name: "ix_funding_acts_tenant_id_project_id",
                schema: "portal",
                table: "funding_acts",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_funding_acts_tenant_id_revokes_id",
                schema: "portal",
                table: "funding_acts",
                columns: new[] { "tenant_id", "revokes_id" },
                unique: true,
                filter: "revokes_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_funding_grants_tenant_id_earmarked_id",
                schema: "portal",
                table: "funding_grants",
                columns: new[] { "tenant_id", "earmarked_id" });

            migrationBuilder.CreateIndex(
                name: "ix_funding_grants_tenant_id_plan_year",
                schema: "portal",
                table: "funding_grants",
                columns: new[] { "tenant_id", "plan_year" });

            migrationBuilder.CreateIndex(
                name: "ix_funding_uses_tenant_id_grant_id",
                schema: "portal",
                table: "funding_uses",
                columns: new[] { "tenant_id", "grant_id" });

            migrationBuilder.CreateIndex(
                name: "ix_funding_uses_tenant_id_project_id",
                schema: "portal",
                table: "funding_uses",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_funding_uses_tenant_id_share_line_id_payer",
                schema: "portal",
                table: "funding_uses",
                columns: new[] { "tenant_id", "share_line_id", "payer" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_tenant_id_estate_id",
                schema: "portal",
                table: "ledger_entries",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_tenant_id_project_id",
                schema: "portal",
                table: "ledger_entries",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_tenant_id_source_id_kind",
                schema: "portal",
                table: "ledger_entries",
                columns: new[] { "tenant_id", "source_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_tenant_id_year_number",
                schema: "portal",
                table: "ledger_entries",
                columns: new[] { "tenant_id", "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ledger_postings_tenant_id_account_source_key",
                schema: "portal",
                table: "ledger_postings",
                columns: new[] { "tenant_id", "account", "source_key" });

            migrationBuilder.CreateIndex(
                name: "ix_owner_payments_tenant_id_bank_line_id",
                schema: "portal",
                table: "owner_payments",
                columns: new[] { "tenant_id", "bank_line_id" },
                filter: "bank_line_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_owner_payments_tenant_id_bill_part_id",
                schema: "portal",
                table: "owner_payments",
                columns: new[] { "tenant_id", "bill_part_id" });

            migrationBuilder.CreateIndex(
                name: "ix_owner_payments_tenant_id_building_id",
                schema: "portal",
                table: "owner_payments",
                columns: new[] { "tenant_id", "building_id" });

            migrationBuilder.CreateIndex(
                name: "ix_owner_payments_tenant_id_dwelling_id",
                schema: "portal",
                table: "owner_payments",
                columns: new[] { "tenant_id", "dwelling_id" });

            migrationBuilder.CreateIndex(
                name: "ix_owner_payments_tenant_id_estate_id_received_on",
                schema: "portal",
                table: "owner_payments",
                columns: new[] { "tenant_id", "estate_id", "received_on" });

            migrationBuilder.CreateIndex(
                name: "ix_owner_payments_tenant_id_office_id_received_on",
                schema: "portal",
                table: "owner_payments",
                columns: new[] { "tenant_id", "office_id", "received_on" });

            migrationBuilder.CreateIndex(
                name: "ix_owner_payments_tenant_id_reverses_id",
                schema: "portal",
                table: "owner_payments",
                columns: new[] { "tenant_id", "reverses_id" },
                unique: true,
                filter: "reverses_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_owner_payments_tenant_id_year_number",
                schema: "portal",
                table: "owner_payments",
                columns: new[] { "tenant_id", "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payment_reminders_tenant_id_bill_id",
                schema: "portal",
                table: "payment_reminders",
                columns: new[] { "tenant_id", "bill_id" });

            migrationBuilder.CreateIndex(
                name: "ix_payment_reminders_tenant_id_estate_id",
                schema: "portal",
                table: "payment_reminders",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_payment_requests_tenant_id_contract_id_number",
                schema: "portal",
                table: "payment_requests",
                columns: new[] { "tenant_id", "contract_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payment_requests_tenant_id_project_id",
                schema: "portal",
                table: "payment_requests",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_payment_sources_tenant_id_grant_id",
                schema: "portal",
                table: "payment_sources",
                columns: new[] { "tenant_id", "grant_id" });

            migrationBuilder.CreateIndex(
                name: "ix_payment_sources_tenant_id_project_id",
                schema: "portal",
                table: "payment_sources",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_payment_sources_tenant_id_request_id",
                schema: "portal",
                table: "payment_sources",
                columns: new[] { "tenant_id", "request_id" });

            migrationBuilder.CreateIndex(
                name: "ix_payment_steps_tenant_id_project_id",
                schema: "portal",
                table: "payment_steps",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_payment_steps_tenant_id_request_id_kind",
                schema: "portal",
                table: "payment_steps",
                columns: new[] { "tenant_id", "request_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_share_amounts_tenant_id_project_id",
                schema: "portal",
                table: "share_amounts",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_share_lines_tenant_id_cost_line_id",
                schema: "portal",
                table: "share_lines",
                columns: new[] { "tenant_id", "cost_line_id" });

            migrationBuilder.CreateIndex(
                name: "ix_share_lines_tenant_id_project_id",
                schema: "portal",
                table: "share_lines",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_share_lines_tenant_id_sheet_id_cost_line_id",
                schema: "portal",
                table: "share_lines",
                columns: new[] { "tenant_id", "sheet_id", "cost_line_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_share_sheets_one_draft",
                schema: "portal",
                table: "share_sheets",
                columns: new[] { "tenant_id", "project_id" },
                unique: true,
                filter: "state = 'Draft'");

            migrationBuilder.CreateIndex(
                name: "ix_share_sheets_tenant_id_cost_sheet_id",
                schema: "portal",
                table: "share_sheets",
                columns: new[] { "tenant_id", "cost_sheet_id" });

            migrationBuilder.CreateIndex(
                name: "ix_share_sheets_tenant_id_project_id_number",
                schema: "portal",
                table: "share_sheets",
                columns: new[] { "tenant_id", "project_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_subsidy_notices_tenant_id_plan_year_source_key",
                schema: "portal",
                table: "subsidy_notices",
                columns: new[] { "tenant_id", "plan_year", "source_key" });

            migrationBuilder.CreateIndex(
                name: "ix_works_contracts_tenant_id_number",
                schema: "portal",
                table: "works_contracts",
                columns: new[] { "tenant_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_works_contracts_tenant_id_party_id",
                schema: "portal",
                table: "works_contracts",
                columns: new[] { "tenant_id", "party_id" });

            migrationBuilder.CreateIndex(
                name: "ix_works_contracts_tenant_id_project_id",
                schema: "portal",
                table: "works_contracts",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.AddForeignKey(
                name: "fk_ballots_schemes_tenant_id_scheme_id",
                schema: "portal",
                table: "ballots",
                columns: new[] { "tenant_id", "scheme_id" },
                principalSchema: "portal",
                principalTable: "schemes",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_notices_schemes_tenant_id_scheme_id",
                schema: "portal",
                table: "notices",
                columns: new[] { "tenant_id", "scheme_id" },
                principalSchema: "portal",
                principalTable: "schemes",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);

            // The six were bits; they become names, as the policies have them.
            migrationBuilder.Sql("""
                update portal.site_inspections i set
                  dust_taken = array(select name from (values (1, '工地周边 100% 围挡'), (2, '物料堆放 100% 覆盖'), (4, '土方开挖 100% 湿法作业'), (8, '路面 100% 硬化'), (16, '出入车辆 100% 清洗'), (32, '渣土车辆 100% 密闭运输')) six (bit, name) where i.dust & bit > 0 order by bit),
                  dust_missing = array(select name from (values (1, '工地周边 100% 围挡'), (2, '物料堆放 100% 覆盖'), (4, '土方开挖 100% 湿法作业'), (8, '路面 100% 硬化'), (16, '出入车辆 100% 清洗'), (32, '渣土车辆 100% 密闭运输')) six (bit, name) where i.dust & bit = 0 order by bit)
                where dust is not null
                """);

            migrationBuilder.DropColumn(
                name: "dust",
                schema: "portal",
                table: "site_inspections");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_ballots_schemes_tenant_id_scheme_id",
                schema: "portal",
                table: "ballots");

            migrationBuilder.DropForeignKey(
                name: "fk_notices_schemes_tenant_id_scheme_id",
                schema: "portal",
                table: "notices");

            migrationBuilder.DropTable(
                name: "balance_lines",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "bill_reliefs",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "contract_changes",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "day_closings",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "final_accounts",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "funding_acts",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "funding_uses",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "ledger_postings",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "owner_payments",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "payment_reminders",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "payment_sources",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "payment_steps",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "subsidy_notices",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "balance_sheets",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "share_amounts",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "ledger_entries",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "bank_lines",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "bill_parts",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "bills",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "funding_grants",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "payment_requests",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "bank_files",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "share_lines",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "bill_runs",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "works_contracts",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "cost_lines",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "share_sheets",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "cost_sheets",
                schema: "portal");

            migrationBuilder.DropIndex(
                name: "ix_notices_tenant_id_scheme_id",
                schema: "portal",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ix_ballots_tenant_id_scheme_id",
                schema: "portal",
                table: "ballots");

            migrationBuilder.DropColumn(
                name: "dust_missing",
                schema: "portal",
                table: "site_inspections");

            migrationBuilder.DropColumn(
                name: "dust_taken",
                schema: "portal",
                table: "site_inspections");

            migrationBuilder.DropColumn(
                name: "scheme_id",
                schema: "portal",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "scheme_id",
                schema: "portal",
                table: "ballots");

            migrationBuilder.AddColumn<int>(
                name: "dust",
                schema: "portal",
                table: "site_inspections",
                type: "integer",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "project_id",
                schema: "portal",
                table: "notices",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "project_id",
                schema: "portal",
                table: "notice_replies",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "project_id",
                schema: "portal",
                table: "notice_photos",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "project_id",
                schema: "portal",
                table: "notice_objections",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "estate_id",
                schema: "portal",
                table: "attachments",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
