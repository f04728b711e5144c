import type { Check } from "../documents/build.ts";
import type { Source } from "../documents/source.ts";
import type { ImageFacts } from "../oci/image-facts.ts";
import type { Service } from "../service/service.ts";
import { type CheckResult, CheckResults, shortList } from "./check-results.ts";

const revisionLabel = "org.opencontainers.image.revision";

/** A pushed image, and what it should be. */
export interface ConfigToCheck {
	/** From the registry, not from the build. */
	readonly facts: ConfigFacts;
	readonly service: Service;
	readonly source: Source;
	readonly platform: string;
	readonly outcome: "built" | "unchanged";
}

/** The checks of an image's configuration, without its layers. */
export function verifyConfig(image: ConfigToCheck): readonly Check[] {
	const results = new CheckResults(image.service.verify);
	checkConfig(results, image);
	if (needsEntrypoint(image.service)) checkEntrypoint(results, image.facts);
	return results.checks;
}

/** Checks the image's configuration. Platforms are normalized on both sides. */
export function checkConfig(
	results: CheckResults,
	{ facts, service: { verify, ports }, source, platform, outcome }: ConfigToCheck,
): void {
	results.add("platform", { ok: facts.platform === platform, expected: platform, actual: facts.platform });
	if (verify.user !== undefined) results.add("user", checkUser(verify.user, facts.user));
	for (const key of verify.labels) results.add("labels", { name: `label ${key}`, ...filled(facts.labels[key]) });
	results.add("revision", revisionResult(facts.labels[revisionLabel], source, outcome));
	results.add("labels-expanded", { name: "labels expanded", ...checkPlaceholders(facts.labels) });
	if (verify.maxSize === undefined) results.skip("size", "the catalog sets no verify.max_size");
	else results.add("size", sizeResult(verify.maxSize, facts.size));
	for (const { container, protocol } of ports) {
		const port = `${container}/${protocol}`;
		const ok = facts.exposedPorts.includes(port);
		results.add("port", { name: `port ${port}`, ok, expected: "exposed", actual: facts.exposedPorts.join(", ") });
	}
}

/** Whether the catalog says that the service is started. Only then it needs an entrypoint. */
export const needsEntrypoint = ({ run, ports, health }: Service): boolean =>
	run !== "never" && (run === "job" || ports.length > 0 || health !== undefined);

export function checkEntrypoint(results: CheckResults, { entrypoint, command }: ConfigFacts): void {
	results.add("entrypoint", filled((entrypoint ?? command)?.join(" ")));
}

function filled(actual: string | undefined): CheckResult {
	return { ok: actual !== undefined && actual.trim() !== "", expected: "filled", actual };
}

/** An expected user without a group matches any group. */
export function checkUser(expected: string, actual: string | undefined): CheckResult {
	const seen = expected.includes(":") ? actual : actual?.split(":")[0];
	return { ok: seen === expected, expected, actual: actual ?? "root" };
}

/** An unchanged image keeps the commit of its build. */
function revisionResult(actual: string | undefined, { revision }: Source, outcome: "built" | "unchanged"): CheckResult {
	return outcome === "built" ? { ok: actual === revision, expected: revision, actual } : filled(actual);
}

/** `${VCS_REF}` in a label is a build arg that the stage does not declare. */
export function checkPlaceholders(values: Readonly<Record<string, string>>): CheckResult {
	const placeholders = Object.entries(values).filter(([, value]) => /\$[{(A-Za-z_]/.test(value));
	return {
		ok: placeholders.length === 0,
		expected: "no $ left",
		actual: shortList(placeholders.map(([key, value]) => `${key}=${value.slice(0, 200)}`)),
	};
}

export const formatMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function sizeResult(maxSize: number, size: number): CheckResult {
	return { ok: size <= maxSize, expected: `at most ${formatMegabytes(maxSize)}`, actual: formatMegabytes(size) };
}

/** The facts that the configuration checks need. */
export type ConfigFacts = Pick<
	ImageFacts,
	"platform" | "user" | "labels" | "size" | "exposedPorts" | "entrypoint" | "command"
>;

/** The facts that all checks need. */
export type VerifiedFacts = ConfigFacts &
	Pick<ImageFacts, "digest" | "env" | "workingDir" | "settings" | "healthcheck" | "history" | "layers" | "diffIds">;
