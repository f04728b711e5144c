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
	const words = [...(entrypoint?.value.words ?? []), ...(cmd?.value.words ?? [])].map((word) => expandWord(word, env));
	const port = listenPort(words);
	if (port !== undefined) return { value: [String(port)], from: "its command" };
	const variable = Object.entries(env).find(
		([name, { value }]) => /^(?:\w+_)?PORT$/.test(name) && /^\d{2,5}$/.test(value),
	);
	if (variable !== undefined) return { value: [variable[1].value], from: `ENV ${variable[0]}` };
	const server = defaultPorts.find(({ command }) => command.test(words.join(" ")));
	return server && { value: [server.port], from: `the usual port of ${server.name}` };
}

const defaultPorts = [
	{ command: /\buvicorn\b|\bgunicorn\b|\bhypercorn\b|\bmanage\.py["' ]+runserver\b/, port: "8000", name: "its server" },
	{ command: /\bflask\b.*\brun\b/, port: "5000", name: "Flask" },
	{ command: /\bstreamlit\b/, port: "8501", name: "Streamlit" },
];

function healthFrom({ finalStage: final }: Trace): DockerfileFacts["health"] {
	const check = final.healthcheck?.value;
	if (check === undefined || check.kind === "none") return undefined;
	const health = healthFromCommand(check.words, (name) => final.env[name]?.value);
	return { value: health ?? { kind: "healthcheck" }, from: "HEALTHCHECK" };
}

const expandWord = (word: string, env: Trace["finalStage"]["env"]) =>
	word.replace(
		/\$\{?(\w+)(?::?-([^}]*))?\}?/g,
		(all, name: string, defaultValue?: string) => env[name]?.value ?? defaultValue ?? all,
	);

/**
 * The most likely build context: the deepest folder above the Dockerfile that contains most copy sources. A Dockerfile
 * that names none (`COPY . .`) is built in its own folder, unless that contains nothing else.
 */
export function guessContext(
	trace: Trace,
	file: string,
	tree: TreeNode,
	ignoreOf: (context: string) => IgnoreFile | undefined,
): Guess<string> & { readonly missing: number } {
	const parents = file.split("/").slice(0, -1);
	const folders = [...parents.map((_, i) => parents.slice(0, parents.length - i).join("/")), "."];
	const candidates = folders.map((folder) => ({
		folder,
		missing: countMissingSources(folder, trace, tree, ignoreOf),
	}));
	const missing = Math.min(...candidates.map((candidate) => candidate.missing));
	const best = candidates.filter((candidate) => candidate.missing === missing).map(({ folder }) => folder);
	const namesSources = trace.inputs.some(({ sources }) => sources.some((source) => !/^[./]?$/.test(source)));
	const isFitting = (folder: string) => namesSources || trace.inputs.length === 0 || hasOwnFiles(folder, tree);
	const value = best.find(isFitting) ?? best[0] ?? ".";
	const from = namesSources ? "what it copies" : value === folders[0] ? "where its Dockerfile is" : "where files are";
	return { value, from, missing };
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
