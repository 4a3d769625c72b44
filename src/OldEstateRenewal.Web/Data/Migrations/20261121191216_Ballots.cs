using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OldEstateRenewal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Ballots : Migration
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
                name: "ballots",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    building_id = table.Column<Guid>(type: "uuid", nullable: true),
                    entrance = table.Column<int>(type: "integer", nullable: true),
                    riser = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    text = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    closes_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    made_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    frozen_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballots", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_ballots_open", "state not in ('Open', 'Closed') or (closes_at is not null and opened_at is not null and frozen_hash is not null)");
                    table.CheckConstraint("ck_ballots_part", "(entrance is null or building_id is not null) and (riser is null or entrance is not null)");
                    table.ForeignKey(
                        name: "fk_ballots_buildings_tenant_id_building_id",
                        columns: x => new { x.tenant_id, x.building_id },
                        principalSchema: "portal",
                        principalTable: "buildings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ballots_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ballots_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

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

            migrationBuilder.CreateTable(
                name: "ballot_heads",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_heads", x => new { x.tenant_id, x.ballot_id });
                    table.ForeignKey(
                        name: "fk_ballot_heads_ballots_tenant_id_ballot_id",
                        columns: x => new { x.tenant_id, x.ballot_id },
                        principalSchema: "portal",
                        principalTable: "ballots",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ballot_heads_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ballot_heads_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ballot_matters",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    asked_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    rule_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    frozen = table.Column<string>(type: "text", nullable: true),
                    rule_words = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_matters", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_ballot_matters_ballots_tenant_id_ballot_id",
                        columns: x => new { x.tenant_id, x.ballot_id },
                        principalSchema: "portal",
                        principalTable: "ballots",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ballot_matters_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ballot_matters_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ballot_results",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    votes = table.Column<long>(type: "bigint", nullable: false),
                    head = table.Column<byte[]>(type: "bytea", nullable: false),
                    seal = table.Column<byte[]>(type: "bytea", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    second_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_results", x => new { x.tenant_id, x.ballot_id });
                    table.ForeignKey(
                        name: "fk_ballot_results_ballots_tenant_id_ballot_id",
                        columns: x => new { x.tenant_id, x.ballot_id },
                        principalSchema: "portal",
                        principalTable: "ballots",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ballot_results_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ballot_results_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ballot_steps",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    replies_to_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_steps", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_ballot_steps_ballot_steps_tenant_id_replies_to_id",
                        columns: x => new { x.tenant_id, x.replies_to_id },
                        principalSchema: "portal",
                        principalTable: "ballot_steps",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ballot_steps_ballots_tenant_id_ballot_id",
                        columns: x => new { x.tenant_id, x.ballot_id },
                        principalSchema: "portal",
                        principalTable: "ballots",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ballot_steps_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ballot_steps_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "call_backs",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dwelling_id = table.Column<Guid>(type: "uuid", nullable: false),
                    why = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    chosen_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    chosen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    remark = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    called_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    called_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_call_backs", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_call_backs_ballots_tenant_id_ballot_id",
                        columns: x => new { x.tenant_id, x.ballot_id },
                        principalSchema: "portal",
                        principalTable: "ballots",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_call_backs_dwellings_tenant_id_dwelling_id",
                        columns: x => new { x.tenant_id, x.dwelling_id },
                        principalSchema: "portal",
                        principalTable: "dwellings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_call_backs_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_call_backs_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contact_attempts",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dwelling_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    appointment_on = table.Column<DateOnly>(type: "date", nullable: true),
                    remark = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_attempts", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_contact_attempts_ballots_tenant_id_ballot_id",
                        columns: x => new { x.tenant_id, x.ballot_id },
                        principalSchema: "portal",
                        principalTable: "ballots",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contact_attempts_dwellings_tenant_id_dwelling_id",
                        columns: x => new { x.tenant_id, x.dwelling_id },
                        principalSchema: "portal",
                        principalTable: "dwellings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contact_attempts_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contact_attempts_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roll_decisions",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dwelling_id = table.Column<Guid>(type: "uuid", nullable: false),
                    registry = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    is_accepted = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roll_decisions", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_roll_decisions_ballots_tenant_id_ballot_id",
                        columns: x => new { x.tenant_id, x.ballot_id },
                        principalSchema: "portal",
                        principalTable: "ballots",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_roll_decisions_dwellings_tenant_id_dwelling_id",
                        columns: x => new { x.tenant_id, x.dwelling_id },
                        principalSchema: "portal",
                        principalTable: "dwellings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_roll_decisions_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_roll_decisions_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roll_entries",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dwelling_id = table.Column<Guid>(type: "uuid", nullable: false),
                    supersedes_id = table.Column<Guid>(type: "uuid", nullable: true),
                    building_id = table.Column<Guid>(type: "uuid", nullable: false),
                    building = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    entrance = table.Column<int>(type: "integer", nullable: false),
                    storey = table.Column<int>(type: "integer", nullable: false),
                    room = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    span = table.Column<int>(type: "integer", nullable: false),
                    riser = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    holding = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    area = table.Column<decimal>(type: "numeric(14,2)", nullable: false),
                    area_source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    inhabited = table.Column<bool>(type: "boolean", nullable: false),
                    owners_json = table.Column<string>(type: "text", nullable: false),
                    exclusion = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    sheet_code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    receipt_code = table.Column<byte[]>(type: "bytea", nullable: false),
                    receipt_mark = table.Column<byte[]>(type: "bytea", nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roll_entries", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_roll_entries_ballots_tenant_id_ballot_id",
                        columns: x => new { x.tenant_id, x.ballot_id },
                        principalSchema: "portal",
                        principalTable: "ballots",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_roll_entries_dwellings_tenant_id_dwelling_id",
                        columns: x => new { x.tenant_id, x.dwelling_id },
                        principalSchema: "portal",
                        principalTable: "dwellings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_roll_entries_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_roll_entries_roll_entries_tenant_id_supersedes_id",
                        columns: x => new { x.tenant_id, x.supersedes_id },
                        principalSchema: "portal",
                        principalTable: "roll_entries",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_roll_entries_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roll_exclusions",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dwelling_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roll_exclusions", x => new { x.tenant_id, x.ballot_id, x.dwelling_id });
                    table.ForeignKey(
                        name: "fk_roll_exclusions_ballots_tenant_id_ballot_id",
                        columns: x => new { x.tenant_id, x.ballot_id },
                        principalSchema: "portal",
                        principalTable: "ballots",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_roll_exclusions_dwellings_tenant_id_dwelling_id",
                        columns: x => new { x.tenant_id, x.dwelling_id },
                        principalSchema: "portal",
                        principalTable: "dwellings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_roll_exclusions_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_roll_exclusions_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "water_stops",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    riser = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    is_off = table.Column<bool>(type: "boolean", nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_water_stops", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_water_stops_ballots_tenant_id_ballot_id",
                        columns: x => new { x.tenant_id, x.ballot_id },
                        principalSchema: "portal",
                        principalTable: "ballots",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_water_stops_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_water_stops_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ballot_votes",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    act_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ballot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dwelling_id = table.Column<Guid>(type: "uuid", nullable: false),
                    supersedes_id = table.Column<Guid>(type: "uuid", nullable: true),
                    choice = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    signed = table.Column<bool>(type: "boolean", nullable: false),
                    proxy = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    given_on = table.Column<DateOnly>(type: "date", nullable: true),
                    evidence_id = table.Column<Guid>(type: "uuid", nullable: true),
                    remark = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    recorded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_votes", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_ballot_votes_attachments_tenant_id_evidence_id",
                        columns: x => new { x.tenant_id, x.evidence_id },
                        principalSchema: "portal",
                        principalTable: "attachments",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ballot_votes_ballot_matters_tenant_id_matter_id",
                        columns: x => new { x.tenant_id, x.matter_id },
                        principalSchema: "portal",
                        principalTable: "ballot_matters",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ballot_votes_ballot_votes_tenant_id_supersedes_id",
                        columns: x => new { x.tenant_id, x.supersedes_id },
                        principalSchema: "portal",
                        principalTable: "ballot_votes",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ballot_votes_ballots_tenant_id_ballot_id",
                        columns: x => new { x.tenant_id, x.ballot_id },
                        principalSchema: "portal",
                        principalTable: "ballots",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ballot_votes_dwellings_tenant_id_dwelling_id",
                        columns: x => new { x.tenant_id, x.dwelling_id },
                        principalSchema: "portal",
                        principalTable: "dwellings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ballot_votes_estates_tenant_id_estate_id",
                        columns: x => new { x.tenant_id, x.estate_id },
                        principalSchema: "portal",
                        principalTable: "estates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ballot_votes_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ballot_heads_tenant_id_estate_id",
                schema: "portal",
                table: "ballot_heads",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ballot_matters_tenant_id_ballot_id_sequence",
                schema: "portal",
                table: "ballot_matters",
                columns: new[] { "tenant_id", "ballot_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ballot_matters_tenant_id_estate_id",
                schema: "portal",
                table: "ballot_matters",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ballot_results_tenant_id_estate_id",
                schema: "portal",
                table: "ballot_results",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ballot_steps_tenant_id_ballot_id",
                schema: "portal",
                table: "ballot_steps",
                columns: new[] { "tenant_id", "ballot_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ballot_steps_tenant_id_estate_id",
                schema: "portal",
                table: "ballot_steps",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ballot_steps_tenant_id_replies_to_id",
                schema: "portal",
                table: "ballot_steps",
                columns: new[] { "tenant_id", "replies_to_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ballot_votes_act",
                schema: "portal",
                table: "ballot_votes",
                columns: new[] { "tenant_id", "act_id", "matter_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ballot_votes_first",
                schema: "portal",
                table: "ballot_votes",
                columns: new[] { "tenant_id", "ballot_id", "matter_id", "dwelling_id" },
                unique: true,
                filter: "supersedes_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_ballot_votes_next",
                schema: "portal",
                table: "ballot_votes",
                columns: new[] { "tenant_id", "supersedes_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ballot_votes_tenant_id_ballot_id_number",
                schema: "portal",
                table: "ballot_votes",
                columns: new[] { "tenant_id", "ballot_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ballot_votes_tenant_id_dwelling_id",
                schema: "portal",
                table: "ballot_votes",
                columns: new[] { "tenant_id", "dwelling_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ballot_votes_tenant_id_estate_id",
                schema: "portal",
                table: "ballot_votes",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ballot_votes_tenant_id_evidence_id",
                schema: "portal",
                table: "ballot_votes",
                columns: new[] { "tenant_id", "evidence_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ballot_votes_tenant_id_matter_id",
                schema: "portal",
                table: "ballot_votes",
                columns: new[] { "tenant_id", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ballots_tenant_id_building_id",
                schema: "portal",
                table: "ballots",
                columns: new[] { "tenant_id", "building_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ballots_tenant_id_estate_id",
                schema: "portal",
                table: "ballots",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_call_backs_tenant_id_ballot_id_dwelling_id",
                schema: "portal",
                table: "call_backs",
                columns: new[] { "tenant_id", "ballot_id", "dwelling_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_call_backs_tenant_id_dwelling_id",
                schema: "portal",
                table: "call_backs",
                columns: new[] { "tenant_id", "dwelling_id" });

            migrationBuilder.CreateIndex(
                name: "ix_call_backs_tenant_id_estate_id",
                schema: "portal",
                table: "call_backs",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_attempts_tenant_id_ballot_id_dwelling_id",
                schema: "portal",
                table: "contact_attempts",
                columns: new[] { "tenant_id", "ballot_id", "dwelling_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_attempts_tenant_id_dwelling_id",
                schema: "portal",
                table: "contact_attempts",
                columns: new[] { "tenant_id", "dwelling_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_attempts_tenant_id_estate_id",
                schema: "portal",
                table: "contact_attempts",
                columns: new[] { "tenant_id", "estate_id" });

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

            migrationBuilder.CreateIndex(
                name: "ix_roll_decisions_tenant_id_ballot_id_dwelling_id",
                schema: "portal",
                table: "roll_decisions",
                columns: new[] { "tenant_id", "ballot_id", "dwelling_id" });

            migrationBuilder.CreateIndex(
                name: "ix_roll_decisions_tenant_id_dwelling_id",
                schema: "portal",
                table: "roll_decisions",
                columns: new[] { "tenant_id", "dwelling_id" });

            migrationBuilder.CreateIndex(
                name: "ix_roll_decisions_tenant_id_estate_id",
                schema: "portal",
                table: "roll_decisions",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_roll_entries_first",
                schema: "portal",
                table: "roll_entries",
                columns: new[] { "tenant_id", "ballot_id", "dwelling_id" },
                unique: true,
                filter: "supersedes_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_roll_entries_next",
                schema: "portal",
                table: "roll_entries",
                columns: new[] { "tenant_id", "supersedes_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_roll_entries_tenant_id_dwelling_id",
                schema: "portal",
                table: "roll_entries",
                columns: new[] { "tenant_id", "dwelling_id" });

            migrationBuilder.CreateIndex(
                name: "ix_roll_entries_tenant_id_estate_id",
                schema: "portal",
                table: "roll_entries",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_roll_entries_tenant_id_receipt_mark",
                schema: "portal",
                table: "roll_entries",
                columns: new[] { "tenant_id", "receipt_mark" });

            migrationBuilder.CreateIndex(
                name: "ix_roll_entries_tenant_id_sheet_code",
                schema: "portal",
                table: "roll_entries",
                columns: new[] { "tenant_id", "sheet_code" });

            migrationBuilder.CreateIndex(
                name: "ix_roll_exclusions_tenant_id_dwelling_id",
                schema: "portal",
                table: "roll_exclusions",
                columns: new[] { "tenant_id", "dwelling_id" });

            migrationBuilder.CreateIndex(
                name: "ix_roll_exclusions_tenant_id_estate_id",
                schema: "portal",
                table: "roll_exclusions",
                columns: new[] { "tenant_id", "estate_id" });

            migrationBuilder.CreateIndex(
                name: "ix_water_stops_tenant_id_ballot_id",
                schema: "portal",
                table: "water_stops",
                columns: new[] { "tenant_id", "ballot_id" });

            migrationBuilder.CreateIndex(
                name: "ix_water_stops_tenant_id_estate_id",
                schema: "portal",
                table: "water_stops",
                columns: new[] { "tenant_id", "estate_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ballot_heads",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "ballot_results",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "ballot_steps",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "ballot_votes",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "call_backs",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "contact_attempts",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "import_estates",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "roll_decisions",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "roll_entries",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "roll_exclusions",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "water_stops",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "ballot_matters",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "ballots",
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
