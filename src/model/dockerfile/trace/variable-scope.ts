import { type Expanded, expandVariables, SubstitutionError, type Variable } from "../parse/expand-variables.ts";

/** The variables of a stage. */
export class VariableScope {
	private readonly values: Map<string, Variable>;
	/** True if a base image with an unknown config may set further variables. */
	private readonly open: boolean;
	/** ARGs, with or without a value. */
	private readonly declared: Set<string>;
	/** By variable: the volatile build args in its value. */
	private readonly volatileArgsByVariable: Map<string, ReadonlySet<string>>;

	constructor(values: Iterable<readonly [string, Variable]>, kind: "open" | "closed", above?: VariableScope) {
		this.values = new Map(values);
		this.open = kind === "open";
		this.declared = new Set(above?.declared);
		this.volatileArgsByVariable = new Map(above?.volatileArgsByVariable);
	}

	/** For a stage that is FROM this one: it inherits everything, also ARGs. */
	child(): VariableScope {
		return new VariableScope(this.values, this.open ? "open" : "closed", this);
	}

	get(name: string): Variable {
		return this.values.get(name) ?? { kind: this.open ? "unknown" : "unset" };
	}

	/** All variables with a value. */
	knownValues(): Readonly<Record<string, string>> {
		return Object.fromEntries(
			[...this.values].flatMap(([name, variable]) => (variable.kind === "set" ? [[name, variable.value]] : [])),
		);
	}

	/** Whether the file sets it, possibly to an unknown value. */
	isSet(name: string): boolean {
		return this.values.has(name);
	}

	isDeclared(name: string): boolean {
		return this.declared.has(name);
	}

	declare(name: string): void {
		this.declared.add(name);
	}

	set(name: string, value: Variable, volatileArgs: ReadonlySet<string> = new Set()): void {
		this.values.set(name, value);
		this.volatileArgsByVariable.set(name, volatileArgs);
	}

	/** The volatile build args in the values of these variables, by default of all. */
	volatileArgsIn(names: Iterable<string> = this.volatileArgsByVariable.keys()): ReadonlySet<string> {
		return new Set([...names].flatMap((name) => [...(this.volatileArgsByVariable.get(name) ?? [])]));
	}
}

/** Result of an expansion, or its error. */
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
