import { isJobToken, variableOwner } from "../model/service/reserved-variables.ts";
import type { SecretSource } from "../model/service/service.ts";
import type { Env } from "../util/env.ts";
import { type Problem, UserError } from "../util/errors.ts";

/** Names of environment variables and of GitHub's secrets. */
const secretName = /^[A-Za-z_][A-Za-z0-9_]*$/;
const code = "options/build-secrets";

/** The value of `build-secret-names` that allows every name, and the one that allows none. */
const [anyName, noName] = ["*", "none"];

/**
 * What builds may read: the values of the input `build-secrets`, a JSON object of strings or one `NAME=value` per line,
 * and the environment, both only under `names`. Without names, all of the environment outside of GitHub Actions, and
 * nothing there: a pull request changes the catalog, and the environment of a job is not its author's. Throws a
 * UserError `options/build-secrets` with all problems; it quotes no value.
 */
export function parseBuildSecrets(text: string | undefined, names: readonly string[], env: Env): SecretSource {
	const parsed = parse(text ?? "");
	const allowed = allowedNames(names, env);
	const problems = [...parsed.problems, ...[...(allowed ?? [])].flatMap((name) => problemOf(name) ?? [])];
	if (parsed.values.size > 0 && allowed?.size === 0)
		problems.push({
			code,
			message: "build-secrets is given, but build-secret-names is missing",
			why: "builds may read only the names in build-secret-names",
			fix: "list the names that the catalog uses, for example `build-secret-names: NPM_TOKEN`",
		});
	if (problems.length > 0) throw new UserError(problems);
	// `toJSON(secrets)` contains the job's token, which the caller did not list.
	const isAllowed = (name: string) => (allowed === undefined ? !isJobToken(name) : allowed.has(name));
	// GitHub passes an empty value for a secret that is not set, or that a fork may not read.
	const kept = [...parsed.values].filter(([name, value]) => value !== "" && isAllowed(name));
	return { values: new Map(kept), ...(allowed !== undefined && { names: allowed }) };
}

/** Undefined for all names. */
function allowedNames(names: readonly string[], { GITHUB_ACTIONS }: Env): ReadonlySet<string> | undefined {
	if (names.includes(anyName)) return undefined;
	if (names.length === 0 && GITHUB_ACTIONS !== "true") return undefined;
	return new Set(names.filter((name) => name !== noName));
}

function problemOf(name: string): Problem | undefined {
	const message = `build-secret-names: invalid name ${JSON.stringify(name)}`;
	if (!secretName.test(name))
		return { code, message, fix: "use letters, digits and underscores, separated by commas or newlines" };
	const owner = variableOwner(name);
	return owner === undefined
		? undefined
		: { code, message: `build-secret-names: no build may read ${name}, a variable of ${owner}`, fix: "remove it" };
}

/** Every text in `build-secrets` that a log must not show. Never throws: an invalid input is masked as a whole. */
export function textsToMask(text: string): readonly string[] {
	const { values, problems } = parse(text);
	return [...values.values(), ...(problems.length > 0 ? [text] : [])].flatMap(linesToMask);
}

/** The lines of at least four characters: shorter ones would mask half of every log. */
export function linesToMask(value: string): readonly string[] {
	return value
		.split(/\r\n|\r|\n/)
		.map((line) => line.trim())
		.filter((line) => line.length >= 4);
}

interface ParsedSecrets {
	readonly values: ReadonlyMap<string, string>;
	readonly problems: readonly Problem[];
}

const parse = (text: string): ParsedSecrets => (text.trimStart().startsWith("{") ? parseJson(text) : parseLines(text));

function parseJson(text: string): ParsedSecrets {
	let secrets: Readonly<Record<string, unknown>>;
	try {
		secrets = JSON.parse(text);
	} catch {
		// The parser's own message would quote the text.
		const message = "build-secrets is not valid JSON";
		const why = "it starts with `{`; a value with several lines or quotes must be escaped";
		const fix = "let GitHub write it: `toJSON(secrets)`, or `toJSON(secrets.NAME)` for one value";
		return { values: new Map(), problems: [{ code, message, why, fix }] };
	}
	const values = new Map<string, string>();
	const problems: Problem[] = [];
	for (const [name, value] of Object.entries(secrets))
		if (!secretName.test(name)) problems.push(invalidName(name));
		else if (typeof value === "string") values.set(name, value);
		// `toJSON(secrets.NAME)` gives null for a secret that is not set.
		else if (value === null) values.set(name, "");
		else {
			const message = `build-secrets: the value of ${name} is not a string`;
			problems.push({ code, message, fix: "put the value in double quotes" });
		}
	return { values, problems };
}

function parseLines(text: string): ParsedSecrets {
	const values = new Map<string, string>();
	const problems: Problem[] = [];
	for (const [i, line] of text.split(/\r\n|\r|\n/).entries()) {
		if (line.trim() === "") continue;
		const [, name = "", value = ""] = /^\s*([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line) ?? [];
		if (name === "")
			problems.push({
				code,
				message: `build-secrets: line ${i + 1} is not NAME=value`,
				why: "each value takes one line in this form",
				fix:
					`write NAME=value, or for a value with several lines a JSON object: \`{"NAME": $` +
					"{{ toJSON(secrets.NAME) }}}`",
			});
		else if (values.has(name)) {
			const message = `build-secrets: line ${i + 1} sets ${name} again`;
			problems.push({ code, message, fix: "remove one of the lines" });
		} else values.set(name, value);
	}
	return { values, problems };
}

/** Does not quote the name: it may be a value. */
const invalidName = (name: string): Problem => ({
	code,
	message: `build-secrets: a name of ${name.length} characters is invalid`,
	fix: "use letters, digits and underscores in names",
});
