// node check-manifest.mjs FILE: holds a filled-in manifest against the schema of its own version, as Microsoft's package carries it.
// Prints each finding and ends with 1 when there is one. Nothing is downloaded.
import { readFile } from "node:fs/promises";
// fs-extra is in package.json only because this package needs it and does not say so.
import { ManifestUtil } from "@microsoft/app-manifest";

const manifest = JSON.parse(await readFile(process.argv[2], "utf8"));
const schema = new URL(`node_modules/@microsoft/app-manifest/build/json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.schema.json`, import.meta.url);
const findings = await ManifestUtil.validateManifestAgainstSchema(manifest, JSON.parse(await readFile(schema, "utf8")));
findings.forEach((finding) => console.log(finding));
process.exitCode = findings.length > 0 ? 1 : 0;
