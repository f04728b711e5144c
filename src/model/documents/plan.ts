import type { Problem } from "../../util/errors.ts";
import type { External, Network, Phase, PlannedService, Service } from "../service/service.ts";
import type { Source } from "./source.ts";

/** One part of what an image is made of. All of them together are its fingerprint. */
export interface FingerprintComponent {
	/** `files` is what one COPY, ADD or bind mount brings; `base` an outside image; `image` another one of this catalog; `age` the time-to-live it was rebuilt for; `baked` a volatile build arg of a release. */
	readonly kind: "dockerfile" | "files" | "args" | "base" | "image" | "settings" | "url" | "age" | "baked";
	/** Unique within an image, readable: `COPY blockchain/api/`, `python:3.11-slim`, `args`. */
	readonly name: string;
	/** First 16 hex digits of a SHA-256. */
	readonly hash: string;
}

/** Why an image is built or not. `detail` is a whole sentence part, ready to print: `COPY blockchain/api/ -> 2 files changed (routes.py, main.py)`. */
export interface Reason {
	readonly kind: "never-built" | "changed" | "forced" | "stale" | "already-built" | "smoke" | "blocked";
	readonly component?: string;
	readonly detail: string;
}

export type Decision =
	| {
			readonly kind: "build";
			readonly reasons: readonly Reason[];
			readonly keep?: ConditionalKeep;
			/** What is published and would be followed. Bytes, compressed. */
			readonly before?: { readonly digest: string; readonly size: number };
	  }
	| { readonly kind: "unchanged"; readonly reasons: readonly Reason[]; readonly digest: string; readonly size: number }
	| { readonly kind: "blocked"; readonly reasons: readonly Reason[]; readonly problems: readonly Problem[] };

/**
 * The image that is published, where nothing but images of this catalog that it is FROM has changed since: it is kept if each of them comes out with the
 * content that it was built on.
 */
export interface ConditionalKeep {
	readonly digest: string;
	/** By service: the content of what it was built on. */
	readonly on: Readonly<Record<string, string>>;
}

/** An outside image, resolved once for the whole plan. */
export interface PinnedBase {
	/** As the Dockerfile has it. */
	readonly ref: string;
	/** Where it is pulled from, pinned: `registry/repository@sha256:...` (a mirror is in it). */
	readonly pinned: string;
}

/** What one COPY, ADD or bind mount takes from a build context, as the Dockerfile says it. */
export interface ContextInput {
	readonly kind: "copy" | "add" | "mount" | "base" | "context";
	/** Ready to print: `COPY blockchain/api/`. */
	readonly label: string;
	/** Blank: the main context. Else the name of another one. */
	readonly context: string;
	/** Rooted in the context; wildcards still in them. */
	readonly sources: readonly string[];
	readonly excludes: readonly string[];
	readonly parents: boolean;
	/** Every file gets one mode (`--chmod=0755`), whatever it has in the context. */
	readonly oneMode: boolean;
	readonly line: number;
	readonly stage: number;
}

/** One service on one platform. */
export interface PlannedImage {
	readonly service: string;
	readonly platform: string;
	/** 64 hex digits. */
	readonly fingerprint: string;
	/** `repository:tag`, the tag made of fingerprint and platform; the image is pushed under it and found again by it. */
	readonly contentRef: string;
	readonly components: readonly FingerprintComponent[];
	readonly bases: readonly PinnedBase[];
	/** The outside image that its final stage is FROM, in full, and the digest that counts for this platform. */
	readonly base?: { readonly name: string; readonly digest: string };
	/** Catalog services it is FROM, or copies from; keys are the names its Dockerfile uses. */
	readonly from: Readonly<Record<string, string>>;
	/** Build args of the catalog that its Dockerfile declares and that are the same on every run. */
	readonly args: Readonly<Record<string, string>>;
	/** Whether its Dockerfile names a command to start (a bare interpreter or shell is none), or its base image does; left out where there is none. */
	readonly command?: "own" | "inherited";
	/** Names of the volatile build args (date, revision, ...) that its Dockerfile declares. */
	readonly volatileArgs: readonly string[];
	/** This run's values of those that reach a layer or a setting, not only a label. Left out where there are none. */
	readonly baked?: Readonly<Record<string, string>>;
	/** What this run releases of the service; only then do baked values count in the fingerprint. */
	readonly version?: string;
	/** What its instructions take from build contexts; only of an image that is to be built. */
	readonly takes?: readonly ContextInput[];
	readonly decision: Decision;
}

