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
 * Checks the catalog, its Dockerfiles and their requirements; writes `lint.json` and `lint.sarif`. Checks that need an
 * engine or registry are skipped without one, and listed in `skipped`.
 */
export async function lint(options: StageOptions, context: StageContext): Promise<LintResult> {
	const first = await lintFiles(options, context);
	const { catalog, selected } = first;
	const fixed = options.fix
		? await fixFiles({
				root: catalog.root,
				mode: options.dryRun ? "show" : "write",
				runLint: async () => (await lintFiles(options, context, first.lookups)).findings,
			})
		: undefined;
	const { findings, text } = fixed?.written && fixed.files.length > 0 ? await lintFiles(options, context) : first;
	const compared = await applyBaseline(findings, text, options, context.cwd);
	const result = await writeLint(options.out, compared?.newFindings ?? findings, selected, {
		skipped: first.skipped,
		...(compared && { baseline: { old: compared.old, gone: compared.gone } }),
		...defined({ fixed }),
	});
	await writeSarif(result, { catalog, text }, options, context);
	return result;
}

interface Linted {
	readonly catalog: Catalog;
	readonly selected: readonly Service[];
	readonly findings: readonly Finding[];
	readonly text: ReadText;
	/** Answers of indexes, engine and registries. */
	readonly lookups: Pick<LintRequest, "packageFacts" | "buildChecks" | "currentDigest">;
	readonly skipped: readonly SkippedCheck[];
}

/** Reads all inputs and lints them. `lookups`: earlier answers, to avoid asking again. */
async function lintFiles(options: StageOptions, context: StageContext, lookups?: Linted["lookups"]): Promise<Linted> {
	const git = openGit(catalogRoot(options, context), context);
	// Opened for each run, because fixes change files in between.
	const checkout = openCheckout(git);
	const catalog = await openCatalog(options, context, checkout);
	const { files, around } = await openTree(catalog.root, git, checkout);
	const selected = selectServices(catalog, { services: options.service, phases: options.phase });
	const inputs = await inputReader(catalog, files).readAll(selected, [], "to-build");
	const request = { catalog, around, inputs, services: selected };
	const text = (file: string) => around.text(file === catalog.file ? path.basename(file) : file);
	const specialModes = await findSpecialModes(catalog.root, inputs);
	if (lookups !== undefined) {
		const findings = lintServices({ ...request, specialModes, ...lookups });
		return { catalog, selected, findings, text, lookups, skipped: [] };
	}
	const [packages, builds, currentDigest] = await Promise.all([
		queryIndexes({ catalog, subjects: toLintSubjects(inputs), around }, options, context),
		runBuildChecks(inputs, catalog.root, options, context),
		resolveBaseDigests(inputs, options, context),
	]);
	const answers = {
		buildChecks: builds.checks,
		...defined({ packageFacts: packages?.packageFacts, currentDigest }),
	};
	const findings = lintServices({ ...request, specialModes, ...answers });
	const skipped: SkippedCheck[] = (packages?.failures ?? []).map((why) => ({ check: "packages", why }));
	if (builds.skipped !== undefined) skipped.push({ check: "build-checks", why: builds.skipped });
	return { catalog, selected, findings, text, lookups: answers, skipped };
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
	{ catalog, text }: Pick<Linted, "catalog" | "text">,
	{ out, sarif }: StageOptions,
	context: StageContext,
): Promise<void> {
	const { toSarif } = await import("./results/sarif.ts");
	const prefix = (await openGit(catalog.root, context)(["rev-parse", "--show-prefix"]))?.trim() ?? "";
	const json = `${JSON.stringify(toSarif(result, { version, prefix, catalog: catalog.file, text }))}\n`;
	const files = [path.join(out, "lint.sarif"), ...(sarif === undefined ? [] : [path.resolve(context.cwd, sarif)])];
	await Promise.all(files.map((file) => writeFileAtomically(file, json)));
}
