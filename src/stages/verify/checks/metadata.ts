import { credentialFault, detectCredential } from "../../../model/catalog/credentials.ts";
import { checkPlaceholders, type VerifiedFacts } from "../../../model/image-checks/check-config.ts";
import { type CheckResults, shortList } from "../../../model/image-checks/check-results.ts";
import type { Service } from "../../../model/service/service.ts";
import { expectNone } from "./files.ts";

/** What anyone can read of an image without running it: environment, labels, history, ports. Repeats no credential. */
export function checkMetadata(results: CheckResults, facts: VerifiedFacts, { ports }: Service): void {
	const { env, labels, history, exposedPorts } = facts;
	const placeholders = checkPlaceholders(env);
	const noPassword = Object.entries(env)
		.filter(([, value]) => /:\/\/[^\s/:@]+:@/.test(value))
		.map(([key]) => `${key} has an address without its password`);
	results.add("env-expanded", {
		name: "environment expanded",
		ok: placeholders.ok && noPassword.length === 0,
		expected: "no $ left, no password missing",
		actual: shortList([
			...(placeholders.ok || placeholders.actual === undefined ? [] : [placeholders.actual]),
			...noPassword,
		]),
	});
	const credentials = [
		...credentialsIn("ENV", env),
		...credentialsIn("label", labels),
		...history.flatMap(({ createdBy }, i) => {
			const kind = historyCredential(createdBy);
			return kind === undefined ? [] : [`history step ${i + 1} holds ${kind}`];
		}),
	];
	expectNone(results, "credentials", credentials);
	if (ports.length === 0) results.skip("port-extra", "the catalog has no ports for it");
	else {
		const allowed = new Set(ports.map(({ container, protocol }) => `${container}/${protocol}`));
		const extra = exposedPorts.filter((port) => !allowed.has(port));
		expectNone(results, "port-extra", extra, "no other port");
	}
}

function credentialsIn(what: "ENV" | "label", values: Readonly<Record<string, string>>): readonly string[] {
	return Object.entries(values).flatMap(([key, value]) => {
		const fault = credentialFault("label", key, value);
		if (fault === undefined || isPublic(key) || isPath(value)) return [];
		return [`${what} ${key} holds ${detectCredential(value) ?? "a credential, by its name"}`];
	});
}

/** The official Python images name the key that signs their source. */
const isPublic = (key: string) => key === "GPG_KEY";

/** The path or variable of a secret is not a secret. */
const isPath = (value: string) => /^\/[\w./-]*$|^\$/.test(value);

/** The history lists build arguments before the command that used them: `RUN |1 API_TOKEN=... /bin/sh -c`. */
function historyCredential(createdBy: string): string | undefined {
	const kind = detectCredential(createdBy);
	if (kind !== undefined) return kind;
	for (const [, key = "", value = ""] of createdBy.matchAll(
		/(?:^|\s)([A-Za-z_][A-Za-z0-9_]*)=("[^"]*"|'[^']*'|\S+)/g,
	)) {
		const plain = value.replace(/^(["'])(.*)\1$/s, "$2");
		if (isPublic(key) || isPath(plain)) continue;
		if (credentialFault("build argument", key, plain) !== undefined) return `a value of ${key}`;
	}
	return undefined;
}
