import path from "node:path";
import { connectEngine } from "../../adapters/docker/connect-engine.ts";
import { requireCompose } from "../../adapters/docker/inspect-engine.ts";
import type { Git } from "../../adapters/git/git.ts";
import type { Registry } from "../../adapters/registry/registry.ts";
import type { Plan, PlannedImage } from "../../model/documents/plan.ts";
import { asPushToDefaultBranch } from "../../model/documents/source.ts";
import type { HostImage, HostResult } from "../../model/documents/verify-host.ts";
import type { Catalog, Service } from "../../model/service/service.ts";
import { serviceKind } from "../../model/service/service-kind.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { defined } from "../../util/defined.ts";
import { baseConfigReader } from "../plan/base-config.ts";
import { bareImage } from "../plan/decide/blocked.ts";
import { parentServices } from "../plan/make-plan.ts";
import { openGit } from "../shared/catalog-root.ts";
import type { StageContext } from "../shared/context.ts";
import { writeDocument } from "../shared/documents-folder.ts";
import { openCatalog, openRegistries, openSource, openTree } from "../shared/open-catalog.ts";
import { inputReader } from "../shared/read-inputs.ts";
import { ledgerTags, readLedger, whyUnrecorded } from "../shared/records/publication-ledger.ts";
import { plannedReuse } from "../shared/reuse.ts";
import { canonicalPlatforms, checkPlatforms, selectServices } from "../shared/select-services.ts";
import { serviceTags } from "../shared/service-tags.ts";
import { removeDiagnoses, writeSmokeFiles } from "../shared/smoke-files.ts";
import { type PushedImage, runSmoke } from "../smoke/run-smoke.ts";
import { findOnHost, readHostInfo } from "./host-images.ts";
import { openHostSignatures, requireSignature } from "./host-signatures.ts";

/**
 * Compares the published images with those of a machine, starts and probes what it has, and writes `verify-host.json`.
 * Pulls nothing, and leaves running containers alone.
 */
export async function verifyHost(options: StageOptions, context: StageContext): Promise<HostResult> {
	const started = context.now();
	const registry = openRegistries(options, context);
	const catalog = await openCatalog(options, context);
	const { signal, progress } = context;
	checkPlatforms(options.platform, catalog.services);
	const source = await openSource(options, catalog.root, context);
	const selected = selectServices(catalog, { services: options.service, phases: options.phase });
	const endpoint = { host: options.dockerHost, context: options.dockerContext };
	await using engine = await connectEngine(context.docker, endpoint, { env: context.env, signal });
	await requireCompose({ ...context, ...engine });
	const host = await readHostInfo(engine.api, signal);
	const chosenPlatforms = canonicalPlatforms(options.platform);
	const platforms = chosenPlatforms.length > 0 ? chosenPlatforms : [host.platform];

	const floating = (service: Service) => serviceTags(service, asPushToDefaultBranch(source), catalog).floating[0];
	const readCopy = async (ref: string, copy: string) => {
		const manifest = await registry.manifest(ref);
		return manifest && readLedger(manifest, copy);
	};
	const reuse = plannedReuse(catalog, options);
	const signatures = await openHostSignatures({ source, ...defined({ reuse }) }, options, { registry, context });
	const findPublished = async (service: Service, platform: string): Promise<HostImage | undefined> => {
		const tag = floating(service);
		if (tag === undefined || !service.platforms.includes(platform)) return undefined;
		const ref = `${service.image}:${tag}`;
		const { name, image } = service;
		const [facts, ledger] = await Promise.all([
			registry.imageFacts(ref, platform),
			Promise.all(ledgerTags(tag, 2).map((copy) => readCopy(`${image}:${copy}`, copy))),
		]);
		const foreign = whyUnrecorded(tag, facts && (facts.indexDigest ?? facts.digest), ledger);
		if (foreign !== undefined) return { service: name, platform, ref, state: "foreign", foreign };
		const manifestOf = async (digest: string) =>
			(await registry.imageFacts(`${image}@${digest}`, platform).catch(() => undefined))?.digest;
		const found = await findOnHost(engine.api, { service: name, platform, ref, image, facts, manifestOf }, signal);
		return signatures === undefined ? found : requireSignature(found, image, signatures);
	};
	// Services that are not selected may be needed by those that are.
	const rows = (
		await Promise.all(
			catalog.services.flatMap((service) => platforms.map((platform) => findPublished(service, platform))),
		)
	).filter((input) => input !== undefined);
	const names = new Set(selected.map(({ name }) => name));
	const images = rows.filter(({ service }) => names.has(service));
	const runnable = (list: readonly HostImage[]) =>
		list.flatMap(({ service, platform, ref, here, state }): PushedImage[] =>
			here === undefined || state === "unsigned" ? [] : [{ service, platform, ref, digest: here.digest }],
		);
	const kinds = await kindsOf(catalog, openGit(catalog.root, context), registry);
	const plan: Plan = {
		...kinds,
		...{ kind: "lucid.plan", version: 1, root: catalog.root, source, project: catalog.project },
		...{ network: catalog.network, phases: catalog.phases, services: catalog.services, planned: catalog.planned },
		...{ externals: catalog.externals, selected: [...names], tags: {}, waves: [], matrix: { include: [] } },
	};
	// Publish must not read this result as the verdict on a build.
	const outDir = path.join(options.out, "host");
	await removeDiagnoses(outDir);
	const smoke = await runSmoke({
		...{ plan, docker: engine.docker, api: engine.api, progress, signal, outDir },
		images: runnable(images),
		supporting: runnable(rows.filter(({ service }) => !names.has(service))),
		options: {
			...{ images: "present", reach: engine.reach, mirrored: (image) => registry.mirrored(image) },
			...defined({ maxParallel: options.maxParallel }),
		},
	});
	const result: HostResult = {
		...{ kind: "lucid.verify-host", version: 1, host, images },
		smoke: await writeSmokeFiles(outDir, smoke),
		durationMs: Math.round(context.now() - started),
	};
	await writeDocument(options.out, result);
	return result;
}

/** What decides whether services without ports and health are started. Empty if there are none. */
async function kindsOf(catalog: Catalog, git: Git, registry: Registry): Promise<Pick<Plan, "images" | "parents">> {
	const unsure = catalog.services.some((service) => serviceKind({ ...catalog, images: [] }, service) === "base");
	if (!unsure) return { images: [] };
	const { files } = await openTree(catalog.root, git);
	const ask = baseConfigReader(registry);
	const reader = inputReader(catalog, files, (ref, platform) => ask(ref, platform).catch(() => undefined));
	const read = await reader.readAll(catalog.services, [], "to-build");
	const images = read.flatMap((input): PlannedImage[] => {
		if (input.trace === undefined) return [];
		const bare = bareImage(input.service, input.platform, "", { kind: "build", reasons: [] });
		// A base of this catalog counts as one with a command.
		const command = input.command ?? (input.trace.finalStage.base.kind === "named" ? "inherited" : undefined);
		return [{ ...bare, ...(command && { command }) }];
	});
	return { images, parents: parentServices(read) };
}
