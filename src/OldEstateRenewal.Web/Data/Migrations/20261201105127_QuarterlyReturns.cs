using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OldEstateRenewal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class QuarterlyReturns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "quarterly_returns",
                schema: "portal");
        }
    }
}
