import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { exec } from "../../src/process/exec.ts";
import { baseOf, shell } from "../dockerfile/bases.ts";
import { cases, mountCases } from "../dockerfile/cases.ts";
import { broughtFiles, buildImage, type Case, type Image, predict, sameImage } from "../dockerfile/differential.ts";

/** The judge is the real engine: what it builds before and after a change, against what this code says the image is built from. */

const builders = 3;
const folders: string[] = [];

before(async () => {
	for (let i = 0; i < builders; i++) folders.push(await mkdtemp(path.join(tmpdir(), "lucid-differential-")));
});
after(async () => {
	for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** Runs a task for each item, as many at once as there are folders to build in. */
async function forEach<T>(items: readonly T[], task: (item: T, folder: string) => Promise<void>): Promise<void> {
	const waiting = [...items];
	await Promise.all(
		folders.map(async (folder) => {
			for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await task(item, folder);
		}),
	);
}

interface Change {
	readonly what: string;
	readonly made: Case;
}

/**
 * Everything that is said not to matter at once (the image must stay the same), and one thing that is said to matter (it must not):
 * files with another text, without their executable bit, and new ones.
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
	// What is in the image already shows what was brought; a third of the cases, and of those one file, is enough to see that it is built anew.
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

/** Notes where engine and prediction disagree on whether it can be built; gives the image when it can. */
async function buildAndCompare(made: Case, what: string, folder: string, found: Findings): Promise<Image | undefined> {
	const image = await buildImage(exec, folder, made);
	const { problems } = predict(made);
	if (typeof image === "string") {
		if (problems.length === 0)
			found.refusedByEngine.push(`${what}: ${image.split("\n").findLast((line) => line.includes("ERROR"))}`);
		return undefined;
	}
	found.built++;
	if (problems.length > 0) found.refusedByUs.push(`${what}: ${problems.join("; ")}`);
	return image;
}

async function compareChanges(list: readonly Case[]): Promise<Findings> {
	const found = noFindings();
	await forEach(list, async (made, folder) => {
		const image = await buildAndCompare(made, made.name, folder, found);
		if (image === undefined) return;
		const { print, files } = predict(made);
		const brought = broughtFiles(image, made.files);
		for (const file of brought) if (!files.has(file)) found.missed.push(`${made.name}: ${file}`);
		for (const change of changes(made)) {
			const what = `${made.name}: ${change.what}`;
			const other = await buildAndCompare(change.made, what, folder, found);
			if (other === undefined) continue;
			const changed = !sameImage(image, other);
			const said = predict(change.made).print !== print;
			if (changed && !said) found.missed.push(what);
			if (!changed && said) found.needless.push(what);
		}
	});
	return found;
}

test("an image changes exactly when one of the files it is said to be built from does", async () => {
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
