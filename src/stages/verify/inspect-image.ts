import type { Check, Unchecked } from "../../model/documents/build.ts";
import type { Source } from "../../model/documents/source.ts";
import { checkConfig, checkUser } from "../../model/image-checks/check-config.ts";
import { CheckResults, shortList } from "../../model/image-checks/check-results.ts";
import type { ImageFacts } from "../../model/oci/image-facts.ts";
import { formatReference, tryParseReference } from "../../model/oci/reference.ts";
import type { Service } from "../../model/service/service.ts";
import { type VerifyCheckId, verifyChecks } from "../../model/service/verify-checks.ts";
import { describeBase, type ImageBase, isDistrolessBase } from "./base/match-base.ts";
import { checkContent } from "./checks/content.ts";
import { globMatcher } from "./checks/files.ts";
import { growthVerdict } from "./checks/growth.ts";
import { checkHealthcheck } from "./checks/health.ts";
import type { ImportResult } from "./checks/imports.ts";
import { checkMetadata } from "./checks/metadata.ts";
import { installedPackages } from "./checks/python.ts";
import { resolveProgram, resolveUser, type User } from "./checks/started-program.ts";
import type { FileTree, FileTreeBuilder } from "./layers/file-tree.ts";
import type { LayerContent } from "./layers/layer-content.ts";

/** An image, and what was found out about it. */
export interface ImageToCheck {
	readonly facts: ImageFacts;
	readonly service: Service;
	readonly source: Source;
	readonly platform: string;
	readonly outcome: "built" | "unchanged";
	/** What the index says of its entries, against what is behind them: one sentence for each that is wrong. */
	readonly wrongEntries: readonly string[];
	readonly base: ImageBase;
	/** What is published now under the floating tag, or why there is nothing to compare with. */
	readonly published: { readonly tag: string; readonly facts: ImageFacts } | { readonly why: string };
	readonly layers: readonly LayerContent[] | { readonly why: string };
	/** Of the images that are looked at together. */
	readonly trees: FileTreeBuilder;
	/** Runs the declared imports with this Python; left out where there is no engine to do so. */
	readonly tryImports?: (python: string) => Promise<readonly ImportResult[]>;
}

export interface ImageChecks {
	readonly checks: readonly Check[];
	readonly unchecked: readonly Unchecked[];
	/** Python packages that are installed in it. */
	readonly packages?: readonly string[];
}

/** All checks of one image. */
export async function checkImage(image: ImageToCheck): Promise<ImageChecks> {
	const { facts, service, source, platform, outcome, base, layers } = image;
	const verdicts = new CheckResults(service.verify);
	checkConfig(verdicts, facts, service, source, { platform, outcome });
	if (image.wrongEntries.length > 0)
		verdicts.add("platform", {
			name: "platforms of the index",
			ok: false,
			expected: "as the images behind it",
			actual: shortList(image.wrongEntries),
		});
	if (base.kind === "image" && base.platform !== undefined)
		verdicts.add("platform", { name: "platform of the base", ok: false, expected: platform, actual: base.platform });
	checkBase(verdicts, service, base);
	checkDefaultUser(verdicts, service, facts.user, base);
	checkMetadata(verdicts, facts, service);
	const { published } = image;
	if ("why" in published) verdicts.skip("growth", published.why);
	else verdicts.add("growth", growthVerdict(facts, published.facts, published.tag, service.verify.maxGrowth));
	if ("why" in layers) {
		verdicts.add("layers", { ok: false, expected: "readable", actual: layers.why });
		for (const id of ofContent) verdicts.skip(id, "its layers cannot be read");
	}
	const packages = "why" in layers ? [] : await checkFiles(verdicts, image, layers);
	const found = { checks: verdicts.checks, unchecked: verdicts.unchecked };
	return packages.length === 0 ? found : { ...found, packages };
}

