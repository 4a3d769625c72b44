using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OldEstateRenewal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Surveys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "attachments",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    file_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    content_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    caption = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    added_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    removed_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    removal_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachments", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_attachments_size", "size between 1 and 10485760");
                    table.ForeignKey(
                        name: "fk_attachments_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attachments_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recognition_requests",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    basis = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    proof_wanted = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    approval_wanted = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    applied_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    applied_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    applied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    has_proof = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recognition_requests", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_recognition_requests_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recognition_requests_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "surveys",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    supersedes_id = table.Column<Guid>(type: "uuid", nullable: true),
                    surveyed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    surveyors = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    built_years = table.Column<int[]>(type: "integer[]", nullable: false),
                    site_area = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    building_count = table.Column<int>(type: "integer", nullable: true),
                    household_count = table.Column<int>(type: "integer", nullable: true),
                    floor_area = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    land = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    place = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    asked = table.Column<int>(type: "integer", nullable: true),
                    willing = table.Column<int>(type: "integer", nullable: true),
                    unwilling = table.Column<int>(type: "integer", nullable: true),
                    not_reached = table.Column<int>(type: "integer", nullable: true),
                    willing_to_pay = table.Column<int>(type: "integer", nullable: true),
                    illegal_removed = table.Column<int>(type: "integer", nullable: true),
                    illegal_left = table.Column<int>(type: "integer", nullable: true),
                    old_trees = table.Column<int>(type: "integer", nullable: true),
                    grade = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    earlier_works = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    remark = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    json = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_surveys", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_surveys_counts", "building_count >= 0 and household_count >= 0 and floor_area >= 0 and site_area >= 0 and asked >= 0 and willing >= 0 and unwilling >= 0 and not_reached >= 0 and willing_to_pay >= 0");
                    table.ForeignKey(
                        name: "fk_surveys_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_surveys_surveys_tenant_id_supersedes_id",
                        columns: x => new { x.tenant_id, x.supersedes_id },
                        principalSchema: "portal",
                        principalTable: "surveys",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_surveys_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "verdict_records",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    rule_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    verdict = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    document_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    tier = table.Column<string>(type: "text", nullable: true),
                    warning = table.Column<string>(type: "text", nullable: true),
                    json = table.Column<string>(type: "text", nullable: false),
                    policies = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    judged_on = table.Column<DateOnly>(type: "date", nullable: false),
                    judged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cause = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    caused_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_verdict_records", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_verdict_records_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_verdict_records_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attachment_contents",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    attachment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachment_contents", x => new { x.tenant_id, x.attachment_id });
                    table.ForeignKey(
                        name: "fk_attachment_contents_attachments_tenant_id_attachment_id",
                        columns: x => new { x.tenant_id, x.attachment_id },
                        principalSchema: "portal",
                        principalTable: "attachments",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attachment_contents_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recognition_steps",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    remark = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recognition_steps", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_recognition_steps_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recognition_steps_recognition_requests_tenant_id_request_id",
                        columns: x => new { x.tenant_id, x.request_id },
                        principalSchema: "portal",
                        principalTable: "recognition_requests",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recognition_steps_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "site_checks",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    survey_id = table.Column<Guid>(type: "uuid", nullable: true),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    bureau = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    street_people = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    community_people = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    designer = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    remark = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    has_proof = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_checks", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_site_checks_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_checks_surveys_tenant_id_survey_id",
                        columns: x => new { x.tenant_id, x.survey_id },
                        principalSchema: "portal",
                        principalTable: "surveys",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_checks_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_attachments_tenant_id_estate_id",
                schema: "portal",
                table: "attachments",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_attachments_tenant_id_subject_type_subject_id",
                schema: "portal",
                table: "attachments",
                columns: new[] { "tenant_id", "subject_type", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_recognition_requests_tenant_id_estate_id",
                schema: "portal",
                table: "recognition_requests",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_recognition_steps_tenant_id_estate_id",
                schema: "portal",
                table: "recognition_steps",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_recognition_steps_tenant_id_request_id_kind",
                schema: "portal",
                table: "recognition_steps",
                columns: new[] { "tenant_id", "request_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_site_checks_tenant_id_estate_id",
                schema: "portal",
                table: "site_checks",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_site_checks_tenant_id_survey_id",
                schema: "portal",
                table: "site_checks",
                columns: new[] { "tenant_id", "survey_id" });

            migrationBuilder.CreateIndex(
                name: "ix_surveys_first",
                schema: "portal",
                table: "surveys",
                columns: new[] { "tenant_id", "estate_id" },
                unique: true,
                filter: "supersedes_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_surveys_next",
                schema: "portal",
                table: "surveys",
                columns: new[] { "tenant_id", "supersedes_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_verdict_records_tenant_id_estate_id_rule_key",
                schema: "portal",
                table: "verdict_records",
                columns: new[] { "tenant_id", "estate_id", "rule_key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attachment_contents",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "recognition_steps",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "site_checks",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "verdict_records",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "attachments",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "recognition_requests",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "surveys",
                schema: "portal");
        }
    }
}
