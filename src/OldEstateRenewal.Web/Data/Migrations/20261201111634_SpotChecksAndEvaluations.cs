using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OldEstateRenewal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class SpotChecksAndEvaluations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "ix_self_assessments_tenant_id_evaluation_id",
                schema: "portal",
                table: "self_assessments",
                columns: new[] { "tenant_id", "evaluation_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "evaluation_criteria",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "evidence_contents",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "finding_mendings",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "finding_verdicts",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "self_assessments",
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
        }
    }
}
