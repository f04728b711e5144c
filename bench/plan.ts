// How long `lucid plan` takes when nothing has changed, beside `git ls-files -s` on the same tree: the floor, since it
// lists what git knows of every file and reads none. Run by script/bench; needs LUCID_REGISTRY.

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openRegistry } from "../src/adapters/registry/registry.ts";
import type { Plan } from "../src/model/documents/plan.ts";
import { mediaTypes } from "../src/model/oci/manifest.ts";
import { identityAnnotations, identityOf } from "../src/model/service/image-identity.ts";
import { buildRecipe } from "../src/model/service/recipe.ts";
import { bundleAnnotations, bundleType } from "../src/model/signing/bundle-artifact.ts";
import { writeRunStatement } from "../src/model/signing/run-statement.ts";
import { type PlayedSigstore, startSigstore } from "../test/support/sigstore/played-sigstore.ts";
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

/** A run of build-signed.yml built all images: its bundle, attached to each. */
async function signAll({ images }: Plan, sigstore: PlayedSigstore): Promise<void> {
	const registry = openRegistry();
	const found = await Promise.all(
		images.map(async (image) => {
			const subject = (await registry.head(image.contentRef)) ?? { mediaType: "", digest: "", size: 0 };
			return { image, subject, repository: image.contentRef.slice(0, image.contentRef.lastIndexOf(":")) };
		}),
	);
	const bundle = await sigstore.sign(
		writeRunStatement(
			{
				source: {
					url: origin,
					repositoryId: "github.com/1296269",
					revision: "1",
					ref: "refs/heads/main",
					event: "push",
				},
				subjects: found.map(({ repository, subject }) => ({ name: repository, digest: subject.digest })),
				content: {
					images: found.map(({ image: { service, platform, fingerprint, components }, subject }) => ({
						...{
							service,
							platform,
							fingerprint,
							digest: subject.digest,
							recipe: buildRecipe,
							outcome: "built" as const,
						},
						components: Object.fromEntries(components.map(({ name, hash }) => [name, hash])),
						builder: { runner: "github-hosted" as const },
					})),
					verdicts: [],
					indexes: [],
				},
			},
			{ builder: "https://github.com/lucid/build-action/.github/workflows/build-signed.yml@refs/tags/v1" },
		),
	);
	const annotations = bundleAnnotations(bundle, new Date().toISOString());
	for (const { repository, subject } of found)
		await registry.attach(repository, subject, { artifactType: bundleType, bytes: bundle, annotations });
}

const origin = "https://github.com/octo/shop";

/** What it costs to verify who built 35 images that are all reused, with no bundle remembered. */
async function measureVerification(delay: number): Promise<void> {
	const root = await mkdtemp(path.join(tmpdir(), "lucid-bench-"));
	const out = await mkdtemp(path.join(tmpdir(), "lucid-bench-out-"));
	const cache = await mkdtemp(path.join(tmpdir(), "lucid-bench-cache-"));
	try {
		await using far = await farRegistry(host ?? "", delay);
		await using sigstore = await startSigstore();
		await makeRepository({ services: 35, files: 3500, delay, reach: small }, root, far.host);
		await once(["git", "remote", "add", "origin", origin], { cwd: root });
		const plan = async (...more: readonly string[]) => {
			await rm(path.join(cache, "signatures"), { recursive: true, force: true });
			const env = { ...process.env, LUCID_CACHE: cache };
			return once([process.execPath, lucid, "plan", "--json", `--out=${out}`, ...more], { cwd: root, env });
		};
		const unchanged = async (...more: readonly string[]) => {
			await settle();
			const sample = await plan(...more);
			const { images } = JSON.parse(sample.stdout) as Plan;
			const isProven = ({ decision }: Plan["images"][number]) =>
				decision.kind === "unchanged" &&
				(more.length === 0 || decision.reasons.some(({ detail }) => /signed by/.test(detail)));
			if (!images.every(isProven)) throw new Error("an image was not found unchanged, or not proven");
			return sample.seconds;
		};
		const first = JSON.parse((await plan()).stdout) as Plan;
		await pushAll(first);
		await signAll(first, sigstore);
		const verified = () => unchanged("--require-signed", `--trusted-root=${sigstore.trustedRoot}`);
		const name = "the same without verification";
		const { own, others } = await between(verified, repeat(runs, [[name, () => unchanged()]]));
		const peer = beside(name, others[name], 2);
		const more = median((others[name] ?? []).map(({ theirs, ours }) => ours - theirs));
		await report({
			work: `plan, 35 services, 3500 files, ${delay === 0 ? "" : `${delay} ms added to each registry request, `}nothing changed, all images verified`,
			ours: `${median(own).toFixed(2)} s`,
			peers: [peer],
			reach: "at most 0.3 s more than without verification",
			held: more <= 0.3,
			note: `${more.toFixed(2)} s more; no bundle is remembered from an earlier run`,
		});
	} finally {
		for (const folder of [root, out, cache]) await rm(folder, { recursive: true, force: true });
	}
}

for (const work of works) await measure(work);
for (const delay of [0, 30]) await measureVerification(delay);
