import type { TreeEntry } from "../dockerfile/dockerfile.ts";
import type { PlannedImage, PlannedTags, Remark } from "../documents/plan.ts";
import type { Catalog, Service } from "../documents/service.ts";
import type { Source } from "../documents/source.ts";
import type { Problem } from "../errors.ts";
import type { ServiceInputs } from "../inputs/inputs.ts";
import type { Baked } from "../tags/volatile.ts";
import type { Ahead } from "./ahead.ts";
import type { ResolveBase } from "./bases.ts";
import type { Previous } from "./reasons.ts";
import type { Runners } from "./work.ts";

/** What a plan asks the outside. Every answer is a fact about the tree or the registry; nothing here changes them. */
export interface Facts {
	/** Content of a file or link of the tree, as one id. */
	hash(entry: TreeEntry): string | Promise<string>;
	readonly resolveBase: ResolveBase;
	/** The image under a content tag. Undefined only when the registry says that there is none. */
	findImage(ref: string, platform: string): Promise<FoundImage | undefined>;
	/** What is published under a service's floating tag now, for its reasons. */
	findPrevious(service: Service, platform: string): Promise<Previous | undefined>;
	/** Files below the paths that differ from a commit; undefined when it is not known. */
	changedSince(revision: string, paths: readonly string[]): Promise<readonly string[] | undefined>;
}

export interface FoundImage {
	readonly digest: string;
	/** Compressed, bytes. */
	readonly size: number;
	/** Values of volatile build args in its layers. */
	readonly baked?: Baked;
}

export interface PlanRequest {
	readonly catalog: Catalog;
	readonly source: Source;
	readonly selected: readonly Service[];
	readonly force: boolean;
	/** When images whose time-to-live ran out are to be built anew: the time that it is, milliseconds since 1970. */
	readonly staleAt?: number;
	readonly runners?: Runners;
	readonly maxJobs?: number | undefined;
	/** Also estimate what the matrix costs on GitHub. */
	readonly estimate?: boolean;
	/** Seconds that earlier builds took, by service and platform in the form of `imageKey`. Asked when there is work to spread, of these images. */
	readonly times?: (images: readonly PlannedImage[]) => Promise<ReadonlyMap<string, number>>;
	/** By service and platform, for the selected services and all they are built from. */
	readonly inputs: readonly (ServiceInputs | Unreadable)[];
	readonly tags: Readonly<Record<string, PlannedTags>>;
	/** By service, also of those that are not selected: what this run releases of it. */
	readonly versions?: ReadonlyMap<string, string>;
	readonly remarks?: readonly Remark[];
	/** Services that others are built from which are not among the inputs. */
	readonly parents?: readonly string[];
	/** What was asked of the outside while inputs were being read. */
	readonly ahead?: Ahead;
}

/** A service whose Dockerfile could not be read. */
export interface Unreadable {
	readonly service: Service;
	readonly platform: string;
	readonly problems: readonly Problem[];
	readonly trace?: never;
}
