import type { Guess } from "./dockerfile-facts.ts";
import type { ProposedHealth } from "./health.ts";

/** A catalog to be, with the reasons that become its comments. */
export interface Proposal {
	readonly project: string;
	readonly registry: Guess<string>;
	/** Undefined: the name alone. */
	readonly image?: string;
	readonly defaults: ProposedDefaults;
	readonly phases: readonly { readonly id: string; readonly title: string }[];
	readonly services: readonly ProposedService[];
	readonly externals: readonly ProposedExternal[];
	readonly left: readonly { readonly file: string; readonly why: string }[];
	/** What a person should look at, a sentence each. */
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
	/** Why there is nothing to build yet. */
	readonly planned?: string;
	readonly dockerfile: string;
	/** `from` is undefined where somebody said so. */
	readonly context: { readonly value: string; readonly from?: string };
	readonly target?: string;
	/** Where the catalog's template gives another name. */
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
	/** Said in a comment above it. */
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
