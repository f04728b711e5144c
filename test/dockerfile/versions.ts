// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how Dockerfiles write variables
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Exec } from "../../src/adapters/process/exec.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import { targetOf } from "./batch.ts";
import { file, type Project, planOf, writeProject } from "./project.ts";
import { type Random, random } from "./random.ts";
import { readTar } from "./tar.ts";

const volatileNames = ["VERSION", "VERSION", "GIT_COMMIT", "BUILD_DATE", "REVISION", "VCS_REF", "OWN"];

/** A Dockerfile that uses volatile build args in random ways, or not at all. Reproducible by its number. */
export function generateVersions(seed: number, shell: string): Project {
	const r = random(seed);
	// Few names, so that declared args are often used.
	const names = [r.pick(volatileNames), r.pick(volatileNames), r.pick(["FIXED", "PLAIN", "A", "B"]), "A"];
	const lines: string[] = [];
	if (r.chance(0.4)) lines.push(declaration(r, names));
	if (r.chance(0.2)) lines.push(`ARG A=${use(r, names)}`);
	const stages: ("shell" | "plain")[] = [];
	const count = 1 + r.below(3);
	for (let i = 0; i < count; i++) {
		const isLast = i === count - 1;
		const plain = stages.flatMap((kind, at) => (kind === "plain" ? at : []));
		const above = isLast ? plain : stages.map((_, at) => at);
		const parent = above.length > 0 && r.chance(0.5) ? r.pick(above) : undefined;
		const kind = parent === undefined ? (isLast || r.chance(0.3) ? "plain" : "shell") : (stages[parent] ?? "plain");
		const from =
			parent === undefined ? (kind === "shell" ? `--platform=$BUILDPLATFORM ${shell}` : "scratch") : `s${parent}`;
		lines.push(`FROM ${from} AS s${i}`);
		if (kind === "shell" && parent === undefined) lines.push("COPY say a /out/");
		if (r.chance(0.6)) lines.push(`ARG ${names[r.below(2)]}`);
		for (let n = 1 + r.below(5); n > 0; n--) lines.push(instruction(r, names, kind, i));
		if (isLast)
			for (const [at, one] of stages.entries())
				if (one === "shell" && at !== parent && r.chance(0.8)) lines.push(`COPY --from=s${at} /out /from${at}`);
		stages.push(kind);
	}
	// Every image has a layer.
	lines.push("COPY a /a");
	return {
		files: { Dockerfile: file(`${lines.join("\n")}\n`), a: file("a\n"), say: file("echo $VERSION $A $B\n") },
		service: { context: ".", dockerfile: "Dockerfile", args: { OWN: "own-{{version}}", FIXED: "7" } },
	};
}

const declaration = (r: Random, names: readonly string[]) => `ARG ${r.pick(names)}${r.chance(0.3) ? "=default" : ""}`;

function use(r: Random, names: readonly string[]): string {
	const name = r.pick(names);
	return r.weighted([
		[6, `$${name}`],
		[3, `\${${name}}`],
		[1, `\${${name}:-none}`],
		[1, `x\${${name}:+set}`],
		[1, `'$${name}'`],
		[1, "constant"],
	]);
}

function instruction(r: Random, names: readonly string[], kind: "shell" | "plain", stage: number): string {
	const bare = () => use(r, names).replaceAll("'", "");
	return r.weighted<() => string>([
		[5, () => declaration(r, names)],
		[2, () => `ARG ${r.pick(["A", "B"])}=${use(r, names)}`],
		[2, () => `ENV ${r.pick(["A", "B", "VERSION", "E"])}=${use(r, names)}`],
		[3, () => `LABEL l${r.below(3)}=${use(r, names)}`],
		[1, () => `COPY a /to/${bare()}`],
		[1, () => `ADD a /add/${bare()}`],
		[1, () => `COPY ${r.pick(["<<END", "<<'END'"])} /h${r.below(3)}\n${bare()} ${bare()}\nEND`],
		[1, () => `WORKDIR /w/${bare()}`],
		[0.5, () => `VOLUME /v/${bare()}`],
		[0.5, () => `CMD ["run", "${bare()}"]`],
		[0.5, () => `HEALTHCHECK CMD ["run", "${bare()}"]`],
		...(kind === "plain"
			? []
			: ([
					[2, () => `RUN mkdir -p /out && echo ${use(r, names)} > /out/r${stage}`],
					[1, () => `RUN mkdir -p /out && sh /out/say > /out/s${stage} || true`],
					[1, () => "RUN true"],
					[1, () => `RUN ${r.pick(["<<END", "<<'END'"])}\nmkdir -p /out\necho ${bare()} > /out/d${stage}\nEND`],
				] as const)),
	])();
}

export interface VersionVerdict {
	readonly seed: number;
	/**
	 * `missed`: the release would get the branch's image, although its own is different. `same` and `changed` are
	 * correct. `careful`: an unnecessary build, since a RUN ignores an input, or the output of a stage is not used.
	 * `refused`: the engine does not build it.
	 */
	readonly kind: "same" | "changed" | "missed" | "careful" | "refused";
	readonly text?: string;
}

