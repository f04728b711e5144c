import type { z } from "zod";
import { closestMatch } from "../../util/closest-match.ts";
import type { Fault, KeyPath, Problems } from "./problems.ts";
import { catalogSchema, type RawCatalog } from "./schema/catalog.ts";
import { allowedKeys, whereKeyBelongs } from "./schema/json-schema.ts";
import { joinWithOr, printable, quote } from "./values/quote.ts";
import type { YamlFile } from "./yaml/read-yaml.ts";

type Issue = z.core.$ZodIssue;

/** Values for missing required keys, so that the rest can be checked. */
const standIns: Readonly<Record<string, unknown>> = { version: 1, project: "project", services: {}, image: "scratch" };

/**
 * Checks the values against the schema. Returns the valid part, for later checks; undefined if nothing can be checked.
 */
export function validate(file: YamlFile, problems: Problems): RawCatalog | undefined {
	const { value, locate } = file;
	const version = isObject(value) ? value.version : undefined;
	if (version !== undefined && version !== 1) {
		const message = `unknown catalog version ${quote(String(version))}`;
		const fault: Fault = { code: "catalog/version", message, fix: "write `version: 1`, or use a newer release" };
		problems.add(fault, locate(["version"], "value"));
		return undefined;
	}
	const first = catalogSchema.safeParse(value);
	if (first.success) return first.data;
	for (const issue of first.error.issues) if (!problems.isFull) report(issue, file, problems);
	if (problems.isFull) return undefined;
	let rest: unknown = structuredClone(value);
	// Removing an invalid part can leave its parent incomplete; each round goes up at most one level.
	for (let issues: readonly Issue[] = first.error.issues, round = 0; round < 8; round++) {
		rest = withoutWrong(rest, issues);
		const again = catalogSchema.safeParse(rest);
		if (again.success) return again.data;
		issues = again.error.issues;
	}
	return undefined;
}

function report(issue: Issue, file: YamlFile, problems: Problems, base: KeyPath = []): void {
	const { locate } = file;
	const path = [...base, ...(issue.path as KeyPath)];
	const value = valueAt(file.value, path);
	if (value === undefined && issue.code !== "custom") {
		problems.add(missing(path), locate(path, "value"), path);
		return;
	}
	switch (issue.code) {
		case "unrecognized_keys":
			for (const key of issue.keys) {
				if (problems.isFull) return;
				problems.add(unknownKey(key, path, value), locate([...path, key], "key"), [...path, key]);
			}
			return;
		case "invalid_union": {
			const branches = branchesOf(issue).filter((errors) => !errors.some(isOtherType));
			if (branches.length === 1) {
				for (const inner of branches[0] ?? []) report(inner, file, problems, path);
				return;
			}
			problems.add(wrongType([...new Set(expectedOf(issue))], value), locate(path, "value"), path);
			return;
		}
		case "invalid_type":
			problems.add(wrongType(expectedOf(issue), value), locate(path, "value"), path);
			return;
		case "custom": {
			const params = issue.params as { fault?: Fault; at?: "key" } | undefined;
			const fault = params?.fault ?? { code: "catalog/value", message: issue.message };
			problems.add(fault, locate(path, params?.at ?? "value"), path);
			return;
		}
		default:
			problems.add({ code: "catalog/value", ...describe(issue) }, locate(path, "value"), path);
	}
}

function describe(issue: Issue): { message: string; fix?: string } {
	switch (issue.code) {
		case "too_small":
			if (issue.origin === "array") return { message: "empty list", fix: "add an item, or remove the key" };
			if (issue.origin === "string") return { message: "empty string", fix: "write a value, or remove the key" };
			return { message: `a number below ${issue.minimum}`, fix: `write ${issue.minimum} or more` };
		case "too_big":
			return { message: `more than ${issue.maximum}`, fix: `write ${issue.maximum} or less` };
		case "invalid_value":
			return { message: `not ${joinWithOr(issue.values.map(String))}` };
		default:
			return { message: printable(issue.message) };
	}
}

/** Keys of other tools, and their names in the catalog. */
const otherWords: Readonly<Record<string, string>> = {
	...{ environment: "env", depends_on: "needs", dependencies: "needs", build_args: "args", healthcheck: "health" },
	...{ port: "ports", expose: "ports", platform: "platforms", file: "dockerfile", tag: "tags", label: "labels" },
	...{ build_contexts: "contexts", additional_contexts: "contexts", stage: "target", subnets: "subnet", url: "path" },
};

