using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OldEstateRenewal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class SettlementDifferences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_bills_sum",
                schema: "portal",
                table: "bills");

            migrationBuilder.DropCheckConstraint(
                name: "ck_bill_runs_state",
                schema: "portal",
                table: "bill_runs");

            migrationBuilder.DropCheckConstraint(
                name: "ck_bill_parts_figures",
                schema: "portal",
                table: "bill_parts");

            migrationBuilder.AddColumn<bool>(
                name: "is_difference",
                schema: "portal",
                table: "bill_runs",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AlterColumn<Guid>(
                name: "share_line_id",
                schema: "portal",
                table: "bill_parts",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddCheckConstraint(
                name: "ck_bills_sum",
                schema: "portal",
                table: "bills",
                sql: "amount * 100 = portal.sum_of(amounts)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_bill_runs_state",
                schema: "portal",
                table: "bill_runs",
                sql: "(total >= 0 or is_difference) and (state = 'Draft') = (issued_at is null) and (state = 'Withdrawn') = (withdrawn_at is not null)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_bill_parts_figures",
                schema: "portal",
                table: "bill_parts",
                sql: "case when share_line_id is null then amount <= 0 and cost = amount else amount >= 0 and cost >= amount end");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_bills_sum",
                schema: "portal",
                table: "bills");

            migrationBuilder.DropCheckConstraint(
                name: "ck_bill_runs_state",
                schema: "portal",
                table: "bill_runs");

            migrationBuilder.DropCheckConstraint(
                name: "ck_bill_parts_figures",
                schema: "portal",
                table: "bill_parts");

            migrationBuilder.DropColumn(
                name: "is_difference",
                schema: "portal",
                table: "bill_runs");

            migrationBuilder.AlterColumn<Guid>(
                name: "share_line_id",
                schema: "portal",
                table: "bill_parts",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_bills_sum",
                schema: "portal",
                table: "bills",
                sql: "amount >= 0 and amount * 100 = portal.sum_of(amounts)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_bill_runs_state",
                schema: "portal",
                table: "bill_runs",
                sql: "total >= 0 and (state = 'Draft') = (issued_at is null) and (state = 'Withdrawn') = (withdrawn_at is not null)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_bill_parts_figures",
                schema: "portal",
                table: "bill_parts",
                sql: "amount >= 0 and cost >= amount");
        }
    }
}
