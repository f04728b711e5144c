import { actionDocs } from "./action-docs.ts";
import { actionStages, actionYml, folderOf } from "./action-yml.ts";
import { cliDocs } from "./cli-docs.ts";
import type { Files } from "./dist.ts";
import { distFiles } from "./dist.ts";

/** Everything that is made and committed, by its path from the root. */
export async function generatedFiles(root: string): Promise<Files> {
	return new Map([...(await distFiles(root)), ...interfaceFiles(), ...(await referenceFiles())]);
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
	const { catalogJsonSchema, catalogDocs } = await import("../../src/catalog/docs.ts");
	const { lintDocs } = await import("../../src/lint/docs.ts");
	return new Map([
		["schema/catalog.v1.json", `${JSON.stringify(catalogJsonSchema(), undefined, "\t")}\n`],
		["docs/catalog.md", catalogDocs()],
		["docs/lint.md", lintDocs()],
	]);
}