function unknownKey(key: string, path: KeyPath, holder: unknown): Fault {
	const code = "catalog/unknown-key";
	const message = `unknown key ${quote(key)}`;
	if (key === "<<")
		return { code, message, why: "merge keys are not part of YAML 1.2", fix: "use `defaults` and `phases` instead" };
	const allowed = allowedKeys(path);
	const free = allowed.filter((name) => !isObject(holder) || !Object.hasOwn(holder, name));
	const other = otherWords[key.replaceAll("-", "_")];
	const suggestion =
		other !== undefined && allowed.includes(other) ? other : (closestMatch(key, free) ?? closestMatch(key, allowed));
	if (suggestion !== undefined) return { code, message, fix: `did you mean ${quote(suggestion)}?` };
	const home = whereKeyBelongs(key);
	if (home !== undefined) return { code, message, fix: `it belongs under ${home}` };
	return { code, message, fix: allowed.length > 0 ? `allowed here: ${allowed.join(", ")}` : "remove it" };
}

function missing(path: KeyPath): Fault {
	const key = printable(String(path.at(-1) ?? ""));
	return { code: "catalog/missing-key", message: `${quote(key)} is missing`, fix: `add \`${key}:\`` };
}

function wrongType(expected: readonly string[], value: unknown): Fault {
	const code = "catalog/type";
	const message = `expected ${joinWithOr(expected)}, found ${typeName(value)}`;
	if (value === null) return { code, message, fix: "write a value, or remove the key" };
	if (typeof value === "number" || typeof value === "boolean")
		return expected.includes("a string") ? { code, message, fix: `write it in quotes: "${value}"` } : { code, message };
	if (typeof value === "string" && expected.includes("true or false"))
		return { code, message, fix: "write true or false, lower case, without quotes" };
	if (typeof value === "string" && expected.some((word) => word.endsWith("number")))
		return { code, message, fix: "write a decimal number without quotes and without leading zeros" };
	if (expected.includes("a list"))
		return { code, message, fix: "write it in brackets, [ ], or one item per line after a dash" };
	return { code, message };
}

function typeName(value: unknown): string {
	if (value === null) return "nothing";
	if (Array.isArray(value)) return "a list";
	if (typeof value === "string") return `the string ${quote(value)}`;
	if (typeof value === "object") return "a map";
	return typeof value === "boolean" ? String(value) : `the number ${value}`;
}

const expectedNames: Readonly<Record<string, string>> = {
	...{ string: "a string", number: "a number", int: "a whole number", boolean: "true or false", array: "a list" },
	...{ object: "a map", record: "a map" },
};

/** The types that an issue expected. */
function expectedOf(issue: Issue): readonly string[] {
	if (issue.code === "invalid_union") return branchesOf(issue).flat().flatMap(expectedOf);
	return issue.code === "invalid_type" ? [expectedNames[issue.expected] ?? issue.expected] : [];
}

/** Whether a branch of a union expects another type of value. */
function isOtherType(issue: Issue): boolean {
	if (issue.path.length > 0) return false;
	if (issue.code === "invalid_union") return branchesOf(issue).every((errors) => errors.some(isOtherType));
	return issue.code === "invalid_type";
}

function branchesOf(issue: z.core.$ZodIssueInvalidUnion): readonly (readonly Issue[])[] {
	return issue.errors as readonly (readonly Issue[])[];
}

export function valueAt(root: unknown, path: KeyPath): unknown {
	let value = root;
	for (const step of path) {
		if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
		value = (value as Record<string | number, unknown>)[step];
	}
	return value;
}

/** Removes the values of the issues. A required key gets a stand-in. */
function withoutWrong(root: unknown, issues: readonly Issue[]): unknown {
	const lists = new Map<string, KeyPath>();
	const paths = issues.flatMap((issue) => {
		const path = issue.path as KeyPath;
		return issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...path, key]) : [path];
	});
	let result = isObject(root) ? root : {};
	for (const path of paths) {
		const holder = valueAt(result, path.slice(0, -1));
		const key = path.at(-1);
		if (key === undefined) result = {};
		else if (Array.isArray(holder)) lists.set(JSON.stringify(path.slice(0, -1)), path.slice(0, -1));
		else if (isObject(holder)) {
			delete holder[String(key)];
			const standIn = path.length === 1 || key === "image" ? standIns[String(key)] : undefined;
			if (standIn !== undefined && !(path.length === 3 && path[0] === "services")) holder[String(key)] = standIn;
		}
	}
	for (const [text, path] of lists) {
		const indexes = new Set(paths.filter((p) => JSON.stringify(p.slice(0, -1)) === text).map((p) => p.at(-1)));
		const list = valueAt(result, path);
		if (Array.isArray(list)) list.splice(0, list.length, ...list.filter((_, i) => !indexes.has(i)));
	}
	return result;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