export interface VersionOptions {
	readonly exec: Exec;
	readonly folder: string;
	readonly shell: string;
	readonly baseOf: (ref: string) => string;
}

const common = { committedAt: "2025-10-24T15:51:32Z", dirty: false } as const;
const branch = { ...common, revision: "1".repeat(40), event: { kind: "push", branch: "main" } } as const;
const release = {
	...common,
	revision: "2".repeat(40),
	date: "2026-01-02T03:04:05Z",
	event: { kind: "tag", tag: "v1.2.0" },
} as const;

/** Builds each case for a branch and for a release of another commit, and compares images with fingerprints. */
export async function compareVersions(
	seeds: readonly number[],
	options: VersionOptions,
	onBatch: (verdicts: readonly VersionVerdict[]) => void = () => {},
): Promise<readonly VersionVerdict[]> {
	const verdicts: VersionVerdict[] = [];
	for (let at = 0; at < seeds.length; at += 20) {
		const more = await batch(seeds.slice(at, at + 20), options);
		verdicts.push(...more);
		onBatch(more);
	}
	return verdicts;
}

async function batch(seeds: readonly number[], { exec, folder, shell, baseOf }: VersionOptions) {
	const cases = await Promise.all(
		seeds.map(async (seed) => {
			const root = path.join(folder, `c${seed}`);
			const project = generateVersions(seed, shell);
			await writeProject(root, project);
			const plans = [
				await planOf(root, baseOf, { request: { source: branch } }),
				await planOf(root, baseOf, { request: { source: release, versions: new Map([["app", "1.2.0"]]) } }),
			];
			return { seed, root, project, plans };
		}),
	);
	const target: Record<string, unknown> = {};
	for (const { seed, root, plans } of cases)
		for (const [i, plan] of plans.entries())
			if (plan.images.every(({ decision }) => decision.kind === "build"))
				target[`c${seed}x${i}`] = {
					...targetOf(plan, root),
					output: [`type=oci,dest=${path.join(folder, `c${seed}x${i}.tar`)},rewrite-timestamp=true`],
				};
	await buildTargets(exec, folder, target);
	const verdicts: VersionVerdict[] = [];
	for (const { seed, root, project, plans } of cases) {
		const built = await Promise.all(plans.map((_, i) => readImage(path.join(folder, `c${seed}x${i}.tar`))));
		const kind = judge(plans, built);
		const dockerfile = project.files.Dockerfile;
		const text = `case ${seed}: ${kind}\n${dockerfile?.kind === "file" ? dockerfile.text : ""}\n${built.join("\n")}`;
		verdicts.push({ seed, kind, ...(["missed", "refused"].includes(kind) && { text }) });
		await rm(root, { recursive: true, force: true });
	}
	return verdicts;
}

function judge(plans: readonly Plan[], built: readonly (string | undefined)[]): VersionVerdict["kind"] {
	const [before, after] = plans.map((plan) => plan.images[0]);
	if (built.includes(undefined) || before === undefined || after === undefined) return "refused";
	const isOther = built[0] !== built[1];
	const isBuilt = before.fingerprint !== after.fingerprint;
	if (isOther) return isBuilt ? "changed" : "missed";
	return isBuilt ? "careful" : "same";
}

/** A failed target ends a bake: then each is built separately. */
async function buildTargets(exec: Exec, folder: string, target: Readonly<Record<string, unknown>>): Promise<void> {
	await mkdir(folder, { recursive: true });
	const bake = async (some: Readonly<Record<string, unknown>>) => {
		const [first] = Object.keys(some);
		const definition = path.join(folder, `${first}.json`);
		await writeFile(definition, JSON.stringify({ group: { default: { targets: Object.keys(some) } }, target: some }));
		const argv = ["docker", "buildx", "bake", `--file=${definition}`, "--progress=plain"] as const;
		return (await exec([...argv, "--allow=fs.read=*", "--allow=fs.write=*"])).exitCode;
	};
	if (Object.keys(target).length === 0 || (await bake(target)) === 0) return;
	for (const [name, one] of Object.entries(target)) await bake({ [name]: one });
}

/** Unpacked layers and container settings, without labels. Undefined if nothing was built. */
async function readImage(tar: string): Promise<string | undefined> {
	const bytes = await readFile(tar).catch(() => undefined);
	if (bytes === undefined) return undefined;
	const files = readTar(bytes);
	const json = (name: string) => JSON.parse(files.get(name)?.split("\n").slice(5).join("\n") ?? "null");
	const blob = (digest: string) => json(`blobs/${digest.replace(":", "/")}`);
	const { config, rootfs } = blob(blob(json("index.json").manifests[0].digest).config.digest);
	await rm(tar);
	return JSON.stringify([rootfs.diff_ids, { ...config, Labels: undefined }]);
}

export function sayVersions(verdicts: readonly VersionVerdict[]): string {
	const count = (kind: VersionVerdict["kind"]) => verdicts.filter((one) => one.kind === kind).length;
	return `${verdicts.length} cases: ${count("changed")} built for the release, ${count("same")} reused; wrong: ${count("missed")}; built for nothing: ${count("careful")}; refused by the engine: ${count("refused")}`;
}
