import type { Finding, LintResult } from "../documents/finding.ts";
import { readInputs } from "../inputs/inputs.ts";
import type { StageOptions } from "../interface/values.ts";
import { selectServices } from "../plan/select.ts";
import { writeDocument } from "./folder.ts";
import { gitOf, openCatalog, openTree } from "./open.ts";
import type { World } from "./world.ts";

/** Checks the catalog and its Dockerfiles, and writes `lint.json`. Needs no engine and no registry. */
export async function lint(options: StageOptions, world: World): Promise<LintResult> {
	const catalog = await openCatalog(options, world);
	const { files } = await openTree(catalog.root, gitOf(catalog.root, world));
	const selected = selectServices(catalog, { services: options.service, phases: options.phase });
	const findings: Finding[] = [];
	for (const service of selected) {
		const found = await readInputs(service, service.platforms[0] ?? "linux/arm64", catalog, files);
		const problems = "trace" in found ? found.problems : found;
		findings.push(...problems.map((problem) => ({ ...problem, severity: "error" as const, service: service.name })));
	}
	const result: LintResult = { kind: "lucid.lint", version: 1, findings, files: selected.length };
	await writeDocument(options.out, result);
	return result;
}
