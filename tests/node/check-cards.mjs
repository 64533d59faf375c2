// node check-cards.mjs DIR: holds every card in DIR/*.json against Microsoft's own types of an Adaptive Card in Teams, in one compiler run.
// Prints "card.json: line: what is wrong" for each finding and ends with 1 when there is one.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const cards = readdirSync(process.argv[2]).filter((name) => name.endsWith(".json"));
// Inside node_modules, so that the compiler finds the types; the folder is gone afterwards.
const folder = mkdtempSync(join(here, "node_modules", ".check-cards-"));
try {
  cards.forEach((name, i) => {
    const card = JSON.stringify(JSON.parse(readFileSync(join(process.argv[2], name), "utf8")), null, 1);
    writeFileSync(join(folder, `${i}.ts`), `import type { IAdaptiveCard } from "@microsoft/teams.cards"; export default ${card} satisfies IAdaptiveCard;\n`);
  });
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({
    compilerOptions: { noEmit: true, strict: true, skipLibCheck: true, target: "es2022", module: "nodenext", types: [] },
    include: ["*.ts"],
  }));
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
  const run = spawnSync(process.execPath, [tsc, "--project", folder, "--pretty", "false"], { encoding: "utf8", cwd: folder });
  const said = (run.stdout + run.stderr).replaceAll(/^(?:.*[\\/])?(\d+)\.ts\((\d+),\d+\): error TS\d+/gm, (_, i, line) => `${cards[i]}: line ${line}`);
  process.stdout.write(said);
  process.exitCode = run.status;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
