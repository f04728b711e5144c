import path from "node:path";
import { namedContextKey } from "../../../model/dockerfile/dockerfile.ts";
import type { Plan, PlannedImage } from "../../../model/documents/plan.ts";
import { repositoryOf } from "../../../model/oci/reference.ts";
import { identityAnnotations, identityOf, type SourceRepository } from "../../../model/service/image-identity.ts";
import type { BuildSecret, NamedContext, SecretSource, Service, SshAgent } from "../../../model/service/service.ts";
import { bakedAnnotation } from "../../../model/tags/volatile-values.ts";
import { defined } from "../../../util/defined.ts";
import type { Env } from "../../../util/env.ts";
import { escapeBake } from "../../../util/escape-bake.ts";
import type { FolderUse } from "../contexts/context-links.ts";
import { secretEnvName, sshAgentPath } from "../secrets.ts";
import { buildArgs, imageDate, imageLabels } from "./args-and-labels.ts";
import { type Attestations, attestSpecs } from "./attestations.ts";
import { type Cache, cacheSpecs, noCache } from "./cache.ts";
import { outputSpec } from "./output.ts";
import { csv, imageId, targetNames } from "./targets.ts";

/** One target of a bake definition, with bake's own keys. Every string is escaped for bake. */
export interface BakeTarget {
	readonly context: string;
	readonly dockerfile: string;
	readonly target?: string;
	readonly platforms: readonly string[];
	readonly args: Readonly<Record<string, string>>;
	readonly labels: Readonly<Record<string, string>>;
	readonly annotations: readonly string[];
	readonly contexts: Readonly<Record<string, string>>;
	readonly secret: readonly string[];
	readonly ssh?: readonly string[];
	readonly "cache-from"?: readonly string[];
	readonly "cache-to"?: readonly string[];
	readonly attest: readonly string[];
	readonly output: readonly string[];
	readonly "no-cache"?: true;
}

/** A bake definition as JSON: https://docs.docker.com/build/bake/reference/ */
export interface BakeFile {
	readonly group: { readonly default: { readonly targets: readonly string[] } };
	readonly target: Readonly<Record<string, BakeTarget>>;
}

export interface BakeInput {
	readonly plan: Plan;
	/** Absolute folder of the plan's paths on this machine. */
	readonly root: string;
	/** The images to build; by default all that the plan decided to build. */
	readonly images?: readonly PlannedImage[];
	/** By `imageId`: digests of images that this run has pushed. */
	readonly pushed?: ReadonlyMap<string, string>;
	/** By `imageId`: content hashes of its base images from the catalog, by service. */
	readonly parentHashes?: ReadonlyMap<string, Readonly<Record<string, string>>>;
	readonly steps?: "cached" | "uncached";
	/** No external cache by default. */
	readonly cache?: Cache;
	/** None by default. */
	readonly attest?: Attestations;
	/** The builder's driver; `docker` by default. */
	readonly driver?: string;
	/** Whether files get one date if the catalog does not say; true by default. */
	readonly rewriteTimestamp?: boolean;
	/** Path of a build context, `relative` to the root; by default in the root itself. */
	readonly folderAt?: (image: PlannedImage, service: Service, use: FolderUse, relative: string) => string;
	/** The environment with the paths of SSH sockets and keys. */
	readonly env?: Env;
	/** Values of secrets by name, which buildx reads from `secretEnvironment`. */
	readonly secretValues?: SecretSource["values"];
}

/** One target per image. Base images from the catalog are digests if they are in the registry, else linked targets. */
export function bakeDefinition(input: BakeInput): BakeFile {
	const images = input.images ?? input.plan.images.filter(({ decision }) => decision.kind === "build");
	const services = new Map(input.plan.services.map((service) => [service.name, service]));
	const names = targetNames(images);
	const target = Object.fromEntries(
		images.map((image) => {
			const service = services.get(image.service);
			if (service === undefined) throw new Error(`the plan has an image of ${image.service}, but no such service`);
			return [names.get(imageId(image)) ?? image.service, bakeTarget(input, names, service, image)];
		}),
	);
	return escapeBake({ group: { default: { targets: [...names.values()] } }, target });
}

