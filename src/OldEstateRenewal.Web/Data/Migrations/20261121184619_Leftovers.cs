using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OldEstateRenewal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Leftovers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_column_choices",
                schema: "portal",
                table: "column_choices");

            migrationBuilder.AddColumn<decimal>(
                name: "area_after",
                schema: "portal",
                table: "estate_successions",
                type: "numeric(14,2)",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "buildings_after",
                schema: "portal",
                table: "estate_successions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int[]>(
                name: "built_years_after",
                schema: "portal",
                table: "estate_successions",
                type: "integer[]",
                nullable: false,
                defaultValue: new int[0]);

            migrationBuilder.AddColumn<int>(
                name: "households_after",
                schema: "portal",
                table: "estate_successions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "street_id",
                schema: "portal",
                table: "column_choices",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddPrimaryKey(
                name: "pk_column_choices",
                schema: "portal",
                table: "column_choices",
                columns: new[] { "tenant_id", "kind", "header", "street_id" });

            migrationBuilder.CreateTable(
                name: "import_estates",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    act_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    is_undoing = table.Column<bool>(type: "boolean", nullable: false),
                    estates_made = table.Column<int>(type: "integer", nullable: false),
                    estates_changed = table.Column<int>(type: "integer", nullable: false),
                    buildings_made = table.Column<int>(type: "integer", nullable: false),
                    buildings_changed = table.Column<int>(type: "integer", nullable: false),
                    dwellings_made = table.Column<int>(type: "integer", nullable: false),
                    dwellings_changed = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_estates", x => new { x.tenant_id, x.act_id, x.estate_id });
                    table.ForeignKey(
                        name: "fk_import_estates_imports_tenant_id_import_id",
                        columns: x => new { x.tenant_id, x.import_id },
                        principalSchema: "portal",
                        principalTable: "imports",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_import_estates_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_import_estates_tenant_id_estate_id",
                schema: "portal",
                table: "import_estates",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_import_estates_tenant_id_import_id",
                schema: "portal",
                table: "import_estates",
                columns: new[] { "tenant_id", "import_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "import_estates",
                schema: "portal");

            migrationBuilder.DropPrimaryKey(
                name: "pk_column_choices",
                schema: "portal",
                table: "column_choices");

            migrationBuilder.DropColumn(
                name: "area_after",
                schema: "portal",
                table: "estate_successions");

            migrationBuilder.DropColumn(
                name: "buildings_after",
                schema: "portal",
                table: "estate_successions");

            migrationBuilder.DropColumn(
                name: "built_years_after",
                schema: "portal",
                table: "estate_successions");

            migrationBuilder.DropColumn(
                name: "households_after",
                schema: "portal",
                table: "estate_successions");

            migrationBuilder.DropColumn(
                name: "street_id",
                schema: "portal",
                table: "column_choices");

            migrationBuilder.AddPrimaryKey(
                name: "pk_column_choices",
                schema: "portal",
                table: "column_choices",
                columns: new[] { "tenant_id", "kind", "header" });
        }
    }
}
