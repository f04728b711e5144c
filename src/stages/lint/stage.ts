import path from "node:path";
import { openCheckout } from "../../adapters/git/checkout.ts";
import type { Finding, LintResult, SkippedCheck } from "../../model/documents/lint.ts";
import type { Catalog, Service } from "../../model/service/service.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { defined } from "../../util/defined.ts";
import { version } from "../../util/version.ts";
import { catalogRoot, openGit } from "../shared/catalog-root.ts";
import type { StageContext } from "../shared/context.ts";
import { writeDocument, writeFileAtomically } from "../shared/documents-folder.ts";
import { openCatalog, openTree } from "../shared/open-catalog.ts";
import { inputReader } from "../shared/read-inputs.ts";
import { selectServices } from "../shared/select-services.ts";
import { applyBaseline } from "./apply-baseline.ts";
import { resolveBaseDigests } from "./base-digests.ts";
import { fixFiles } from "./fix-files.ts";
import { lintServices, toLintSubjects } from "./lint-services.ts";
import type { LintRequest } from "./linter.ts";
import { queryIndexes } from "./package-indexes.ts";
import type { ReadText } from "./results/fingerprint.ts";
import { runBuildChecks } from "./run-build-checks.ts";
import { findSpecialModes } from "./special-modes.ts";

/**
 * Checks the catalog, its Dockerfiles and their requirements; writes `lint.json` and `lint.sarif`. Checks that need an engine
 * or registry are skipped without one, and listed in `skipped`.
 */
export async function lint(options: StageOptions, world: StageContext): Promise<LintResult> {
	const first = await look(options, world);
	const { catalog, selected } = first;
	const fixed = options.fix
		? await fixFiles({
				root: catalog.root,
				mode: options.dryRun ? "show" : "write",
				runLint: async () => (await look(options, world, first.outside)).findings,
			})
		: undefined;
	const { findings, text } = fixed?.written && fixed.files.length > 0 ? await look(options, world) : first;
	const compared = await applyBaseline(findings, text, options, world.cwd);
	const result = await writeLint(options.out, compared?.newFindings ?? findings, selected, {
		skipped: first.skipped,
		...(compared && { baseline: { old: compared.old, gone: compared.gone } }),
		...defined({ fixed }),
	});
	await writeSarif(result, catalog, text, options, world);
	return result;
}

interface Looked {
	readonly catalog: Catalog;
	readonly selected: readonly Service[];
	readonly findings: readonly Finding[];
	readonly text: ReadText;
	readonly outside: Pick<LintRequest, "packages" | "buildChecks" | "digest">;
	readonly skipped: readonly SkippedCheck[];
}

/** Reads all inputs and lints them. `outside`: earlier answers of indexes and engine, to avoid asking again. */
async function look(options: StageOptions, world: StageContext, outside?: Looked["outside"]): Promise<Looked> {
	const git = openGit(catalogRoot(options, world), world);
	// Opened for each run, because fixes change files in between.
	const checkout = openCheckout(git);
	const catalog = await openCatalog(options, world, checkout);
	const { files, around } = await openTree(catalog.root, git, checkout);
	const selected = selectServices(catalog, { services: options.service, phases: options.phase });
	const inputs = await inputReader(catalog, files).readAll(selected, [], "to-build");
	const [asked, checked, digest] =
		outside === undefined
			? await Promise.all([
					queryIndexes({ catalog, subjects: toLintSubjects(inputs), around }, options, world),
					runBuildChecks(inputs, catalog.root, options, world),
					resolveBaseDigests(inputs, options, world),
				])
			: [];
	const known = outside ?? {
		...(asked && { packages: asked.packages }),
		...(checked && { buildChecks: checked.checks }),
		...defined({ digest }),
	};
	const special = await findSpecialModes(catalog.root, inputs);
	const findings = lintServices({ inputs, services: selected, catalog, around, special, ...known });
	const skipped: SkippedCheck[] = (asked?.failures ?? []).map((why) => ({ check: "packages", why }));
	if (checked?.skipped !== undefined) skipped.push({ check: "build-checks", why: checked.skipped });
	const text = (file: string) => around.text(file === catalog.file ? path.basename(file) : file);
	return { catalog, selected, findings, text, outside: known, skipped };
}

/** Writes `lint.json` for the linted services. */
export async function writeLint(
	out: string,
	findings: readonly Finding[],
	services: readonly Service[],
	more: Pick<LintResult, "skipped" | "baseline" | "fixed"> = {},
): Promise<LintResult> {
	const dockerfiles = new Set(services.map(({ dockerfile }) => dockerfile));
	const result: LintResult = { kind: "lucid.lint", version: 1, findings, files: dockerfiles.size, ...more };
	await writeDocument(out, result);
	return result;
}

async function writeSarif(
	result: LintResult,
	catalog: Catalog,
	text: ReadText,
	options: StageOptions,
	world: StageContext,
): Promise<void> {
	const { toSarif } = await import("./results/sarif.ts");
	const prefix = (await openGit(catalog.root, world)(["rev-parse", "--show-prefix"]))?.trim() ?? "";
	const sarif = `${JSON.stringify(toSarif(result, { version, prefix, catalog: catalog.file, text }))}\n`;
	const files = [
		path.join(options.out, "lint.sarif"),
		...(options.sarif === undefined ? [] : [path.resolve(world.cwd, options.sarif)]),
	];
	await Promise.all(files.map((file) => writeFileAtomically(file, sarif)));
}
