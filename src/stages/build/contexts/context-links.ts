import { mkdir, symlink } from "node:fs/promises";
import path from "node:path";
import type { PlannedImage } from "../../../model/documents/plan.ts";
import type { Service } from "../../../model/service/service.ts";
import { imageId } from "../bake/targets.ts";
import { shortHash } from "./content-hashes.ts";
import type { ContextCopies } from "./copy-contexts.ts";

/** What a folder is used for: the context, the Dockerfile's folder, or a named context. */
export type FolderUse = "context" | "dockerfile" | `context:${string}`;

/**
 * Links to build contexts under unique names.
 *
 * BuildKit does not read a file again that has the name, path, mode, size and time of one it received before
 * (https://github.com/moby/buildkit/issues/4950). buildx uses the last part of the context's path as the name, and
 * shares a connection between targets with a common folder (buildx 0.29, `detectSharedMounts`). So one image can get
 * another's `app/VERSION`. Images therefore share a context only if all their folders are the same, under a name made
 * of these folders.
 */
export class ContextLinks {
	readonly #folder: string;
	readonly #root: string;
	readonly #copies: Pick<ContextCopies, "copyOf"> | undefined;
	/** Link -> target. */
	readonly #links = new Map<string, string>();

	/** `folder` belongs to this run; `root` is that of the plan's paths; `copies` replace contexts with other modes. */
	constructor(folder: string, root: string, copies?: Pick<ContextCopies, "copyOf">) {
		this.#folder = folder;
		this.#root = root;
		this.#copies = copies;
	}

	/** The path to use for a folder, `relative` to the root, in the build of an image. */
	pathOf(image: PlannedImage, service: Service, use: FolderUse, relative: string): string {
		const copy = use === "dockerfile" ? undefined : this.#copies?.copyOf(relative);
		const real = copy ?? path.join(this.#root, relative);
		// Links need a privilege on Windows.
		if (process.platform === "win32") return real;
		const key = keyOf(this.#root, service);
		const link = path.join(this.#folder, use === "context" ? key : shortHash([imageId(image), use]), key);
		this.#links.set(link, real);
		return link;
	}

	/** Creates the links that were returned. */
	async create(): Promise<void> {
		for (const [link, real] of this.#links) {
			await mkdir(path.dirname(link), { recursive: true });
			await symlink(real, link);
		}
	}
}

/** Stable from run to run, so that only changes are sent; different if the service's contexts move. */
function keyOf(root: string, { context, contexts }: Service): string {
	const named = Object.entries(contexts).map(([name, context]) => [name, context.kind === "path" ? context.path : ""]);
	return shortHash([root, context, ...named.sort().flat()]);
}
