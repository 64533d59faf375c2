using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PolicyBot.Cases.Storage.Sqlite
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
            migrationBuilder.Sql(
                """
                ALTER TABLE "inbox" RENAME TO "inbox_before";
                CREATE TABLE "inbox" (
                    "conversation" TEXT NOT NULL,
                    "activity" TEXT NOT NULL,
                    "answer" TEXT NULL,
                    "at" INTEGER NOT NULL,
                    CONSTRAINT "PK_inbox" PRIMARY KEY ("activity", "conversation")
                ) WITHOUT ROWID;
                INSERT INTO "inbox" SELECT "conversation",
                    substr("activity", instr("activity", ' ') + 1) || ' ' || substr("activity", 1, instr("activity", ' ') - 1),
                    "answer", "at" FROM "inbox_before";
                DROP TABLE "inbox_before";
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                ALTER TABLE "inbox" RENAME TO "inbox_before";
                CREATE TABLE "inbox" (
                    "conversation" TEXT NOT NULL,
                    "activity" TEXT NOT NULL,
                    "answer" TEXT NULL,
                    "at" INTEGER NOT NULL,
                    CONSTRAINT "PK_inbox" PRIMARY KEY ("conversation", "activity")
                ) WITHOUT ROWID;
                INSERT INTO "inbox" SELECT "conversation",
                    substr("activity", instr("activity", ' ') + 1) || ' ' || substr("activity", 1, instr("activity", ' ') - 1),
                    "answer", "at" FROM "inbox_before";
                DROP TABLE "inbox_before";
                """);
        }
    }
}
