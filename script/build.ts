// Makes everything that is generated: dist/, schema/, the action.yml files and the reference pages.
// With --check it writes nothing, says what is stale, and starts every entry of the bundle. Run by Node 24.
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Files } from "./generate/dist.ts";
import { brokenChunks, brokenEntries } from "./generate/entries.ts";
import { generatedFiles } from "./generate/generated-files.ts";

const root = join(import.meta.dirname, "..");
/**
 * Actions are checked out with the whole repository; every job pays for dist. Signatures are 0.31 MB of it: Sigstore's
 * formats, verification, TUF and two trusted roots.
 */
const maxDistBytes = 3_850_000;

async function write(folder: string, files: Files): Promise<void> {
	for (const [path, content] of files) {
		const file = join(folder, path);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, content);
		if (content.startsWith("#!")) await chmod(file, 0o755);
	}
}

async function build(): Promise<void> {
	const files = await generatedFiles(root);
	await rm(join(root, "dist"), { recursive: true, force: true });
	await write(root, files);
	console.log(`${files.size} files, dist is ${(distBytes(files) / 1e6).toFixed(2)} MB`);
}

/** Every complaint there is; none when all is fresh and starts. */
async function complaints(): Promise<readonly string[]> {
	const files = await generatedFiles(root);
	const stale = await Promise.all(
		[...files].map(async ([path, content]) => {
			const there = await readFile(join(root, path), "utf8").catch(() => undefined);
			return there === content ? [] : [`${path} is ${there === undefined ? "missing" : "stale"}`];
		}),
	);
	const distNow = await readdir(join(root, "dist")).catch(() => []);
	const left = distNow.filter((name) => !files.has(`dist/${name}`)).map((name) => `dist/${name} is left over`);
	const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
	const ours = (await import("../src/util/version.ts")).version;
	const bytes = distBytes(files);
	return [
		...stale.flat(),
		...left,
		...(version === ours ? [] : [`src/util/version.ts says ${ours}, package.json ${version}`]),
		...(bytes <= maxDistBytes ? [] : [`dist is ${bytes} bytes, more than ${maxDistBytes}`]),
		...(await started(files)),
	];
}

/** In a folder outside of the repository, whose node_modules would hide that something is not in the bundle. */
async function started(files: Files): Promise<readonly string[]> {
	const folder = await mkdtemp(join(tmpdir(), "lucid-dist-"));
	try {
		await write(folder, new Map([...files].filter(([path]) => path.startsWith("dist/"))));
		const dist = join(folder, "dist");
		return [...(await brokenEntries(dist)), await brokenChunks(dist)].filter((one) => one !== undefined);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function distBytes(files: Files): number {
	return [...files].reduce((sum, [path, text]) => sum + (path.startsWith("dist/") ? Buffer.byteLength(text) : 0), 0);
}

if (process.argv.includes("--check")) {
	const all = await complaints();
	for (const one of all) console.error(one);
	if (all.length > 0) {
		console.error("run script/build and commit what it changes");
		process.exitCode = 1;
	}
} else await build();
