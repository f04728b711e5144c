import { mkdir, symlink } from "node:fs/promises";
import path from "node:path";
import type { PlannedImage } from "../../../model/documents/plan.ts";
import type { Service } from "../../../model/service/service.ts";
import { catalogPath, imageId } from "../bake/targets.ts";
import type { ContextCopies } from "./copy-contexts.ts";
import { shortHash } from "./short-hash.ts";

/** What a folder is to a build: its context, where its Dockerfile lies, or a context by a name of its own. */
export type FolderUse = "context" | "dockerfile" | `context:${string}`;

/**
 * Names for the folders that go to BuildKit, as links, so that no two that differ are sent under one name.
 *
 * BuildKit goes on from what it was sent before under the same name, and takes a file with the path, mode, size and time of one that it has for that very
 * file, unread (https://github.com/moby/buildkit/issues/4950). For a name buildx takes the last part of the context's path; where targets have a folder in
 * common, one connection serves several, under the name of any of them (buildx 0.29, `detectSharedMounts`). `services/api/app/VERSION` and
 * `services/web/app/VERSION` of one checkout, written in the same tick of the clock, are then one file, and an image gets what another one's context holds.
 *
 * So images with the same folders have their context in common, under a name made of these folders, and nothing else.
 */
export class ContextLinks {
	readonly #folder: string;
	readonly #root: string;
	readonly #copies: Pick<ContextCopies, "copyOf"> | undefined;
	/** Link -> what it leads to. */
	readonly #links = new Map<string, string>();

	/** `folder` is one of this run's own; `root` the absolute one that the plan's paths are relative to; `copies` those of contexts that are not sent as they are. */
	constructor(folder: string, root: string, copies?: Pick<ContextCopies, "copyOf">) {
		this.#folder = folder;
		this.#root = root;
		this.#copies = copies;
	}

	/** Where a folder, `relative` to the root, is found while an image is built. */
	pathOf(image: PlannedImage, service: Service, use: FolderUse, relative: string): string {
		const copy = use === "dockerfile" ? undefined : this.#copies?.copyOf(relative);
		const real = copy ?? catalogPath(this.#root, relative);
		// A link takes a right that not everybody has there.
		if (process.platform === "win32") return real;
		const key = keyOf(this.#root, service);
		const link = path.join(this.#folder, use === "context" ? key : shortHash([imageId(image), use]), key);
		this.#links.set(link, real);
		return link;
	}

	/** Makes the links that were given out. */
	async create(): Promise<void> {
		for (const [link, real] of this.#links) {
			await mkdir(path.dirname(link), { recursive: true });
			await symlink(real, link);
		}
	}
}

/** The same from run to run, so that only what has changed is sent; another one once the service's contexts lie elsewhere. */
function keyOf(root: string, { context, contexts }: Service): string {
	const named = Object.entries(contexts).map(([name, one]) => [name, one.kind === "path" ? one.path : ""]);
	return shortHash([root, context, ...named.sort().flat()]);
}
