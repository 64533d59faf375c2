using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PolicyBot.Cases.Storage.Postgres
{
    /// <summary>
    /// Activities are numbered by time. With them in front, the rows of turns that commit together stand together, and a commit writes one page of the
    /// inbox instead of one for every turn.
    /// </summary>
    public partial class InboxByTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(name: "PK_inbox", table: "inbox");
            migrationBuilder.Sql("UPDATE inbox SET activity = split_part(activity, ' ', 2) || ' ' || split_part(activity, ' ', 1)");
            migrationBuilder.AddPrimaryKey(name: "PK_inbox", table: "inbox", columns: ["activity", "conversation"]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(name: "PK_inbox", table: "inbox");
            migrationBuilder.Sql("UPDATE inbox SET activity = split_part(activity, ' ', 2) || ' ' || split_part(activity, ' ', 1)");
            migrationBuilder.AddPrimaryKey(name: "PK_inbox", table: "inbox", columns: ["conversation", "activity"]);
        }
    }
}
