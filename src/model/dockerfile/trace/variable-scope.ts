import {
	ExhaustedBudget,
	type Expanded,
	expandVariables,
	SubstitutionError,
	type Variable,
} from "../parse/expand-variables.ts";
import type { ExpansionBudget } from "../parse/limits.ts";

/** The variables of a stage. Those that it inherits stay in their scope: copies for each stage take much memory. */
export class VariableScope {
	/** What all texts of the Dockerfile may still use. */
	readonly budget: ExpansionBudget;
	private readonly values: Map<string, Variable>;
	/** True if a base image with an unknown config may set further variables. */
	private readonly open: boolean;
	/** ARGs, with or without a value. */
	private readonly declared = new Set<string>();
	/** By variable: the volatile build args in its value. Only for variables with such args, or that had them. */
	private readonly volatileArgsByVariable = new Map<string, ReadonlySet<string>>();
	private readonly above: VariableScope | undefined;
	private known: Readonly<Record<string, string>> | undefined;

	constructor(
		values: Iterable<readonly [string, Variable]>,
		kind: "open" | "closed",
		from: { readonly budget: ExpansionBudget } | VariableScope,
	) {
		this.values = new Map(values);
		this.open = kind === "open";
		this.budget = from.budget;
		this.above = from instanceof VariableScope ? from : undefined;
	}

	/** For a stage that is FROM this one: it inherits everything, also ARGs. */
	child(): VariableScope {
		return new VariableScope([], this.open ? "open" : "closed", this);
	}

	/** This scope and those that it inherits from. */
	private *scopes(): Generator<VariableScope, void> {
		for (let scope: VariableScope | undefined = this; scope !== undefined; scope = scope.above) yield scope;
	}

	private find(name: string): Variable | undefined {
		for (const { values } of this.scopes()) {
			const variable = values.get(name);
			if (variable !== undefined) return variable;
		}
		return undefined;
	}

	get(name: string): Variable {
		return this.find(name) ?? { kind: this.open ? "unknown" : "unset" };
	}

	/** All variables with a value. The same object until one changes. */
	knownValues(): Readonly<Record<string, string>> {
		if (this.known !== undefined) return this.known;
		const all = new Map([...this.scopes()].reverse().flatMap(({ values }) => [...values]));
		this.known = Object.fromEntries(
			[...all].flatMap(([name, variable]) => (variable.kind === "set" ? [[name, variable.value]] : [])),
		);
		return this.known;
	}

	/** Whether the file sets it, possibly to an unknown value. */
	isSet(name: string): boolean {
		return this.find(name) !== undefined;
	}

	isDeclared(name: string): boolean {
		for (const { declared } of this.scopes()) if (declared.has(name)) return true;
		return false;
	}

	declare(name: string): void {
		this.declared.add(name);
	}

	set(name: string, value: Variable, volatileArgs: ReadonlySet<string> = new Set()): void {
		this.values.set(name, value);
		this.known = undefined;
		if (volatileArgs.size > 0 || this.volatileArgsOf(name).size > 0)
			this.volatileArgsByVariable.set(name, volatileArgs);
	}

	private volatileArgsOf(name: string): ReadonlySet<string> {
		for (const { volatileArgsByVariable } of this.scopes()) {
			const args = volatileArgsByVariable.get(name);
			if (args !== undefined) return args;
		}
		return new Set();
	}

	/** The volatile build args in the values of these variables, by default of all. */
	volatileArgsIn(names?: Iterable<string>): ReadonlySet<string> {
		const all = names ?? new Set([...this.scopes()].flatMap((scope) => [...scope.volatileArgsByVariable.keys()]));
		return new Set([...all].flatMap((name) => [...this.volatileArgsOf(name)]));
	}
}

/** Why a text is not expanded. `isExhausted`: because all texts together are too much. */
export interface WrongExpansion {
	readonly kind: "wrong";
	readonly message: string;
	readonly isExhausted: boolean;
}

/** Result of an expansion, or its error. */
export type Expansion = (Expanded & { readonly kind: "expanded" }) | WrongExpansion;

export function expandInScope(
	scope: VariableScope,
	text: string,
	escapeChar: "\\" | "`",
	options: { readonly text?: "shell" | "plain" } = {},
): Expansion {
	try {
		const lookup = (name: string) => scope.get(name);
		const { budget } = scope;
		return { kind: "expanded", ...expandVariables(text, { escape: escapeChar, lookup, budget, ...options }) };
	} catch (error) {
		if (error instanceof SubstitutionError)
			return { kind: "wrong", message: error.message, isExhausted: error instanceof ExhaustedBudget };
		throw error;
	}
}

/** A value that depends on an unknown value is unknown. */
export function toVariable(expansion: Expansion): Variable {
	if (expansion.kind === "wrong" || expansion.unknown.size > 0) return { kind: "unknown" };
	return { kind: "set", value: expansion.value };
}

/** Build args with values, and the names of those that get their values later. */
export interface BuildArgs {
	readonly args: Readonly<Record<string, string>>;
	readonly volatile: ReadonlySet<string>;
}

const platformArgs = ["PLATFORM", "OS", "ARCH", "VARIANT", "OSVERSION"];
const predefined: ReadonlySet<string> = new Set([
	...["HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY"].flatMap((name) => [name, name.toLowerCase()]),
	...platformArgs.flatMap((name) => [`TARGET${name}`, `BUILD${name}`]),
	...["TARGETSTAGE", "SOURCE_DATE_EPOCH"],
]);

/** Args that BuildKit predefines: they need no value from the catalog. */
export const isPredefined = (name: string): boolean => predefined.has(name) || name.startsWith("BUILDKIT_");

/** The args that BuildKit derives from the platforms. Those of an unknown build platform are unknown. */
export function platformVariables(
	platform: string,
	buildPlatform: string | undefined,
	target: string,
	{ args }: BuildArgs,
): Map<string, Variable> {
	const variables = new Map<string, Variable>([
		...platformArgValues("TARGET", platform),
		...platformArgValues("BUILD", buildPlatform),
		["TARGETSTAGE", { kind: "set", value: target }],
	]);
	for (const name of variables.keys())
		if (Object.hasOwn(args, name)) variables.set(name, { kind: "set", value: args[name] ?? "" });
	return variables;
}

function platformArgValues(prefix: string, platform: string | undefined): [string, Variable][] {
	const names = platformArgs.map((name) => prefix + name);
	if (platform === undefined) return names.map((name) => [name, { kind: "unknown" }]);
	const normal = canonicalPlatform(platform);
	const [os = "", arch = "", variant = ""] = normal.split("/");
	return [normal, os, arch, variant, ""].map((value, i) => [names[i] ?? "", { kind: "set", value }]);
}

/** Normalizes like containerd: arm64 has no variant, arm defaults to v7. */
export function canonicalPlatform(platform: string): string {
	const parts = platform.toLowerCase().split("/");
	// A single word is an architecture.
	const [os = "linux", arch = "", variant] = parts.length === 1 ? ["linux", ...parts] : parts;
	const name = { aarch64: "arm64", x86_64: "amd64", armhf: "arm" }[arch] ?? arch;
	if (name === "arm64" && (variant === "v8" || variant === "8")) return `${os}/${name}`;
	if (name === "amd64" && variant === "v1") return `${os}/${name}`;
	if (name === "arm" && variant === undefined) return `${os}/arm/v7`;
	return [os, name, variant].filter((part) => part !== undefined && part !== "").join("/");
}
