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
import { canonicalPlatforms, checkPlatforms } from "../shared/check-platforms.ts";
import type { StageContext } from "../shared/context.ts";
import { writeDocument } from "../shared/documents-folder.ts";
import { openCatalog, openRegistries, openSource, openTree } from "../shared/open-catalog.ts";
import { inputReader } from "../shared/read-inputs.ts";
import { selectServices } from "../shared/select-services.ts";
import { serviceTags } from "../shared/service-tags.ts";
import { removeDiagnoses, writeSmokeFiles } from "../shared/smoke-files.ts";
import { type PushedImage, runSmoke } from "../smoke/run-smoke.ts";
import { findOnHost, readHostInfo } from "./host-images.ts";

/**
 * Says which published images a machine has, and which it has in an old version; starts what it has, probes it, and writes `verify-host.json`. Pulls
 * nothing, and leaves what runs there alone.
 */
export async function verifyHost(options: StageOptions, world: StageContext): Promise<HostResult> {
	const started = world.now();
	const registry = openRegistries(options, world);
	const catalog = await openCatalog(options, world);
	const { signal, progress } = world;
	checkPlatforms(options.platform, catalog.services);
	const source = await openSource(options, catalog.root, world);
	const selected = selectServices(catalog, { services: options.service, phases: options.phase });
	const wanted = { host: options.dockerHost, context: options.dockerContext };
	await using door = await connectEngine(world.docker, wanted, { env: world.env, signal });
	await requireCompose({ ...world, ...door });
	const host = await readHostInfo(door.api, signal);
	const asked = canonicalPlatforms(options.platform);
	const platforms = asked.length > 0 ? asked : [host.platform];

	const floating = (service: Service) => serviceTags(service, asPushToDefaultBranch(source), catalog).floating[0];
	const look = async (service: Service, platform: string): Promise<HostImage | undefined> => {
		const tag = floating(service);
		if (tag === undefined || !service.platforms.includes(platform)) return undefined;
		const ref = `${service.image}:${tag}`;
		const facts = await registry.imageFacts(ref, platform);
		const { name, image } = service;
		const manifestOf = async (digest: string) =>
			(await registry.imageFacts(`${image}@${digest}`, platform).catch(() => undefined))?.digest;
		return findOnHost(door.api, { service: name, platform, ref, image, facts, manifestOf }, signal);
	};
	// What is not selected may be needed by what is.
	const all = (
		await Promise.all(catalog.services.flatMap((service) => platforms.map((platform) => look(service, platform))))
	).filter((one) => one !== undefined);
	const names = new Set(selected.map(({ name }) => name));
	const images = all.filter(({ service }) => names.has(service));
	const runnable = (list: readonly HostImage[]) =>
		list.flatMap(({ service, platform, ref, here }): PushedImage[] =>
			here === undefined ? [] : [{ service, platform, ref, digest: here.digest }],
		);
	const kinds = await kindsOf(catalog, openGit(catalog.root, world), registry);
	const plan: Plan = {
		...kinds,
		...{ kind: "lucid.plan", version: 1, root: catalog.root, source, project: catalog.project },
		...{ network: catalog.network, phases: catalog.phases, services: catalog.services, planned: catalog.planned },
		...{ externals: catalog.externals, selected: [...names], tags: {}, waves: [], matrix: { include: [] } },
	};
	// Not where publish would take it for the verdict on a build.
	const outDir = path.join(options.out, "host");
	await removeDiagnoses(outDir);
	const smoke = await runSmoke({
		...{ plan, docker: door.docker, api: door.api, progress, signal, outDir },
		images: runnable(images),
		supporting: runnable(all.filter(({ service }) => !names.has(service))),
		options: {
			...{ images: "present", reach: door.reach, mirrored: (image) => registry.mirrored(image) },
			...defined({ maxParallel: options.maxParallel }),
		},
	});
	const result: HostResult = {
		...{ kind: "lucid.verify-host", version: 1, host, images },
		smoke: await writeSmokeFiles(outDir, smoke),
		durationMs: Math.round(world.now() - started),
	};
	await writeDocument(options.out, result);
	return result;
}

/** What decides, of services that have neither ports nor health, whether they are started: read only where there is such a one. */
async function kindsOf(catalog: Catalog, git: Git, registry: Registry): Promise<Pick<Plan, "images" | "parents">> {
	const unsure = catalog.services.some((service) => serviceKind({ ...catalog, images: [] }, service) === "base");
	if (!unsure) return { images: [] };
	const { files } = await openTree(catalog.root, git);
	const ask = baseConfigReader(registry);
	const reader = inputReader(catalog, files, (ref, platform) => ask(ref, platform).catch(() => undefined));
	const read = await reader.readAll(catalog.services, [], "to-build");
	const images = read.flatMap((one): PlannedImage[] => {
		if (one.trace === undefined) return [];
		const bare = bareImage(one.service, one.platform, "", { kind: "build", reasons: [] });
		// One of this catalog is taken to have a command.
		const command = one.command ?? (one.trace.finalStage.base.kind === "named" ? "inherited" : undefined);
		return [{ ...bare, ...(command && { command }) }];
	});
	return { images, parents: parentServices(read) };
}
