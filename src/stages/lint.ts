import type { LintResult } from "../documents/finding.ts";
import { readInputs } from "../inputs/inputs.ts";
import type { StageOptions } from "../interface/values.ts";
import { lint as findAll } from "../lint/lint.ts";
import { selectServices } from "../plan/select.ts";
import { writeDocument } from "./folder.ts";
import { gitOf, openCatalog, openTree } from "./open.ts";
import type { World } from "./world.ts";

/** Checks the catalog and its Dockerfiles, and writes `lint.json`. Needs no engine and no registry. */
export async function lint(options: StageOptions, world: World): Promise<LintResult> {
	const catalog = await openCatalog(options, world);
	const { files } = await openTree(catalog.root, gitOf(catalog.root, world));
	const selected = selectServices(catalog, { services: options.service, phases: options.phase });
	const subjects = await Promise.all(
		selected.map(async (service) => {
			const [platform = "linux/arm64"] = service.platforms;
			return [service.name, await readInputs(service, platform, catalog, files)] as const;
		}),
	);
	const findings = findAll({ catalog, subjects: new Map(subjects) });
	const dockerfiles = new Set(selected.map(({ dockerfile }) => dockerfile));
	const result: LintResult = { kind: "lucid.lint", version: 1, findings, files: dockerfiles.size };
	await writeDocument(options.out, result);
	return result;
}
