import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Results } from "../../bench/rows.ts";
import { actionDocs } from "./action-docs.ts";
import { actionStages, actionYml, folderOf } from "./action-yml.ts";
import { architecturePage } from "./architecture.ts";
import { buildSignedYml } from "./build-signed-yml.ts";
import { cliDocs } from "./cli-docs.ts";
import { defectsPage } from "./defects.ts";
import { distFiles, type Files } from "./dist.ts";
import { formatPages } from "./format.ts";
import { withExamples } from "./lint-examples.ts";
import { performancePage } from "./performance.ts";
import { troubleshootingPage } from "./troubleshooting.ts";

/** All generated files, by path from the root. */
export async function generatedFiles(root: string): Promise<Files> {
	const pages = new Map([
		...interfaceFiles(),
		...(await referenceFiles()),
		...(await measured(root)),
		[
			"docs/architecture.md",
			architecturePage(root, await readFile(join(root, "docs/architecture.md"), "utf8")),
		] as const,
	]);
	return new Map([...(await distFiles(root)), ...(await formatPages(root, pages)), ...(await signedWorkflow(root))]);
}

async function signedWorkflow(root: string): Promise<Files> {
	const buildYml = await readFile(join(root, ".github/workflows/build.yml"), "utf8");
	return new Map([[".github/workflows/build-signed.yml", buildSignedYml(buildYml)]]);
}

async function measured(root: string): Promise<Files> {
	const results = await readFile(join(root, "bench/results.json"), "utf8");
	return new Map([["docs/performance.md", performancePage(JSON.parse(results) as Results)]]);
}

function interfaceFiles(): Files {
	return new Map([
		...actionStages.flatMap((stage): [string, string][] => [
			[`${folderOf(stage)}action.yml`, actionYml(stage)],
			[stage === "run" ? "docs/action.md" : `${folderOf(stage)}README.md`, actionDocs(stage)],
		]),
		["docs/cli.md", cliDocs()],
	]);
}

async function referenceFiles(): Promise<Files> {
	const { catalogDocs } = await import("../../src/model/catalog/schema/catalog-docs.ts");
	const { catalogJsonSchema } = await import("../../src/model/catalog/schema/json-schema.ts");
	const { lintDocs } = await import("../../src/stages/lint/rules/docs.ts");
	const { verifyDocs } = await import("../../src/stages/verify/docs.ts");
	return new Map([
		["schema/catalog.v1.json", `${JSON.stringify(catalogJsonSchema(), undefined, "\t")}\n`],
		["docs/catalog.md", catalogDocs()],
		["docs/lint.md", withExamples(lintDocs())],
		["docs/defects.md", defectsPage()],
		["docs/verify.md", verifyDocs()],
		["docs/troubleshooting.md", troubleshootingPage()],
	]);
}
