import { type Expanded, expandVariables, SubstitutionError, type Variable } from "../parse/expand-variables.ts";
import type { KeyValue } from "../parse/split-words.ts";

/** What a stage knows of its variables. */
export class VariableScope {
	private readonly values: Map<string, Variable>;
	/** What is not in here may be set by a base image whose configuration is not known. */
	private readonly open: boolean;
	/** ARGs, with a value or without. */
	private readonly declared: Set<string>;
	/** By variable: the volatile build args that its value is made of. */
	private readonly carried: Map<string, ReadonlySet<string>>;

	constructor(values: Iterable<readonly [string, Variable]>, kind: "open" | "closed", above?: VariableScope) {
		this.values = new Map(values);
		this.open = kind === "open";
		this.declared = new Set(above?.declared);
		this.carried = new Map(above?.carried);
	}

	/** For a stage that is FROM this one: everything is handed down, ARGs too. */
	child(): VariableScope {
		return new VariableScope(this.values, this.open ? "open" : "closed", this);
	}

	get(name: string): Variable {
		return this.values.get(name) ?? { kind: this.open ? "unknown" : "unset" };
	}

	/** All that have a value. */
	knownValues(): Readonly<Record<string, string>> {
		return Object.fromEntries(
			[...this.values].flatMap(([name, found]) => (found.kind === "set" ? [[name, found.value]] : [])),
		);
	}

	/** Whether something in the file sets it, if only to what is not known. */
	isSet(name: string): boolean {
		return this.values.has(name);
	}

	isDeclared(name: string): boolean {
		return this.declared.has(name);
	}

	declare(name: string): void {
		this.declared.add(name);
	}

	set(name: string, value: Variable, carried: ReadonlySet<string> = new Set()): void {
		this.values.set(name, value);
		this.carried.set(name, carried);
	}

	/** The volatile build args that some variables are made of; those of all variables, unless named. */
	volatileArgsIn(names: Iterable<string> = this.carried.keys()): ReadonlySet<string> {
		return new Set([...names].flatMap((name) => [...(this.carried.get(name) ?? [])]));
	}
}

/** The result of an expansion, or what is wrong with the text. */
export type Expansion =
	| (Expanded & { readonly kind: "expanded" })
	| { readonly kind: "wrong"; readonly message: string };

export function expandInScope(
	scope: VariableScope,
	text: string,
	escapeChar: "\\" | "`",
	options: { readonly text?: "shell" | "plain" } = {},
): Expansion {
	try {
		const lookup = (name: string) => scope.get(name);
		return { kind: "expanded", ...expandVariables(text, { escape: escapeChar, lookup, ...options }) };
	} catch (error) {
		if (error instanceof SubstitutionError) return { kind: "wrong", message: error.message };
		throw error;
	}
}

/** A text to show: what is not known stays in it as `${NAME}`. */
export function previewInScope(scope: VariableScope, text: string, escapeChar: "\\" | "`"): string {
	const lookup = (name: string): Variable => {
		const found = scope.get(name);
		return found.kind === "unknown" ? { kind: "set", value: `\${${name}}` } : found;
	};
	try {
		return expandVariables(text, { escape: escapeChar, lookup }).value;
	} catch (error) {
		if (error instanceof SubstitutionError) return text;
		throw error;
	}
}

/** As a variable: a value that rests on something unknown is itself unknown. */
export function toVariable(outcome: Expansion): Variable {
	if (outcome.kind === "wrong" || outcome.unknown.size > 0) return { kind: "unknown" };
	return { kind: "set", value: outcome.value };
}

/** Values the caller passes, and the names of those it passes later. */
export interface BuildArgs {
	readonly args: Readonly<Record<string, string>>;
	readonly volatile: ReadonlySet<string>;
}

/** What an ARG sets; undefined when it sets nothing, so that a base image's variable of that name stays. */
export function argValue(
	{ key, value }: KeyValue,
	{ args, volatile }: BuildArgs,
	globals: VariableScope | undefined,
	expandDefault: (text: string) => Expansion,
): Expansion | Variable | undefined {
	if (volatile.has(key)) return { kind: "unknown" };
	if (Object.hasOwn(args, key)) return { kind: "set", value: args[key] ?? "" };
	if (value !== undefined) return expandDefault(value);
	const global = globals?.get(key);
	return global?.kind === "unset" ? undefined : global;
}

const proxies = ["HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY"];
const platformArgs = ["PLATFORM", "OS", "OSVERSION", "ARCH", "VARIANT"].flatMap((name) => [
	`TARGET${name}`,
	`BUILD${name}`,
]);
const predefined: ReadonlySet<string> = new Set([
	...proxies,
	...proxies.map((name) => name.toLowerCase()),
	...platformArgs,
	"TARGETSTAGE",
	"SOURCE_DATE_EPOCH",
]);

/** Args that BuildKit defines by itself: declaring them does not ask for a value. */
export const isPredefined = (name: string): boolean => predefined.has(name) || name.startsWith("BUILDKIT_");

/** The args that BuildKit derives from the platforms. Those of a build platform that is not known stay unknown. */
export function platformVariables(
	platform: string,
	buildPlatform: string | undefined,
	target: string,
	{ args }: BuildArgs,
): Map<string, Variable> {
	const found = new Map<string, Variable>([...of("TARGET", platform), ...of("BUILD", buildPlatform)]);
	found.set("TARGETSTAGE", { kind: "set", value: target });
	for (const name of found.keys())
		if (Object.hasOwn(args, name)) found.set(name, { kind: "set", value: args[name] ?? "" });
	return found;
}

function of(prefix: string, platform: string | undefined): [string, Variable][] {
	const names = ["PLATFORM", "OS", "ARCH", "VARIANT", "OSVERSION"].map((name) => prefix + name);
	if (platform === undefined) return names.map((name) => [name, { kind: "unknown" }]);
	const normal = canonicalPlatform(platform);
	const [os = "", arch = "", variant = ""] = normal.split("/");
	return [normal, os, arch, variant, ""].map((value, i) => [names[i] ?? "", { kind: "set", value }]);
}

/** As the engine writes a platform: arm64 has no variant, arm is v7 unless it says otherwise. */
export function canonicalPlatform(platform: string): string {
	const parts = platform.toLowerCase().split("/");
	// A lone word is an architecture.
	const [os = "linux", arch = "", variant] = parts.length === 1 ? ["linux", ...parts] : parts;
	const name = { aarch64: "arm64", x86_64: "amd64", armhf: "arm" }[arch] ?? arch;
	if (name === "arm64" && (variant === "v8" || variant === "8")) return `${os}/${name}`;
	if (name === "amd64" && variant === "v1") return `${os}/${name}`;
	if (name === "arm" && variant === undefined) return `${os}/arm/v7`;
	return [os, name, variant].filter((part) => part !== undefined && part !== "").join("/");
}
