import type { Source } from "../documents/source.ts";
import type { ImageFacts } from "../oci/image-facts.ts";
import type { Service } from "../service/service.ts";
import { type CheckResult, type CheckResults, shortList } from "./check-results.ts";

const revisionLabel = "org.opencontainers.image.revision";

/** What the image's configuration alone tells. Platforms are in the catalog's words on both sides. */
export function checkConfig(
	verdicts: CheckResults,
	facts: ConfigFacts,
	service: Service,
	source: Source,
	{ platform, outcome }: { readonly platform: string; readonly outcome: "built" | "unchanged" },
): void {
	const { verify, ports } = service;
	verdicts.add("platform", {
		ok: facts.platform === platform,
		expected: platform,
		actual: facts.platform,
	});
	if (verify.user !== undefined) verdicts.add("user", checkUser(verify.user, facts.user));
	for (const key of verify.labels) verdicts.add("labels", { name: `label ${key}`, ...filled(facts.labels[key]) });
	verdicts.add("revision", revisionVerdict(facts.labels[revisionLabel], source, outcome));
	verdicts.add("labels-expanded", { name: "labels expanded", ...checkPlaceholders(facts.labels) });
	if (verify.maxSize === undefined) verdicts.skip("size", "the catalog sets no verify.max_size");
	else verdicts.add("size", sizeVerdict(verify.maxSize, facts.size));
	for (const { container, protocol } of ports) {
		const port = `${container}/${protocol}`;
		const ok = facts.exposedPorts.includes(port);
		verdicts.add("port", { name: `port ${port}`, ok, expected: "exposed", actual: facts.exposedPorts.join(", ") });
	}
}

/** Whether the catalog says that the service is started: others need no entrypoint. */
export const needsEntrypoint = ({ run, ports, health }: Service): boolean =>
	run !== "never" && (run === "job" || ports.length > 0 || health !== undefined);

export function checkEntrypoint(verdicts: CheckResults, { entrypoint, command }: ConfigFacts): void {
	verdicts.add("entrypoint", filled((entrypoint ?? command)?.join(" ")));
}

function filled(actual: string | undefined): CheckResult {
	return { ok: actual !== undefined && actual.trim() !== "", expected: "filled", actual };
}

/** A user without a group is compared without one. */
export function checkUser(expected: string, actual: string | undefined): CheckResult {
	const seen = expected.includes(":") ? actual : actual?.split(":")[0];
	return { ok: seen === expected, expected, actual: actual ?? "root" };
}

/** An unchanged image keeps the commit it was built from. */
function revisionVerdict(
	actual: string | undefined,
	{ revision }: Source,
	outcome: "built" | "unchanged",
): CheckResult {
	return outcome === "built" ? { ok: actual === revision, expected: revision, actual } : filled(actual);
}

/** `${VCS_REF}` in a label is a build arg that its stage did not declare. */
export function checkPlaceholders(values: Readonly<Record<string, string>>): CheckResult {
	const left = Object.entries(values).filter(([, value]) => /\$[{(A-Za-z_]/.test(value));
	return {
		ok: left.length === 0,
		expected: "no $ left",
		actual: shortList(left.map(([key, value]) => `${key}=${value.slice(0, 200)}`)),
	};
}

export const formatMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function sizeVerdict(maxSize: number, size: number): CheckResult {
	return { ok: size <= maxSize, expected: `at most ${formatMegabytes(maxSize)}`, actual: formatMegabytes(size) };
}

/** What of the registry's facts the image's configuration is judged by. */
export type ConfigFacts = Pick<
	ImageFacts,
	"platform" | "user" | "labels" | "size" | "exposedPorts" | "entrypoint" | "command"
>;

/** What the whole image is judged by. */
export type VerifiedFacts = ConfigFacts &
	Pick<ImageFacts, "digest" | "env" | "workingDir" | "settings" | "healthcheck" | "history" | "layers" | "diffIds">;
