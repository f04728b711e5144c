import type { Check, Unchecked } from "../../model/documents/build.ts";
import type { Source } from "../../model/documents/source.ts";
import { checkConfig, checkUser } from "../../model/image-checks/check-config.ts";
import { CheckResults, shortList } from "../../model/image-checks/check-results.ts";
import type { ImageFacts } from "../../model/oci/image-facts.ts";
import { formatReference, tryParseReference } from "../../model/oci/reference.ts";
import type { Service } from "../../model/service/service.ts";
import { type VerifyCheckId, verifyChecks } from "../../model/service/verify-checks.ts";
import { describeBase, type ImageBase, isDistrolessBase } from "./checks/base.ts";
import { checkContent } from "./checks/content.ts";
import { globMatcher } from "./checks/files.ts";
import { growthVerdict } from "./checks/growth.ts";
import { checkHealthcheck } from "./checks/health.ts";
import type { ImportResult } from "./checks/imports.ts";
import { checkMetadata } from "./checks/metadata.ts";
import { installedPackages } from "./checks/python.ts";
import { resolveProgram, resolveUser, type StartContext } from "./checks/started-program.ts";
import type { FileTreeBuilder } from "./layers/file-tree.ts";
import type { LayerContent } from "./layers/layer-content.ts";

/** An image and all that its checks need. */
export interface ImageToCheck {
	readonly facts: ImageFacts;
	readonly service: Service;
	readonly source: Source;
	readonly platform: string;
	readonly outcome: "built" | "unchanged";
	/** Entries of its index whose image is for another platform, one sentence each. */
	readonly wrongEntries: readonly string[];
	readonly base: ImageBase;
	/** The image under the floating tag, or why there is none to compare with. */
	readonly published: { readonly tag: string; readonly facts: ImageFacts } | { readonly why: string };
	readonly layers: readonly LayerContent[] | { readonly why: string };
	readonly trees: FileTreeBuilder;
	/** Runs the declared imports with this Python; undefined without an engine. */
	readonly tryImports?: (python: string) => Promise<readonly ImportResult[]>;
}

export interface ImageChecks {
	readonly checks: readonly Check[];
	readonly unchecked: readonly Unchecked[];
	/** Installed Python packages. */
	readonly packages?: readonly string[];
}

/** Runs all checks of one image. */
export async function checkImage(image: ImageToCheck): Promise<ImageChecks> {
	const { facts, service, source, platform, outcome, base, layers, published } = image;
	const results = new CheckResults(service.verify);
	checkConfig(results, { facts, service, source, platform, outcome });
	if (image.wrongEntries.length > 0)
		results.add("platform", {
			name: "platforms of the index",
			ok: false,
			expected: "those of its images",
			actual: shortList(image.wrongEntries),
		});
	if (base.kind === "image" && base.platform !== undefined)
		results.add("platform", { name: "platform of the base", ok: false, expected: platform, actual: base.platform });
	checkBase(results, service, base);
	checkImageUser(results, service, facts.user, base);
	checkMetadata(results, facts, service);
	if ("why" in published) results.skip("growth", published.why);
	else results.add("growth", growthVerdict(facts, published.facts, published.tag, service.verify.maxGrowth));
	if ("why" in layers) {
		results.add("layers", { ok: false, expected: "readable", actual: layers.why });
		for (const id of contentChecks) results.skip(id, "its layers cannot be read");
	}
	const packages = "why" in layers ? [] : await checkFiles(results, image, layers);
	const { checks, unchecked } = results;
	return { checks, unchecked, ...(packages.length > 0 && { packages }) };
}

const checkIds = verifyChecks.map(({ id }) => id);
/** The checks that need the files. */
const contentChecks: readonly VerifyCheckId[] = checkIds.slice(checkIds.indexOf("healthcheck"));

/** Returns the installed Python packages. */
async function checkFiles(
	results: CheckResults,
	image: ImageToCheck,
	layers: readonly LayerContent[],
): Promise<readonly string[]> {
	const { facts, service } = image;
	results.add("layers", { ok: true, expected: "readable", actual: `${layers.length} read, all digests match` });
	const tree = image.trees.build(layers);
	// A user that is not in the image is reported by the check of the user.
	const user = resolveUser(tree, facts.user) ?? { uid: 65534, gid: 65534 };
	checkHealthcheck(results, { facts, service, tree, user });
	checkContent(results, { ...image, layers, tree, user });
	await checkImports(results, image, { tree, facts, user });
	return installedPackages(tree);
}

async function checkImports(results: CheckResults, image: ImageToCheck, context: StartContext): Promise<void> {
	const { facts, service, tryImports } = image;
	const { imports = [] } = service.verify;
	if (imports.length === 0) results.skip("import", "verify.imports is not set");
	else if (tryImports === undefined)
		results.skip("import", "imports need an engine: lucid build and lucid verify run them");
	if (imports.length === 0 || tryImports === undefined || !results.isEnabled("import")) return;
	const [name] = [...(facts.entrypoint ?? []), ...(facts.command ?? [])];
	// The Python that the image starts, or that runs the script that it starts, else the first in PATH.
	const commandOf = (program: string) => {
		const resolved = resolveProgram(program, context);
		return resolved.kind === "program" ? resolved.command : undefined;
	};
	const started = name === undefined ? undefined : commandOf(name);
	const isPython = started !== undefined && /python/.test(started);
	const python = isPython ? started : (commandOf("python3") ?? commandOf("python"));
	const rows =
		python === undefined
			? imports.map((module) => ({ module, ok: false, message: "there is no Python in the image" }))
			: await tryImports(python);
	for (const { module, ok, message } of rows)
		results.add("import", { name: `import ${module}`, ok, expected: "imports", actual: message });
}

function checkBase(results: CheckResults, { verify }: Service, base: ImageBase): void {
	if (verify.base === undefined) {
		results.skip("base", `verify.base is not set; the image is FROM ${describeBase(base)}`);
		return;
	}
	const name = base.kind === "image" ? base.name : base.kind;
	const ok = base.kind !== "unknown" && namesOf(name).some(globMatcher(verify.base));
	results.add("base", { ok, expected: verify.base.join(" or "), actual: describeBase(base) });
}

/** With and without tag, in full and in short. */
function namesOf(name: string): readonly string[] {
	const noDigest = name.replace(/@sha256:[0-9a-f]+$/, "");
	const noTag = noDigest.replace(/:[^/:]+$/, "");
	const parsed = tryParseReference(noTag);
	return [name, noDigest, noTag, ...(parsed.kind === "reference" ? [formatReference(parsed.reference)] : [])];
}

/** Without `verify.user`: distroless' own user for an image FROM distroless, else any numeric user but root. */
function checkImageUser(results: CheckResults, { verify }: Service, user: string | undefined, base: ImageBase): void {
	if (verify.user !== undefined) return;
	if (isDistrolessBase(base)) {
		const nonroot = "65532:65532";
		results.add("user", { ...checkUser(user === "65532" ? "65532" : nonroot, user), expected: nonroot });
		return;
	}
	const ok = /^[1-9]\d*(?::\d+)?$/.test(user ?? "");
	results.add("nonroot", { name: "user", ok, expected: "a number, not 0", actual: user ?? "root" });
}
