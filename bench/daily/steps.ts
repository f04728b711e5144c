import { spawnSync } from "node:child_process";

const history = (...args: readonly string[]) =>
	spawnSync("docker", ["buildx", "history", ...args], { encoding: "utf8", maxBuffer: 2 ** 28 });

/** The builds that the current builder, or that of BUILDX_BUILDER, remembers, by their references. */
function builds(): readonly string[] {
	const { status, stdout, stderr } = history("ls", "--no-trunc", "--format={{json .}}");
	if (status !== 0) throw new Error(`docker buildx history: ${stderr}`);
	const lines = stdout.trim().split("\n").filter(Boolean);
	return lines.map((line) => (JSON.parse(line) as { readonly ref: string }).ref);
}

/**
 * Runs something that builds, and counts the instructions of Dockerfiles that BuildKit executed for it, by its own
 * history: FROM and what came from a cache do not count.
 */
export async function executed<T>(
	work: () => Promise<T>,
): Promise<{ readonly result: T; readonly steps: readonly string[] }> {
	const before = new Set(builds());
	const result = await work();
	const fresh = builds().filter((ref) => !before.has(ref));
	return { result, steps: fresh.flatMap((ref) => executedIn(logOf(ref))).toSorted() };
}

/**
 * The progress of a build, as on standard error; `docker buildx` takes the last part of its reference.
 */
const logOf = (ref: string) => history("logs", "--progress=rawjson", ref.slice(ref.lastIndexOf("/") + 1)).stderr;

interface Vertex {
	readonly digest: string;
	readonly name: string;
	readonly started?: string;
	readonly cached?: boolean;
}

/** The instructions that were executed, by what BuildKit wrote about one build with `--progress=rawjson`. */
export function executedIn(log: string): readonly string[] {
	const vertices = new Map<string, Vertex>();
	for (const line of log.split("\n")) {
		if (!line.startsWith("{")) continue;
		const { vertexes = [] } = JSON.parse(line) as { readonly vertexes?: readonly Vertex[] };
		for (const vertex of vertexes) vertices.set(vertex.digest, { ...vertices.get(vertex.digest), ...vertex });
	}
	return [...vertices.values()].flatMap(({ name, started, cached }) =>
		started !== undefined && cached !== true && /^\[.*?\d+\/\d+\] (?!FROM )/.test(name) ? [name] : [],
	);
}
