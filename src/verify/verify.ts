import type { Check } from "../documents/build.ts";
import type { Service } from "../documents/service.ts";
import type { Source } from "../documents/source.ts";
import type { ImageFacts } from "../registry/registry.ts";

const revisionLabel = "org.opencontainers.image.revision";

/** What of the registry's facts is looked at. */
export type VerifiedFacts = Pick<
	ImageFacts,
	"platform" | "user" | "labels" | "size" | "exposedPorts" | "entrypoint" | "command"
>;

/**
 * What a pushed image must satisfy, and whether it does: one check an expectation, the same for every image of a service.
 * `facts` is what the registry holds, not what the build meant. Platforms are in the catalog's words on both sides.
 */
export function verifyImage(
	facts: VerifiedFacts,
	service: Service,
	source: Source,
	{ platform, outcome }: { readonly platform: string; readonly outcome: "built" | "unchanged" },
): readonly Check[] {
	const { verify, ports, health } = service;
	const runs = ports.length > 0 || health !== undefined;
	return [
		check("platform", platform, facts.platform, facts.platform === platform),
		...(verify.user === undefined ? [] : [userCheck(verify.user, facts.user)]),
		...verify.labels.map((key) => filled(`label ${key}`, facts.labels[key])),
		revisionCheck(facts.labels[revisionLabel], source, outcome),
		expandedCheck(facts.labels),
		...(verify.maxSize === undefined ? [] : [sizeCheck(verify.maxSize, facts.size)]),
		...ports.map(({ container, protocol }) => {
			const port = `${container}/${protocol}`;
			return check(`port ${port}`, "exposed", facts.exposedPorts.join(", "), facts.exposedPorts.includes(port));
		}),
		...(runs ? [filled("entrypoint", (facts.entrypoint ?? facts.command)?.join(" "))] : []),
	];
}

function check(name: string, expected: string, actual: string | undefined, ok: boolean): Check {
	return { name, ok, expected, actual: actual === undefined || actual === "" ? "none" : actual };
}

function filled(name: string, actual: string | undefined): Check {
	return check(name, "filled", actual, actual !== undefined && actual.trim() !== "");
}

/** A user without a group is compared without one. */
function userCheck(expected: string, actual: string | undefined): Check {
	const seen = expected.includes(":") ? actual : actual?.split(":")[0];
	return check("user", expected, actual ?? "root", seen === expected);
}

/** An unchanged image keeps the commit it was built from. */
function revisionCheck(actual: string | undefined, { revision }: Source, outcome: "built" | "unchanged"): Check {
	return outcome === "built" ? check("revision", revision, actual, actual === revision) : filled("revision", actual);
}

/** `${VCS_REF}` in a label is a build arg that its stage did not declare. */
function expandedCheck(labels: Readonly<Record<string, string>>): Check {
	const left = Object.entries(labels).filter(([, value]) => /\$[{(A-Za-z_]/.test(value));
	const actual = left.length === 0 ? "none" : left.map(([key, value]) => `${key}=${value}`).join(", ");
	return check("labels expanded", "no $ left", actual, left.length === 0);
}

function sizeCheck(maxSize: number, size: number): Check {
	const show = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
	return check("size", `at most ${show(maxSize)}`, show(size), size <= maxSize);
}
