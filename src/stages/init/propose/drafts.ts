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
	const { tree, dockerfiles, project } = repository;
	const drafts = [...fromCompose(repository)];
	const newName = (name: string | undefined, dockerfile: string) =>
		uniqueName(name ?? serviceNameFor(dockerfile, project), new Set(drafts.map((draft) => draft.name)));
	for (const commands of groupByImage(repository.commands)) {
		const existing = commands.findLast(({ dockerfile }) => nodeAt(tree, inTree(tree, dockerfile)) !== undefined);
		const best = existing ?? commands.at(-1);
		if (best === undefined) continue;
		const { target } = best;
		const dockerfile = inTree(tree, best.dockerfile);
		const sources = commands.map(({ at }) => `${at.file}:${at.line}`);
		const index = drafts.findIndex(
			(draft) => draft.dockerfile === dockerfile && !draft.job && (target === undefined || draft.target === target),
		);
		const draft = drafts[index];
		if (draft !== undefined) {
			const merged = { sources: [...draft.sources, ...sources], commands: [...draft.commands, ...commands] };
			drafts[index] = { ...draft, ...merged };
		} else {
			const name = newName(shortName(commands, repository), dockerfile);
			drafts.push({ name, sources, dockerfile, ...defined({ target }), commands, compose: [] });
		}
	}
	for (const dockerfile of dockerfiles)
		if (!drafts.some((draft) => draft.dockerfile === dockerfile)) {
			const name = newName(undefined, dockerfile);
			drafts.push({ name, sources: [dockerfile], dockerfile, commands: [], compose: [] });
		}
	return drafts;
}

/** Compose services with the same Dockerfile and target share one image. A job has its own. */
function fromCompose({ tree, compose, project }: RepositoryContents): readonly Draft[] {
	const drafts = new Map<string, Draft>();
	for (const { file, services } of compose) {
		const jobs = awaitedJobs(services);
		for (const { image, build, ...rest } of services) {
			if (build === undefined) continue;
			const job = jobs.has(rest.name) || undefined;
			// An image name that a job shares belongs to the other service.
			const isShared = job && services.some((other) => other.name !== rest.name && other.image === image);
			const service = { ...rest, build, ...defined({ image: isShared ? undefined : image }) };
			const { context, target } = build;
			const dockerfile = inTree(tree, build.dockerfile);
			const key = `${dockerfile}\n${target ?? ""}${job ? `\n${service.name}` : ""}`;
			const draft = drafts.get(key);
			if (draft === undefined) {
				const taken = new Set([...drafts.values()].map(({ name }) => name));
				const name = uniqueName(toKebabCase(service.name) || serviceNameFor(dockerfile, project), taken);
				const optional = defined({ target, job });
				drafts.set(key, { name, sources: [file], dockerfile, context, ...optional, commands: [], compose: [service] });
			} else if (!draft.compose.some(({ name }) => name === service.name))
				drafts.set(key, { ...draft, compose: [...draft.compose, service] });
		}
	}
	return [...drafts.values()];
}

/** Groups commands by the last part of their image name. Commands that push are last: they win. */
function groupByImage(commands: readonly BuildCommand[]): readonly (readonly BuildCommand[])[] {
	const groups = Map.groupBy(
		commands,
		(command) => imageBasename(command) ?? `${command.dockerfile}\n${command.target ?? ""}`,
	);
	return [...groups.values()].map((group) => group.sort((a, b) => Number(a.pushes) - Number(b.pushes)));
}

/** `lucid-api-gateway` of `docker.io/pickme/lucid-api-gateway:latest`. */
export const imageBasename = ({ tags }: BuildCommand): string | undefined =>
	tags
		.map(({ image }) => image.split("/").at(-1) ?? "")
		.find((name) => name !== "" && !hasPlaceholder(name))
		?.toLowerCase();

/** The image name without the common prefix of all images. */
function shortName(group: readonly BuildCommand[], { commands, project }: RepositoryContents): string | undefined {
	const name = group.map(imageBasename).findLast((one) => one !== undefined);
	if (name === undefined) return undefined;
	const prefix = commonPrefix([...new Set(commands.flatMap((command) => imageBasename(command) ?? []))], project);
	return toKebabCase(name.slice(prefix.length)) || undefined;
}

/** `lucid-` for lucid-api and lucid-web. For a single name, only the project's name is a known prefix. */
function commonPrefix(names: readonly string[], project: string): string {
	const [first = "", ...rest] = names;
	if (rest.length === 0) return first.startsWith(`${project}-`) ? `${project}-` : "";
	const prefixes = first.split("-").map((_, i, words) => `${words.slice(0, i).join("-")}${i > 0 ? "-" : ""}`);
	return prefixes.findLast((one) => names.every((name) => name.startsWith(one) && name.length > one.length)) ?? "";
}

/** BuildKit falls back from `Dockerfile` to `dockerfile`. */
function inTree(tree: TreeNode, path: string): string {
	const lower = path.replace(/Dockerfile$/, "dockerfile");
	return nodeAt(tree, path) === undefined && nodeAt(tree, lower) !== undefined ? lower : path;
}
