import type { Instruction } from "../parse/instruction.ts";

/** A value, and the line that sets it. */
export interface LocatedValue<T> {
	readonly value: T;
	readonly line: number;
}

export interface CommandInstruction {
	readonly form: "json" | "shell";
	/** The words of the JSON form, or the text of the shell form as one item. */
	readonly words: readonly string[];
}

export interface HealthcheckInstruction {
	readonly kind: "none" | "exec" | "shell";
	readonly words: readonly string[];
}

/** Image settings of a stage, including inherited ones of earlier stages. Known variables are expanded. */
export interface StageFacts {
	readonly user?: LocatedValue<string>;
	readonly workdir?: LocatedValue<string>;
	readonly shell?: LocatedValue<readonly string[]>;
	readonly entrypoint?: LocatedValue<CommandInstruction>;
	readonly cmd?: LocatedValue<CommandInstruction>;
	readonly healthcheck?: LocatedValue<HealthcheckInstruction>;
	/** Container ports, ranges expanded. */
	readonly ports: readonly LocatedValue<{ readonly port: number; readonly protocol: "tcp" | "udp" }>[];
	readonly labels: Readonly<Record<string, LocatedValue<string>>>;
	readonly env: Readonly<Record<string, LocatedValue<string>>>;
}

/** Facts whose lists grow with each instruction: a copy for each takes quadratic time. */
export interface GrowingFacts extends StageFacts {
	readonly ports: StageFacts["ports"][number][];
	readonly labels: Record<string, LocatedValue<string>>;
	readonly env: Record<string, LocatedValue<string>>;
}

/** The facts at the start of a stage that is FROM another one, by default with none. */
export const startFacts = (
	parent: GrowingFacts = { ports: [], labels: Object.create(null), env: Object.create(null) },
): GrowingFacts => parent;

/** Applies one instruction to the facts; its lists grow in place. `read` expands a text. */
export function applyInstruction(
	facts: GrowingFacts,
	instruction: Instruction,
	read: (text: string) => string,
): GrowingFacts {
	const { keyword, args, form, line } = instruction;
	const text = args[0] ?? "";
	const command = { value: { form, words: args }, line };
	switch (keyword) {
		case "USER":
			return { ...facts, user: { value: read(text), line } };
		case "WORKDIR": {
			const path = read(text);
			const parent = facts.workdir?.value ?? "/";
			const value = path.startsWith("/") ? path : `${parent.replace(/\/$/, "")}/${path}`;
			return { ...facts, workdir: { value, line } };
		}
		case "SHELL":
			return { ...facts, shell: { value: args, line } };
		case "CMD":
			return { ...facts, cmd: command };
		case "ENTRYPOINT":
			return { ...facts, entrypoint: command };
		case "HEALTHCHECK": {
			const kind = args.length === 0 ? "none" : form === "json" ? "exec" : "shell";
			return { ...facts, healthcheck: { value: { kind, words: args }, line } };
		}
		case "EXPOSE":
			for (const arg of args)
				if (facts.ports.length <= allPorts) for (const value of toPorts(read(arg))) facts.ports.push({ value, line });
			return facts;
		case "LABEL":
		case "ENV": {
			const list = keyword === "LABEL" ? facts.labels : facts.env;
			for (const { key, value } of instruction.pairs) list[read(key)] = { value: read(value ?? ""), line };
			return facts;
		}
		default:
			return facts;
	}
}

/** All ports of both protocols. Those of further ranges are duplicates. */
const allPorts = 2 * 65535;

/** Parses `8080`, `8080/udp`, `8000-8002`, `127.0.0.1:80:8080`; anything else gives no port. */
function toPorts(text: string): { port: number; protocol: "tcp" | "udp" }[] {
	const match = /^(?:.*:)?(\d+)(?:-(\d+))?(?:\/(tcp|udp))?$/i.exec(text);
	const first = Number(match?.[1]);
	const last = Number(match?.[2] ?? match?.[1]);
	if (match === null || last < first || last > 65535) return [];
	const protocol = match[3]?.toLowerCase() === "udp" ? "udp" : "tcp";
	return Array.from({ length: last - first + 1 }, (_, i) => ({ port: first + i, protocol }));
}

/** Interpreters, shells and inits: by themselves they run no program. */
const interpreters =
	/^(?:python[\d.]*|pypy[\d.]*|node|nodejs|bun|deno|java|jshell|ruby|irb|perl|php|lua|erl|iex|ghci|dotnet|sh|bash|ash|dash|zsh|busybox|tini|dumb-init|catatonit|docker-entrypoint\.sh)$/;

/** Whether the final stage defines a program to run. A bare interpreter or shell is a base for other images. */
export function definesCommand({ entrypoint, cmd }: Pick<StageFacts, "entrypoint" | "cmd">): boolean {
	const programs = [entrypoint, cmd].flatMap((command) => {
		const { form, words } = command?.value ?? { form: "json", words: [] };
		return form === "shell" ? words.flatMap((text) => text.trim().split(/\s+/)) : words;
	});
	return programs.some((word) => !word.startsWith("-") && !interpreters.test(word.slice(word.lastIndexOf("/") + 1)));
}
