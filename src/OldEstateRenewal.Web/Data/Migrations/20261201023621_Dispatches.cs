using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OldEstateRenewal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Dispatches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulletins", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_bulletins_state", "(state = 'Issued') = (issued_at is not null) and (state = 'Issued') = (number is not null) and (edition = 1) = (reason is null) and extract(day from month) = 1");
                    table.ForeignKey(
                        name: "fk_bulletins_tenants_tenant_id",
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
                name: "ix_figure_returns_tenant_id_county_id_week",
                schema: "portal",
                table: "figure_returns",
                columns: new[] { "tenant_id", "county_id", "week" });

            migrationBuilder.CreateIndex(
                name: "ix_return_replies_tenant_id_return_id",
                schema: "portal",
                table: "return_replies",
                columns: new[] { "tenant_id", "return_id" });

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
                name: "bulletin_readings",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "bulletin_rows",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "figure_returns",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "return_replies",
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
                name: "week_steps",
                schema: "portal");
        }
    }
}
