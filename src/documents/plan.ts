import type { Problem } from "../errors.ts";
import type { External, Network, Phase, PlannedService, Service } from "./service.ts";
import type { Source } from "./source.ts";

/** One part of what an image is made of. All of them together are its fingerprint. */
export interface Component {
	/** `files` is what one COPY, ADD or bind mount brings; `base` an outside image; `image` another one of this catalog. */
	readonly kind: "dockerfile" | "files" | "args" | "base" | "image" | "settings" | "url";
	/** Unique within an image, readable: `COPY blockchain/api/`, `python:3.11-slim`, `args`. */
	readonly name: string;
	/** First 16 hex digits of a SHA-256. */
	readonly hash: string;
}

/** Why an image is built or not. `detail` is a whole sentence part, ready to print: `COPY blockchain/api/ -> 2 files changed (routes.py, main.py)`. */
export interface Reason {
	readonly kind: "never-built" | "changed" | "forced" | "stale" | "already-built" | "blocked";
	readonly component?: string;
	readonly detail: string;
}

export type Decision =
	| { readonly kind: "build"; readonly reasons: readonly Reason[] }
	| { readonly kind: "unchanged"; readonly reasons: readonly Reason[]; readonly digest: string; readonly size: number }
	| { readonly kind: "blocked"; readonly reasons: readonly Reason[]; readonly problems: readonly Problem[] };

/** An outside image, resolved once for the whole plan. */
export interface Base {
	/** As the Dockerfile has it. */
	readonly ref: string;
	/** Where it is pulled from, pinned: `registry/repository@sha256:...` (a mirror is in it). */
	readonly pinned: string;
}

/** One service on one platform. */
export interface PlannedImage {
	readonly service: string;
	readonly platform: string;
	/** 64 hex digits. */
	readonly fingerprint: string;
	/** `repository:tag`, the tag made of fingerprint and platform; the image is pushed under it and found again by it. */
	readonly contentRef: string;
	readonly components: readonly Component[];
	readonly bases: readonly Base[];
	/** Catalog services it is FROM, or copies from; keys are the names its Dockerfile uses. */
	readonly from: Readonly<Record<string, string>>;
	/** Build args of the catalog that its Dockerfile declares and that are the same on every run. */
	readonly args: Readonly<Record<string, string>>;
	/** Names of the volatile build args (date, revision, ...) that its Dockerfile declares. */
	readonly volatileArgs: readonly string[];
	readonly decision: Decision;
}

export interface PlannedTags {
	/** Written once. */
	readonly immutable: readonly string[];
	/** Moved after smoke. Empty on pull requests. */
	readonly floating: readonly string[];
}

/** One leg of `strategy.matrix.include`. */
export interface Leg {
	/** Reads well in GitHub's list of jobs. */
	readonly name: string;
	/** Comma-separated, ready for the `service` input. */
	readonly service: string;
	readonly platform: string;
	readonly runner: string;
	readonly phase: string;
	readonly wave: number;
}

/** What is to be done, and why: a pure function of (tree, catalog, registry). Versioned; passed to every later stage. */
export interface Plan {
	readonly kind: "lucid.plan";
	readonly version: 1;
	readonly project: string;
	/** Absolute on the machine that planned; later stages may be given another. */
	readonly root: string;
	readonly source: Source;
	readonly network: Network;
	readonly phases: readonly Phase[];
	readonly services: readonly Service[];
	readonly planned: readonly PlannedService[];
	readonly externals: readonly External[];
	/** Names of the services that were selected; the others are there for context. */
	readonly selected: readonly string[];
	readonly images: readonly PlannedImage[];
	/** By service: the tags this run will give it, already checked. */
	readonly tags: Readonly<Record<string, PlannedTags>>;
	/** Service names in build order; the members of one wave do not depend on each other. */
	readonly waves: readonly (readonly string[])[];
	readonly matrix: { readonly include: readonly Leg[] };
}
