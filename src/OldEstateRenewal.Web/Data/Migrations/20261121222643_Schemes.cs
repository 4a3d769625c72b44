using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OldEstateRenewal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Schemes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "review_decisions",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    county_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    review_id = table.Column<Guid>(type: "uuid", nullable: false),
                    has_passed = table.Column<bool>(type: "boolean", nullable: false),
                    reasons = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    experts = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_decisions", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_review_decisions_reasons", "has_passed or reasons is not null");
                    table.ForeignKey(
                        name: "fk_review_decisions_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "schemes",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    designer = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    grade = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    management_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    management = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    funding = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    sources = table.Column<string[]>(type: "text[]", nullable: false),
                    left_out = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    answers_json = table.Column<string>(type: "text", nullable: false),
                    has_proof = table.Column<bool>(type: "boolean", nullable: false),
                    text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    made_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fixed_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    fixed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    fixed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_schemes", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_schemes_fixed", "(state = 'Fixed') = (fixed_at is not null and text is not null)");
                    table.ForeignKey(
                        name: "fk_schemes_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_schemes_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reviews",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scheme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    bodies = table.Column<string[]>(type: "text[]", nullable: false),
                    answers_json = table.Column<string>(type: "text", nullable: false),
                    remark = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    has_proof = table.Column<bool>(type: "boolean", nullable: false),
                    opened_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviews", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_reviews_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reviews_schemes_tenant_id_scheme_id",
                        columns: x => new { x.tenant_id, x.scheme_id },
                        principalSchema: "portal",
                        principalTable: "schemes",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reviews_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "scheme_items",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    scheme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    item_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    class_name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    layer = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: true),
                    building_id = table.Column<Guid>(type: "uuid", nullable: true),
                    quantity = table.Column<decimal>(type: "numeric(14,3)", precision: 14, scale: 3, nullable: true),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    unit_cost = table.Column<decimal>(type: "numeric(16,2)", nullable: true),
                    lump_sum = table.Column<decimal>(type: "numeric(16,2)", nullable: true),
                    ownership = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    section = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    remark = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scheme_items", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_scheme_items_figures", "quantity > 0 and unit_cost >= 0 and lump_sum >= 0 and (lump_sum is null or unit_cost is null)");
                    table.ForeignKey(
                        name: "fk_scheme_items_buildings_tenant_id_building_id",
                        columns: x => new { x.tenant_id, x.building_id },
                        principalSchema: "portal",
                        principalTable: "buildings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_scheme_items_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_scheme_items_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_scheme_items_schemes_tenant_id_scheme_id",
                        columns: x => new { x.tenant_id, x.scheme_id },
                        principalSchema: "portal",
                        principalTable: "schemes",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_scheme_items_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_opinions",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    review_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_opinions", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_review_opinions_return", "kind = 'Agree' or text is not null");
                    table.ForeignKey(
                        name: "fk_review_opinions_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_review_opinions_reviews_tenant_id_review_id",
                        columns: x => new { x.tenant_id, x.review_id },
                        principalSchema: "portal",
                        principalTable: "reviews",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_review_opinions_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_packets",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    review_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    missing = table.Column<string>(type: "text", nullable: true),
                    made_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_packets", x => new { x.tenant_id, x.review_id });
                    table.ForeignKey(
                        name: "fk_review_packets_projects_tenant_id_project_id",
                        columns: x => new { x.tenant_id, x.project_id },
                        principalSchema: "portal",
                        principalTable: "projects",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_review_packets_reviews_tenant_id_review_id",
                        columns: x => new { x.tenant_id, x.review_id },
                        principalSchema: "portal",
                        principalTable: "reviews",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_review_packets_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_review_decisions_tenant_id_county_id_review_id",
                schema: "portal",
                table: "review_decisions",
                columns: new[] { "tenant_id", "county_id", "review_id" });

            migrationBuilder.CreateIndex(
                name: "ix_review_opinions_tenant_id_project_id",
                schema: "portal",
                table: "review_opinions",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_review_opinions_tenant_id_review_id",
                schema: "portal",
                table: "review_opinions",
                columns: new[] { "tenant_id", "review_id" });

            migrationBuilder.CreateIndex(
                name: "ix_review_packets_tenant_id_project_id",
                schema: "portal",
                table: "review_packets",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_reviews_tenant_id_project_id",
                schema: "portal",
                table: "reviews",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_reviews_tenant_id_scheme_id_kind",
                schema: "portal",
                table: "reviews",
                columns: new[] { "tenant_id", "scheme_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_scheme_items_tenant_id_building_id",
                schema: "portal",
                table: "scheme_items",
                columns: new[] { "tenant_id", "building_id" });

            migrationBuilder.CreateIndex(
                name: "ix_scheme_items_tenant_id_estate_id",
                schema: "portal",
                table: "scheme_items",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_scheme_items_tenant_id_project_id",
                schema: "portal",
                table: "scheme_items",
                columns: new[] { "tenant_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "ix_scheme_items_tenant_id_scheme_id_sequence",
                schema: "portal",
                table: "scheme_items",
                columns: new[] { "tenant_id", "scheme_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_schemes_one_draft",
                schema: "portal",
                table: "schemes",
                columns: new[] { "tenant_id", "project_id" },
                unique: true,
                filter: "state = 'Draft'");

            migrationBuilder.CreateIndex(
                name: "ix_schemes_tenant_id_project_id_number",
                schema: "portal",
                table: "schemes",
                columns: new[] { "tenant_id", "project_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "review_decisions",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "review_opinions",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "review_packets",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "scheme_items",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "reviews",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "schemes",
                schema: "portal");
        }
    }
}
