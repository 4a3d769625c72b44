using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OldEstateRenewal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class RankingRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ranking_rules",
                schema: "portal");
        }
    }
}
