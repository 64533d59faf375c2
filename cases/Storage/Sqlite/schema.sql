CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

CREATE TABLE "cases" (
    "reference" TEXT NOT NULL CONSTRAINT "PK_cases" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "academy" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reporter" TEXT NOT NULL,
    "draft" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "record" TEXT NOT NULL,
    "opened_at" INTEGER NOT NULL,
    "changed_at" INTEGER NOT NULL
);

CREATE TABLE "conversations" (
    "key" TEXT NOT NULL CONSTRAINT "PK_conversations" PRIMARY KEY,
    "tenant" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "person" TEXT NULL,
    "address" TEXT NOT NULL,
    "active" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);

CREATE TABLE "inbox" (
    "conversation" TEXT NOT NULL,
    "activity" TEXT NOT NULL,
    "answer" TEXT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "PK_inbox" PRIMARY KEY ("conversation", "activity")
) WITHOUT ROWID;

CREATE TABLE "outbox" (
    "key" TEXT NOT NULL CONSTRAINT "PK_outbox" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "card" TEXT NULL,
    "lane" TEXT NULL,
    "position" INTEGER NOT NULL,
    "activity" TEXT NULL,
    "state" TEXT NOT NULL,
    "due_at" INTEGER NOT NULL,
    "lease_until" INTEGER NULL,
    "attempts" INTEGER NOT NULL,
    "doubts" INTEGER NOT NULL,
    "reason" TEXT NULL,
    "created_at" INTEGER NOT NULL
);

CREATE TABLE "posted_cards" (
    "key" TEXT NOT NULL CONSTRAINT "PK_posted_cards" PRIMARY KEY,
    "conversation_key" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "activity_id" TEXT NOT NULL
);

CREATE TABLE "trail" (
    "reference" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "actor" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    CONSTRAINT "PK_trail" PRIMARY KEY ("reference", "sequence")
);

CREATE UNIQUE INDEX "IX_cases_draft" ON "cases" ("draft");

CREATE UNIQUE INDEX "IX_cases_kind_year_number" ON "cases" ("kind", "year", "number");

CREATE INDEX "IX_cases_reporter" ON "cases" ("reporter");

CREATE INDEX "IX_conversations_person" ON "conversations" ("person");

CREATE INDEX "IX_outbox_due_at" ON "outbox" ("due_at") WHERE state <> 'Sending';

CREATE INDEX "IX_outbox_lane_position" ON "outbox" ("lane", "position") WHERE lane IS NOT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122161348_First', '10.0.14');

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

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122192559_InboxByTime', '10.0.14');

CREATE TABLE "asked" (
    "day" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "times" INTEGER NOT NULL,
    CONSTRAINT "PK_asked" PRIMARY KEY ("day", "kind", "subject")
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122195119_WhatIsAsked', '10.0.14');

CREATE TABLE "readings" (
    "person" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "issue" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "PK_readings" PRIMARY KEY ("person", "document", "edition")
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122195442_Readings', '10.0.14');

ALTER TABLE "posted_cards" ADD "posted_at" INTEGER NULL;

ALTER TABLE "cases" ADD "due_at" INTEGER NULL;

CREATE INDEX "IX_cases_due_at" ON "cases" ("due_at") WHERE due_at IS NOT NULL;

UPDATE cases SET due_at = changed_at WHERE kind = 'INC' AND status <> 'Closed';

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122230500_DueCases', '10.0.14');

ALTER TABLE "cases" ADD "seal" TEXT NOT NULL DEFAULT '';

CREATE TABLE "disposals" (
    "reference" TEXT NOT NULL CONSTRAINT "PK_disposals" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "class" TEXT NOT NULL,
    "opened_at" INTEGER NOT NULL,
    "closed_at" INTEGER NOT NULL,
    "disposed_at" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "last_hash" TEXT NOT NULL
);

CREATE INDEX "IX_cases_academy_status" ON "cases" ("academy", "status");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122231018_Disposals', '10.0.14');

CREATE TABLE "vault" (
    "entry" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "key_id" TEXT NOT NULL,
    "wrapped" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "PK_vault" PRIMARY KEY ("entry", "version")
);

CREATE TABLE "vault_codes" (
    "hash" TEXT NOT NULL CONSTRAINT "PK_vault_codes" PRIMARY KEY,
    "person" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "expires_at" INTEGER NOT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123045033_Vault', '10.0.14');

