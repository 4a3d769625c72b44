using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OldEstateRenewal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class OwnershipEndings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ended_at",
                schema: "portal",
                table: "ownerships",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ended_by",
                schema: "portal",
                table: "ownerships",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ending",
                schema: "portal",
                table: "ownerships",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ending_remark",
                schema: "portal",
                table: "ownerships",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ended_at",
                schema: "portal",
                table: "ownerships");

            migrationBuilder.DropColumn(
                name: "ended_by",
                schema: "portal",
                table: "ownerships");

            migrationBuilder.DropColumn(
                name: "ending",
                schema: "portal",
                table: "ownerships");

            migrationBuilder.DropColumn(
                name: "ending_remark",
                schema: "portal",
                table: "ownerships");
        }
    }
}
