using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PolicyBot.Cases.Storage.Sqlite
{
    /// <summary>A case says when it is due, and a card when it arrived.</summary>
    public partial class DueCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "posted_at",
                table: "posted_cards",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "due_at",
                table: "cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_due_at",
                table: "cases",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            // What was open before is looked at once, and then knows its time.
            migrationBuilder.Sql("UPDATE cases SET due_at = changed_at WHERE kind = 'INC' AND status <> 'Closed';");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_cases_due_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "posted_at",
                table: "posted_cards");

            migrationBuilder.DropColumn(
                name: "due_at",
                table: "cases");
        }
    }
}