export interface PlannedTags {
	/** Written once. */
	readonly immutable: readonly string[];
	/** Moved after smoke. Empty on pull requests. */
	readonly floating: readonly string[];
	/** What is released of the service: `1.2.0`, without the rest of the git tag. Left out where nothing is. */
	readonly version?: string;
	/** Of both lists, those that follow from the version or git tag. */
	readonly versioned?: readonly string[];
	/** Of a run that builds a commit again: tags that are written once and are there already. They stay with the first build. */
	readonly kept?: readonly string[];
}

/** A `note` is right in many a run, a `warning` seldom. */
export interface PlanRemark extends Problem {
	readonly severity: "warning" | "note";
}

/** One leg of `strategy.matrix.include`. */
export interface MatrixLeg {
	/** Reads well in GitHub's list of jobs. */
	readonly name: string;
	/** Comma-separated, ready for the `service` input. */
	readonly service: string;
	readonly platform: string;
	/** For `runs-on`: one label, or a set of them that a self-hosted runner must have. */
	readonly runner: string | readonly string[];
	readonly phase: string;
	/** Of its first image: what it is FROM stands in earlier legs, or before it in this one. */
	readonly wave: number;
}

/** What a way to run costs on GitHub, roughly. */
export interface Cost {
	readonly jobs: number;
	/** From the first job's start to the last one's end, seconds. */
	readonly wallSeconds: number;
	/** Each job rounded up to the minute. */
	readonly billedMinutes: number;
}

/** The plan's matrix against one job for each selected image. */
export interface CostEstimate {
	readonly matrix: Cost;
	readonly jobEach: Cost;
	/** What the build times are taken from: the best there was for any image that is built. */
	readonly by: "times" | "sizes" | "guess";
}

/** Everything an image takes in, to read. Paths are relative to the catalog's folder. */
export interface ListedInputs {
	readonly service: string;
	readonly platform: string;
	readonly dockerfile: string;
	/** What each COPY, ADD and bind mount brings. */
	readonly files: readonly {
		readonly instruction: string;
		readonly line: number;
		/** Of a named context; left out for the main one. */
		readonly context?: string;
		readonly paths: readonly string[];
	}[];
	readonly images: readonly {
		readonly ref: string;
		readonly use: string;
		readonly line: number;
		/** `build` is whatever platform the builder has. */
		readonly platform: string;
		/** Pinned; left out where it could not be resolved. */
		readonly pinned?: string;
	}[];
	/** Images of this catalog, by the name its Dockerfile uses. */
	readonly catalogImages: Readonly<Record<string, string>>;
	readonly urls: readonly { readonly url: string; readonly line: number; readonly pinned: boolean }[];
	/** Named contexts of the catalog that it uses. */
	readonly contexts: Readonly<Record<string, string>>;
	readonly args: Readonly<Record<string, string>>;
	readonly volatileArgs: readonly string[];
	readonly secrets: readonly string[];
	readonly ssh: readonly string[];
	/** Why all of the context counts; empty where it does not. */
	readonly wholeContext: readonly { readonly reason: string; readonly line?: number }[];
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
	/** Names of the services that others of the catalog are built from, as far as it was looked at. */
	readonly parents?: readonly string[];
	/** By service: the tags this run will give it, already checked. */
	readonly tags: Readonly<Record<string, PlannedTags>>;
	/** Service names in build order; the members of one wave do not depend on each other. */
	readonly waves: readonly (readonly string[])[];
	readonly matrix: { readonly include: readonly MatrixLeg[] };
	/** Jobs for smoke, where they were asked for. */
	readonly smokeMatrix?: { readonly include: readonly MatrixLeg[] };
	/** On GitHub, or where it was asked for. */
	readonly estimate?: CostEstimate;
	/** What may not be as it is meant, and stops nothing. */
	readonly remarks?: readonly PlanRemark[];
	/** Of the selected services, where it was asked for. */
	readonly inputs?: readonly ListedInputs[];
}
