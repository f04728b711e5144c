import {
	type Dockerfile,
	type IgnoreFile,
	parseDockerfile,
	selectFiles,
	subtree,
	type Trace,
	type TreeNode,
	traceInputs,
} from "../../../model/dockerfile/dockerfile.ts";
import { listenPort } from "../../../model/service/server-address.ts";
import { defined } from "../../../util/defined.ts";
import { UserError } from "../../../util/errors.ts";
import { healthFromCommand, type ProposedHealth } from "./health.ts";

/** A value and its source. */
export interface Guess<T> {
	readonly value: T;
	readonly from: string;
}

/** What a Dockerfile says about its image. */
export interface DockerfileFacts {
	readonly trace: Trace;
	readonly ports?: Guess<readonly string[]>;
	readonly health?: Guess<ProposedHealth>;
	/** Images that it is FROM or copies from. */
	readonly images: readonly string[];
	readonly secrets: readonly string[];
	readonly ssh: readonly string[];
	/** It has a CMD or ENTRYPOINT; an image without one is only a base. */
	readonly hasCommand: boolean;
}

/** Reads a Dockerfile; a string says why that failed. */
export function readDockerfileFacts(
	text: string,
	file: string,
	how: { readonly target?: string; readonly args: Readonly<Record<string, string>> },
): DockerfileFacts | string {
	let dockerfile: Dockerfile;
	try {
		dockerfile = parseDockerfile(text, file);
	} catch (error) {
		if (error instanceof UserError) return error.problems[0]?.message ?? "it cannot be read";
		throw error;
	}
	const trace = traceInputs(dockerfile, { target: how.target, platform: "linux/arm64", args: how.args });
	const windows = trace.images.some(({ ref }) => /windows|nanoserver|servercore/i.test(ref));
	if (windows) return "made for Windows";
	const images = trace.images.filter(({ use }) => use === "FROM" || use === "COPY").map(({ ref }) => ref);
	const ports = portsOf(trace);
	const health = healthFrom(trace);
	return {
		trace,
		...defined({ ports, health }),
		images: [...new Set(images)],
		secrets: trace.secrets,
		ssh: trace.ssh,
		hasCommand: trace.finalStage.cmd !== undefined || trace.finalStage.entrypoint !== undefined,
	};
}

function portsOf({ finalStage: final }: Trace): DockerfileFacts["ports"] {
	const { ports, env, cmd, entrypoint } = final;
	const exposed = [...new Set(ports.map(({ value }) => `${value.port}${value.protocol === "udp" ? "/udp" : ""}`))];
	if (exposed.length > 0 && exposed.length <= 20) return { value: exposed, from: "EXPOSE" };
	const words = [...(entrypoint?.value.words ?? []), ...(cmd?.value.words ?? [])].map((word) => filled(word, env));
	const told = listenPort(words);
	if (told !== undefined) return { value: [String(told)], from: "its command" };
	const set = Object.entries(env).find(([name, { value }]) => /^(?:\w+_)?PORT$/.test(name) && /^\d{2,5}$/.test(value));
	if (set !== undefined) return { value: [set[1].value], from: `ENV ${set[0]}` };
	const usual = usualPorts.find(([program]) => program.test(words.join(" ")));
	return usual && { value: [usual[1]], from: `the usual port of ${usual[2]}` };
}

const usualPorts: readonly (readonly [RegExp, string, string])[] = [
	[/\buvicorn\b|\bgunicorn\b|\bhypercorn\b|\bmanage\.py["' ]+runserver\b/, "8000", "its server"],
	[/\bflask\b.*\brun\b/, "5000", "Flask"],
	[/\bstreamlit\b/, "8501", "Streamlit"],
];

function healthFrom({ finalStage: final }: Trace): DockerfileFacts["health"] {
	const check = final.healthcheck?.value;
	if (check === undefined || check.kind === "none") return undefined;
	const asked = healthFromCommand(check.words, (name) => final.env[name]?.value);
	return { value: asked ?? { kind: "healthcheck" }, from: "HEALTHCHECK" };
}

const filled = (word: string, env: Trace["finalStage"]["env"]) =>
	word.replace(
		/\$\{?(\w+)(?::?-([^}]*))?\}?/g,
		(all, name: string, otherwise?: string) => env[name]?.value ?? otherwise ?? all,
	);

/**
 * The most likely build context: the deepest folder above the Dockerfile that contains most copy sources. A Dockerfile that
 * names none (`COPY . .`) is built in its own folder, unless that contains nothing else.
 */
export function guessContext(
	trace: Trace,
	file: string,
	tree: TreeNode,
	ignoreOf: (context: string) => IgnoreFile | undefined,
): Guess<string> & { readonly missing: number } {
	const own = file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : ".";
	const folders =
		own === "."
			? ["."]
			: own
					.split("/")
					.map((_, i, all) => all.slice(0, all.length - i).join("/"))
					.concat(".");
	const tried = folders.map((folder) => ({ folder, missing: countMissingSources(folder, trace, tree, ignoreOf) }));
	const least = Math.min(...tried.map(({ missing }) => missing));
	const fitting = tried.filter(({ missing }) => missing === least).map(({ folder }) => folder);
	const speaks = trace.inputs.some(({ sources }) =>
		sources.some((source) => source !== "." && source !== "/" && source !== ""),
	);
	const takes = trace.inputs.length > 0;
	const best = fitting.find((folder) => speaks || !takes || hasOwnFiles(folder, tree)) ?? fitting[0] ?? own;
	const from = speaks ? "what it copies" : best === own ? "where its Dockerfile is" : "where files are";
	return { value: best, from, missing: least };
}

/** The number of copy sources that are not in a context. */
export function countMissingSources(
	folder: string,
	trace: Trace,
	tree: TreeNode,
	ignoreOf: (context: string) => IgnoreFile | undefined,
): number {
	const node = subtree(tree, folder);
	return node === undefined ? Number.POSITIVE_INFINITY : selectFiles(trace, node, ignoreOf(folder)).problems.length;
}

/** Whether a folder contains more than Dockerfiles, scripts and hidden files. */
function hasOwnFiles(folder: string, tree: TreeNode): boolean {
	const children = [...(subtree(tree, folder)?.children?.values() ?? [])];
	return children.some(
		({ name, entry }) => !/dockerfile|containerfile|^\.|compose|\.sh$|^readme/i.test(name) && entry.kind !== "other",
	);
}
