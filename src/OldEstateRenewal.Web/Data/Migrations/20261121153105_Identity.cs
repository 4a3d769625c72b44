using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OldEstateRenewal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Identity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_estates_tenant_id_name",
                schema: "portal",
                table: "estates");

            migrationBuilder.CreateTable(
                name: "earlier_works",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    building_id = table.Column<Guid>(type: "uuid", nullable: true),
                    programme = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    item_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    item_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    has_central_money = table.Column<bool>(type: "boolean", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(16,2)", nullable: true),
                    document_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    remark = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    withdraws = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_earlier_works", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_earlier_works_figures", "amount >= 0 and year between 1980 and 2050");
                    table.ForeignKey(
                        name: "fk_earlier_works_buildings_tenant_id_building_id",
                        columns: x => new { x.tenant_id, x.building_id },
                        principalSchema: "portal",
                        principalTable: "buildings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_earlier_works_earlier_works_tenant_id_withdraws",
                        columns: x => new { x.tenant_id, x.withdraws },
                        principalSchema: "portal",
                        principalTable: "earlier_works",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_earlier_works_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_earlier_works_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "estate_adjacencies",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_estate_adjacencies", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_estate_adjacencies_order", "first_id < second_id");
                    table.ForeignKey(
                        name: "fk_estate_adjacencies_estates_tenant_id_first_id",
                        columns: x => new { x.tenant_id, x.first_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_estate_adjacencies_estates_tenant_id_second_id",
                        columns: x => new { x.tenant_id, x.second_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_estate_adjacencies_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "estate_aliases",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    initials = table.Column<string>(type: "text", nullable: false, computedColumnSql: "portal.initials(name)", stored: true),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_estate_aliases", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_estate_aliases_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_estate_aliases_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "estate_successions",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    act_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    undoes = table.Column<Guid>(type: "uuid", nullable: true),
                    built_years_before = table.Column<int[]>(type: "integer[]", nullable: false),
                    buildings_before = table.Column<int>(type: "integer", nullable: true),
                    households_before = table.Column<int>(type: "integer", nullable: true),
                    area_before = table.Column<decimal>(type: "numeric(14,2)", nullable: true),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_estate_successions", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_estate_successions_to", "(kind = 'Voided') = (to_id is null)");
                    table.ForeignKey(
                        name: "fk_estate_successions_estate_successions_tenant_id_undoes",
                        columns: x => new { x.tenant_id, x.undoes },
                        principalSchema: "portal",
                        principalTable: "estate_successions",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_estate_successions_estates_tenant_id_from_id",
                        columns: x => new { x.tenant_id, x.from_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_estate_successions_estates_tenant_id_to_id",
                        columns: x => new { x.tenant_id, x.to_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_estate_successions_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "twin_decisions",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verdict = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    figures = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    decided_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_twin_decisions", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_twin_decisions_estates_tenant_id_first_id",
                        columns: x => new { x.tenant_id, x.first_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_twin_decisions_estates_tenant_id_second_id",
                        columns: x => new { x.tenant_id, x.second_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_twin_decisions_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "building_moves",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    succession_id = table.Column<Guid>(type: "uuid", nullable: false),
                    building_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name_before = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name_after = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_building_moves", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_building_moves_buildings_tenant_id_building_id",
                        columns: x => new { x.tenant_id, x.building_id },
                        principalSchema: "portal",
                        principalTable: "buildings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_building_moves_estate_successions_tenant_id_succession_id",
                        columns: x => new { x.tenant_id, x.succession_id },
                        principalSchema: "portal",
                        principalTable: "estate_successions",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_building_moves_estates_tenant_id_from_id",
                        columns: x => new { x.tenant_id, x.from_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_building_moves_estates_tenant_id_to_id",
                        columns: x => new { x.tenant_id, x.to_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_building_moves_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_owners_search_initials",
                schema: "portal",
                table: "owners",
                columns: new[] { "tenant_id", "initials" })
                .Annotation("Relational:Collation", new[] { null, "C" });

            migrationBuilder.CreateIndex(
                name: "ix_owners_search_name",
                schema: "portal",
                table: "owners",
                columns: new[] { "tenant_id", "name" })
                .Annotation("Relational:Collation", new[] { null, "C" });

            migrationBuilder.CreateIndex(
                name: "ix_estates_tenant_id_name",
                schema: "portal",
                table: "estates",
                columns: new[] { "tenant_id", "name" },
                unique: true,
                filter: "ended_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_building_moves_tenant_id_building_id",
                schema: "portal",
                table: "building_moves",
                columns: new[] { "tenant_id", "building_id" });

            migrationBuilder.CreateIndex(
                name: "ix_building_moves_tenant_id_from_id",
                schema: "portal",
                table: "building_moves",
                columns: new[] { "tenant_id", "from_id" });

            migrationBuilder.CreateIndex(
                name: "ix_building_moves_tenant_id_succession_id",
                schema: "portal",
                table: "building_moves",
                columns: new[] { "tenant_id", "succession_id" });

            migrationBuilder.CreateIndex(
                name: "ix_building_moves_tenant_id_to_id",
                schema: "portal",
                table: "building_moves",
                columns: new[] { "tenant_id", "to_id" });

            migrationBuilder.CreateIndex(
                name: "ix_earlier_works_tenant_id_building_id",
                schema: "portal",
                table: "earlier_works",
                columns: new[] { "tenant_id", "building_id" });

            migrationBuilder.CreateIndex(
                name: "ix_earlier_works_tenant_id_estate_id",
                schema: "portal",
                table: "earlier_works",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_earlier_works_tenant_id_withdraws",
                schema: "portal",
                table: "earlier_works",
                columns: new[] { "tenant_id", "withdraws" },
                unique: true,
                filter: "withdraws is not null");

            migrationBuilder.CreateIndex(
                name: "ix_estate_adjacencies_tenant_id_first_id_second_id",
                schema: "portal",
                table: "estate_adjacencies",
                columns: new[] { "tenant_id", "first_id", "second_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_estate_adjacencies_tenant_id_second_id",
                schema: "portal",
                table: "estate_adjacencies",
                columns: new[] { "tenant_id", "second_id" });

            migrationBuilder.CreateIndex(
                name: "ix_estate_aliases_tenant_id_estate_id_name",
                schema: "portal",
                table: "estate_aliases",
                columns: new[] { "tenant_id", "estate_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_estate_successions_tenant_id_from_id",
                schema: "portal",
                table: "estate_successions",
                columns: new[] { "tenant_id", "from_id" });

            migrationBuilder.CreateIndex(
                name: "ix_estate_successions_tenant_id_to_id",
                schema: "portal",
                table: "estate_successions",
                columns: new[] { "tenant_id", "to_id" });

            migrationBuilder.CreateIndex(
                name: "ix_estate_successions_tenant_id_undoes",
                schema: "portal",
                table: "estate_successions",
                columns: new[] { "tenant_id", "undoes" },
                unique: true,
                filter: "undoes is not null");

            migrationBuilder.CreateIndex(
                name: "ix_twin_decisions_tenant_id_first_id_second_id",
                schema: "portal",
                table: "twin_decisions",
                columns: new[] { "tenant_id", "first_id", "second_id" });

            migrationBuilder.CreateIndex(
                name: "ix_twin_decisions_tenant_id_second_id",
                schema: "portal",
                table: "twin_decisions",
                columns: new[] { "tenant_id", "second_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "building_moves",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "earlier_works",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "estate_adjacencies",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "estate_aliases",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "twin_decisions",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "estate_successions",
                schema: "portal");

            migrationBuilder.DropIndex(
                name: "ix_owners_search_initials",
                schema: "portal",
                table: "owners");

            migrationBuilder.DropIndex(
                name: "ix_owners_search_name",
                schema: "portal",
                table: "owners");

            migrationBuilder.DropIndex(
                name: "ix_estates_tenant_id_name",
                schema: "portal",
                table: "estates");

            migrationBuilder.CreateIndex(
                name: "ix_estates_tenant_id_name",
                schema: "portal",
                table: "estates",
                columns: new[] { "tenant_id", "name" },
                unique: true);
        }
    }
}
