using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OldEstateRenewal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Reports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "ix_paper_template_versions_tenant_id_made_at",
                schema: "portal",
                table: "paper_template_versions",
                columns: new[] { "tenant_id", "made_at" });

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "paper_template_versions",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "report_contents",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "report_schedules",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "report_files",
                schema: "portal");
        }
    }
}
