using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OldEstateRenewal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class OwnersOfDwellings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_ownerships_tenant_id_dwelling_id",
                schema: "portal",
                table: "ownerships",
                columns: new[] { "tenant_id", "dwelling_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_ownerships_tenant_id_dwelling_id",
                schema: "portal",
                table: "ownerships");
        }
    }
}
