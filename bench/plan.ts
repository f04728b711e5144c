// How long `lucid plan` takes when nothing has changed, beside `git ls-files -s` on the same tree: the floor, since it
// lists what git knows of every file and reads none. Run by script/bench; needs LUCID_REGISTRY.

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openRegistry } from "../src/adapters/registry/registry.ts";
import type { Plan } from "../src/model/documents/plan.ts";
import { mediaTypes } from "../src/model/oci/manifest.ts";
import { identityAnnotations, identityOf } from "../src/model/service/image-identity.ts";
import { farRegistry } from "./delay.ts";
import { between, median, medianOf, once, repeat, settle } from "./measure.ts";
import { start } from "./repository.ts";
import { beside, report } from "./rows.ts";

const host = process.env.LUCID_REGISTRY;
if (host === undefined) throw new Error("LUCID_REGISTRY is not set: run script/bench");
const lucid = path.join(import.meta.dirname, "../dist/lucid.js");
const runs = 11;

interface Work {
	readonly services: number;
	readonly files: number;
	/** Milliseconds more that each request to the registry takes. */
	readonly delay?: number;
	readonly reach: {
		readonly words: string;
		readonly seconds: number;
		readonly megabytes: number;
		/** At most so many times the floor. */
		readonly ratio: number;
	};
}

const small = { words: "under 0.5 s", seconds: 0.5, megabytes: 300, ratio: Number.POSITIVE_INFINITY };
const works: readonly Work[] = [
	{ services: 1, files: 100, reach: small },
	{ services: 35, files: 3500, delay: 30, reach: small },
	{
		services: 300,
		files: 30_000,
		reach: { words: "under 1 s", seconds: 1, megabytes: 300, ratio: Number.POSITIVE_INFINITY },
	},
	{
		services: 35,
		files: 3500,
		reach: small,
	},
	{
		services: 1000,
		files: 100_000,
		reach: {
			words: "under 2 s, under 300 MB; at most 3 times `git ls-files -s`",
			seconds: 2,
			megabytes: 300,
			ratio: 3,
		},
	},
];

/** Each service has a folder, and copies all but one of its files; the first is a base of every tenth. */
async function makeRepository({ services, files }: Work, root: string, registry: string): Promise<void> {
	const each = Math.floor(files / services);
	const names = Array.from({ length: services }, (_, i) => `service-${i}`);
	const lines = [
		"version: 1",
		"project: bench",
		`registry: ${registry}`,
		`image: bench-${path.basename(root).toLowerCase()}/{{name}}`,
		"services:",
	];
	for (const [index, name] of names.entries()) {
		const folder = path.join(root, name);
		await mkdir(path.join(folder, "src"), { recursive: true });
		await mkdir(path.join(folder, "docs"));
		const from = index % 10 === 1 ? "FROM base\n" : "FROM scratch\n";
		await writeFile(path.join(folder, "Dockerfile"), `${from}ARG VERSION\nCOPY src/ /app/\nUSER 65532:65532\n`);
		for (let i = 0; i < each - 2; i++) await writeFile(path.join(folder, "src", `file-${i}.py`), `# ${name} ${i}\n`);
		await writeFile(path.join(folder, "docs/README.md"), `${name}\n`);
		const contexts = index % 10 === 1 ? ", contexts: { base: target:service-0 }" : "";
		lines.push(`  ${name}: { context: ${name}${contexts} }`);
	}
	await writeFile(path.join(root, "lucid.yml"), `${lines.join("\n")}\n`);
	start(root);
}

/** As if everything had been built: a small image under every content tag. The plan checks what it states. */
async function pushAll({ images, source }: Plan): Promise<void> {
	const registry = openRegistry();
	for (const image of images) {
		const { contentRef, platform } = image;
		const repository = contentRef.slice(0, contentRef.lastIndexOf(":"));
		const [os, architecture] = platform.split("/");
		const config = await registry.putBlob(
			repository,
			Buffer.from(JSON.stringify({ os, architecture, rootfs: { type: "layers", diff_ids: [] } })),
		);
		const manifest = {
			schemaVersion: 2,
			mediaType: mediaTypes.manifest,
			config: { ...config, mediaType: "application/vnd.oci.image.config.v1+json" },
			layers: [],
			annotations: identityAnnotations(identityOf(image, source)),
		};
		await registry.putManifest(contentRef, Buffer.from(JSON.stringify(manifest)), mediaTypes.manifest, "content");
	}
}

async function measure(work: Work): Promise<void> {
	const root = await mkdtemp(path.join(tmpdir(), "lucid-bench-"));
	const out = await mkdtemp(path.join(tmpdir(), "lucid-bench-out-"));
	try {
		await using far = await farRegistry(host ?? "", work.delay ?? 0);
		await makeRepository(work, root, far.host);
		const plan = () => once([process.execPath, lucid, "plan", "--json", `--out=${out}`], { cwd: root });
		const unchanged = async () => {
			const sample = await plan();
			const left = (JSON.parse(sample.stdout) as Plan).images.filter(({ decision }) => decision.kind !== "unchanged");
			if (left.length > 0) throw new Error(`${left.length} images were not found unchanged`);
			return sample;
		};
		await pushAll(JSON.parse((await plan()).stdout) as Plan);
		const megabytes: number[] = [];
		const ours = async () => {
			await settle();
			const sample = await unchanged();
			megabytes.push(sample.megabytes);
			return sample.seconds;
		};
		// It takes a fraction of ours: the median of five.
		const floor = () => medianOf(5, async () => (await once(["git", "ls-files", "-s"], { cwd: root })).seconds);
		const name = "`git ls-files -s`, which reads no files and sends no requests";
		const { own, others } = await between(ours, repeat(runs, [[name, floor]]));
		const [seconds, memory] = [median(own), Math.max(...megabytes)];
		const least = beside(name, others[name], 2);
		const ratio = 1 / least.ratio;
		await report({
			work: `plan, ${work.services} ${work.services === 1 ? "service" : "services"}, ${work.files} files, ${work.delay === undefined ? "" : `${work.delay} ms added to each registry request, `}nothing changed`,
			ours: `${seconds.toFixed(2)} s, ${Math.round(memory)} MB`,
			peers: [least],
			reach: work.reach.words,
			held: seconds < work.reach.seconds && memory < work.reach.megabytes && ratio <= work.reach.ratio,
			note: `${ratio.toFixed(1)} times \`git ls-files -s\``,
			why: "The limit is two cores, for our own work and the registry's answers to one request per service. `git ls-files -s` checks no files for changes, reads no Dockerfiles and sends no requests.",
		});
	} finally {
		for (const folder of [root, out]) await rm(folder, { recursive: true, force: true });
	}
}

for (const work of works) await measure(work);
