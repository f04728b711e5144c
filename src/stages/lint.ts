import type { Finding, LintResult, SkippedCheck } from "../documents/finding.ts";
import type { Service } from "../documents/service.ts";
import type { StageOptions } from "../interface/values.ts";
import { selectServices } from "../plan/select.ts";
import { findingsOf, subjectsOf } from "./findings.ts";
import { writeDocument } from "./folder.ts";
import { askIndexes } from "./indexes.ts";
import { gitOf, openCatalog, openTree } from "./open.ts";
import { inputReader } from "./read-inputs.ts";
import type { World } from "./world.ts";

/** Checks the catalog and its Dockerfiles, and writes `lint.json`. Needs no engine and no registry. */
export async function lint(options: StageOptions, world: World): Promise<LintResult> {
	const catalog = await openCatalog(options, world);
	const { files, around } = await openTree(catalog.root, gitOf(catalog.root, world));
	const selected = selectServices(catalog, { services: options.service, phases: options.phase });
	const inputs = await inputReader(catalog, files).readAll(selected, [], "to-build");
	const asked = await askIndexes({ catalog, subjects: subjectsOf(inputs), around }, options, world);
	const packages = asked && { packages: asked.packages };
	const findings = findingsOf({ inputs, services: selected, catalog, around, ...packages });
	const skipped = (asked?.troubles ?? []).map((why) => ({ check: "packages", why }) as const);
	return writeLint(options.out, findings, selected, skipped);
}

/** Writes `lint.json`, for services that were looked at. */
export async function writeLint(
	out: string,
	findings: readonly Finding[],
	services: readonly Service[],
	skipped: readonly SkippedCheck[] = [],
): Promise<LintResult> {
	const dockerfiles = new Set(services.map(({ dockerfile }) => dockerfile));
	const result: LintResult = { kind: "lucid.lint", version: 1, findings, files: dockerfiles.size, skipped };
	await writeDocument(out, result);
	return result;
}
