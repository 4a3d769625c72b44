using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OldEstateRenewal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Households : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_ownerships",
                schema: "portal",
                table: "ownerships");

            migrationBuilder.DropCheckConstraint(
                name: "ck_estates_counts",
                schema: "portal",
                table: "estates");

            migrationBuilder.DropIndex(
                name: "ix_dwellings_tenant_id_building_id_entrance_room",
                schema: "portal",
                table: "dwellings");

            // What stands in the tables is kept. Rows are behind row-level security here, so defaults and rewrites do what an update could not.
            migrationBuilder.RenameColumn(
                name: "exclusive_area",
                schema: "portal",
                table: "dwellings",
                newName: "registered_area");

            migrationBuilder.Sql("alter table portal.dwellings alter column registered_area drop not null, alter column registered_area type numeric(14,2) using nullif(registered_area, 0)");

            migrationBuilder.AlterColumn<DateOnly>(
                name: "from_on",
                schema: "portal",
                table: "ownerships",
                type: "date",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "date");

            migrationBuilder.AddColumn<Guid>(
                name: "id",
                schema: "portal",
                table: "ownerships",
                type: "uuid",
                nullable: false,
                defaultValueSql: "gen_random_uuid()");

            migrationBuilder.AddColumn<string>(
                name: "basis",
                schema: "portal",
                table: "ownerships",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "recorded_at",
                schema: "portal",
                table: "ownerships",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            migrationBuilder.AddColumn<string>(
                name: "recorded_by",
                schema: "portal",
                table: "ownerships",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "系统升级");

            migrationBuilder.AddColumn<string>(
                name: "share",
                schema: "portal",
                table: "ownerships",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "until_on",
                schema: "portal",
                table: "ownerships",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "id_number",
                schema: "portal",
                table: "owners",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "id_number_mark",
                schema: "portal",
                table: "owners",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                schema: "portal",
                table: "owners",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Person");

            migrationBuilder.AddColumn<byte[]>(
                name: "phone",
                schema: "portal",
                table: "owners",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "phone_mark",
                schema: "portal",
                table: "owners",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "version",
                schema: "portal",
                table: "owners",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "community",
                schema: "portal",
                table: "estates",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ended_on",
                schema: "portal",
                table: "estates",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "former_unit",
                schema: "portal",
                table: "estates",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "site_area",
                schema: "portal",
                table: "estates",
                type: "numeric(14,2)",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "contract_area",
                schema: "portal",
                table: "dwellings",
                type: "numeric(14,2)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "holding",
                schema: "portal",
                table: "dwellings",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Owned");

            migrationBuilder.AddColumn<string>(
                name: "kind",
                schema: "portal",
                table: "dwellings",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Dwelling");

            migrationBuilder.AddColumn<decimal>(
                name: "measured_area",
                schema: "portal",
                table: "dwellings",
                type: "numeric(14,2)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "occupancy",
                schema: "portal",
                table: "dwellings",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "position",
                schema: "portal",
                table: "dwellings",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "remark",
                schema: "portal",
                table: "dwellings",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "removed_on",
                schema: "portal",
                table: "dwellings",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "riser",
                schema: "portal",
                table: "dwellings",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "span",
                schema: "portal",
                table: "dwellings",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<long>(
                name: "version",
                schema: "portal",
                table: "dwellings",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AlterColumn<int>(
                name: "storeys",
                schema: "portal",
                table: "buildings",
                type: "integer",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "integer");

            migrationBuilder.AlterColumn<decimal>(
                name: "floor_area",
                schema: "portal",
                table: "buildings",
                type: "numeric(14,2)",
                nullable: true,
                oldClrType: typeof(decimal),
                oldType: "numeric(14,2)");

            migrationBuilder.AlterColumn<int>(
                name: "entrances",
                schema: "portal",
                table: "buildings",
                type: "integer",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "integer");

            migrationBuilder.AddColumn<string>(
                name: "danger",
                schema: "portal",
                table: "buildings",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "household_count",
                schema: "portal",
                table: "buildings",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "remark",
                schema: "portal",
                table: "buildings",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "structure",
                schema: "portal",
                table: "buildings",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "initials",
                schema: "portal",
                table: "owners",
                type: "text",
                nullable: false,
                computedColumnSql: "portal.initials(name)",
                stored: true);

            migrationBuilder.AddColumn<string>(
                name: "initials",
                schema: "portal",
                table: "estates",
                type: "text",
                nullable: false,
                computedColumnSql: "portal.initials(name)",
                stored: true);

            migrationBuilder.Sql("alter table portal.dwellings alter column position type integer using coalesce(nullif(right(regexp_replace(room, '\\D', '', 'g'), 2), '')::integer, 1)");
            migrationBuilder.Sql("""
                alter table portal.ownerships alter column id drop default, alter column recorded_at drop default, alter column recorded_by drop default;
                alter table portal.owners alter column kind drop default, alter column version drop default;
                alter table portal.dwellings alter column holding drop default, alter column kind drop default, alter column span drop default, alter column position drop default, alter column version drop default;
                """);

            migrationBuilder.AddPrimaryKey(
                name: "pk_ownerships",
                schema: "portal",
                table: "ownerships",
                columns: new[] { "tenant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ownerships_tenant_id_dwelling_id_owner_id",
                schema: "portal",
                table: "ownerships",
                columns: new[] { "tenant_id", "dwelling_id", "owner_id" },
                unique: true,
                filter: "until_on is null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_ownerships_days",
                schema: "portal",
                table: "ownerships",
                sql: "until_on >= from_on");

            migrationBuilder.CreateIndex(
                name: "ix_owners_tenant_id_id_number_mark",
                schema: "portal",
                table: "owners",
                columns: new[] { "tenant_id", "id_number_mark" });

            migrationBuilder.CreateIndex(
                name: "ix_owners_tenant_id_name",
                schema: "portal",
                table: "owners",
                columns: new[] { "tenant_id", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_owners_tenant_id_phone_mark",
                schema: "portal",
                table: "owners",
                columns: new[] { "tenant_id", "phone_mark" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_estates_counts",
                schema: "portal",
                table: "estates",
                sql: "building_count >= 0 and household_count >= 0 and floor_area >= 0 and site_area >= 0");

            migrationBuilder.CreateIndex(
                name: "ix_dwellings_tenant_id_building_id_entrance_room",
                schema: "portal",
                table: "dwellings",
                columns: new[] { "tenant_id", "building_id", "entrance", "room" },
                unique: true,
                filter: "removed_on is null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_dwellings_areas",
                schema: "portal",
                table: "dwellings",
                sql: "registered_area > 0 and measured_area > 0 and contract_area > 0");

            migrationBuilder.AddCheckConstraint(
                name: "ck_dwellings_place",
                schema: "portal",
                table: "dwellings",
                sql: "entrance between 0 and 99 and storey between -5 and 99 and storey <> 0 and position >= 0 and span between 1 and 20");

            migrationBuilder.AddCheckConstraint(
                name: "ck_buildings_counts",
                schema: "portal",
                table: "buildings",
                sql: "storeys >= 0 and entrances >= 0 and household_count >= 0 and floor_area >= 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_ownerships",
                schema: "portal",
                table: "ownerships");

            migrationBuilder.DropIndex(
                name: "ix_ownerships_tenant_id_dwelling_id_owner_id",
                schema: "portal",
                table: "ownerships");

            migrationBuilder.DropCheckConstraint(
                name: "ck_ownerships_days",
                schema: "portal",
                table: "ownerships");

            migrationBuilder.DropIndex(
                name: "ix_owners_tenant_id_id_number_mark",
                schema: "portal",
                table: "owners");

            migrationBuilder.DropIndex(
                name: "ix_owners_tenant_id_name",
                schema: "portal",
                table: "owners");

            migrationBuilder.DropIndex(
                name: "ix_owners_tenant_id_phone_mark",
                schema: "portal",
                table: "owners");

            migrationBuilder.DropCheckConstraint(
                name: "ck_estates_counts",
                schema: "portal",
                table: "estates");

            migrationBuilder.DropIndex(
                name: "ix_dwellings_tenant_id_building_id_entrance_room",
                schema: "portal",
                table: "dwellings");

            migrationBuilder.DropCheckConstraint(
                name: "ck_dwellings_areas",
                schema: "portal",
                table: "dwellings");

            migrationBuilder.DropCheckConstraint(
                name: "ck_dwellings_place",
                schema: "portal",
                table: "dwellings");

            migrationBuilder.DropCheckConstraint(
                name: "ck_buildings_counts",
                schema: "portal",
                table: "buildings");

            migrationBuilder.DropColumn(
                name: "initials",
                schema: "portal",
                table: "owners");

            migrationBuilder.DropColumn(
                name: "initials",
                schema: "portal",
                table: "estates");

            migrationBuilder.DropColumn(
                name: "id",
                schema: "portal",
                table: "ownerships");

            migrationBuilder.DropColumn(
                name: "basis",
                schema: "portal",
                table: "ownerships");

            migrationBuilder.DropColumn(
                name: "recorded_at",
                schema: "portal",
                table: "ownerships");

            migrationBuilder.DropColumn(
                name: "recorded_by",
                schema: "portal",
                table: "ownerships");

            migrationBuilder.DropColumn(
                name: "share",
                schema: "portal",
                table: "ownerships");

            migrationBuilder.DropColumn(
                name: "until_on",
                schema: "portal",
                table: "ownerships");

            migrationBuilder.DropColumn(
                name: "id_number",
                schema: "portal",
                table: "owners");

            migrationBuilder.DropColumn(
                name: "id_number_mark",
                schema: "portal",
                table: "owners");

            migrationBuilder.DropColumn(
                name: "kind",
                schema: "portal",
                table: "owners");

            migrationBuilder.DropColumn(
                name: "phone",
                schema: "portal",
                table: "owners");

            migrationBuilder.DropColumn(
                name: "phone_mark",
                schema: "portal",
                table: "owners");

            migrationBuilder.DropColumn(
                name: "version",
                schema: "portal",
                table: "owners");

            migrationBuilder.DropColumn(
                name: "community",
                schema: "portal",
                table: "estates");

            migrationBuilder.DropColumn(
                name: "ended_on",
                schema: "portal",
                table: "estates");

            migrationBuilder.DropColumn(
                name: "former_unit",
                schema: "portal",
                table: "estates");

            migrationBuilder.DropColumn(
                name: "site_area",
                schema: "portal",
                table: "estates");

            migrationBuilder.DropColumn(
                name: "contract_area",
                schema: "portal",
                table: "dwellings");

            migrationBuilder.DropColumn(
                name: "holding",
                schema: "portal",
                table: "dwellings");

            migrationBuilder.DropColumn(
                name: "kind",
                schema: "portal",
                table: "dwellings");

            migrationBuilder.DropColumn(
                name: "measured_area",
                schema: "portal",
                table: "dwellings");

            migrationBuilder.DropColumn(
                name: "occupancy",
                schema: "portal",
                table: "dwellings");

            migrationBuilder.DropColumn(
                name: "position",
                schema: "portal",
                table: "dwellings");

            migrationBuilder.DropColumn(
                name: "remark",
                schema: "portal",
                table: "dwellings");

            migrationBuilder.DropColumn(
                name: "removed_on",
                schema: "portal",
                table: "dwellings");

            migrationBuilder.DropColumn(
                name: "riser",
                schema: "portal",
                table: "dwellings");

            migrationBuilder.DropColumn(
                name: "span",
                schema: "portal",
                table: "dwellings");

            migrationBuilder.DropColumn(
                name: "version",
                schema: "portal",
                table: "dwellings");

            migrationBuilder.DropColumn(
                name: "danger",
                schema: "portal",
                table: "buildings");

            migrationBuilder.DropColumn(
                name: "household_count",
                schema: "portal",
                table: "buildings");

            migrationBuilder.DropColumn(
                name: "remark",
                schema: "portal",
                table: "buildings");

            migrationBuilder.DropColumn(
                name: "structure",
                schema: "portal",
                table: "buildings");

            migrationBuilder.AlterColumn<DateOnly>(
                name: "from_on",
                schema: "portal",
                table: "ownerships",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1),
                oldClrType: typeof(DateOnly),
                oldType: "date",
                oldNullable: true);

            migrationBuilder.Sql("alter table portal.dwellings alter column registered_area type numeric(14,2) using coalesce(registered_area, 0), alter column registered_area set not null");

            migrationBuilder.RenameColumn(
                name: "registered_area",
                schema: "portal",
                table: "dwellings",
                newName: "exclusive_area");

            migrationBuilder.AlterColumn<int>(
                name: "storeys",
                schema: "portal",
                table: "buildings",
                type: "integer",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "integer",
                oldNullable: true);

            migrationBuilder.AlterColumn<decimal>(
                name: "floor_area",
                schema: "portal",
                table: "buildings",
                type: "numeric(14,2)",
                nullable: false,
                defaultValue: 0m,
                oldClrType: typeof(decimal),
                oldType: "numeric(14,2)",
                oldNullable: true);

            migrationBuilder.AlterColumn<int>(
                name: "entrances",
                schema: "portal",
                table: "buildings",
                type: "integer",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "integer",
                oldNullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_ownerships",
                schema: "portal",
                table: "ownerships",
                columns: new[] { "tenant_id", "dwelling_id", "owner_id" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_estates_counts",
                schema: "portal",
                table: "estates",
                sql: "building_count >= 0 and household_count >= 0 and floor_area >= 0");

            migrationBuilder.CreateIndex(
                name: "ix_dwellings_tenant_id_building_id_entrance_room",
                schema: "portal",
                table: "dwellings",
                columns: new[] { "tenant_id", "building_id", "entrance", "room" },
                unique: true);
        }
    }
}
