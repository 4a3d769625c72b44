using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OldEstateRenewal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class SchemeVersionsAndCountyNotices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "dust_missing",
                schema: "portal",
                table: "site_inspections",
                type: "text[]",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "dust_taken",
                schema: "portal",
                table: "site_inspections",
                type: "text[]",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "project_id",
                schema: "portal",
                table: "notices",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "scheme_id",
                schema: "portal",
                table: "notices",
                type: "uuid",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "project_id",
                schema: "portal",
                table: "notice_replies",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AlterColumn<Guid>(
                name: "project_id",
                schema: "portal",
                table: "notice_photos",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AlterColumn<Guid>(
                name: "project_id",
                schema: "portal",
                table: "notice_objections",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "scheme_id",
                schema: "portal",
                table: "ballots",
                type: "uuid",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "estate_id",
                schema: "portal",
                table: "attachments",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.CreateIndex(
                name: "ix_notices_tenant_id_scheme_id",
                schema: "portal",
                table: "notices",
                columns: new[] { "tenant_id", "scheme_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ballots_tenant_id_scheme_id",
                schema: "portal",
                table: "ballots",
                columns: new[] { "tenant_id", "scheme_id" });

            migrationBuilder.AddForeignKey(
                name: "fk_ballots_schemes_tenant_id_scheme_id",
                schema: "portal",
                table: "ballots",
                columns: new[] { "tenant_id", "scheme_id" },
                principalSchema: "portal",
                principalTable: "schemes",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_notices_schemes_tenant_id_scheme_id",
                schema: "portal",
                table: "notices",
                columns: new[] { "tenant_id", "scheme_id" },
                principalSchema: "portal",
                principalTable: "schemes",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);

            // The six were bits; they become names, as the policies have them.
            migrationBuilder.Sql("""
                update portal.site_inspections i set
                  dust_taken = array(select name from (values (1, '工地周边 100% 围挡'), (2, '物料堆放 100% 覆盖'), (4, '土方开挖 100% 湿法作业'), (8, '路面 100% 硬化'), (16, '出入车辆 100% 清洗'), (32, '渣土车辆 100% 密闭运输')) six (bit, name) where i.dust & bit > 0 order by bit),
                  dust_missing = array(select name from (values (1, '工地周边 100% 围挡'), (2, '物料堆放 100% 覆盖'), (4, '土方开挖 100% 湿法作业'), (8, '路面 100% 硬化'), (16, '出入车辆 100% 清洗'), (32, '渣土车辆 100% 密闭运输')) six (bit, name) where i.dust & bit = 0 order by bit)
                where dust is not null
                """);

            migrationBuilder.DropColumn(
                name: "dust",
                schema: "portal",
                table: "site_inspections");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_ballots_schemes_tenant_id_scheme_id",
                schema: "portal",
                table: "ballots");

            migrationBuilder.DropForeignKey(
                name: "fk_notices_schemes_tenant_id_scheme_id",
                schema: "portal",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ix_notices_tenant_id_scheme_id",
                schema: "portal",
                table: "notices");

            migrationBuilder.DropIndex(
                name: "ix_ballots_tenant_id_scheme_id",
                schema: "portal",
                table: "ballots");

            migrationBuilder.DropColumn(
                name: "dust_missing",
                schema: "portal",
                table: "site_inspections");

            migrationBuilder.DropColumn(
                name: "dust_taken",
                schema: "portal",
                table: "site_inspections");

            migrationBuilder.DropColumn(
                name: "scheme_id",
                schema: "portal",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "scheme_id",
                schema: "portal",
                table: "ballots");

            migrationBuilder.AddColumn<int>(
                name: "dust",
                schema: "portal",
                table: "site_inspections",
                type: "integer",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "project_id",
                schema: "portal",
                table: "notices",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "project_id",
                schema: "portal",
                table: "notice_replies",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "project_id",
                schema: "portal",
                table: "notice_photos",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "project_id",
                schema: "portal",
                table: "notice_objections",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "estate_id",
                schema: "portal",
                table: "attachments",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
