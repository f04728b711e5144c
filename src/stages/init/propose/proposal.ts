import type { Guess } from "./dockerfile-facts.ts";
import type { ProposedHealth } from "./health.ts";

/** A proposed catalog, with reasons that become its comments. */
export interface Proposal {
	readonly project: string;
	readonly registry: Guess<string>;
	/** Undefined: the service name. */
	readonly image?: string;
	readonly defaults: ProposedDefaults;
	readonly phases: readonly { readonly id: string; readonly title: string }[];
	readonly services: readonly ProposedService[];
	readonly externals: readonly ProposedExternal[];
	readonly left: readonly { readonly file: string; readonly why: string }[];
	/** What to review, one sentence each. */
	readonly check: readonly string[];
}

export interface ProposedDefaults {
	readonly platforms: readonly string[];
	readonly tags: readonly string[];
	readonly floating: readonly string[];
}

export interface ProposedService {
	readonly name: string;
	readonly title?: string;
	readonly phase?: string;
	/** Why it cannot be built yet. */
	readonly planned?: string;
	readonly dockerfile: string;
	/** `from` is undefined if a source states it. */
	readonly context: { readonly value: string; readonly from?: string };
	readonly target?: string;
	/** Set if the catalog's template gives another name. */
	readonly image?: string;
	readonly platforms?: readonly string[];
	readonly floating?: readonly string[];
	readonly run?: "job" | "never";
	readonly command?: readonly string[];
	readonly ports?: Guess<readonly string[]>;
	readonly health?: Guess<ProposedHealth>;
	readonly needs: readonly Guess<string>[];
	readonly args: Readonly<Record<string, string>>;
	readonly labels: Readonly<Record<string, string>>;
	readonly contexts: Readonly<Record<string, string>>;
	readonly secrets: readonly string[];
	readonly ssh: readonly string[];
	readonly env: Readonly<Record<string, string>>;
	/** Comment lines above it. */
	readonly notes: readonly string[];
}

export interface ProposedExternal {
	readonly name: string;
	readonly image: string;
	readonly run?: "job";
	readonly command?: readonly string[];
	readonly env: Readonly<Record<string, string>>;
	readonly ports: readonly string[];
	readonly health?: Guess<ProposedHealth>;
	readonly needs: readonly string[];
}