function bakeTarget(
	input: BakeInput,
	names: ReadonlyMap<string, string>,
	service: Service,
	image: PlannedImage,
): BakeTarget {
	const {
		plan,
		root,
		cache = noCache,
		attest = { provenance: "off" },
		driver = "docker",
		rewriteTimestamp = true,
	} = input;
	const isUncached = input.steps === "uncached" || isStale(image);
	const { from, to } = cacheSpecs(cache, plan, service, image);
	const { ssh = [] } = service;
	const pathOf = pathFinder(input, service, image);
	return {
		context: pathOf("context", service.context),
		dockerfile: path.join(pathOf("dockerfile", path.dirname(service.dockerfile)), path.basename(service.dockerfile)),
		...defined({ target: service.target }),
		platforms: [image.platform],
		args: buildArgs(plan, service, image),
		labels: imageLabels(plan, service, image),
		annotations: annotationsOf(image, plan.source, input.parentHashes?.get(imageId(image))),
		contexts: namedContexts(input, names, service, image),
		secret: service.secrets.map((secret) => secretSpec(root, secret, input.secretValues)),
		...(ssh.length > 0 && { ssh: ssh.map((agent) => sshSpec(agent, input.env ?? {})) }),
		...(from.length > 0 && !isUncached && { "cache-from": from }),
		...(to.length > 0 && { "cache-to": to }),
		attest: attestSpecs(attest),
		output: [outputSpec(image, service, { date: imageDate(plan, service), driver, rewriteTimestamp })],
		...(isUncached && { "no-cache": true }),
	};
}

function pathFinder({ folderAt, root }: BakeInput, service: Service, image: PlannedImage) {
	return (use: FolderUse, relative: string) => folderAt?.(image, service, use, relative) ?? path.join(root, relative);
}

/** For later plans and builds. */
function annotationsOf(
	image: PlannedImage,
	repository: SourceRepository,
	parentHashes: Readonly<Record<string, string>> = {},
): readonly string[] {
	const { components, baked } = image;
	const hashes = Object.fromEntries(components.map(({ name, hash }) => [name, hash]));
	const identity = Object.entries(identityAnnotations(identityOf(image, repository)));
	return [
		...identity.map(([name, value]) => `manifest:${name}=${value}`),
		`manifest:com.lucid.components=${JSON.stringify(hashes)}`,
		...(baked === undefined ? [] : [`manifest:${bakedAnnotation}=${JSON.stringify(baked)}`]),
		...(Object.keys(parentHashes).length > 0 ? [`manifest:com.lucid.parents=${JSON.stringify(parentHashes)}`] : []),
	];
}

/** An image rebuilt for its age must not come from the cache. */
function isStale({ decision }: PlannedImage): boolean {
	return decision.reasons.some(({ kind }) => kind === "stale");
}

function secretSpec(root: string, secret: BuildSecret, values?: BakeInput["secretValues"]): string {
	switch (secret.from) {
		case "env":
			return csv([`id=${secret.id}`, `env=${values?.has(secret.env) ? secretEnvName(secret.env) : secret.env}`]);
		case "file":
			return csv([`id=${secret.id}`, `src=${path.join(root, secret.file)}`]);
		default:
			return secret satisfies never;
	}
}

/** An agent's socket or a key from the variable that names its path; by default Docker finds the usual agent. */
function sshSpec({ id, env }: SshAgent, values: Env): string {
	if (env === undefined) return csv([id]);
	return csv([`${id}=${sshAgentPath(env, values) ?? ""}`]);
}

/** Pinned base images, then images of the catalog, then the catalog's own contexts. */
function namedContexts(
	input: BakeInput,
	names: ReadonlyMap<string, string>,
	service: Service,
	image: PlannedImage,
): Readonly<Record<string, string>> {
	const pathOf = pathFinder(input, service, image);
	const pinned = new Map(image.bases.map((base) => [base.ref, base.pinned]));
	const contextSpec = (name: string, context: NamedContext): string => {
		switch (context.kind) {
			case "service":
				return catalogImage(input, names, context.service, image.platform);
			case "image":
				return `docker-image://${pinned.get(context.ref) ?? context.ref}`;
			case "path":
				return pathOf(`context:${name}`, context.path);
			case "url":
				return context.url;
			default:
				return context satisfies never;
		}
	};
	return Object.fromEntries([
		...image.bases.map(({ ref, pinned }) => [namedContextKey(ref), `docker-image://${pinned}`]),
		...Object.entries(image.from).map(([ref, name]) => [
			namedContextKey(ref),
			catalogImage(input, names, name, image.platform),
		]),
		...Object.entries(service.contexts).map(([name, context]) => [namedContextKey(name), contextSpec(name, context)]),
	]);
}

function catalogImage(
	{ plan, pushed }: BakeInput,
	names: ReadonlyMap<string, string>,
	service: string,
	platform: string,
): string {
	const id = imageId({ service, platform });
	const image = plan.images.find((planned) => imageId(planned) === id);
	if (image === undefined) throw new Error(`the plan has no image of ${service} for ${platform}`);
	const digest = pushed?.get(id) ?? (image.decision.kind === "unchanged" ? image.decision.digest : undefined);
	if (digest !== undefined) return `docker-image://${repositoryOf(image.contentRef)}@${digest}`;
	const target = names.get(id);
	return target === undefined ? `docker-image://${image.contentRef}` : `target:${target}`;
}

/** The contents of a file for `docker buildx bake --file`. */
export function bakeFileText(file: BakeFile): string {
	return `${JSON.stringify(file, undefined, 2)}\n`;
}