/** The checks that need the files. */
const ofContent: readonly VerifyCheckId[] = verifyChecks
	.map(({ id }) => id)
	.slice(verifyChecks.findIndex(({ id }) => id === "healthcheck"));

/** Comes back with the Python packages that are there. */
async function checkFiles(
	verdicts: CheckResults,
	image: ImageToCheck,
	layers: readonly LayerContent[],
): Promise<readonly string[]> {
	const { facts, service } = image;
	verdicts.add("layers", {
		ok: true,
		expected: "readable",
		actual: `${layers.length} read, digests as they should be`,
	});
	const tree = image.trees.build(layers);
	// One that the image itself does not know cannot be started at all; the check of the user tells.
	const user = resolveUser(tree, facts.user) ?? { uid: 65534, gid: 65534 };
	checkHealthcheck(verdicts, facts, service, tree, user);
	checkContent(verdicts, { ...image, layers, tree, user });
	await checkImports(verdicts, image, tree, user);
	return installedPackages(tree);
}

async function checkImports(verdicts: CheckResults, image: ImageToCheck, tree: FileTree, user: User): Promise<void> {
	const { facts, service, tryImports } = image;
	const { imports = [] } = service.verify;
	if (imports.length === 0) verdicts.skip("import", "verify.imports names none");
	else if (tryImports === undefined) verdicts.skip("import", "no container is started here: build and verify do");
	if (imports.length === 0 || tryImports === undefined || !verdicts.isEnabled("import")) return;
	const argv = [...(facts.entrypoint ?? []), ...(facts.command ?? [])];
	// The one that the image starts, or starts a script with; else the first that is there.
	const started = argv[0] === undefined ? undefined : resolveProgram(tree, argv[0], facts, user);
	const own = started?.kind === "program" && /python/.test(started.command) ? started.command : undefined;
	const python =
		own ?? ["python3", "python"].map((name) => resolveProgram(tree, name, facts, user)).find(isProgram)?.command;
	const rows =
		python === undefined
			? imports.map((module) => ({ module, ok: false, message: "there is no Python in the image" }))
			: await tryImports(python);
	for (const { module, ok, message: said } of rows)
		verdicts.add("import", { name: `import ${module}`, ok, expected: "imports", actual: said });
}

const isProgram = <T extends { readonly kind: string }>(one: T): one is T & { readonly kind: "program" } =>
	one.kind === "program";

function checkBase(verdicts: CheckResults, { verify }: Service, base: ImageBase): void {
	if (verify.base === undefined) {
		verdicts.skip("base", `verify.base names none; it is FROM ${describeBase(base)}`);
		return;
	}
	const name = base.kind === "image" ? base.name : base.kind;
	const ok = base.kind !== "unknown" && namesOf(name).some(globMatcher(verify.base));
	verdicts.add("base", { ok, expected: verify.base.join(" or "), actual: describeBase(base) });
}

/** With tag and without, in full and in short. */
function namesOf(name: string): readonly string[] {
	const bare = name.replace(/@sha256:[0-9a-f]+$/, "");
	const plain = bare.replace(/:[^/:]+$/, "");
	const read = tryParseReference(plain);
	return [name, bare, plain, ...(read.kind === "reference" ? [formatReference(read.reference)] : [])];
}

/** Where the catalog names no user: distroless' own for what is FROM it, and for all else a number that is not root's. */
function checkDefaultUser(
	verdicts: CheckResults,
	{ verify }: Service,
	user: string | undefined,
	base: ImageBase,
): void {
	if (verify.user !== undefined) return;
	if (isDistrolessBase(base)) {
		const nonroot = "65532:65532";
		verdicts.add("user", { ...checkUser(user === "65532" ? "65532" : nonroot, user), expected: nonroot });
		return;
	}
	const ok = /^[1-9]\d*(?::\d+)?$/.test(user ?? "");
	verdicts.add("nonroot", { name: "user", ok, expected: "a number, not 0", actual: user ?? "root" });
}
