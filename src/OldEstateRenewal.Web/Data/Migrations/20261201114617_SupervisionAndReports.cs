using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OldEstateRenewal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class SupervisionAndReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_bills_sum",
                schema: "portal",
                table: "bills");

            migrationBuilder.DropCheckConstraint(
                name: "ck_bill_runs_state",
                schema: "portal",
                table: "bill_runs");

            migrationBuilder.DropCheckConstraint(
                name: "ck_bill_parts_figures",
                schema: "portal",
                table: "bill_parts");

            migrationBuilder.AddColumn<bool>(
                name: "is_difference",
                schema: "portal",
                table: "bill_runs",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AlterColumn<Guid>(
                name: "share_line_id",
                schema: "portal",
                table: "bill_parts",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.CreateTable(
                name: "bank_column_choices",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    street_id = table.Column<Guid>(type: "uuid", nullable: false),
                    layout = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    column = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    at = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_column_choices", x => new { x.tenant_id, x.layout, x.column, x.street_id });
                    table.CheckConstraint("ck_bank_column_choices_at", "at >= -1");
                    table.ForeignKey(
                        name: "fk_bank_column_choices_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bulletin_readings",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bulletin_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulletin_readings", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_bulletin_readings_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calendar_feeds",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_feeds", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_calendar_feeds_hash", "length(token_hash) = 32");
                    table.ForeignKey(
                        name: "fk_calendar_feeds_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "check_lists",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    plan_year = table.Column<int>(type: "integer", nullable: false),
                    phase = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    places = table.Column<int>(type: "integer", nullable: false),
                    basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    candidates = table.Column<int>(type: "integer", nullable: false),
                    fixed_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    fixed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fixed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_lists", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_check_lists_counts", "places >= 1 and candidates >= 1");
                    table.ForeignKey(
                        name: "fk_check_lists_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "county_shares",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    share = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_county_shares", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_county_shares_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_county_shares_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evaluations",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    full_marks = table.Column<decimal>(type: "numeric(8,2)", precision: 8, scale: 2, nullable: false),
                    grades = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    bonus_limit = table.Column<decimal>(type: "numeric(8,2)", precision: 8, scale: 2, nullable: false),
                    basis = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    made_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evaluations", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_evaluations_state", "(state = 'Published') = (published_at is not null)");
                    table.ForeignKey(
                        name: "fk_evaluations_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence_papers",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    project_id = table.Column<Guid>(type: "uuid", nullable: true),
                    file_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    content_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    removed_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_papers", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_evidence_papers_size", "size between 1 and 10485760");
                    table.ForeignKey(
                        name: "fk_evidence_papers_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "figure_returns",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    county_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    indicator_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_figure_returns", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_figure_returns_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "finding_mendings",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    finding_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    mended_on = table.Column<DateOnly>(type: "date", nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_finding_mendings", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_finding_mendings_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "message_answers",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message_answers", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_message_answers_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "message_readings",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message_readings", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_message_readings_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "messages",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: true),
                    county_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    made_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_messages", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_messages_sent", "(state = 'Sent') = (sent_at is not null) and (state = 'Sent') = (sent_by is not null) and cardinality(county_ids) > 0");
                    table.ForeignKey(
                        name: "fk_messages_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "paper_template_versions",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mark = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    signatories = table.Column<string[]>(type: "text[]", nullable: false),
                    seal = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    title_font = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    body_font = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    first_heading_font = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    second_heading_font = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    printed_title_font = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    printed_body_font = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    made_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_template_versions", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_paper_template_versions_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ranking_rules",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    keys = table.Column<string[]>(type: "text[]", nullable: false),
                    weights = table.Column<int[]>(type: "integer[]", nullable: false),
                    lower = table.Column<string[]>(type: "text[]", nullable: false),
                    top = table.Column<int>(type: "integer", nullable: false),
                    praises_all_done = table.Column<bool>(type: "boolean", nullable: false),
                    bottom = table.Column<int>(type: "integer", nullable: false),
                    below_rate = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    below_percent = table.Column<int>(type: "integer", nullable: true),
                    basis = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ranking_rules", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_ranking_rules_shape", "cardinality(keys) = cardinality(weights) and top >= 0 and bottom >= 0 and (below_rate is null) = (below_percent is null)");
                    table.ForeignKey(
                        name: "fk_ranking_rules_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_files",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    format = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    parameters = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    filter = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    is_household = table.Column<bool>(type: "boolean", nullable: false),
                    street_id = table.Column<Guid>(type: "uuid", nullable: true),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    made_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    code = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    site = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    percent = table.Column<int>(type: "integer", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    beat_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    problem = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rows = table.Column<int>(type: "integer", nullable: true),
                    length = table.Column<long>(type: "bigint", nullable: true),
                    sha256 = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    cleared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_files", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_report_files_done", "(state = 'Done') = (sha256 is not null and length is not null and made_at is not null)");
                    table.ForeignKey(
                        name: "fk_report_files_report_files_tenant_id_batch_id",
                        columns: x => new { x.tenant_id, x.batch_id },
                        principalSchema: "portal",
                        principalTable: "report_files",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_report_files_streets_tenant_id_street_id",
                        columns: x => new { x.tenant_id, x.street_id },
                        principalSchema: "portal",
                        principalTable: "streets",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_report_files_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_schedules",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    format = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    parameters = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    filter = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    is_household = table.Column<bool>(type: "boolean", nullable: false),
                    street_id = table.Column<Guid>(type: "uuid", nullable: true),
                    cycle = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false),
                    hour = table.Column<int>(type: "integer", nullable: false),
                    site = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    made_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    removed_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_schedules", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_report_schedules_day", "(cycle = 'Weekly' and day between 1 and 7) or (cycle = 'Monthly' and day between 1 and 28)");
                    table.CheckConstraint("ck_report_schedules_hour", "hour between 0 and 23");
                    table.ForeignKey(
                        name: "fk_report_schedules_streets_tenant_id_street_id",
                        columns: x => new { x.tenant_id, x.street_id },
                        principalSchema: "portal",
                        principalTable: "streets",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_report_schedules_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "return_replies",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    return_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_return_replies", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_return_replies_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "self_assessments",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    evaluation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    items = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    marks = table.Column<decimal?[]>(type: "numeric[]", nullable: false),
                    remarks = table.Column<string[]>(type: "text[]", nullable: false),
                    figures = table.Column<string[]>(type: "text[]", nullable: false),
                    saved_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_self_assessments", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_self_assessments_shape", "(state = 'Sent') = (sent_at is not null) and cardinality(items) = cardinality(marks) and cardinality(items) = cardinality(remarks) and cardinality(items) = cardinality(figures)");
                    table.ForeignKey(
                        name: "fk_self_assessments_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "week_steps",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_week_steps", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_week_steps_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "weekly_sheets",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_year = table.Column<int>(type: "integer", nullable: false),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    stage = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    keys = table.Column<string[]>(type: "text[]", nullable: false),
                    planned = table.Column<decimal?[]>(type: "numeric[]", nullable: false),
                    recorded = table.Column<decimal?[]>(type: "numeric[]", nullable: false),
                    actual = table.Column<decimal?[]>(type: "numeric[]", nullable: false),
                    reasons = table.Column<string[]>(type: "text[]", nullable: false),
                    progress = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    problems = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    needs = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    photos = table.Column<int>(type: "integer", nullable: false),
                    correction = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_weekly_sheets", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_weekly_sheets_shape", "extract(isodow from week) = 1 and (edition = 1) = (correction is null) and cardinality(keys) = cardinality(planned) and cardinality(keys) = cardinality(recorded) and cardinality(keys) = cardinality(actual) and cardinality(keys) = cardinality(reasons)");
                    table.ForeignKey(
                        name: "fk_weekly_sheets_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_weekly_sheets_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "check_candidates",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    county_id = table.Column<Guid>(type: "uuid", nullable: false),
                    county_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    county_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    phase = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_candidates", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_check_candidates_check_lists_tenant_id_list_id",
                        columns: x => new { x.tenant_id, x.list_id },
                        principalSchema: "portal",
                        principalTable: "check_lists",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_check_candidates_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "check_closings",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    seed = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    caller = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_closings", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_check_closings_kind", "(kind = 'Drawn') = (seed is not null) and (kind = 'Withdrawn') = (reason is not null)");
                    table.ForeignKey(
                        name: "fk_check_closings_check_lists_tenant_id_list_id",
                        columns: x => new { x.tenant_id, x.list_id },
                        principalSchema: "portal",
                        principalTable: "check_lists",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_check_closings_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evaluation_criteria",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    evaluation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    group = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    marks = table.Column<decimal>(type: "numeric(8,2)", precision: 8, scale: 2, nullable: false),
                    needs_evidence = table.Column<bool>(type: "boolean", nullable: false),
                    rate_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evaluation_criteria", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_evaluation_criteria_evaluations_tenant_id_evaluation_id",
                        columns: x => new { x.tenant_id, x.evaluation_id },
                        principalSchema: "portal",
                        principalTable: "evaluations",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_evaluation_criteria_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evaluation_rounds",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    evaluation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    remark = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    opened_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evaluation_rounds", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_evaluation_rounds_state", "(state = 'Published') = (published_at is not null) and (edition = 1) = (reason is null)");
                    table.ForeignKey(
                        name: "fk_evaluation_rounds_evaluations_tenant_id_evaluation_id",
                        columns: x => new { x.tenant_id, x.evaluation_id },
                        principalSchema: "portal",
                        principalTable: "evaluations",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_evaluation_rounds_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence_contents",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    paper_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_contents", x => new { x.tenant_id, x.paper_id });
                    table.ForeignKey(
                        name: "fk_evidence_contents_evidence_papers_tenant_id_paper_id",
                        columns: x => new { x.tenant_id, x.paper_id },
                        principalSchema: "portal",
                        principalTable: "evidence_papers",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_evidence_contents_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bulletins",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_year = table.Column<int>(type: "integer", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    opening = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    praise = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    naming = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    demands = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    issued_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    template_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulletins", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_bulletins_state", "(state = 'Issued') = (issued_at is not null) and (state = 'Issued') = (number is not null) and (edition = 1) = (reason is null) and extract(day from month) = 1");
                    table.ForeignKey(
                        name: "fk_bulletins_paper_template_versions_tenant_id_template_id",
                        columns: x => new { x.tenant_id, x.template_id },
                        principalSchema: "portal",
                        principalTable: "paper_template_versions",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bulletins_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_contents",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_contents", x => new { x.tenant_id, x.file_id });
                    table.ForeignKey(
                        name: "fk_report_contents_report_files_tenant_id_file_id",
                        columns: x => new { x.tenant_id, x.file_id },
                        principalSchema: "portal",
                        principalTable: "report_files",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_report_contents_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "quarterly_returns",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_year = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    step_id = table.Column<Guid>(type: "uuid", nullable: false),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    keys = table.Column<string[]>(type: "text[]", nullable: false),
                    planned = table.Column<decimal?[]>(type: "numeric[]", nullable: false),
                    actual = table.Column<decimal?[]>(type: "numeric[]", nullable: false),
                    reasons = table.Column<string[]>(type: "text[]", nullable: false),
                    head = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    statistician = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    correction = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quarterly_returns", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_quarterly_returns_shape", "extract(day from \"from\") = 1 and extract(month from \"from\") in (1, 4, 7, 10) and (edition = 1) = (correction is null) and cardinality(keys) = cardinality(planned) and cardinality(keys) = cardinality(actual) and cardinality(keys) = cardinality(reasons)");
                    table.ForeignKey(
                        name: "fk_quarterly_returns_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_quarterly_returns_week_steps_tenant_id_step_id",
                        columns: x => new { x.tenant_id, x.step_id },
                        principalSchema: "portal",
                        principalTable: "week_steps",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "week_totals",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    step_id = table.Column<Guid>(type: "uuid", nullable: false),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    plan_year = table.Column<int>(type: "integer", nullable: false),
                    projects = table.Column<int>(type: "integer", nullable: false),
                    sent = table.Column<int>(type: "integer", nullable: false),
                    keys = table.Column<string[]>(type: "text[]", nullable: false),
                    planned = table.Column<decimal?[]>(type: "numeric[]", nullable: false),
                    actual = table.Column<decimal?[]>(type: "numeric[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_week_totals", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_week_totals_shape", "sent <= projects and cardinality(keys) = cardinality(planned) and cardinality(keys) = cardinality(actual)");
                    table.ForeignKey(
                        name: "fk_week_totals_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_week_totals_week_steps_tenant_id_step_id",
                        columns: x => new { x.tenant_id, x.step_id },
                        principalSchema: "portal",
                        principalTable: "week_steps",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "check_lots",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    closing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    candidate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    county_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    is_drawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_lots", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_check_lots_check_candidates_tenant_id_candidate_id",
                        columns: x => new { x.tenant_id, x.candidate_id },
                        principalSchema: "portal",
                        principalTable: "check_candidates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_check_lots_check_closings_tenant_id_closing_id",
                        columns: x => new { x.tenant_id, x.closing_id },
                        principalSchema: "portal",
                        principalTable: "check_closings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_check_lots_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "check_quotas",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    closing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    county_id = table.Column<Guid>(type: "uuid", nullable: false),
                    county_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    candidates = table.Column<int>(type: "integer", nullable: false),
                    drawn = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_quotas", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_check_quotas_check_closings_tenant_id_closing_id",
                        columns: x => new { x.tenant_id, x.closing_id },
                        principalSchema: "portal",
                        principalTable: "check_closings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_check_quotas_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "county_results",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    county_id = table.Column<Guid>(type: "uuid", nullable: false),
                    county_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    self = table.Column<decimal>(type: "numeric(8,2)", precision: 8, scale: 2, nullable: true),
                    total = table.Column<decimal>(type: "numeric(8,2)", precision: 8, scale: 2, nullable: true),
                    grade = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    rank = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_county_results", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_county_results_evaluation_rounds_tenant_id_round_id",
                        columns: x => new { x.tenant_id, x.round_id },
                        principalSchema: "portal",
                        principalTable: "evaluation_rounds",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_county_results_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "county_reviews",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    county_id = table.Column<Guid>(type: "uuid", nullable: false),
                    items = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    marks = table.Column<decimal?[]>(type: "numeric[]", nullable: false),
                    reasons = table.Column<string[]>(type: "text[]", nullable: false),
                    points = table.Column<decimal[]>(type: "numeric[]", nullable: false),
                    whys = table.Column<string[]>(type: "text[]", nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_county_reviews", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_county_reviews_shape", "cardinality(items) = cardinality(marks) and cardinality(items) = cardinality(reasons) and cardinality(points) = cardinality(whys)");
                    table.ForeignKey(
                        name: "fk_county_reviews_evaluation_rounds_tenant_id_round_id",
                        columns: x => new { x.tenant_id, x.round_id },
                        principalSchema: "portal",
                        principalTable: "evaluation_rounds",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_county_reviews_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bulletin_rows",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bulletin_id = table.Column<Guid>(type: "uuid", nullable: false),
                    county_id = table.Column<Guid>(type: "uuid", nullable: false),
                    county_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    week = table.Column<DateOnly>(type: "date", nullable: true),
                    rank = table.Column<int>(type: "integer", nullable: true),
                    previous_rank = table.Column<int>(type: "integer", nullable: true),
                    points = table.Column<decimal>(type: "numeric(8,4)", precision: 8, scale: 4, nullable: true),
                    mark = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    keys = table.Column<string[]>(type: "text[]", nullable: false),
                    planned = table.Column<decimal?[]>(type: "numeric[]", nullable: false),
                    actual = table.Column<decimal?[]>(type: "numeric[]", nullable: false),
                    before = table.Column<decimal?[]>(type: "numeric[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulletin_rows", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_bulletin_rows_shape", "cardinality(keys) = cardinality(planned) and cardinality(keys) = cardinality(actual) and cardinality(keys) = cardinality(before)");
                    table.ForeignKey(
                        name: "fk_bulletin_rows_bulletins_tenant_id_bulletin_id",
                        columns: x => new { x.tenant_id, x.bulletin_id },
                        principalSchema: "portal",
                        principalTable: "bulletins",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bulletin_rows_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "check_visits",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    county_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    visited_on = table.Column<DateOnly>(type: "date", nullable: false),
                    visitors = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    remark = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_visits", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_check_visits_check_lots_tenant_id_lot_id",
                        columns: x => new { x.tenant_id, x.lot_id },
                        principalSchema: "portal",
                        principalTable: "check_lots",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_check_visits_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "check_findings",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    visit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    county_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    severity = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_findings", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_check_findings_check_visits_tenant_id_visit_id",
                        columns: x => new { x.tenant_id, x.visit_id },
                        principalSchema: "portal",
                        principalTable: "check_visits",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_check_findings_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "finding_verdicts",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    finding_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mending_id = table.Column<Guid>(type: "uuid", nullable: false),
                    county_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_finding_verdicts", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_finding_verdicts_reason", "kind = 'Confirmed' or reason is not null");
                    table.ForeignKey(
                        name: "fk_finding_verdicts_check_findings_tenant_id_finding_id",
                        columns: x => new { x.tenant_id, x.finding_id },
                        principalSchema: "portal",
                        principalTable: "check_findings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_finding_verdicts_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_bills_sum",
                schema: "portal",
                table: "bills",
                sql: "amount * 100 = portal.sum_of(amounts)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_bill_runs_state",
                schema: "portal",
                table: "bill_runs",
                sql: "(total >= 0 or is_difference) and (state = 'Draft') = (issued_at is null) and (state = 'Withdrawn') = (withdrawn_at is not null)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_bill_parts_figures",
                schema: "portal",
                table: "bill_parts",
                sql: "case when share_line_id is null then amount <= 0 and cost = amount else amount >= 0 and cost >= amount end");

            migrationBuilder.CreateIndex(
                name: "ix_bulletin_readings_tenant_id_bulletin_id_by_id",
                schema: "portal",
                table: "bulletin_readings",
                columns: new[] { "tenant_id", "bulletin_id", "by_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bulletin_rows_tenant_id_bulletin_id_county_id",
                schema: "portal",
                table: "bulletin_rows",
                columns: new[] { "tenant_id", "bulletin_id", "county_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bulletins_tenant_id_number",
                schema: "portal",
                table: "bulletins",
                columns: new[] { "tenant_id", "number" },
                unique: true,
                filter: "number is not null");

            migrationBuilder.CreateIndex(
                name: "ix_bulletins_tenant_id_plan_year_month_edition",
                schema: "portal",
                table: "bulletins",
                columns: new[] { "tenant_id", "plan_year", "month", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bulletins_tenant_id_template_id",
                schema: "portal",
                table: "bulletins",
                columns: new[] { "tenant_id", "template_id" });

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feeds_tenant_id_person_id",
                schema: "portal",
                table: "calendar_feeds",
                columns: new[] { "tenant_id", "person_id" },
                unique: true,
                filter: "revoked_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feeds_tenant_id_token_hash",
                schema: "portal",
                table: "calendar_feeds",
                columns: new[] { "tenant_id", "token_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_candidates_tenant_id_list_id_code",
                schema: "portal",
                table: "check_candidates",
                columns: new[] { "tenant_id", "list_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_candidates_tenant_id_list_id_sequence",
                schema: "portal",
                table: "check_candidates",
                columns: new[] { "tenant_id", "list_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_closings_tenant_id_list_id",
                schema: "portal",
                table: "check_closings",
                columns: new[] { "tenant_id", "list_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_findings_tenant_id_county_id",
                schema: "portal",
                table: "check_findings",
                columns: new[] { "tenant_id", "county_id" });

            migrationBuilder.CreateIndex(
                name: "ix_check_findings_tenant_id_visit_id_sequence",
                schema: "portal",
                table: "check_findings",
                columns: new[] { "tenant_id", "visit_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_lots_tenant_id_candidate_id",
                schema: "portal",
                table: "check_lots",
                columns: new[] { "tenant_id", "candidate_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_lots_tenant_id_closing_id",
                schema: "portal",
                table: "check_lots",
                columns: new[] { "tenant_id", "closing_id" });

            migrationBuilder.CreateIndex(
                name: "ix_check_lots_tenant_id_list_id_place",
                schema: "portal",
                table: "check_lots",
                columns: new[] { "tenant_id", "list_id", "place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_quotas_tenant_id_closing_id",
                schema: "portal",
                table: "check_quotas",
                columns: new[] { "tenant_id", "closing_id" });

            migrationBuilder.CreateIndex(
                name: "ix_check_quotas_tenant_id_list_id_county_id",
                schema: "portal",
                table: "check_quotas",
                columns: new[] { "tenant_id", "list_id", "county_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_visits_tenant_id_lot_id_visited_on",
                schema: "portal",
                table: "check_visits",
                columns: new[] { "tenant_id", "lot_id", "visited_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_county_results_tenant_id_round_id_county_id",
                schema: "portal",
                table: "county_results",
                columns: new[] { "tenant_id", "round_id", "county_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_county_reviews_tenant_id_round_id_county_id",
                schema: "portal",
                table: "county_reviews",
                columns: new[] { "tenant_id", "round_id", "county_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_county_shares_tenant_id_project_id",
                schema: "portal",
                table: "county_shares",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_evaluation_criteria_tenant_id_evaluation_id",
                schema: "portal",
                table: "evaluation_criteria",
                columns: new[] { "tenant_id", "evaluation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_evaluation_rounds_tenant_id_evaluation_id_edition",
                schema: "portal",
                table: "evaluation_rounds",
                columns: new[] { "tenant_id", "evaluation_id", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evaluations_tenant_id_year_name",
                schema: "portal",
                table: "evaluations",
                columns: new[] { "tenant_id", "year", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evidence_papers_tenant_id_subject_id",
                schema: "portal",
                table: "evidence_papers",
                columns: new[] { "tenant_id", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_figure_returns_tenant_id_county_id_week",
                schema: "portal",
                table: "figure_returns",
                columns: new[] { "tenant_id", "county_id", "week" });

            migrationBuilder.CreateIndex(
                name: "ix_finding_mendings_tenant_id_finding_id",
                schema: "portal",
                table: "finding_mendings",
                columns: new[] { "tenant_id", "finding_id" });

            migrationBuilder.CreateIndex(
                name: "ix_finding_verdicts_tenant_id_finding_id",
                schema: "portal",
                table: "finding_verdicts",
                columns: new[] { "tenant_id", "finding_id" });

            migrationBuilder.CreateIndex(
                name: "ix_finding_verdicts_tenant_id_mending_id",
                schema: "portal",
                table: "finding_verdicts",
                columns: new[] { "tenant_id", "mending_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_message_answers_tenant_id_message_id",
                schema: "portal",
                table: "message_answers",
                columns: new[] { "tenant_id", "message_id" });

            migrationBuilder.CreateIndex(
                name: "ix_message_readings_tenant_id_message_id_by_id",
                schema: "portal",
                table: "message_readings",
                columns: new[] { "tenant_id", "message_id", "by_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_messages_tenant_id_sent_at",
                schema: "portal",
                table: "messages",
                columns: new[] { "tenant_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_paper_template_versions_tenant_id_made_at",
                schema: "portal",
                table: "paper_template_versions",
                columns: new[] { "tenant_id", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_quarterly_returns_tenant_id_plan_year_from_edition",
                schema: "portal",
                table: "quarterly_returns",
                columns: new[] { "tenant_id", "plan_year", "from", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_quarterly_returns_tenant_id_step_id",
                schema: "portal",
                table: "quarterly_returns",
                columns: new[] { "tenant_id", "step_id" });

            migrationBuilder.CreateIndex(
                name: "ix_report_files_tenant_id_batch_id",
                schema: "portal",
                table: "report_files",
                columns: new[] { "tenant_id", "batch_id" });

            migrationBuilder.CreateIndex(
                name: "ix_report_files_tenant_id_code",
                schema: "portal",
                table: "report_files",
                columns: new[] { "tenant_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_report_files_tenant_id_state",
                schema: "portal",
                table: "report_files",
                columns: new[] { "tenant_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_report_files_tenant_id_street_id",
                schema: "portal",
                table: "report_files",
                columns: new[] { "tenant_id", "street_id" });

            migrationBuilder.CreateIndex(
                name: "ix_report_files_tenant_id_year_number",
                schema: "portal",
                table: "report_files",
                columns: new[] { "tenant_id", "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_report_schedules_tenant_id_next_at",
                schema: "portal",
                table: "report_schedules",
                columns: new[] { "tenant_id", "next_at" });

            migrationBuilder.CreateIndex(
                name: "ix_report_schedules_tenant_id_street_id",
                schema: "portal",
                table: "report_schedules",
                columns: new[] { "tenant_id", "street_id" });

            migrationBuilder.CreateIndex(
                name: "ix_return_replies_tenant_id_return_id",
                schema: "portal",
                table: "return_replies",
                columns: new[] { "tenant_id", "return_id" });

            migrationBuilder.CreateIndex(
                name: "ix_self_assessments_tenant_id_evaluation_id",
                schema: "portal",
                table: "self_assessments",
                columns: new[] { "tenant_id", "evaluation_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_week_steps_tenant_id_week",
                schema: "portal",
                table: "week_steps",
                columns: new[] { "tenant_id", "week" });

            migrationBuilder.CreateIndex(
                name: "ix_week_totals_tenant_id_plan_year_week",
                schema: "portal",
                table: "week_totals",
                columns: new[] { "tenant_id", "plan_year", "week" });

            migrationBuilder.CreateIndex(
                name: "ix_week_totals_tenant_id_step_id_plan_year",
                schema: "portal",
                table: "week_totals",
                columns: new[] { "tenant_id", "step_id", "plan_year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_weekly_sheets_tenant_id_project_id_week_edition",
                schema: "portal",
                table: "weekly_sheets",
                columns: new[] { "tenant_id", "project_id", "week", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_weekly_sheets_tenant_id_week",
                schema: "portal",
                table: "weekly_sheets",
                columns: new[] { "tenant_id", "week" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bank_column_choices",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "bulletin_readings",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "bulletin_rows",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "calendar_feeds",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "check_quotas",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "county_results",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "county_reviews",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "county_shares",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "evaluation_criteria",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "evidence_contents",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "figure_returns",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "finding_mendings",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "finding_verdicts",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "message_answers",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "message_readings",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "messages",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "quarterly_returns",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "ranking_rules",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "report_contents",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "report_schedules",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "return_replies",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "self_assessments",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "week_totals",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "weekly_sheets",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "bulletins",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "evaluation_rounds",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "evidence_papers",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "check_findings",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "report_files",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "week_steps",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "paper_template_versions",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "evaluations",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "check_visits",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "check_lots",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "check_candidates",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "check_closings",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "check_lists",
                schema: "portal");

            migrationBuilder.DropCheckConstraint(
                name: "ck_bills_sum",
                schema: "portal",
                table: "bills");

            migrationBuilder.DropCheckConstraint(
                name: "ck_bill_runs_state",
                schema: "portal",
                table: "bill_runs");

            migrationBuilder.DropCheckConstraint(
                name: "ck_bill_parts_figures",
                schema: "portal",
                table: "bill_parts");

            migrationBuilder.DropColumn(
                name: "is_difference",
                schema: "portal",
                table: "bill_runs");

            migrationBuilder.AlterColumn<Guid>(
                name: "share_line_id",
                schema: "portal",
                table: "bill_parts",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_bills_sum",
                schema: "portal",
                table: "bills",
                sql: "amount >= 0 and amount * 100 = portal.sum_of(amounts)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_bill_runs_state",
                schema: "portal",
                table: "bill_runs",
                sql: "total >= 0 and (state = 'Draft') = (issued_at is null) and (state = 'Withdrawn') = (withdrawn_at is not null)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_bill_parts_figures",
                schema: "portal",
                table: "bill_parts",
                sql: "amount >= 0 and cost >= amount");
        }
    }
}
