import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { baseOf, shell } from "../dockerfile/bases.ts";
import { type Built, buildAll, type Job, sameFiles } from "../dockerfile/batch.ts";
import { cases, mountCases } from "../dockerfile/cases.ts";
import { broughtFiles, type Case, jobOf, predict } from "../dockerfile/differential.ts";

/**
 * The judge is the real engine: what it builds before and after a change, against what this code says the image is
 * built from.
 */

interface Change {
	readonly what: string;
	readonly made: Case;
}

/**
 * Everything that is predicted not to matter at once (the image must stay the same), and one thing that is predicted to
 * matter (it must not): files with another text, without their executable bit, and new ones.
 */
function changes(made: Case): readonly Change[] {
	const print = predict(made).print;
	const paths = Object.keys(made.files).filter((name) => !name.endsWith("/"));
	const folders = new Set(paths.map((name) => name.replace(/[^/]*$/, "")));
	const edits = [
		...paths.map((name) => [name, `other ${name}`]),
		...[...folders].map((name) => [`${name}new.txt`, `new ${name}`]),
	];
	const withEdits = (list: readonly (readonly string[])[]): Case => ({
		...made,
		files: { ...made.files, ...Object.fromEntries(list) },
	});
	const matters = edits.filter((edit) => predict(withEdits([edit])).print !== print);
	const others = edits.filter((edit) => !matters.includes(edit));
	// What is in the image already shows the copied files; a third of the cases, and of those one file, is enough to see
	// that it is rebuilt.
	const chosen = made.name.length % 3 === 0 ? matters[made.name.length % Math.max(1, matters.length)] : undefined;
	return [
		...(others.length === 0
			? []
			: [{ what: `${others.map(([name]) => name).join(", ")} changed`, made: withEdits(others) }]),
		...(chosen === undefined ? [] : [{ what: `${chosen[0]} changed`, made: withEdits([chosen]) }]),
	];
}

interface Findings {
	readonly missed: string[];
	readonly needless: string[];
	readonly refusedByUs: string[];
	readonly refusedByEngine: string[];
	built: number;
}

const noFindings = (): Findings => ({ missed: [], needless: [], refusedByUs: [], refusedByEngine: [], built: 0 });

interface Step {
	readonly what: string;
	readonly made: Case;
}

/**
 * Builds all that is thought to work in one go, the rest one by one; notes where engine and prediction disagree. By
 * `what`.
 */
async function build(steps: readonly Step[], folder: string, found: Findings): Promise<ReadonlyMap<string, Built>> {
	const jobs = await Promise.all(
		steps.map(async (step, i) => ({ ...step, job: await jobOf(`c${i}`, folder, step.made) })),
	);
	const problems = new Map(jobs.map(({ job, made }) => [job.id, predict(made).problems]));
	const sound = ({ job }: { job: Job }) => problems.get(job.id)?.length === 0;
	const out = path.join(folder, "out");
	const built = new Map(
		await buildAll(
			exec,
			jobs.filter(sound).map(({ job }) => job),
			"files",
			out,
		),
	);
	for (const one of jobs)
		if (!sound(one)) for (const [id, result] of await buildAll(exec, [one.job], "files", out)) built.set(id, result);
	const images = new Map<string, Built>();
	for (const { job, what } of jobs) {
		const image = built.get(job.id);
		const said = problems.get(job.id) ?? [];
		if (typeof image === "object") {
			found.built++;
			images.set(what, image);
			if (said.length > 0) found.refusedByUs.push(`${what}: ${said.join("; ")}`);
		} else if (said.length === 0)
			found.refusedByEngine.push(`${what}: ${image?.split("\n").findLast((line) => line.includes("ERROR"))}`);
	}
	return images;
}

const differences = (a: Built, b: Built) =>
	JSON.stringify(
		[...new Set([...a.files.keys(), ...b.files.keys()])]
			.filter((name) => a.files.get(name) !== b.files.get(name))
			.map((name) => [name, a.files.get(name), b.files.get(name)]),
	);

async function compareChanges(list: readonly Case[]): Promise<Findings> {
	const found = noFindings();
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-differential-"));
	try {
		// Folders of their own: the engine knows a context by its path, and looks at times and sizes only.
		const images = await build(
			list.map((made) => ({ what: made.name, made })),
			path.join(folder, "before"),
			found,
		);
		const steps = list.flatMap((made) => {
			const image = images.get(made.name);
			if (image === undefined) return [];
			const { files } = predict(made);
			for (const file of broughtFiles(image.files, made.files))
				if (!files.has(file)) found.missed.push(`${made.name}: ${file}`);
			return changes(made).map((change) => ({
				what: `${made.name}: ${change.what}`,
				made: change.made,
				of: made,
				image,
			}));
		});
		const others = await build(steps, path.join(folder, "after"), found);
		for (const { what, made, of, image } of steps) {
			const other = others.get(what);
			if (other === undefined) continue;
			const changed = !sameFiles(image, other);
			const said = predict(made).print !== predict(of).print;
			if (changed && !said) found.missed.push(`${what}: ${differences(image, other)}`);
			if (!changed && said) found.needless.push(what);
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
	return found;
}

test("an image changes exactly when one of its predicted files does", async () => {
	const found = await compareChanges(cases);
	assert.deepEqual(found.missed, [], "changes that would not have been built");
	assert.deepEqual(found.needless, [], "changes that would have been built for nothing");
	assert.deepEqual(found.refusedByUs, [], "builds that work and were called impossible");
	assert.deepEqual(found.refusedByEngine, [], "builds the engine refuses without us having said so");
	assert.ok(found.built > cases.length);
});

test("mounts bring the files they bring", async () => {
	const found = await compareChanges(mountCases(baseOf(shell)));
	assert.deepEqual(found.missed, []);
	assert.deepEqual(found.needless, []);
	assert.deepEqual(found.refusedByUs, []);
	assert.deepEqual(found.refusedByEngine, []);
});
