import { credentialFault, detectCredential } from "../../../model/catalog/credentials.ts";
import { checkPlaceholders, type VerifiedFacts } from "../../../model/image-checks/check-config.ts";
import { type CheckResults, shortList } from "../../../model/image-checks/check-results.ts";
import type { Service } from "../../../model/service/service.ts";

/** What everyone who has the image can read without running it: environment, labels, history, ports. No value of a credential is repeated. */
export function checkMetadata(verdicts: CheckResults, facts: VerifiedFacts, { ports }: Service): void {
	const { env, labels, history, exposedPorts } = facts;
	const left = checkPlaceholders(env);
	const empty = Object.entries(env)
		.filter(([, value]) => /:\/\/[^\s/:@]+:@/.test(value))
		.map(([key]) => `${key} has an address without its password`);
	verdicts.add("env-expanded", {
		name: "environment expanded",
		ok: left.ok && empty.length === 0,
		expected: "no $ left, no password missing",
		actual: shortList([...(left.ok || left.actual === undefined ? [] : [left.actual]), ...empty]),
	});
	const places = [
		...named("ENV", env),
		...named("label", labels),
		...history.flatMap(({ createdBy }, i) => {
			const kind = historyCredential(createdBy);
			return kind === undefined ? [] : [`history step ${i + 1} holds ${kind}`];
		}),
	];
	verdicts.add("credentials", { ok: places.length === 0, expected: "none", actual: shortList(places) });
	if (ports.length === 0) verdicts.skip("port-extra", "the catalog names no ports of it");
	else {
		const known = new Set(ports.map(({ container, protocol }) => `${container}/${protocol}`));
		const extra = exposedPorts.filter((port) => !known.has(port));
		verdicts.add("port-extra", {
			name: "no other port",
			ok: extra.length === 0,
			expected: "none",
			actual: shortList(extra),
		});
	}
}

function named(what: "ENV" | "label", values: Readonly<Record<string, string>>): readonly string[] {
	return Object.entries(values).flatMap(([key, value]) => {
		const fault = credentialFault("label", key, value);
		if (fault === undefined || isPublic(key) || isPlace(value)) return [];
		return [`${what} ${key} holds ${detectCredential(value) ?? "a credential, by its name"}`];
	});
}

/** The official Python images name the key that their source is signed with. */
const isPublic = (key: string) => key === "GPG_KEY";

/** Where a secret is found when the container runs is none itself. */
const isPlace = (value: string) => /^\/[\w./-]*$|^\$/.test(value);

/** Build arguments stand in the history before the command that used them: `RUN |1 API_TOKEN=... /bin/sh -c`. */
function historyCredential(createdBy: string): string | undefined {
	const kind = detectCredential(createdBy);
	if (kind !== undefined) return kind;
	for (const [, key = "", value = ""] of createdBy.matchAll(
		/(?:^|\s)([A-Za-z_][A-Za-z0-9_]*)=("[^"]*"|'[^']*'|\S+)/g,
	)) {
		const plain = value.replace(/^(["'])(.*)\1$/s, "$2");
		if (isPublic(key) || isPlace(plain)) continue;
		if (credentialFault("build argument", key, plain) !== undefined) return `a value of ${key}`;
	}
	return undefined;
}
