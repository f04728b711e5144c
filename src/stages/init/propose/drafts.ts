import { nodeAt, type TreeNode } from "../../../model/dockerfile/dockerfile.ts";
import { defined } from "../../../util/defined.ts";
import type { BuildCommand } from "../read/build-commands.ts";
import { awaitedJobs, type ComposeService } from "../read/compose.ts";
import type { ManifestContainer } from "../read/kubernetes.ts";
import { hasPlaceholder } from "../read/word-text.ts";
import { serviceNameFor, toKebabCase, uniqueName } from "./service-names.ts";

/** The contents of a repository that init uses. Paths are relative to its root. */
export interface RepositoryContents {
	/** The project's name in the catalog's form. */
	readonly project: string;
	/** The registry of its images according to its git remote: `ghcr.io/acme`. */
	readonly home?: string;
	readonly tree: TreeNode;
	readonly dockerfiles: readonly string[];
	readonly compose: readonly { readonly file: string; readonly services: readonly ComposeService[] }[];
	readonly commands: readonly BuildCommand[];
	/** Containers in Kubernetes manifests. */
	readonly manifests: readonly ManifestContainer[];
	readonly text: (path: string) => string | undefined;
}

/** A proposed image with the information from all sources. */
export interface Draft {
	readonly name: string;
	/** Files, and lines, that mention it. */
	readonly sources: readonly string[];
	readonly dockerfile: string;
	/** Undefined if no source says it. */
	readonly context?: string;
	readonly target?: string;
	/** By priority: the last one wins. */
	readonly commands: readonly BuildCommand[];
	/** Compose services that run it, first the one that gave its name. */
	readonly compose: readonly ComposeService[];
	/** In Compose, others wait until it has completed. */
	readonly job?: true;
}

/** One draft per image: from Compose, from build commands, and from the other Dockerfiles. */
export function collectDrafts(repository: RepositoryContents): readonly Draft[] {
	const { dockerfiles, project } = repository;
	const drafts = [...fromCompose(repository)];
	const taken = () => new Set(drafts.map(({ name }) => name));
	for (const commands of groups(repository.commands).values()) {
		const best = commands.findLast(({ dockerfile }) => dockerfileExists(repository, dockerfile)) ?? commands.at(-1);
		if (best === undefined) continue;
		const dockerfile = asThere(repository, best.dockerfile);
		const sources = commands.map(({ at }) => `${at.file}:${at.line}`);
		const known = drafts.findIndex(
			(one) => one.dockerfile === dockerfile && !one.job && (one.target === best.target || best.target === undefined),
		);
		const draft = drafts[known];
		if (draft !== undefined) {
			const more = { sources: [...draft.sources, ...sources], commands: [...draft.commands, ...commands] };
			drafts[known] = { ...draft, ...more };
			continue;
		}
		const name = uniqueName(shortName(commands, repository) ?? serviceNameFor(dockerfile, project), taken());
		const target = best.target === undefined ? {} : { target: best.target };
		drafts.push({ name, sources, dockerfile, ...target, commands, compose: [] });
	}
	for (const dockerfile of dockerfiles) {
		if (drafts.some((one) => one.dockerfile === dockerfile)) continue;
		const name = uniqueName(serviceNameFor(dockerfile, project), taken());
		drafts.push({ name, sources: [dockerfile], dockerfile, commands: [], compose: [] });
	}
	return drafts;
}

/** Compose services with the same Dockerfile and target share one image. A job has its own. */
function fromCompose(repository: RepositoryContents): readonly Draft[] {
	const drafts = new Map<string, Draft>();
	for (const { file, services } of repository.compose) {
		const jobs = awaitedJobs(services);
		for (const { image, ...written } of services) {
			if (written.build === undefined) continue;
			const job = jobs.has(written.name);
			// An image name that a job shares belongs to the other service.
			const shared = job && services.some((one) => one.name !== written.name && one.image === image);
			const service = { ...written, ...(image !== undefined && !shared && { image }) };
			const { context, target } = written.build;
			const dockerfile = asThere(repository, written.build.dockerfile);
			const key = `${dockerfile}\n${target ?? ""}${job ? `\n${written.name}` : ""}`;
			const known = drafts.get(key);
			// The same service in another Compose file.
			if (known?.compose.some(({ name }) => name === service.name)) continue;
			if (known !== undefined) {
				drafts.set(key, { ...known, compose: [...known.compose, service] });
				continue;
			}
			const taken = new Set([...drafts.values()].map(({ name }) => name));
			const name = uniqueName(toKebabCase(service.name) || serviceNameFor(dockerfile, repository.project), taken);
			drafts.set(key, {
				name,
				sources: [file],
				dockerfile,
				context,
				...defined({ target }),
				commands: [],
				compose: [service],
				...(job && { job }),
			});
		}
	}
	return [...drafts.values()];
}

/** Groups commands by the name of their image, without registry and namespace. Commands that push are last: they win. */
function groups(commands: readonly BuildCommand[]): ReadonlyMap<string, readonly BuildCommand[]> {
	const found = new Map<string, BuildCommand[]>();
	for (const command of commands) {
		const key = imageBasename(command) ?? `${command.dockerfile}\n${command.target ?? ""}`;
		found.set(key, [...(found.get(key) ?? []), command]);
	}
	return new Map(
		[...found].map(([key, list]) => [key, [...list.filter((one) => !one.pushes), ...list.filter((one) => one.pushes)]]),
	);
}

/** `lucid-api-gateway` of `docker.io/pickme/lucid-api-gateway:latest`. */
export function imageBasename({ tags }: BuildCommand): string | undefined {
	const image = tags
		.map(({ image: one }) => one.split("/").at(-1) ?? "")
		.find((one) => one !== "" && !hasPlaceholder(one));
	return image?.toLowerCase();
}

/** The image name without the common prefix of all images. */
function shortName(
	commands: readonly BuildCommand[],
	{ commands: all, project }: RepositoryContents,
): string | undefined {
	const own = commands.map(imageBasename).findLast((one) => one !== undefined);
	if (own === undefined) return undefined;
	const start = commonPrefix([...new Set(all.flatMap((one) => imageBasename(one) ?? []))], project);
	return toKebabCase(own.slice(start.length)) || undefined;
}

/** `lucid-` for lucid-api and lucid-web. For a single name, only the project's name is a known prefix. */
export function commonPrefix(names: readonly string[], project: string): string {
	const [first = "", ...rest] = names;
	const all = first.split("-").map((_, i, words) => `${words.slice(0, i).join("-")}${i > 0 ? "-" : ""}`);
	if (rest.length === 0) return first.startsWith(`${project}-`) ? `${project}-` : "";
	return all.findLast((start) => names.every((name) => name.startsWith(start) && name.length > start.length)) ?? "";
}

export const dockerfileExists = ({ tree }: RepositoryContents, path: string): boolean =>
	nodeAt(tree, asThereIn(tree, path)) !== undefined;

const asThere = ({ tree }: RepositoryContents, path: string): string => asThereIn(tree, path);

/** BuildKit falls back from `Dockerfile` to `dockerfile`. */
function asThereIn(tree: TreeNode, path: string): string {
	const lower = path.replace(/Dockerfile$/, "dockerfile");
	return nodeAt(tree, path) === undefined && nodeAt(tree, lower) !== undefined ? lower : path;
}
