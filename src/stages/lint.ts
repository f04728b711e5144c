import type { Finding, LintResult } from "../documents/finding.ts";
import type { Service } from "../documents/service.ts";
import type { StageOptions } from "../interface/values.ts";
import { selectServices } from "../plan/select.ts";
import { findingsOf } from "./findings.ts";
import { writeDocument } from "./folder.ts";
import { gitOf, openCatalog, openTree } from "./open.ts";
import { inputReader } from "./read-inputs.ts";
import type { World } from "./world.ts";

/** Checks the catalog and its Dockerfiles, and writes `lint.json`. Needs no engine and no registry. */
export async function lint(options: StageOptions, world: World): Promise<LintResult> {
	const catalog = await openCatalog(options, world);
	const { files, around } = await openTree(catalog.root, gitOf(catalog.root, world));
	const selected = selectServices(catalog, { services: options.service, phases: options.phase });
	const inputs = await inputReader(catalog, files).readAll(selected, [], "to-build");
	return writeLint(options.out, findingsOf(inputs, selected, catalog, around), selected);
}

/** Writes `lint.json`, for services that were looked at. */
export async function writeLint(
	out: string,
	findings: readonly Finding[],
	services: readonly Service[],
): Promise<LintResult> {
	const dockerfiles = new Set(services.map(({ dockerfile }) => dockerfile));
	const result: LintResult = { kind: "lucid.lint", version: 1, findings, files: dockerfiles.size };
	await writeDocument(out, result);
	return result;
}
