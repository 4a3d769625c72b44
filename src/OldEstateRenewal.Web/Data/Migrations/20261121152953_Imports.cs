using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OldEstateRenewal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Imports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "column_choices",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    header = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    field = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_column_choices", x => new { x.tenant_id, x.kind, x.header });
                    table.ForeignKey(
                        name: "fk_column_choices_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "imports",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    length = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    street_id = table.Column<Guid>(type: "uuid", nullable: true),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: true),
                    choices = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    phase = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    rows_done = table.Column<int>(type: "integer", nullable: false),
                    rows_total = table.Column<int>(type: "integer", nullable: true),
                    problem = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    new_rows = table.Column<int>(type: "integer", nullable: false),
                    changed_rows = table.Column<int>(type: "integer", nullable: false),
                    same_rows = table.Column<int>(type: "integer", nullable: false),
                    open_rows = table.Column<int>(type: "integer", nullable: false),
                    refused_rows = table.Column<int>(type: "integer", nullable: false),
                    skipped_rows = table.Column<int>(type: "integer", nullable: false),
                    uploaded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    uploaded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    committed_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    committed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undone_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cleared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imports", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_imports_streets_tenant_id_street_id",
                        columns: x => new { x.tenant_id, x.street_id },
                        principalSchema: "portal",
                        principalTable: "streets",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_imports_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_contents",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file = table.Column<byte[]>(type: "bytea", nullable: false),
                    sheet = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_contents", x => new { x.tenant_id, x.import_id });
                    table.ForeignKey(
                        name: "fk_import_contents_imports_tenant_id_import_id",
                        columns: x => new { x.tenant_id, x.import_id },
                        principalSchema: "portal",
                        principalTable: "imports",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_import_contents_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_corrections",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row = table.Column<int>(type: "integer", nullable: false),
                    column = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_corrections", x => new { x.tenant_id, x.import_id, x.row, x.column });
                    table.ForeignKey(
                        name: "fk_import_corrections_imports_tenant_id_import_id",
                        columns: x => new { x.tenant_id, x.import_id },
                        principalSchema: "portal",
                        principalTable: "imports",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_import_corrections_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_decisions",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_decisions", x => new { x.tenant_id, x.import_id, x.key });
                    table.ForeignKey(
                        name: "fk_import_decisions_imports_tenant_id_import_id",
                        columns: x => new { x.tenant_id, x.import_id },
                        principalSchema: "portal",
                        principalTable: "imports",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_import_decisions_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_rows",
                schema: "portal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    has_problem = table.Column<bool>(type: "boolean", nullable: false),
                    shown = table.Column<byte[]>(type: "bytea", nullable: true),
                    changes = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_rows", x => new { x.tenant_id, x.import_id, x.number });
                    table.ForeignKey(
                        name: "fk_import_rows_imports_tenant_id_import_id",
                        columns: x => new { x.tenant_id, x.import_id },
                        principalSchema: "portal",
                        principalTable: "imports",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_import_rows_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalSchema: "portal",
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_imports_tenant_id_state",
                schema: "portal",
                table: "imports",
                columns: new[] { "tenant_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_imports_tenant_id_street_id",
                schema: "portal",
                table: "imports",
                columns: new[] { "tenant_id", "street_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "column_choices",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "import_contents",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "import_corrections",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "import_decisions",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "import_rows",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "imports",
                schema: "portal");
        }
    }
}
